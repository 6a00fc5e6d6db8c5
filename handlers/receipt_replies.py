"""Replies without a command to messages of ours: answers, and what is wrong in a receipt."""

from __future__ import annotations

from datetime import date

from bot.conversation.questions import answers_question
from bot.conversation.turn import Turn
from handlers.company import circle_of, parties_of
from handlers.grammar.commands.edit_line import read_reply
from handlers.grammar.lexer import Line
from handlers.grammar.message import from_message
from handlers.message_edits import entry_replied_to, tell_change
from handlers.split_commands import answered
from ledger.book.open_book import Book
from ledger.core.amendment import Amendment
from ledger.core.answers.entry_changes import Written
from ledger.core.entries import Entry, EntryKind
from ledger.core.errors import LedgerError
from ledger.journal import amending


async def replied(turn: Turn) -> None:
    """A reply to a message of ours: to a question, or to a receipt that it puts right."""
    if await answers_question(turn):
        await answered(turn)
    else:
        await _correct(turn)


async def _correct(turn: Turn) -> None:
    """`should be 180`, `bob too`, `not chen` below a receipt change its entry; talk does not."""
    try:
        line = from_message(turn.message)
    except LedgerError:
        return  # It speaks of a bot.

    def use_case(book: Book) -> tuple[Written, date] | None:
        entry = entry_replied_to(book, turn)
        said = None if entry is None or entry.deleted else _said(book, turn, entry, line)
        if entry is None or said is None:
            return None
        return amending.amend(book, entry.number, said, turn.correction_source), book.today

    found = await turn.book(use_case)
    if found is not None:
        changed, today = found
        if changed.changed or changed.repeated:
            await tell_change(turn, changed, today)


def _said(book: Book, turn: Turn, entry: Entry, line: Line) -> Amendment | None:
    """Return what a reply says anew of an entry; of a payment, never who paid whom."""
    circle, contents = circle_of(book, turn, entry), entry.contents
    parties = parties_of(circle, contents)
    said = read_reply(line, contents.amount, book.context_of(entry).on, circle, *parties)
    is_payment = contents.kind is EntryKind.PAYMENT
    return None if said is None or (is_payment and said.is_of_expense) else said
