"""Lines that a question of ours answers: a press by whoever wrote one records it, once."""

from __future__ import annotations

from telegram import Message

from bot.conversation.said import StalePress
from bot.conversation.turn import Turn
from bot.views import brief_answers
from ledger.core.entries import Source


async def asked_of_presser(turn: Turn) -> Message | None:
    """Return the message that the pressed question answers, where its writer pressed.

    Others are told who may. Raises StalePress where it can't be told any more.
    """
    asked = turn.message.reply_to_message
    if asked is None or asked.from_user is None or turn.person is None:
        raise StalePress
    if asked.from_user.id == turn.person.id:
        return asked
    await turn.listen()
    name = asked.from_user.first_name
    await turn.toast(brief_answers.toast_writer_only(turn.say, name), alert=True)
    return None


def source_of(turn: Turn, asked: Message) -> Source:
    """Return the source of what a message records: whoever presses, and however often, once."""
    return Source(f"{turn.address.chat_id}/{asked.message_id}")
