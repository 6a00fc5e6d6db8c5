"""Migrations on a server while other processes write, and while others migrate too."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import OperationalError

from ledger.core.clock import MovableClock
from ledger.journal import recording
from ledger.storage import migrating
from ledger.storage.database import Store
from ledger.upkeep.audit import audit
from tests.ledger.chat import ASHA, BOB, Chat, expense, new_source
from tests.ledger.storage.waiting import A_SESSION_WAITS, PATIENCE_SECONDS, until, until_it_waits
from tests.stores import disposing, opened

_LOCK_TIMEOUT_MS = 200
_INDEXES = ("ix_members_merged_into", "ix_balances_member_id", "ix_schedules_author_id")
_BUILDS_PATIENTLY = (
    f"{A_SESSION_WAITS} AND query LIKE 'CREATE INDEX CONCURRENTLY%'"
    f" AND query_start < clock_timestamp() - interval '{2 * _LOCK_TIMEOUT_MS} ms'"
)
_BREAK_OFF = text(
    "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE query LIKE 'CREATE INDEX%'"
    " AND application_name = current_setting('application_name') AND state = 'active'"
)
_BROKEN_OFF = text(
    "SELECT count(*) FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid"
    " WHERE NOT indisvalid AND relnamespace = current_schema()::regnamespace"
)
_BUILT = text("SELECT indexname FROM pg_indexes WHERE schemaname = current_schema()")


@pytest.fixture(autouse=True)
def _soon_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrating, "LOCK_TIMEOUT_MS", _LOCK_TIMEOUT_MS)


@pytest.fixture
def store(own_schema: str, clock: MovableClock) -> Iterator[Store]:
    with opened(own_schema, clock) as store:
        store.migrate()
        yield store
        assert audit(store) == ()


@pytest.fixture
def migrator(own_schema: str, clock: MovableClock) -> Iterator[Store]:
    """The same book, as another process opens it."""
    with opened(own_schema, clock) as store:
        yield store


@pytest.fixture
def here(store: Store, clock: MovableClock) -> Chat:
    return _chat(store, clock, -1)


@pytest.fixture
def there(store: Store, clock: MovableClock) -> Chat:
    return _chat(store, clock, -2)


def _chat(store: Store, clock: MovableClock, chat_id: int) -> Chat:
    chat = Chat(store, clock, chat_id)
    chat.join(ASHA, BOB)
    return chat


def _take_back(store: Store, monkeypatch: pytest.MonkeyPatch, revision: str, *undo: str) -> None:
    """Have a migration still to come, and no other; whoever writes is the program of today."""
    names = sorted(path.stem for path in (migrating.MIGRATIONS / "versions").glob("[0-9]*.py"))
    with store.transaction() as tx:
        for statement in undo:
            tx.connection.execute(text(statement))
        tx.connection.execute(
            text("UPDATE alembic_version SET version_num = :before"),
            {"before": names[names.index(revision) - 1]},
        )
    upgrade = migrating.upgrade
    monkeypatch.setattr(migrating, "head", lambda: revision)
    monkeypatch.setattr(migrating, "upgrade", lambda at, **how: upgrade(at, revision, **how))


def test_an_index_is_built_while_others_write(
    store: Store, migrator: Store, here: Chat, there: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    undo = [f"DROP INDEX {name}" for name in _INDEXES]
    _take_back(store, monkeypatch, "2026_11_26_wanted_indexes", *undo)
    monkeypatch.setattr(migrating, "ATTEMPTS", 1)
    with ThreadPoolExecutor(1) as pool:
        with here.open(ASHA) as book:
            recording.record_expense(book, expense(30), new_source())
            migration = pool.submit(migrator.migrate)
            # It waits for this open transaction, longer than a lock is waited for.
            until_it_waits(store, migration, _BUILDS_PATIENTLY)
            for _ in range(20):
                there.split(BOB, expense(30))
            assert not migration.done()
        migration.result(timeout=PATIENCE_SECONDS)
    with store.transaction() as tx:
        assert migrating.current(tx.connection) == migrating.head()
        assert tx.connection.scalar(_BROKEN_OFF) == 0
        assert {*_INDEXES} <= {*tx.connection.scalars(_BUILT)}
    with migrator.transaction() as tx:
        assert tx.connection.scalar(text("SHOW lock_timeout")) == "0"


def test_what_waits_for_a_lock_lets_writers_through_and_is_tried_again(
    store: Store, migrator: Store, here: Chat, there: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Its foreign key locks the entries against all who write any.
    _take_back(store, monkeypatch, "2026_11_30_shown_plans", "DROP TABLE plan_payments")
    monkeypatch.setattr(migrating, "ATTEMPTS", 1_000_000)
    tries, upgrade = [], migrating.upgrade

    def counted(at: Any, **how: Any) -> None:
        tries.append(at)
        upgrade(at, **how)

    monkeypatch.setattr(migrating, "upgrade", counted)
    with ThreadPoolExecutor(1) as pool:
        with here.open(ASHA) as book:
            recording.record_expense(book, expense(30), new_source())
            migration = pool.submit(migrator.migrate)
            until(lambda: len(tries) > 1, migration)
            for _ in range(3):
                there.split(BOB, expense(30))
            assert not migration.done()
        migration.result(timeout=PATIENCE_SECONDS)
    with store.transaction() as tx:
        assert migrating.current(tx.connection) == migrating.head()
        assert tx.connection.scalar(text("SELECT count(*) FROM plan_payments")) == 0


def test_an_index_that_was_broken_off_is_built_again(
    store: Store, migrator: Store, here: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    undo = [f"DROP INDEX {name}" for name in _INDEXES]
    _take_back(store, monkeypatch, "2026_11_26_wanted_indexes", *undo)
    with ThreadPoolExecutor(1) as pool, here.open(ASHA) as book:
        recording.record_expense(book, expense(30), new_source())
        migration = pool.submit(migrator.migrate)
        until_it_waits(store, migration, _BUILDS_PATIENTLY)
        with store.transaction() as tx:
            assert tx.connection.scalar(_BROKEN_OFF) == 1
            tx.connection.execute(_BREAK_OFF)
        with pytest.raises(OperationalError, match="user request"):
            migration.result(timeout=PATIENCE_SECONDS)
    migrator.migrate()
    with store.transaction() as tx:
        assert tx.connection.scalar(_BROKEN_OFF) == 0
        assert {*_INDEXES} <= {*tx.connection.scalars(_BUILT)}


def test_two_processes_that_start_together_migrate_once(own_schema: str) -> None:
    together = threading.Barrier(3)

    def start() -> str | None:
        with disposing(create_engine(own_schema)) as engine, engine.connect() as connection:
            together.wait(timeout=PATIENCE_SECONDS)
            migrating.migrate(connection)
            with connection.begin():
                return migrating.current(connection)

    with ThreadPoolExecutor(3) as pool:
        found = [pool.submit(start) for _ in range(3)]
        assert {one.result(timeout=PATIENCE_SECONDS) for one in found} == {migrating.head()}


def test_a_book_in_another_schema_does_not_wait_for_the_migration_of_this_one(
    store: Store,
    migrator: Store,
    here: Chat,
    monkeypatch: pytest.MonkeyPatch,
    second_schema: str,
) -> None:
    _take_back(store, monkeypatch, "2026_11_30_shown_plans", "DROP TABLE plan_payments")
    monkeypatch.setattr(migrating, "ATTEMPTS", 1_000_000)
    with ThreadPoolExecutor(1) as pool, opened(second_schema) as elsewhere:
        with here.open(ASHA) as book:
            recording.record_expense(book, expense(30), new_source())
            migration = pool.submit(migrator.migrate)
            until_it_waits(store, migration)
            elsewhere.migrate()
            assert not migration.done()
        migration.result(timeout=PATIENCE_SECONDS)
        assert audit(elsewhere) == ()
