"""Tells people whose words wait for the database that they are kept."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from datetime import UTC, datetime
from typing import Final, TypeAlias

from bot.intake.inbox import Raw
from bot.intake.lanes import Lane, lane_of

PATIENCE_SECONDS: Final = 10.0
_Asking: TypeAlias = tuple[Lane, int]
"""Who waits where."""


class Notices:
    """Each person is told once in a chat for as long as something of theirs waits there.

    `tell` gets the update and needs no database; it must not raise.
    """

    def __init__(self, tell: Callable[[Raw], Awaitable[None]]) -> None:
        self._tell = tell
        self._told: set[_Asking] = set()

    async def look(self, waiting: Iterable[tuple[Raw, datetime]]) -> None:
        """Tell those who have waited long enough; forget those who wait no more.

        `waiting` is all that the database holds up now, each with the time it has waited since.
        """
        still: set[_Asking] = set()
        for raw, since in waiting:
            asking = (lane_of(raw), _sender(raw))
            still.add(asking)
            waited = (datetime.now(UTC) - since).total_seconds()
            if waited >= PATIENCE_SECONDS and asking not in self._told:
                self._told.add(asking)
                await self._tell(raw)
        self._told &= still


def _sender(raw: Raw) -> int:
    for name, happening in raw.items():
        if name != "update_id" and isinstance(happening, dict):
            sender = happening.get("from")
            found = sender.get("id") if isinstance(sender, dict) else None
            return found if isinstance(found, int) else 0
    return 0
