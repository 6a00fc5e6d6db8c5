"""Use cases in worker threads: several to a commit, each on its own."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from threading import Barrier, Event, Lock
from typing import TypeVar

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from bot.playground.journal import PATIENCE_SECONDS
from bot.runtime import ledger_threads
from bot.runtime.ledger_threads import LedgerThreads
from bot.runtime.transient_errors import is_database_away
from ledger.core.errors import Code, LedgerError
from ledger.storage.database import Store, Transaction
from tests.stores import opened

T = TypeVar("T")


@pytest.fixture
async def threads(store: Store) -> AsyncIterator[LedgerThreads]:
    with store.transaction() as tx:
        tx.connection.execute(text("CREATE TABLE notes (word TEXT UNIQUE)"))
    threads = LedgerThreads(store)
    threads.start()
    yield threads
    await threads.stop()


def _note(word: str, *, refused: bool = False) -> Callable[[Transaction], str]:
    def work(tx: Transaction) -> str:
        tx.connection.execute(text("INSERT INTO notes VALUES (:word)"), {"word": word})
        if refused:
            raise LedgerError(Code.NOBODY_SHARES)
        return word

    return work


def _notes(store: Store) -> list[str]:
    with store.transaction() as tx:
        return list(tx.connection.execute(text("SELECT word FROM notes ORDER BY rowid")).scalars())


async def test_a_refused_use_case_writes_nothing_and_costs_no_other(
    threads: LedgerThreads, store: Store
) -> None:
    outcomes = await asyncio.gather(
        threads.run(_note("one")),
        threads.run(_note("two", refused=True)),
        threads.run(_note("one")),
        threads.run(_note("three")),
        return_exceptions=True,
    )
    assert [type(outcome).__name__ for outcome in outcomes] == [
        "str",
        "LedgerError",
        "IntegrityError",
        "str",
    ]
    assert _notes(store) == ["one", "three"]


async def test_a_full_disk_costs_nobody_who_shares_the_commit(
    threads: LedgerThreads, store: Store
) -> None:
    """SQLite then ends the whole transaction by itself, those who fitted in included."""
    await threads.run(lambda tx: tx.connection.execute(text("PRAGMA max_page_count = 1")))
    for number in range(3):
        outcomes = await asyncio.gather(
            threads.run(_note(f"before {number}")),
            threads.run(_note("x" * 10_000_000)),
            threads.run(_note(f"after {number}")),
            return_exceptions=True,
        )
        assert [type(outcome) for outcome in outcomes] == [str, OperationalError, str]
        assert isinstance(outcomes[1], OperationalError)
        assert is_database_away(outcomes[1])
    assert _notes(store) == [f"{when} {at}" for at in range(3) for when in ("before", "after")]


async def test_what_is_asked_together_is_committed_together(
    threads: LedgerThreads, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = 0
    real = store.transaction

    def transaction() -> object:
        nonlocal begun
        begun += 1
        return real()

    monkeypatch.setattr(store, "transaction", transaction)
    words = [str(number) for number in range(20)]
    assert await asyncio.gather(*(threads.run(_note(word)) for word in words)) == words
    assert begun == 1


async def test_a_failed_commit_is_told_to_everybody(
    threads: LedgerThreads, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away() -> None:
        raise OperationalError("BEGIN", {}, ConnectionError())

    with monkeypatch.context() as patched:
        patched.setattr(store, "transaction", away)
        outcomes = await asyncio.gather(
            *(threads.run(_note(word)) for word in "abc"), return_exceptions=True
        )
    assert {type(outcome) for outcome in outcomes} == {OperationalError}
    assert threads.away_since is not None
    assert await threads.run(_note("d")) == "d"
    assert threads.away_since is None
    assert _notes(store) == ["d"]


async def test_one_that_breaks_the_transaction_costs_no_other(
    threads: LedgerThreads, store: Store
) -> None:
    def break_it(tx: Transaction) -> None:
        raise OperationalError("INSERT", {}, OSError("disk full"))

    outcomes = await asyncio.gather(
        threads.run(_note("one")), threads.run(break_it), return_exceptions=True
    )
    assert outcomes[0] == "one"
    assert isinstance(outcomes[1], OperationalError)
    assert _notes(store) == ["one"]


@pytest.fixture
async def shared_threads(shared_store: Store) -> AsyncIterator[LedgerThreads]:
    threads = LedgerThreads(shared_store)
    threads.start()
    yield threads
    await threads.stop()


async def _one_in_each_thread(
    threads: LedgerThreads, store: Store, work: Callable[[Transaction], T]
) -> list[T]:
    """Run something in all threads at once: each waits inside of its own for all the others."""
    meeting = Barrier(store.threads, timeout=PATIENCE_SECONDS)
    loop = asyncio.get_running_loop()
    running = []
    for _ in range(store.threads):
        begun = asyncio.Event()

        def meet(tx: Transaction, begun: asyncio.Event = begun) -> T:
            loop.call_soon_threadsafe(begun.set)
            done = work(tx)
            meeting.wait()
            return done

        running.append(asyncio.create_task(threads.run(meet)))
        # Those who are asked for together would share a thread, and wait there for themselves.
        await begun.wait()
    return await asyncio.gather(*running)


async def test_nobody_waits_for_those_who_take_long_on_a_server(
    shared_threads: LedgerThreads, shared_store: Store
) -> None:
    await _one_in_each_thread(shared_threads, shared_store, lambda tx: None)


async def test_few_threads_do_all_while_none_of_them_takes_long(
    shared_threads: LedgerThreads, shared_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger_threads, "_LATE_SECONDS", PATIENCE_SECONDS)
    at_work = most = 0
    turn = Lock()

    def work(tx: Transaction) -> None:
        nonlocal at_work, most
        with turn:
            at_work += 1
            most = max(most, at_work)
        tx.connection.execute(text("SELECT 1"))
        with turn:
            at_work -= 1

    await asyncio.gather(*(shared_threads.run(work) for _ in range(100)))
    assert 1 <= most <= ledger_threads._SIDE_BY_SIDE


async def test_connections_that_the_server_closed_are_replaced_unnoticed(
    shared_threads: LedgerThreads, shared_store: Store, migrated_schema: str
) -> None:
    def backend(tx: Transaction) -> int:
        found: int = tx.connection.execute(text("SELECT pg_backend_pid()")).scalar_one()
        return found

    async def all_backends() -> set[int]:
        return set(await _one_in_each_thread(shared_threads, shared_store, backend))

    before = await all_backends()
    assert len(before) == shared_store.threads
    ended = text("SELECT pg_terminate_backend(pid) FROM unnest(CAST(:pids AS INT[])) AS pid")
    with opened(migrated_schema) as somebody_else, somebody_else.transaction() as tx:
        tx.connection.execute(ended, {"pids": list(before)})
    assert before.isdisjoint(await all_backends())
    assert shared_threads.away_since is None


@pytest.fixture
async def crowded(
    shared_store: Store, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[LedgerThreads]:
    """Two threads on a server, one of them held, so that the other takes all that waits."""
    with shared_store.transaction() as tx:
        tx.connection.execute(text("DROP TABLE IF EXISTS notes"))
        tx.connection.execute(text("CREATE TABLE notes (word TEXT UNIQUE)"))
        tx.connection.execute(text("INSERT INTO notes VALUES ('held'), ('too')"))
    monkeypatch.setattr(shared_store, "threads", 2)
    threads = LedgerThreads(shared_store)
    threads.start()
    begun, released = asyncio.Event(), Event()
    loop = asyncio.get_running_loop()

    def hold(tx: Transaction) -> None:
        loop.call_soon_threadsafe(begun.set)
        assert released.wait(PATIENCE_SECONDS)

    held = asyncio.create_task(threads.run(hold))
    # Not before it holds its thread: else the other one may take both, and wait for itself.
    await begun.wait()
    yield threads
    released.set()
    await held
    await threads.stop()
    with shared_store.transaction() as tx:
        tx.connection.execute(text("DROP TABLE notes"))


def _words(store: Store) -> set[str]:
    with store.transaction() as tx:
        return set(tx.connection.execute(text("SELECT word FROM notes")).scalars())


async def _ask_together(
    threads: LedgerThreads, *works: Callable[[Transaction], object]
) -> list[object]:
    """Ask while the one free thread is held, so that it finds all of them waiting."""
    begun, go = asyncio.Event(), Event()
    loop = asyncio.get_running_loop()

    def hold(tx: Transaction) -> None:
        loop.call_soon_threadsafe(begun.set)
        assert go.wait(PATIENCE_SECONDS)

    holding = asyncio.create_task(threads.run(hold))
    await begun.wait()
    asked = [asyncio.create_task(threads.run(work)) for work in works]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    go.set()
    outcomes = await asyncio.gather(*asked, return_exceptions=True)
    await holding
    return list(outcomes)


def _transaction_of(tx: Transaction) -> int:
    found: int = tx.connection.execute(
        text("SELECT pg_current_xact_id()::text::bigint")
    ).scalar_one()
    return found


async def test_a_crowd_on_a_server_shares_a_commit(crowded: LedgerThreads) -> None:
    outcomes = await _ask_together(crowded, *(_transaction_of for _ in range(8)))
    assert len(set(outcomes)) == 1


async def test_on_a_server_too_one_that_fails_costs_no_other(
    crowded: LedgerThreads, shared_store: Store
) -> None:
    def wrong(tx: Transaction) -> None:
        tx.connection.execute(text("SELECT 1 / 0"))

    outcomes = await _ask_together(
        crowded, _note("one"), _note("two", refused=True), wrong, _note("held"), _note("three")
    )
    assert [type(outcome).__name__ for outcome in outcomes] == [
        "str",
        "LedgerError",
        "DataError",
        "IntegrityError",
        "str",
    ]
    assert _words(shared_store) == {"one", "three", "held", "too"}


async def test_those_who_share_a_transaction_do_not_wait_for_the_lock_of_one(
    crowded: LedgerThreads, shared_store: Store
) -> None:
    """The others are committed while somebody else still holds the row that one asks for."""

    def change(tx: Transaction) -> str:
        tx.connection.execute(text("UPDATE notes SET word = 'changed' WHERE word = 'held'"))
        return "changed"

    with shared_store.transaction() as other:
        other.connection.execute(text("SELECT word FROM notes WHERE word = 'held' FOR UPDATE"))
        asked = asyncio.create_task(_ask_together(crowded, _note("one"), change, _note("two")))
        while not {"one", "two"} <= await asyncio.to_thread(_words, shared_store):
            assert not asked.done()
    assert await asked == ["one", "changed", "two"]
    assert _words(shared_store) == {"one", "two", "changed", "too"}


async def test_a_connection_lost_in_a_shared_transaction_runs_all_again(
    crowded: LedgerThreads, shared_store: Store
) -> None:
    runs = 0

    def cut(tx: Transaction) -> str:
        nonlocal runs
        runs += 1
        if runs == 1:
            tx.connection.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))
        return "cut"

    assert await _ask_together(crowded, _note("one"), cut, _note("two")) == ["one", "cut", "two"]
    assert runs == 2
    assert _words(shared_store) == {"one", "two", "held", "too"}
    assert crowded.away_since is None
