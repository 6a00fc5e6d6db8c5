"""Paying back: `/settle`, and the buttons below the suggested payments."""

from __future__ import annotations

from datetime import date

from bot.conversation.receipts import has_receipt, post_receipt, update_receipt
from bot.conversation.turn import Turn
from bot.views import brief_answers, expense_receipt
from bot.views import settlement_menu as views
from handlers.grammar.commands.settle_line import asks_for_plan, read_settle, with_amount
from handlers.grammar.lexer import Line, from_message
from handlers.message_edits import follow_edit, restorable, tell_again
from ledger.book.open_book import Book
from ledger.core.entries import Entry, Source
from ledger.core.errors import Code, LedgerError
from ledger.core.members import MemberId
from ledger.core.money import Money, currency
from ledger.journal import corrections, recording
from ledger.journal.corrections import Changed
from ledger.journal.recording import Recorded
from ledger.reports import statements
from ledger.reports.statements import BalanceSheet


async def settle(turn: Turn) -> None:
    """`/settle` suggests; `/settle @alice 1900` and `/settle @bob @alice 1900` record."""
    line = from_message(turn.message)
    if not line.words or (line.replied is None and asks_for_plan(line)):
        sheet = await turn.book(statements.balance)
        await turn.reply(views.settle(turn.say, sheet))
        return
    await _record(turn, line)


async def _record(turn: Turn, line: Line, by_edit: Source | None = None) -> None:
    def use_case(book: Book) -> tuple[Recorded, date]:
        read = read_settle(line, book.group.currency, book.today)
        recorded = recording.record_payment(
            *(book, read.payer, read.payee, read.amount, turn.source, read.note),
            on=read.on,
            by_edit=by_edit,
        )
        return recorded, book.today

    try:
        recorded, today = await turn.book(use_case)
    except LedgerError as error:
        if await tell_again(turn):
            return
        if error.code is Code.NOTHING_OWED:
            error.details["examples"] = (with_amount(line, "500"),)
        raise
    await _tell(turn, recorded, today)


async def settle_edited(turn: Turn) -> None:
    """The message of a payment was changed: so is the payment, or it is recorded now."""
    line = from_message(turn.message)

    def revise(book: Book, entry: Entry) -> tuple[Changed, None]:
        return revise_payment(book, entry.number, line, turn.edit_source), None

    await follow_edit(turn, line, revise, _record)


def revise_payment(book: Book, number: int, line: Line, source: Source) -> Changed:
    """Let a payment say what /settle's words say."""
    read = read_settle(line, book.group.currency, book.today)
    try:
        return corrections.revise_payment(
            book, number, read.payer, read.payee, read.amount, source, read.note, read.on
        )
    except LedgerError as error:
        restorable(error)
        raise


async def settle_pressed(turn: Turn) -> None:
    """Settle below the balances opens the suggestions; a page turns them over."""
    sheet = await turn.book(statements.balance)
    await turn.unfold(views.settle(turn.say, sheet, turn.number(0)))


async def paid_pressed(turn: Turn) -> None:
    """I paid, or I got it: whichever of the two presses first records the payment.

    Where the plan says something else by now, nothing is recorded and it is drawn anew.
    """
    payer, payee = MemberId(turn.number(0)), MemberId(turn.number(1))
    amount = Money(turn.number(3), turn.argument(2, currency))
    source = turn.line_source("paid", payer, payee, amount.currency, amount.minor, turn.number(4))
    page = turn.number(5)

    def use_case(book: Book) -> tuple[Recorded, BalanceSheet, date]:
        recorded = recording.pay_suggestion(
            book, payer, payee, amount.currency, source, amount.minor
        )
        return recorded, statements.balance(book), book.today

    try:
        recorded, sheet, today = await turn.book(use_case)
    except LedgerError as error:
        if error.code is not Code.NOTHING_OWED:
            raise
        sheet = await turn.book(statements.balance)
        await _plan_changed(turn, sheet, page)
        return
    if recorded.entry.deleted:
        await _plan_changed(turn, sheet, page)
    elif recorded.repeated and await has_receipt(turn, recorded.entry):
        # The press that recorded it has changed both messages.
        await turn.toast(brief_answers.toast_paid(turn.say, recorded.entry, recorded.roster))
    else:
        await turn.redraw(views.settle(turn.say, sheet, page))
        await _tell(turn, recorded, today)


async def _plan_changed(turn: Turn, sheet: BalanceSheet, page: int) -> None:
    await turn.toast(brief_answers.toast_plan_changed(turn.say), alert=True)
    await turn.redraw(views.settle(turn.say, sheet, page))


async def _tell(turn: Turn, recorded: Recorded, today: date) -> None:
    user = turn.person.id if turn.person else None
    reader = next((member.id for member in recorded.roster if member.user_id == user), None)
    receipt = expense_receipt.recorded(turn.say, recorded, today, reader=reader)
    if recorded.repeated:
        await update_receipt(turn, recorded.entry, receipt, None)
    else:
        await post_receipt(turn, recorded.entry, receipt)
