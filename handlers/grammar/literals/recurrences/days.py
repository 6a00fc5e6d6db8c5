"""The day in a rule: `on friday`, `on the 1st`, `on last day`, `on 29 feb`."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from handlers.grammar.lexer import Line, from_text
from handlers.grammar.literals.dates import date_at
from handlers.grammar.literals.recurrences.read import RuleRead
from handlers.grammar.literals.times import weekdays_at
from ledger.core.errors import Code, LedgerError
from ledger.core.recurrence import Unit

DAY: Final = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)?\Z")
NUMBER: Final = re.compile(r"\d{1,6}\Z")
LAST_DAY: Final = 31
_TOO_LATE: Final = re.compile(r"(?<!\d)(?:29|3\d)(?!\d)")


def on_day(line: Line, at: int, reading: RuleRead) -> int | None:
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
        return day_of_month(line, at, reading)
    if reading.unit is Unit.YEAR:
        return day_of_year(line, at, reading)
    return None


def day_of_month(line: Line, at: int, reading: RuleRead) -> int | None:
    """Read `1st`, `15` or `last day`; return the index behind it, None where there is none.

    Raises BAD_DATE(written, readings) for a day that no month has.
    """
    words = line.words
    low = words[at].low
    if low == "last":
        reading.day = LAST_DAY
        return at + (2 if at + 1 < len(words) and words[at + 1].low == "day" else 1)
    written = DAY.match(low) or NUMBER.match(low)
    if written is None:
        return None
    day = int(re.sub(r"\D", "", low))
    if not 1 <= day <= LAST_DAY:
        examples = (line.replaced(at, at + 1, "31"), line.replaced(at, at + 1, "1"))
        raise LedgerError(Code.BAD_DATE, written=words[at].text, readings=(), examples=examples)
    reading.day = day
    return at + 1


def day_of_year(line: Line, at: int, reading: RuleRead) -> int | None:
    """Read `29 feb`; return the index behind it, None where there is no date.

    Raises BAD_DATE(written, readings) for a day that no year has.
    """
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
