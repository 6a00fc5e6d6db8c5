"""`/stats` as people write it: `month`, `last year`, `all`, `2026-03`, `march`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Final

from handlers.grammar.commands.history_line import period_at
from handlers.grammar.commands.setting_line import unknown_choice
from handlers.grammar.lexer import Line
from ledger.core.answers.entry_lists import Period
from ledger.core.folding import fold

_MONTH: Final = frozenset({"month", "monthly", "this month"})
_YEAR: Final = frozenset({"year", "yearly", "this year"})
_ALL: Final = frozenset({"all", "everything", "total", "ever", "all time"})
_A_YEAR: Final = re.compile(r"20\d\d")


def read_period(line: Line, today: date, called: Mapping[str, str]) -> Period | None:
    """Read which period's spending is asked for: None for all, this month where none is named.

    `called` has what "month", "year" and "all" are called in the group's language, folded.
    Raises LedgerError: UNKNOWN_CHOICE(written, choices, examples); BAD_DATE(written, readings).
    """
    if not line.words:
        return (today.year, today.month)
    written = " ".join(word.text for word in line.words)
    words = " ".join(word.low for word in line.words)
    words = called.get(fold(words), words)
    if any(word.whom is not None or word.everyone for word in line.words):
        raise unknown_choice(line, written, ("month", "year", "all"))
    if words in _MONTH:
        return (today.year, today.month)
    if words in _YEAR:
        return (today.year,)
    if words in _ALL:
        return None
    if words == "last month":
        return previous((today.year, today.month))
    if words == "last year":
        return (today.year - 1,)
    if _A_YEAR.fullmatch(words):
        return (int(words),)
    found = period_at(line, 0, today)
    if found is None or found[1] != len(line.words):
        raise unknown_choice(line, written, ("month", "year", "all"))
    return found[0]


def previous(period: Period) -> Period:
    """Return the period before one of the same length."""
    return _moved(period, -1)


def following(period: Period) -> Period:
    """Return the period behind one of the same length."""
    return _moved(period, 1)


def _moved(period: Period, by: int) -> Period:
    match period:
        case (year,):
            return (year + by,)
        case (year, month):
            months = year * 12 + month - 1 + by
            return (months // 12, months % 12 + 1)
        case (year, month, day):
            moved = date.fromordinal(date(year, month, day).toordinal() + by)
            return (moved.year, moved.month, moved.day)
    raise AssertionError(period)


def written(period: Period | None) -> str:
    """Write a period as a button carries it; `read_written` reads it."""
    return "all" if period is None else "-".join(map(str, period))


def read_written(text: str) -> Period | None:
    """Read what `written` wrote; raise ValueError for anything else."""
    if text == "all":
        return None
    numbers = tuple(int(part) for part in text.split("-"))
    if not 1 <= len(numbers) <= 3:
        raise ValueError(text)
    date(*(*numbers, 1, 1)[:3])
    return numbers  # type: ignore[return-value]  # of one, two or three
