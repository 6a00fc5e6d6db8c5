"""SQL that reads revisions: those of one entry, and all changes of a group in their order."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, literal, select

from ledger.core.entries import Contents, Entry, Revision, Source
from ledger.core.members import GroupId
from ledger.storage.entry_columns import (
    ENTRY_COLUMNS,
    REVISION_COLUMNS,
    SHARE_COLUMNS,
    entry,
    grouped_shares,
    revision,
)
from ledger.storage.joins import IS_SHARE
from ledger.storage.prepared import Prepared
from ledger.storage.tables import EntryRow, RevisionRow, ShareRow

# An entry that an edit recorded has its message's source, and its revision has the edit's.
_WRITTEN = Prepared(
    select(RevisionRow.number, EntryRow.number.label("entry_number"))
    .join_from(RevisionRow, EntryRow, RevisionRow.entry_id == EntryRow.id)
    .where(
        RevisionRow.source == bindparam("written_source"),
        RevisionRow.group_id == bindparam("group_id"),
    )
    .union_all(
        select(literal(1), EntryRow.number).where(
            EntryRow.source == bindparam("written_source"),
            EntryRow.group_id == bindparam("group_id"),
        )
    )
)

_REVISIONS = (
    select(*REVISION_COLUMNS, EntryRow.kind)
    .join_from(RevisionRow, EntryRow, RevisionRow.entry_id == EntryRow.id)
    .where(
        RevisionRow.entry_id == bindparam("entry_id"),
        RevisionRow.number.between(bindparam("first"), bindparam("last")),
    )
    .order_by(RevisionRow.number)
)

_REVISION_SHARES = (
    select(*SHARE_COLUMNS)
    .where(
        ShareRow.entry_id == bindparam("entry_id"),
        ShareRow.revision.between(bindparam("first"), bindparam("last")),
    )
    .order_by(ShareRow.revision, ShareRow.member_id)
)

_CHANGES = (
    select(*REVISION_COLUMNS, *ENTRY_COLUMNS)
    .join_from(RevisionRow, EntryRow, RevisionRow.entry_id == EntryRow.id)
    .where(
        RevisionRow.group_id == bindparam("group_id"),
        RevisionRow.change.between(bindparam("first"), bindparam("last")),
    )
    .order_by(RevisionRow.change)
)

_CHANGES_SHARES = (
    select(*SHARE_COLUMNS)
    .join_from(RevisionRow, ShareRow, IS_SHARE)
    .where(
        RevisionRow.group_id == bindparam("group_id"),
        RevisionRow.change.between(bindparam("first"), bindparam("last")),
    )
    .order_by(RevisionRow.change, ShareRow.member_id)
)

_UP_TO = (
    select(*REVISION_COLUMNS, EntryRow.kind)
    .join_from(RevisionRow, EntryRow, RevisionRow.entry_id == EntryRow.id)
    .where(
        RevisionRow.entry_id.in_(bindparam("entry_ids", expanding=True)),
        RevisionRow.change <= bindparam("last"),
    )
    .order_by(RevisionRow.entry_id, RevisionRow.number)
)

_UP_TO_SHARES = (
    select(*SHARE_COLUMNS)
    .join_from(RevisionRow, ShareRow, IS_SHARE)
    .where(
        RevisionRow.entry_id.in_(bindparam("entry_ids", expanding=True)),
        RevisionRow.change <= bindparam("last"),
    )
    .order_by(ShareRow.entry_id, ShareRow.revision, ShareRow.member_id)
)


def written(connection: Connection, group_id: GroupId, source: Source) -> tuple[int, int] | None:
    """Return which entry (number) and revision (number) of a group a source has written."""
    row = _WRITTEN.first(connection, {"written_source": source, "group_id": group_id})
    return None if row is None else (row.entry_number, row.number)


def revisions(connection: Connection, entry_id: int, first: int, last: int) -> tuple[Revision, ...]:
    """Return an entry's revisions of these numbers, the first one first."""
    span = {"entry_id": entry_id, "first": first, "last": last}
    shares = grouped_shares(connection.execute(_REVISION_SHARES, span))
    return tuple(
        revision(row, shares[row.entry_id, row.number])
        for row in connection.execute(_REVISIONS, span)
    )


def changes(connection: Connection, group_id: GroupId, first: int, last: int) -> tuple[Entry, ...]:
    """Return a group's revisions by the numbers of their changes, in their order.

    Each with its entry as it was then. All are in memory at once: ask for some at a time.
    """
    span = {"group_id": group_id, "first": first, "last": last}
    shares = grouped_shares(connection.execute(_CHANGES_SHARES, span))
    found = connection.execute(_CHANGES, span)
    return tuple(entry(row, shares[row.entry_id, row.number]) for row in found)


def counted_at(
    connection: Connection, entry_ids: Sequence[int], change: int
) -> dict[int, Contents | None]:
    """Return what entries counted after a change of their group; None when not recorded yet."""
    counted: dict[int, Contents | None] = dict.fromkeys(entry_ids)
    if entry_ids:
        values = {"entry_ids": list(entry_ids), "last": change}
        shares = grouped_shares(connection.execute(_UP_TO_SHARES, values))
        for row in connection.execute(_UP_TO, values):
            counted[row.entry_id] = revision(row, shares[row.entry_id, row.number]).counted
    return counted
