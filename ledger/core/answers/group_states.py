"""How far groups have come, so that whoever watches them sees that something has changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from ledger.core.members import GroupId


@dataclass(frozen=True, slots=True)
class GroupState:
    """How far a group has come.

    `changes` counts the revisions of its entries; `updated_at` is when something else of it last
    changed (title, settings, members, recurring expenses), None since it was made.
    """

    changes: int
    updated_at: datetime | None


States: TypeAlias = Mapping[GroupId, GroupState]
