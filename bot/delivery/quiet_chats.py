"""Groups where the bot may not write."""

from __future__ import annotations

from collections import OrderedDict
from typing import Final

_REMEMBERED: Final = 10_000


class QuietChats:
    """Remembers where the bot may not write, and whether somebody there knows that."""

    def __init__(self) -> None:
        self._told: OrderedDict[int, bool] = OrderedDict()

    async def note(self, chat_id: int) -> None:
        """Note that a message was refused."""
        self._told.setdefault(chat_id, False)
        if len(self._told) > _REMEMBERED:
            self._told.popitem(last=False)

    def forget(self, chat_id: int) -> None:
        """Note that a message got through."""
        self._told.pop(chat_id, None)

    def wants_telling(self, chat_id: int) -> bool:
        """Tell whether the bot may not write there and nobody was told so yet."""
        return self._told.get(chat_id) is False

    def told(self, chat_id: int) -> None:
        """Note that somebody was told."""
        self._told[chat_id] = True
