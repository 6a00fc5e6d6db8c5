"""Databases for the tests: SQLite files, and PostgreSQL schemas where TEST_POSTGRES_URL is set.

Whatever a test opens is closed when the test is over, also when it fails: a connection that is
left open holds locks, and warns when it is collected, in a test that has done nothing wrong.
"""

from __future__ import annotations

import os
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import URL, Engine, NullPool, Pool, QueuePool, create_engine, inspect, text

from ledger.core.clock import Clock, SystemClock
from ledger.storage.database import Store, database_url
from ledger.storage.tables import Base


@contextmanager
def opened(url: str, clock: Clock | None = None) -> Iterator[Store]:
    """Open a store, and close it at the end."""
    store = Store(url, clock or SystemClock())
    try:
        yield store
    finally:
        store.dispose()


@contextmanager
def disposing(engine: Engine) -> Iterator[Engine]:
    """Close an engine's connections at the end."""
    try:
        yield engine
    finally:
        engine.dispose()


def unflushed(url: URL, *options: str) -> str:
    """Return the address of a test's PostgreSQL database whose commits wait for no disk."""
    written = " ".join(f"-c{option}" for option in (*options, "synchronous_commit=off"))
    return url.update_query_dict({"options": written}).render_as_string(hide_password=False)


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with all tables, to be copied: migrating each time would take longer."""
    path = tmp_path_factory.mktemp("template") / "book.db"
    with opened(f"sqlite:///{path}") as store:
        store.migrate()
    return path


_ENDED = text(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
    " WHERE application_name = :name AND pid <> pg_backend_pid()"
)


@contextmanager
def _schema() -> Iterator[str]:
    """Make a schema, whose sessions bear its name; yield the address; drop it at the end."""
    given = os.environ.get("TEST_POSTGRES_URL")
    if not given:
        pytest.skip("TEST_POSTGRES_URL is not set")
    url = database_url(given)
    name = f"all_square_{uuid.uuid4().hex}"
    # Keeps no connection: each worker has some already, and a server has a hundred.
    with disposing(create_engine(url, poolclass=NullPool)) as engine:
        with engine.begin() as connection:
            connection.execute(text(f"CREATE SCHEMA {name}"))
        try:
            yield unflushed(url, f"search_path={name}", f"application_name={name}")
        finally:
            with engine.begin() as connection:
                # A test that failed may have left a thread at work; dropping would wait for it.
                connection.execute(_ENDED, {"name": name})
                connection.execute(text(f"DROP SCHEMA {name} CASCADE"))


@pytest.fixture
def own_schema() -> Iterator[str]:
    """The address of a PostgreSQL schema of this test's own, without tables."""
    with _schema() as url:
        yield url


@pytest.fixture
def second_schema() -> Iterator[str]:
    """The address of a further schema of this test's own, without tables."""
    with _schema() as url:
        yield url


@pytest.fixture(scope="session")
def migrated_schema() -> Iterator[str]:
    """The address of a PostgreSQL schema of this worker's own, with all tables."""
    with _schema() as url:
        with opened(url) as store:
            store.migrate()
        with _kept_open(url):
            yield url


@pytest.fixture(scope="session")
def emptying(migrated_schema: str) -> Iterator[Callable[[], object]]:
    """What empties all tables in one round trip: deleting few rows is quicker than TRUNCATE.

    Several statements at once can't be prepared, as the driver would after some times.
    """
    unprepared = create_engine(migrated_schema, connect_args={"prepare_threshold": None})
    with disposing(unprepared) as engine, engine.connect() as connection:
        there = set(inspect(connection).get_table_names())
        tables = [table.name for table in reversed(Base.metadata.sorted_tables)]
        every = "; ".join(f"DELETE FROM {name}" for name in tables if name in there)
        connection.rollback()
        given = connection.execution_options(isolation_level="AUTOCOMMIT", no_parameters=True)
        yield lambda: given.exec_driver_sql(every)


@pytest.fixture
def emptied_schema(migrated_schema: str, emptying: Callable[[], object]) -> str:
    """The address of the worker's PostgreSQL schema, whose tables have no rows."""
    emptying()
    return migrated_schema


_KEPT_OPEN: dict[str, list[Pool]] = {}
"""Of the schemas that tests have one after the other, pools that nobody uses now."""
_MOST_KEPT = 4


@contextmanager
def _kept_open(url: str) -> Iterator[None]:
    """Have the books opened at an address go on with the connections of those closed before.

    To connect takes a server longer than most tests ask of it: it forks, and reads its catalogue
    anew.
    """
    pools = _KEPT_OPEN[url] = []
    try:
        yield
    finally:
        del _KEPT_OPEN[url]
        for pool in pools:
            pool.dispose()


def _take_over(engine: Engine, pools: list[Pool]) -> None:
    if pools:
        engine.pool = pools.pop()

    def close() -> None:
        pool = engine.pool
        if pools or not _is_at_rest(pool):
            pool.dispose()
        else:
            pools.append(pool)
        engine.pool = pool.recreate()

    engine.dispose = close  # type: ignore[method-assign, assignment]


def _is_at_rest(pool: Pool) -> bool:
    """Tell whether all connections came back, few enough to be kept, and none was ended."""
    assert isinstance(pool, QueuePool)
    if pool.checkedout() or pool.checkedin() > _MOST_KEPT:
        return False
    back = [pool.connect() for _ in range(pool.checkedin())]
    try:
        for connection in back:
            connection.cursor().execute("SELECT 1")
    except psycopg.Error:
        return False
    finally:
        for connection in back:
            connection.close()
    return True


OpenEngine = Callable[[URL], Engine]


def compiling_once(open_engine: OpenEngine) -> OpenEngine:
    """Have all SQLite books share what SQLAlchemy compiles, and so all of one schema.

    A bot opens one book and compiles each statement once; with a book for each test that was
    a quarter of the tests' time.
    """
    first: dict[str, Engine] = {}

    def opened_engine(url: URL) -> Engine:
        engine = open_engine(url)
        is_sqlite = url.get_backend_name() == "sqlite"
        key = "" if is_sqlite else url.render_as_string(hide_password=False)
        if (pools := _KEPT_OPEN.get(key)) is not None:
            _take_over(engine, pools)
        known = first.get(key)
        if known is None or known.dialect.server_version_info is None:
            first[key] = engine  # It will ask the server what it can do.
            return engine
        engine.dialect.initialize = lambda connection: None  # type: ignore[method-assign]
        engine.dialect = engine.pool._dialect = known.dialect
        engine._compiled_cache = known._compiled_cache
        return engine

    return opened_engine
