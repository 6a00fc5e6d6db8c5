"""SQL of accounts and members."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, func, insert, select, update

from ledger.core.members import GroupId, Member, MemberId, MemberKind, Person, Role, UserId
from ledger.storage.tables import EntryRow, MemberRow, NewcomerRow, UserRow
from ledger.storage.types import AnyRow, new_id
from ledger.storage.upserts import upsert

_MEMBERS = (
    select(
        MemberRow.id,
        MemberRow.user_id,
        MemberRow.username,
        MemberRow.name,
        MemberRow.role,
        MemberRow.active,
        MemberRow.merged_into,
        MemberRow.joined_at,
        UserRow.first_name,
        UserRow.last_name,
        UserRow.username.label("account_username"),
        UserRow.telegram_language,
    )
    .join_from(MemberRow, UserRow, MemberRow.user_id == UserRow.id, isouter=True)
    .where(MemberRow.group_id == bindparam("group_id"))
    .order_by(MemberRow.id)
)

_ONE_MEMBER = _MEMBERS.where(MemberRow.id == bindparam("member_id"))

_ADD_MEMBER = insert(MemberRow)
_NEWCOMERS = select(NewcomerRow.member_id).where(NewcomerRow.entry_id == bindparam("entry_id"))
_EVER_NEWCOMERS = (
    select(NewcomerRow.member_id)
    .where(NewcomerRow.member_id.in_(bindparam("member_ids", expanding=True)))
    .distinct()
)
_BROUGHT = (
    select(EntryRow.id, EntryRow.author_id)
    .join_from(NewcomerRow, EntryRow, NewcomerRow.entry_id == EntryRow.id)
    .where(NewcomerRow.member_id == bindparam("member_id"))
)

_LEAVE_USERNAME = (
    update(UserRow)
    .where(UserRow.username_key == bindparam("key"), UserRow.id != bindparam("keeper"))
    .values(username=None, username_key=None)
)
_USER = select(UserRow.language, UserRow.telegram_language, UserRow.started).where(
    UserRow.id == bindparam("user_id")
)
_MOST_SPOKEN = (
    select(UserRow.telegram_language)
    .join_from(MemberRow, UserRow, MemberRow.user_id == UserRow.id)
    .where(
        MemberRow.group_id == bindparam("group_id"),
        MemberRow.active,
        UserRow.telegram_language.is_not(None),
    )
    .group_by(UserRow.telegram_language)
    .order_by(func.count().desc(), UserRow.telegram_language)
    .limit(1)
)
_FOLLOWED = ("first_name", "last_name", "username", "username_key", "telegram_language")


def members(
    connection: Connection, group_id: GroupId
) -> list[tuple[Member, str | None, MemberId | None]]:
    """Return all members of a group by id, those merged into another too.

    Each with the language of its account, and the member it was merged into.
    """
    rows: Iterable[Any] = connection.execute(_MEMBERS, {"group_id": group_id})
    return [_member(*row) for row in rows]


def member(
    connection: Connection, group_id: GroupId, member_id: MemberId
) -> tuple[Member, str | None, MemberId | None]:
    """Return one member of a group, as `members` does."""
    asked = {"group_id": group_id, "member_id": member_id}
    row: Any = connection.execute(_ONE_MEMBER, asked).one()
    return _member(*row)


def _member(
    id_: int,
    user_id: int | None,
    waiting_for: str | None,
    name: str | None,
    role: Role,
    active: bool,
    merged_into: int | None,
    joined_at: datetime,
    first_name: str | None,
    last_name: str | None,
    username: str | None,
    language: str | None,
) -> tuple[Member, str | None, MemberId | None]:
    if user_id is not None:
        kind = MemberKind.USER
    elif waiting_for is not None:
        kind, first_name, username = MemberKind.PLACEHOLDER, waiting_for, waiting_for
    else:
        kind, first_name = MemberKind.GUEST, name
    assert first_name is not None
    member = Member(
        id=MemberId(id_),
        kind=kind,
        first_name=first_name,
        last_name=last_name,
        username=username,
        user_id=None if user_id is None else UserId(user_id),
        role=role,
        active=active,
        joined_at=joined_at,
    )
    return member, language, None if merged_into is None else MemberId(merged_into)


def add_member(
    connection: Connection,
    group_id: GroupId,
    at: datetime,
    *,
    user_id: UserId | None = None,
    username: str | None = None,
    name: str | None = None,
) -> MemberId:
    """Add an active member of one of the three kinds."""
    result = connection.execute(
        _ADD_MEMBER,
        {
            "group_id": group_id,
            "user_id": user_id,
            "username": username,
            "name": name,
            "role": Role.MEMBER,
            "active": True,
            "merged_into": None,
            "joined_at": at,
        },
    )
    return MemberId(new_id(result))


def change_member(connection: Connection, member_id: MemberId, **columns: object) -> None:
    """Set columns of one member's row."""
    connection.execute(
        update(MemberRow).where(MemberRow.id == bindparam("member_id")).values(**columns),
        {"member_id": member_id},
    )


