"""An event loop whose time passes at once when everybody waits for it, and else not at all."""

from __future__ import annotations

import asyncio
import selectors
from typing import Any


class _Skipping(selectors.DefaultSelector):
    """Skips what nothing happens in."""

    skipped_seconds = 0.0

    def select(self, timeout: float | None = None) -> Any:
        if not timeout:
            return super().select(timeout)
        happened = super().select(0)
        if not happened:
            self.skipped_seconds += timeout
        return happened


class VirtualTimeLoop(asyncio.SelectorEventLoop):
    """For what keeps time itself and talks to nobody outside of the process."""

    def __init__(self) -> None:
        self._skipping = _Skipping()
        super().__init__(self._skipping)

    def time(self) -> float:
        return self._skipping.skipped_seconds
