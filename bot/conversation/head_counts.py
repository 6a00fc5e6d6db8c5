"""How many people a chat has, asked of Telegram now and then."""

from __future__ import annotations

import time
from collections import OrderedDict

from telegram import Bot

from bot.delivery.chat_memory import bots_in
from bot.runtime.ledger_threads import LedgerThreads

_FRESH_SECONDS = 600.0
_REMEMBERED = 10_000


class ChatSizes:
    """Each size is good for ten minutes: a receipt is not worth a question each time."""

    def __init__(self, threads: LedgerThreads) -> None:
        self._threads = threads
        self._sizes: OrderedDict[int, tuple[float, int]] = OrderedDict()

    async def people(self, bot: Bot, chat_id: int) -> int:
        """Return how many people a chat has: bots, this one among them, are none."""
        known = self._sizes.get(chat_id)
        if known is None or known[0] < time.monotonic() - _FRESH_SECONDS:
            size = (
                await bot.get_chat_member_count(chat_id) - 1 - len(await self._bots(bot, chat_id))
            )
            known = self._sizes[chat_id] = (time.monotonic(), size)
            if len(self._sizes) > _REMEMBERED:
                self._sizes.popitem(last=False)
        return known[1]

    async def _bots(self, bot: Bot, chat_id: int) -> frozenset[int]:
        """Return the other bots that are known: those that came, and those that are admins.

        Telegram tells of no others. A server before Bot API 10.0 passes over `return_bots`.
        """
        came = await self._threads.run(lambda tx: bots_in(tx, chat_id))
        admins = await bot.get_chat_administrators(chat_id, return_bots=True)
        return came | {one.user.id for one in admins if one.user.is_bot} - {bot.id}

    def forget(self, chat_id: int) -> None:
        """Ask again next time: somebody came or went."""
        self._sizes.pop(chat_id, None)
