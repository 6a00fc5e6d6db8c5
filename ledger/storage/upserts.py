"""INSERT … ON CONFLICT, which SQLite and PostgreSQL write alike and SQLAlchemy keeps apart."""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import Executable
from sqlalchemy.dialects import postgresql, sqlite

from ledger.storage.tables import Base


@cache
def upsert(
    dialect: str,
    table: type[Base],
    key: tuple[str, ...],
    *,
    replace: tuple[str, ...] = (),
    add: tuple[str, ...] = (),
) -> Executable:
    """Return an INSERT that, where the key exists, replaces some columns and adds to others.

    Without columns to change it leaves the row that exists alone.
    """
    statement: Any = (sqlite if dialect == "sqlite" else postgresql).insert(table)
    columns = table.__table__.c
    changes = {name: statement.excluded[name] for name in replace}
    changes |= {name: columns[name] + statement.excluded[name] for name in add}
    if not changes:
        ignored: Executable = statement.on_conflict_do_nothing(index_elements=list(key))
        return ignored
    upserted: Executable = statement.on_conflict_do_update(index_elements=list(key), set_=changes)
    return upserted
