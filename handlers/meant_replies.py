"""Replies to a receipt that may mean several things: a button for each, which books just that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from zlib import crc32

from bot.conversation.open_questions import asked_line
from bot.conversation.said import StalePress
from bot.conversation.turn import Turn
from bot.language.catalogues import Language
from bot.views import reply_questions
from bot.views.reply import Reply
from handlers.company import circle_of, parties_of
from handlers.grammar.circle import Circle
from handlers.grammar.commands.edit_line import read_reply
from handlers.grammar.lexer import Line
from handlers.grammar.message import from_message
from handlers.grammar.natural.changes.fixed_parts import ways_of_fixed
from handlers.grammar.natural.changes.meanings import Parties
from handlers.grammar.natural.changes.ways_below import payment_ways, ways_below
from handlers.message_edits import tell_change
from ledger.book.entry_lookup import find
from ledger.book.open_book import Book
from ledger.core.amendment import Amendment
from ledger.core.answers.entry_changes import Written
from ledger.core.entries import Contents, Entry, EntryKind
from ledger.core.errors import Code, LedgerError
from ledger.core.members import MemberId, Name, Roster, Sender, UserId, Whom
from ledger.core.shares import EQUAL_PART, PartKind
from ledger.journal import amending

_DO_NOT_FIT = frozenset(
    {Code.PARTS_BELOW_AMOUNT, Code.PARTS_ABOVE_AMOUNT, Code.NEGATIVE_SHARE, Code.NOBODY_SHARES}
)
_FIXED = (PartKind.EXACT, PartKind.PERCENT)


@dataclass(frozen=True, slots=True)
class MeantAsked:
    """What to ask about such a reply: what the entry would say in each way, with its number."""

    entry: Entry
    roster: Roster
    said: str
    ways: tuple[tuple[int, Contents], ...]


def meant_said(
    book: Book, turn: Turn, entry: Entry, line: Line, said: Amendment | None
) -> MeantAsked | None:
    """Return what to ask where a reply may mean several things; `said` is what it was read as.

    None where it is clear, or where nothing of that could be booked.
    """
    circle = circle_of(book, turn, entry)
    ways = tuple(
        (_choice(way), contents) for way, contents in _ways(book, circle, entry, line, said)
    )
    words = " ".join(word.text for word in line.words)
    return MeantAsked(entry, book.roster, words, ways) if ways else None


def _ways(
    book: Book, circle: Circle, entry: Entry, line: Line, said: Amendment | None
) -> Iterator[tuple[Amendment, Contents]]:
    """Yield what a reply may mean, with what the entry would say; none that changes nothing."""
    contents, today = entry.contents, book.context_of(entry).on
    if contents.kind is not EntryKind.EXPENSE:
        ways = payment_ways(line, contents, today, circle) if said is None else ()
    elif said is None:
        parties = Parties(*parties_of(circle, contents))
        ways = ways_below(line, contents, today, circle, parties)
    elif not _names_only_known(said, circle) or _fits(book, entry, said, circle):
        return
    else:
        ways = ways_of_fixed(said, contents, circle)
    seen: list[Contents] = []
    for way in _bookable(book, entry, ways, circle):
        meant = amending.preview(book, entry.number, way)
        if not any(_same(meant, other) for other in (contents, *seen)):
            seen.append(meant)
            yield way, meant


def _names_only_known(said: Amendment, circle: Circle) -> bool:
    """Tell whether trying what a reply says brings nobody along."""
    named = (*said.participants, *said.added, *said.payers)
    return all(circle.member_of(whom) is not None for whom in (*said.left_out, *dict(named)))


def _bookable(
    book: Book, entry: Entry, ways: Iterable[Amendment], circle: Circle
) -> Iterator[Amendment]:
    """Yield the ways that can be booked; fixed parts that do not meet one are shared anew."""
    for way in ways:
        for one in (
            (way,)
            if _fits(book, entry, way, circle)
            else ways_of_fixed(way, entry.contents, circle)
        ):
            try:
                amending.preview(book, entry.number, one)
            except LedgerError:
                continue
            yield one


def _fits(book: Book, entry: Entry, said: Amendment, circle: Circle) -> bool:
    """Tell whether parts still add up, and nobody who is told of would share nothing for it."""
    parts = entry.contents.split.parts
    others = [part for id_, part in parts.items() if id_ not in _told_of(said, circle)]
    weighed = any(part.kind is PartKind.SHARES for _, part in said.added)
    if weighed and others and all(part.kind in _FIXED for part in others):
        return False  # What is twice as much as nothing?
    try:
        meant = amending.preview(book, entry.number, said)
    except LedgerError as error:
        return error.code not in _DO_NOT_FIT
    shares = {share.member for share in meant.owers}
    come = (circle.member_of(whom) for whom, part in said.added if part == EQUAL_PART)
    return {one for one in come if one is not None} <= shares


def _told_of(said: Amendment, circle: Circle) -> set[MemberId | None]:
    return {circle.member_of(whom) for whom, _ in said.added}


def _same(one: Contents, other: Contents) -> bool:
    shares = [
        {share.member: (share.paid_minor, share.owed_minor) for share in each.shares}
        for each in (one, other)
    ]
    return one.amount == other.amount and one.on == other.on and shares[0] == shares[1]


def _choice(way: Amendment) -> int:
    """Return a number made of all that a way changes, so that a press can only book just that."""
    return crc32(repr(way).encode())


def told_of_meant(say: Language, asked: MeantAsked) -> Reply:
    """Return the question."""
    return reply_questions.ask_meant(say, asked.entry, asked.roster, asked.said, asked.ways)


async def meant_pressed(turn: Turn) -> None:
    """Bob +₹12: the reply that the question answers is booked as that, as its writer said it."""
    number, choice = turn.number(0), turn.number(1)
    chat_id, message_id, bot = turn.address.chat_id, turn.message_id, turn.bot
    noted = await turn.services.threads.run(lambda tx: asked_line(tx, chat_id, message_id, bot))
    asked = noted or turn.message.reply_to_message
    if asked is None or asked.from_user is None:
        raise StalePress
    line, writer = from_message(asked), UserId(asked.from_user.id)

    def use_case(book: Book) -> tuple[Written, date]:
        entry, member = find(book, number), book.people.of_user(writer)
        if member is None or entry.deleted:
            raise StalePress
        circle = replace(circle_of(book, turn, entry), sender=member.id)
        parties, today = parties_of(circle, entry.contents), book.context_of(entry).on
        said = read_reply(line, entry.contents.amount, today, circle, *parties)
        for way, _ in _ways(book, circle, entry, line, said):
            if _choice(way) == choice:
                named = as_named(way, Name(circle.handle(member.id), member=member.id))
                return amending.amend(book, number, named, turn.press_source), book.today
        raise StalePress

    changed, today = await turn.book(use_case)
    await tell_change(turn, changed, today)


def as_named(said: Amendment, writer: Name) -> Amendment:
    """Return what somebody says, with their own name where they speak of themselves."""

    def named(whom: Whom) -> Whom:
        return writer if isinstance(whom, Sender) else whom

    return replace(
        said,
        participants=tuple((named(whom), part) for whom, part in said.participants),
        added=tuple((named(whom), part) for whom, part in said.added),
        left_out=tuple(map(named, said.left_out)),
        payers=tuple((named(whom), paid) for whom, paid in said.payers),
        doubts=Amendment().doubts,
    )
