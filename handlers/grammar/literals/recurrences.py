"""Rules as people write them: `month on 1`, `fri 09:00`, `2 weeks`, `year on 29 feb`.

A rule begins a line; `until DATE` and `on friday`, `on the 1st` or `on DATE` may also stand
behind the expense.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta
from typing import Final

from handlers.grammar.lexer import Line, Word, from_text
from handlers.grammar.literals.dates import MONTHS, WEEKDAYS, correct_date, date_at
from handlers.grammar.literals.times import time_at, weekdays_at
from ledger.core.errors import Code, LedgerError
from ledger.core.recurrence import MAX_EVERY, Rule, Unit

MORNING: Final = time(9)

_UNITS: Final = {
    name: unit
    for unit, names in (
        (Unit.DAY, "day days daily"),
        (Unit.WEEK, "week weeks weekly"),
        (Unit.MONTH, "month months monthly"),
        (Unit.YEAR, "year years yearly annually"),
    )
    for name in names.split()
}
_OTHER: Final = frozenset({"other", "second"})
_ORDINAL: Final = re.compile(r"\d{1,2}(?:st|nd|rd|th)\Z")
_BEFORE_PEOPLE: Final = frozenset({"with", "w", "for", "between", "by", "me", "everyone", "all"})
_CLAUSES: Final = frozenset({"until", "till", "from", "starting", "paid", "on", "at"})
_DAY: Final = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)?\Z")
_NUMBER: Final = re.compile(r"\d{1,6}\Z")
_AMOUNT: Final = re.compile(r"[^\w\s]?(?:\d{2}|\d{4,})(?:[.,]\d{1,2})?\D{0,3}\Z")
"""No three digits, as `1 500` may be one number."""
_YEAR_ALONE: Final = re.compile(r"20\d\d\Z")
_YEAR: Final = re.compile(r"(?<!\d)\d{4}(?!\d)")
_LAST_DAY: Final = 31
_TOO_LATE: Final = re.compile(r"(?<!\d)(?:29|3\d)(?!\d)")
_SOME_RULES: Final = ("month on 1", "fri", "2 weeks")
_EXAMPLES: Final = ("month on 1 15000 rent @bob", "fri 09:00 300 cleaning", "2 weeks 450 shopping")


@dataclass(slots=True)
class _Reading:
    """What was read of a rule so far."""

    unit: Unit | None = None
    every: int = 1
    weekdays: set[int] = field(default_factory=set)
    day: int | None = None
    month: int | None = None
    at: time = MORNING
    start: date | None = None
    until: date | None = None
    is_named: IsNamed = lambda words, at: False

    def rule(self, today: date) -> Rule:
        """Return the rule; what is not said is taken from its first day."""
        assert self.unit is not None
        start = self.start or today
        of_month = self.unit in {Unit.MONTH, Unit.YEAR}
        return Rule(
            self.unit,
            self.at,
            start,
            self.every,
            weekdays=tuple(sorted(self.weekdays or {start.weekday()}))
            if self.unit is Unit.WEEK
            else (),
            day=(self.day or start.day) if of_month else None,
            month=(self.month or start.month) if self.unit is Unit.YEAR else None,
            until=self.until,
        )


IsNamed = Callable[[Sequence[Word], int], bool]
"""Tells whether somebody is named at an index, without a mark perhaps."""


def read_rule(
    line: Line, today: date, is_named: IsNamed = lambda words, at: False
) -> tuple[Rule, Line]:
    """Read the rule that begins a line; return it and the line without it.

    Raises LedgerError, each with `examples`: RULE_MISSING(found: str); BAD_DATE(written,
    readings); BAD_TIME(written).
    """
    reading = _Reading(is_named=is_named)
    at = _often(line, reading)
    while (further := _clause(line, at, reading, today)) is not None:
        at = further
    rest = _behind(line.behind(at), reading, today)
    return reading.rule(today), rest


def first_on(rule: Rule, day: date, today: date) -> Rule:
    """Return a rule of months or years that begins on a day which its expense names.

    It is the next such day; rules of weeks and days have no such day.
    """
    if rule.unit not in {Unit.MONTH, Unit.YEAR}:
        return rule
    start = _ahead(day, "", today)
    return replace(rule, start=start, day=start.day, month=start.month if rule.month else None)


def _often(line: Line, reading: _Reading) -> int:
    """Read how often: the one thing that a rule must say."""
    words = line.words
    at = 1 if words and words[0].low == "every" else 0
    days, stop = weekdays_at(words, at)
    if days:
        reading.unit, reading.weekdays = Unit.WEEK, days
        return stop
    if stop := _day_of_each_month(line, at, reading):
        return stop
    if at < len(words) and words[at].low in _OTHER:
        reading.every, at = 2, at + 1
    elif at + 1 < len(words) and _NUMBER.match(words[at].low) and _unit(words, at + 1):
        reading.every, at = int(words[at].low), at + 1
    unit = _unit(words, at)
    days, stop = weekdays_at(words, at)
    if unit is None and days and reading.every > 1:
        reading.unit, reading.weekdays = Unit.WEEK, days
        return stop
    if unit is None or not 1 <= reading.every <= MAX_EVERY:
        found = words[at].text if at < len(words) else ""
        raise LedgerError(Code.RULE_MISSING, found=found, examples=_with_rules(line))
    reading.unit = unit
    return at + 1


def _day_of_each_month(line: Line, at: int, reading: _Reading) -> int:
    """Read `1st` and `the 5th of the month`; return the index behind it, or 0."""
    words = line.words
    at += at < len(words) and words[at].low == "the"
    if at >= len(words) or not _ORDINAL.match(words[at].low) or weekdays_at(words, at + 1)[0]:
        return 0
    stop = _day_of_month(line, at, reading) or 0
    reading.unit = Unit.MONTH
    of = [word.low for word in words[stop : stop + 3]]
    if of[:1] == ["of"]:
        unit = 2 if of[1:2] in (["the"], ["each"], ["every"]) else 1
        return stop + unit + 1 if of[unit : unit + 1] == ["month"] else stop
    return stop


def _with_rules(line: Line) -> tuple[str, ...]:
    """Return the line with some rule before it; where it has no number, lines of another kind."""
    counted = any(_unit(line.words, at) for at in range(min(len(line.words), 3)))
    if not counted and any(char.isdigit() for word in line.words for char in word.plain):
        typed = [word.text for word in line.words]
        return tuple(line.example(rule, *typed) for rule in _SOME_RULES)
    return tuple(line.example(example) for example in _EXAMPLES)


def _unit(words: Sequence[Word], at: int) -> Unit | None:
    if at >= len(words) or words[at].escaped:
        return None
    return _UNITS.get(words[at].low)


def _clause(line: Line, at: int, reading: _Reading, today: date) -> int | None:
    """Read one clause of a rule; return the index behind it, None where there is none."""
    words = line.words
    if at >= len(words):
        return None
    try:
        found = time_at(words, at)
    except LedgerError as error:
        stop = at + (2 if words[at].low == "at" else 1)
        error.details["examples"] = (line.replaced(at, stop, "09:00"),)
        raise
    if found is not None:
        reading.at = found[0]
        return found[1]
    if words[at].low == "on":
        return _on(line, at + 1, reading)
    if reading.unit is Unit.WEEK:
        days, stop = weekdays_at(words, at)
        if days:
            reading.weekdays |= days
            return stop
    if reading.unit is Unit.MONTH and reading.day is None and _is_bare_day(words, at):
        return _day_of_month(line, at, reading)
    return _from_or_until(line, at, reading, today)


def _is_bare_day(words: Sequence[Word], at: int) -> bool:
    """Tell whether a number is the day, as it stands before the amount: `month 1 15000 rent`."""
    day = _DAY.match(words[at].low)
    small = day is not None and 1 <= int(day[1]) <= _LAST_DAY
    return small and at + 1 < len(words) and _AMOUNT.match(words[at + 1].plain) is not None


def _on(line: Line, at: int, reading: _Reading) -> int | None:
    """Read the day behind `on`: of the week, the month or the year."""
    words = line.words
    if at < len(words) and words[at].low == "the":
        at += 1
    if at >= len(words):
        return None
    if reading.unit is Unit.WEEK:
        days, stop = weekdays_at(words, at)
        reading.weekdays |= days
        return stop if days else None
    if reading.unit is Unit.MONTH:
        return _day_of_month(line, at, reading)
    if reading.unit is Unit.YEAR:
        return _day_of_year(line, at, reading)
    return None


def _day_of_month(line: Line, at: int, reading: _Reading) -> int | None:
    words = line.words
    low = words[at].low
    if low == "last":
        reading.day = _LAST_DAY
        return at + (2 if at + 1 < len(words) and words[at + 1].low == "day" else 1)
    written = _DAY.match(low) or _NUMBER.match(low)
    if written is None:
        return None
    day = int(re.sub(r"\D", "", low))
    if not 1 <= day <= _LAST_DAY:
        examples = (line.replaced(at, at + 1, "31"), line.replaced(at, at + 1, "1"))
        raise LedgerError(Code.BAD_DATE, written=words[at].text, readings=(), examples=examples)
    reading.day = day
    return at + 1


def _day_of_year(line: Line, at: int, reading: _Reading) -> int | None:
    # The end of a leap year, so that 29 February is a day.
    leap = date(2024, 12, 31)
    try:
        found = date_at(line.words, at, leap)
    except LedgerError as error:
        written = str(error.details["written"])
        readings = error.details["readings"]
        assert isinstance(readings, tuple)
        error.details["examples"] = tuple(
            line.replaced(at, at + len(written.split()), day)
            for day in [f"{day.day} {day:%b}".lower() for day in readings] or [_sooner(written)]
        )
        raise
    if found is None:
        return None
    reading.month, reading.day = found[0].month, found[0].day
    return found[1]


def _sooner(written: str) -> str:
    """Return the last day of a month for one that is past its end: `28 feb` for `30 feb`."""
    for day in ("30", "28"):  # Every year has them, as not every one has a 29 February.
        sooner = _TOO_LATE.sub(day, written, count=1)
        try:
            if date_at(from_text(sooner).words, 0, date(2023, 12, 31)) is not None:
                return sooner
        except LedgerError:
            continue
    return "31 dec"


def _from_or_until(line: Line, at: int, reading: _Reading, today: date) -> int | None:
    low = line.words[at].low
    if low not in {"until", "till", "from", "starting"} or line.words[at].escaped:
        return None
    ends = low in {"until", "till"}
    if (period := _period_at(line.words, at + 1, today)) is not None:
        first, last, stop = period
        day = last if ends else first
    else:
        try:
            found = date_at(line.words, at + 1, today)
        except LedgerError as error:
            correct_date(line, error, at + 1, today)
            raise
        if found is None:
            return None
        written = " ".join(word.plain for word in line.words[at + 1 : found[1]])
        day, stop = _ahead(found[0], written, today), found[1]
    if ends:
        reading.until = day
    else:
        reading.start = day
    return stop


def _period_at(words: Sequence[Word], at: int, today: date) -> tuple[date, date, int] | None:
    """Read a month or a year that stands for its days: `until dec`, `until december 2027`.

    Return its first and last day and the index behind it; without a year it is the next one.
    """
    if at >= len(words) or words[at].escaped or words[at].whom is not None:
        return None
    month, stop = MONTHS.get(words[at].low), at + 1
    behind = words[stop].low if stop < len(words) else ""
    if month is None:
        year = words[at].low
        is_year = _YEAR_ALONE.match(year) is not None and behind not in MONTHS
        return (date(int(year), 1, 1), date(int(year), 12, 31), stop) if is_year else None
    if _YEAR_ALONE.match(behind):
        first, stop = date(int(behind), month, 1), stop + 1
    elif _DAY.match(behind):
        return None  # "dec 31"
    else:
        first = date(today.year + (month < today.month), month, 1)
    following = first + timedelta(days=_LAST_DAY)
    return first, following.replace(day=1) - timedelta(days=1), stop


def _ahead(day: date, written: str, today: date) -> date:
    """Return the next such day where no year is written: dates are read as the latest one."""
    if day >= today or _YEAR.search(written):
        return day
    if written.lower().rstrip(".,") in WEEKDAYS:
        return day + timedelta(days=7)
    try:
        return day.replace(year=day.year + 1)
    except ValueError:  # 29 February
        return day.replace(year=day.year + 1, day=28)


def _behind(line: Line, reading: _Reading, today: date) -> Line:
    """Take `until DATE` and `on …` out of the words behind the rule, into the rule."""
    at = 0
    while at < len(line.words):
        stop = None
        if line.words[at].plain == "//":
            break
        if not line.words[at].escaped:
            stop = _from_or_until(line, at, reading, today)
            if stop is None and line.words[at].low == "on":
                stop = _late_on(line, at, reading, today)
            stop = stop or _bare_day(line, at, reading, today)
        if stop is None:
            at += 1
        else:
            taken = " ".join(word.text for word in line.words[at:stop])
            words = (*line.words[:at], *line.words[stop:])
            line = replace(line, words=words, prefix=f"{line.prefix} {taken}")
    return line


def _bare_day(line: Line, at: int, reading: _Reading, today: date) -> int | None:
    """Read a day without `on` that ends what it is for: `insurance dec 1`, `rent last day`."""
    words = line.words
    if reading.start is not None or reading.day is not None:
        return None
    if reading.unit is Unit.MONTH and words[at].low == "last":
        is_day = at + 1 < len(words) and words[at + 1].low == "day"
        ends = is_day and (not at or _ends_bare(words, at + 2, reading))
        return _day_of_month(line, at, reading) if ends else None
    if reading.unit is Unit.MONTH and at and _ORDINAL.match(words[at].low):
        return _day_of_month(line, at, reading) if _ends_bare(words, at + 1, reading) else None
    if reading.unit is not Unit.YEAR or not at:
        return None
    try:
        found = date_at(words, at, today)
    except LedgerError as error:
        if words[at].low not in MONTHS:
            return None
        correct_date(line, error, at, today)
        raise
    if found is None or found[1] == at + 1 or not _ends_bare(words, found[1], reading):
        return None
    return _first_date(line, at - 1, reading, today)


def _late_on(line: Line, at: int, reading: _Reading, today: date) -> int | None:
    """Read `on` behind the expense: the rule's day where it has none, else the first date."""
    words = line.words
    the = at + 1 < len(words) and words[at + 1].low == "the"
    if reading.unit is Unit.WEEK and not reading.weekdays:
        days, stop = weekdays_at(words, at + 1 + the)
        reading.weekdays |= days
        if days:
            return stop
    if reading.unit is Unit.MONTH and reading.day is None:
        found = _late_day(line, at + 1 + the, reading)
        if found is not None:
            return found
    return None if the else _first_date(line, at, reading, today)


