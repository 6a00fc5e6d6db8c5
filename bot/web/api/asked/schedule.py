"""What a body says of a recurring expense: its rule, and its line."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from bot.web.api.asked.expense import day_of
from bot.web.api.schemas.schedules import ChangedSchedule, Every, NewSchedule
from ledger.core.recurrence import MORNING, Rule, Unit
from ledger.core.templates import KeptLine

_UNITS: Final = {
    Every.DAY: Unit.DAY,
    Every.WEEK: Unit.WEEK,
    Every.FORTNIGHT: Unit.WEEK,
    Every.MONTH: Unit.MONTH,
    Every.YEAR: Unit.YEAR,
}
_FORTNIGHT: Final = 2


def rule_said(body: NewSchedule | ChangedSchedule, every: Every, today: date) -> Rule:
    """Return the rule that a body says from nothing; raise LedgerError BAD_DATE."""
    start = _day(body.start) or today
    unit = _UNITS[every]
    interval = body.interval or 1
    return Rule(
        unit,
        body.at or MORNING,
        start,
        every=interval * _FORTNIGHT if every is Every.FORTNIGHT else interval,
        weekdays=tuple(body.weekdays or (start.weekday(),)) if unit is Unit.WEEK else (),
        day=(body.day or start.day) if unit in {Unit.MONTH, Unit.YEAR} else None,
        month=(body.month or start.month) if unit is Unit.YEAR else None,
        until=_day(body.until),
    )


def rule_changed(body: ChangedSchedule, before: Rule, kept: KeptLine, today: date) -> Rule:
    """Return a rule with what a body changes of it; raise LedgerError BAD_DATE."""
    if body.every is not None:
        whole = body.model_copy(update={"at": body.at or before.at})
        return rule_said(whole, body.every, today)
    is_week, has_day = before.unit is Unit.WEEK, before.unit in {Unit.MONTH, Unit.YEAR}
    return replace(
        before,
        at=body.at or before.at,
        # As it was read with, so that a rule that stays the same goes on counting.
        start=_day(body.start) or kept.start or before.start,
        every=body.interval or before.every,
        weekdays=tuple(body.weekdays or before.weekdays) if is_week else (),
        day=(body.day or before.day) if has_day else None,
        month=(body.month or before.month) if before.unit is Unit.YEAR else None,
        until=_day(body.until) if "until" in body.model_fields_set else before.until,
    )


def often(rule: Rule) -> tuple[Every, int]:
    """Return how often a rule recurs, and every how many."""
    if rule.unit is Unit.WEEK and rule.every % _FORTNIGHT == 0:
        return Every.FORTNIGHT, rule.every // _FORTNIGHT
    return Every(rule.unit.value), rule.every


def _day(said: date | None) -> date | None:
    return day_of(said, lambda moment: moment.date())
