"""Recurring expenses: what is said of one, and how one is shown."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

from bot.web.api.schemas.envelope import Shown
from bot.web.api.schemas.expenses import CalendarDay, ChangedExpense, SplitType, Words
from bot.web.api.schemas.settings import Clock, Weekdays


class Every(StrEnum):
    """How often an expense recurs."""

    DAY = "day"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    YEAR = "year"


class StateShown(StrEnum):
    """Whether a recurring expense goes on."""

    RUNNING = "running"
    PAUSED = "paused"


class _Rule(BaseModel):
    """When an expense recurs; what is left out follows from `start`, which is today by default.

    `interval` is every how many: 3 months. Weeks have `weekdays` (0 is Monday), months a `day`,
    years a `month` and a `day`; a day that a month lacks is its last one.
    """

    model_config = ConfigDict(
        extra="forbid", frozen=True, alias_generator=to_camel, validate_by_alias=True
    )

    every: Every | None = None
    interval: Annotated[int, Field(ge=1, le=1000)] | None = None
    start: CalendarDay | None = None
    until: CalendarDay | None = None
    weekdays: Weekdays | None = None
    day: Annotated[int, Field(ge=1, le=31)] | None = None
    month: Annotated[int, Field(ge=1, le=12)] | None = None
    at: Clock | None = None


class NewSchedule(ChangedExpense, _Rule):
    """An expense that is to recur: what is said of it, and when."""

    every: Every
    description: Words = ""


class ChangedSchedule(ChangedExpense, _Rule):
    """What is to be changed of a recurring expense; what is left out stays.

    `skip` leaves the next date out where it is still that one.
    """

    state: StateShown | None = None
    skip: CalendarDay | None = None


class PayerOfSchedule(Shown):
    """Who pays, and how much; null is the rest."""

    user_id: str
    name: str
    amount: str | None


class SplitOfSchedule(Shown):
    """Whose part it is, and what it comes to; null where the parts do not add up by now."""

    user_id: str
    name: str
    amount: str | None
    percentage: str | None
    shares: str | None
    adjustment: str | None


class ScheduleShown(Shown):
    """A recurring expense with its next dates; `away` are those in it who have left."""

    number: int
    amount: str
    currency: str
    description: str
    category: str | None
    notes: str | None
    payers: list[PayerOfSchedule]
    splits: list[SplitOfSchedule]
    split_type: SplitType
    every: Every
    interval: int
    start: CalendarDay
    until: CalendarDay | None
    weekdays: list[int]
    day: int | None
    month: int | None
    at: str
    state: StateShown
    next: list[CalendarDay]
    away: list[str]
    may_change: bool
