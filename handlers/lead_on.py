"""Replies that no other rule reads: to suggested payments, or to a command that was refused."""

from __future__ import annotations

from bot.conversation.open_questions import asked_line
from bot.conversation.pressed_keyboard import presses_below
from bot.conversation.turn import Turn
from bot.views import brief_answers
from bot.views.reply import Reply, Verb
from handlers.asked_lines import source_of
from handlers.company import circle_of
from handlers.entry_replies import refuse_payment_alone
from handlers.grammar.circle import Circle
from handlers.grammar.command_names import SPLIT_COMMANDS
from handlers.grammar.lexer import Line
from handlers.grammar.message import from_message
from handlers.grammar.natural.changes.below import speaks_of_it
from handlers.grammar.natural.changes.told_words import bare
from ledger.book.entry_lookup import entry_of
from ledger.book.open_book import Book
from ledger.core.errors import LedgerError
from ledger.core.money import Money

_OF_PLAN = frozenset({Verb.PAID, Verb.GOT})


async def lead_on(turn: Turn) -> bool:
    """Tell how to say it where a reply to suggested payments or to a refusal says something.

    Return whether it does; other replies are talk. Raises IS_A_PAYMENT for one that tells of a
    payment, which a press records.
    """
    to = None if turn.is_inaccessible else turn.message.reply_to_message
    if to is None or turn.place is None or turn.person is None:
        return False
    plan = any(pressed.verb in _OF_PLAN for _, pressed in presses_below(to))
    chat_id, message_id, bot = turn.address.chat_id, to.message_id, turn.bot
    asked = await turn.services.threads.run(lambda tx: asked_line(tx, chat_id, message_id, bot))
    command = "" if asked is None else from_message(asked).command
    if not plan and (not command or command in SPLIT_COMMANDS):
        return False
    try:
        line = from_message(turn.message)
    except LedgerError:
        return False

    def use_case(book: Book) -> bool:
        if asked is not None and entry_of(book, source_of(turn, asked)) is not None:
            return False
        circle, home, today = circle_of(book, turn), book.group.currency, book.today
        if plan:
            refuse_payment_alone(line, home, today, circle)
        speaks = speaks_of_it(line, Money(1, home), today, circle)
        return speaks or not _is_talk(line, circle)

    if not await turn.book(use_case):
        return False
    await turn.reply(_answer(turn, plan), quote=True)
    return True


def _answer(turn: Turn, plan: bool) -> Reply:
    say = turn.say
    return brief_answers.how_to_pay(say) if plan else brief_answers.how_to_answer(say, ())


def _is_talk(line: Line, circle: Circle) -> bool:
    """Tell whether a reply says thanks, yes or nothing."""
    replies, words = circle.words.replies, [text for word in line.words if (text := bare(word))]
    letters = any(char.isalnum() for text in words for char in text)
    return not letters or replies.says("chatting", words) or replies.says("agrees", words)
