"""The timetable: what is to be posted when, and how far what fell due has come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

from ledger.core.members import GroupId, MemberId, UserId
from ledger.core.money import Money
from ledger.core.recurrence import Rule

ScheduleId = NewType("ScheduleId", int)
DeliveryId = NewType("DeliveryId", int)


class Kind(StrEnum):
    """What a schedule is for."""

    WEEKLY = "weekly"
    """The group's balance summary."""
    PRIVATE = "private"
    """A person's summary of all their groups."""
    REMINDERS = "reminders"
    """A reminder of all open debts in the group."""
    REMINDER = "reminder"
    """One reminder of one debtor that waits for the morning."""
    EXPENSE = "expense"
    """A recurring expense."""


class State(StrEnum):
    """Whether a schedule goes on."""

    ACTIVE = "active"
    PAUSED = "paused"
    STOPPED = "stopped"


class Stage(StrEnum):
    """How far a delivery has come."""

    WAITING = "waiting"
    SENDING = "sending"
    """It is on its way: after a crash nobody knows whether it arrived."""
    SENT = "sent"
    NOTHING = "nothing"
    """There was nothing to say."""
    DROPPED = "dropped"
    """The chat is gone, or takes no messages from the bot."""
    FAILED = "failed"
    """It met a bug of ours."""


class Purpose(StrEnum):
    """What a delivery tells."""

    POSTING = "posting"
    PAUSE = "pause"
    """Why the schedule does not go on."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """A rule and what it is for; it belongs to a group or to a person in private.

    `zone` is whose wall clock it follows, an IANA name. `number` counts a group's recurring
    expenses from 1, is the debtor's member id for a single reminder, and 1 for the others.
    `line` is the expense as `KeptLine.written` writes it, `limit` the least debt reminded of.
    `last_on` is the newest date that was posted, skipped or passed over; `next_due` is when
    `next_on` comes (aware, in UTC), None while the schedule rests. `topic` is the thread of
    the chat that it was made in.
    """

    id: ScheduleId
    group_id: GroupId | None
    user_id: UserId | None
    kind: Kind
    number: int
    state: State
    author: MemberId | None
    topic: int | None
    rule: Rule
    zone: str
    line: str | None
    limit: Money | None
    last_on: date | None
    next_on: date | None
    next_due: datetime | None


def is_on(schedule: Schedule | None) -> bool:
    """Tell whether a schedule goes on."""
    return schedule is not None and schedule.state is State.ACTIVE


def next_due(schedule: Schedule | None) -> datetime | None:
    """Return when a schedule posts next, None where it does not."""
    return schedule.next_due if schedule is not None and is_on(schedule) else None
