"""Replies to a receipt whose number counts people, or perhaps does: `we were 5`, `plus 1`."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.conversation.turn import Turn
from bot.language.catalogues import Language
from bot.views import brief_answers, reply_questions
from bot.views.reply import Reply
from handlers.company import circle_of
from handlers.grammar.lexer import Line
from handlers.grammar.natural.changes.people_counted import counted, perhaps_counted
from ledger.book.open_book import Book
from ledger.core.amendment import Amendment
from ledger.core.entries import Entry, EntryKind
from ledger.core.members import MemberId, Roster
from ledger.core.money import Money
from ledger.core.shares import EQUAL_PART, FOR_TWO


@dataclass(frozen=True, slots=True)
class PeopleAsked:
    """What to ask about such a reply: the `amount` that it may be, the `count` that it is.

    `guest_of` may have brought the one who is new.
    """

    entry: Entry
    roster: Roster
    said: str
    count: int | None = None
    amount: Money | None = None
    guest_of: MemberId | None = None


def people_counted(
    book: Book, turn: Turn, entry: Entry, line: Line, said: Amendment | None
) -> PeopleAsked | Amendment | None:
    """Return what to ask where a reply counts people, or what it surely changes.

    `said` is what it changes otherwise. None where it counts nobody.
    """
    contents = entry.contents
    if contents.kind is not EntryKind.EXPENSE:
        return None
    circle, today = circle_of(book, turn, entry), book.context_of(entry).on
    surely = counted(line, contents.amount, today, circle)
    perhaps = None
    if surely is None and said is not None:
        perhaps = perhaps_counted(line, said, contents.amount, today, circle)
    people = surely or perhaps
    if people is None:
        return None
    words = " ".join(word.text for word in line.words)
    parts, by = contents.split.parts, people.by
    brought = None if by is None else circle.member_of(by)
    # One who has another part than all can't be given that of a guest as well.
    guest_of = brought if brought is not None and parts.get(brought) == EQUAL_PART else None
    asked = PeopleAsked(entry, book.roster, words, guest_of=guest_of)
    if surely is None:
        return replace(asked, amount=None if said is None else said.amount)
    if by is not None and not people.count:
        if brought is None or parts.get(brought) != FOR_TWO:
            return replace(asked, guest_of=None)
        anew = {**parts, brought: EQUAL_PART}
        return Amendment(participants=tuple((circle.whom(one), anew[one]) for one in anew))
    sharing = sum(share.owed_minor != 0 for share in contents.owers)
    count = sharing + people.count if people.more else people.count
    everybody = sum(one.active for one in circle.roster)
    if not people.more and count == everybody != sharing and contents.is_equal:
        return Amendment(everyone=True)
    return replace(asked, count=count)


def told_of_people(say: Language, asked: PeopleAsked) -> Reply:
    """Return the question, or that the entry says so already."""
    entry, roster = asked.entry, asked.roster
    sharing = sum(share.owed_minor != 0 for share in entry.contents.owers)
    if asked.count == sharing:
        return brief_answers.nothing_changed(say, entry, roster)
    return reply_questions.ask_counted(
        *(say, entry, roster, asked.said),
        count=asked.count,
        amount=asked.amount,
        guest_of=asked.guest_of,
    )
