"""What a reply to a receipt says of its entry: `should be 180`, `bob too`, `she just paid`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from telegram import Message

from bot.conversation.open_questions import asked_line
from bot.conversation.own_messages import receipt_at
from bot.conversation.turn import Turn
from bot.language.catalogues import Language
from bot.views import brief_answers, reply_questions
from bot.views.refusals.answer import refusal
from bot.views.reply import Reply
from handlers.asked_lines import source_of
from handlers.company import circle_of, parties_of
from handlers.correction_commands import delete_entry, restore_entry
from handlers.grammar.circle import Circle
from handlers.grammar.commands.edit_line import read_reply
from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import Line, from_text
from handlers.grammar.message import from_message
from handlers.grammar.natural.changes.below import (
    gives_up,
    is_given_back,
    refuse_stranger,
    speaks_of_it,
)
from handlers.grammar.natural.changes.meanings import Parties
from handlers.grammar.natural.changes.replies import takes_back
from handlers.grammar.natural.changes.told_words import bare
from handlers.meant_replies import MeantAsked, meant_said, told_of_meant
from handlers.message_edits import entry_replied_to, restorable, tell_change
from handlers.people_replies import PeopleAsked, people_counted, told_of_people
from handlers.repaid_replies import RepaidAsked, repaid_said, told_of_repaid
from handlers.wishes import ask_others
from ledger.book.entry_lookup import find, may_change, with_id
from ledger.book.open_book import Book
from ledger.core.amendment import Amendment
from ledger.core.answers.entry_changes import Written
from ledger.core.entries import Entry, EntryKind, Source
from ledger.core.errors import Code, LedgerError
from ledger.core.members import MemberId, Roster
from ledger.core.money import Currency
from ledger.core.shares import EQUAL_PART
from ledger.journal import amending, sharing


async def correct(turn: Turn, source: Source) -> None:
    """`should be 180`, `bob too`, `not chen` below a receipt change its entry; talk does not.

    What speaks of money or people and is not understood is answered with what can be said.
    """
    try:
        line = from_message(turn.message)
    except LedgerError:
        return  # It speaks of a bot.

    before = await _replied_before(turn)

    def find_entry(book: Book) -> Entry | None:
        entry = entry_replied_to(book, turn)
        answers = None if before is None or entry is not None else before.reply_to_message
        entry_id = None
        if answers is not None:
            entry_id = receipt_at(book.tx, turn.address.chat_id, answers.message_id)
        return entry if entry_id is None else with_id(book, entry_id)

    if before is not None:
        said = from_message(before)
        insisted = await turn.room(lambda book: _insisted(book, turn, line, said, find_entry))
        if insisted is not None:
            await _correct(turn, insisted, source, find_entry)
            return
    if not await _turned_over(turn, line, source, find_entry):
        await _correct(turn, line, source, find_entry)


async def _replied_before(turn: Turn) -> Message | None:
    """Return the reply to a receipt that the question is about which this message answers."""
    to = None if turn.is_inaccessible else turn.message.reply_to_message
    if to is None or turn.place is None:
        return None
    chat_id, message_id, bot = turn.address.chat_id, to.message_id, turn.bot
    asked = await turn.services.threads.run(lambda tx: asked_line(tx, chat_id, message_id, bot))
    is_reply = asked is not None and asked.reply_to_message is not None
    return asked if is_reply and not (asked and from_message(asked).command) else None


def _insisted(
    book: Book, turn: Turn, line: Line, before: Line, find_entry: FindEntry
) -> Line | None:
    """Return what a reply said before of a name that nobody has, where it is meant all the same.

    That is whoever says yes to our question about the name, or says the same of it once more.
    """
    entry = find_entry(book)
    if entry is None or entry.deleted or entry.contents.kind is not EntryKind.EXPENSE:
        return None
    circle, amount = circle_of(book, turn, entry), entry.contents.amount
    today, parties = book.context_of(entry).on, Parties(*parties_of(circle, entry.contents))
    unknown: list[LedgerError] = []
    for said in (before, line):
        try:
            refuse_stranger(said, entry.number, amount, today, circle, parties)
        except LedgerError as error:
            unknown.append(error)
        if not unknown:
            return None
    replies = circle.words.replies
    words = [text for word in line.words if (text := bare(word).strip(".,!"))]
    agrees = bool(words) and replies.counted("agrees", words) == len(words)
    again = len({str(error.details["name"]) for error in unknown}) == 1 < len(unknown)
    meant = agrees or again or any(one.fullmatch(" ".join(words)) for one in replies.adds_them)
    examples = unknown[0].details["examples"]
    if not meant or not isinstance(examples, tuple):
        return None
    # "/edit 7 add @tom": what stands behind the number.
    edit = from_text(str(examples[0]))
    return replace(edit, words=edit.words[1:])


async def correct_new(
    turn: Turn, number: int, said: Message
) -> tuple[Written, date] | Reply | None:
    """Do to a new entry what a message says that was written before it was recorded.

    Return the change, or what to ask about that; None where it says nothing of the entry.
    """
    line, source = from_message(said), Source(f"{source_of(turn, said)}/correction")

    def use_case(book: Book) -> _Found | None:
        return _corrected(book, turn, line, source, lambda book: find(book, number))

    try:
        found = await turn.book(use_case)
    except LedgerError as error:
        return refusal(turn.say, error)
    return found if found is None or isinstance(found, tuple) else _answer(turn.say, found)


FindEntry = Callable[[Book], Entry | None]
"""Returns the entry that a reply is about, if it is about one."""


async def _correct(turn: Turn, line: Line, source: Source, find_entry: FindEntry) -> None:
    try:
        found = await turn.book(lambda book: _corrected(book, turn, line, source, find_entry))
    except LedgerError as error:
        if error.code is not Code.MAY_NOT_CHANGE:
            raise
        await ask_others(turn, error)
        return
    if found is None:
        return
    if isinstance(found, tuple) and (found[0].changed or found[0].repeated):
        await tell_change(turn, *found)
    else:
        await turn.reply(_answer(turn.say, found), quote=True)


def _answer(say: Language, found: _Found) -> Reply:
    """Return what to ask about a reply, or that the entry says so already."""
    match found:
        case PeopleAsked():
            return told_of_people(say, found)
        case RepaidAsked():
            return told_of_repaid(say, found)
        case MeantAsked():
            return told_of_meant(say, found)
        case _NotUnderstood(gives_up=str() as said):
            return reply_questions.ask_taken_back(say, found.entry, said)
        case _NotUnderstood():
            return brief_answers.how_to_say(say, found.entry, found.roster, found.other)
        case (written, _):
            return brief_answers.nothing_changed(say, written.entry, written.roster)


def _corrected(
    book: Book, turn: Turn, line: Line, source: Source, find_entry: FindEntry
) -> _Found | None:
    """Let the entry be as a reply says; None where it says nothing of it."""
    entry = find_entry(book)
    if entry is None:
        return None
    if not entry.deleted and (repaid := repaid_said(book, turn, entry, line)) is not None:
        return repaid
    said = None if entry.deleted else _said(book, turn, entry, line)
    if not entry.deleted:
        counted = people_counted(book, turn, entry, line, said)
        if isinstance(counted, PeopleAsked):
            return counted
        said = said if counted is None else counted
        if (meant := meant_said(book, turn, entry, line, said)) is not None:
            return meant
    if said is None:
        return _not_understood(book, turn, entry, line)
    if not may_change(book, entry) and (there := _own_presence(book, said)) is not None:
        # Everybody may put themselves in or out.
        actor = book.require_actor().id
        if there == any(share.member == actor for share in entry.contents.owers):
            return None
        return sharing.toggle(book, entry.number, source), book.today
    return amending.amend(book, entry.number, said, source), book.today


async def _turned_over(turn: Turn, line: Line, source: Source, find_entry: FindEntry) -> bool:
    """`delete this` below a receipt deletes its entry, `restore it` lets that count again.

    Return whether one of them was said.
    """

    def use_case(book: Book) -> tuple[int, bool] | None:
        entry = find_entry(book)
        if entry is None:
            return None
        circle, home = circle_of(book, turn, entry), entry.contents.amount.currency
        today = book.context_of(entry).on
        says = is_given_back if entry.deleted else takes_back
        return (entry.number, entry.deleted) if says(line, home, today, circle) else None

    found = await turn.room(use_case)
    if found is None:
        return False
    number, deleted = found
    await (restore_entry if deleted else delete_entry)(turn, number, source)
    return True


@dataclass(frozen=True, slots=True)
class _NotUnderstood:
    """A reply that says something of an entry which nobody has read; `other` is an example.

    `gives_up` tells what was said where the entry is perhaps to be taken back.
    """

    entry: Entry
    roster: Roster
    other: MemberId
    gives_up: str | None = None


_Found = tuple[Written, date] | _NotUnderstood | PeopleAsked | RepaidAsked | MeantAsked
"""What comes of a reply: a change with the day, or what to ask."""


def _not_understood(book: Book, turn: Turn, entry: Entry, line: Line) -> _NotUnderstood | None:
    """Return what to say to such a reply; None for talk.

    Raises UNKNOWN_NAME(name, near, examples), ALREADY_DELETED(entry), and IS_A_PAYMENT for
    `bob gave me 20`, which a press records.
    """
    circle, amount = circle_of(book, turn, entry), entry.contents.amount
    today = book.context_of(entry).on
    if entry.contents.kind is EntryKind.EXPENSE and not entry.deleted:
        parties = Parties(*parties_of(circle, entry.contents))
        refuse_stranger(line, entry.number, amount, today, circle, parties)
        refuse_payment_alone(line, amount.currency, today, circle)
    given_up = not entry.deleted and gives_up(line, amount, today, circle)
    if not given_up and not speaks_of_it(line, amount, today, circle):
        return None
    if entry.deleted:
        error = LedgerError(Code.ALREADY_DELETED, entry=entry)
        restorable(error)
        raise error
    actor = book.require_actor().id
    sharing = [share.member for share in entry.contents.owers]
    everybody = [one.id for one in book.roster.active]
    other = next((one for one in (*sharing, *everybody) if one != actor), actor)
    said = " ".join(word.text for word in line.words) if given_up else None
    return _NotUnderstood(entry, book.roster, other, said)


def refuse_payment_alone(line: Line, home: Currency, today: date, circle: Circle) -> None:
    """Ask whether a reply tells of money that was handed over; raises IS_A_PAYMENT."""
    try:
        read_split(line.as_command("split"), home, today, circle)
    except LedgerError as error:
        if error.code is Code.IS_A_PAYMENT:
            raise


def _own_presence(book: Book, said: Amendment) -> bool | None:
    """Return whether somebody puts themselves in, or out; None where a reply says anything else."""
    actor = book.require_actor().id
    circle = Circle(book.roster, actor, frozenset())
    out = [circle.member_of(whom) for whom in said.left_out]
    joins = [circle.member_of(whom) for whom, part in said.added if part == EQUAL_PART]
    if replace(said, left_out=(), added=()) != Amendment() or [*out, *joins] != [actor]:
        return None
    return bool(joins)


def _said(book: Book, turn: Turn, entry: Entry, line: Line) -> Amendment | None:
    """Return what a reply says anew of an entry; of a payment, never who paid whom."""
    circle, contents = circle_of(book, turn, entry), entry.contents
    parties = parties_of(circle, contents)
    said = read_reply(line, contents.amount, book.context_of(entry).on, circle, *parties)
    if said is None or contents.kind is not EntryKind.PAYMENT:
        return said
    # "+1" below a payment agrees with it, if anything.
    alone = len(line.words) == 1 and line.words[0].low.startswith("+")
    return None if said.is_of_expense or alone else said
