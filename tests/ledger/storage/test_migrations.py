"""Migrations: up, down, up for each revision; models and migrations agree."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, text

from ledger.core.clock import SystemClock
from ledger.storage import migrating
from ledger.storage.database import Store, database_url, open_sqlite
from ledger.storage.tables import Base


def _scripts() -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", str(migrating.MIGRATIONS))
    return ScriptDirectory.from_config(config)


REVISIONS = [script.revision for script in reversed(list(_scripts().walk_revisions()))]


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """A database without tables."""
    if request.param == "sqlite":
        engine = open_sqlite(database_url(f"sqlite:///{tmp_path}/empty.db"))
    else:
        engine = create_engine(request.getfixturevalue("empty_schema"))
        with engine.begin() as connection:
            schema = connection.scalar(text("SELECT current_schema()"))
            connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
            connection.execute(text(f"CREATE SCHEMA {schema}"))
    yield engine
    if request.param == "postgresql":
        with engine.connect() as connection:
            migrating.migrate(connection)  # The other tests share the schema.
    engine.dispose()


def _differences(connection: Connection) -> list[object]:
    context = MigrationContext.configure(connection, opts={"compare_server_default": True})
    return list(compare_metadata(context, Base.metadata))


def test_every_revision_goes_up_down_and_up(empty: Engine) -> None:
    with empty.connect() as connection:
        for before, revision in zip([None, *REVISIONS], REVISIONS, strict=False):
            with connection.begin():
                migrating.upgrade(connection, revision)
            with connection.begin():
                migrating.downgrade(connection, before or "base")
            with connection.begin():
                migrating.upgrade(connection, revision)
                assert migrating.current(connection) == revision


def test_models_and_migrations_agree(empty: Engine) -> None:
    with empty.connect() as connection:
        migrating.migrate(connection)
        with connection.begin():
            assert _differences(connection) == []


_AN_ENTRY_OF_BEFORE = (
    (
        "INSERT INTO groups (id, title, currency, timezone, simplify, entries, changes, made_at)"
        " VALUES (1, 'Goa', 'INR', 'UTC', true, 1, 2, '2026-03-02 12:00:00')"
    ),
    (
        "INSERT INTO entries (id, group_id, number, kind, source, recorded_at, revision)"
        " VALUES (1, 1, 1, 'expense', 'a', '2026-03-02 12:00:00', 2)"
    ),
    *(
        "INSERT INTO revisions (entry_id, number, group_id, change, action, at, source,"
        " amount_minor, currency, description, on_date) VALUES"
        f" (1, {number}, 1, {number}, '{action}', '2026-03-02 12:00:00', 'a{number}',"
        f" 100, 'INR', '{description}', '2026-03-02')"
        for number, action, description in ((1, "record", "УЖИН"), (2, "edit", "tea"))
    ),
)


def test_what_was_recorded_before_is_found_in_any_case(empty: Engine) -> None:
    with empty.connect() as connection:
        with connection.begin():
            migrating.upgrade(connection, "2026_11_21_schedules")
            for statement in _AN_ENTRY_OF_BEFORE:
                connection.execute(text(statement))
        with connection.begin():
            migrating.upgrade(connection, "2026_11_22_searching")
            keys = connection.execute(text("SELECT search_key FROM revisions ORDER BY number"))
            assert keys.scalars().all() == ["ужин", None]
        with connection.begin():
            for table in ("revisions", "entries", "groups"):
                connection.execute(text(f"DELETE FROM {table}"))


def test_the_newest_name_is_the_newest_revision() -> None:
    assert migrating.head() == _scripts().get_current_head()
    assert sorted(REVISIONS) == REVISIONS


def test_migrating_twice_changes_nothing(tmp_path: Path) -> None:
    store = Store(f"sqlite:///{tmp_path}/book.db", SystemClock())
    store.migrate()
    store.migrate()
    with store.transaction() as tx:
        assert migrating.current(tx.connection) == migrating.head()
    store.dispose()


def test_foreign_keys_are_on_after_migrating(tmp_path: Path) -> None:
    store = Store(f"sqlite:///{tmp_path}/book.db", SystemClock())
    store.migrate()
    with store.transaction() as tx:
        assert tx.connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        assert tx.connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        assert tx.connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
    store.dispose()


def test_a_book_of_a_newer_program_is_refused(tmp_path: Path) -> None:
    store = Store(f"sqlite:///{tmp_path}/book.db", SystemClock())
    store.migrate()
    with store.transaction() as tx:
        tx.connection.execute(text("UPDATE alembic_version SET version_num = '2999_01_01_x'"))
    with pytest.raises(migrating.NewerBookError):
        store.migrate()
    store.dispose()


@pytest.mark.parametrize("name", ["postgres", "postgresql", "postgresql+psycopg"])
def test_hosters_urls_mean_psycopg(name: str) -> None:
    assert database_url(f"{name}://u:p@host/db").drivername == "postgresql+psycopg"


def test_other_databases_are_refused() -> None:
    with pytest.raises(ValueError, match="mysql"):
        database_url("mysql://host/db")
