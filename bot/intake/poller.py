"""Fetches updates by getUpdates; each batch is in the inbox before the next is asked for.

Not through python-telegram-bot's Updater, which acknowledges before anything is handled,
and parses a batch before handing it over: one update it can't read would stop all.
"""

from __future__ import annotations

import asyncio
import json
import ssl
import time
from collections.abc import Awaitable, Callable, Sequence
from http import HTTPStatus
from typing import Any, Final

import aiohttp
import structlog

from bot.intake.inbox import Raw
from bot.runtime.http_client import proxy_for

_log = structlog.get_logger(__name__)

POLL_SECONDS: Final = 30
_MARGIN_SECONDS: Final = 15.0
SILENCE_SECONDS: Final = 90.0
"""So long without one answered getUpdates, and the process had better start anew."""
_LONGEST_PAUSE_SECONDS: Final = 8.0


class WrongTokenError(Exception):
    """Telegram does not know the token."""


class SilenceError(Exception):
    """Telegram has not answered for so long that something here may be stuck."""


class _RefusedError(Exception):
    def __init__(self, status: int, description: str, retry_after: float | None) -> None:
        super().__init__(f"{status} {description}")
        self.status = status
        self.retry_after = retry_after


class Poller:
    """Long polling over a connection of its own, so that sending can't starve it.

    `accept` returns when a batch is committed; only then the next call tells Telegram to
    forget it. `room` is awaited before each call.
    """

    def __init__(
        self,
        base_url: str,
        allowed_updates: Sequence[str],
        accept: Callable[[list[Raw]], Awaitable[None]],
        room: Callable[[], Awaitable[None]],
        verify: ssl.SSLContext | bool = True,
    ) -> None:
        self._url = f"{base_url}/getUpdates"
        # The list is sticky at Telegram's: whole, every time, or yesterday's stays in force.
        self._allowed = json.dumps(list(allowed_updates))
        self._accept = accept
        self._room = room
        self._verify = verify
        self._session: aiohttp.ClientSession | None = None
        self._offset: int | None = None
        self.answered_at: float | None = None
        """When (time.monotonic) Telegram last answered a getUpdates."""

    async def run(self) -> None:
        """Poll until cancelled; raise WrongTokenError or SilenceError when that is no use."""
        failures, silent_since = 0, None
        while True:
            await self._room()
            silent_since = silent_since or time.monotonic()
            try:
                # Around everything, as a stuck connection pool knows no read timeout.
                async with asyncio.timeout(POLL_SECONDS + 2 * _MARGIN_SECONDS):
                    batch = await self._fetch(POLL_SECONDS)
            except _RefusedError as refused:
                if refused.status == HTTPStatus.UNAUTHORIZED:
                    raise WrongTokenError from None
                if refused.status == HTTPStatus.CONFLICT:
                    failures = 0
                    _log.warning("polling_conflict", hint="another process polls with this token")
                pause = refused.retry_after
            except (aiohttp.ClientError, TimeoutError, ValueError, KeyError) as error:
                _log.warning("polling_failed", error=type(error).__name__)
                pause = None
            else:
                failures, silent_since = 0, None
                if batch:
                    await self._accept(batch)
                    self._offset = max(raw["update_id"] for raw in batch) + 1
                del batch  # Not kept while the next is waited for.
                continue
            failures += 1
            if time.monotonic() - silent_since > SILENCE_SECONDS:
                raise SilenceError
            await asyncio.sleep(pause or min(0.5 * 2.0 ** min(failures, 8), _LONGEST_PAUSE_SECONDS))

    async def close(self, patience_seconds: float = 1.0) -> None:
        """Tell Telegram what we have, so that it is not delivered again, and disconnect."""
        if self._offset is not None:
            try:
                async with asyncio.timeout(patience_seconds):
                    await self._fetch(0)
            except (_RefusedError, aiohttp.ClientError, TimeoutError, ValueError, KeyError):
                _log.info("last_batch_not_acknowledged")
        if self._session is not None:
            await self._session.close()

    async def _fetch(self, seconds: int) -> list[Raw]:
        form = {"timeout": str(seconds), "limit": "100", "allowed_updates": self._allowed}
        if self._offset is not None:
            form["offset"] = str(self._offset)
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(ssl=self._verify),
                timeout=aiohttp.ClientTimeout(
                    sock_connect=10.0, sock_read=POLL_SECONDS + _MARGIN_SECONDS
                ),
                proxy=proxy_for(self._url),
            )
        async with self._session.post(self._url, data=form) as response:
            body = await response.read()
        if response.status != HTTPStatus.OK:
            raise _refused(response.status, body)
        batch: list[Raw] = json.loads(body)["result"]
        self.answered_at = time.monotonic()
        return batch


def _refused(status: int, body: bytes) -> _RefusedError:
    try:
        told: dict[str, Any] = json.loads(body)
    except ValueError:
        told = {}
    retry_after = (told.get("parameters") or {}).get("retry_after")
    return _RefusedError(status, str(told.get("description", "")), retry_after)
