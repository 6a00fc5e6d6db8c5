"""Runs the ledger's synchronous use cases in worker threads, several to a commit."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from functools import partial
from queue import SimpleQueue
from typing import Any, Final, Generic, TypeVar

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from bot.runtime.metrics import USE_CASES
from bot.runtime.transient_errors import is_database_away
from ledger.book.putting_off import PutOff
from ledger.storage.database import MustWriteError, Store, Transaction

T = TypeVar("T")

_TOGETHER: Final = 64
"""How many use cases share one commit at most, where there is one thread."""
_TOGETHER_ON_SERVER: Final = 8
"""How many do where there are several: each keeps the rows it locked until all are done."""
_SIDE_BY_SIDE: Final = 2
"""How many of several threads work at once while none of them is late. While one waits for the
server the other has something to do; more of them only take Python's lock from each other:
eight did a seventh less than two."""
_LATE_SECONDS: Final = 0.25
"""How long a thread may take before another one goes on with what waits."""
_ATTEMPTS: Final = 4
_PUT_OFF: Final = 5
"""How often a use case is put off: for each thing that it wants found before it, and again
where others merge members meanwhile."""
_HANGS_SECONDS: Final = 10.0
_TRY_AGAIN: Final = frozenset({"40001", "40P01", "23505", "55P03"})
"""Conditions that end by themselves when the use case runs again: serialization failure,
deadlock, two transactions that made the same row, and a lock that was not to be had in time
(PostgreSQL, appendix A)."""
_IMPATIENCE: Final = text("SET LOCAL lock_timeout = '200ms'")
"""Begins a transaction that several share: where one meets a row that another transaction
holds, the others neither wait with it nor wait for the server to find a deadlock."""


@dataclass(slots=True, eq=False)
class _Job(Generic[T]):
    work: Callable[[Transaction], T]
    future: asyncio.Future[T]
    reading: bool
    result: T | None = None
    error: BaseException | None = None

    def settle(self) -> None:
        if self.future.done():  # whoever asked has gone
            return
        if self.error is not None:
            self.future.set_exception(self.error)
        else:
            self.future.set_result(self.result)  # type: ignore[arg-type]  # T may be None


@dataclass(frozen=True, slots=True)
class _Failure:
    """What ended a transaction that several shared; `job` is None at its begin and commit."""

    job: _Job[Any] | None
    error: BaseException


@dataclass(slots=True, eq=False)
class _Batch:
    """What one thread is given to do in one go, since `began` (time.monotonic)."""

    jobs: list[_Job[Any]]
    began: float


@dataclass(slots=True, eq=False)
class _Worker:
    thread: threading.Thread = field(init=False)
    busy_since: float | None = None


class LedgerThreads:
    """The way from the event loop to the book: `await threads.run(use_case)`.

    The use cases that wait are run in one transaction, so that a disk's flush, and a server's
    BEGIN and COMMIT, are paid once for all of them; none is answered before the commit. Where
    one is refused, all run again with a savepoint for each, and where one breaks the
    transaction or waits for a lock, the others run again without it. With several threads
    (PostgreSQL) two of them do it all, and the others only what would wait for one that is late.

    The use cases run in the order they were asked for when there is one thread; otherwise
    await one before asking for the next where order matters.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._at_once = _TOGETHER if store.threads == 1 else _TOGETHER_ON_SERVER
        self._side_by_side = min(_SIDE_BY_SIDE, store.threads)
        self._queue: SimpleQueue[_Batch | None] = SimpleQueue()
        self._asked: list[_Job[Any]] = []
        self._under_way: list[_Batch] = []
        self._looks_again: asyncio.Handle | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._workers: list[_Worker] = []
        self._away_since: float | None = None

    @property
    def away_since(self) -> float | None:
        """Since when (time.monotonic) the database has not answered; None while it does."""
        now = time.monotonic()
        started = [worker.busy_since for worker in self._workers]
        hanging = min((start for start in started if start is not None), default=now)
        if now - hanging > _HANGS_SECONDS:
            return min(hanging, self._away_since or hanging)
        return self._away_since

    def start(self) -> None:
        """Start the first threads; the running event loop is where results are given back."""
        self._loop = asyncio.get_running_loop()
        for _ in range(self._side_by_side):
            self._start_one()

    async def stop(self, patience_seconds: float = 2.0) -> None:
        """Finish what was asked for and end the threads; leave behind those that hang."""
        while self._asked:
            self._begin(self._at_once, time.monotonic())
        for _ in self._workers:
            self._queue.put(None)
        deadline = time.monotonic() + patience_seconds
        for worker in self._workers:
            left = max(0.0, deadline - time.monotonic())
            await asyncio.to_thread(worker.thread.join, left)
        self._workers.clear()

    async def run(self, work: Callable[[Transaction], T]) -> T:
        """Run one use case in one transaction and return what it returns, once committed.

        Raises what the use case raises, and SQLAlchemy's errors when the commit fails; in
        both cases nothing was written. `work` may be run more than once: it must have no
        effects but those in the transaction.
        """
        return await self._run_put_off(work)

    async def read(self, work: Callable[[Transaction], T]) -> T:
        """Run a use case that only reads, as `run` does.

        On a server it sees all as it was at one moment, and neither waits for those who write
        nor lets them wait. Where it has to write after all, it runs again and may.
        """
        if self._store.is_sqlite:
            return await self.run(work)
        try:
            return await self._run_put_off(work, reading=True)
        except MustWriteError:
            return await self.run(work)

    async def _run_put_off(self, work: Callable[[Transaction], T], *, reading: bool = False) -> T:
        """Run a use case once what it wants found before it is found."""
        ahead: dict[Hashable, object] = {}
        for _ in range(_PUT_OFF):
            try:
                return await self._run(partial(_prepared, work, ahead, True), reading=reading)
            except PutOff as wanted:
                ahead = {**ahead, wanted.key: await wanted.find(self._run)}
        return await self._run(partial(_prepared, work, ahead, False), reading=reading)

    async def _run(self, work: Callable[[Transaction], T], *, reading: bool = False) -> T:
        assert self._loop is not None, "the threads are not started"
        future: asyncio.Future[T] = self._loop.create_future()
        if self._looks_again is None:
            # All that is asked for in this round of the loop goes over together: waking a
            # thread costs more than most use cases.
            self._looks_again = self._loop.call_soon(self._hand_over)
        self._asked.append(_Job(work, future, reading))
        with USE_CASES.time():
            return await future

    def _hand_over(self) -> None:
        """Give what waits to the threads that are wanted now; look again where some is left."""
        assert self._loop is not None
        self._looks_again = None
        now = time.monotonic()
        in_time = sum(now - batch.began < _LATE_SECONDS for batch in self._under_way)
        wanted = min(self._side_by_side - in_time, self._store.threads - len(self._under_way))
        for others in range(max(0, wanted), 0, -1):
            self._begin(-(-len(self._asked) // others), now)
        if self._asked:
            self._looks_again = self._loop.call_later(_LATE_SECONDS, self._hand_over)

    def _begin(self, size: int, now: float) -> None:
        """Give a thread so much of what waits, as far as it shares a transaction."""
        jobs: list[_Job[Any]] = []
        later: list[_Job[Any]] = []
        for job in self._asked:
            fits = len(jobs) < min(size, self._at_once) and job.reading == self._asked[0].reading
            (jobs if fits else later).append(job)
        if jobs:
            self._asked = later
            batch = _Batch(jobs, now)
            self._under_way.append(batch)
            if len(self._under_way) > len(self._workers) < self._store.threads:
                self._start_one()
            self._queue.put(batch)

    def _start_one(self) -> None:
        # Daemons, so that a database that hangs can't hold up the end of the process.
        worker = _Worker()
        worker.thread = threading.Thread(
            target=self._work, args=(worker,), name=f"ledger-{len(self._workers)}", daemon=True
        )
        self._workers.append(worker)
        worker.thread.start()

    # In the threads

    def _work(self, worker: _Worker) -> None:
        while (batch := self._queue.get()) is not None:
            worker.busy_since = time.monotonic()
            self._run_together(batch.jobs)
            worker.busy_since = None
            self._give_back(batch)

    def _run_together(
        self, jobs: Sequence[_Job[Any]], *, savepoints: bool = False, attempt: int = 1
    ) -> None:
        if len(jobs) == 1 or attempt > _ATTEMPTS:
            self._run_each(jobs)
            return
        failure = self._try_together(jobs, savepoints=savepoints)
        if failure is None:
            return
        if _is_cut_off(failure.error):
            self._run_together(jobs, savepoints=savepoints, attempt=attempt + 1)
        elif failure.job is None:
            for job in jobs:
                job.result, job.error = None, failure.error
        elif not _breaks_transaction(failure.error):
            self._run_together(jobs, savepoints=True, attempt=attempt + 1)
        elif self._store.threads == 1:
            self._run_each(jobs)
        else:
            # One use case broke the transaction; the others neither pay for it nor wait.
            self._run_together([job for job in jobs if job is not failure.job])
            self._run_alone(failure.job)

    def _run_each(self, jobs: Iterable[_Job[Any]]) -> None:
        for job in jobs:
            self._run_alone(job)

    def _try_together(self, jobs: Sequence[_Job[Any]], *, savepoints: bool) -> _Failure | None:
        """Run all in one transaction; return what ended it, where it was not committed."""
        inside: _Job[Any] | None = None
        try:
            with self._begun(jobs[0]) as tx:
                if self._store.threads > 1 and not tx.reading:
                    tx.connection.execute(_IMPATIENCE)
                for job in jobs:
                    inside = job
                    if savepoints:
                        self._run_in_savepoint(tx, job)
                    else:
                        job.result, job.error = job.work(tx), None
                inside = None
        except Exception as error:  # noqa: BLE001  # told to whoever asked, never lost
            return _Failure(inside, error)
        return None

    def _begun(self, job: _Job[Any]) -> AbstractContextManager[Transaction]:
        return self._store.snapshot() if job.reading else self._store.transaction()

    def _run_in_savepoint(self, tx: Transaction, job: _Job[Any]) -> None:
        """Run one of several; raise where the transaction that they share can't go on.

        SQLite ends the whole transaction by itself when the disk is full or fails
        (sqlite.org/lang_transaction.html, "Response To Errors Within A Transaction"): then
        there is no savepoint to go back to, and what the others wrote before is gone.
        """
        savepoint = tx.connection.begin_nested()
        try:
            result = job.work(tx)
        except Exception as error:
            savepoint.rollback()
            if _breaks_transaction(error):
                raise
            job.result, job.error = None, error
        else:
            savepoint.commit()
            job.result, job.error = result, None

    def _run_alone(self, job: _Job[Any]) -> None:
        for attempt in range(1, _ATTEMPTS + 1):
            try:
                with self._begun(job) as tx:
                    result = job.work(tx)
            except Exception as error:  # noqa: BLE001  # told to whoever asked, never lost
                job.result, job.error = None, error
                if attempt < _ATTEMPTS and _wants_another_try(error):
                    continue
                return
            job.result, job.error = result, None
            return

    def _give_back(self, batch: _Batch) -> None:
        assert self._loop is not None
        try:
            self._loop.call_soon_threadsafe(self._settle, batch)
        except RuntimeError:  # the loop is closed: the process ends without these answers
            return

    # In the event loop

    def _settle(self, batch: _Batch) -> None:
        self._under_way.remove(batch)
        if self._looks_again is not None:
            self._looks_again.cancel()
        self._hand_over()
        for job in batch.jobs:
            if job.error is not None and is_database_away(job.error):
                self._away_since = self._away_since or time.monotonic()
            else:
                self._away_since = None
            job.settle()


def _prepared(
    work: Callable[[Transaction], T],
    ahead: Mapping[Hashable, object],
    may_put_off: bool,
    tx: Transaction,
) -> T:
    return work(replace(tx, may_put_off=may_put_off, ahead=ahead))


def _wants_another_try(error: BaseException) -> bool:
    """Tell whether a use case may succeed when it is run again at once."""
    return _is_cut_off(error) or (
        isinstance(error, DBAPIError) and getattr(error.orig, "sqlstate", None) in _TRY_AGAIN
    )


def _is_cut_off(error: BaseException) -> bool:
    """Tell whether the server has closed the connection meanwhile.

    That is found out by using it; the pool then forgets it. Even where it broke in a commit,
    running again does no harm: every write is known by its source.
    """
    return isinstance(error, DBAPIError) and error.connection_invalidated


def _breaks_transaction(error: BaseException) -> bool:
    """Tell whether those who share the transaction can't go on in it, or should not wait."""
    return is_database_away(error) or _wants_another_try(error)
