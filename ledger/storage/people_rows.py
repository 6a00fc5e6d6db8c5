"""SQL of accounts and members."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, func, insert, select, update

from ledger.core.members import (
    ONE_SHARE,
    GroupId,
    Member,
    MemberId,
    MemberKind,
    Person,
    Role,
    UserId,
)
from ledger.storage.prepared import Prepared
from ledger.storage.tables import EntryRow, MemberRow, NewcomerRow, UserRow
from ledger.storage.types import AnyRow, new_id
from ledger.storage.upserts import upsert

MEMBER_COLUMNS = (
    MemberRow.id,
    MemberRow.user_id,
    MemberRow.username,
    MemberRow.name,
    MemberRow.role,
    MemberRow.active,
    MemberRow.merged_into,
    MemberRow.joined_at,
    MemberRow.weight,
    UserRow.first_name,
    UserRow.last_name,
    UserRow.username.label("account_username"),
    UserRow.telegram_language,
)
"""What `member_of_row` reads."""
_MEMBERS = (
    select(*MEMBER_COLUMNS)
    .join_from(MemberRow, UserRow, MemberRow.user_id == UserRow.id, isouter=True)
    .where(MemberRow.group_id == bindparam("group_id"))
    .order_by(MemberRow.id)
)

_ALL_MEMBERS = Prepared(_MEMBERS)
_ONE_MEMBER = Prepared(_MEMBERS.where(MemberRow.id == bindparam("member_id")))

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

_ADDED = select(MemberRow.id, MemberRow.added).where(
    MemberRow.id.in_(bindparam("member_ids", expanding=True))
)
# Accounts are locked in the order of their ids. Not against rows that point to them: members
# of other groups may join meanwhile.
_CONCERNED = (
    select(UserRow.id, UserRow.username_key)
    .where(
        UserRow.id.in_(bindparam("ids", expanding=True))
        | UserRow.username_key.in_(bindparam("keys", expanding=True))
    )
    .order_by(UserRow.id)
    .with_for_update(key_share=True)
)
_LEAVE_USERNAME = (
    update(UserRow)
    .where(UserRow.id.in_(bindparam("ids", expanding=True)))
    .values(username=None, username_key=None)
)
_USER = select(UserRow.language, UserRow.telegram_language, UserRow.started).where(
    UserRow.id == bindparam("user_id")
)
_PERSON = select(
    UserRow.first_name, UserRow.last_name, UserRow.username, UserRow.telegram_language
).where(UserRow.id == bindparam("user_id"))
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
    rows = _ALL_MEMBERS.all(connection, {"group_id": group_id})
    return [member_of_row(*row) for row in rows]


def member(
    connection: Connection, group_id: GroupId, member_id: MemberId
) -> tuple[Member, str | None, MemberId | None]:
    """Return one member of a group, as `members` does."""
    asked = {"group_id": group_id, "member_id": member_id}
    (row,) = _ONE_MEMBER.all(connection, asked)
    return member_of_row(*row)


def member_of_row(
    id_: int,
    user_id: int | None,
    waiting_for: str | None,
    name: str | None,
    role: Role,
    active: bool,
    merged_into: int | None,
    joined_at: datetime,
    weight: int | None,
    first_name: str | None,
    last_name: str | None,
    username: str | None,
    language: str | None,
) -> tuple[Member, str | None, MemberId | None]:
    """Make the value of a row of MEMBER_COLUMNS; see `members`."""
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
        weight=weight or ONE_SHARE,
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
    added: bool = False,
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
            "added": added,
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


def change_identities(connection: Connection, members: Mapping[MemberId, Member]) -> None:
    """Write who members are, what they may do and whether they take part."""
    if not members:
        return
    connection.execute(
        update(MemberRow)
        .where(MemberRow.id == bindparam("member_id"))
        .values(
            user_id=bindparam("account"),
            username=bindparam("waits_for"),
            role=bindparam("role_now"),
            active=bindparam("active_now"),
        ),
        [
            {
                "member_id": id_,
                "account": members[id_].user_id,
                "waits_for": (
                    members[id_].username if members[id_].kind is MemberKind.PLACEHOLDER else None
                ),
                "role_now": members[id_].role,
                "active_now": members[id_].active,
            }
            for id_ in sorted(members)
        ],
    )


def point_to(connection: Connection, gone: MemberId, stays: MemberId) -> None:
    """Mark a member, and all that were merged into it, as merged into the one that stays."""
    connection.execute(
        update(MemberRow)
        .where((MemberRow.id == gone) | (MemberRow.merged_into == gone))
        .values(merged_into=stays, active=False)
    )


def follow(connection: Connection, people: Iterable[Person]) -> None:
    """Keep accounts as they are now; whoever had a username of theirs before has it no longer.

    Whatever accounts two transactions follow, they take them in one order: new ones are added
    first, by id, and seen by nobody until the end; then those that are there are locked, by id.
    """
    rows = {person.id: _account_row(person) for person in people}
    if not rows:
        return
    values = [rows[id_] for id_ in sorted(rows)]
    dialect = connection.dialect.name
    connection.execute(upsert(dialect, UserRow, ("id",)), values)
    keepers = {row["username_key"]: row["id"] for row in values if row["username_key"] is not None}
    concerned = connection.execute(_CONCERNED, {"ids": list(rows), "keys": list(keepers)})
    without = [
        id_
        for id_, key in concerned
        if key is not None and keepers.get(key, id_) != id_ and id_ not in rows
    ]
    if without:
        connection.execute(_LEAVE_USERNAME, {"ids": without})
    connection.execute(upsert(dialect, UserRow, ("id",), replace=_FOLLOWED), values)


def _account_row(person: Person) -> dict[str, Any]:
    return {
        "id": person.id,
        "first_name": person.first_name,
        "last_name": person.last_name,
        "username": person.username,
        "username_key": None if person.username is None else person.username.lower(),
        "telegram_language": person.language,
        "language": None,
        "started": False,
    }


def account(connection: Connection, user_id: UserId) -> AnyRow | None:
    """Return an account's `language`, `telegram_language` and `started`."""
    return connection.execute(_USER, {"user_id": user_id}).one_or_none()


def most_spoken(connection: Connection, group_id: GroupId) -> str | None:
    """Return the language that most active members of a group have their Telegram in."""
    spoken: str | None = connection.scalar(_MOST_SPOKEN, {"group_id": group_id})
    return spoken


def person(connection: Connection, user_id: UserId) -> Person:
    """Return a user who is known, as last seen."""
    row = connection.execute(_PERSON, {"user_id": user_id}).one()
    return Person(user_id, row.first_name, row.last_name, row.username, row.telegram_language)


def take_language(connection: Connection, gone: UserId, stays: UserId) -> None:
    """Let a user who has chosen no language have the one that another has chosen."""
    chosen = select(UserRow.language).where(UserRow.id == gone).scalar_subquery()
    connection.execute(
        update(UserRow)
        .where(UserRow.id == stays, UserRow.language.is_(None))
        .values(language=chosen)
    )


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


def added(connection: Connection, member_ids: Sequence[MemberId]) -> dict[MemberId, bool | None]:
    """Tell of members whether an admin added them, None where it is not known."""
    found = connection.execute(_ADDED, {"member_ids": list(member_ids)})
    return {MemberId(id_): by_admin for id_, by_admin in found}


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
