"""Lines that were asked about: a press or a reply says how one is meant, and it is recorded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from telegram import Message

from bot.conversation.own_messages import Purpose, receipt_at, remember
from bot.conversation.said import StalePress
from bot.conversation.turn import Turn
from bot.delivery.attachments import Attachment
from bot.delivery.sent_message import SentMessage
from bot.views.reply import Reply
from handlers.asked_lines import asked_of_presser, source_of, tell_recorded
from handlers.company import circle_of
from handlers.grammar.command_names import SPLIT_COMMANDS
from handlers.grammar.lexer import Line, from_text
from handlers.grammar.message import from_message
from handlers.message_edits import tell_change
from handlers.settle_commands import book_meant, record_meant
from handlers.split_commands import (
    Told,
    arithmetic_of,
    as_answer,
    receipt_of,
    recorded_line,
    revise_expense,
)
from ledger.book.entry_lookup import entry_of
from ledger.book.open_book import Book
from ledger.core.answers.entry_changes import Written
from ledger.core.errors import LedgerError
from ledger.core.expense_line import ExpenseLine
from ledger.core.money import Money


@dataclass(frozen=True, slots=True)
class Answered:
    """What was said of a line that was asked about: which reading it is, or its amount.

    `minor` is what the reading has to come to, `amount` what it is made to come to.
    """

    line: Line
    choice: int | None = None
    minor: int | None = None
    amount: Money | None = None


async def reading_pressed(turn: Turn) -> None:
    """One of several readings that a line may have: it is recorded as that, once.

    The line is the message that the question answers, as it is now. What the book refuses of
    it is told as of any line.
    """
    choice, minor = turn.number(0), turn.number(1)
    asked = turn.message.reply_to_message
    if asked is None:
        raise StalePress
    line = from_message(asked)
    if line.command not in SPLIT_COMMANDS:
        line = await as_answer(turn, line)
    try:
        await record_asked(turn, line, choice, minor)
    except LedgerError as error:
        meant = error.details.get("lines")
        if isinstance(error.details.get("line"), ExpenseLine):
            raise  # It was read, and the book has refused it.
        if not isinstance(meant, tuple) or choice >= len(meant):
            raise StalePress from None
        await record_meant(turn, from_text(meant[choice]), minor)


async def record_asked(
    turn: Turn, line: Line, choice: int | None = None, minor: int | None = None
) -> None:
    """Record the line that the pressed question answers, as its writer says who presses.

    The question becomes the receipt; of a message that was recorded and then edited, the entry
    follows. Where `minor` is given and the reading is of another amount by now, nothing is
    recorded; where the line was recorded elsewhere, that is told.

    Raises StalePress where the line can't be told any more, or is of another amount; what
    recording raises.
    """
    asked = await asked_of_presser(turn)
    if asked is None:
        return
    answered = Answered(line, choice, minor)
    if await _asks_of_entry(turn, asked):
        await _revise_answered(turn, asked, answered)
        return
    recorded, receipt = await _book_answered(turn, asked, answered)
    if recorded.repeated:
        await tell_recorded(turn, recorded.entry, receipt)
        return
    await turn.redraw(receipt)
    remember(SentMessage.of(turn.message), Purpose.RECEIPT, recorded.entry.id)


async def _asks_of_entry(turn: Turn, asked: Message) -> bool:
    """Tell whether the pressed question is about an edit of what was recorded, and no receipt."""
    chat_id, message_id = turn.address.chat_id, turn.message_id

    def use_case(book: Book) -> bool:
        recorded = entry_of(book, source_of(turn, asked))
        return recorded is not None and receipt_at(book.tx, chat_id, message_id) is None

    return asked.edit_date is not None and await turn.room(use_case)


async def _revise_answered(turn: Turn, asked: Message, answered: Answered) -> None:
    """Let the entry of an edited message say what was meant by it."""

    def use_case(book: Book) -> tuple[Written, date, str | None]:
        entry = entry_of(book, source_of(turn, asked))
        if entry is None:
            raise StalePress
        changed, read = revise_expense(
            *(book, entry.number, answered.line, book.context_of(entry), turn.press_source),
            circle_of(book, turn, entry),
            answered.choice,
        )
        if answered.minor not in (None, read.amount.minor):
            raise StalePress
        return changed, book.today, arithmetic_of(changed.entry, read)

    await tell_change(turn, *await turn.book(use_case))


async def record_answered(turn: Turn, asked: Message, answered: Answered) -> tuple[Written, Reply]:
    """Record a line that was asked about, as a reply says; return that and its receipt.

    It may be a payment that the line means.
    """
    try:
        return await _book_answered(turn, asked, answered)
    except LedgerError as error:
        meant, choice = error.details.get("lines"), answered.choice
        if not isinstance(meant, tuple) or choice is None or choice >= len(meant):
            raise
        line = from_text(meant[choice])
    return await book_meant(turn, asked, line, answered.minor, answered.amount)


async def _book_answered(turn: Turn, asked: Message, answered: Answered) -> tuple[Written, Reply]:
    attachment = Attachment.of(asked)
    kept = str(attachment) if attachment else None
    source = source_of(turn, asked)

    def use_case(book: Book) -> tuple[Written, Told]:
        choice, amount = answered.choice, answered.amount
        found = recorded_line(
            book, turn, answered.line, source, kept, None, choice, asked.date, amount=amount
        )
        # The message may say something else by now than what the button shows.
        comes_to = found[1].line.amount.minor
        if not found[0].repeated and answered.minor not in (None, comes_to):
            raise StalePress
        return found

    recorded, told = await turn.book(use_case)
    return recorded, await receipt_of(turn, recorded, told)
