"""SQL that appends one group's book to another's, after a chat's migration."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, bindparam, select, update

from ledger.core.members import GroupId, MemberId
from ledger.storage.tables import ChatRow, EntryRow, GroupRow, MemberRow, RevisionRow


def move_lines(
    connection: Connection, gone: GroupId, stays: GroupId, entries: int, changes: int
) -> None:
    """Append entries and revisions behind the `entries` and `changes` that are there."""
    connection.execute(
        update(EntryRow)
        .where(EntryRow.group_id == gone)
        .values(group_id=stays, number=EntryRow.number + entries)
    )
    connection.execute(
        update(RevisionRow)
        .where(RevisionRow.group_id == gone)
        .values(group_id=stays, change=RevisionRow.change + changes)
    )


def move_chats(connection: Connection, gone: GroupId, stays: GroupId) -> None:
    """Let all chats of a group be of the other."""
    connection.execute(update(ChatRow).where(ChatRow.group_id == gone).values(group_id=stays))


def move_public_id(connection: Connection, gone: GroupId, stays: GroupId) -> None:
    """Let a group be found by the other's UUID, unless it has one itself."""
    found = select(GroupRow.id, GroupRow.public_id).where(GroupRow.id.in_((gone, stays)))
    known = {row.id: row.public_id for row in connection.execute(found)}
    if known[gone] is None or known[stays] is not None:
        return
    for group_id, public_id in ((gone, None), (stays, known[gone])):
        connection.execute(
            update(GroupRow).where(GroupRow.id == group_id).values(public_id=public_id)
        )


def move_members(connection: Connection, gone: GroupId, stays: GroupId) -> None:
    """Let those who are left in a group be members of the other."""
    connection.execute(update(MemberRow).where(MemberRow.group_id == gone).values(group_id=stays))


def merge_members(
    connection: Connection, names: Mapping[MemberId, str], became: Mapping[MemberId, MemberId]
) -> None:
    """Merge members into those of the other group; their accounts are these from now on."""
    if not names:
        return
    connection.execute(
        update(MemberRow)
        .where(MemberRow.id == bindparam("gone"))
        .values(
            user_id=None,
            username=None,
            name=bindparam("called"),
            active=False,
            merged_into=bindparam("into"),
        ),
        [{"gone": id_, "called": names[id_], "into": became[id_]} for id_ in sorted(names)],
    )


def follow_merged(connection: Connection, became: Mapping[MemberId, MemberId]) -> None:
    """Let members that were merged before be those that their targets became."""
    if not became:
        return
    connection.execute(
        update(MemberRow)
        .where(MemberRow.merged_into == bindparam("target"))
        .values(merged_into=bindparam("into")),
        [{"target": target, "into": became[target]} for target in sorted(became)],
    )