def _late_day(line: Line, at: int, reading: _Reading) -> int | None:
    words = line.words
    if at >= len(words):
        return None
    if words[at].low == "last":
        is_day = at + 1 < len(words) and words[at + 1].low == "day"
        return _day_of_month(line, at, reading) if is_day or _ends(words, at + 1, reading) else None
    if not _DAY.match(words[at].low) or date_at(words, at, date(2024, 12, 31)) is not None:
        return None  # `on 1 feb` is a date
    if not words[at].plain.isdigit() and not _ends(words, at + 1, reading):
        return None  # `on the 3rd floor` is where
    return _day_of_month(line, at, reading)


def _ends_bare(words: Sequence[Word], at: int, reading: _Reading) -> bool:
    """Tell whether what a day without `on` belongs to ends there, or people follow."""
    return _ends(words, at, reading) or words[at].low in _BEFORE_PEOPLE


def _ends(words: Sequence[Word], at: int, reading: _Reading) -> bool:
    """Tell whether no description follows: the end, a name, or a further clause."""
    if at >= len(words) or words[at].whom is not None or reading.is_named(words, at):
        return True
    word = words[at]
    return not word.low[:1].isalnum() or word.low in _CLAUSES


def _first_date(line: Line, at: int, reading: _Reading, today: date) -> int | None:
    """Read `on DATE`: where it starts, and the day that it is of where none is said."""
    if reading.start is not None:
        return None
    words = line.words
    try:
        found = date_at(words, at + 1, today)
    except LedgerError as error:
        correct_date(line, error, at + 1, today)
        raise
    if found is None:
        return None
    written = " ".join(word.plain for word in words[at + 1 : found[1]])
    reading.start = _ahead(found[0], written, today)
    return found[1]
