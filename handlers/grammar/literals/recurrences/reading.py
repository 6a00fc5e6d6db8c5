"""Rules as people write them: `month on 1`, `fri 09:00`, `2 weeks`, `year on 29 feb`.

A rule begins a line; `until DATE` and `on friday`, `on the 1st` or `on DATE` may also stand
behind the expense.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from handlers.grammar.lexer import Line, Word
from handlers.grammar.literals.recurrences.behind import ORDINAL, behind_expense
from handlers.grammar.literals.recurrences.days import DAY, LAST_DAY, NUMBER, day_of_month, on_day
from handlers.grammar.literals.recurrences.read import IsNamed, RuleRead
from handlers.grammar.literals.recurrences.spans import ahead, from_or_until
from handlers.grammar.literals.times import time_at, weekdays_at
from ledger.core.errors import Code, LedgerError
from ledger.core.recurrence import MAX_EVERY, Rule, Unit

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
_AMOUNT: Final = re.compile(r"[^\w\s]?(?:\d{2}|\d{4,})(?:[.,]\d{1,2})?\D{0,3}\Z")
"""No three digits, as `1 500` may be one number."""
_SOME_RULES: Final = ("month on 1", "fri", "2 weeks")
_EXAMPLES: Final = ("month on 1 15000 rent @bob", "fri 09:00 300 cleaning", "2 weeks 450 shopping")


def read_rule(
    line: Line, today: date, is_named: IsNamed = lambda words, at: False
) -> tuple[Rule, Line]:
    """Read the rule that begins a line; return it and the line without it.

    Raises LedgerError, each with `examples`: RULE_MISSING(found: str); BAD_DATE(written,
    readings); BAD_TIME(written).
    """
    reading = RuleRead(is_named=is_named)
    at = _often(line, reading)
    while (further := _clause(line, at, reading, today)) is not None:
        at = further
    rest = behind_expense(line.behind(at), reading, today)
    return reading.rule(today), rest


def first_on(rule: Rule, day: date, today: date) -> Rule:
    """Return a rule of months or years that begins on a day which its expense names.

    It is the next such day; rules of weeks and days have no such day.
    """
    if rule.unit not in {Unit.MONTH, Unit.YEAR}:
        return rule
    start = ahead(day, "", today)
    return replace(rule, start=start, day=start.day, month=start.month if rule.month else None)


def _often(line: Line, reading: RuleRead) -> int:
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
    elif at + 1 < len(words) and NUMBER.match(words[at].low) and _unit(words, at + 1):
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


def _day_of_each_month(line: Line, at: int, reading: RuleRead) -> int:
    """Read `1st` and `the 5th of the month`; return the index behind it, or 0."""
    words = line.words
    at += at < len(words) and words[at].low == "the"
    if at >= len(words) or not ORDINAL.match(words[at].low) or weekdays_at(words, at + 1)[0]:
        return 0
    stop = day_of_month(line, at, reading) or 0
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


def _clause(line: Line, at: int, reading: RuleRead, today: date) -> int | None:
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
        return on_day(line, at + 1, reading)
    if reading.unit is Unit.WEEK:
        days, stop = weekdays_at(words, at)
        if days:
            reading.weekdays |= days
            return stop
    if reading.unit is Unit.MONTH and reading.day is None and _is_bare_day(words, at):
        return day_of_month(line, at, reading)
    return from_or_until(line, at, reading, today)


def _is_bare_day(words: Sequence[Word], at: int) -> bool:
    """Tell whether a number is the day, as it stands before the amount: `month 1 15000 rent`."""
    day = DAY.match(words[at].low)
    small = day is not None and 1 <= int(day[1]) <= LAST_DAY
    return small and at + 1 < len(words) and _AMOUNT.match(words[at + 1].plain) is not None
