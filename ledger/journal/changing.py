"""How every correction goes: found and allowed, appended once for each source, and answered."""

from __future__ import annotations

from dataclasses import replace

from ledger.book.entry_lookup import may_change, stored_entry
from ledger.book.open_book import Book
from ledger.core.aliases import merged_contents
from ledger.core.answers.entry_changes import Written
from ledger.core.doubts import Doubts
from ledger.core.entries import Action, Contents, Entry, EntryKind, Source
from ledger.core.errors import Code, LedgerError
from ledger.core.split_terms import SplitTerms
from ledger.journal.posting import write_revision
from ledger.journal.written import as_it_stands, just_written
from ledger.storage import revision_rows


def to_change(
    book: Book, number: int, source: Source, *, by_all: bool = False
) -> tuple[Entry, Written | None]:
    """Return an entry as recorded that the actor may change, as everybody may `by_all`.

    With it comes the first answer again where this source has made its change before.
    """
    stored = stored_entry(book, number)
    repeated = answered_before(book, source)
    if repeated is None and not by_all:
        check_right(book, stored)
    return stored, repeated


def check_right(book: Book, stored: Entry) -> None:
    """Raise MAY_NOT_CHANGE(entry, author, payers) unless the entry is the actor's to change."""
    entry = book.as_now(stored)
    if not may_change(book, entry):
        raise LedgerError(
            Code.MAY_NOT_CHANGE,
            entry=entry,
            author=None if entry.author is None else book.member(entry.author),
            payers=tuple(book.member(share.member) for share in entry.contents.payers),
        )


def live_entry(book: Book, stored: Entry) -> Entry:
    """Return an entry as it is now; raise ALREADY_DELETED(entry)."""
    entry = book.as_now(stored)
    if entry.deleted:
        raise LedgerError(Code.ALREADY_DELETED, entry=entry)
    return entry


def live_expense(book: Book, stored: Entry) -> Entry:
    """Return an expense as it is now; raise ALREADY_DELETED(entry), NOT_AN_EXPENSE(entry)."""
    entry = live_entry(book, stored)
    if entry.contents.kind is not EntryKind.EXPENSE:
        raise LedgerError(Code.NOT_AN_EXPENSE, entry=entry)
    return entry


def recorded_terms(stored: Entry) -> SplitTerms:
    """Return an entry's terms as recorded; those only inferred rotate by the entry's number."""
    terms = stored.contents.split
    return replace(terms, rotation=terms.rotation or stored.number)


def append_change(
    book: Book,
    stored: Entry,
    action: Action,
    contents: Contents,
    source: Source,
    doubts: Doubts | None = None,
) -> Written:
    """Append a revision; an edit that says what the entry says already changes nothing."""
    if action is Action.EDIT and _is_as_before(book, stored.contents, contents):
        return as_it_stands(book, book.as_now(stored), before=stored.revision)
    return write_change(book, stored, action, contents, source, doubts)


def write_change(
    book: Book,
    stored: Entry,
    action: Action,
    contents: Contents,
    source: Source,
    doubts: Doubts | None = None,
) -> Written:
    """Append a revision, also one that says what the entry says already."""
    entry, nets = write_revision(book, stored, action, contents, source, doubts)
    return just_written(book, entry, nets, before=stored.revision)


def _is_as_before(book: Book, before: Contents, after: Contents) -> bool:
    before, after = (merged_contents(one, book.people.merged) for one in (before, after))
    return before == after and before.split.means(after.split)


def answered_before(book: Book, source: Source) -> Written | None:
    """Return the answer again when this source has made its change before."""
    written = revision_rows.written(book.tx.connection, book.group.id, source)
    if written is None:
        return None
    number, revision = written
    stored = stored_entry(book, number)
    before = max(revision - 1, 1)
    (was,) = revision_rows.revisions(book.tx.connection, stored.id, before, before)
    return as_it_stands(book, book.as_now(stored), before=was, repeated=True)
