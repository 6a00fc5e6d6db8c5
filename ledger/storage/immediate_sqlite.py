"""SQLite as SQLAlchemy speaks to it here; loaded where a book is a file."""

from __future__ import annotations

from typing import Any

from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite


class ImmediateSqlite(SQLiteDialect_pysqlite):
    """SQLite whose transactions take the right to write when they begin.

    Python's sqlite3 begins none for a SELECT, so that read-then-write loses updates, and a
    deferred BEGIN fails as locked in spite of the timeout; BEGIN IMMEDIATE does neither. A
    listener on the engine would do as well, but slows down every statement.
    """

    supports_statement_cache = True

    def do_begin(self, dbapi_connection: Any) -> None:
        """Begin a transaction; called by SQLAlchemy, which wraps the driver's errors."""
        dbapi_connection.execute("BEGIN IMMEDIATE")

    def do_commit(self, dbapi_connection: Any) -> None:
        """Commit; raise where SQLite has ended the transaction by itself, as on a full disk.

        The driver's own commit would pass over that in silence.
        """
        dbapi_connection.execute("COMMIT")
