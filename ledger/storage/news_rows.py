"""SQL of what was changed outside a group's chat and is not told there yet."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, exists, func, insert, select, update

from ledger.core.entries import Action
from ledger.core.members import GroupId, MemberId
from ledger.core.news import Alteration, NewsId, read_alteration
from ledger.core.schedule import Stage
from ledger.storage.news_tables import NewsRow
from ledger.storage.tables import ChatRow, GroupRow, RevisionRow
from ledger.storage.types import AnyRow


@dataclass(frozen=True, slots=True)
class Waiting:
    """One row: the revision `number` of the entry that it is about, or what else was altered."""

    id: NewsId
    attempts: int
    entry_id: int | None
    number: int
    action: Action | None
    author: MemberId | None
    altered: Alteration | None


_ADD = insert(NewsRow)
_HAS_CHAT = select(
    exists()
    .where(ChatRow.group_id == GroupRow.id, GroupRow.id == bindparam("group_id"))
    .where(GroupRow.gone_at.is_(None))
)
_GROUPS = (
    select(NewsRow.group_id)
    .where(
        NewsRow.stage == Stage.WAITING,
        NewsRow.send_after <= bindparam("now", type_=NewsRow.send_after.type),
    )
    .group_by(NewsRow.group_id)
    .order_by(func.min(NewsRow.id))
    .limit(bindparam("most"))
)
_OF_GROUP = (
    select(
        NewsRow.id,
        NewsRow.attempts,
        NewsRow.author_id,
        NewsRow.altered,
        RevisionRow.entry_id,
        RevisionRow.number,
        RevisionRow.action,
    )
    .join_from(
        NewsRow,
        RevisionRow,
        (RevisionRow.group_id == NewsRow.group_id) & (RevisionRow.change == NewsRow.change),
        isouter=True,
    )
    .where(NewsRow.group_id == bindparam("group_id"), NewsRow.stage == Stage.WAITING)
    .order_by(NewsRow.id)
)


def has_chat(connection: Connection, group_id: GroupId) -> bool:
    """Tell whether a group has a chat with the bot in it."""
    return bool(connection.scalar(_HAS_CHAT, {"group_id": group_id}))


def add_changes(connection: Connection, group_id: GroupId, changes: range, at: datetime) -> None:
    """Note revisions that are to be told, by the numbers of their changes."""
    if changes:
        rows = [{**_row(group_id, at), "change": change, "altered": None} for change in changes]
        connection.execute(_ADD, rows)


def add_alteration(
    connection: Connection,
    group_id: GroupId,
    altered: Alteration,
    author: MemberId | None,
    at: datetime,
) -> None:
    """Note what else is to be told, and who did it."""
    row = {**_row(group_id, at), "change": None, "altered": altered.written()}
    connection.execute(_ADD, {**row, "author_id": author})


def _row(group_id: GroupId, at: datetime) -> dict[str, object]:
    return {
        "group_id": group_id,
        "author_id": None,
        "made_at": at,
        "send_after": at,
        "stage": Stage.WAITING,
        "attempts": 0,
    }


def groups_waiting(connection: Connection, now: datetime, most: int) -> tuple[GroupId, ...]:
    """Return the groups that are to be told something, whoever waits longest first."""
    return tuple(map(GroupId, connection.scalars(_GROUPS, {"now": now, "most": most})))


def of_group(connection: Connection, group_id: GroupId) -> tuple[Waiting, ...]:
    """Return what a group is to be told, in the order in which it was done."""
    return tuple(
        Waiting(
            id=NewsId(row.id),
            attempts=row.attempts,
            entry_id=row.entry_id,
            number=row.number or 0,
            action=row.action,
            author=None if row.author_id is None else MemberId(row.author_id),
            altered=None if row.altered is None else read_alteration(row.altered),
        )
        for row in connection.execute(_OF_GROUP, {"group_id": group_id})
    )


def change(connection: Connection, ids: Collection[NewsId], **columns: object) -> None:
    """Set columns of rows."""
    connection.execute(update(NewsRow).where(NewsRow.id.in_(ids)).values(**columns))


def change_waiting(connection: Connection, group_id: GroupId, **columns: object) -> None:
    """Set columns of all that a group is still to be told."""
    waiting = (NewsRow.group_id == group_id, NewsRow.stage == Stage.WAITING)
    connection.execute(update(NewsRow).where(*waiting).values(**columns))


def remove(connection: Connection, ids: Collection[NewsId]) -> None:
    """Take rows away: they are told, or never will be."""
    connection.execute(delete(NewsRow).where(NewsRow.id.in_(ids)))


def take_back(connection: Connection) -> int:
    """Let what was on its way wait again; return how much there was."""
    taking = update(NewsRow).where(NewsRow.stage == Stage.SENDING).values(stage=Stage.WAITING)
    return int(connection.execute(taking).rowcount)


def failed(connection: Connection) -> Sequence[AnyRow]:
    """Return the id, group and time of what met a bug, newest first."""
    return connection.execute(
        select(NewsRow.id, NewsRow.group_id, NewsRow.made_at)
        .where(NewsRow.stage == Stage.FAILED)
        .order_by(NewsRow.id.desc())
    ).all()


def move(connection: Connection, gone: GroupId, stays: GroupId, changes: int) -> None:
    """Let a group that was joined to another be told there, behind its `changes`."""
    connection.execute(
        update(NewsRow)
        .where(NewsRow.group_id == gone)
        .values(group_id=stays, change=NewsRow.change + changes)
    )
