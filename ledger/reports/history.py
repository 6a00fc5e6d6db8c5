"""History: the entries page by page, one with all its revisions, and who changed what."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

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

    Raises LedgerError UNKNOWN_NAME when the member is not of this group.
    """
    query = _query(book, which)

    def read(number: int) -> tuple[Entry, ...]:
        """Read a page and one entry more, which tells that it is not the last page."""
        from_there, skipped = _behind_newest(book, which, query, (number - 1) * size)
        return entry_search.newest(
            *(book.tx.connection, book.group.id, from_there, size + 1, skipped)
        )

    asked, _ = _nearest(page, book.group.entries, size)
    found = read(asked)
    is_last = len(found) <= size and (asked == 1 or len(found) > 0)
    total = (asked - 1) * size + len(found) if is_last else _total(book, which, query)
    number, of = _nearest(asked, total, size)
    if number != asked:
        found = read(number)
    shown = tuple(book.as_now(entry) for entry in found[:size])
    return HistoryPage(shown, book.roster, number, of, total)


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
    found = entry_search.newest(book.tx.connection, book.group.id, query, most, 0)
    return tuple(book.as_now(entry) for entry in found)


def _query(book: Book, which: Filter) -> entry_search.Query:
    return entry_search.Query(
        members=tuple(_ids(book, which.member)),
        words=tuple((which.words or "").split()),
        category=category_key(which.category),
        days=None if which.period is None else period_days(which.period),
        amount=which.amount,
    )


def _behind_newest(
    book: Book, which: Filter, query: entry_search.Query, newer: int
) -> tuple[entry_search.Query, int]:
    """Return the query that begins behind so many newer entries, and how many of it to skip.

    Without a filter the numbers tell where that is, but for the deleted entries on the way:
    as many live ones are still to be skipped. So no page costs more than the first.
    """
    if which != EVERYTHING or not newer:
        return query, newer
    below = book.group.entries - newer + 1
    gone = entry_search.deleted(book.tx.connection, book.group.id, below)
    return replace(query, below=below), gone


def _total(book: Book, which: Filter, query: entry_search.Query) -> int:
    """Return how many live entries there are; with a filter that takes looking at them all."""
    if which == EVERYTHING:
        return book.group.entries - entry_search.deleted(book.tx.connection, book.group.id)
    return entry_search.count(book.tx.connection, book.group.id, query)


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
