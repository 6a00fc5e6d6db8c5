"""When something recurs, in words: "every 2 weeks on Friday, 9:00 AM"."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from bot.language.catalogues import Language
from ledger.core.recurrence import Due, Rule, Unit

_LEAP = date(2024, 1, 1)
_MAY_BE_SHORT = 28


def rule(say: Language, rule: Rule, today: date) -> Markup:
    """Return a rule: how often, at what time, and until when."""
    told = say("{often}, {time}", often=_often(say, rule), time=say.time(rule.at))
    if rule.until is None:
        return told
    return say("{rule}, until {date}", rule=told, date=say.date(rule.until, today))


def week(say: Language, rule: Rule) -> Markup:
    """Return when in the week something comes: "Monday, 9:00 AM"."""
    days = say.together([say.weekday(day) for day in rule.weekdays])
    return say("{days}, {time}", days=days, time=say.time(rule.at))


def dates(say: Language, dues: Sequence[Due], today: date) -> Markup:
    """Return dates as a list: "1 Apr, 1 May, 1 Jun"."""
    return say.list([say.date(due.on, today) for due in dues])


def _often(say: Language, rule: Rule) -> Markup:
    match rule.unit:
        case Unit.DAY if rule.every == 1:
            return say("every day")
        case Unit.DAY:
            return say.n("every {count} day", "every {count} days", rule.every)
        case Unit.WEEK:
            days = say.together([say.weekday(day) for day in rule.weekdays])
            if rule.every == 1:
                return say("every {days}", days=days)
            return say.n(
                "every {count} week on {days}",
                "every {count} weeks on {days}",
                rule.every,
                days=days,
            )
        case Unit.MONTH:
            return _on(say, _months(say, rule), _day(say, rule))
        case Unit.YEAR:
            return _on(say, _years(say, rule), _day_of_year(say, rule))


def _on(say: Language, often: Markup, day: Markup) -> Markup:
    return say("{often} on {day}", often=often, day=day)


def _months(say: Language, rule: Rule) -> Markup:
    if rule.every == 1:
        return say("every month")
    return say.n("every {count} month", "every {count} months", rule.every)


def _years(say: Language, rule: Rule) -> Markup:
    if rule.every == 1:
        return say("every year")
    return say.n("every {count} year", "every {count} years", rule.every)


def _day(say: Language, rule: Rule) -> Markup:
    assert rule.day is not None
    if rule.day == 31:
        return say("its last day")
    if rule.day > _MAY_BE_SHORT:
        return say("day {day}, or its last", day=rule.day)
    return say("day {day}", day=rule.day)


def _day_of_year(say: Language, rule: Rule) -> Markup:
    assert rule.month is not None
    assert rule.day is not None
    # In a leap year, so that 29 February is a day.
    last = monthrange(_LEAP.year, rule.month)[1]
    day = date(_LEAP.year, rule.month, min(rule.day, last))
    return Markup.escape(say.date(day, _LEAP))
