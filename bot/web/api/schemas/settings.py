"""How a group is set, and what its members are by default."""

from __future__ import annotations

import re
from datetime import time
from enum import StrEnum
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from bot.web.api.money import Amount
from bot.web.api.schemas.envelope import Body, Flag, Shown, Title
from bot.web.api.schemas.expenses import Code
from ledger.core.members import MemberKind, Role

LONGEST_DESCRIPTION: Final = 1000
_WEEKDAYS: Final = range(7)
_TIME: Final = re.compile("(?:[01][0-9]|2[0-3]):[0-5][0-9]")


def _clock(value: object) -> time:
    """Read a time of the day to the minute."""
    if not isinstance(value, str) or not _TIME.fullmatch(value):
        raise ValueError('must be a time such as "09:30"')
    return time.fromisoformat(value)


def _days(weekdays: list[int]) -> list[int]:
    if not weekdays or len({*weekdays}) < len(weekdays) or not {*weekdays} <= {*_WEEKDAYS}:
        raise ValueError("must be days from 0 (Monday) to 6, each once")
    return sorted(weekdays)


Clock = Annotated[
    time,
    BeforeValidator(_clock),
    WithJsonSchema({"type": "string", "pattern": f"^{_TIME.pattern}$", "examples": ["09:00"]}),
]
"""A time on the group's wall clock."""
Weekdays = Annotated[
    list[int], AfterValidator(_days), Field(max_length=7, examples=[[0]], description="0 is Monday")
]


class Repeat(StrEnum):
    """How often it is reminded."""

    OFF = "off"
    WEEKLY = "weekly"
    DAILY = "daily"


class WeeklyShown(Shown):
    """When the summary is posted."""

    on: bool
    weekdays: list[int]
    at: str


class RemindersShown(Shown):
    """How open debts are reminded of, from the amount `above` on; weekly on one weekday."""

    every: Repeat
    above: str
    weekday: int
    at: str


class MemberSet(Shown):
    """A member with their role and default share; `kind` is user, placeholder or guest."""

    user_id: str
    name: str
    kind: MemberKind
    role: Role
    weight: str
    active: bool


class GroupSettings(Shown):
    """How a group is set; `mayChange` tells whether it is the caller's to change.

    `former` are those who were removed or left, and can be had back.
    """

    id: str
    name: str
    description: str | None
    currency: str
    timezone: str
    language: str | None
    simplify: bool
    weekly: WeeklyShown
    reminders: RemindersShown
    in_chat: bool
    may_change: bool
    members: list[MemberSet]
    former: list[MemberSet]


class ChangedWeekly(Body):
    """When the summary is to be posted; what is left out stays."""

    on: Flag | None = None
    weekdays: Weekdays | None = None
    at: Clock | None = None


class ChangedReminders(Body):
    """How open debts are to be reminded of; what is left out stays."""

    every: Repeat | None = None
    above: Amount | None = None
    weekday: Annotated[int, Field(ge=0, le=6, description="0 is Monday")] | None = None
    at: Clock | None = None


class ChangedSettings(Body):
    """What is to be set; what is left out stays. Null takes description and language away."""

    name: Title | None = None
    description: Annotated[str, Field(max_length=LONGEST_DESCRIPTION)] | None = None
    currency: Code | None = None
    timezone: Annotated[str, Field(max_length=60, examples=["Asia/Kolkata"])] | None = None
    language: Annotated[str, Field(max_length=40, examples=["hi"])] | None = None
    simplify: Flag | None = None
    weekly: ChangedWeekly | None = None
    reminders: ChangedReminders | None = None


class ChangedMember(Body):
    """What is to be changed of a member: by admins, but for the default share.

    `active` has somebody back who was removed or left.
    """

    role: Role | None = None
    weight: Amount | None = None
    active: Literal[True] | None = None
