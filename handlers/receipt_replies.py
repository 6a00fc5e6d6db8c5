"""Replies without a command to messages of ours: answers, and what is wrong in a receipt."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.conversation.questions import answers_question
from bot.conversation.turn import Turn
from handlers.company import circle_of, parties_of
from handlers.correction_commands import delete_entry
from handlers.grammar.circle import Circle
from handlers.grammar.commands.edit_line import read_reply
from handlers.grammar.lexer import Line
from handlers.grammar.message import from_message
from handlers.grammar.natural.changes.replies import takes_back
from handlers.message_edits import entry_replied_to, has_entry, tell_change
from handlers.split_commands import answer_edited, answered, is_plain, replies_to_us
from ledger.book.entry_lookup import may_change
from ledger.book.open_book import Book
from ledger.core.amendment import Amendment
from ledger.core.answers.entry_changes import Written
from ledger.core.entries import Entry, EntryKind, Source
from ledger.core.errors import LedgerError
from ledger.core.shares import EQUAL_PART
from ledger.journal import amending, sharing


async def replied(turn: Turn) -> None:
    """A reply to a message of ours: to a question, or to a receipt that it puts right."""
    if await answers_question(turn):
        await answered(turn)
    else:
        await _correct(turn, turn.correction_source)


async def reply_edited(turn: Turn) -> None:
    """An edited message that is no command: a reply to a receipt is read anew, upon the last one.

    Others are answers to our questions, or were commands before.
    """
    of_a_receipt = replies_to_us(turn.message) and is_plain(turn.message)
    if of_a_receipt and not (await answers_question(turn) or await has_entry(turn)):
        await _correct(turn, turn.edit_source)
    else:
        await answer_edited(turn)


async def _correct(turn: Turn, source: Source) -> None:
    """`should be 180`, `bob too`, `not chen` below a receipt change its entry; talk does not."""
    try:
        line = from_message(turn.message)
    except LedgerError:
        return  # It speaks of a bot.

    if await _takes_back(turn, line, source):
        return

    def use_case(book: Book) -> tuple[Written, date] | None:
        entry = entry_replied_to(book, turn)
        said = None if entry is None or entry.deleted else _said(book, turn, entry, line)
        if entry is None or said is None:
            return None
        if not may_change(book, entry) and (there := _own_presence(book, said)) is not None:
            # Everybody may put themselves in or out.
            actor = book.require_actor().id
            if there == any(share.member == actor for share in entry.contents.owers):
                return None
            return sharing.toggle(book, entry.number, source), book.today
        return amending.amend(book, entry.number, said, source), book.today

    found = await turn.book(use_case)
    if found is not None:
        changed, today = found
        if changed.changed or changed.repeated:
            await tell_change(turn, changed, today)


async def _takes_back(turn: Turn, line: Line, source: Source) -> bool:
    """`delete this` below a receipt deletes its entry; return whether that was said."""

    def number(book: Book) -> int | None:
        entry = entry_replied_to(book, turn)
        if entry is None or entry.deleted:
            return None
        circle, contents = circle_of(book, turn, entry), entry.contents
        said = takes_back(line, contents.amount.currency, book.context_of(entry).on, circle)
        return entry.number if said else None

    found = await turn.room(number)
    if found is None:
        return False
    await delete_entry(turn, found, source)
    return True


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
    is_payment = contents.kind is EntryKind.PAYMENT
    return None if said is None or (is_payment and said.is_of_expense) else said
