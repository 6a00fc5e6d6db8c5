"""The log of a group: every change of its entries, in order."""

from __future__ import annotations

from typing import Literal

from bot.web.api.money import Moment
from bot.web.api.schemas.entries import EntryShown
from bot.web.api.schemas.envelope import Shown
from bot.web.api.schemas.people import UserNamed

GroupMove = Literal["entries", "settings", "joined", "left"]
"""What becomes of a group: its entries or something else of it change, or one is (not) in it."""


class ChangeShown(Shown):
    """A change, with its entry as it left it; `by` is null where it was nobody (a schedule)."""

    change: int
    action: Literal["record", "edit", "delete", "restore"]
    at: Moment
    by: UserNamed | None
    entry: EntryShown


class ChangeLog(Shown):
    """Changes in their order; `last` is the number of the group's newest one."""

    changes: list[ChangeShown]
    last: int


class GroupSet(Shown):
    """Something else of a group than its entries has changed."""

    updated_at: Moment


class GroupMoved(Shown):
    """What has become of one of the caller's groups."""

    group_id: str
    kind: GroupMove
