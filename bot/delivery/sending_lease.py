"""The lease on sending what is due: one process sends at a time, so that Telegram's limits hold."""

from __future__ import annotations

import asyncio
import contextlib
import secrets
import socket
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final

import structlog

from bot.runtime.ledger_threads import LedgerThreads
from bot.runtime.transient_errors import is_passing
from ledger.schedules import deliveries
from ledger.schedules.deliveries import LEASE_LASTS

_log = structlog.get_logger(__name__)

_RENEW_SECONDS: Final = 5.0
_TICK_SECONDS: Final = 1.0
_LAPSE_SECONDS: Final = 0.75 * LEASE_LASTS.total_seconds()
"""After which a lease that could not be renewed counts as lost, before others may take it."""
_GIVE_BACK_SECONDS: Final = 1.0


class SendingLease:
    """Ours or another process's; `lost` is called when it is ours no longer."""

    def __init__(self, threads: LedgerThreads, lost: Callable[[], None], *, shared: bool) -> None:
        self._threads = threads
        self._lost = lost
        # Without others there is nobody whose lease could have to run out after a crash.
        self._holder = f"{socket.gethostname()}/{secrets.token_hex(6)}" if shared else "the only"
        self._since: float | None = None
        self._taking = asyncio.Lock()

    @property
    def is_ours(self) -> bool:
        """Whether this process may send, as far as it knows."""
        return self._since is not None

    async def take(self) -> bool:
        """Take the lease where nobody has it; tell whether it is ours."""
        # Taking it lets all wait again that was on its way: not what another loop here has begun.
        async with self._taking:
            return self._since is not None or await self._begin()

    async def _begin(self) -> bool:
        now = asyncio.get_running_loop().time()
        ours, taken_back = await self._threads.run(
            lambda tx: deliveries.begin_lease(tx, self._holder, datetime.now(UTC))
        )
        self._since = now if ours else None
        if taken_back:
            # Of these nobody knows whether they arrived before the process was killed.
            _log.warning("postings_sent_again", count=taken_back)
        return ours

    async def keep(self) -> None:
        """Renew the lease, however long what is on its way has to wait for Telegram."""
        await asyncio.sleep(_TICK_SECONDS)
        if self._since is None:
            return
        loop = asyncio.get_running_loop()
        now = loop.time()
        if now - self._since < _RENEW_SECONDS:
            return
        try:
            async with asyncio.timeout_at(self._since + _LAPSE_SECONDS):
                ours, _ = await self._threads.run(
                    lambda tx: deliveries.lease(tx, self._holder, datetime.now(UTC))
                )
        except Exception as error:
            if loop.time() - self._since >= _LAPSE_SECONDS:
                self._lose()
            if not is_passing(error):
                raise
            return
        if ours:
            self._since = now
        else:
            self._lose()

    def _lose(self) -> None:
        self._since = None
        self._lost()

    async def give_back(self) -> None:
        """Let others send; where the database is away they wait until it has run out."""
        if self._since is None:
            return
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_GIVE_BACK_SECONDS):
                try:
                    await self._threads.run(
                        lambda tx: deliveries.end_lease(tx, self._holder, datetime.now(UTC))
                    )
                except Exception as error:  # noqa: BLE001  # it runs out by itself
                    _log.warning("not_noted", error=type(error).__name__)

    def drop(self) -> None:
        """Send no more, whosever it is."""
        self._since = None
