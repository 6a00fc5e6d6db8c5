"""Standing schedules: the summary and the reminders, of which a group has one each."""

from __future__ import annotations

from ledger.book import scheduling
from ledger.book.open_book import Book
from ledger.core.recurrence import Rule
from ledger.core.schedule import Kind, Schedule, State
from ledger.storage import schedule_rows

ONLY = 1
"""The number of a schedule that there is one of."""


def standing(book: Book, kind: Kind) -> Schedule | None:
    """Return the group's schedule of a kind; None before anything was decided."""
    return schedule_rows.one(book.tx.connection, book.group.id, kind, ONLY)


def set_standing(book: Book, kind: Kind, rule: Rule, **columns: object) -> Schedule:
    """Let it follow a rule from now on, and begin it where there is none."""
    found = standing(book, kind)
    if found is None:
        return scheduling.add(book, kind, ONLY, rule, **columns)
    return scheduling.follow(book.tx, found, rule, **columns)


def stop_standing(book: Book, kind: Kind) -> Schedule | None:
    """Stop it; None where there is none."""
    found = standing(book, kind)
    return None if found is None else scheduling.set_state(book.tx, found, State.STOPPED)