def point_to(connection: Connection, gone: MemberId, stays: MemberId) -> None:
    """Mark a member, and all that were merged into it, as merged into the one that stays."""
    connection.execute(
        update(MemberRow)
        .where((MemberRow.id == gone) | (MemberRow.merged_into == gone))
        .values(merged_into=stays, active=False)
    )


def follow(connection: Connection, person: Person) -> None:
    """Keep an account as it is now; whoever had its username before has it no longer."""
    key = None if person.username is None else person.username.lower()
    if key is not None:
        connection.execute(_LEAVE_USERNAME, {"key": key, "keeper": person.id})
    statement = upsert(connection.dialect.name, UserRow, ("id",), replace=_FOLLOWED)
    connection.execute(
        statement,
        {
            "id": person.id,
            "first_name": person.first_name,
            "last_name": person.last_name,
            "username": person.username,
            "username_key": key,
            "telegram_language": person.language,
            "language": None,
            "started": False,
        },
    )


def account(connection: Connection, user_id: UserId) -> AnyRow | None:
    """Return an account's `language`, `telegram_language` and `started`."""
    return connection.execute(_USER, {"user_id": user_id}).one_or_none()


def most_spoken(connection: Connection, group_id: GroupId) -> str | None:
    """Return the language that most active members of a group have their Telegram in."""
    spoken: str | None = connection.scalar(_MOST_SPOKEN, {"group_id": group_id})
    return spoken


def change_account(connection: Connection, user_id: UserId, **columns: object) -> None:
    """Set columns of one account's row."""
    connection.execute(
        update(UserRow).where(UserRow.id == bindparam("user_id")).values(**columns),
        {"user_id": user_id},
    )


def add_newcomers(connection: Connection, entry_id: int, member_ids: Sequence[MemberId]) -> None:
    """Note which placeholders an entry brought along."""
    if not member_ids:
        return
    rows = [{"entry_id": entry_id, "member_id": member_id} for member_id in member_ids]
    key = ("entry_id", "member_id")
    connection.execute(upsert(connection.dialect.name, NewcomerRow, key), rows)


def newcomers(connection: Connection, entry_id: int) -> set[MemberId]:
    """Return the placeholders that an entry brought along."""
    return {MemberId(id_) for id_ in connection.scalars(_NEWCOMERS, {"entry_id": entry_id})}


def ever_newcomers(connection: Connection, member_ids: Sequence[MemberId]) -> set[MemberId]:
    """Return those of the members that some entry brought along."""
    if not member_ids:
        return set()
    found = connection.scalars(_EVER_NEWCOMERS, {"member_ids": list(member_ids)})
    return {MemberId(id_) for id_ in found}


def brought_by(connection: Connection, member_id: MemberId) -> dict[int, MemberId | None]:
    """Return the ids of the entries that brought a placeholder along, with their authors."""
    rows = connection.execute(_BROUGHT, {"member_id": member_id})
    return {entry: None if author is None else MemberId(author) for entry, author in rows}
