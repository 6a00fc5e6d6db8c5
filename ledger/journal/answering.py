"""Entries as they are, for an answer that shows one and changes nothing."""

from __future__ import annotations

from ledger.book.entry_lookup import stored_entry
from ledger.book.open_book import Book
from ledger.core.answers.entry_changes import Written
from ledger.core.entries import Entry
from ledger.journal.changing import check_right
from ledger.journal.recording import twin_of
from ledger.journal.written import as_it_stands, last_change
from ledger.storage import entry_rows, revision_rows


def as_it_is(book: Book, number: int) -> Written:
    """Return an entry to be answered with as it is; raise NO_SUCH_ENTRY(number)."""
    return _unchanged(book, stored_entry(book, number))


def changeable(book: Book, number: int) -> Written:
    """Return an entry as it is to whoever may change it.

    Raises LedgerError: NO_SUCH_ENTRY(number); MAY_NOT_CHANGE(entry, author, payers).
    """
    stored = stored_entry(book, number)
    check_right(book, book.as_now(stored))
    return _unchanged(book, stored)


def with_id(book: Book, entry_id: int) -> Written:
    """Return the entry with an id that storage gave it, to be answered with as it is."""
    return _unchanged(book, entry_rows.by_id(book.tx.connection, entry_id))


def since(book: Book, entry_id: int, number: int | None) -> Written:
    """Return an entry as it is, with its revision of a number as the one before.

    Without a number it is told as new, with the twin that it has, if any.
    """
    stored = entry_rows.by_id(book.tx.connection, entry_id)
    if number is None:
        entry = book.as_now(stored)
        return as_it_stands(book, entry, twin=twin_of(book, entry))
    (was,) = revision_rows.revisions(book.tx.connection, stored.id, number, number)
    return as_it_stands(book, book.as_now(stored), before=was)


def _unchanged(book: Book, stored: Entry) -> Written:
    return as_it_stands(book, book.as_now(stored), before=last_change(book, stored))
