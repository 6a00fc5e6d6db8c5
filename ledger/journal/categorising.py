"""Sorting in: a category for many expenses at once, each a revision of its own."""

from __future__ import annotations

from collections.abc import Collection
from itertools import islice
from typing import Final

from ledger.book import searching
from ledger.book.open_book import Book
from ledger.core.amendment import Amendment
from ledger.core.answers.entry_lists import Period, period_days
from ledger.core.entries import Source
from ledger.core.errors import Code, LedgerError
from ledger.journal.amending import amend
from ledger.storage.entry_search import Query

MOST_AT_ONCE: Final = 100
"""Entries that one press sorts in; others of the group wait for no longer than that takes."""
_DESCRIPTIONS_AT_ONCE: Final = 10 * MOST_AT_ONCE


def sort_in(
    book: Book, descriptions: Collection[str], category: str, period: Period | None, source: Source
) -> int:
    """Give a category to the expenses of a period that have none and say certain words.

    Those the actor may not change are left alone; return how many were changed. The same
    source changes the same entries once.

    Raises LedgerError: NOT_A_PERSON.
    """
    book.require_actor()
    query = Query(
        days=None if period is None else period_days(period),
        uncategorised=True,
        # Each is said by an expense at least, and a statement takes only so many values.
        descriptions=tuple(islice(dict.fromkeys(descriptions), _DESCRIPTIONS_AT_ONCE)),
    )
    done = 0
    for number in searching.numbers(book, query, MOST_AT_ONCE):
        try:
            amend(book, number, Amendment(category=category), Source(f"{source}/{number}"))
        except LedgerError as error:
            if error.code is not Code.MAY_NOT_CHANGE:
                raise
        else:
            done += 1
    return done
