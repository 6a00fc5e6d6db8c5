"""From when and until when a rule holds: `from may`, `until 31 dec`, `until 2027`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from handlers.grammar.lexer import Line, Word
from handlers.grammar.literals.dates import MONTHS, RELATIVE, WEEKDAYS, correct_date, date_at
from handlers.grammar.literals.recurrences.days import DAY, LAST_DAY
from handlers.grammar.literals.recurrences.read import RuleRead
from ledger.core.errors import LedgerError

_YEAR_ALONE: Final = re.compile(r"20\d\d\Z")
_YEAR: Final = re.compile(r"(?<!\d)\d{4}(?!\d)")


def from_or_until(line: Line, at: int, reading: RuleRead, today: date) -> int | None:
    """Read `from DATE` and `until DATE`; return the index behind it, None where neither stands.

    Raises BAD_DATE(written, readings) as `dates.date_at` does.
    """
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
        day, stop = ahead(found[0], written, today), found[1]
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
    elif DAY.match(behind):
        return None  # "dec 31"
    else:
        first = date(today.year + (month < today.month), month, 1)
    following = first + timedelta(days=LAST_DAY)
    return first, following.replace(day=1) - timedelta(days=1), stop


def ahead(day: date, written: str, today: date) -> date:
    """Return the next such day where no year is written: dates are read as the latest one."""
    if day >= today or _YEAR.search(written) or written.lower() in RELATIVE:
        return day  # "Yesterday" is no day of next year.
    if written.lower().rstrip(".,") in WEEKDAYS:
        return day + timedelta(days=7)
    try:
        return day.replace(year=day.year + 1)
    except ValueError:  # 29 February
        return day.replace(year=day.year + 1, day=28)


def first_date(line: Line, at: int, reading: RuleRead, today: date) -> int | None:
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
    reading.start = ahead(found[0], written, today)
    return found[1]
