"""A forum's topics: where something was said, and where people write."""

from __future__ import annotations

from bot.conversation.own_messages import topic_of
from bot.conversation.turn import Turn
from bot.delivery.chat_memory import note_topic
from bot.intake import afterwards


async def find_topic(turn: Turn) -> None:
    """Note the topic that somebody writes in; find the one of a message that tells nothing."""
    if turn.place is None:
        return
    chat_id, thread = turn.address.chat_id, turn.thread_id
    if turn.is_inaccessible:
        message_id = turn.message_id
        turn.thread_id = await turn.services.threads.run(
            lambda tx: topic_of(tx, chat_id, message_id)
        )
    elif thread is not None and turn.services.memory.is_news(chat_id, thread):
        afterwards(lambda tx: note_topic(tx, chat_id, thread))
