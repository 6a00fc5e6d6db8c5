"""Bringing a database's tables to the newest revision."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

if TYPE_CHECKING:
    from alembic.config import Config

MIGRATIONS = Path(__file__).resolve().parents[2] / "migrations"

_ADVISORY_LOCK = 0x411_5C0A2E
"""A number of our own that processes starting together queue up for on PostgreSQL."""


class NewerBookError(Exception):
    """The database was written by a newer program than this one."""


@cache
def head() -> str:
    """Return the newest revision's name.

    Revisions are named by their date and file, so the last name is the newest; reading them
    all would cost every start the import of Alembic.
    """
    return max(path.stem for path in (MIGRATIONS / "versions").glob("[0-9]*.py"))


def current(connection: Connection) -> str | None:
    """Return the database's revision, or None when it has no tables of ours."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    name: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return name


def migrate(connection: Connection) -> None:
    """Upgrade to the newest revision under a lock; raise NewerBookError when that is older."""
    with connection.begin():
        if _is_newest(connection):
            return
    if connection.dialect.name == "sqlite":
        _migrate_sqlite(connection)
        return
    with connection.begin():
        lock = text("SELECT pg_advisory_xact_lock(:number)")
        connection.execute(lock, {"number": _ADVISORY_LOCK})
        if not _is_newest(connection):
            upgrade(connection)


def upgrade(connection: Connection, to: str = "head") -> None:
    """Run Alembic's upgrade in the connection's transaction."""
    from alembic import command  # Slow to import, and seldom needed.

    command.upgrade(_config(connection), to)


def downgrade(connection: Connection, to: str) -> None:
    """Run Alembic's downgrade in the connection's transaction."""
    from alembic import command

    command.downgrade(_config(connection), to)


def _is_newest(connection: Connection) -> bool:
    name = current(connection)
    if name is not None and name > head():
        raise NewerBookError(f"the database is at {name}, this program knows {head()}")
    return name == head()


def _migrate_sqlite(connection: Connection) -> None:
    """Upgrade in one immediate transaction, which is the lock.

    Foreign keys are off meanwhile, because rebuilding a parent table would break them, and
    are all checked before the commit.
    """
    _foreign_keys(connection, on=False)
    try:
        with connection.begin():
            if not _is_newest(connection):
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
