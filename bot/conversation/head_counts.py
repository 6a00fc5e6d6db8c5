"""How many people a chat has, asked of Telegram now and then."""

from __future__ import annotations

import time
from collections import OrderedDict

from telegram import Bot

_FRESH_SECONDS = 600.0
_REMEMBERED = 10_000


class ChatSizes:
    """Each size is good for ten minutes: a receipt is not worth a question each time."""

    def __init__(self) -> None:
        self._sizes: OrderedDict[int, tuple[float, int]] = OrderedDict()

    async def people(self, bot: Bot, chat_id: int) -> int:
        """Return how many people a chat has, without the bot itself."""
        known = self._sizes.get(chat_id)
        if known is None or known[0] < time.monotonic() - _FRESH_SECONDS:
            size = await bot.get_chat_member_count(chat_id)
            known = self._sizes[chat_id] = (time.monotonic(), size)
            if len(self._sizes) > _REMEMBERED:
                self._sizes.popitem(last=False)
        return known[1] - 1

    def forget(self, chat_id: int) -> None:
        """Ask again next time: somebody came or went."""
        self._sizes.pop(chat_id, None)
