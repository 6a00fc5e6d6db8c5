"""SQL of the history's pages."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, and_, bindparam, exists, func, literal, select

from ledger.core.answers.entry_lists import AmountRange
from ledger.core.entries import Action, Entry, EntryKind
from ledger.core.members import GroupId, MemberId
from ledger.storage import entry_rows
from ledger.storage.joins import IS_NEWEST
from ledger.storage.search_keys import search_key
from ledger.storage.tables import EntryRow, RevisionRow, ShareRow


@dataclass(frozen=True, slots=True)
class Query:
    """Which entries; `days` is the first day and the first day after the last.

    `below` leaves only entries with lower numbers, `uncategorised` only expenses that have no
    category.
    """

    members: tuple[MemberId, ...]
    words: tuple[str, ...]
    category: str | None
    days: tuple[date, date] | None
    amount: AmountRange | None = None
    kind: EntryKind | None = None
    below: int | None = None
    uncategorised: bool = False


_DELETED = (
    select(func.count())
    .select_from(RevisionRow)
    .join(EntryRow, IS_NEWEST)
    .where(
        RevisionRow.group_id == bindparam("group_id"),
        # The word itself and not a parameter, or the index of deletions would not be used.
        RevisionRow.action == literal(Action.DELETE, RevisionRow.action.type, literal_execute=True),
        EntryRow.number >= bindparam("from_number"),
    )
)


def deleted(connection: Connection, group_id: GroupId, from_number: int = 1) -> int:
    """Return how many entries are deleted, of those from a number on.

    Read from few rows, so that it is known how many live ones there are.
    """
    return connection.execute(
        _DELETED, {"group_id": group_id, "from_number": from_number}
    ).scalar_one()


def count(connection: Connection, group_id: GroupId, query: Query) -> int:
    """Return how many live entries there are; looks at every one that the index leaves."""
    statement = (
        select(func.count())
        .select_from(EntryRow)
        .join(RevisionRow, IS_NEWEST)
        .where(_which(group_id, query))
    )
    return connection.execute(statement).scalar_one()


def without_category(
    connection: Connection,
    group_id: GroupId,
    descriptions: Collection[str],
    days: tuple[date, date] | None,
    most: int,
) -> tuple[int, ...]:
    """Return the numbers of live expenses that say certain words and have no category.

    `days` is the first day and the first behind the last; the newest come first.
    """
    if not descriptions:
        return ()
    conditions = [
        (EntryRow.group_id if days is None else RevisionRow.group_id) == group_id,
        EntryRow.kind == EntryKind.EXPENSE,
        RevisionRow.action != Action.DELETE,
        RevisionRow.category.is_(None),
        RevisionRow.description.in_(descriptions),
    ]
    if days is not None:
        conditions += [RevisionRow.on_date >= days[0], RevisionRow.on_date < days[1]]
    found = connection.execute(
        select(EntryRow.number)
        .join(RevisionRow, IS_NEWEST)
        .where(*conditions)
        .order_by(EntryRow.number.desc())
        .limit(most)
    )
    return tuple(found.scalars())


def newest(
    connection: Connection, group_id: GroupId, query: Query, size: int, offset: int
) -> tuple[Entry, ...]:
    """Return live entries, the newest first."""
    statement = (
        entry_rows.NEWEST.where(_which(group_id, query))
        .order_by(EntryRow.number.desc())
        .limit(size)
        .offset(offset)
    )
    return entry_rows.read(connection, statement, {})


def _which(group_id: GroupId, query: Query) -> ColumnElement[bool]:
    # The revisions of some days have an index of their own; named by both, SQLite would rather
    # look at all of the group's entries in the order of their numbers.
    of_group = EntryRow.group_id if query.days is None else RevisionRow.group_id
    conditions = [of_group == group_id, RevisionRow.action != Action.DELETE]
    if query.members:
        of_member = exists().where(
            ShareRow.entry_id == EntryRow.id,
            ShareRow.revision == EntryRow.revision,
            ShareRow.member_id.in_(query.members),
        )
        conditions.append(of_member)
    conditions += [
        func.coalesce(RevisionRow.search_key, RevisionRow.description).contains(
            search_key(word), autoescape=True
        )
        for word in query.words
    ]
    if query.kind is not None:
        conditions.append(EntryRow.kind == query.kind)
    if query.uncategorised:
        conditions += [RevisionRow.category.is_(None), EntryRow.kind == EntryKind.EXPENSE]
    if query.below is not None:
        conditions.append(EntryRow.number < query.below)
    if query.category is not None:
        conditions.append(RevisionRow.category == query.category)
    if query.days is not None:
        first, end = query.days
        conditions += [RevisionRow.on_date >= first, RevisionRow.on_date < end]
    if query.amount is not None:
        conditions.append(RevisionRow.currency == query.amount.currency)
        if query.amount.least_minor is not None:
            conditions.append(RevisionRow.amount_minor >= query.amount.least_minor)
        if query.amount.most_minor is not None:
            conditions.append(RevisionRow.amount_minor <= query.amount.most_minor)
    return and_(*conditions)
