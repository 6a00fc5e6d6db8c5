"""Finding one entry of an open book, and who may change it."""

from __future__ import annotations

from ledger.book.open_book import Book
from ledger.core.entries import (
    Entry,
    Source,
)
from ledger.core.errors import Code, LedgerError
from ledger.storage import entry_rows


def find(book: Book, number: int) -> Entry:
    """Return an entry of this book; raise NO_SUCH_ENTRY(number)."""
    return book.as_now(stored_entry(book, number))


def is_entry(book: Book, number: int) -> bool:
    """Tell whether this book has an entry of a number."""
    return entry_rows.by_number(book.tx.connection, book.group.id, number) is not None


def with_id(book: Book, entry_id: int) -> Entry | None:
    """Return the entry with an id that storage gave it, as it is now, if it is this book's."""
    number = entry_rows.by_id(book.tx.connection, entry_id).number
    stored = entry_rows.by_number(book.tx.connection, book.group.id, number)
    return None if stored is None or stored.id != entry_id else book.as_now(stored)


def entry_of(book: Book, source: Source) -> Entry | None:
    """Return the entry that a source recorded, as it is now, if it did record one."""
    stored = entry_rows.by_source(book.tx.connection, book.group.id, source)
    return None if stored is None else book.as_now(stored)


def may_change(book: Book, entry: Entry) -> bool:
    """Tell whether the actor recorded the entry, paid in it, or is an admin."""
    if book.is_admin:
        return True
    return book.actor is not None and book.actor.id in {
        entry.author,
        *(share.member for share in entry.contents.payers),
    }


def stored_entry(book: Book, number: int) -> Entry:
    """Return an entry as recorded, with its members' ids from before merges."""
    found = entry_rows.by_number(book.tx.connection, book.group.id, number)
    if found is None:
        raise LedgerError(Code.NO_SUCH_ENTRY, number=number)
    return found
