"""Replies to a question about a line: an amount, or words that pick one of its buttons."""

from __future__ import annotations

from dataclasses import dataclass, replace

from telegram import Message

from bot.conversation.open_questions import asked_line
from bot.conversation.pressed_keyboard import presses_below
from bot.conversation.receipts import NEAR_MESSAGES, post_receipt
from bot.conversation.turn import Turn
from bot.delivery.sent_message import SentMessage
from bot.views import brief_answers
from bot.views.reply import Verb
from handlers.asked_lines import source_of
from handlers.company import circle_of
from handlers.grammar.command_names import SPLIT_COMMANDS
from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import Line
from handlers.grammar.message import from_message
from handlers.grammar.natural.changes.amount_alone import amount_alone
from handlers.grammar.natural.changes.below import speaks_of_it
from handlers.grammar.natural.changes.replies import is_question
from handlers.split_commands import Answered, record_answered
from ledger.book.entry_lookup import entry_of
from ledger.book.open_book import Book
from ledger.core.errors import Code, LedgerError
from ledger.core.folding import fold
from ledger.core.money import Money

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
    line may say; others are told so. Who speaks of money or people, but not of what was asked,
    is told how to answer.
    """
    asked = await _asked(turn)
    if asked is None or asked.from_user is None or turn.person is None:
        return False
    line = from_message(asked)
    if line.command not in SPLIT_COMMANDS:
        return False  # Our question after a bare /split is asked once more.
    answered = await turn.room(lambda book: _answered(book, turn, line, asked))
    if answered is None:
        return await _asked_again(turn, asked)
    if asked.from_user.id != turn.person.id:
        name = asked.from_user.first_name
        await turn.reply(brief_answers.writer_only(turn.say, name), quote=True)
        return True
    to = turn.message.reply_to_message
    assert to is not None
    if turn.message_id - to.message_id <= NEAR_MESSAGES:
        turn.question = SentMessage.of(to)
    entry, receipt = await record_answered(turn, asked, answered)
    await post_receipt(turn, entry, receipt)
    return True


async def _asked_again(turn: Turn, asked: Message) -> bool:
    """Tell the writer of a line how to answer, where a reply says something, but not that."""
    to, said = turn.message.reply_to_message, from_message(turn.message)
    if to is None or turn.person is None or asked.from_user is None:
        return False
    if asked.from_user.id != turn.person.id:
        return False

    def unclear(book: Book) -> bool:
        if entry_of(book, source_of(turn, asked)) is not None:
            return False
        written = book.context(asked.date)
        nothing = Money(1, written.currency)
        return speaks_of_it(said, nothing, written.on, circle_of(book, turn))

    if not await turn.book(unclear):
        return False
    how = brief_answers.how_to_answer(turn.say, buttons=bool(_readings(to)))
    await turn.reply(how, quote=True)
    return True


async def _asked(turn: Turn) -> Message | None:
    to = turn.message.reply_to_message
    if to is None or turn.place is None:
        return None
    chat_id, message_id, bot = turn.address.chat_id, to.message_id, turn.bot
    return await turn.services.threads.run(lambda tx: asked_line(tx, chat_id, message_id, bot))


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
        picked = _picked(said, readings)
        return None if picked is None else Answered(line, picked.choice, picked.minor)
    same = [one for one in readings if one.minor == amount.minor]
    if same:
        return Answered(line, same[0].choice, amount.minor) if len(same) == 1 else None
    try:
        read_split(line, written.currency, written.on, circle)
    except LedgerError as error:
        return _with_amount(error, line, said, amount)
    return None


def _with_amount(error: LedgerError, line: Line, said: Line, amount: Money) -> Answered | None:
    """Return the line with the amount that was asked for."""
    if error.code is Code.AMOUNT_MISSING and "item" not in error.details:
        return Answered(replace(line, words=(*said.words, *line.words)))
    if error.code is Code.AMOUNT_AMBIGUOUS and error.details.get("choices"):
        return Answered(line, 0, amount=amount)
    return None


def _readings(question: Message) -> list[_Reading]:
    return [
        _Reading(label, int(pressed.args[0]), int(pressed.args[1]))
        for label, pressed in presses_below(question)
        if pressed.verb is Verb.READ_AS and len(pressed.args) == 2
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
