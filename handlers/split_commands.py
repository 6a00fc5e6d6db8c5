"""Recording an expense: `/split`, the question after a bare one, and edits of the message."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date

from telegram import Message, Update

from bot.conversation.own_messages import Posted, Purpose
from bot.conversation.questions import ask, close_question, explain_question, open_question
from bot.conversation.receipts import post_receipt, update_receipt
from bot.conversation.turn import GROUP_CHATS, Turn
from bot.delivery.attachments import Attachment
from bot.views import expense_receipt, guidance
from handlers.grammar.lexer import Line, from_message
from handlers.grammar.repair import correct_expense
from handlers.grammar.splits import read_split
from handlers.message_edits import follow_edit, has_entry, restorable, taken_away, tell_again
from ledger.book.open_book import Book
from ledger.core.entries import Entry, Source
from ledger.core.errors import Code, LedgerError
from ledger.core.expense_line import ExpenseLine
from ledger.core.members import MemberKind
from ledger.core.money import Currency
from ledger.journal import corrections, recording
from ledger.journal.corrections import Changed
from ledger.journal.recording import Recorded


@dataclass(frozen=True, slots=True)
class _Told:
    """What a receipt needs besides the entry: the day, and the line as it was typed."""

    today: date
    line: ExpenseLine


async def split(turn: Turn) -> None:
    """`/split 1200 dinner @bob`: record it and say the receipt."""
    line = from_message(turn.message)
    if not line.words:
        await turn.listen()
        await ask(turn, guidance.ask_expense(turn.say))
    else:
        await _record(turn, line)


async def answered(turn: Turn) -> None:
    """The reply to "How much, and what for?"."""
    question = await open_question(turn)
    if question is not None:
        await _answer(turn, question, _record)


async def _answer(
    turn: Turn, question: Posted, record: Callable[[Turn, Line], Awaitable[None]]
) -> None:
    """Take a message as the answer to a question, which is then closed.

    Whoever answers with no amount is shown an example, once: perhaps it is just talk.
    """
    try:
        await record(turn, from_message(turn.message).as_command("split"))
    except LedgerError as error:
        if error.code is not Code.AMOUNT_MISSING:
            raise
        if question.purpose is Purpose.EXPLAINED:
            return
        await explain_question(turn, question)
        raise
    await close_question(turn, question)


async def _record(turn: Turn, line: Line, by_edit: Source | None = None) -> None:
    attachment = Attachment.of(turn.message)
    kept = str(attachment) if attachment else None

    def use_case(book: Book) -> tuple[Recorded, _Told]:
        home = book.group.currency
        read = read_split(line, home, book.today)
        try:
            recorded = recording.record_expense(book, read, turn.source, kept, by_edit=by_edit)
        except LedgerError as error:
            raise _explained(error, read, home, line.prefix) from None
        return recorded, _Told(book.today, read)

    try:
        recorded, told = await turn.book(use_case)
    except LedgerError:
        if not await tell_again(turn):
            raise
        return
    entry = recorded.entry
    receipt = expense_receipt.recorded(
        turn.say,
        recorded,
        told.today,
        known=await _known(turn, recorded, told.line),
        arithmetic=_arithmetic(entry, told.line),
    )
    if recorded.repeated:
        await update_receipt(turn, entry, receipt)
    else:
        await post_receipt(turn, entry, receipt)


async def split_edited(turn: Turn) -> None:
    """The message of an expense was changed: so is the expense, or it is recorded now."""
    await _follow(turn, from_message(turn.message))


async def answer_edited(turn: Turn) -> None:
    """The same for the answer to our question; any other message was perhaps an entry's.

    A question that was answered is forgotten, so what replies to the bot and has recorded
    something counts as an answer, too.
    """
    message = turn.message
    if not is_plain(message):
        await taken_away(turn)
    elif (question := await open_question(turn)) is not None:
        await _answer(turn, question, _follow)
    elif _replies_to_us(message) and await has_entry(turn):
        await _follow(turn, from_message(message).as_command("split"))
    else:
        await taken_away(turn)


async def _follow(turn: Turn, line: Line) -> None:
    def revise(book: Book, entry: Entry) -> tuple[Changed, str | None]:
        changed, read = revise_expense(
            book, entry.number, line, book.local_date(entry.recorded_at), turn.edit_source
        )
        return changed, _arithmetic(changed.entry, read)

    await follow_edit(turn, line, revise, _record)


def revise_expense(
    book: Book, number: int, line: Line, today: date, source: Source
) -> tuple[Changed, ExpenseLine]:
    """Let an expense say what /split's words say; `today` is the day they were written."""
    home = book.group.currency
    read = read_split(line, home, today)
    try:
        return corrections.revise(book, number, read, source), read
    except LedgerError as error:
        restorable(error)
        raise _explained(error, read, home, line.prefix) from None


def _explained(error: LedgerError, read: ExpenseLine, home: Currency, prefix: str) -> LedgerError:
    """Add to a refusal what was understood of the line, and the line mended."""
    correct_expense(error, read, home, prefix)
    error.details["line"] = read
    return error


def _arithmetic(entry: Entry, line: ExpenseLine) -> str | None:
    """Return the amount as it was typed, unless the entry was changed since."""
    return line.arithmetic if line.amount == entry.contents.amount else None


async def _known(turn: Turn, recorded: Recorded, line: ExpenseLine) -> tuple[int, int] | None:
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
        and message.chat.type in GROUP_CHATS
        and is_plain(message)
        and _replies_to_us(message)
    )


def _replies_to_us(message: Message) -> bool:
    asked = message.reply_to_message.from_user if message.reply_to_message else None
    return asked is not None and asked.id == message.get_bot().id


def is_plain(message: Message) -> bool:
    """Tell whether a message is somebody's own words, and no command."""
    text = message.text or message.caption or ""
    return not (text.startswith("/") or message.forward_origin or message.via_bot)
