"""Bringing a database's tables to the newest revision."""

from __future__ import annotations

import importlib
import time
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

from sqlalchemy import Connection, MetaData, create_mock_engine, text
from sqlalchemy.exc import OperationalError

from ledger.storage import per_dialect

if TYPE_CHECKING:
    from alembic.config import Config
    from sqlalchemy.schema import ExecutableDDLElement

MIGRATIONS = Path(__file__).resolve().parents[2] / "migrations"

_ADVISORY_LOCK = 0x411_5C0A2E
"""A number of our own that processes starting together queue up for on PostgreSQL."""


_HAS_REVISION = {
    "sqlite": "SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE name = 'alembic_version')",
    "postgresql": "SELECT to_regclass('alembic_version') IS NOT NULL",
}
_HAS_TABLES = {
    "sqlite": "SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE type = 'table')",
    "postgresql": "SELECT EXISTS (SELECT 1 FROM pg_tables WHERE schemaname = current_schema())",
}
"""What SQLAlchemy's inspection asks as well, compiled for the occasion and kept."""


class NewerBookError(Exception):
    """The database was written by a newer program than this one."""


LOCK_TIMEOUT_MS = 2_000
"""How long a migration waits for a lock, and so holds up the writers behind it at most."""
STATEMENT_TIMEOUT_MS = 300_000
ATTEMPTS = 30
"""How often a migration is tried that did not get its lock in time."""
_PAUSE_SECONDS = 0.1
_LOCK_NOT_AVAILABLE = "55P03"


@cache
def head() -> str:
    """Return the newest revision's name.

    Revisions are named by their date and file, so the last name is the newest; reading them
    all would cost every start the import of Alembic.
    """
    return max(path.stem for path in (MIGRATIONS / "versions").glob("[0-9]*.py"))


def current(connection: Connection) -> str | None:
    """Return the database's revision, or None when it has no tables of ours."""
    if not connection.scalar(text(_HAS_REVISION[connection.dialect.name])):
        return None
    name: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return name


def migrate(connection: Connection) -> None:
    """Bring the database to the newest revision under a lock.

    An empty one gets its tables at once. Raises NewerBookError when the newest is older.
    """
    with connection.begin():
        if _is_newest(connection):
            return
    if connection.dialect.name == "sqlite":
        _migrate_sqlite(connection)
        return
    _migrate_server(connection)


def upgrade(connection: Connection, to: str = "head", *, beside_writers: bool = False) -> None:
    """Run Alembic's upgrade in the connection's transaction.

    `beside_writers` gives each migration a transaction of its own instead, so that what it
    locks is free again before the next; a migration may then leave it to build an index
    without holding up writers (`index_building`). The connection must be in no transaction.
    """
    from alembic import command  # Slow to import, and seldom needed.

    config = _config(connection)
    config.attributes["beside_writers"] = beside_writers
    command.upgrade(config, to)


def downgrade(connection: Connection, to: str) -> None:
    """Run Alembic's downgrade in the connection's transaction."""
    from alembic import command

    command.downgrade(_config(connection), to)


def _is_empty(connection: Connection) -> bool:
    return not connection.scalar(text(_HAS_TABLES[connection.dialect.name]))


def create(connection: Connection) -> None:
    """Make all tables in an empty database, as all migrations one after the other would.

    That saves every new book the import of Alembic and its walk; a test compares the two.
    """
    # Alembic's folder knows all tables, also those that floors above this one declare.
    every_table: MetaData = importlib.import_module("migrations.every_table").EVERY_TABLE
    per_dialect.for_dialect(every_table, connection.dialect.name)
    _create_all(every_table, connection)
    # As Alembic itself makes it (alembic/ddl/impl.py, version_table_impl).
    connection.execute(
        text(
            "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL,"
            " CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
        )
    )
    connection.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": head()})


def _create_all(tables: MetaData, connection: Connection) -> None:
    """Make tables; on a server with one message, for its answers are most of the time."""
    if connection.dialect.name == "sqlite":
        tables.create_all(connection, checkfirst=False)
        return
    statements: list[str] = []

    def note(statement: ExecutableDDLElement, *_: object, **__: object) -> None:
        statements.append(str(statement.compile(dialect=connection.dialect)))

    tables.create_all(create_mock_engine(connection.engine.url, note), checkfirst=False)
    connection.exec_driver_sql(";\n".join(statements))


def _is_newest(connection: Connection) -> bool:
    name = current(connection)
    if name is not None and name > head():
        raise NewerBookError(f"the database is at {name}, this program knows {head()}")
    return name == head()


def _migrate_server(connection: Connection) -> None:
    """Upgrade beside processes that write, one process at a time.

    A migration that waits for a lock holds up all who come behind it, so it gives up soon
    and is tried again. The lock that processes queue up for is the session's, as it must
    outlast each migration's transaction; and the schema's, as a database may have several
    books.
    """
    # Asked for again and again: whoever waits in a statement holds up an index that is built
    # concurrently, which waits for all statements that began before it.
    lock = _ADVISORY_LOCK + crc32(str(_alone(connection, "SELECT current_schema()")).encode())
    while not _alone(connection, f"SELECT pg_try_advisory_lock({lock})"):
        time.sleep(_PAUSE_SECONDS)
    try:
        _alone(connection, f"SET statement_timeout = {STATEMENT_TIMEOUT_MS}")
        for attempt in range(1, ATTEMPTS + 1):
            _alone(connection, f"SET lock_timeout = {LOCK_TIMEOUT_MS}")
            with connection.begin():
                if _is_newest(connection):
                    return
                if _is_empty(connection):
                    create(connection)
                    return
            try:
                upgrade(connection, beside_writers=True)
            except OperationalError as error:
                if getattr(error.orig, "sqlstate", None) != _LOCK_NOT_AVAILABLE:
                    raise
                if attempt == ATTEMPTS:
                    raise
                connection.rollback()
    finally:
        # A connection that was cut off has let go of everything by itself.
        if not connection.invalidated:
            connection.rollback()
            for setting in ("lock_timeout", "statement_timeout"):
                _alone(connection, f"RESET {setting}")
            _alone(connection, f"SELECT pg_advisory_unlock({lock})")


def _alone(connection: Connection, statement: str) -> Any:
    """Run one statement in a transaction of its own; return its one value, if it has rows."""
    with connection.begin():
        result = connection.execute(text(statement))
        return result.scalar() if result.returns_rows else None


def _migrate_sqlite(connection: Connection) -> None:
    """Upgrade in one immediate transaction, which is the lock.

    Foreign keys are off meanwhile, because rebuilding a parent table would break them, and
    are all checked before the commit.
    """
    _foreign_keys(connection, on=False)
    try:
        with connection.begin():
            if _is_empty(connection):
                create(connection)
            elif not _is_newest(connection):
                upgrade(connection)
                broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
                assert not broken, broken
    finally:
        _foreign_keys(connection, on=True)


def _foreign_keys(connection: Connection, *, on: bool) -> None:
    """Switch foreign keys; SQLite ignores it inside a transaction, so past SQLAlchemy's."""
    driver = connection.connection.driver_connection
    assert driver is not None
    driver.execute(f"PRAGMA foreign_keys = {'ON' if on else 'OFF'}")


def _config(connection: Connection) -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
