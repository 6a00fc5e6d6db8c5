"""SQL of groups as HTTP lists them: several at once, each with its active members."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, exists, select

from ledger.core.members import GroupId, Member, UserId
from ledger.storage import people_rows
from ledger.storage.group_rows import COLUMNS
from ledger.storage.people_rows import MEMBER_COLUMNS
from ledger.storage.tables import ChatRow, GroupRow, MemberRow, UserRow
from ledger.storage.types import AnyRow

_HAS_CHAT = exists().where(ChatRow.group_id == GroupRow.id)
IS_BOOK = _HAS_CHAT | GroupRow.gone_at.is_(None)
"""Neither what an import is written into, nor what was left when two chats' books were joined."""

_GROUPS = (
    select(
        *COLUMNS,
        GroupRow.description,
        GroupRow.made_at,
        GroupRow.updated_at,
        (_HAS_CHAT & GroupRow.gone_at.is_(None)).label("in_chat"),
    )
    .where(GroupRow.id.in_(bindparam("group_ids", expanding=True)))
    .order_by(GroupRow.id)
)
_MEMBERS = (
    select(MemberRow.group_id, *MEMBER_COLUMNS)
    .join_from(MemberRow, UserRow, MemberRow.user_id == UserRow.id, isouter=True)
    .where(
        MemberRow.group_id.in_(bindparam("group_ids", expanding=True)),
        MemberRow.merged_into.is_(None),
        MemberRow.active,
    )
    .order_by(MemberRow.group_id, MemberRow.id)
)
_AFTER = select(GroupRow.id).where(IS_BOOK, GroupRow.id > bindparam("after")).order_by(GroupRow.id)
_BOOK = select(*COLUMNS).where(IS_BOOK, GroupRow.id == bindparam("group_id"))
_LOCK_BOOK = _BOOK.with_for_update(of=GroupRow)

_Mine, _Theirs = MemberRow.__table__.alias("mine"), MemberRow.__table__.alias("theirs")
_ACQUAINTED = (
    select(_Theirs.c.user_id)
    .select_from(_Mine.join(_Theirs, _Mine.c.group_id == _Theirs.c.group_id))
    .where(
        _Mine.c.user_id == bindparam("user_id"),
        _Mine.c.active,
        _Theirs.c.user_id.is_not(None),
        _Theirs.c.merged_into.is_(None),
    )
    .distinct()
)


def groups(connection: Connection, group_ids: Collection[GroupId]) -> Sequence[AnyRow]:
    """Return groups by id, with `description`, `made_at`, `updated_at` and `in_chat`."""
    return connection.execute(_GROUPS, {"group_ids": list(group_ids)}).all()


def members(connection: Connection, group_ids: Collection[GroupId]) -> dict[GroupId, list[Member]]:
    """Return the active members of groups, in the order of joining."""
    found: dict[GroupId, list[Member]] = {}
    rows: Iterable[Any] = connection.execute(_MEMBERS, {"group_ids": list(group_ids)})
    for group_id, *row in rows:
        found.setdefault(GroupId(group_id), []).append(people_rows.member_of_row(*row)[0])
    return found


def after(connection: Connection, group_id: GroupId, most: int) -> Sequence[GroupId]:
    """Return the numbers of the books behind one."""
    found = connection.scalars(_AFTER.limit(most), {"after": group_id})
    return [GroupId(id_) for id_ in found]


def book(connection: Connection, group_id: GroupId) -> AnyRow | None:
    """Return a group that is a book, without locking anything: for what only reads."""
    return connection.execute(_BOOK, {"group_id": group_id}).one_or_none()


def lock_book(connection: Connection, group_id: GroupId) -> AnyRow | None:
    """Return a group that is a book, and lock it until the transaction ends."""
    return connection.execute(_LOCK_BOOK, {"group_id": group_id}).one_or_none()


def acquainted(connection: Connection, user_id: UserId) -> set[UserId]:
    """Return the users who are, or were, in a group that somebody is in."""
    return {UserId(id_) for id_ in connection.scalars(_ACQUAINTED, {"user_id": user_id})}
