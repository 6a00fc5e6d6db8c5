"""The bot's updates, kept until it has acknowledged them.

https://core.telegram.org/bots/api#getting-updates: an update is confirmed by an offset above
its id, updates are kept 24 hours, and their ids begin at a random number.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from bot.playground.wire import Json

BATCH = 100
KEPT_HISTORY = 20_000
NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


@dataclass(eq=False, slots=True)
class Update:
    """One update: its JSON, and how far it came."""

    id: int
    kind: str
    body: Json
    deliveries: int = 0
    acknowledged: bool = False
    out_of_order: bool = False
    """Sent again or late: an offset above its id takes it only after it was delivered."""


class UpdateQueue:
    """Updates on their way to the bot, by getUpdates or by webhook."""

    def __init__(self, first_id: int, on_change: Callable[[], None] = lambda: None) -> None:
        self.next_id = first_id
        self.allowed: tuple[str, ...] | None = None
        self.history: deque[Update] = deque(maxlen=KEPT_HISTORY)
        self._pending: deque[Update] = deque()
        self._held: list[Update] | None = None
        self._arrivals: list[asyncio.Future[None]] = []
        self._disordered = False
        self._on_change = on_change

    @property
    def pending(self) -> Sequence[Update]:
        """The updates that are not acknowledged, those held back left out."""
        return tuple(self._pending)

    @property
    def is_empty(self) -> bool:
        """Whether every update was acknowledged and none is held back."""
        return not self._pending and not self._held

    def wants(self, kind: str) -> bool:
        """Tell whether the bot asked for a kind of update (allowed_updates is sticky)."""
        return kind in self.allowed if self.allowed else kind not in NOT_BY_DEFAULT

    def put(self, kind: str, payload: Json) -> Update | None:
        """Queue an update; None when the bot did not ask for its kind."""
        return self._queue(kind, payload) if self.wants(kind) else None

    def inject(self, fields: Json, update_id: int | None = None) -> Update:
        """Queue an update made by hand: unknown kinds, unknown fields, any update id."""
        kind = next(iter(fields), "")
        update = Update(self.next_id if update_id is None else update_id, kind, {})
        update.body = {"update_id": update.id, **fields}
        if update_id is None:
            self.next_id += 1
        else:
            update.out_of_order = self._disordered = True
        self._add(update)
        return update

    def repeat(self, update: Update) -> Update:
        """Queue an update again with the id it had, as after a lost acknowledgement."""
        again = Update(update.id, update.kind, update.body, out_of_order=True)
        self._disordered = True
        self._add(again)
        return again

    @contextmanager
    def held(
        self, order: Callable[[list[Update]], list[Update]] = lambda updates: updates
    ) -> Iterator[list[Update]]:
        """Hold back what comes in, then let it go in another order (the same by default)."""
        outer, self._held = self._held, []
        held = self._held
        try:
            yield held
        finally:
            self._held = outer
            released = order(held)
            if [update.id for update in released] != sorted(update.id for update in released):
                self._disordered = True
                for update in released:
                    update.out_of_order = True
            for update in released:
                self._add(update)

    def take(self, offset: int, limit: int) -> list[Update]:
        """Acknowledge everything below the offset, then return the next updates.

        A negative offset forgets all but that many of the newest updates.
        """
        if offset < 0:
            while len(self._pending) > -offset:
                self._acknowledge(self._pending.popleft())
        else:
            self._acknowledge_below(offset)
        batch = [update for update, _ in zip(self._pending, range(limit), strict=False)]
        for update in batch:
            update.deliveries += 1
        return batch

    def finish(self, update: Update) -> None:
        """Acknowledge one update, after its webhook answered."""
        if update in self._pending:
            self._pending.remove(update)
        self._acknowledge(update)
        self._on_change()

    def drop(self) -> None:
        """Forget all pending updates (drop_pending_updates)."""
        while self._pending:
            self._acknowledge(self._pending.popleft())
        self._on_change()

    def arrival(self) -> asyncio.Future[None]:
        """Return what is done when the next update comes in, or at `stir`.

        It is no coroutine, so that whatever comes from this moment on is not missed.
        """
        waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._arrivals.append(waiter)
        return waiter

    def stir(self) -> None:
        """Let everybody who waits for an update look again."""
        waiting, self._arrivals = self._arrivals, []
        for waiter in waiting:
            if not waiter.done():
                waiter.set_result(None)

    def _queue(self, kind: str, payload: Json) -> Update:
        update = Update(self.next_id, kind, {"update_id": self.next_id, kind: payload})
        self.next_id += 1
        self._add(update)
        return update

    def _add(self, update: Update) -> None:
        if self._held is not None:
            self._held.append(update)
            return
        self._pending.append(update)
        self.history.append(update)
        self.stir()

    def _acknowledge_below(self, offset: int) -> None:
        pending = self._pending
        before = len(pending)
        if self._disordered:
            left = deque[Update]()
            for update in pending:
                if update.id < offset and (update.deliveries or not update.out_of_order):
                    self._acknowledge(update)
                else:
                    left.append(update)
            self._pending = pending = left
            self._disordered = any(update.out_of_order for update in left)
        else:
            while pending and pending[0].id < offset:
                self._acknowledge(pending.popleft())
        if len(pending) != before:
            self._on_change()

    @staticmethod
    def _acknowledge(update: Update) -> None:
        update.acknowledged = True
