"""SQL of how far groups have come, which is asked every second while somebody watches them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import Connection, bindparam, exists, select

from ledger.core.answers.group_states import GroupState, States
from ledger.core.members import GroupId, UserId
from ledger.storage.tables import BalanceRow, GroupRow, MemberRow

_COLUMNS = (GroupRow.id, GroupRow.changes, GroupRow.updated_at)
_OF_GROUPS = select(*_COLUMNS).where(GroupRow.id.in_(bindparam("group_ids", expanding=True)))
_IS_OPEN = exists().where(
    BalanceRow.group_id == MemberRow.group_id,
    BalanceRow.member_id == MemberRow.id,
    BalanceRow.net_minor != 0,
)
_OF_PEOPLE = (
    select(MemberRow.user_id, *_COLUMNS)
    .join_from(MemberRow, GroupRow, MemberRow.group_id == GroupRow.id)
    .where(
        MemberRow.user_id.in_(bindparam("user_ids", expanding=True)),
        MemberRow.active | _IS_OPEN,
    )
)


def of_groups(connection: Connection, group_ids: Collection[GroupId]) -> States:
    """Return how far groups have come, without locking them."""
    if not group_ids:
        return {}
    found = connection.execute(_OF_GROUPS, {"group_ids": list(group_ids)})
    return {GroupId(id_): GroupState(changes, at) for id_, changes, at in found}


def of_people(connection: Connection, user_ids: Collection[UserId]) -> dict[UserId, States]:
    """Return how far the groups have come in which people are, or have something open."""
    if not user_ids:
        return {}
    states: dict[UserId, dict[GroupId, GroupState]] = {user_id: {} for user_id in user_ids}
    found: Iterable[Any] = connection.execute(_OF_PEOPLE, {"user_ids": list(user_ids)})
    for user_id, id_, changes, at in found:
        states[UserId(user_id)][GroupId(id_)] = GroupState(changes, at)
    return dict(states)
