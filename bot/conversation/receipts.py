"""Receipts: one message an entry, redrawn in place, posted anew where it is gone."""

from __future__ import annotations

from typing import Final

from bot.conversation.own_messages import Posted, Purpose, find_receipt, forget_posted, remember
from bot.conversation.turn import Turn
from bot.delivery.outbox import Edited
from bot.views.reply import Reply
from ledger.core.entries import Entry

_DONE: Final = "👍"
"""Put on the words that changed an entry, where its receipt is out of sight."""
NEAR_MESSAGES: Final = 5
"""A receipt with more messages than this below it is out of sight on a phone."""


async def post_receipt(turn: Turn, entry: Entry, receipt: Reply) -> None:
    """Say an entry's receipt and remember where it stands."""
    remember(await turn.reply(receipt, entry_id=entry.id), Purpose.RECEIPT, entry.id)


async def has_receipt(turn: Turn, entry: Entry) -> bool:
    """Tell whether an entry's receipt was posted."""
    return await turn.services.threads.run(lambda tx: find_receipt(tx, entry.id)) is not None


async def stands_here(turn: Turn, entry: Entry) -> bool:
    """Tell whether the message whose button was pressed is an entry's receipt."""
    posted = await turn.services.threads.run(lambda tx: find_receipt(tx, entry.id))
    return posted is not None and _is_this(turn, posted)


async def update_receipt(
    turn: Turn, entry: Entry, receipt: Reply, answer: Reply | None = None
) -> None:
    """Redraw an entry's receipt, or post it anew where it is gone.

    `answer` is given as well where the receipt is out of sight, and in place of another
    message whose button was pressed.
    """
    threads = turn.services.threads
    posted = await threads.run(lambda tx: find_receipt(tx, entry.id))
    if posted is None:
        await post_receipt(turn, entry, receipt)
        return
    outbox = turn.services.outbox
    change = outbox.change(posted.chat_id, posted.message_id, receipt)

    async def redraw() -> None:
        if await outbox.carry_out(change) is Edited.GONE:
            await threads.run(lambda tx: forget_posted(tx, posted.chat_id, posted.message_id))
            await post_receipt(turn, entry, receipt)
        elif answer is not None and turn.query is not None:
            if not _is_this(turn, posted):
                await turn.redraw(answer)
        elif answer is not None and not _in_sight(turn, posted):
            await turn.react(_DONE)
            await turn.reply(answer, quote=True)

    await turn.in_time(redraw)


def _is_this(turn: Turn, posted: Posted) -> bool:
    return (posted.chat_id, posted.message_id) == (turn.address.chat_id, turn.message_id)


def _in_sight(turn: Turn, posted: Posted) -> bool:
    """Tell whether who reads this message sees the receipt: a little above or below it.

    Messages of other topics count in between; the receipt may stand in another one, too,
    unless it answers this very message.
    """
    elsewhere = turn.address.thread_id is not None and turn.update.edited_message is None
    distance = abs(turn.message_id - posted.message_id)
    return not elsewhere and posted.chat_id == turn.address.chat_id and distance <= NEAR_MESSAGES
