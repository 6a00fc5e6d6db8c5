"""History: the entries page by page, one with all its revisions, and who changed what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ledger.book import searching
from ledger.book.entry_lookup import find
from ledger.book.open_book import Book
from ledger.core.aliases import merged_revision
from ledger.core.answers.entry_lists import (
    EntryStory,
    Filter,
    HistoryPage,
    LogPage,
    period_days,
)
from ledger.core.categories import category_key
from ledger.core.entries import Entry, EntryKind, Revision
from ledger.core.members import MemberId
from ledger.storage import entry_search, revision_rows

EVERYTHING = Filter()
_CHANGES_SHOWN = 50
_FEWEST_CHANGES_SHOWN = 5
_SHARES_SHOWN = 2_500
"""Changes of one entry that are shown, and how many shares those may have together."""


def page(book: Book, which: Filter = EVERYTHING, page: int = 1, size: int = 10) -> HistoryPage:
    """Return a page of the live entries; a page past the ends is the nearest one.

    With a filter a long book is looked through before the transaction, where that may be put
    off. Raises LedgerError UNKNOWN_NAME when the member is not of this group.
    """
    if which != EVERYTHING:
        numbers = searching.numbers(book, _query(book, which))
        number, of = _nearest(page, len(numbers), size)
        shown = searching.numbered(book, numbers[(number - 1) * size : number * size])
        return _page(book, shown, number, of, len(numbers))
    asked, _ = _nearest(page, book.group.entries, size)
    found = _behind_newest(book, (asked - 1) * size, size)
    is_last = len(found) <= size and (asked == 1 or len(found) > 0)
    gone = 0 if is_last else entry_search.deleted(book.tx.connection, book.group.id)
    total = (asked - 1) * size + len(found) if is_last else book.group.entries - gone
    number, of = _nearest(asked, total, size)
    if number != asked:
        found = _behind_newest(book, (number - 1) * size, size)
    return _page(book, found[:size], number, of, total)


def _page(book: Book, shown: Sequence[Entry], number: int, of: int, total: int) -> HistoryPage:
    return HistoryPage(tuple(book.as_now(entry) for entry in shown), book.roster, number, of, total)


def _behind_newest(book: Book, newer: int, size: int) -> tuple[Entry, ...]:
    """Return the live entries behind so many newer ones, and one more than fits on their page.

    The numbers tell where they begin, but for the deleted entries on the way: as many live ones
    are still to be skipped. So no page costs more than the first.
    """
    connection, group_id = book.tx.connection, book.group.id
    if not newer:
        return entry_search.newest(connection, group_id, entry_search.Query(), size + 1)
    below = book.group.entries - newer + 1
    gone = entry_search.deleted(connection, group_id, below)
    return entry_search.newest(
        connection, group_id, entry_search.Query(below=below), size + 1, gone
    )


def behind(
    book: Book,
    which: Filter = EVERYTHING,
    *,
    below: int | None = None,
    most: int = 20,
    kind: EntryKind | None = None,
    days: tuple[date, date] | None = None,
    uncategorised: bool = False,
) -> tuple[Entry, ...]:
    """Return the newest live entries whose numbers are below one, at most so many.

    So a list that is read in pieces neither repeats an entry nor leaves one out when others
    are recorded meanwhile. `days` is the first day and the first behind the last;
    `uncategorised` leaves only expenses that have no category.

    Raises LedgerError UNKNOWN_NAME when the member is not of this group.
    """
    query = replace(_query(book, which), kind=kind, below=below, uncategorised=uncategorised)
    if days is not None:
        query = replace(query, days=days)
    return tuple(book.as_now(entry) for entry in searching.entries(book, query, most))


def _query(book: Book, which: Filter) -> entry_search.Query:
    return entry_search.Query(
        members=tuple(_ids(book, which.member)),
        words=tuple((which.words or "").split()),
        category=category_key(which.category),
        days=None if which.period is None else period_days(which.period),
        amount=which.amount,
    )


def show(book: Book, number: int) -> EntryStory:
    """Return everything about one entry. Raises LedgerError NO_SUCH_ENTRY(number).

    Of an entry that was changed very often the newest changes are read, fewer where it has
    very many shares.
    """
    entry = find(book, number)
    last = entry.revision.number
    most = _SHARES_SHOWN // max(1, len(entry.contents.shares))
    first = max(1, last - min(max(most, _FEWEST_CHANGES_SHOWN), _CHANGES_SHOWN))
    return EntryStory(
        entry,
        _revisions(book, entry, first, last),
        book.roster,
        None if first == 1 else _revisions(book, entry, 1, 1)[0],
    )


def _revisions(book: Book, entry: Entry, first: int, last: int) -> tuple[Revision, ...]:
    found = revision_rows.revisions(book.tx.connection, entry.id, first, last)
    return tuple(merged_revision(revision, book.people.merged) for revision in found)


def log(book: Book, page: int = 1, size: int = 10) -> LogPage:
    """Return a page of all changes; a page past the ends is the nearest one."""
    total = book.changes
    number, of = _nearest(page, total, size)
    last = total - (number - 1) * size
    first = max(1, last - size + 1)
    found = [
        book.as_now(entry)
        for entry in revision_rows.changes(book.tx.connection, book.group.id, first, last)
    ]
    changes = tuple((entry, entry.revision) for entry in reversed(found))
    return LogPage(changes, book.roster, number, of, total)


def changes_behind(book: Book, change: int, most: int) -> tuple[Entry, ...]:
    """Return the changes behind one in their order, each entry as its revision left it."""
    first, last = change + 1, min(change + most, book.changes)
    if first > last:
        return ()
    found = revision_rows.changes(book.tx.connection, book.group.id, first, last)
    return tuple(book.as_now(entry) for entry in found)


def _ids(book: Book, member: MemberId | None) -> list[MemberId]:
    return [] if member is None else book.people.same_as(book.member(member).id)


def _nearest(page: int, total: int, size: int) -> tuple[int, int]:
    """Return the page that there is, and how many there are."""
    of = max(1, -(-total // size))
    return min(max(page, 1), of), of
