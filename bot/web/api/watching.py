"""Watching groups for whoever wants to be told at once: one look a second for all of them."""

from __future__ import annotations

import asyncio
import contextlib
from collections import Counter
from collections.abc import AsyncIterator
from typing import Final

import structlog

from bot.runtime.ledger_threads import LedgerThreads
from bot.runtime.logs import new_reference
from bot.runtime.transient_errors import is_passing
from bot.web.api.errors import too_many
from ledger.core.members import GroupId
from ledger.storage import group_rows

_log = structlog.get_logger(__name__)

_LOOK_SECONDS: Final = 1.0
"""Other processes may change the book, too, so it is asked."""
_MOST_OF_ONE: Final = 20
"""Groups that one caller may listen to at once."""
_MOST: Final = 2000
_TRY_LATER_SECONDS: Final = 30


class Watch:
    """Looks how many changes groups have, as long as anybody listens to them.

    One statement a look, however many listen to however many groups.
    """

    def __init__(self, threads: LedgerThreads, look_seconds: float = _LOOK_SECONDS) -> None:
        self._threads = threads
        self._look_seconds = look_seconds
        self._listening: Counter[GroupId] = Counter()
        self._callers: Counter[str] = Counter()
        self._counts: dict[GroupId, int] = {}
        self._moved = asyncio.Condition()
        self._looking: asyncio.Task[None] | None = None

    @contextlib.asynccontextmanager
    async def listen(self, group_id: GroupId, caller: str) -> AsyncIterator[None]:
        """Watch a group for a caller; raise ApiError 429 where too much is listened to."""
        if self._callers[caller] >= _MOST_OF_ONE or self._callers.total() >= _MOST:
            raise too_many(_TRY_LATER_SECONDS)
        self._callers[caller] += 1
        self._listening[group_id] += 1
        if self._looking is None:
            self._looking = asyncio.create_task(self._look(), name="watch")
        try:
            yield
        finally:
            self._callers -= Counter([caller])
            self._listening -= Counter([group_id])
            self._counts = {id_: n for id_, n in self._counts.items() if id_ in self._listening}
            if not self._listening:
                self._looking.cancel()
                self._looking = None

    async def moved(self, group_id: GroupId, change: int, patience_seconds: float) -> bool:
        """Wait until a group has other changes than up to one; tell whether it has by then."""
        async with self._moved:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(patience_seconds):
                    await self._moved.wait_for(lambda: self._counts.get(group_id, 0) > change)
                    return True
        return False

    async def _look(self) -> None:
        while True:
            asked = list(self._listening)
            try:
                counts = await self._threads.run(
                    lambda tx, asked=asked: group_rows.changes_of(tx.connection, asked)  # type: ignore[misc]  # bound at once
                )
            except Exception as error:  # noqa: BLE001  # the next look may do better
                if is_passing(error):
                    _log.warning("watch_put_off", error=type(error).__name__)
                else:
                    _log.error("bug", reference=new_reference(), exc_info=error)
            else:
                if counts != {id_: self._counts.get(id_) for id_ in counts}:
                    async with self._moved:
                        self._counts |= counts
                        self._moved.notify_all()
            await asyncio.sleep(self._look_seconds)
