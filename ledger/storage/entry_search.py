"""SQL of the history's pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, and_, bindparam, exists, func, literal, select

from ledger.core.entries import Action, Entry
from ledger.core.members import GroupId, MemberId
from ledger.storage import entry_rows
from ledger.storage.search_keys import search_key
from ledger.storage.tables import EntryRow, RevisionRow, ShareRow


@dataclass(frozen=True, slots=True)
class Query:
    """Which entries; `days` is the first day and the first day after the last."""

    members: tuple[MemberId, ...]
    words: tuple[str, ...]
    category: str | None
    days: tuple[date, date] | None


_DELETED = (
    select(func.count())
    .select_from(RevisionRow)
    .join(
        EntryRow,
        (EntryRow.id == RevisionRow.entry_id) & (EntryRow.revision == RevisionRow.number),
    )
    .where(
        RevisionRow.group_id == bindparam("group_id"),
        # The word itself and not a parameter, or the index of deletions would not be used.
        RevisionRow.action == literal(Action.DELETE, RevisionRow.action.type, literal_execute=True),
    )
)


def deleted(connection: Connection, group_id: GroupId) -> int:
    """Return how many entries are deleted: read from few rows, so that live ones are known."""
    return connection.execute(_DELETED, {"group_id": group_id}).scalar_one()


def count(connection: Connection, group_id: GroupId, query: Query) -> int:
    """Return how many live entries there are; looks at every one that the index leaves."""
    statement = (
        select(func.count())
        .select_from(EntryRow)
        .join(
            RevisionRow,
            (RevisionRow.entry_id == EntryRow.id) & (RevisionRow.number == EntryRow.revision),
        )
        .where(_which(group_id, query))
    )
    return connection.execute(statement).scalar_one()


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
    conditions = [EntryRow.group_id == group_id, RevisionRow.action != Action.DELETE]
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
    if query.category is not None:
        conditions.append(RevisionRow.category == query.category)
    if query.days is not None:
        first, end = query.days
        conditions += [RevisionRow.on_date >= first, RevisionRow.on_date < end]
    return and_(*conditions)
