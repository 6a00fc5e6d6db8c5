"""SQL of the named sets of people."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from ledger.core.members import GroupId, MemberId
from ledger.storage.tables import SetRow

_SETS = (
    select(SetRow.key, SetRow.name, SetRow.members)
    .where(SetRow.group_id == bindparam("group_id"))
    .order_by(SetRow.key)
)
_END = delete(SetRow).where(
    SetRow.group_id == bindparam("group_id"), SetRow.key == bindparam("set_key")
)


def sets(connection: Connection, group_id: GroupId) -> list[tuple[str, str, tuple[MemberId, ...]]]:
    """Return each set's key, its name, and its members as they were then, by key."""
    rows = connection.execute(_SETS, {"group_id": group_id})
    return [(key, name, tuple(map(MemberId, json.loads(ids)))) for key, name, ids in rows]


def add(
    connection: Connection, group_id: GroupId, key: str, name: str, members: Sequence[MemberId]
) -> None:
    """Add a set of a name that no other has."""
    row = {"group_id": group_id, "key": key, "name": name, "members": json.dumps(list(members))}
    connection.execute(insert(SetRow), row)


def end(connection: Connection, group_id: GroupId, key: str) -> bool:
    """Take a set away; return whether there was one."""
    gone = connection.execute(_END, {"group_id": group_id, "set_key": key})
    return bool(gone.rowcount)


def move(connection: Connection, gone: GroupId, stays: GroupId) -> None:
    """Let a group's sets be the other's; what both have a name for is the other's own."""
    known = [key for key, _, _ in sets(connection, stays)]
    own = SetRow.group_id == gone
    connection.execute(delete(SetRow).where(own, SetRow.key.in_(known)))
    connection.execute(update(SetRow).where(own).values(group_id=stays))
