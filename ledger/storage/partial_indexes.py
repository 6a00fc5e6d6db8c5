"""Indexes of some of a table's rows, which both kinds of database write alike."""

from __future__ import annotations

from sqlalchemy import Index, MetaData, TextClause

_WHERE = "where"


def partial_index(column: str, *, where: TextClause, unique: bool = False) -> Index:
    """Return an index of the rows that meet a condition.

    SQLAlchemy takes one for each kind of database apart and loads the kind for it, which would
    bring PostgreSQL's five drivers, 2.5 MiB, into every process over SQLite. So it is said when
    tables are made (`for_dialect`).
    """
    return Index(None, column, unique=unique, info={_WHERE: where})


def for_dialect(tables: MetaData, dialect: str) -> None:
    """Say the conditions of all partial indexes as one kind of database takes them."""
    for table in tables.tables.values():
        for index in table.indexes:
            if _WHERE in index.info:
                index.dialect_options[dialect][_WHERE] = index.info[_WHERE]
