"""SQL that reads entries as they are now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, func, select

from ledger.core.entries import Action, Entry, EntryKind, Revision, Source
from ledger.core.members import GroupId, MemberId
from ledger.storage.entry_columns import (
    ENTRY_COLUMNS,
    REVISION_COLUMNS,
    SHARE_COLUMNS,
    entry,
    grouped_shares,
    member_id,
)
from ledger.storage.joins import IS_NEWEST, IS_SHARE_NOW
from ledger.storage.prepared import Prepared
from ledger.storage.tables import EntryRow, MemberRow, RevisionRow, ShareRow
from ledger.storage.types import AnySelect

NEWEST = select(*REVISION_COLUMNS, *ENTRY_COLUMNS).join_from(EntryRow, RevisionRow, IS_NEWEST)
"""Entries with their newest revision."""

_BY_NUMBER = NEWEST.where(
    EntryRow.group_id == bindparam("group_id"), EntryRow.number == bindparam("entry_number")
)
_NUMBERED = NEWEST.where(
    EntryRow.group_id == bindparam("group_id"),
    EntryRow.number.between(bindparam("first"), bindparam("last")),
).order_by(EntryRow.number.desc())
_BY_ID = NEWEST.where(EntryRow.id == bindparam("entry_key"))
_BY_IDS = NEWEST.where(EntryRow.id.in_(bindparam("entry_keys", expanding=True)))
_BY_SOURCE = NEWEST.where(
    EntryRow.group_id == bindparam("group_id"), EntryRow.source == bindparam("entry_source")
)


_SHARES = (
    select(*SHARE_COLUMNS)
    .join_from(EntryRow, ShareRow, IS_SHARE_NOW)
    .where(EntryRow.id.in_(bindparam("entry_ids", expanding=True)))
    .order_by(ShareRow.entry_id, ShareRow.member_id)
)


_NEWEST_LIVE_OF_EACH = (
    select(EntryRow.number)
    .join_from(EntryRow, RevisionRow, IS_NEWEST)
    .where(EntryRow.author_id == MemberRow.id, RevisionRow.action != Action.DELETE)
    .order_by(EntryRow.number.desc())
    .limit(1)
    .correlate(MemberRow)
    .scalar_subquery()
)
# Each author's entries are looked at by an index of their own, from the newest on.
_NEWEST_LIVE = select(func.max(_NEWEST_LIVE_OF_EACH)).where(
    MemberRow.id.in_(bindparam("author_ids", expanding=True))
)
# The few newest changes are looked at by their index; hardly any has the amount.
_ALIKE = Prepared(
    select(EntryRow.number, EntryRow.author_id)
    .join_from(RevisionRow, EntryRow, IS_NEWEST)
    .where(
        RevisionRow.group_id == bindparam("group_id"),
        RevisionRow.change >= bindparam("first"),
        RevisionRow.change < bindparam("before"),
        RevisionRow.amount_minor == bindparam("amount_minor"),
        RevisionRow.currency == bindparam("currency"),
        RevisionRow.action != Action.DELETE,
        EntryRow.kind == EntryKind.EXPENSE,
        EntryRow.recorded_at >= bindparam("since"),
    )
    .order_by(EntryRow.number.desc())
)
_ALIKE_AMONG = 30
"""How many changes back a twin is looked for, so that a busy group costs no more."""


def by_number(connection: Connection, group_id: GroupId, number: int) -> Entry | None:
    """Return a group's entry of that number."""
    return _one(connection, _BY_NUMBER, {"group_id": group_id, "entry_number": number})


def numbered(connection: Connection, group_id: GroupId, first: int, last: int) -> tuple[Entry, ...]:
    """Return a group's entries of these numbers, the highest first; ask for some at a time."""
    return read(connection, _NUMBERED, {"group_id": group_id, "first": first, "last": last})


def by_id(connection: Connection, entry_id: int) -> Entry:
    """Return an entry that there is."""
    entry = _one(connection, _BY_ID, {"entry_key": entry_id})
    assert entry is not None, entry_id
    return entry


def by_ids(connection: Connection, entry_ids: Sequence[int]) -> dict[int, Entry]:
    """Return entries that there are, by their ids."""
    if not entry_ids:
        return {}
    found = read(connection, _BY_IDS, {"entry_keys": list(entry_ids)})
    return {entry.id: entry for entry in found}


def by_source(connection: Connection, group_id: GroupId, source: Source) -> Entry | None:
    """Return a group's entry that was recorded from a source."""
    return _one(connection, _BY_SOURCE, {"group_id": group_id, "entry_source": source})


def read(
    connection: Connection, statement: AnySelect, values: Mapping[str, Any]
) -> tuple[Entry, ...]:
    """Return the entries that a statement over NEWEST selects, in its order."""
    found = connection.execute(statement, values).all()
    ids = [row.entry_id for row in found]
    shares = grouped_shares(connection.execute(_SHARES, {"entry_ids": ids})) if ids else {}
    return tuple(entry(row, shares[row.entry_id, row.number]) for row in found)


def newest_live_number(connection: Connection, authors: Sequence[MemberId]) -> int | None:
    """Return the number of the newest entry by any of a group's members that is not deleted."""
    number: int | None = connection.scalar(_NEWEST_LIVE, {"author_ids": list(authors)})
    return number


def alike(
    connection: Connection, group_id: GroupId, revision: Revision, since: datetime
) -> Sequence[tuple[int, MemberId | None]]:
    """Return the live expenses of a revision's amount, recorded since a moment and before it.

    Each with its number and its author's id, the newest first.
    """
    rows = _ALIKE.all(
        connection,
        {
            "group_id": group_id,
            "first": revision.change - _ALIKE_AMONG,
            "before": revision.change,
            "since": since,
            "amount_minor": revision.contents.amount_minor,
            "currency": revision.contents.currency,
        },
    )
    return [(number, member_id(author)) for number, author in rows]


def _one(connection: Connection, statement: AnySelect, values: Mapping[str, Any]) -> Entry | None:
    found = read(connection, statement, values)
    return found[0] if found else None
