"""The whole way in: from an update that arrives to one that is answered."""

from __future__ import annotations

import asyncio
import contextlib
import secrets
import socket
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

import structlog
from sqlalchemy.exc import SQLAlchemyError

from bot.intake import leases
from bot.intake.arrivals import Arrivals
from bot.intake.dispatcher import Dispatcher
from bot.intake.handling import Handling
from bot.intake.inbox import Raw, Row, accept
from bot.intake.lanes import Lane
from bot.intake.outage_notices import Notices
from bot.runtime.ledger_threads import LedgerThreads
from bot.runtime.metrics import UPDATES
from bot.runtime.supervised_loops import go_round
from bot.runtime.transient_errors import is_database_away
from ledger.storage.database import Transaction

_log = structlog.get_logger(__name__)

_TICK_SECONDS: Final = 1.0
_LONGEST_PAUSE_SECONDS: Final = 2.0
_LEAVE_SECONDS: Final = 0.5
_UNCOMMITTED: Final = 1000
_FORGET_SECONDS: Final = 3600.0
"""After which an update that was not delivered again is another process's, or nobody's."""


@dataclass(slots=True)
class _Uncommitted:
    """An update that was refused, for Telegram to deliver it again."""

    raw: Raw
    since: datetime
    seen: float


class Intake:
    """Accepts updates into the inbox and has them handled.

    `shared` tells that other processes use the same inbox (webhook over PostgreSQL): lanes
    are claimed then, for an order within each chat that holds across processes. `tell_kept`
    tells whoever sent an update that it waits for the database, which it must not need.
    """

    def __init__(
        self,
        threads: LedgerThreads,
        handle: Callable[[Row], Awaitable[Handling]],
        tell_kept: Callable[[Raw], Awaitable[None]],
        *,
        shared: bool = False,
    ) -> None:
        self._threads = threads
        self._shared = shared
        self._holder = f"{socket.gethostname()}/{secrets.token_hex(6)}"
        self._dispatcher = Dispatcher(threads, handle, self._let_go if shared else None)
        self._notices = Notices(tell_kept)
        self._arrivals = Arrivals(self._accept)
        self._uncommitted: dict[int, _Uncommitted] = {}
        self._renewed_at = 0.0
        self._tasks: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        """Take up what was left in the inbox, before anything new."""
        if self._shared:
            self._renewed_at = time.monotonic()
            keeping = go_round(self._keep_leases)
            self._tasks.append(asyncio.create_task(keeping, name="leases"))
        else:
            await self._dispatcher.recover()
        self._tasks.append(asyncio.create_task(go_round(self._watch), name="intake-watch"))

    def is_asked(self, chat_id: int) -> bool:
        """Tell whether somebody waits for an answer in a chat."""
        return self._dispatcher.is_waiting(Lane(chat_id))

    def finish_up(self) -> None:
        """Begin no more rows; those that are being handled go on."""
        self._dispatcher.finish_up()

    async def settled(self) -> None:
        """Wait until what was accepted so far is handled, and nothing is left to do for it."""
        await self._dispatcher.settled()

    async def stop(self, patience_seconds: float) -> None:
        """Finish what is being handled within so many seconds; the rest stays in the inbox."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._tasks.clear()
        await self._dispatcher.stop(patience_seconds - _LEAVE_SECONDS)
        if self._shared:
            with contextlib.suppress(SQLAlchemyError, TimeoutError):
                async with asyncio.timeout(_LEAVE_SECONDS):
                    await self._threads.run(lambda tx: leases.let_go_of_all(tx, self._holder))

    async def room(self) -> None:
        """Wait until more updates may be fetched."""
        await self._dispatcher.room()

    async def accept_batch(self, batch: list[Raw]) -> None:
        """Commit a batch, however long the database takes to come back, and handle it."""
        failures = 0
        while not await self._accept(batch):
            failures += 1
            await asyncio.sleep(min(0.25 * 2.0 ** min(failures, 8), _LONGEST_PAUSE_SECONDS))

    async def accept_one(self, raw: Raw) -> bool:
        """Commit one update and handle it; return False where it could not be committed."""
        return await self._arrivals.take(raw)

    async def _accept(self, batch: list[Raw]) -> bool:
        """Commit a batch in one transaction; until then Telegram keeps it as well."""
        try:
            if self._shared:
                ours = await self._threads.run(lambda tx: self._write_and_claim(tx, batch))
            else:
                rows = await self._threads.run(lambda tx: accept(tx, batch))
        except SQLAlchemyError as error:
            if not is_database_away(error):
                raise
            _log.warning("inbox_away", error=type(error).__name__, updates=len(batch))
            self._keep_in_mind(batch)
            return False
        for raw in batch:
            self._uncommitted.pop(raw["update_id"], None)
            UPDATES.labels(_kind(raw)).inc()
        if self._shared:
            # Read back from the inbox: another process may have put earlier rows before these.
            self._dispatcher.take_up(ours)
        else:
            self._dispatcher.hand_over(rows)
        return True

    def _write_and_claim(self, tx: Transaction, batch: list[Raw]) -> set[Lane]:
        """Return the lanes of these updates that are this process's to handle."""
        rows = accept(tx, batch)
        return leases.claim(tx, [row.lane for row in rows], self._holder)

    def _keep_in_mind(self, batch: list[Raw]) -> None:
        now, seen = datetime.now(UTC), time.monotonic()
        for raw in batch:
            known = self._uncommitted.get(raw["update_id"])
            if known is not None:
                known.seen = seen
            elif len(self._uncommitted) < _UNCOMMITTED:
                self._uncommitted[raw["update_id"]] = _Uncommitted(raw, now, seen)

    # Beside it

    async def _watch(self) -> None:
        await asyncio.sleep(_TICK_SECONDS)
        self._dispatcher.measure()
        away = self._threads.away_since is not None
        held = self._dispatcher.waiting() if away else self._dispatcher.held_up()
        rows = [(row.raw, row.received_at) for row in held]
        # What another process took in at its next delivery is never heard of again here.
        old = time.monotonic() - _FORGET_SECONDS
        for update_id in [known for known, one in self._uncommitted.items() if one.seen < old]:
            del self._uncommitted[update_id]
        waiting = [(one.raw, one.since) for one in self._uncommitted.values()]
        await self._notices.look([*waiting, *rows])

    async def _keep_leases(self) -> None:
        if time.monotonic() - self._renewed_at > leases.RENEW_SECONDS:
            before = self._dispatcher.lanes
            ours = await self._renew(before)
            self._renewed_at = time.monotonic()
            self._dispatcher.drop(before - ours)
        free = await self._threads.run(lambda tx: leases.take_over(tx, self._holder))
        self._dispatcher.take_up(free)
        await asyncio.sleep(leases.SWEEP_SECONDS)

    async def _renew(self, lanes: frozenset[Lane]) -> set[Lane]:
        return await self._threads.run(lambda tx: leases.renew(tx, lanes, self._holder))

    async def _let_go(self, lane: Lane, limit: int) -> tuple[Row, ...]:
        return await self._threads.run(lambda tx: leases.let_go(tx, lane, self._holder, limit))


def _kind(raw: Raw) -> str:
    return next((name for name in raw if name != "update_id"), "none")
