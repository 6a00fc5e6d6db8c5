"""Pages of entries, one entry's whole story, and the log."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from ledger.core.entries import Entry, Revision
from ledger.core.members import MemberId, Roster
from ledger.core.money import Currency

Period = tuple[int] | tuple[int, int] | tuple[int, int, int]
"""A year; a year and a month; or a year, a month and a day."""


def period_days(period: Period) -> tuple[date, date]:
    """Return a period's first day and the first day after it."""
    year, month, day = (*period, None, None)[:3]
    if month is None:
        return date(year, 1, 1), date(year + 1, 1, 1)
    if day is None:
        return date(year, month, 1), date(year + month // 12, month % 12 + 1, 1)
    first = date(year, month, day)
    return first, first + timedelta(1)


@dataclass(frozen=True, slots=True)
class AmountRange:
    """Amounts in one currency, in minor units, both ends included; None is no end."""

    currency: Currency
    least_minor: int | None
    most_minor: int | None


@dataclass(frozen=True, slots=True)
class Filter:
    """Which entries: a member's, with words, of a category, a period, an amount; all at once."""

    member: MemberId | None = None
    words: str | None = None
    category: str | None = None
    period: Period | None = None
    amount: AmountRange | None = None


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """A page of live entries, the newest first; pages count from 1, and there is always one."""

    entries: tuple[Entry, ...]
    roster: Roster
    page: int
    pages: int
    total: int


@dataclass(frozen=True, slots=True)
class EntryStory:
    """Everything about one entry: as it is, and its revisions, the first one first.

    Where there are very many, `revisions` are the newest, and `recorded` is the first of all.
    """

    entry: Entry
    revisions: tuple[Revision, ...]
    roster: Roster
    recorded: Revision | None = None


@dataclass(frozen=True, slots=True)
class LogPage:
    """A page of changes, the newest first: each entry as its revision left it."""

    changes: tuple[tuple[Entry, Revision], ...]
    roster: Roster
    page: int
    pages: int
    total: int
