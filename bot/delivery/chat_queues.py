"""Calls that wait for their chat, in order; of the changes of one message only the newest."""

from __future__ import annotations

import asyncio
import heapq
from dataclasses import dataclass, field

from bot.delivery.rate_windows import Sent, Window


@dataclass(slots=True, eq=False)
class Call:
    """A call and its place in the order; `turn` is what it waits for."""

    priority: int
    number: int
    turn: asyncio.Future[bool] | None = None
    overtaken: bool = False

    def __lt__(self, other: Call) -> bool:
        return (self.priority, self.number) < (other.priority, other.number)

    @property
    def waits(self) -> bool:
        """Tell whether its turn is still to come."""
        return self.turn is not None and not self.turn.done()


@dataclass(slots=True, eq=False)
class ChatQueue:
    """Who waits for a chat, and when it opens: one call at a time is on its way to it."""

    windows: tuple[Window, ...]
    waiting: list[Call] = field(default_factory=list)
    edits: dict[int, Call] = field(default_factory=dict)
    """By the ids of messages with a change under way, the newest."""
    busy: bool = False
    sent: Sent | None = None
    held_until: float = 0.0

    def opens(self, now: float) -> float:
        """Return when the next call may go."""
        opens = max(now, self.held_until)
        for window in self.windows:
            opens = max(opens, window.opens(now))
        return opens

    def head(self) -> Call | None:
        """Return whose turn is next."""
        while self.waiting and not self.waiting[0].waits:  # gave up waiting
            heapq.heappop(self.waiting)
        return self.waiting[0] if self.waiting else None

    def overtake(self, message_id: int, call: Call) -> None:
        """Let a change of a message go in place of an older one, unless that is on its way."""
        older, self.edits[message_id] = self.edits.get(message_id), call
        if older is None:
            return
        older.overtaken = True
        if older.waits:
            assert older.turn is not None
            call.number = older.number
            older.turn.set_result(False)
