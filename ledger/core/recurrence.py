"""Recurrence: when a rule falls due, by the calendar and the wall clock of a place.

The calendar comes first: a rule gives local dates, each once, and only then does the time
zone turn a date into a moment. So summer time can neither repeat nor swallow one, a month
without a 31st is served on its last day, and a change of the zone moves the moments of the
dates to come and nothing else.
"""

from __future__ import annotations

from calendar import MONDAY
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from itertools import islice
from typing import Any, Final, Literal
from zoneinfo import ZoneInfo

from dateutil.rrule import DAILY, MONTHLY, WEEKLY, YEARLY, rrule

from ledger.core.errors import Code, LedgerError

MAX_EVERY = 1000
"""The most days, weeks, months or years between two dates of a rule."""

_SHORTEST_MONTH = 28


class Unit(StrEnum):
    """What a rule counts."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


_FREQUENCIES: dict[Unit, Literal[0, 1, 2, 3]] = {
    Unit.DAY: DAILY,
    Unit.WEEK: WEEKLY,
    Unit.MONTH: MONTHLY,
    Unit.YEAR: YEARLY,
}


@dataclass(frozen=True, slots=True)
class Rule:
    """Every so many days, weeks, months or years, at a time of the wall clock.

    `start` is the first date that counts, and the one that "every 2 weeks" counts from;
    `until` the last that may. Weeks have `weekdays` (0 is Monday), months a `day`, years a
    `month` and a `day`; a day that a month lacks is its last one.
    """

    unit: Unit
    at: time
    start: date
    every: int = 1
    weekdays: tuple[int, ...] = ()
    day: int | None = None
    month: int | None = None
    until: date | None = None

    def __post_init__(self) -> None:
        assert 1 <= self.every <= MAX_EVERY, self.every
        assert self.at.tzinfo is None, self.at
        assert bool(self.weekdays) == (self.unit is Unit.WEEK), self
        assert all(0 <= weekday <= 6 for weekday in self.weekdays), self.weekdays
        assert (self.day is not None) == (self.unit in {Unit.MONTH, Unit.YEAR}), self
        assert self.day is None or 1 <= self.day <= 31, self.day
        assert (self.month is not None) == (self.unit is Unit.YEAR), self


@dataclass(frozen=True, slots=True)
class Due:
    """One date of a rule, and the moment (aware, in UTC) when its time comes there."""

    on: date
    at: datetime


def moment(on: date, at: time, zone: str) -> datetime:
    """Return when the wall clock of a zone shows a time on a date, aware, in UTC.

    A time that the clock skips moves forward by as much as the clock does, and of one that
    comes twice it is the first (RFC 5545, 3.3.5). A date that a zone has left out altogether
    falls on the next.
    """
    # fold=0 counts both with the offset from before the change, which is what the rule says.
    return datetime.combine(on, at, ZoneInfo(zone)).astimezone(UTC)


def due(rule: Rule, zone: str, after: date | None = None) -> Due | None:
    """Return the rule's first date after `after`, or of all; None when there is none left."""
    return next(upcoming(rule, zone, after), None)


def upcoming(rule: Rule, zone: str, after: date | None = None) -> Iterator[Due]:
    """Yield the rule's dates after `after` with their moments, in order."""
    return (Due(on, moment(on, rule.at, zone)) for on in dates(rule, after))


def preview(rule: Rule, zone: str, after: date | None = None, count: int = 3) -> tuple[Due, ...]:
    """Return the next few dates."""
    return tuple(islice(upcoming(rule, zone, after), count))


def latest(rule: Rule, zone: str, after: date | None, now: datetime) -> Due | None:
    """Return the last date after `after` whose moment has come, if there is one."""
    found = None
    for one in upcoming(rule, zone, after):
        if one.at > now:
            break
        found = one
    return found


def begin(rule: Rule, zone: str, now: datetime) -> Rule:
    """Return the rule with its first date whose moment is still to come as its start.

    So "every 2 weeks on Friday", said on a Friday afternoon about the morning, begins with
    the next Friday.

    Raises LedgerError RULE_NEVER_FIRES(first: date, until: date) when it would begin after
    its end; `first` is None where the calendar itself ends before.
    """
    today = now.astimezone(ZoneInfo(zone)).date()
    each = replace(rule, every=1, start=max(rule.start, today), until=None)
    first = next((one for one in upcoming(each, zone) if one.at > now), None)
    if first is None or (rule.until is not None and first.on > rule.until):
        raise LedgerError(
            Code.RULE_NEVER_FIRES, first=None if first is None else first.on, until=rule.until
        )
    return replace(rule, start=first.on)


def dates(rule: Rule, after: date | None = None) -> Iterator[date]:
    """Yield the rule's local dates after `after`, or all of them, in order, each once."""
    found = rrule(
        _FREQUENCIES[rule.unit],
        dtstart=datetime.combine(_near(rule, after), time()),
        interval=rule.every,
        wkst=MONDAY,
        **_calendar(rule),
    )
    for day in found:
        on = day.date()
        if rule.until is not None and on > rule.until:
            return
        if on >= rule.start and (after is None or on > after):
            yield on


def _calendar(rule: Rule) -> dict[str, Any]:
    """Return what dateutil calls the days of a week, month or year."""
    if rule.unit is Unit.WEEK:
        return {"byweekday": rule.weekdays}
    if rule.day is None:
        return {}
    # The last of the days from the 28th to the one wanted is the month's last where it is short.
    in_month = tuple(range(min(rule.day, _SHORTEST_MONTH), rule.day + 1))
    days: dict[str, Any] = {"bymonthday": in_month, "bysetpos": -1}
    if rule.month is not None:
        days["bymonth"] = rule.month
    return days


def _near(rule: Rule, after: date | None) -> date:
    """Return a date that the rule can be counted from and that is not long before `after`."""
    start = rule.start
    if after is None or after <= start:
        return start
    match rule.unit:
        case Unit.DAY:
            return start + timedelta(_whole((after - start).days, rule.every))
        case Unit.WEEK:
            monday = start - timedelta(start.weekday())
            weeks = _whole((after - monday).days // 7, rule.every)
            return max(start, monday + timedelta(weeks=weeks))
        case Unit.MONTH:
            first = start.year * 12 + start.month - 1
            month = first + _whole(after.year * 12 + after.month - 1 - first, rule.every)
            return start if month == first else date(month // 12, month % 12 + 1, 1)
        case Unit.YEAR:
            years = _whole(after.year - start.year, rule.every)
            return start if years == 0 else date(start.year + years, 1, 1)


def _whole(count: int, every: int) -> int:
    return count // every * every


MORNING: Final = time(9)


_LONG_AGO = date(2000, 1, 1)


def every_week(weekday: int = MONDAY, at: time = MORNING) -> Rule:
    """Return the rule of a weekly summary; 0 is Monday."""
    return Rule(Unit.WEEK, at, _LONG_AGO, weekdays=(weekday,))
