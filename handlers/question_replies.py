"""Replies to a question about a line: an amount, or words that pick one of its buttons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from telegram import Message

from bot.conversation.open_questions import asked_line, asked_through, note_question
from bot.conversation.own_messages import Purpose, remember
from bot.conversation.pressed_keyboard import presses_below
from bot.conversation.receipts import NEAR_MESSAGES, post_receipt
from bot.conversation.said import StalePress
from bot.conversation.turn import Turn
from bot.delivery.sent_message import SentMessage
from bot.views import brief_answers, expense_receipt
from bot.views.reply import Reply, Verb
from handlers.asked_lines import source_of, tell_recorded
from handlers.company import circle_of
from handlers.entry_replies import correct_new, refuse_payment_alone
from handlers.grammar.circle import Circle
from handlers.grammar.command_names import SPLIT_COMMANDS
from handlers.grammar.commands.edit_line import read_reply
from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import Line
from handlers.grammar.message import from_message
from handlers.grammar.natural.changes.amount_alone import amount_alone
from handlers.grammar.natural.changes.below import gives_up, speaks_of_it
from handlers.grammar.natural.changes.repaid import repaid
from handlers.grammar.natural.changes.replies import is_question, takes_back
from handlers.line_answers import Answered, record_answered
from ledger.book.entry_lookup import entry_of
from ledger.book.open_book import Book
from ledger.core.entries import Entry
from ledger.core.errors import Code, LedgerError
from ledger.core.expense_line import ExpenseLine
from ledger.core.folding import fold
from ledger.core.money import Money
from ledger.core.shares import EQUAL_PART
from ledger.storage.database import Transaction

_MOST_WORDS = 5
"""Words that pick what stands on a button; more are talk."""
_MARKS = ".,;:!?…¿¡«»„“”\"'"


@dataclass(frozen=True, slots=True)
class _Reading:
    """A button that books a reading of the line: what stands on it, and what it books."""

    label: str
    choice: int
    minor: int


async def answers_line(turn: Turn) -> bool:
    """Record the line that the message of this turn answers a question about, as it says.

    Return whether it says anything of that; other replies are talk. Only whoever wrote the
    line may say; others are told so. Who says something else of money or people is asked first
    which reading of the line it is about.
    """
    to = turn.message.reply_to_message
    if to is None or turn.place is None or turn.person is None:
        return False
    asked, *before = await _asked_through(turn, to) or (None,)
    line = None if asked is None else _line_of(asked, to)
    if asked is None or line is None or asked.from_user is None:
        return False
    answered = await turn.room(lambda book: _answered(book, turn, line, asked))
    if answered is None:
        return await _asked_again(turn, asked, to)
    if asked.from_user.id != turn.person.id:
        await _tell_writer_only(turn, asked)
        return True
    if turn.message_id - to.message_id <= NEAR_MESSAGES:
        turn.question = SentMessage.of(to)
    recorded, receipt = await record_answered(turn, asked, answered)
    receipt, questions = await _with_said(turn, recorded.entry, receipt, before)
    await post_receipt(turn, recorded.entry, receipt)
    await _ask_then(turn, questions)
    return True


async def reading_then_pressed(turn: Turn) -> None:
    """The reading that a reply is about: it is recorded as that, once, and as the reply says."""
    choice, minor = turn.number(0), turn.number(1)
    asked, *said = await _asked_through(turn, turn.message) or (None,)
    line = None if asked is None else _line_of(asked, turn.message)
    if asked is None or line is None or asked.from_user is None or turn.person is None:
        raise StalePress
    if asked.from_user.id != turn.person.id:
        await turn.listen()
        name = asked.from_user.first_name
        await turn.toast(brief_answers.toast_writer_only(turn.say, name), alert=True)
        return
    recorded, receipt = await record_answered(turn, asked, Answered(line, choice, minor))
    if recorded.repeated:
        await tell_recorded(turn, recorded.entry, receipt)
        return
    receipt, questions = await _with_said(turn, recorded.entry, receipt, said)
    await turn.redraw(receipt)
    remember(SentMessage.of(turn.message), Purpose.RECEIPT, recorded.entry.id)
    for one in said:
        if one.reply_to_message is not None:
            # The question that this one answered is answered, too.
            answers = one.reply_to_message.message_id
            await turn.services.outbox.delete(turn.address.chat_id, answers)
    await _ask_then(turn, questions)


async def _with_said(
    turn: Turn, entry: Entry, receipt: Reply, said: Sequence[Message]
) -> tuple[Reply, list[tuple[Reply, Message]]]:
    """Do to a new entry what was said of its line before; return its receipt, and what to ask."""
    questions: list[tuple[Reply, Message]] = []
    for one in said:
        found = await correct_new(turn, entry.number, one)
        if isinstance(found, Reply):
            questions.append((found, one))
        elif found is not None:
            receipt = expense_receipt.told(turn.say, *found)
    return receipt, questions


async def _ask_then(turn: Turn, questions: Sequence[tuple[Reply, Message]]) -> None:
    """Ask about what was said before, each question about its message."""
    for question, about in questions:
        note_question(await turn.reply(question), about)


async def _asked_through(turn: Turn, question: Message) -> tuple[Message, ...]:
    """Return the line that a message of ours asks about, and the replies by way of which it does.

    Without buttons that lead on it asks about the message alone that it answers.
    """
    chat_id, message_id, bot = turn.address.chat_id, question.message_id, turn.bot
    leads_on = any(pressed.verb is Verb.READ_THEN for _, pressed in presses_below(question))

    def use_case(tx: Transaction) -> tuple[Message, ...]:
        if leads_on:
            return asked_through(tx, chat_id, message_id, bot)
        asked = asked_line(tx, chat_id, message_id, bot)
        return () if asked is None else (asked,)

    return await turn.services.threads.run(use_case)


def _line_of(asked: Message, question: Message) -> Line | None:
    """Return the line that is asked about; a reply is none unless it tells of a payment.

    Our question after a bare /split is asked once more.
    """
    line = from_message(asked)
    if line.command in SPLIT_COMMANDS:
        return line
    pays = any(one.label.startswith("/") for one in _readings(question))
    return line.as_command("split") if pays and not line.command else None


async def _tell_writer_only(turn: Turn, asked: Message) -> None:
    assert asked.from_user is not None
    name = asked.from_user.first_name
    await turn.reply(brief_answers.writer_only(turn.say, name), quote=True)


async def _asked_again(turn: Turn, asked: Message, to: Message) -> bool:
    """Answer what says something of a line that is asked about, but not what was asked.

    Raises IS_A_PAYMENT where it tells of a payment of its own.
    """
    said = from_message(turn.message)
    found = await turn.book(lambda book: _said_besides(book, turn, asked, said))
    if found is None:
        return False
    assert asked.from_user is not None
    if turn.person is None or asked.from_user.id != turn.person.id:
        await _tell_writer_only(turn, asked)
    elif found is _Besides.GIVES_UP:
        turn.question = SentMessage.of(to)
        await turn.reply(brief_answers.given_up(turn.say), quote=True)
    else:
        likely = await turn.room(lambda book: _likely(book, turn, asked, to))
        readings = [(one.label, one.choice, one.minor) for one in likely]
        sent = await turn.reply(brief_answers.how_to_answer(turn.say, readings), quote=True)
        note_question(sent, turn.message)
    return True


def _likely(book: Book, turn: Turn, asked: Message, to: Message) -> list[_Reading]:
    """Return the readings of the amount that a reply says, where there are some; else all."""
    written, readings = book.context(asked.date), _readings(to)
    said = from_message(turn.message)
    amount = amount_alone(said, written.currency, written.on, circle_of(book, turn))
    same = [one for one in readings if amount is not None and one.minor == amount.minor]
    return same or readings


class _Besides(Enum):
    """What a reply says of a line that is asked about, where it does not answer that."""

    GIVES_UP = auto()
    SPEAKS_OF_IT = auto()


def _said_besides(book: Book, turn: Turn, asked: Message, said: Line) -> _Besides | None:
    """Return what a reply says besides; None for talk, or where the line was recorded."""
    if entry_of(book, source_of(turn, asked)) is not None:
        return None
    written, circle = book.context(asked.date), circle_of(book, turn)
    home, nothing = written.currency, Money(1, written.currency)
    if takes_back(said, home, written.on, circle) or gives_up(said, nothing, written.on, circle):
        return _Besides.GIVES_UP
    if is_question(said):
        return None
    refuse_payment_alone(said, home, written.on, circle)
    everybody = tuple(circle.whom(one.id) for one in circle.roster.active)
    words, replies = _words(" ".join(word.text for word in said.words)), circle.words.replies
    speaks = (
        (bool(words) and replies.counted("declines", words) == len(words))
        or speaks_of_it(said, nothing, written.on, circle)
        or repaid(said, nothing, written.on, circle) is not None
        or read_reply(said, nothing, written.on, circle, everybody[:1], everybody) is not None
    )
    return _Besides.SPEAKS_OF_IT if speaks else None


def _answered(book: Book, turn: Turn, line: Line, asked: Message) -> Answered | None:
    """Return what a reply says of the line; None where it was recorded, or it says nothing."""
    said = from_message(turn.message)
    if is_question(said) or entry_of(book, source_of(turn, asked)) is not None:
        return None
    written = book.context(asked.date)
    circle = circle_of(book, turn)
    to = turn.message.reply_to_message
    readings = [] if to is None else _readings(to)
    amount = amount_alone(said, written.currency, written.on, circle)
    if amount is None:
        picked = (
            _picked(said, readings)
            or _agreed(said, readings, circle)
            or _in_place(said, readings, circle)
        )
        return None if picked is None else Answered(line, picked.choice, picked.minor)
    same = [one for one in readings if one.minor == amount.minor]
    if same:
        return Answered(line, same[0].choice, amount.minor) if len(same) == 1 else None
    try:
        read_split(line, written.currency, written.on, circle)
    except LedgerError as error:
        answered = _with_amount(error, line, said, amount)
        if answered is None or answered.choice is None or error.code is Code.IS_A_PAYMENT:
            return answered
        first = read_split(line, written.currency, written.on, circle, answered.choice)
        return answered if _is_shared_evenly(first) else None
    return None


def _is_shared_evenly(line: ExpenseLine) -> bool:
    """Tell whether another amount leaves it who paid a line, and who shares it how."""
    paid = all(minor is None for _, minor in line.payers)
    return paid and all(part == EQUAL_PART for _, part in line.participants)


def _agreed(said: Line, readings: list[_Reading], circle: Circle) -> _Reading | None:
    """Return the only reading there is, where a reply says no more than yes."""
    replies, words = circle.words.replies, _words(" ".join(word.text for word in said.words))
    if len(readings) != 1 or not words:
        return None
    return readings[0] if replies.counted("agrees", words) == len(words) else None


def _in_place(said: Line, readings: list[_Reading], circle: Circle) -> _Reading | None:
    """Return the reading that a reply says the place of: `the second one`."""
    replies, words = circle.words.replies, _words(" ".join(word.text for word in said.words))
    if len(readings) < 2 or not words:
        return None
    for kind, place in (("first", 0), ("second", 1), ("last_one", -1)):
        if replies.counted(kind, words) == len(words):
            return readings[place]
    return None


def _with_amount(error: LedgerError, line: Line, said: Line, amount: Money) -> Answered | None:
    """Return the line with the amount that was asked for."""
    if error.code is Code.AMOUNT_MISSING and "item" not in error.details:
        return Answered(replace(line, words=(*said.words, *line.words)))
    if error.code is Code.AMOUNT_AMBIGUOUS and error.details.get("choices"):
        return Answered(line, 0, amount=amount)
    if error.code is Code.IS_A_PAYMENT and len(_lines_of(error)) == 1:
        return Answered(line, 0, amount=amount)
    return None


def _lines_of(error: LedgerError) -> tuple[object, ...]:
    lines = error.details.get("lines")
    return lines if isinstance(lines, tuple) else ()


def _readings(question: Message) -> list[_Reading]:
    return [
        _Reading(label, int(pressed.args[0]), int(pressed.args[1]))
        for label, pressed in presses_below(question)
        if pressed.verb in (Verb.READ_AS, Verb.READ_THEN) and len(pressed.args) == 2
    ]


def _picked(said: Line, readings: list[_Reading]) -> _Reading | None:
    """Return the one reading on whose button stands what was said: `yes`, `only bob`."""
    words = _words(" ".join(word.text for word in said.words))
    if not words or len(words) > _MOST_WORDS:
        return None
    for fits in (
        lambda label: label == words,
        lambda label: label[: len(words)] == words,
        lambda label: {*words} <= {*label},
    ):
        found = [one for one in readings if fits(_words(one.label))]
        if len(found) == 1:
            return found[0]
    return None


def _words(text: str) -> list[str]:
    said = fold(text).replace("×", "x")
    return [word for one in said.split() if (word := one.strip(_MARKS))]
