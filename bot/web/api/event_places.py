"""How far somebody was told of their groups, as the id of an event that they come back with.

Signed, as it names groups by their numbers: whoever makes one up could ask after any group.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Final

from bot.web.api.tokens import Tokens
from ledger.core.answers.group_states import GroupState, States
from ledger.core.members import GroupId

_MOST_GROUPS: Final = 500
"""More would not fit into a header: whoever is in as many is given no ids."""
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)


def written(tokens: Tokens, user_id: int, states: States) -> str | None:
    """Return the id of an event behind which these are somebody's groups; None for too many."""
    if len(states) > _MOST_GROUPS:
        return None
    each = (f"{group}.{one.changes}.{_stamp(one.updated_at)}" for group, one in states.items())
    return tokens.place(user_id, " ".join(each))


def read(tokens: Tokens, user_id: int, shown: str) -> States | None:
    """Return what an id says; None where it was not given to this person, or is too old."""
    said = tokens.read_place(user_id, shown)
    if said is None:
        return None
    states: dict[GroupId, GroupState] = {}
    for one in said.split():
        group, changes, stamp = one.split(".")
        at = None if stamp == "-" else _EPOCH + int(stamp) * _MICROSECOND
        states[GroupId(int(group))] = GroupState(int(changes), at)
    return states


def _stamp(at: datetime | None) -> str:
    return "-" if at is None else str((at - _EPOCH) // _MICROSECOND)
