"""Searching: which entries of a book a query finds, however long the book is."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from ledger.book.open_book import Book
from ledger.book.putting_off import ENTRIES_IN_PASSING, PutOff, Run, stretches
from ledger.core.entries import Entry
from ledger.core.members import GroupId
from ledger.storage import entry_search
from ledger.storage.database import Transaction
from ledger.storage.entry_search import Query


@dataclass(frozen=True, slots=True)
class _Found:
    """The numbers of entries that were found among those up to the number `last`."""

    last: int
    numbers: Sequence[int]


def entries(book: Book, query: Query, most: int) -> tuple[Entry, ...]:
    """Return live entries that a query finds, the newest before, at most so many."""
    connection, group_id = book.tx.connection, book.group.id
    if query.is_everything:
        return entry_search.newest(connection, group_id, query, most)
    return numbered(book, numbers(book, query, most))


def numbered(book: Book, found: Sequence[int]) -> tuple[Entry, ...]:
    """Return the entries of some numbers that were found; who is deleted since is left out."""
    if not found:
        return ()
    read = entry_search.numbered(book.tx.connection, book.group.id, found)
    return tuple(entry for entry in read if not entry.deleted)


def numbers(book: Book, query: Query, most: int | None = None) -> Sequence[int]:
    """Return the numbers of the live entries that a query finds, the newest before, at most some.

    Words and amounts have no index, so that all entries are looked at: many are before the
    transaction, where it may be put off, and some of these may be others by now.
    """
    key = "numbers", book.group.id, query, most
    ahead: _Found | None = book.tx.ahead.get(key)
    if ahead is not None:
        newer = replace(query, from_number=ahead.last + 1)
        return [*_between(book.tx, book.group.id, newer, most), *ahead.numbers][:most]
    last = book.group.entries if query.below is None else query.below - 1
    if book.tx.may_put_off and _is_long(book, query, last):
        if most is not None:
            newest = replace(query, from_number=last - ENTRIES_IN_PASSING + 1)
            found = _between(book.tx, book.group.id, newest, most)
            if len(found) == most:
                return found
        raise PutOff(key, partial(_find, book.group.id, query, most, last))
    return _between(book.tx, book.group.id, query, most)


def are_few(book: Book, days: tuple[date, date]) -> bool:
    """Tell whether so few entries are of some days that they are looked at in passing.

    `days` is the first day and the first behind the last.
    """
    found = entry_search.revisions_of_days(
        book.tx.connection, book.group.id, days, ENTRIES_IN_PASSING + 1
    )
    return found <= ENTRIES_IN_PASSING


def _is_long(book: Book, query: Query, last: int) -> bool:
    if last <= ENTRIES_IN_PASSING:
        return False
    return query.days is None or not are_few(book, query.days)


async def _find(group_id: GroupId, query: Query, most: int | None, last: int, run: Run) -> _Found:
    found = array("q")
    for first, until in stretches(last, ENTRIES_IN_PASSING):
        wanted = None if most is None else most - len(found)
        piece = replace(query, from_number=first, below=until + 1)
        found.extend(await run(partial(_between, group_id=group_id, query=piece, most=wanted)))
        if most is not None and len(found) >= most:
            break
    return _Found(last, found)


def _between(tx: Transaction, group_id: GroupId, query: Query, most: int | None) -> Sequence[int]:
    return entry_search.numbers(tx.connection, group_id, query, most)
