"""What stands of a rule behind its expense: `300 cleaning on friday until may`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from handlers.grammar.lexer import Line, Word
from handlers.grammar.literals.dates import MONTHS, correct_date, date_at
from handlers.grammar.literals.recurrences.days import DAY, day_of_month
from handlers.grammar.literals.recurrences.read import RuleRead
from handlers.grammar.literals.recurrences.spans import first_date, from_or_until
from handlers.grammar.literals.times import weekdays_at
from ledger.core.errors import LedgerError
from ledger.core.recurrence import Unit

ORDINAL: Final = re.compile(r"\d{1,2}(?:st|nd|rd|th)\Z")
_BEFORE_PEOPLE: Final = frozenset({"with", "w", "for", "between", "by", "me", "everyone", "all"})
_CLAUSES: Final = frozenset({"until", "till", "from", "starting", "paid", "on", "at"})


def behind_expense(line: Line, reading: RuleRead, today: date) -> Line:
    """Take `until DATE` and `on …` out of the words behind the rule, into the rule."""
    at = 0
    while at < len(line.words):
        stop = None
        if line.words[at].plain == "//":
            break
        if not line.words[at].escaped:
            stop = from_or_until(line, at, reading, today)
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


def _bare_day(line: Line, at: int, reading: RuleRead, today: date) -> int | None:
    """Read a day without `on` that ends what it is for: `insurance dec 1`, `rent last day`."""
    words = line.words
    if reading.start is not None or reading.day is not None:
        return None
    if reading.unit is Unit.MONTH and words[at].low == "last":
        is_day = at + 1 < len(words) and words[at + 1].low == "day"
        ends = is_day and (not at or _ends_bare(words, at + 2, reading))
        return day_of_month(line, at, reading) if ends else None
    if reading.unit is Unit.MONTH and at and ORDINAL.match(words[at].low):
        return day_of_month(line, at, reading) if _ends_bare(words, at + 1, reading) else None
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
    return first_date(line, at - 1, reading, today)


def _late_on(line: Line, at: int, reading: RuleRead, today: date) -> int | None:
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
    return None if the else first_date(line, at, reading, today)


def _late_day(line: Line, at: int, reading: RuleRead) -> int | None:
    words = line.words
    if at >= len(words):
        return None
    if words[at].low == "last":
        is_day = at + 1 < len(words) and words[at + 1].low == "day"
        return day_of_month(line, at, reading) if is_day or ends(words, at + 1, reading) else None
    if not DAY.match(words[at].low) or date_at(words, at, date(2024, 12, 31)) is not None:
        return None  # `on 1 feb` is a date
    if not words[at].plain.isdigit() and not ends(words, at + 1, reading):
        return None  # `on the 3rd floor` is where
    return day_of_month(line, at, reading)


def _ends_bare(words: Sequence[Word], at: int, reading: RuleRead) -> bool:
    """Tell whether what a day without `on` belongs to ends there, or people follow."""
    return ends(words, at, reading) or words[at].low in _BEFORE_PEOPLE


def ends(words: Sequence[Word], at: int, reading: RuleRead) -> bool:
    """Tell whether no description follows: the end, a name, or a further clause."""
    if at >= len(words) or words[at].whom is not None or reading.is_named(words, at):
        return True
    word = words[at]
    return not word.low[:1].isalnum() or word.low in _CLAUSES
