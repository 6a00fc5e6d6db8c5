"""SQL that appends one group's book to another's, after a chat's migration."""

from __future__ import annotations

from sqlalchemy import Connection, update

from ledger.core.members import GroupId, MemberId
from ledger.storage.tables import ChatRow, EntryRow, MemberRow, RevisionRow


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


def move_member(connection: Connection, member: MemberId, stays: GroupId) -> None:
    """Let a member be of the other group."""
    connection.execute(update(MemberRow).where(MemberRow.id == member).values(group_id=stays))


def merge_member(
    connection: Connection, member: MemberId, name: str, stays: GroupId, into: MemberId
) -> None:
    """Merge a member into one of the other group; its account is that one's from now on."""
    connection.execute(
        update(MemberRow)
        .where(MemberRow.id == member)
        .values(
            group_id=stays,
            user_id=None,
            username=None,
            name=name,
            active=False,
            merged_into=into,
        )
    )


def move_merged(connection: Connection, member: MemberId, stays: GroupId, into: MemberId) -> None:
    """Let a member that was merged before be of the other group, too."""
    connection.execute(
        update(MemberRow).where(MemberRow.id == member).values(group_id=stays, merged_into=into)
    )
