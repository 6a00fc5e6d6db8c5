"""Lines that a question of ours answers: a press by whoever wrote one records it, once."""

from __future__ import annotations

from telegram import Message

from bot.conversation.receipts import stands_here, update_receipt
from bot.conversation.said import StalePress
from bot.conversation.turn import Turn
from bot.views import brief_answers
from bot.views.reply import Reply
from ledger.core.entries import Entry, Source


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


async def tell_recorded(turn: Turn, entry: Entry, receipt: Reply) -> None:
    """Tell whoever presses that the line is recorded already, where this is not its receipt."""
    if not await stands_here(turn, entry):
        await turn.listen()
        await turn.toast(brief_answers.toast_stale(turn.say), alert=True)
    await update_receipt(turn, entry, receipt)


def source_of(turn: Turn, asked: Message) -> Source:
    """Return the source of what a message records: whoever presses, and however often, once."""
    return Source(f"{turn.address.chat_id}/{asked.message_id}")
