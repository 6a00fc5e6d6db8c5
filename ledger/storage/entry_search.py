"""SQL of the history's pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import ColumnElement, Connection, and_, bindparam, exists, func, literal, select

from ledger.core.answers.entry_lists import AmountRange
from ledger.core.entries import Action, Entry, EntryKind
from ledger.core.members import GroupId, MemberId
from ledger.storage import entry_rows
from ledger.storage.joins import IS_NEWEST, IS_SHARE_NOW
from ledger.storage.search_keys import search_key
from ledger.storage.tables import EntryRow, RevisionRow, ShareRow


@dataclass(frozen=True, slots=True)
class Query:
    """Which entries; `days` is the first day and the first day after the last.

    `below` leaves only entries with lower numbers, `from_number` those from a number on,
    `uncategorised` only expenses that have no category, and `descriptions` those that say
    exactly one of them.
    """

    members: tuple[MemberId, ...] = ()
    words: tuple[str, ...] = ()
    category: str | None = None
    days: tuple[date, date] | None = None
    amount: AmountRange | None = None
    kind: EntryKind | None = None
    below: int | None = None
    uncategorised: bool = False
    from_number: int | None = None
    descriptions: tuple[str, ...] | None = None

    @property
    def is_everything(self) -> bool:
        """Whether all live entries between its numbers are found."""
        return replace(self, below=None, from_number=None) == Query()


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


_REVISION_OF_DAYS = select(RevisionRow.entry_id).where(
    RevisionRow.group_id == bindparam("group_id"),
    RevisionRow.on_date >= bindparam("since"),
    RevisionRow.on_date < bindparam("end"),
)


def revisions_of_days(
    connection: Connection, group_id: GroupId, days: tuple[date, date], most: int
) -> int:
    """Return how many revisions are of some days, counting no further than to `most`."""
    some = _REVISION_OF_DAYS.limit(most).subquery()
    values = {"group_id": group_id, "since": days[0], "end": days[1]}
    return connection.execute(select(func.count()).select_from(some), values).scalar_one()


def numbers(
    connection: Connection, group_id: GroupId, query: Query, most: int | None
) -> Sequence[int]:
    """Return the numbers of live entries, the newest before; looks at all that no index leaves."""
    found = connection.scalars(
        select(EntryRow.number)
        .join(RevisionRow, IS_NEWEST)
        .where(_which(group_id, query))
        .order_by(EntryRow.number.desc())
        .limit(most)
    )
    return found.all()


def newest(
    connection: Connection, group_id: GroupId, query: Query, size: int, offset: int = 0
) -> tuple[Entry, ...]:
    """Return live entries, the newest before."""
    statement = (
        entry_rows.NEWEST.where(_which(group_id, query))
        .order_by(EntryRow.number.desc())
        .limit(size)
        .offset(offset)
    )
    return entry_rows.read(connection, statement, {})


def numbered(
    connection: Connection, group_id: GroupId, numbers: Sequence[int]
) -> tuple[Entry, ...]:
    """Return the entries of some numbers as they are now, the newest before."""
    statement = entry_rows.NEWEST.where(
        EntryRow.group_id == group_id, EntryRow.number.in_(numbers)
    ).order_by(EntryRow.number.desc())
    return entry_rows.read(connection, statement, {})


def _which(group_id: GroupId, query: Query) -> ColumnElement[bool]:
    # Numbers have an index, and so have the revisions of some days. Named by both, SQLite would
    # rather look at all of the group's entries in the order of their numbers.
    by_days = query.days is not None and query.from_number is None
    of_group = RevisionRow.group_id if by_days else EntryRow.group_id
    return and_(
        of_group == group_id,
        RevisionRow.action != Action.DELETE,
        *_where(query),
        *_what(query),
    )


def _where(query: Query) -> Iterator[ColumnElement[bool]]:
    """Yield where in the book entries are to be: their numbers and their days."""
    if query.from_number is not None:
        yield EntryRow.number >= query.from_number
    if query.below is not None:
        yield EntryRow.number < query.below
    if query.days is not None:
        first, end = query.days
        yield RevisionRow.on_date >= first
        yield RevisionRow.on_date < end


def _what(query: Query) -> Iterator[ColumnElement[bool]]:
    """Yield what entries are to say."""
    if query.members:
        yield exists().where(IS_SHARE_NOW, ShareRow.member_id.in_(query.members))
    for word in query.words:
        said = func.coalesce(RevisionRow.search_key, RevisionRow.description)
        yield said.contains(search_key(word), autoescape=True)
    if query.descriptions is not None:
        yield RevisionRow.description.in_(query.descriptions)
    if query.kind is not None:
        yield EntryRow.kind == query.kind
    if query.uncategorised:
        yield and_(RevisionRow.category.is_(None), EntryRow.kind == EntryKind.EXPENSE)
    if query.category is not None:
        yield RevisionRow.category == query.category
    if query.amount is not None:
        yield _is_between(query.amount)


def _is_between(amount: AmountRange) -> ColumnElement[bool]:
    of_currency = RevisionRow.currency == amount.currency
    if amount.least_minor is not None:
        of_currency &= RevisionRow.amount_minor >= amount.least_minor
    if amount.most_minor is not None:
        of_currency &= RevisionRow.amount_minor <= amount.most_minor
    return of_currency
