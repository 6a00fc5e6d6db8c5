"""What was explained already: why a chat takes our messages only in part, or not at all."""

from __future__ import annotations

from collections import OrderedDict
from typing import Final

from bot.delivery.ladder import Refusal

_REMEMBERED: Final = 10_000


class Explained:
    """Remembers of each chat which refusals somebody there was told of."""

    def __init__(self) -> None:
        self._told: OrderedDict[tuple[int, Refusal], None] = OrderedDict()

    def knows(self, chat_id: int, why: Refusal) -> bool:
        """Tell whether somebody was told of this."""
        return (chat_id, why) in self._told

    def note(self, chat_id: int, why: Refusal) -> None:
        """Note that somebody was told."""
        self._told[chat_id, why] = None
        if len(self._told) > _REMEMBERED:
            self._told.popitem(last=False)

    def forget(self, chat_id: int, *, picture: bool) -> None:
        """Note that a message got through; what is refused from here on is news again.

        That pictures are refused is over only when a `picture` got through.
        """
        for why in Refusal:
            if why is not Refusal.PICTURE or picture:
                self._told.pop((chat_id, why), None)
