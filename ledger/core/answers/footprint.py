"""What is kept about one account, in numbers."""

from __future__ import annotations

from dataclasses import dataclass

from ledger.core.answers.standings import GroupStanding


@dataclass(frozen=True, slots=True)
class Footprint:
    """What being forgotten would touch: in how many groups somebody is or was a member.

    `open` are the groups in which they owe or are owed something.
    """

    groups: int
    open: tuple[GroupStanding, ...]
