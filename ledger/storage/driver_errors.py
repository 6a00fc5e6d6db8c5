"""What a driver raises, told as SQLAlchemy tells it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

READ_ONLY = "25006"
"""PostgreSQL's code for a write to a server that is a read-only standby, as after a failover
(postgresql.org/docs/current/errcodes-appendix.html)."""


def told(connection: Connection, error: Any, sql: str) -> Exception:
    """Return SQLAlchemy's error for the driver's, without the values, which people wrote.

    Where it tells that the connection is lost, all of the pool are let go of before they are
    used again, as SQLAlchemy does: new ones reach whoever is the server now.
    """
    dialect = connection.dialect
    lost = getattr(error, "sqlstate", None) == READ_ONLY or dialect.is_disconnect(
        error, connection.connection.driver_connection, None
    )
    found = DBAPIError.instance(
        sql,
        None,
        error,
        dialect.loaded_dbapi.Error,
        hide_parameters=True,
        connection_invalidated=lost,
        dialect=dialect,
    )
    if lost:
        # Disposing of the pool would forget, still open, what other threads have of it.
        pool = connection.engine.pool
        pool._invalidate(connection.connection, error)  # noqa: SLF001  # no public name has it
        connection.invalidate(error)
    assert isinstance(found, Exception)
    return found
