"""HTTP connections that must say something: half-open ones are closed, however many there are."""

from __future__ import annotations

import asyncio
from typing import Any, Final

from uvicorn.protocols.http.h11_impl import H11Protocol

HEADER_SECONDS: Final = 10.0
"""How long a connection may go without a whole request line and headers.

Telegram's come in one piece; who sends byte after byte has the same time in all, as against
the attack called Slowloris."""


class PromptHttp(H11Protocol):
    """Uvicorn's protocol, which has a limit between requests but none for the first or a slow one.

    The time counts from the connection, or from the last answer on it; while a request is
    being answered, whoever answers minds the time its body takes.
    """

    _waiting_since: float
    _look: asyncio.TimerHandle

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn's own
        """Begin to count."""
        super().connection_made(transport)
        self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop counting."""
        self._look.cancel()
        super().connection_lost(exc)

    def on_response_complete(self) -> None:
        """Count anew: the next request has as much time."""
        self._waiting_since = self.loop.time()
        super().on_response_complete()

    def _wait(self) -> None:
        self._waiting_since = self.loop.time()
        self._look = self.loop.call_later(HEADER_SECONDS, self._close_if_silent)

    def _close_if_silent(self) -> None:
        cycle: Any = self.cycle
        if cycle is not None and not cycle.response_complete:
            self._wait()
            return
        left = self._waiting_since + HEADER_SECONDS - self.loop.time()
        if left <= 0:
            self.transport.close()
        else:
            self._look = self.loop.call_later(left, self._close_if_silent)
