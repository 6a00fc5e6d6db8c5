"""The one source of the present moment, injected so that time can be moved."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Tells the time to ledger and heartbeat."""

    def now(self) -> datetime:
        """Return the present moment, aware, in UTC."""
        ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """Return the present moment, aware, in UTC."""
        return datetime.now(UTC)


class MovableClock:
    """A clock that runs with the machine's, moved ahead on demand or stopped at a moment."""

    def __init__(self, stopped_at: datetime | None = None) -> None:
        self._stopped_at = stopped_at
        self._ahead = timedelta()
        self._watchers: list[Callable[[], None]] = []

    def watch(self, moved: Callable[[], None]) -> None:
        """Have somebody told whenever the clock is moved."""
        self._watchers.append(moved)

    def now(self) -> datetime:
        """Return the moved moment, aware, in UTC."""
        return (self._stopped_at or datetime.now(UTC)) + self._ahead

    def move(self, by: timedelta) -> None:
        """Move the clock by a span; a negative one sets it back."""
        self._ahead += by
        for moved in self._watchers:
            moved()

    def move_to(self, moment: datetime) -> None:
        """Move the clock to an aware moment."""
        self.move(moment - self.now())
