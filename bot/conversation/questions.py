"""Questions of ours whose answers come as replies to them."""

from __future__ import annotations

from bot.conversation.own_messages import (
    Posted,
    Purpose,
    find_posted,
    forget_posted,
    mark_explained,
    remember,
)
from bot.conversation.turn import Turn
from bot.views.reply import Reply


async def ask(turn: Turn, question: Reply) -> None:
    """Ask a question whose answer comes as a reply to it."""
    remember(await turn.reply(question, quote=True), Purpose.QUESTION, None)


async def open_question(turn: Turn) -> Posted | None:
    """Return the open question of ours that this message replies to."""
    asked = turn.message.reply_to_message
    if asked is None:
        return None
    chat_id, message_id = turn.address.chat_id, asked.message_id
    posted = await turn.services.threads.run(lambda tx: find_posted(tx, chat_id, message_id))
    return None if posted is None or posted.purpose is Purpose.RECEIPT else posted


async def close_question(turn: Turn, question: Posted) -> None:
    """Take a question as answered: what replies to it from here on is no answer."""
    await turn.services.threads.run(
        lambda tx: forget_posted(tx, question.chat_id, question.message_id)
    )


async def explain_question(turn: Turn, question: Posted) -> None:
    """Note that an example was given to whoever answered a question otherwise."""
    await turn.services.threads.run(
        lambda tx: mark_explained(tx, question.chat_id, question.message_id)
    )
