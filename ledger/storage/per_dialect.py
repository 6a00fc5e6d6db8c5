"""What is said of a table or an index to one kind of database only.

SQLAlchemy takes it where they are declared, by the kind's name, and loads the kind for it:
PostgreSQL's five drivers, 2.5 MiB, would come into every process over SQLite, and SQLite, 2 MiB,
into every one over PostgreSQL. So it is noted there, and said when tables are made
(`for_dialect`).
"""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import Index, MetaData, TextClause

_WHERE: Final = "where"

ROWS_BY_KEY: Final[dict[str, Any]] = {"info": {"sqlite": {"with_rowid": False}}}
"""Of a table whose rows lie in the order of their key (sqlite.org/withoutrowid.html)."""
NUMBERS_ONCE: Final[dict[str, Any]] = {"info": {"sqlite": {"autoincrement": True}}}
"""Of a table that gives no number again when its row is gone, as PostgreSQL never does."""


def partial_index(column: str, *, where: TextClause, unique: bool = False) -> Index:
    """Return an index of the rows that meet a condition, which both kinds write alike."""
    return Index(None, column, unique=unique, info={_WHERE: where})


def for_dialect(tables: MetaData, dialect: str) -> None:
    """Say to one kind of database what is noted of tables and indexes."""
    for table in tables.tables.values():
        for name, value in table.info.get(dialect, {}).items():
            table.dialect_options[dialect][name] = value
        for index in table.indexes:
            if _WHERE in index.info:
                index.dialect_options[dialect][_WHERE] = index.info[_WHERE]
