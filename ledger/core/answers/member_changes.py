"""What came of adding, merging or listing members."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ledger.core.members import (
    Member,
    MemberId,
    Roster,
)
from ledger.core.money import Money


@dataclass(frozen=True, slots=True)
class Guest:
    """A plain name to be added, of somebody without an account."""

    text: str


@dataclass(frozen=True, slots=True)
class Added:
    """What came of adding: new members, those who were there, those who are back."""

    added: tuple[Member, ...]
    already: tuple[Member, ...]
    came_back: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """Two members joined: the one who is gone, as it was, and the one who stays."""

    gone: Member
    stays: Member


@dataclass(frozen=True, slots=True)
class MemberList:
    """The members that are shown, and what each is owed (+) or owes (-) by currency."""

    roster: Roster
    nets: Mapping[MemberId, tuple[Money, ...]]
