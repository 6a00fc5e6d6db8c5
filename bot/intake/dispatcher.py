"""Handles the inbox: in order within a lane, side by side across lanes."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import time
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from typing import Final

import structlog
from telegram.error import RetryAfter

from bot.intake.handling import Handling, Later
from bot.intake.inbox import Row, lanes_waiting, mark_answered, rows_waiting, set_aside
from bot.intake.lanes import Lane
from bot.intake.removal import Remover
from bot.runtime.ledger_threads import LedgerThreads
from bot.runtime.logs import new_reference
from bot.runtime.metrics import HANDLED, HANDLING, INBOX_AGE, INBOX_ROWS
from bot.runtime.transient_errors import is_database_away, patience_seconds

_log = structlog.get_logger(__name__)

_IN_LANE: Final = 100
"""Rows of one lane in memory; the rest of a flood waits in the inbox."""
_IN_MEMORY: Final = 2000
"""Rows of all lanes in memory, beyond which no more updates are fetched."""
_UNFINISHED: Final = 20
"""Rows of one lane with something left to do, beyond which its next row waits."""
_REMEMBERED: Final = 4096
_REMOVING_SECONDS: Final = 0.5
_LONGEST_PAUSE_SECONDS: Final = 30.0
_DATABASE_PAUSE_SECONDS: Final = 2.0
_GIVE_UP_SECONDS: Final = 3600.0
"""How long an answer that Telegram does not take is tried before the row is set aside.

