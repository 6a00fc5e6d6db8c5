"""Use cases in worker threads: several to a commit, each on its own."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Callable
from threading import Barrier

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from bot.runtime.ledger_threads import LedgerThreads
from bot.runtime.transient_errors import is_database_away
from ledger.core.clock import SystemClock
from ledger.core.errors import Code, LedgerError
from ledger.storage.database import Store, Transaction


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


async def test_transactions_on_a_server_run_side_by_side(shared_threads: LedgerThreads) -> None:
    """Each waits inside of its own for all the others to be inside of theirs."""
    meeting = Barrier(4, timeout=30)
    await asyncio.gather(*(shared_threads.run(lambda tx: meeting.wait()) for _ in range(4)))


async def test_connections_that_the_server_closed_are_replaced_unnoticed(
    shared_threads: LedgerThreads, shared_store: Store
) -> None:
    meeting = Barrier(shared_store.threads, timeout=30)

    def backend(tx: Transaction) -> int:
        found: int = tx.connection.execute(text("SELECT pg_backend_pid()")).scalar_one()
        meeting.wait()
        return found

    async def all_backends() -> set[int]:
        each = (shared_threads.run(backend) for _ in range(shared_store.threads))
        return set(await asyncio.gather(*each))

    before = await all_backends()
    assert len(before) == shared_store.threads
    ended = text("SELECT pg_terminate_backend(pid) FROM unnest(CAST(:pids AS INT[])) AS pid")
    somebody_else = Store(os.environ["TEST_POSTGRES_URL"], SystemClock())
    with somebody_else.transaction() as tx:
        tx.connection.execute(ended, {"pids": list(before)})
    somebody_else.dispose()
    assert before.isdisjoint(await all_backends())
    assert shared_threads.away_since is None
