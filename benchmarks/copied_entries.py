"""Long books: entries that people recorded, copied with what is derived from them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Connection, func, insert, select, text, update

from ledger.storage.tables import (
    BalanceRow,
    Base,
    DebtRow,
    EntryRow,
    GroupRow,
    RevisionRow,
    ShareRow,
)

_HELD_KIB = 1_000_000
"""Rather more than the indexes of a million entries have."""
_GROWING: dict[type[Base], tuple[str, ...]] = {
    GroupRow: ("entries", "changes"),
    BalanceRow: ("net_minor",),
    DebtRow: ("expenses_minor", "payments_minor", "parts"),
}
"""What counts or adds up entries."""


def multiply(connection: Connection, factor: int) -> None:
    """Copy every entry until there are `factor` times as many, and what is derived from them.

    The database has one group. Sums of the same shares grow by the factor and, as nobody was
    ever square in between, so do the pairs.
    """
    _hold_indexes(connection)
    first, last = connection.execute(select(func.min(EntryRow.id), func.max(EntryRow.id))).one()
    entries, changes = connection.execute(select(GroupRow.entries, GroupRow.changes)).one()
    ids = last - first + 1
    for copy in range(1, factor):
        mark = f"+{copy * entries}"
        _copy(
            connection,
            EntryRow,
            EntryRow.id <= last,
            id=EntryRow.id + copy * ids,
            number=EntryRow.number + copy * entries,
            source=EntryRow.source + mark,
        )
        _copy(
            connection,
            RevisionRow,
            RevisionRow.entry_id <= last,
            entry_id=RevisionRow.entry_id + copy * ids,
            change=RevisionRow.change + copy * changes,
            source=RevisionRow.source + mark,
        )
        _copy(
            connection,
            ShareRow,
            ShareRow.entry_id <= last,
            entry_id=ShareRow.entry_id + copy * ids,
        )
    for table, names in _GROWING.items():
        columns = [table.__table__.columns[name] for name in names]
        connection.execute(update(table).values({column: column * factor for column in columns}))
    if connection.dialect.name == "postgresql":
        sequence = "pg_get_serial_sequence('entries', 'id')"
        connection.execute(text(f"SELECT setval({sequence}, {last + (factor - 1) * ids})"))


def _copy(
    connection: Connection, table: type[Base], which: ColumnElement[bool], **changed: Any
) -> None:
    """Insert the rows again, with other values in the columns that are `changed`."""
    columns = {column.key: column for column in table.__table__.columns} | changed
    connection.execute(
        insert(table).from_select(list(columns), select(*columns.values()).where(which))
    )


def _hold_indexes(connection: Connection) -> None:
    """Let SQLite hold in memory what is copied into.

    The copies go everywhere into the indexes of sources. With the 2 MB that SQLite holds by
    itself it would write each page of these again and again.
    """
    if connection.dialect.name == "sqlite":
        connection.execute(text(f"PRAGMA cache_size = -{_HELD_KIB}"))