Counted from the first try: an update that is old because the bot was away is as good as new.
"""


@dataclass(slots=True, eq=False)
class _Queue:
    """A lane's rows in memory; `spilled` when the inbox has more of them.

    `held_up` while its first row is put off because the database could not do its work.
    """

    lane: Lane
    rows: deque[Row] = field(default_factory=deque)
    spilled: bool = False
    lost: bool = False
    held_up: bool = False
    removed: asyncio.Future[None] | None = None
    unfinished: set[int] = field(default_factory=set)
    """The ids of the rows that were handled and have something left to do."""
    stirred: asyncio.Event = field(default_factory=asyncio.Event)
    leaving: bool = False
    """Whether the first row is answered and only waits to be taken out of the inbox."""
    task: asyncio.Task[None] | None = None

    def unanswered(self) -> list[Row]:
        """Return the rows that are not answered yet, in order."""
        return list(itertools.islice(self.rows, int(self.leaving), None))


class Dispatcher:
    """Gives accepted rows to `handle` and sees each through to its end.

    A row whose handling is put off is handled again after a pause that grows, and its lane
    waits with it; other lanes don't. What a handling leaves for later is waited for by nobody,
    and its row stays in the inbox until it is done. `let_go` asks, before a lane is forgotten,
    whether the inbox has more rows of it (several processes); without it a lane just ends.
    """

    def __init__(
        self,
        threads: LedgerThreads,
        handle: Callable[[Row], Awaitable[Handling]],
        let_go: Callable[[Lane, int], Awaitable[tuple[Row, ...]]] | None = None,
    ) -> None:
        self._threads = threads
        self._handle = handle
        self._let_go = let_go
        self._remover = Remover(threads)
        self._queues: dict[Lane, _Queue] = {}
        self._in_memory = 0
        self._room = asyncio.Event()
        self._room.set()
        self._stopping = asyncio.Event()
        self._answered: dict[int, None] = {}
        self._finishing: set[asyncio.Task[None]] = set()

    # Rows in

    async def recover(self) -> None:
        """Take up what the last process left behind."""
        lanes = await self._threads.run(lanes_waiting)
        if lanes:
            _log.info("inbox_recovered", chats=len(lanes))
        self.take_up(lanes)

    def take_up(self, lanes: Iterable[Lane]) -> None:
        """Handle lanes whose rows wait in the inbox."""
        for lane in lanes:
            queue = self._queue(lane)
            queue.spilled = True
            self._start(queue)

    def hand_over(self, rows: Iterable[Row]) -> None:
        """Handle rows that were just accepted; for an inbox that nobody else writes to."""
        for row in rows:
            queue = self._queue(row.lane)
            if queue.spilled or len(queue.rows) >= _IN_LANE:
                queue.spilled = True
            else:
                self._append(queue, row)
            self._start(queue)

    async def room(self) -> None:
        """Wait until there is room for more rows in memory."""
        await self._room.wait()

    def drop(self, lanes: Iterable[Lane]) -> None:
        """Leave lanes to the process that has taken them over."""
        for lane in lanes:
            queue = self._queues.get(lane)
            if queue is not None:
                queue.lost = True

    @property
    def lanes(self) -> frozenset[Lane]:
        """The lanes with rows in hand."""
        return frozenset(self._queues)

    def waiting(self) -> Iterator[Row]:
        """Go through the rows in memory that are not answered yet."""
        for queue in list(self._queues.values()):
            yield from queue.unanswered()

    def is_waiting(self, lane: Lane) -> bool:
        """Tell whether somebody waits for an answer in a lane."""
        queue = self._queues.get(lane)
        return queue is not None and bool(queue.unanswered())

    def held_up(self) -> Iterator[Row]:
        """Go through those of them that wait for the database."""
        for queue in list(self._queues.values()):
            if queue.held_up or (queue.leaving and self._remover.held_up):
                yield from queue.unanswered()

    def measure(self) -> None:
        """Set the gauges of what waits."""
        INBOX_ROWS.set(self._in_memory)
        now = datetime.now(UTC)
        oldest = min((row.received_at for row in self.waiting()), default=now)
        INBOX_AGE.set((now - oldest).total_seconds())

    def finish_up(self) -> None:
        """Begin no more rows; those that are being handled go on."""
        self._stopping.set()
        for queue in self._queues.values():
            queue.stirred.set()

    async def settled(self) -> None:
        """Wait until nothing is being handled, and nothing is left to do for what was."""
        while tasks := self._tasks():
            await asyncio.wait(tasks)

    async def stop(self, patience_seconds: float) -> None:
        """Finish the rows that are being handled; leave the others in the inbox."""
        self.finish_up()
        deadline = time.monotonic() + patience_seconds
        patience_seconds -= _REMOVING_SECONDS
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(max(0.0, patience_seconds)):
                await self.settled()
        late = self._tasks()
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)
        await self._remover.finish(max(0.1, deadline - time.monotonic()))

    def _tasks(self) -> list[asyncio.Task[None]]:
        lanes = [queue.task for queue in self._queues.values() if queue.task is not None]
        return [*lanes, *self._finishing]

    # Lanes

    def _queue(self, lane: Lane) -> _Queue:
        queue = self._queues.get(lane)
        if queue is None:
            queue = self._queues[lane] = _Queue(lane)
        return queue

    def _start(self, queue: _Queue) -> None:
        queue.stirred.set()
        if queue.task is None and not self._stopping.is_set():
            queue.task = asyncio.create_task(self._work(queue), name=f"lane {queue.lane}")

    def _append(self, queue: _Queue, row: Row) -> None:
        if row.update_id in self._answered:  # delivered again after its answer was out
            queue.removed = self._remover.remove(row.update_id)
            return
        if row.update_id in queue.unfinished:
            return
        if any(known.update_id == row.update_id for known in queue.rows):
            return
        queue.rows.append(row)
        self._in_memory += 1
        if self._in_memory >= _IN_MEMORY:
            self._room.clear()

    def _done(self, queue: _Queue) -> None:
        queue.rows.popleft()
        self._in_memory -= 1
        if self._in_memory < _IN_MEMORY:
            self._room.set()

    def _remember(self, row: Row) -> None:
        self._answered[row.update_id] = None
        if len(self._answered) > _REMEMBERED:
            del self._answered[next(iter(self._answered))]

    async def _work(self, queue: _Queue) -> None:
        try:
            while not self._stopping.is_set() and not queue.lost:
                if queue.rows and len(queue.unfinished) < _UNFINISHED:
                    if not await self._see_through(queue):
                        break
                elif queue.unfinished and (queue.rows or not queue.spilled):
                    queue.stirred.clear()
                    await queue.stirred.wait()
                elif not await self._load(queue):
                    break
        except Exception as error:  # noqa: BLE001  # logged with where it came from
            # Ours, not the update's: its rows stay in the inbox, for the next start.
            _log.error("lane_failed", exc_info=error)
        finally:
            self._in_memory -= len(queue.rows)
            del self._queues[queue.lane]
            if self._in_memory < _IN_MEMORY:
                self._room.set()

    async def _load(self, queue: _Queue) -> bool:
        """Read more rows of a lane; return False when it has none."""
        if not queue.spilled and self._let_go is None:
            return False
        if queue.removed is not None:
            await queue.removed
        # Whatever is accepted from here on either is in what we read or spills anew.
        queue.spilled = False
        for attempt in itertools.count(1):
            try:
                rows = await self._read(queue.lane)
                break
            except Exception as error:
                if not is_database_away(error):
                    raise
                if not await self._pause(_pause_after(error, attempt)):
                    return False
        already, queue.rows = queue.rows, deque()
        self._in_memory -= len(already)
        if len(rows) == _IN_LANE:
            # What was handed over meanwhile comes behind what is still in the inbox.
            queue.spilled, already = True, deque()
        for row in (*rows, *already):
            self._append(queue, row)
        return bool(rows or already) or queue.spilled

    async def _read(self, lane: Lane) -> tuple[Row, ...]:
        if self._let_go is not None:
            return await self._let_go(lane, _IN_LANE)
        return await self._threads.run(lambda tx: rows_waiting(tx, lane, _IN_LANE))

    # Rows

    async def _see_through(self, queue: _Queue) -> bool:
        """Handle a lane's first row until it has come to an end; False when we have to stop."""
        row = queue.rows[0]
        handling = await self._until_through(queue, row, lambda: self._handle(row))
        if handling is None:
            return False
        finish = handling.finish
        if handling.reference is not None or finish is None:
            queue.leaving = handling.reference is None
            await self._end(queue, row, handling)
            queue.leaving = False
            self._done(queue)
            return True
        # What the next row finds must be what this one left; and a later process must not judge
        # this one again when others behind it have been.
        noted = partial(mark_answered, update_id=row.update_id)
        queue.leaving = True
        await self._remover.note([*handling.afterwards, noted])
        queue.leaving = False
        handling.afterwards.clear()
        queue.unfinished.add(row.update_id)
        self._done(queue)
        finishing = asyncio.create_task(self._finish(queue, row, handling, finish))
        self._finishing.add(finishing)
        finishing.add_done_callback(self._finishing.discard)
        return True

    async def _finish(self, queue: _Queue, row: Row, handling: Handling, finish: Later) -> None:
        """Do what a handling left for later, beside the rows behind it."""

        async def again() -> Handling:
            await finish()
            return handling

        try:
            if await self._until_through(queue, row, again) is not None:
                await self._end(queue, row, handling)
        except Exception as error:  # noqa: BLE001  # its row stays in the inbox
            _log.error("not_finished", update_id=row.update_id, exc_info=error)
        finally:
            queue.unfinished.discard(row.update_id)
            queue.stirred.set()

    async def _until_through(
        self, queue: _Queue, row: Row, handle: Callable[[], Awaitable[Handling]]
    ) -> Handling | None:
        """Handle a row until it is not put off any more; None when we have to stop."""
        began = time.monotonic()
        for attempt in itertools.count(1):
            handling = await handle()
            queue.held_up = handling.put_off is not None and is_database_away(handling.put_off)
            if handling.put_off is None:
                return handling
            HANDLED.labels("put_off").inc()
            if _is_hopeless(time.monotonic() - began, handling.put_off):
                handling.reference = new_reference()
                handling.reason = f"{type(handling.put_off).__name__}: {handling.put_off}"
                _log.error("given_up", reference=handling.reference, update_id=row.update_id)
                return handling
            if not await self._pause(_pause_after(handling.put_off, attempt)) or queue.lost:
                return None
        raise AssertionError("counting never ends")

    async def _end(self, queue: _Queue, row: Row, handling: Handling) -> None:
        """Take a row out of the inbox, as answered or as set aside."""
        if handling.reference is not None:
            await self._set_aside(row, handling.reference, handling.reason)
        else:
            self._remember(row)
            queue.removed = self._remover.remove(row.update_id, handling.afterwards)
            # What the next row finds must be what this one left; and if we are killed, this one
            # must not come again behind the next.
            await queue.removed
        HANDLED.labels("set_aside" if handling.reference else "answered").inc()
        HANDLING.observe((datetime.now(UTC) - row.received_at).total_seconds())

    async def _set_aside(self, row: Row, reference: str, reason: str) -> None:
        for attempt in itertools.count(1):
            try:
                await self._threads.run(lambda tx: set_aside(tx, row, reference, reason))
            except Exception as error:
                if not is_database_away(error):
                    raise
                if not await self._pause(_pause_after(error, attempt)):
                    return
            else:
                return

    async def _pause(self, seconds: float) -> bool:
        """Wait; return False when it is time to stop instead."""
        try:
            await asyncio.wait_for(self._stopping.wait(), seconds)
        except TimeoutError:
            return True
        return False


def _is_hopeless(tried_seconds: float, error: BaseException) -> bool:
    return tried_seconds > _GIVE_UP_SECONDS and not is_database_away(error)


def _pause_after(error: BaseException, attempt: int) -> float:
    if isinstance(error, RetryAfter):
        return patience_seconds(error)
    longest = _DATABASE_PAUSE_SECONDS if is_database_away(error) else _LONGEST_PAUSE_SECONDS
    return min(0.25 * 2.0 ** min(attempt, 16), longest)
