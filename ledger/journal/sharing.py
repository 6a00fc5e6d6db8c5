"""One person put in or out of an expense, or said to be its payer: what a tap changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ledger.book.open_book import Book
from ledger.core.answers.entry_changes import Written
from ledger.core.entries import Entry, EntryKind, Source
from ledger.core.errors import Code, LedgerError
from ledger.core.members import MemberId
from ledger.core.split_terms import SplitTerms
from ledger.journal.changing import Anew, change, recorded_terms


def toggle(book: Book, number: int, source: Source) -> Written:
    """Put the actor in or out of an expense that is split equally; everybody may.

    Raises LedgerError: NOT_A_PERSON; NO_SUCH_ENTRY(number); ALREADY_DELETED(entry);
    NOT_AN_EXPENSE(entry); NOT_EQUAL(entry); NOBODY_SHARES(entry) when the last one leaves.
    """

    def toggled(entry: Entry) -> SplitTerms:
        actor = book.require_actor()
        if not entry.contents.is_equal:
            raise LedgerError(Code.NOT_EQUAL, entry=entry)
        return entry.contents.split.toggled(actor.id)

    return _with_terms(book, number, source, toggled, by_all=True)


def toggle_member(book: Book, number: int, member: MemberId, source: Source) -> Written:
    """Put somebody in, as an equal, or out of an expense; for those who may change it.

    Raises LedgerError: MAY_NOT_CHANGE(entry, author, payers); UNKNOWN_NAME; what `toggle`
    raises but for NOT_EQUAL; and, where the parts of the others no longer fit, what
    `splitting.divide` raises.
    """

    def toggled(entry: Entry) -> SplitTerms:
        return entry.contents.split.toggled(book.member(member).id)

    return _with_terms(book, number, source, toggled)


def set_payer(book: Book, number: int, payer: MemberId, source: Source) -> Written:
    """Let one member have paid all of an expense; nobody shares more or less for that.

    Raises LedgerError: NO_SUCH_ENTRY(number); MAY_NOT_CHANGE(entry, author, payers);
    UNKNOWN_NAME; ALREADY_DELETED(entry); NOT_AN_EXPENSE(entry).
    """

    def paid(entry: Entry) -> SplitTerms:
        return entry.contents.split.paid_by(((book.member(payer).id, None),))

    return _with_terms(book, number, source, paid)


def _with_terms(
    book: Book,
    number: int,
    source: Source,
    terms_of: Callable[[Entry], SplitTerms],
    *,
    by_all: bool = False,
) -> Written:
    """Let an expense have other terms, and the shares that come of them."""

    def anew(stored: Entry, entry: Entry) -> Anew:
        terms, contents = terms_of(entry), entry.contents
        if not terms.sharers:
            raise LedgerError(Code.NOBODY_SHARES, entry=entry)
        terms = replace(terms, rotation=recorded_terms(stored).rotation)
        return Anew(replace(contents, shares=terms.shares(contents.amount), terms=terms))

    return change(book, number, source, anew, kind=EntryKind.EXPENSE, by_all=by_all)
