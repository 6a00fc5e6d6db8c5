"""Which days statistics are asked for."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from bot.web.api.errors import bad_request
from ledger.core.answers.entry_lists import Period

_WRITTEN: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?")
_FIRST: Final = 1970
_LAST: Final = 2199


def read_period(written: str, today: date) -> Period | None:
    """Return a period from "month", "year", "all", "2026" or "2026-03"; None is all of the book.

    Raises ApiError 400.
    """
    if written == "all":
        return None
    if written in {"month", "year"}:
        return (today.year, today.month) if written == "month" else (today.year,)
    found = _WRITTEN.fullmatch(written)
    year, month = (int(found[1]), int(found[2] or 1)) if found else (0, 0)
    if found is None or not (_FIRST <= year <= _LAST and 1 <= month <= 12):
        raise bad_request('must be month, year, all, "2026" or "2026-03"', "period")
    return (year,) if found[2] is None else (year, month)


def written_period(period: Period | None) -> str:
    """Return what `read_period` reads."""
    if period is None:
        return "all"
    year, *month = period
    return f"{year}-{month[0]:02}" if month else str(year)
