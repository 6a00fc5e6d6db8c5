"""SQL that looks for entries which do not add up; the audit's second path beside the asserts."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, case, false, func, select

from ledger.core.members import GroupId
from ledger.storage.joins import IS_SHARE
from ledger.storage.tables import EntryRow, RevisionRow, ShareRow

_COUNTS = select(
    select(func.count())
    .where(EntryRow.group_id == bindparam("group_id"))
    .scalar_subquery()
    .label("entries"),
    select(func.count())
    .where(RevisionRow.group_id == bindparam("group_id"))
    .scalar_subquery()
    .label("changes"),
)
_SUMS = (
    select(
        EntryRow.number,
        RevisionRow.amount_minor,
        func.coalesce(func.sum(ShareRow.paid_minor), 0).label("paid_minor"),
        func.coalesce(func.sum(ShareRow.owed_minor), 0).label("owed_minor"),
    )
    .join_from(RevisionRow, EntryRow, RevisionRow.entry_id == EntryRow.id)
    .join(ShareRow, IS_SHARE, isouter=True)
    .where(RevisionRow.group_id == bindparam("group_id"))
    .group_by(EntryRow.number, RevisionRow.entry_id, RevisionRow.number, RevisionRow.amount_minor)
    .having(
        (func.coalesce(func.sum(ShareRow.paid_minor), 0) != RevisionRow.amount_minor)
        | (func.coalesce(func.sum(ShareRow.owed_minor), 0) != RevisionRow.amount_minor)
    )
    .order_by(EntryRow.number)
)
_GAPS = (
    select(
        EntryRow.number,
        EntryRow.revision,
        func.count(RevisionRow.number).label("revisions"),
        func.coalesce(func.max(RevisionRow.number), 0).label("newest"),
    )
    .join_from(EntryRow, RevisionRow, RevisionRow.entry_id == EntryRow.id, isouter=True)
    .where(EntryRow.group_id == bindparam("group_id"))
    .group_by(EntryRow.id, EntryRow.number, EntryRow.revision)
    .having(
        (func.count(RevisionRow.number) != EntryRow.revision)
        | (func.max(RevisionRow.number) != EntryRow.revision)
        | (func.max(case((RevisionRow.group_id == EntryRow.group_id, 0), else_=1)) != 0)
    )
    .order_by(EntryRow.number)
)

# What the terms say, beside what the sums read.
_IS_REFUND = func.coalesce(RevisionRow.split_terms.like('%"refund":true%'), false())
_REFUNDS = (
    select(EntryRow.number, RevisionRow.refund)
    .join_from(RevisionRow, EntryRow, RevisionRow.entry_id == EntryRow.id)
    .where(
        RevisionRow.group_id == bindparam("group_id"),
        case((RevisionRow.refund, 1), else_=0) != case((_IS_REFUND, 1), else_=0),
    )
    .order_by(EntryRow.number)
)


def counts(connection: Connection, group_id: GroupId) -> tuple[int, int]:
    """Return how many entries and revisions a group has."""
    row = connection.execute(_COUNTS, {"group_id": group_id}).one()
    return row.entries, row.changes


def broken_entries(
    connection: Connection, group_id: GroupId
) -> list[tuple[int, tuple[int, ...], tuple[int, ...]]]:
    """Return entries (number) that can't be read, with what is stored and what should be.

    Paid and owed beside the amount twice, or the newest revision and the count of revisions
    beside the number that the entry says twice.
    """
    values = {"group_id": group_id}
    sums = [
        (row.number, (int(row.paid_minor), int(row.owed_minor)), (row.amount_minor,) * 2)
        for row in connection.execute(_SUMS, values)
    ]
    gaps = [
        (row.number, (row.newest, row.revisions), (row.revision,) * 2)
        for row in connection.execute(_GAPS, values)
    ]
    return [*sums, *gaps]


def mistaken_refunds(connection: Connection, group_id: GroupId) -> list[tuple[int, bool]]:
    """Return entries (number) that sums take for a refund and the terms don't, or the reverse.

    Each with what the sums take it for.
    """
    found = connection.execute(_REFUNDS, {"group_id": group_id})
    return [(number, refund) for number, refund in found]
