"""Stores for the tests: an SQLite file each, and PostgreSQL where TEST_POSTGRES_URL is set."""

from __future__ import annotations

import os
import shutil
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Delete, create_engine, delete, inspect, text

from ledger.core.clock import MovableClock, SystemClock
from ledger.storage.database import Store, database_url
from ledger.storage.tables import Base
from ledger.upkeep.audit import audit
from tests.conftest import unflushed
from tests.ledger.chat import Chat

MONDAY = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with all tables, to be copied: migrating each time would take longer."""
    path = tmp_path_factory.mktemp("template") / "book.db"
    store = Store(f"sqlite:///{path}", SystemClock())
    store.migrate()
    store.dispose()
    return path


@pytest.fixture(scope="session")
def empty_schema() -> Iterator[str]:
    """A PostgreSQL URL with a schema of this run's own."""
    given = os.environ.get("TEST_POSTGRES_URL")
    if not given:
        pytest.skip("TEST_POSTGRES_URL is not set")
    url = database_url(given)
    schema = f"all_square_{uuid.uuid4().hex}"
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {schema}"))
    yield unflushed(url, f"search_path={schema}")
    with engine.begin() as connection:
        connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
    engine.dispose()


@pytest.fixture(scope="session")
def migrated_schema(empty_schema: str) -> str:
    store = Store(empty_schema, SystemClock())
    store.migrate()
    store.dispose()
    return empty_schema


@pytest.fixture(scope="session")
def emptying(migrated_schema: str) -> list[Delete]:
    """What empties all tables: deleting few rows is quicker than TRUNCATE."""
    engine = create_engine(migrated_schema)
    there = set(inspect(engine).get_table_names())
    engine.dispose()
    tables = reversed(Base.metadata.sorted_tables)
    return [delete(table) for table in tables if table.name in there]


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock(MONDAY)


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path: Path, clock: MovableClock) -> Iterator[Store]:
    """An empty store on either database; audited when the test is over."""
    if request.param == "sqlite":
        path = tmp_path / "book.db"
        shutil.copy(request.getfixturevalue("migrated_file"), path)
        store = Store(f"sqlite:///{path}", clock)
    else:
        store = Store(request.getfixturevalue("migrated_schema"), clock)
        with store.transaction() as tx:
            for statement in request.getfixturevalue("emptying"):
                tx.connection.execute(statement)
    yield store
    findings = audit(store)
    store.dispose()
    assert findings == ()


@pytest.fixture
def chat(store: Store, clock: MovableClock) -> Chat:
    """A chat in which nobody has written yet."""
    return Chat(store, clock)
