"""Paying back: `/settle`, and the buttons below the suggested payments."""

from __future__ import annotations

from datetime import date

from telegram import Message

from bot.conversation import plans
from bot.conversation.own_messages import Purpose, remember
from bot.conversation.plans import PlanMessage
from bot.conversation.receipts import has_receipt, post_receipt, update_receipt
from bot.conversation.said import StalePress
from bot.conversation.turn import Turn
from bot.delivery.sent_message import SentMessage
from bot.views import brief_answers, expense_receipt
from bot.views import settlement_menu as views
from bot.views.reply import Reply
from handlers.asked_lines import asked_of_presser, source_of, tell_recorded
from handlers.company import circle_of
from handlers.grammar.circle import Circle
from handlers.grammar.commands.settle_line import asks_for_plan, read_settle, with_amount
from handlers.grammar.lexer import Line
from handlers.grammar.message import from_message
from handlers.message_edits import follow_edit, restorable, tell_again
from ledger.book.open_book import Book
from ledger.core.answers.entry_changes import Written
from ledger.core.entries import Entry, Source
from ledger.core.errors import Code, LedgerError
from ledger.core.members import MemberId
from ledger.core.money import Money, currency
from ledger.journal import corrections, recording
from ledger.reports import statements


async def settle(turn: Turn) -> None:
    """`/settle` suggests; `/settle @alice 1900` and `/settle @bob @alice 1900` record."""
    line = from_message(turn.message)
    if not line.words or (line.replied is None and asks_for_plan(line)):
        sheet = await turn.book(statements.settlement)
        await turn.reply(views.settle(turn.say, sheet))
        return
    await _record(turn, line)


async def _record(turn: Turn, line: Line, by_edit: Source | None = None) -> None:
    def use_case(book: Book) -> tuple[Written, date]:
        written = book.context(turn.sent_at)
        read = read_settle(line, written.currency, written.on, circle_of(book, turn))
        recorded = recording.record_payment(
            *(book, read.payer, read.payee, read.amount, turn.source, read.note),
            on=read.on,
            by_edit=by_edit,
            written=written,
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


async def record_meant(turn: Turn, line: Line, minor: int) -> None:
    """Record the payment that the line of the pressed question means, once; it becomes the receipt.

    Raises StalePress where it is of another amount by now, or no payment; what recording raises.
    """
    asked = await asked_of_presser(turn)
    if asked is None:
        return
    recorded, receipt = await book_meant(turn, asked, line, minor)
    if recorded.repeated:
        await tell_recorded(turn, recorded.entry, receipt)
        return
    await turn.redraw(receipt)
    remember(SentMessage.of(turn.message), Purpose.RECEIPT, recorded.entry.id)


async def book_meant(
    turn: Turn, asked: Message, line: Line, minor: int | None, amount: Money | None = None
) -> tuple[Written, Reply]:
    """Record the payment that a message means, of `amount` where that is said; with its receipt.

    Raises StalePress where it is of another amount than `minor` by now, or no payment; what
    recording raises.
    """
    source, sent_at = source_of(turn, asked), asked.date

    def use_case(book: Book) -> tuple[Written, date]:
        written = book.context(sent_at)
        try:
            read = read_settle(line, written.currency, written.on, circle_of(book, turn))
        except LedgerError:
            raise StalePress from None
        if read.amount is None or minor not in (None, read.amount.minor):
            raise StalePress
        recorded = recording.record_payment(
            *(book, read.payer, read.payee, amount or read.amount, source, read.note),
            on=read.on,
            written=written,
        )
        return recorded, book.today

    recorded, today = await turn.book(use_case)
    return recorded, expense_receipt.told(turn.say, recorded, today)


async def settle_edited(turn: Turn) -> None:
    """The message of a payment was changed: so is the payment, or it is recorded now."""
    line = from_message(turn.message)

    def revise(book: Book, entry: Entry) -> tuple[Written, None]:
        circle = circle_of(book, turn)
        return revise_payment(book, entry, line, turn.edit_source, circle), None

    await follow_edit(turn, line, revise, _record)


def revise_payment(book: Book, entry: Entry, line: Line, source: Source, circle: Circle) -> Written:
    """Let a payment say what /settle's words say, in the context they were written in.

    Without a date it is the day when they were written; without an amount that stays.
    """
    written = book.context_of(entry)
    read = read_settle(line, written.currency, written.on, circle)
    on = read.on or written.on
    try:
        return corrections.revise_payment(
            book, entry.number, read.payer, read.payee, read.amount, source, read.note, on
        )
    except LedgerError as error:
        restorable(error)
        raise


async def settle_pressed(turn: Turn) -> None:
    """Settle below the balances opens the suggestions; a page turns them over."""
    sheet = await turn.book(statements.settlement)
    await turn.unfold(views.settle(turn.say, sheet, turn.number(0)), alone=False)


async def paid_pressed(turn: Turn) -> None:
    """A payment of the plan was made: whichever of the two presses first records the payment.

    Where the plan says something else by now, nothing is recorded and it is drawn anew.
    """
    payer, payee = MemberId(turn.number(0)), MemberId(turn.number(1))
    amount = Money(turn.number(3), turn.argument(2, currency))
    source = turn.line_source("paid", payer, payee, amount.currency, amount.minor, turn.number(4))
    plan = PlanMessage(turn.address.chat_id, turn.message_id, turn.number(5))

    def use_case(book: Book) -> tuple[Written, Reply, date]:
        recorded = recording.pay_suggestion(
            book, payer, payee, amount.currency, source, amount.minor
        )
        if turn.message_id and not recorded.repeated:
            plans.note_paid(book.tx, recorded.entry.id, plan)
        return recorded, plans.drawn(turn.say, book, plan), book.today

    try:
        recorded, redrawn, today = await turn.book(use_case)
    except LedgerError as error:
        if error.code is not Code.PLAN_CHANGED:
            raise
        redrawn = await turn.book(lambda book: plans.drawn(turn.say, book, plan))
        await _plan_changed(turn, redrawn)
        return
    if recorded.entry.deleted:
        await _plan_changed(turn, redrawn)
    elif recorded.repeated and await has_receipt(turn, recorded.entry):
        # The press that recorded it has changed both messages.
        await turn.toast(brief_answers.toast_paid(turn.say, recorded.entry, recorded.roster))
    else:
        await turn.redraw(redrawn)
        await _tell(turn, recorded, today)


async def _plan_changed(turn: Turn, redrawn: Reply) -> None:
    await turn.toast(brief_answers.toast_plan_changed(turn.say), alert=True)
    await turn.redraw(redrawn)


async def _tell(turn: Turn, recorded: Written, today: date) -> None:
    user = turn.person.id if turn.person else None
    reader = next((member.id for member in recorded.roster if member.user_id == user), None)
    receipt = expense_receipt.told(turn.say, recorded, today, reader=reader)
    if recorded.repeated:
        await update_receipt(turn, recorded.entry, receipt, None)
    else:
        await post_receipt(turn, recorded.entry, receipt)
