"""Recording an expense: `/split`, the question after a bare one, and edits of the message."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import date, datetime

from telegram import Message, Update

from bot.conversation.open_questions import asked_line
from bot.conversation.questions import answers_question, ask, is_late, remove_answered
from bot.conversation.receipts import post_receipt, update_receipt
from bot.conversation.said import is_group
from bot.conversation.turn import Turn
from bot.delivery.attachments import Attachment
from bot.views import expense_receipt, guidance
from bot.views.refusals.answer import told
from bot.views.reply import Reply
from handlers.company import circle_of
from handlers.grammar.circle import Circle
from handlers.grammar.command_names import REFUND_COMMAND
from handlers.grammar.commands.split_line import read_split, reading
from handlers.grammar.lexer import Line
from handlers.grammar.message import from_message
from handlers.grammar.repair import correct_expense
from handlers.message_edits import follow_edit, has_entry, restorable, taken_away, tell_again
from ledger.book.open_book import Book
from ledger.core.answers.entry_changes import Written
from ledger.core.entries import Entry, Source
from ledger.core.errors import Code, LedgerError
from ledger.core.expense_line import ExpenseLine
from ledger.core.members import MemberKind
from ledger.core.money import Money
from ledger.core.writing_context import WritingContext
from ledger.journal import corrections, recording


@dataclass(frozen=True, slots=True)
class Told:
    """What a receipt needs besides the entry: the day, and the line as it was typed."""

    today: date
    line: ExpenseLine


async def split(turn: Turn) -> None:
    """`/split 1200 dinner @bob`: record it and say the receipt."""
    line = from_message(turn.message)
    if not line.words:
        await turn.listen()
        refund = line.command == REFUND_COMMAND
        question = guidance.ask_refund if refund else guidance.ask_expense
        await ask(turn, question(turn.say))
    else:
        await _record(turn, line)


async def cancel_pressed(turn: Turn) -> None:
    """Cancel beside "How much, and what for?"."""
    await turn.take_back()


async def answered(turn: Turn) -> None:
    """The reply to "How much, and what for?"."""
    await _answer(turn, _record)
    await remove_answered(turn)


async def answer_again(turn: Turn) -> None:
    """An answer to our question is read again, as its writer has said who is meant."""
    await _answer(turn, _record if turn.update.edited_message is None else _follow)


async def _answer(turn: Turn, record: Callable[[Turn, Line], Awaitable[None]]) -> None:
    """Take a message as an answer to a question of ours: everybody's, as often as they answer.

    What comes late and has no amount is just talk; else it is asked for once more.
    """
    line = await as_answer(turn, from_message(turn.message))
    try:
        await record(turn, line)
    except LedgerError as error:
        if error.code is not Code.AMOUNT_MISSING or "item" in error.details:
            raise
        if is_late(turn.message):
            return
        if turn.update.edited_message is not None:
            raise
        if line.command == REFUND_COMMAND:
            await ask(turn, guidance.ask_refund(turn.say))
        else:
            await ask(turn, guidance.ask_expense(turn.say, told(turn.say, error)))


async def as_answer(turn: Turn, line: Line) -> Line:
    """Return a line that answers a question of ours as what that has asked for.

    Where our question about the line is pressed, Telegram no longer tells what it answers.
    """
    message = turn.message if turn.query is None else turn.message.reply_to_message
    asked = None if message is None else message.reply_to_message
    question = turn.question.message_id if turn.question is not None else None
    if turn.query is not None:
        question = turn.message_id
    if asked is None and question is not None:
        chat_id, about, bot = turn.address.chat_id, question, turn.bot
        kept = await turn.services.threads.run(lambda tx: asked_line(tx, chat_id, about, bot))
        asked = None if kept is None else kept.reply_to_message
    is_refund = asked is not None and guidance.asks_refund(asked.text or "")
    return line.as_command(REFUND_COMMAND if is_refund else "split")


async def _record(turn: Turn, line: Line, by_edit: Source | None = None) -> None:
    attachment = Attachment.of(turn.message)
    kept = str(attachment) if attachment else None

    def use_case(book: Book) -> tuple[Written, Told]:
        return recorded_line(book, turn, line, turn.source, kept, by_edit)

    try:
        recorded, told = await turn.book(use_case)
    except LedgerError:
        if not await tell_again(turn):
            raise
        return
    receipt = await receipt_of(turn, recorded, told)
    if recorded.repeated:
        await update_receipt(turn, recorded.entry, receipt)
    else:
        await post_receipt(turn, recorded.entry, receipt)
        if (asked := await turn.asked_before()) is not None:
            # What was asked is said now.
            await turn.services.outbox.delete(asked.chat_id, asked.message_id)


def recorded_line(
    book: Book,
    turn: Turn,
    line: Line,
    source: Source,
    attachment: str | None,
    by_edit: Source | None = None,
    choice: int | None = None,
    sent_at: datetime | None = None,
    *,
    amount: Money | None = None,
) -> tuple[Written, Told]:
    """Record a line as its words say, or as was chosen; return what its receipt needs as well.

    Raises what reading and recording it raise, with the line mended.
    """
    written = book.context(sent_at or turn.sent_at)
    home = written.currency
    read = read_split(line, home, written.on, circle_of(book, turn), choice)
    if amount is not None:
        read = replace(read, amount=amount, arithmetic=None)
    try:
        recorded = recording.record_expense(
            book, read, source, attachment, by_edit=by_edit, written=written
        )
    except LedgerError as error:
        raise _explained(error, read, written, line.prefix, circle_of(book, turn)) from None
    return recorded, Told(book.today, read)


async def receipt_of(turn: Turn, recorded: Written, told: Told) -> Reply:
    """Return the receipt of what was recorded of a line."""
    return expense_receipt.told(
        turn.say,
        recorded,
        told.today,
        known=await _known(turn, recorded, told.line),
        arithmetic=arithmetic_of(recorded.entry, told.line),
    )


async def split_edited(turn: Turn) -> None:
    """The message of an expense was changed: so is the expense, or it is recorded now."""
    await _follow(turn, from_message(turn.message))


async def answer_edited(turn: Turn) -> None:
    """The same for the answer to our question; any other message was perhaps an entry's.

    Earlier versions forgot a question once it was answered, so what replies to the bot and has
    recorded something counts as an answer, too.
    """
    message = turn.message
    if not is_plain(message):
        await taken_away(turn)
    elif await answers_question(turn):
        await _answer(turn, _follow)
    elif replies_to_us(message) and await has_entry(turn):
        await _follow(turn, await as_answer(turn, from_message(message)))
    else:
        await taken_away(turn)


async def _follow(turn: Turn, line: Line) -> None:
    def revise(book: Book, entry: Entry) -> tuple[Written, str | None]:
        changed, read = revise_expense(
            *(book, entry.number, line, book.context_of(entry), turn.edit_source),
            circle_of(book, turn, entry),
        )
        return changed, arithmetic_of(changed.entry, read)

    await follow_edit(turn, line, revise, _record)


def revise_expense(
    book: Book,
    number: int,
    line: Line,
    written: WritingContext,
    source: Source,
    circle: Circle,
    choice: int | None = None,
) -> tuple[Written, ExpenseLine]:
    """Let an expense say what /split's words say, in the context they were written in."""
    home = written.currency
    read = read_split(line, home, written.on, circle, choice)
    try:
        return corrections.revise(book, number, read, source), read
    except LedgerError as error:
        restorable(error)
        raise _explained(error, read, written, line.prefix, circle) from None


