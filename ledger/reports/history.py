"""History: the entries page by page, one with all its revisions, and who changed what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.book.open_book import Book
from ledger.core.aliases import merged_revision
from ledger.core.entries import Entry, Revision
from ledger.core.members import MemberId, Roster
from ledger.journal.corrections import find
from ledger.journal.resolution import category_key
from ledger.storage import entry_rows, entry_search


@dataclass(frozen=True, slots=True)
class Filter:
    """Which entries: a member's, with these words, of a category, of a month; all at once."""

    member: MemberId | None = None
    words: str | None = None
    category: str | None = None
    month: tuple[int, int] | None = None


EVERYTHING = Filter()


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
    """Everything about one entry: as it is, and all its revisions, the first one first."""

    entry: Entry
    revisions: tuple[Revision, ...]
    roster: Roster


@dataclass(frozen=True, slots=True)
class LogPage:
    """A page of changes, the newest first: each entry as its revision left it."""

    changes: tuple[tuple[Entry, Revision], ...]
    roster: Roster
    page: int
    pages: int
    total: int


def page(book: Book, which: Filter = EVERYTHING, page: int = 1, size: int = 10) -> HistoryPage:
    """Return a page of the live entries; a page past the ends is the nearest one.

    Raises LedgerError UNKNOWN_NAME when the member is not of this group.
    """
    query = entry_search.Query(
        members=tuple(_ids(book, which.member)),
        words=tuple((which.words or "").split()),
        category=category_key(which.category),
        days=None if which.month is None else _days(*which.month),
    )

    def read(number: int) -> tuple[Entry, ...]:
        """Read a page and one entry more, which tells that it is not the last page."""
        before = (number - 1) * size
        return entry_search.newest(book.tx.connection, book.group.id, query, size + 1, before)

    asked, _ = _nearest(page, book.group.entries, size)
    found = read(asked)
    is_last = len(found) <= size and (asked == 1 or len(found) > 0)
    total = (asked - 1) * size + len(found) if is_last else _total(book, which, query)
    number, of = _nearest(asked, total, size)
    if number != asked:
        found = read(number)
    shown = tuple(book.as_now(entry) for entry in found[:size])
    return HistoryPage(shown, book.roster, number, of, total)


def _total(book: Book, which: Filter, query: entry_search.Query) -> int:
    """Return how many live entries there are; with a filter that takes looking at them all."""
    if which == EVERYTHING:
        return book.group.entries - entry_search.deleted(book.tx.connection, book.group.id)
    return entry_search.count(book.tx.connection, book.group.id, query)


def show(book: Book, number: int) -> EntryStory:
    """Return everything about one entry. Raises LedgerError NO_SUCH_ENTRY(number)."""
    entry = find(book, number)
    merged = book.people.merged
    revisions = entry_rows.revisions(book.tx.connection, entry.id)
    return EntryStory(
        entry,
        tuple(merged_revision(revision, merged) for revision in revisions),
        book.roster,
    )


def log(book: Book, page: int = 1, size: int = 10) -> LogPage:
    """Return a page of all changes; a page past the ends is the nearest one."""
    total = book.changes
    number, of = _nearest(page, total, size)
    last = total - (number - 1) * size
    first = max(1, last - size + 1)
    found = [
        book.as_now(entry)
        for entry in entry_rows.changes(book.tx.connection, book.group.id, first, last)
    ]
    changes = tuple((entry, entry.revision) for entry in reversed(found))
    return LogPage(changes, book.roster, number, of, total)


def _ids(book: Book, member: MemberId | None) -> list[MemberId]:
    return [] if member is None else book.people.same_as(book.member(member).id)


def _days(year: int, month: int) -> tuple[date, date]:
    """Return a month's first day and the first day after it."""
    return date(year, month, 1), date(year + month // 12, month % 12 + 1, 1)


def _nearest(page: int, total: int, size: int) -> tuple[int, int]:
    """Return the page that there is, and how many there are."""
    of = max(1, -(-total // size))
    return min(max(page, 1), of), of
