"""Times of day and days of the week, as rules have them: `09:00`, `9 pm`, `mon and thu`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import time
from typing import Final

from handlers.grammar.lexer import Word
from handlers.grammar.literals.dates import WEEKDAYS
from ledger.core.errors import Code, LedgerError

_WORKDAYS: Final = frozenset({"weekday", "weekdays", "workday", "workdays"})
_BETWEEN_DAYS: Final = frozenset({"and", "&", "", "+"})
_CLOCK: Final = re.compile(r"(\d{1,2}):(\d{2})(am|pm)?\Z")
_APART: Final = re.compile(r"(\d{1,2})(?:[:.](\d\d))?\Z")
_HOUR: Final = re.compile(r"(\d{1,2})(am|pm)\Z")
_BARE_HOUR: Final = re.compile(r"\d{1,2}\Z")


def time_at(words: Sequence[Word], at: int) -> tuple[time, int] | None:
    """Read a time: `09:00`, `9pm`, `9 pm`, `at 9`; raise BAD_TIME(written: str) for `25:00`."""
    if at < len(words) and words[at].low == "at" and at + 1 < len(words):
        found = time_at(words, at + 1)
        if found is None and _BARE_HOUR.match(words[at + 1].low) and words[at + 1].plain.isdigit():
            return _time(words[at + 1].text, int(words[at + 1].low), 0, None), at + 2
        return found
    if at >= len(words) or words[at].escaped:
        return None
    low = words[at].low
    half = words[at + 1].low if at + 1 < len(words) else ""
    if half in ("am", "pm") and (apart := _APART.match(low)):
        written = f"{words[at].text} {words[at + 1].text}"
        return _time(written, int(apart[1]), int(apart[2] or 0), half), at + 2
    if clock := _CLOCK.match(low):
        return _time(words[at].text, int(clock[1]), int(clock[2]), clock[3]), at + 1
    if hour := _HOUR.match(low):
        return _time(words[at].text, int(hour[1]), 0, hour[2]), at + 1
    return None


def weekdays_at(words: Sequence[Word], at: int) -> tuple[set[int], int]:
    """Read days of the week, `mon and thu`; an empty set where there is none."""
    found: set[int] = set()
    stop = at
    while at < len(words):
        days = _weekdays(words[at].low) if not words[at].escaped else set()
        if days:
            found |= days
            at = stop = at + 1
        elif found and words[at].low in _BETWEEN_DAYS:
            at += 1
        else:
            break
    return found, stop


def _weekdays(low: str) -> set[int]:
    if low in _WORKDAYS:
        return set(range(5))
    days: set[int] = set()
    for name in low.split(","):
        number = WEEKDAYS.get(name, WEEKDAYS.get(name.removesuffix("s")))
        if number is None:
            return set()
        days.add(number)
    return days


def _time(written: str, hour: int, minute: int, half: str | None) -> time:
    if half is not None and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    elif half is not None:
        hour = 24
    if hour > 23 or minute > 59:
        raise LedgerError(Code.BAD_TIME, written=written)
    return time(hour, minute)
