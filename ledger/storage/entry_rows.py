"""SQL that reads the book: entries, their revisions and shares.

Contents read here are as recorded, with the members' ids of then.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, bindparam, literal, select

from ledger.core.entries import Action, Contents, Entry, EntryKind, Part, Revision, Share, Source
from ledger.core.members import GroupId, MemberId
from ledger.core.money import Currency
from ledger.storage.tables import EntryRow, RevisionRow, ShareRow
from ledger.storage.types import AnyRow, AnySelect

REVISION_COLUMNS = (
    RevisionRow.entry_id,
    RevisionRow.number,
    RevisionRow.change,
    RevisionRow.action,
    RevisionRow.author_id,
    RevisionRow.at,
    RevisionRow.amount_minor,
    RevisionRow.currency,
    RevisionRow.description,
    RevisionRow.category,
    RevisionRow.on_date,
    RevisionRow.note,
    RevisionRow.terms,
)
ENTRY_COLUMNS = (
    EntryRow.number.label("entry_number"),
    EntryRow.kind,
    EntryRow.source,
    EntryRow.author_id.label("entry_author_id"),
    EntryRow.recorded_at,
    EntryRow.attachment,
)
_SHARE_COLUMNS = (
    ShareRow.entry_id,
    ShareRow.revision,
    ShareRow.member_id,
    ShareRow.paid_minor,
    ShareRow.owed_minor,
    ShareRow.part_kind,
    ShareRow.part_value,
)
NEWEST = select(*REVISION_COLUMNS, *ENTRY_COLUMNS).join_from(
    EntryRow,
    RevisionRow,
    (RevisionRow.entry_id == EntryRow.id) & (RevisionRow.number == EntryRow.revision),
)
"""Entries with their newest revision."""

_BY_NUMBER = NEWEST.where(
    EntryRow.group_id == bindparam("group_id"), EntryRow.number == bindparam("entry_number")
)
_NUMBERED = NEWEST.where(
    EntryRow.group_id == bindparam("group_id"),
    EntryRow.number.between(bindparam("first"), bindparam("last")),
).order_by(EntryRow.number.desc())
_BY_ID = NEWEST.where(EntryRow.id == bindparam("entry_key"))
_BY_SOURCE = NEWEST.where(
    EntryRow.group_id == bindparam("group_id"), EntryRow.source == bindparam("entry_source")
)
# An entry that an edit recorded has its message's source, and its revision has the edit's.
_WRITTEN = (
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
    .where(RevisionRow.entry_id == bindparam("entry_id"))
    .order_by(RevisionRow.number)
)
_REVISION_SHARES = (
    select(*_SHARE_COLUMNS)
    .where(ShareRow.entry_id == bindparam("entry_id"))
    .order_by(ShareRow.revision, ShareRow.member_id)
)
_SHARES = (
    select(*_SHARE_COLUMNS)
    .join_from(
        EntryRow,
        ShareRow,
        (ShareRow.entry_id == EntryRow.id) & (ShareRow.revision == EntryRow.revision),
    )
    .where(EntryRow.id.in_(bindparam("entry_ids", expanding=True)))
    .order_by(ShareRow.entry_id, ShareRow.member_id)
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
    select(*_SHARE_COLUMNS)
    .join_from(
        RevisionRow,
        ShareRow,
        (ShareRow.entry_id == RevisionRow.entry_id) & (ShareRow.revision == RevisionRow.number),
    )
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
    select(*_SHARE_COLUMNS)
    .join_from(
        RevisionRow,
        ShareRow,
        (ShareRow.entry_id == RevisionRow.entry_id) & (ShareRow.revision == RevisionRow.number),
    )
    .where(
        RevisionRow.entry_id.in_(bindparam("entry_ids", expanding=True)),
        RevisionRow.change <= bindparam("last"),
    )
    .order_by(ShareRow.entry_id, ShareRow.revision, ShareRow.member_id)
)
_SHARED_ELSEWHERE = (
    select(ShareRow.entry_id)
    .where(
        ShareRow.member_id.in_(bindparam("member_ids", expanding=True)),
        ShareRow.entry_id.not_in(bindparam("but_entries", expanding=True)),
    )
    .limit(1)
)
_IN_LIVE_ENTRY = (
    select(ShareRow.entry_id)
    .join_from(
        ShareRow,
        EntryRow,
        (EntryRow.id == ShareRow.entry_id) & (EntryRow.revision == ShareRow.revision),
    )
    .join(
        RevisionRow,
        (RevisionRow.entry_id == EntryRow.id) & (RevisionRow.number == EntryRow.revision),
    )
    .where(
        ShareRow.member_id.in_(bindparam("member_ids", expanding=True)),
        ShareRow.entry_id != bindparam("but_entry"),
        RevisionRow.action != Action.DELETE,
    )
    .limit(1)
)
_NEWEST_LIVE = (
    select(EntryRow.number)
    .join_from(
        EntryRow,
        RevisionRow,
        (RevisionRow.entry_id == EntryRow.id) & (RevisionRow.number == EntryRow.revision),
    )
    .where(
        EntryRow.group_id == bindparam("group_id"),
        EntryRow.author_id.in_(bindparam("author_ids", expanding=True)),
        RevisionRow.action != Action.DELETE,
    )
    .order_by(EntryRow.number.desc())
    .limit(1)
)
# The few newest changes are looked at by their index; hardly any has the amount.
_ALIKE = (
    select(EntryRow.number, EntryRow.author_id)
    .join_from(
        RevisionRow,
        EntryRow,
        (EntryRow.id == RevisionRow.entry_id) & (EntryRow.revision == RevisionRow.number),
    )
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


def by_source(connection: Connection, group_id: GroupId, source: Source) -> Entry | None:
    """Return a group's entry that was recorded from a source."""
    return _one(connection, _BY_SOURCE, {"group_id": group_id, "entry_source": source})


