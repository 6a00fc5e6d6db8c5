"""Recording an entry again, perhaps with something changed: `/copy 12`."""

from __future__ import annotations

from datetime import date

from bot.conversation.receipts import post_receipt, update_receipt
from bot.conversation.turn import Turn
from bot.views import expense_receipt
from handlers.company import circle_of, parties_of
from handlers.grammar.circle import Circle
from handlers.grammar.commands.edit_line import read_amendment
from handlers.grammar.lexer import Line
from handlers.grammar.literals.entry_numbers import read_number
from handlers.grammar.message import from_message
from ledger.book.entry_lookup import find
from ledger.book.open_book import Book
from ledger.core.amendment import Amendment
from ledger.core.answers.entry_changes import Written
from ledger.core.entries import Entry
from ledger.journal import copying


async def copy(turn: Turn) -> None:
    """`/copy 12`, `/copy 12 1300 on friday`: record an entry again, today or as is said."""
    number, line = read_number(from_message(turn.message))

    def use_case(book: Book) -> tuple[Written, date]:
        amendment = _otherwise(book, find(book, number), line, circle_of(book, turn))
        return copying.copy(book, number, turn.source, amendment), book.today

    again, today = await turn.book(use_case)
    receipt = expense_receipt.told(turn.say, again, today)
    if again.repeated:
        await update_receipt(turn, again.entry, receipt)
    else:
        await post_receipt(turn, again.entry, receipt)


def _otherwise(book: Book, entry: Entry, line: Line, circle: Circle) -> Amendment | None:
    """Return what is otherwise in the copy; None where nothing is said."""
    if not line.words:
        return None
    parties = parties_of(circle, entry.contents)
    return read_amendment(line, entry.contents.amount, book.today, circle, *parties)
