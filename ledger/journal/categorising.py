"""Sorting in: a category for many expenses at once, each a revision of its own."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from ledger.book.open_book import Book
from ledger.core.amendment import Amendment
from ledger.core.answers.entry_lists import Period, period_days
from ledger.core.entries import Source
from ledger.core.errors import Code, LedgerError
from ledger.journal.amending import amend
from ledger.storage import entry_search

MOST_AT_ONCE: Final = 100
"""Entries that one press sorts in; others of the group wait for no longer than that takes."""


def sort_in(
    book: Book, descriptions: Collection[str], category: str, period: Period | None, source: Source
) -> int:
    """Give a category to the expenses of a period that have none and say certain words.

    Those the actor may not change are left alone; return how many were changed. The same
    source changes the same entries once.

    Raises LedgerError: NOT_A_PERSON.
    """
    book.require_actor()
    days = None if period is None else period_days(period)
    numbers = entry_search.without_category(
        book.tx.connection, book.group.id, descriptions, days, MOST_AT_ONCE
    )
    done = 0
    for number in numbers:
        try:
            amend(book, number, Amendment(category=category), Source(f"{source}/{number}"))
        except LedgerError as error:
            if error.code is not Code.MAY_NOT_CHANGE:
                raise
        else:
            done += 1
    return done
