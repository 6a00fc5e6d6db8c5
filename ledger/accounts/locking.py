"""Everything of some users locked, in the one order: their groups, then the users."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from ledger.core.members import GroupId, UserId
from ledger.storage import group_rows, personal_rows
from ledger.storage.database import Transaction
from ledger.storage.types import AnyRow


def lock_memberships(
    tx: Transaction, user_ids: Collection[UserId]
) -> Mapping[UserId, Sequence[AnyRow]] | None:
    """Lock users with all their groups until the transaction ends.

    Return their memberships in the order of groups; None where one of them is not known (any
    more). Somebody may join a further group until the users are locked. Then all locks are let
    go of and taken again, in order.
    """
    connection = tx.connection
    while True:
        savepoint = connection.begin_nested()
        groups = {place.group_id for place in _places(tx, user_ids)}
        for group_id in sorted(groups):
            group_rows.lock(connection, GroupId(group_id))
        if personal_rows.lock(connection, user_ids) != {*user_ids}:
            return None
        places = _places(tx, user_ids)
        if groups.issuperset(place.group_id for place in places):
            return {
                user_id: [place for place in places if place.user_id == user_id]
                for user_id in user_ids
            }
        savepoint.rollback()


def _places(tx: Transaction, user_ids: Collection[UserId]) -> list[AnyRow]:
    return [
        place for user_id in user_ids for place in personal_rows.memberships(tx.connection, user_id)
    ]
