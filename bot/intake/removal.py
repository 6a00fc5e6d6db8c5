"""Takes answered rows out of the inbox, as many at a time as have come together."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import structlog
from sqlalchemy.exc import SQLAlchemyError

from bot.intake.handling import Afterwards
from bot.intake.inbox import remove
from bot.runtime.ledger_threads import LedgerThreads
from bot.runtime.transient_errors import is_database_away
from ledger.storage.database import Transaction

_log = structlog.get_logger(__name__)

_PAUSE_SECONDS: Final = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class _Removal:
    update_id: int | None
    afterwards: Sequence[Afterwards]
    done: asyncio.Future[None]


class Remover:
    """One transaction removes all the rows that were answered while the last one ran."""

    def __init__(self, threads: LedgerThreads) -> None:
        self._threads = threads
        self._waiting: list[_Removal] = []
        self.held_up = False
        """Whether the database did not do its work the last time it was asked."""
        self._task: asyncio.Task[None] | None = None

    def remove(self, update_id: int, afterwards: Sequence[Afterwards] = ()) -> asyncio.Future[None]:
        """Have a row removed and `afterwards` done with it; the future says when both are."""
        return self._add(update_id, afterwards)

    def _add(self, update_id: int | None, afterwards: Sequence[Afterwards]) -> asyncio.Future[None]:
        removal = _Removal(update_id, tuple(afterwards), asyncio.get_running_loop().create_future())
        self._waiting.append(removal)
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._run(), name="inbox-removal")
        return removal.done

    def note(self, afterwards: Sequence[Afterwards]) -> asyncio.Future[None]:
        """Have `afterwards` done while the row stays; the future says when they are."""
        return self._add(None, afterwards)

    async def finish(self, patience_seconds: float) -> None:
        """Wait until everything asked for is removed, but not longer."""
        if self._task is not None and not self._task.done():
            await asyncio.wait([self._task], timeout=patience_seconds)
            self._task.cancel()

    async def _run(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting, []
            try:
                await self._remove(batch)
            except Exception as error:  # noqa: BLE001  # the rows stay, for the next start
                _log.error("not_removed", updates=len(batch), exc_info=error)
                await asyncio.sleep(_PAUSE_SECONDS)
            finally:
                # Whatever came of it, a lane waits for it.
                for removal in batch:
                    if not removal.done.done():
                        removal.done.set_result(None)

    async def _remove(self, batch: Sequence[_Removal]) -> None:
        """Remove for certain: the answers are out, so a database that is away is waited for."""
        try:
            await self._commit(batch)
        except Exception as error:  # noqa: BLE001  # logged with where it came from
            if len(batch) > 1:
                for removal in batch:
                    await self._remove([removal])
                return
            # Remembering failed by a bug; the update was answered all the same.
            _log.error("afterwards_failed", update_id=batch[0].update_id, exc_info=error)
            await self._commit([_Removal(batch[0].update_id, (), batch[0].done)])

    async def _commit(self, batch: Sequence[_Removal]) -> None:
        while True:
            try:
                await self._threads.run(lambda tx: _remove(tx, batch))
            except SQLAlchemyError as error:
                if not is_database_away(error):
                    raise
                self.held_up = True
                await asyncio.sleep(_PAUSE_SECONDS)
            else:
                self.held_up = False
                return


def _remove(tx: Transaction, batch: Sequence[_Removal]) -> None:
    for removal in batch:
        for work in removal.afterwards:
            work(tx)
    answered = [removal.update_id for removal in batch if removal.update_id is not None]
    if answered:
        remove(tx, answered)
