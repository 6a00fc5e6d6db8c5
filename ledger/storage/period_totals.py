"""SQL of what some days came to: sums of live entries, by their own dates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sqlalchemy import Connection, bindparam, func, select

from ledger.core.entries import Action, EntryKind
from ledger.core.members import GroupId, MemberId
from ledger.core.money import Currency
from ledger.storage.tables import EntryRow, RevisionRow, ShareRow

_BY_CATEGORY = (
    select(
        RevisionRow.currency,
        RevisionRow.category,
        RevisionRow.on_date,
        func.sum(RevisionRow.amount_minor).label("minor"),
    )
    .join_from(
        RevisionRow,
        EntryRow,
        (EntryRow.id == RevisionRow.entry_id) & (EntryRow.revision == RevisionRow.number),
    )
    .where(
        RevisionRow.group_id == bindparam("group_id"),
        RevisionRow.on_date.between(bindparam("since"), bindparam("until")),
        RevisionRow.action != Action.DELETE,
        EntryRow.kind == EntryKind.EXPENSE,
    )
    .group_by(RevisionRow.currency, RevisionRow.category, RevisionRow.on_date)
)
_MOVED = (
    select(
        RevisionRow.currency,
        ShareRow.member_id,
        func.sum(ShareRow.paid_minor - ShareRow.owed_minor).label("minor"),
    )
    .join_from(
        RevisionRow,
        EntryRow,
        (EntryRow.id == RevisionRow.entry_id) & (EntryRow.revision == RevisionRow.number),
    )
    .join(
        ShareRow,
        (ShareRow.entry_id == RevisionRow.entry_id) & (ShareRow.revision == RevisionRow.number),
    )
    .where(
        RevisionRow.group_id == bindparam("group_id"),
        RevisionRow.on_date.between(bindparam("since"), bindparam("until")),
        RevisionRow.action != Action.DELETE,
    )
    .group_by(RevisionRow.currency, ShareRow.member_id)
)


def by_category(
    connection: Connection, group_id: GroupId, since: date, until: date
) -> Iterator[tuple[Currency, str | None, date, int]]:
    """Yield currency, category, date and minor units of expenses from `since` to `until`."""
    found = connection.execute(_BY_CATEGORY, {"group_id": group_id, "since": since, "until": until})
    # PostgreSQL adds bigints up to a numeric.
    return ((Currency(row.currency), row.category, row.on_date, int(row.minor)) for row in found)


def moved(
    connection: Connection, group_id: GroupId, since: date, until: date
) -> Iterator[tuple[Currency, MemberId, int]]:
    """Yield by how many minor units the entries from `since` to `until` moved members' nets."""
    found = connection.execute(_MOVED, {"group_id": group_id, "since": since, "until": until})
    return ((Currency(row.currency), MemberId(row.member_id), int(row.minor)) for row in found)
