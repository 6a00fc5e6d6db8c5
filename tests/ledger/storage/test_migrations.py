"""Migrations: up, down, up for each revision; models and migrations agree."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, inspect, text

from ledger.storage import migrating
from ledger.storage.database import database_url, open_sqlite
from ledger.storage.tables import Base
from tests.stores import disposing, opened


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
        engine = create_engine(request.getfixturevalue("own_schema"))
    with disposing(engine):
        yield engine


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
    with empty.connect() as connection, connection.begin():
        migrating.upgrade(connection)
        assert _differences(connection) == []


def test_tables_made_at_once_are_those_of_all_migrations(empty: Engine) -> None:
    with empty.connect() as connection, connection.begin():
        migrating.upgrade(connection)
        migrated = _told(connection)
        for name in ("alembic_version", *reversed(Base.metadata.sorted_tables)):
            connection.execute(text(f"DROP TABLE {name}"))
        assert _told(connection) == {}
        migrating.create(connection)
        assert _told(connection) == migrated
        assert migrating.current(connection) == migrating.head()


def _told(connection: Connection) -> dict[tuple[str, str], list[str]]:
    """Return what a database says of its tables: every column, constraint and index."""
    inspector = inspect(connection)
    kinds: dict[str, Mapping[Any, Any]] = {
        "columns": inspector.get_multi_columns(),
        "primary key": inspector.get_multi_pk_constraint(),
        "foreign keys": inspector.get_multi_foreign_keys(),
        "unique": inspector.get_multi_unique_constraints(),
        "checks": inspector.get_multi_check_constraints(),
        "indexes": inspector.get_multi_indexes(),
    }
    return {
        (table, kind): sorted(
            json.dumps(one, default=str, sort_keys=True)
            for one in (found if isinstance(found, list) else [found])
        )
        for kind, tables in kinds.items()
        for (_schema, table), found in tables.items()
    }


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
            connection.execute(text("UPDATE revisions SET description = 'Café' WHERE number = 2"))
            migrating.upgrade(connection, "2026_11_27_shares_and_sets")
            keys = connection.execute(text("SELECT search_key FROM revisions ORDER BY number"))
            assert keys.scalars().all() == ["ужин", "cafe"]
        with connection.begin():
            migrating.downgrade(connection, "2026_11_27_replied_commands")
            keys = connection.execute(text("SELECT search_key FROM revisions ORDER BY number"))
            assert keys.scalars().all() == ["ужин", "café"]


def test_refunds_of_before_are_known_as_such(empty: Engine) -> None:
    with empty.connect() as connection:
        with connection.begin():
            migrating.upgrade(connection, "2026_11_27_shares_and_sets")
            for statement in _AN_ENTRY_OF_BEFORE:
                connection.execute(text(statement))
            terms = text("UPDATE revisions SET split_terms = :terms WHERE number = :number")
            for number, terms_then in ((1, '{"v":1,"refund":true}'), (2, '{"v":1}')):
                connection.execute(terms, {"number": number, "terms": terms_then})
        with connection.begin():
            migrating.upgrade(connection, "2026_11_27_spent_and_refunded")
            found = connection.execute(text("SELECT refund FROM revisions ORDER BY number"))
            assert [bool(one) for one in found.scalars()] == [True, False]


def test_the_number_of_an_account_that_is_gone_is_never_given_again(empty: Engine) -> None:
    add = text(
        "INSERT INTO accounts (public_id, created_at, updated_at) VALUES"
        " (:public_id, '2026-03-02 12:00:00', '2026-03-02 12:00:00') RETURNING id"
    )
    with empty.connect() as connection:
        with connection.begin():
            migrating.upgrade(connection)
        given = []
        for name in ("one", "two"):
            with connection.begin():
                given.append(connection.scalar(add, {"public_id": name}))
                connection.execute(text("DELETE FROM accounts"))
        assert given[0] < given[1]


def test_the_newest_name_is_the_newest_revision() -> None:
    assert migrating.head() == _scripts().get_current_head()
    assert sorted(REVISIONS) == REVISIONS


def test_migrating_twice_changes_nothing(tmp_path: Path) -> None:
    with opened(f"sqlite:///{tmp_path}/book.db") as store:
        store.migrate()
        store.migrate()
        with store.transaction() as tx:
            assert migrating.current(tx.connection) == migrating.head()


@pytest.mark.usefixtures("flushed")
def test_foreign_keys_are_on_after_migrating(tmp_path: Path) -> None:
    with opened(f"sqlite:///{tmp_path}/book.db") as store:
        store.migrate()
        with store.transaction() as tx:
            assert tx.connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
            assert tx.connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
            assert tx.connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"


def test_a_book_of_a_newer_program_is_refused(tmp_path: Path) -> None:
    with opened(f"sqlite:///{tmp_path}/book.db") as store:
        store.migrate()
        with store.transaction() as tx:
            tx.connection.execute(text("UPDATE alembic_version SET version_num = '2999_01_01_x'"))
        with pytest.raises(migrating.NewerBookError):
            store.migrate()


@pytest.mark.parametrize("name", ["postgres", "postgresql", "postgresql+psycopg"])
def test_hosters_urls_mean_psycopg(name: str) -> None:
    assert database_url(f"{name}://u:p@host/db").drivername == "postgresql+psycopg"


def test_other_databases_are_refused() -> None:
    with pytest.raises(ValueError, match="mysql"):
        database_url("mysql://host/db")
