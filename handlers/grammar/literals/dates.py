"""Dates: `2024-02-16`, `16.2.`, `16/2/2024`, `16 feb`, `yesterday`, `mon`.

Where a year or a week is missing, the latest such day that is not in the future is meant.
Days stand before months unless only the other order makes a date; with slashes, which the
world reads both ways, a date that could be either asks back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NoReturn

from handlers.grammar.lexer import Line, Word
from ledger.core.errors import Code, LedgerError

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        [
            "mon monday",
            "tue tues tuesday",
            "wed weds wednesday",
            "thu thur thurs thursday",
            "fri friday",
            "sat saturday",
            "sun sunday",
        ]
    )
    for name in names.split()
}
MONTHS = {
    name: number
    for number, names in enumerate(
        [
            "jan january",
            "feb february",
            "mar march",
            "apr april",
            "may",
            "jun june",
            "jul july",
            "aug august",
            "sep sept september",
            "oct october",
            "nov november",
            "dec december",
        ],
        start=1,
    )
    for name in names.split()
}
WEEKDAY_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
"""How days of the week are written back, from Monday on."""
RELATIVE = {"today": 0, "yesterday": -1, "tomorrow": 1}
_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})\Z")
_DAY_FIRST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})\Z")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.\Z")
_SHORT = re.compile(r"(\d{1,2})([/.])(\d{1,2})\Z")
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)?\Z")
_YEAR = re.compile(r"20\d\d\Z")
_FIRST, _LAST = 1970, 2199


def date_at(words: Sequence[Word], start: int, today: date) -> tuple[date, int] | None:
    """Read the date that begins at a word; return it and the index behind it, or None.

    Raises BAD_DATE(written: str, readings: tuple[date, ...]): two readings where it is one
    day or another, none where there is no such day.
    """
    if start >= len(words) or words[start].whom is not None or words[start].escaped:
        return None
    word = words[start]
    low = word.low
    if low in RELATIVE:
        return today + timedelta(RELATIVE[low]), start + 1
    if low in WEEKDAYS:
        return _latest_weekday(WEEKDAYS[low], today), start + 1
    if low == "last" and start + 1 < len(words) and words[start + 1].low in WEEKDAYS:
        before = today - timedelta(1)
        return _latest_weekday(WEEKDAYS[words[start + 1].low], before), start + 2
    if low in MONTHS or _DAY.match(low):
        return _named_month(words, start, today)
    if not low[:1].isdigit():
        return None
    found = _in_digits(word.plain.rstrip(",;:!?)\"'"), today)
    return None if found is None else (found, start + 1)


def _latest_weekday(weekday: int, latest: date) -> date:
    return latest - timedelta((latest.weekday() - weekday) % 7)


def _named_month(words: Sequence[Word], start: int, today: date) -> tuple[date, int] | None:
    """Read `16 feb`, `feb 16th`, `16 February 2024`."""
    if start + 1 >= len(words):
        return None
    low, next_low = words[start].low, words[start + 1].low
    if low in MONTHS and (day := _DAY.match(next_low)):
        month = MONTHS[low]
    elif next_low in MONTHS and (day := _DAY.match(low)):
        month = MONTHS[next_low]
    else:
        return None
    stop = start + 2
    written = " ".join(word.text for word in words[start:stop])
    # An amount may follow a date, as in a list of entries; a year is only what looks like one.
    if stop < len(words) and _YEAR.match(words[stop].low):
        written = f"{written} {words[stop].text}"
        return _day(int(words[stop].low), month, int(day[1]), written), stop + 1
    return _without_year(month, int(day[1]), today, written), stop


def _in_digits(text: str, today: date) -> date | None:
    if found := _ISO.match(text):
        return _day(int(found[1]), int(found[3]), int(found[4]), text)
    if found := _DOTTED.match(text):
        return _without_year(int(found[2]), int(found[1]), today, text)
    text = text.rstrip(".")
    if found := _DAY_FIRST.match(text):
        year = int(found[4]) + (2000 if len(found[4]) == 2 else 0)
        first, second = int(found[1]), int(found[3])
        if found[2] == "/":
            return _slashed(first, second, year, text)
        return _day(year, second, first, text)
    if found := _SHORT.match(text):
        first, second = int(found[1]), int(found[3])
        if found[2] == "/":
            # "24/7" and the like are no dates unless they can be one.
            return _slashed(first, second, None, text, today) if _both_fit(first, second) else None
        return _without_year(second, first, today, text) if first < 32 and second < 13 else None
    return None


def _both_fit(first: int, second: int) -> bool:
    return 0 < first < 32 and 0 < second < 32 and min(first, second) < 13


def _slashed(
    first: int, second: int, year: int | None, written: str, today: date = date.max
) -> date:
    def read(month: int, day: int) -> date:
        if year is None:
            return _without_year(month, day, today, written)
        return _day(year, month, day, written)

    if first != second and first < 13 and second < 13:
        _refuse(written, read(second, first), read(first, second))
    return read(first, second) if second > 12 else read(second, first)


def _without_year(month: int, day: int, today: date, written: str) -> date:
    year = today.year if (month, day) <= (today.month, today.day) else today.year - 1
    return _day(year, month, day, written)


def _day(year: int, month: int, day: int, written: str) -> date:
    if not _FIRST <= year <= _LAST:
        _refuse(written)
    try:
        return date(year, month, day)
    except ValueError:
        _refuse(written)


def _refuse(written: str, *readings: date) -> NoReturn:
    raise LedgerError(Code.BAD_DATE, written=written, readings=readings)


def correct_date(line: Line, error: LedgerError, at: int, today: date) -> None:
    """Correct the date that begins at a word: the days it may be, or today."""
    stop = at + len(str(error.details["written"]).split())
    readings = error.details["readings"]
    assert isinstance(readings, tuple)
    error.details["examples"] = tuple(
        line.replaced(at, stop, day.isoformat()) for day in readings or (today,)
    )
