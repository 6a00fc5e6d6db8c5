"""SQL of the UUIDs by which HTTP shows groups, members and entries.

A row has none before it is first shown, so that a chat that nobody looks at over HTTP pays
nothing for them.
"""

from __future__ import annotations

import uuid
from collections.abc import Collection
from typing import TypeAlias

from sqlalchemy import Connection, bindparam, select, update

from ledger.core.accounts import PublicId
from ledger.core.members import GroupId, MemberId
from ledger.storage.tables import EntryRow, GroupRow, MemberRow

Shown: TypeAlias = type[GroupRow] | type[MemberRow] | type[EntryRow]

_ENTRY = select(EntryRow.group_id, EntryRow.number).where(
    EntryRow.public_id == bindparam("public_id")
)
_GROUP = select(GroupRow.id).where(GroupRow.public_id == bindparam("public_id"))
_MEMBERS = select(MemberRow.public_id, MemberRow.id).where(
    MemberRow.group_id == bindparam("group_id"),
    MemberRow.public_id.in_(bindparam("public_ids", expanding=True)),
)


def give(connection: Connection, table: Shown, ids: Collection[int]) -> dict[int, PublicId]:
    """Give rows that have no UUID yet one each, and return those that they have."""
    if not ids:
        return {}
    connection.execute(
        # Somebody else may just have given one, who was asked the same.
        update(table)
        .where(table.id == bindparam("row_id"), table.public_id.is_(None))
        .values(public_id=bindparam("new")),
        [{"row_id": id_, "new": str(uuid.uuid4())} for id_ in sorted(ids)],
    )
    return known(connection, table, ids)


def known(connection: Connection, table: Shown, ids: Collection[int]) -> dict[int, PublicId]:
    """Return the UUIDs of those rows that have been given one."""
    if not ids:
        return {}
    asked = select(table.id, table.public_id).where(
        table.id.in_(bindparam("ids", expanding=True)), table.public_id.is_not(None)
    )
    found = connection.execute(asked, {"ids": list(ids)})
    return {id_: PublicId(public) for id_, public in found if public is not None}


def group(connection: Connection, public_id: PublicId) -> GroupId | None:
    """Return the number of the group that has a UUID."""
    found = connection.scalar(_GROUP, {"public_id": public_id})
    return None if found is None else GroupId(found)


def group_of_member(connection: Connection, public_id: PublicId) -> GroupId | None:
    """Return the group of the member that has a UUID."""
    asked = select(MemberRow.group_id).where(MemberRow.public_id == public_id)
    found = connection.scalar(asked)
    return None if found is None else GroupId(found)


def members(
    connection: Connection, group_id: GroupId, public_ids: Collection[PublicId]
) -> dict[PublicId, MemberId]:
    """Return the numbers of a group's members that have these UUIDs, merged ones too."""
    if not public_ids:
        return {}
    asked = {"group_id": group_id, "public_ids": list(public_ids)}
    found = connection.execute(_MEMBERS, asked)
    return {PublicId(public): MemberId(id_) for public, id_ in found if public is not None}


def entry(connection: Connection, public_id: PublicId) -> tuple[GroupId, int] | None:
    """Return the group of the entry that has a UUID, and its number there."""
    row = connection.execute(_ENTRY, {"public_id": public_id}).one_or_none()
    return None if row is None else (GroupId(row.group_id), row.number)
