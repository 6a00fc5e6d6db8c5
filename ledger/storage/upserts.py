"""Writing rows: INSERT … ON CONFLICT, and many rows in one statement.

SQLite and PostgreSQL write both alike, but SQLAlchemy keeps the first apart; the second is a
call into a library on one and a round trip for each row on the other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import ARRAY, Connection, Executable, bindparam, func, insert, select

from ledger.storage.prepared import Prepared
from ledger.storage.tables import Base

Row = Mapping[str, object]


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
    return _on_conflict(inserting(dialect, table), table, key, replace, add)


def inserting(dialect: str, table: type[Base]) -> Any:
    """Return a kind of database's own INSERT, which knows conflicts; the other isn't loaded."""
    if dialect == "sqlite":
        from sqlalchemy.dialects import sqlite

        return sqlite.insert(table)
    from sqlalchemy.dialects import postgresql

    return postgresql.insert(table)


def insert_all(connection: Connection, table: type[Base], rows: Sequence[Row]) -> None:
    """Insert rows, of the same columns each; no rows change nothing."""
    _write_all(connection, table, rows, (), ())


def add_all(
    connection: Connection,
    table: type[Base],
    key: tuple[str, ...],
    add: tuple[str, ...],
    rows: Sequence[Row],
) -> None:
    """Insert rows with different keys; where a key exists, add to the columns `add`."""
    _write_all(connection, table, rows, key, add)


def _write_all(
    connection: Connection,
    table: type[Base],
    rows: Sequence[Row],
    key: tuple[str, ...],
    add: tuple[str, ...],
) -> None:
    if not rows:
        return
    columns = tuple(rows[0])
    if connection.dialect.name == "sqlite":
        _of_one_row(table, columns, key, add).write_each(connection, rows)
        return
    arrays = {name: [row[name] for row in rows] for name in columns}
    _from_arrays(table, columns, key, add).write(connection, arrays)


@cache
def _of_one_row(
    table: type[Base], columns: tuple[str, ...], key: tuple[str, ...], add: tuple[str, ...]
) -> Prepared:
    return Prepared(upsert("sqlite", table, key, add=add) if key else insert(table), columns)


@cache
def _from_arrays(
    table: type[Base], columns: tuple[str, ...], key: tuple[str, ...], add: tuple[str, ...]
) -> Prepared:
    """Return an INSERT of any number of rows, with one array for each column.

    The statement is the same for every number, so that the server plans it once.
    """
    types = table.__table__.c
    arrays = (bindparam(name, type_=ARRAY(types[name].type)) for name in columns)
    rows = func.unnest(*arrays).table_valued(*columns, name="rows").render_derived()
    statement = inserting("postgresql", table).from_select(
        list(columns), select(*(rows.c[name] for name in columns)), include_defaults=False
    )
    return Prepared(_on_conflict(statement, table, key, (), add) if key else statement)


def _on_conflict(
    statement: Any,
    table: type[Base],
    key: tuple[str, ...],
    replace: tuple[str, ...],
    add: tuple[str, ...],
) -> Executable:
    columns = table.__table__.c
    changes = {name: statement.excluded[name] for name in replace}
    changes |= {name: columns[name] + statement.excluded[name] for name in add}
    if not changes:
        ignored: Executable = statement.on_conflict_do_nothing(index_elements=list(key))
        return ignored
    upserted: Executable = statement.on_conflict_do_update(index_elements=list(key), set_=changes)
    return upserted
