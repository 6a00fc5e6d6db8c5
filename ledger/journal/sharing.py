"""One person put in or out of an expense, or said to be its payer: what a tap changes."""

from __future__ import annotations

from dataclasses import replace

from ledger.book.open_book import Book
from ledger.core.answers.entry_changes import Written
from ledger.core.entries import Action, Entry, Source
from ledger.core.errors import Code, LedgerError
from ledger.core.members import MemberId
from ledger.core.split_terms import SplitTerms
from ledger.journal.changing import (
    append_change,
    live_expense,
    recorded_terms,
    to_change,
)


def toggle(book: Book, number: int, source: Source) -> Written:
    """Put the actor in or out of an expense that is split equally; everybody may.

    Raises LedgerError: NOT_A_PERSON; NO_SUCH_ENTRY(number); ALREADY_DELETED(entry);
    NOT_AN_EXPENSE(entry); NOT_EQUAL(entry); NOBODY_SHARES(entry) when the last one leaves.
    """
    stored, repeated = to_change(book, number, source, by_all=True)
    if repeated is not None:
        return repeated
    actor = book.require_actor()
    entry = live_expense(book, stored)
    if not entry.contents.is_equal:
        raise LedgerError(Code.NOT_EQUAL, entry=entry)
    return _with_terms(book, stored, entry, entry.contents.split.toggled(actor.id), source)


def toggle_member(book: Book, number: int, member: MemberId, source: Source) -> Written:
    """Put somebody in, as an equal, or out of an expense; for those who may change it.

    Raises LedgerError: MAY_NOT_CHANGE(entry, author, payers); UNKNOWN_NAME; what `toggle`
    raises but for NOT_EQUAL; and, where the parts of the others no longer fit, what
    `splitting.divide` raises.
    """
    stored, repeated = to_change(book, number, source)
    if repeated is not None:
        return repeated
    entry = live_expense(book, stored)
    terms = entry.contents.split.toggled(book.member(member).id)
    return _with_terms(book, stored, entry, terms, source)


def set_payer(book: Book, number: int, payer: MemberId, source: Source) -> Written:
    """Let one member have paid all of an expense; nobody shares more or less for that.

    Raises LedgerError: NO_SUCH_ENTRY(number); MAY_NOT_CHANGE(entry, author, payers);
    UNKNOWN_NAME; ALREADY_DELETED(entry); NOT_AN_EXPENSE(entry).
    """
    stored, repeated = to_change(book, number, source)
    if repeated is not None:
        return repeated
    entry = live_expense(book, stored)
    terms = entry.contents.split.paid_by(((book.member(payer).id, None),))
    return _with_terms(book, stored, entry, terms, source)


def _with_terms(
    book: Book, stored: Entry, entry: Entry, terms: SplitTerms, source: Source
) -> Written:
    """Append an entry with other terms, and the shares that come of them."""
    if not terms.sharers:
        raise LedgerError(Code.NOBODY_SHARES, entry=entry)
    terms = replace(terms, rotation=recorded_terms(stored).rotation)
    contents = entry.contents
    amended = replace(contents, shares=terms.shares(contents.amount), terms=terms)
    return append_change(book, stored, Action.EDIT, amended, source)
