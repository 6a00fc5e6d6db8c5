"""Named sets of people: `@flat2` for those who live there."""

from __future__ import annotations

from dataclasses import dataclass

from ledger.core.members import MemberId


@dataclass(frozen=True, slots=True)
class MemberSet:
    """A few people under one name; `members` in the order in which they were named."""

    name: str
    members: tuple[MemberId, ...]
