"""A recurring expense as its group sees it."""

from __future__ import annotations

from dataclasses import dataclass

from ledger.core.members import Member, Roster
from ledger.core.recurrence import Due
from ledger.core.schedule import Schedule
from ledger.core.templates import KeptLine


@dataclass(frozen=True, slots=True)
class Recurring:
    """A recurring expense: its schedule, what it says, and its next dates.

    `away` are those in it who are no longer in the group; `newcomers` the placeholders that
    it has just made. `repeated` tells that the source had made it before.
    """

    schedule: Schedule
    kept: KeptLine
    dates: tuple[Due, ...]
    roster: Roster
    away: tuple[Member, ...] = ()
    newcomers: tuple[Member, ...] = ()
    repeated: bool = False
