"""All of a group's settings at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from ledger.core.answers.reminding import Reminding
from ledger.core.groups import Group
from ledger.core.members import Member, Roster
from ledger.core.schedule import Schedule


@dataclass(frozen=True, slots=True)
class SettingsOverview:
    """How a group is set, and the moment at which it was asked, with the date there.

    `weekly` is None before anything was decided: the summary then comes by default.
    `admins` are those of the book; the chat's own count as well. `debtors` can be reminded now,
    where that was asked for.
    """

    group: Group
    weekly: Schedule | None
    reminding: Reminding
    admins: tuple[Member, ...]
    roster: Roster
    now: datetime
    today: date
    debtors: tuple[Member, ...] = ()
