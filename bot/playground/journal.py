"""Everything that happened in the playground, in order, for the page and for those who wait."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from bot.playground.wire import Json

Outcome = TypeVar("Outcome")

KEPT_EVENTS = 2000
PATIENCE_SECONDS = 120.0
"""How long a wait lasts before it fails; nothing waits this long unless it is broken."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened; `payload` is read when it is sent, so it shows the latest state."""

    number: int
    kind: str
    payload: Json


class Journal:
    """The events since the start (the latest ones), and a way to wait for the next."""

    def __init__(self) -> None:
        self.latest = 0
        self.closed = False
        self._events: deque[Event] = deque(maxlen=KEPT_EVENTS)
        self._waiting: list[Callable[[], bool]] = []

    def record(self, kind: str, payload: Json) -> None:
        """Append an event and let everybody who waits look again."""
        self.latest += 1
        self._events.append(Event(self.latest, kind, payload))
        self.stir()

    def stir(self) -> None:
        """Let everybody who waits look again, for a change that is no event."""
        if self._waiting:
            self._waiting = [look for look in self._waiting if not look()]

    def close(self) -> None:
        """End all waits for further events."""
        self.closed = True
        self.stir()

    def since(self, number: int) -> list[Event] | None:
        """Return the events after a number, or None when some of them are forgotten."""
        if number > self.latest or (self._events and number < self._events[0].number - 1):
            return None
        return [event for event in self._events if event.number > number]

    async def until(
        self,
        condition: Callable[[], Outcome | None],
        timeout_seconds: float | None = PATIENCE_SECONDS,
    ) -> Outcome:
        """Wait until a condition is truthy and return what it returned.

        The condition is looked at now and after every event, never by polling. An exception
        it raises is raised here. Raises TimeoutError.
        """
        outcome = condition()
        if outcome:
            return outcome
        waiter: asyncio.Future[Outcome] = asyncio.get_running_loop().create_future()

        def look() -> bool:
            if waiter.done():
                return True
            try:
                seen = condition()
            except Exception as error:  # noqa: BLE001 - handed to whoever waits
                waiter.set_exception(error)
                return True
            if seen:
                waiter.set_result(seen)
            return bool(seen)

        self._waiting.append(look)
        try:
            return await asyncio.wait_for(waiter, timeout_seconds)
        finally:
            if look in self._waiting:
                self._waiting.remove(look)

    async def next_after(self, number: int, timeout_seconds: float | None) -> list[Event] | None:
        """Wait for events after a number; an empty list when time is up or all is closed."""
        try:
            await self.until(lambda: self.closed or self.latest != number, timeout_seconds)
        except TimeoutError:
            return []
        return self.since(number)
