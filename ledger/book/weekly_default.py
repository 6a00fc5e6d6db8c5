"""The weekly summary that a group gets unless it decides otherwise."""

from __future__ import annotations

from ledger.book.open_book import Book
from ledger.book.standing import set_standing, standing
from ledger.core.recurrence import every_week
from ledger.core.schedule import Kind, Schedule


def begin(book: Book) -> None:
    """Let a group that has its first entry receive the summary, unless it has decided."""
    if weekly_of(book) is None:
        set_standing(book, Kind.WEEKLY, every_week())


def weekly_of(book: Book) -> Schedule | None:
    """Return when the group's summary is posted; None before anything was decided."""
    return standing(book, Kind.WEEKLY)
