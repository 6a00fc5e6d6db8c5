"""How every correction goes: found and allowed, appended once for each source, and answered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from ledger.book.entry_lookup import may_change, stored_entry
from ledger.book.open_book import Book
from ledger.core.aliases import merged_contents
from ledger.core.answers.entry_changes import Written
from ledger.core.doubts import Doubts
from ledger.core.entries import Action, Contents, Entry, EntryKind, Source
from ledger.core.errors import Code, LedgerError
from ledger.core.split_terms import SplitTerms
from ledger.journal.posting import write_revision
from ledger.journal.written import as_it_stands, just_written, last_change
from ledger.storage import revision_rows


@dataclass(frozen=True, slots=True)
class Anew:
    """What an entry says from now on, and what is doubtful in it where that changes as well."""

    contents: Contents
    doubts: Doubts | None = None


def change(
    book: Book,
    number: int,
    source: Source,
    anew: Callable[[Entry, Entry], Anew],
    action: Action = Action.EDIT,
    *,
    kind: EntryKind | None = None,
    by_all: bool = False,
    even_if_same: bool = False,
) -> Written:
    """Append to an entry what is said anew of it, once for each source.

    `anew` is given the entry as recorded, with its members' ids from before merges, and as it
    is now. Only whoever may change the entry may, or everybody `by_all`; only an entry that
    counts is changed, but for restoring, and only one of a `kind` where it is given. An edit
    that says what the entry says already changes nothing, unless it is to be appended
    `even_if_same`.

    Raises LedgerError: NO_SUCH_ENTRY(number); MAY_NOT_CHANGE(entry, author, payers);
    ALREADY_DELETED(entry), or NOT_DELETED(entry) for restoring; NOT_AN_EXPENSE(entry);
    NOT_A_PAYMENT(entry); and what `anew` raises.
    """
    stored = stored_entry(book, number)
    repeated = answered_before(book, source)
    if repeated is not None:
        return repeated
    entry = book.as_now(stored)
    if not by_all:
        check_right(book, entry)
    if action is Action.RESTORE and not entry.deleted:
        raise LedgerError(Code.NOT_DELETED, entry=entry)
    if action is not Action.RESTORE and entry.deleted:
        raise LedgerError(Code.ALREADY_DELETED, entry=entry)
    if kind not in (None, entry.contents.kind):
        raise LedgerError(_NOT_OF[kind], entry=entry)
    said = anew(stored, entry)
    is_edit = action is Action.EDIT and not even_if_same
    if is_edit and _is_as_before(book, stored.contents, said.contents):
        return as_it_stands(book, entry, before=last_change(book, stored))
    written = write_revision(book, stored, action, said.contents, source, said.doubts)
    return just_written(book, *written, before=stored.revision)


_NOT_OF = {EntryKind.EXPENSE: Code.NOT_AN_EXPENSE, EntryKind.PAYMENT: Code.NOT_A_PAYMENT}


def _is_as_before(book: Book, before: Contents, after: Contents) -> bool:
    before, after = (merged_contents(one, book.people.merged) for one in (before, after))
    return before == after and before.split.means(after.split)


def check_right(book: Book, entry: Entry) -> None:
    """Raise MAY_NOT_CHANGE(entry, author, payers) unless the entry is the actor's to change."""
    if not may_change(book, entry):
        raise LedgerError(
            Code.MAY_NOT_CHANGE,
            entry=entry,
            author=None if entry.author is None else book.member(entry.author),
            payers=tuple(book.member(share.member) for share in entry.contents.payers),
        )


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


def recorded_terms(stored: Entry) -> SplitTerms:
    """Return an entry's terms as recorded; those only inferred rotate by the entry's number."""
    terms = stored.contents.split
    return replace(terms, rotation=terms.rotation or stored.number)
