"""Questions of ours whose answers come as replies to them."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from telegram import Message

from bot.conversation.own_messages import Purpose, find_posted, remember
from bot.conversation.turn import Turn
from bot.views.reply import Reply

_OLD: Final = timedelta(days=1)


async def ask(turn: Turn, question: Reply, *, quote: bool = True) -> None:
    """Ask a question whose answer comes as a reply to it."""
    remember(await turn.reply(question, quote=quote), Purpose.QUESTION, None)


async def answers_question(turn: Turn) -> bool:
    """Tell whether this message replies to a question of ours, answered before or not."""
    asked = turn.message.reply_to_message
    if asked is None:
        return False
    chat_id, message_id = turn.address.chat_id, asked.message_id
    posted = await turn.services.threads.run(lambda tx: find_posted(tx, chat_id, message_id))
    return posted is not None and posted.purpose is not Purpose.RECEIPT


async def remove_answered(turn: Turn) -> None:
    """Delete the question to one person that they have answered: the receipt says it all.

    One that a command asks is anybody's to answer, as often as they like.
    """
    asked = turn.message.reply_to_message
    if asked is None or turn.person is None or not turn.heard:
        return
    to_whom = [entity.user.id for entity in asked.entities if entity.user is not None]
    if turn.person.id in to_whom:
        await turn.services.outbox.delete(turn.address.chat_id, asked.message_id)


def is_late(answer: Message) -> bool:
    """Tell whether a message comes too late to be certainly an answer: it may be just talk."""
    asked = answer.reply_to_message
    return asked is None or answer.date - asked.date > _OLD
