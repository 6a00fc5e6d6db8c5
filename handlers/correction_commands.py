"""Putting right: undo, delete, restore, edit, and in or out by button."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from bot.conversation.receipts import update_receipt
from bot.conversation.turn import Turn
from bot.views import brief_answers, expense_receipt
from handlers.grammar.commands.edit_line import read_amendment
from handlers.grammar.commands.settle_line import write_payment
from handlers.grammar.lexer import from_message
from handlers.grammar.literals.amounts import write_money
from handlers.grammar.literals.entry_numbers import read_number
from handlers.grammar.printer import write_split
from handlers.grammar.repair import mend
from handlers.message_edits import restorable, tell_change
from handlers.settle_commands import revise_payment
from handlers.split_commands import revise_expense
from ledger.book.open_book import Book
from ledger.core.entries import Entry, EntryKind
from ledger.core.errors import Code, LedgerError
from ledger.core.members import Member
from ledger.core.money import Money
from ledger.journal import corrections, said_again
from ledger.journal.corrections import Amendment, Changed, OldEntry

_NO_LINE_HELPS = frozenset(
    {
        *(Code.NO_SUCH_ENTRY, Code.MAY_NOT_CHANGE, Code.ALREADY_DELETED, Code.NOT_A_PERSON),
        *(Code.UNKNOWN_NAME, Code.NAME_AMBIGUOUS, Code.SAME_PERSON),
    }
)
"""Refusals of an edit that another line would meet as well, or that names are about."""


async def undo(turn: Turn) -> None:
    """`/undo`: take back my latest entry here; one older than a day asks first.

    With a number it can only mean that entry.
    """
    if from_message(turn.message).words:
        await delete(turn)
        return

    def use_case(book: Book) -> tuple[Changed | OldEntry, date]:
        return corrections.undo_latest(book, turn.correction_source), book.today

    done, today = await turn.book(use_case)
    if isinstance(done, OldEntry):
        await turn.reply(brief_answers.ask_undo(turn.say, done.entry, done.roster, today))
    else:
        await _tell(turn, done, today)


async def delete(turn: Turn) -> None:
    """`/delete 12`."""
    number, _ = read_number(from_message(turn.message))
    await _change(turn, lambda book: corrections.delete(book, number, turn.correction_source))


async def restore(turn: Turn) -> None:
    """`/restore 12`."""
    number, _ = read_number(from_message(turn.message))
    await _change(turn, lambda book: corrections.restore(book, number, turn.correction_source))


async def edit(turn: Turn) -> None:
    """`/edit 12 1300 dinner @bob`, `/edit 16 @alice 1900`: what a message of that text says.

    An amount alone, or nothing but a date, a category or a note, changes only that.
    """
    number, line = read_number(from_message(turn.message))

    def use_case(book: Book) -> Changed:
        entry = corrections.find(book, number)
        amendment: Amendment | None = None
        try:
            amendment = read_amendment(line, entry.contents.currency, book.today)
            if amendment is not None:
                return corrections.amend(book, number, amendment, turn.correction_source)
            if entry.contents.kind is EntryKind.PAYMENT:
                if not line.words:
                    raise LedgerError(Code.AMOUNT_MISSING, found="", examples=())
                return revise_payment(book, number, line, turn.correction_source)
            return revise_expense(book, number, line, book.today, turn.correction_source)[0]
        except LedgerError as error:
            _with_own_line(book, entry, error, amendment)
            raise

    await _change(turn, use_case)


def _with_own_line(
    book: Book, entry: Entry, error: LedgerError, amendment: Amendment | None
) -> None:
    """Add to a refusal of an edit, where it has no line to copy, the one the entry says now."""
    restorable(error)
    if error.code in _NO_LINE_HELPS or error.details.get("examples"):
        return
    home = book.group.currency
    if entry.contents.kind is EntryKind.PAYMENT:
        words = write_payment(said_again.payment_line(book, entry), entry.contents, home)
        error.details["examples"] = (f"/edit {entry.number} {words}",)
        return
    own = said_again.expense_line(book, entry)
    prefix = f"/edit {entry.number}"
    if amendment is not None and amendment.amount is not None:
        if isinstance(amount := error.details.get("amount"), Money):
            error.details["written"] = write_money(amount, home)
        meant = replace(own, amount=amendment.amount)
        error.details["line"] = meant
        own = mend(meant, error) or own
    error.details["examples"] = (f"{prefix} {write_split(own, home)}",)


async def undo_pressed(turn: Turn) -> None:
    """Undo below a receipt."""
    await _change(turn, lambda book: corrections.delete(book, turn.number(0), turn.press_source))


async def restore_pressed(turn: Turn) -> None:
    """Restore below the receipt of a deleted entry."""
    await _change(turn, lambda book: corrections.restore(book, turn.number(0), turn.press_source))


async def toggle_pressed(turn: Turn) -> None:
    """I'm in / out."""
    number = turn.number(0)

    def use_case(book: Book) -> tuple[Changed, Member, date]:
        changed = corrections.toggle(book, number, turn.press_source)
        return changed, book.require_actor(), book.today

    changed, member, today = await turn.book(use_case)
    receipt = expense_receipt.changed(turn.say, changed, today)
    await turn.toast(brief_answers.toast_in(turn.say, changed.entry, member))
    await update_receipt(turn, changed.entry, receipt, receipt)


async def _change(turn: Turn, use_case: Callable[[Book], Changed]) -> None:
    changed, today = await turn.book(lambda book: (use_case(book), book.today))
    await _tell(turn, changed, today)


async def _tell(turn: Turn, changed: Changed, today: date) -> None:
    if changed.changed or changed.repeated:
        await tell_change(turn, changed, today)
    else:
        told = brief_answers.nothing_changed(turn.say, changed.entry, changed.roster)
        await turn.reply(told, quote=True)