def written(connection: Connection, group_id: GroupId, source: Source) -> tuple[int, int] | None:
    """Return which entry (number) and revision (number) of a group a source has written."""
    row = connection.execute(_WRITTEN, {"written_source": source, "group_id": group_id}).first()
    return None if row is None else (row.entry_number, row.number)


def terms(connection: Connection, entry: Entry) -> str | None:
    """Return the terms that the entry's shares were computed from."""
    return connection.scalar(
        select(RevisionRow.terms).where(
            RevisionRow.entry_id == entry.id, RevisionRow.number == entry.revision.number
        )
    )


def revisions(connection: Connection, entry_id: int) -> tuple[Revision, ...]:
    """Return all revisions of an entry, the first one first."""
    shares = _grouped(connection.execute(_REVISION_SHARES, {"entry_id": entry_id}))
    return tuple(
        _revision(row, shares[row.entry_id, row.number])
        for row in connection.execute(_REVISIONS, {"entry_id": entry_id})
    )


def read(
    connection: Connection, statement: AnySelect, values: Mapping[str, Any]
) -> tuple[Entry, ...]:
    """Return the entries that a statement over NEWEST selects, in its order."""
    found = connection.execute(statement, values).all()
    ids = [row.entry_id for row in found]
    shares = _grouped(connection.execute(_SHARES, {"entry_ids": ids})) if ids else {}
    return tuple(_entry(row, shares[row.entry_id, row.number]) for row in found)


def changes(connection: Connection, group_id: GroupId, first: int, last: int) -> tuple[Entry, ...]:
    """Return a group's revisions by the numbers of their changes, in their order.

    Each with its entry as it was then. All are in memory at once: ask for some at a time.
    """
    span = {"group_id": group_id, "first": first, "last": last}
    shares = _grouped(connection.execute(_CHANGES_SHARES, span))
    found = connection.execute(_CHANGES, span)
    return tuple(_entry(row, shares[row.entry_id, row.number]) for row in found)


