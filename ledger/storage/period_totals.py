"""SQL of what some days came to: sums of live entries, by their own dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, case, func, select

from ledger.core.entries import Action, EntryKind
from ledger.core.members import GroupId, MemberId
from ledger.core.money import Currency
from ledger.storage.joins import IS_NEWEST, IS_SHARE
from ledger.storage.tables import EntryRow, RevisionRow, ShareRow
from ledger.storage.types import AnyRow, AnySelect

_SPENT = case((RevisionRow.refund, -RevisionRow.amount_minor), else_=RevisionRow.amount_minor)
"""What an entry adds to what was spent: money that came back takes from it."""

_LIVE_OF_DAYS = (
    RevisionRow.on_date.between(bindparam("since"), bindparam("until")),
    RevisionRow.action != Action.DELETE,
)
_CURRENT = (RevisionRow.group_id == bindparam("group_id"), *_LIVE_OF_DAYS)
_EXPENSES = (*_CURRENT, EntryRow.kind == EntryKind.EXPENSE)
# Those of some numbers are found by these: so the index of days is left out of it.
_NUMBERED_EXPENSES = (
    EntryRow.group_id == bindparam("group_id"),
    EntryRow.number.between(bindparam("first"), bindparam("last")),
    *_LIVE_OF_DAYS,
    EntryRow.kind == EntryKind.EXPENSE,
)

_BY_CATEGORY = (
    select(
        RevisionRow.currency,
        RevisionRow.category,
        RevisionRow.on_date,
        RevisionRow.refund,
        func.sum(RevisionRow.amount_minor).label("minor"),
    )
    .join_from(RevisionRow, EntryRow, IS_NEWEST)
    .group_by(RevisionRow.currency, RevisionRow.category, RevisionRow.on_date, RevisionRow.refund)
)
_DESCRIBED = (
    select(
        RevisionRow.currency,
        RevisionRow.description,
        func.sum(_SPENT).label("minor"),
        func.count().label("entries"),
    )
    .join_from(RevisionRow, EntryRow, IS_NEWEST)
    .where(RevisionRow.category.is_(None))
    .group_by(RevisionRow.currency, RevisionRow.description)
)
# A refund's shares are kept turned round: whoever got the money owes it.
_PAID = case((RevisionRow.refund, -ShareRow.owed_minor), else_=ShareRow.paid_minor)
_CONSUMED = case((RevisionRow.refund, -ShareRow.paid_minor), else_=ShareRow.owed_minor)
_BY_MEMBER = (
    select(
        RevisionRow.currency,
        ShareRow.member_id,
        func.sum(_PAID).label("paid"),
        func.sum(_CONSUMED).label("consumed"),
    )
    .join_from(RevisionRow, EntryRow, IS_NEWEST)
    .join(ShareRow, IS_SHARE)
    .group_by(RevisionRow.currency, ShareRow.member_id)
)
_MOVED = (
    select(
        RevisionRow.currency,
        ShareRow.member_id,
        func.sum(ShareRow.paid_minor - ShareRow.owed_minor).label("minor"),
    )
    .join_from(RevisionRow, EntryRow, IS_NEWEST)
    .join(ShareRow, IS_SHARE)
    .where(*_CURRENT)
    .group_by(RevisionRow.currency, ShareRow.member_id)
)


Numbers = tuple[int, int]
"""The first and the last number of entries that are summed up."""


class Total(NamedTuple):
    """What the expenses of a day and category come to (minor units > 0), or the refunds."""

    currency: Currency
    category: str | None
    on: date
    refund: bool
    minor: int


def by_category(
    connection: Connection,
    group_id: GroupId,
    since: date,
    until: date,
    numbers: Numbers | None = None,
) -> Iterator[Total]:
    """Yield what was spent, and apart from it what came back, from `since` to `until`."""
    found = _of_expenses(_BY_CATEGORY, connection, group_id, since, until, numbers)
    # PostgreSQL adds bigints up to a numeric.
    return (
        Total(Currency(row.currency), row.category, row.on_date, row.refund, int(row.minor))
        for row in found
    )


def described(
    connection: Connection,
    group_id: GroupId,
    since: date,
    until: date,
    numbers: Numbers | None = None,
) -> Iterator[tuple[Currency, str, int, int]]:
    """Yield currency, words, minor units and number of the expenses without a category."""
    found = _of_expenses(_DESCRIBED, connection, group_id, since, until, numbers)
    return ((Currency(row.currency), row.description, int(row.minor), row.entries) for row in found)


def by_member(
    connection: Connection,
    group_id: GroupId,
    since: date,
    until: date,
    numbers: Numbers | None = None,
) -> Iterator[tuple[Currency, MemberId, int, int]]:
    """Yield what members paid and what they consumed of expenses, in minor units."""
    found = _of_expenses(_BY_MEMBER, connection, group_id, since, until, numbers)
    return (
        (Currency(row.currency), MemberId(row.member_id), int(row.paid), int(row.consumed))
        for row in found
    )


def _of_expenses(
    statement: AnySelect,
    connection: Connection,
    group_id: GroupId,
    since: date,
    until: date,
    numbers: Numbers | None,
) -> Iterable[AnyRow]:
    """Return what a statement sums up of the expenses of some days, and perhaps numbers."""
    values = {"group_id": group_id, "since": since, "until": until}
    if numbers is None:
        return connection.execute(statement.where(*_EXPENSES), values)
    first, last = numbers
    of_numbers = values | {"first": first, "last": last}
    return connection.execute(statement.where(*_NUMBERED_EXPENSES), of_numbers)


def moved(
    connection: Connection, group_id: GroupId, since: date, until: date
) -> Iterator[tuple[Currency, MemberId, int]]:
    """Yield by how many minor units the entries from `since` to `until` moved members' nets."""
    found = connection.execute(_MOVED, {"group_id": group_id, "since": since, "until": until})
    return ((Currency(row.currency), MemberId(row.member_id), int(row.minor)) for row in found)
