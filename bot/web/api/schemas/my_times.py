"""What is sent to the caller by time: a summary of all their groups, and reminders."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from bot.web.api.schemas.envelope import Body, Shown
from bot.web.api.schemas.settings import WeeklyShown


class MyWeekly(WeeklyShown):
    """When the caller's own summary is sent, by the clock of a time zone.

    `reachable` tells whether the bot may write to them; where it may not, `chat` is where they
    let it.
    """

    timezone: str
    reachable: bool
    chat: str | None


class Wanted(StrEnum):
    """Whether somebody wants to be reminded of what they owe: yes, later, or not at all."""

    ON = "on"
    LATER = "later"
    OFF = "off"


class MyReminders(Shown):
    """Whether a group may remind the caller; `later` is from a day `until` on."""

    group_id: str
    name: str
    wanted: Wanted
    until: date | None


class ChangedReminding(Body):
    """Whether the caller wants to be reminded; `later` is in a week."""

    wanted: Wanted