def _explained(
    error: LedgerError, read: ExpenseLine, written: WritingContext, prefix: str, circle: Circle
) -> LedgerError:
    """Add to a refusal what was understood of the line, and the line mended."""
    home = written.currency
    reader = reading(home, written.on, circle)
    correct_expense(error, read, home, prefix, read=reader, circle=circle)
    error.details["line"] = read
    return error


def arithmetic_of(entry: Entry, line: ExpenseLine) -> str | None:
    """Return the amount as it was typed, unless the entry was changed since."""
    return line.arithmetic if line.amount == entry.contents.amount else None


async def _known(turn: Turn, recorded: Written, line: ExpenseLine) -> tuple[int, int] | None:
    """Return how many people of how many the bot knows, where an expense missed somebody."""
    if line.participants and not line.everyone:
        return None
    known = sum(member.kind is MemberKind.USER for member in recorded.roster.active)
    people = await turn.people_here()
    return (known, people) if people is not None and known < people else None


def may_answer(update: Update) -> bool:
    """Tell whether a message in a group replies to the bot, perhaps to its question."""
    message = update.message
    return (
        message is not None
        and is_group(message.chat)
        and is_plain(message)
        and replies_to_us(message)
    )


def replies_to_us(message: Message) -> bool:
    """Tell whether a message replies to one of ours."""
    asked = message.reply_to_message.from_user if message.reply_to_message else None
    return asked is not None and asked.id == message.get_bot().id


def is_plain(message: Message) -> bool:
    """Tell whether a message is somebody's own words, and no command; `// cash` is none."""
    text = (message.text or message.caption or "").removeprefix("//")
    return not (text.startswith("/") or message.forward_origin or message.via_bot)