def newest_live_number(
    connection: Connection, group_id: GroupId, authors: Sequence[MemberId]
) -> int | None:
    """Return the number of the newest entry by any of these that is not deleted."""
    values = {"group_id": group_id, "author_ids": list(authors)}
    return connection.scalar(_NEWEST_LIVE, values)


def counted_at(
    connection: Connection, entry_ids: Sequence[int], change: int
) -> dict[int, Contents | None]:
    """Return what entries counted after a change of their group; None when not recorded yet."""
    counted: dict[int, Contents | None] = dict.fromkeys(entry_ids)
    if entry_ids:
        values = {"entry_ids": list(entry_ids), "last": change}
        shares = _grouped(connection.execute(_UP_TO_SHARES, values))
        for row in connection.execute(_UP_TO, values):
            counted[row.entry_id] = _revision(row, shares[row.entry_id, row.number]).counted
    return counted


def alike(
    connection: Connection, group_id: GroupId, revision: Revision, since: datetime
) -> Sequence[tuple[int, MemberId | None]]:
    """Return the live expenses of a revision's amount, recorded since a moment and before it.

    Each with its number and its author's id, the newest first.
    """
    rows = connection.execute(
        _ALIKE,
        {
            "group_id": group_id,
            "first": revision.change - _ALIKE_AMONG,
            "before": revision.change,
            "since": since,
            "amount_minor": revision.contents.amount_minor,
            "currency": revision.contents.currency,
        },
    )
    return [(number, _member_id(author)) for number, author in rows]


def is_in_entries(
    connection: Connection, member_ids: Iterable[MemberId], *, but_entries: Iterable[int] = ()
) -> bool:
    """Tell whether any of these has ever had a share in an entry, other than some."""
    values = {"member_ids": list(member_ids), "but_entries": list(but_entries)}
    return connection.execute(_SHARED_ELSEWHERE, values).first() is not None


def is_in_live_entries(
    connection: Connection, member_ids: Iterable[MemberId], *, but_entry: int = 0
) -> bool:
    """Tell whether any of these has a share in an entry that counts, other than one."""
    values = {"member_ids": list(member_ids), "but_entry": but_entry}
    return connection.execute(_IN_LIVE_ENTRY, values).first() is not None


def _one(connection: Connection, statement: AnySelect, values: Mapping[str, Any]) -> Entry | None:
    found = read(connection, statement, values)
    return found[0] if found else None


def _grouped(rows: Iterable[AnyRow]) -> dict[tuple[int, int], tuple[Share, ...]]:
    """Return shares by entry and revision; the rows are in that order."""
    return {
        key: tuple(_share(row) for row in group)
        for key, group in groupby(rows, key=lambda row: (row.entry_id, row.revision))
    }


def _share(row: AnyRow) -> Share:
    part = None if row.part_kind is None else Part(row.part_kind, row.part_value)
    return Share(MemberId(row.member_id), row.paid_minor, row.owed_minor, part)


def _revision(row: AnyRow, shares: Sequence[Share]) -> Revision:
    contents = Contents(
        kind=EntryKind(row.kind),
        amount_minor=row.amount_minor,
        currency=Currency(row.currency),
        description=row.description,
        category=row.category,
        on=row.on_date,
        note=row.note,
        shares=tuple(shares),
    )
    return Revision(
        number=row.number,
        change=row.change,
        action=row.action,
        author=_member_id(row.author_id),
        at=row.at,
        contents=contents,
    )


def _entry(row: AnyRow, shares: Sequence[Share]) -> Entry:
    return Entry(
        id=row.entry_id,
        number=row.entry_number,
        source=Source(row.source),
        author=_member_id(row.entry_author_id),
        recorded_at=row.recorded_at,
        revision=_revision(row, shares),
        attachment=row.attachment,
    )


def _member_id(number: int | None) -> MemberId | None:
    return None if number is None else MemberId(number)
