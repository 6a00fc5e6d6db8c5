"""Amending: only what a partial line says changes of an entry; the shares follow its terms."""

from __future__ import annotations

from dataclasses import replace

from ledger.book.entry_lookup import stored_entry
from ledger.book.open_book import Book
from ledger.core.aliases import merged_contents
from ledger.core.amendment import Amendment
from ledger.core.answers.entry_changes import Written
from ledger.core.bounds import check_names, check_table
from ledger.core.categories import category_key
from ledger.core.entries import Contents, Entry, EntryKind, Source
from ledger.core.errors import Code, LedgerError
from ledger.core.merged_terms import after_merge
from ledger.core.money import Money
from ledger.core.split_terms import SplitTerms, in_currency
from ledger.journal.changing import Anew, change, recorded_terms
from ledger.journal.doubting import still_doubtful
from ledger.journal.resolution import (
    check_amount,
    everyone_then,
    look_up_left_out,
    look_up_named,
    look_up_payers,
    payment_shares,
)


def amend(book: Book, number: int, amendment: Amendment, source: Source) -> Written:
    """Change of an entry only what an amendment says; the shares follow from the kept terms.

    Raises LedgerError: NO_SUCH_ENTRY(number); MAY_NOT_CHANGE(entry, author, payers);
    ALREADY_DELETED(entry); BAD_PART(amount, reason="currency") where somebody's part is in
    the currency before, or has no such number in the new one; NOT_AN_EXPENSE(entry) for what a
    payment has not; and what recording raises.
    """

    def anew(stored: Entry, _: Entry) -> Anew:
        contents = _amended(book, stored, amendment)
        return Anew(contents, still_doubtful(book, stored, amendment, contents))

    kind = EntryKind.EXPENSE if amendment.is_of_expense else None
    return change(book, number, source, anew, kind=kind)


def preview(book: Book, number: int, amendment: Amendment) -> Contents:
    """Return what an entry would say with an amendment, with nothing written.

    Raises what `amend` raises, but for who may change it.
    """
    stored = stored_entry(book, number)
    contents = _amended(book, stored, amendment)
    assert not book.newcomers
    return merged_contents(contents, book.people.merged)


def _amended(book: Book, stored: Entry, amendment: Amendment) -> Contents:
    before = stored.contents
    amount, terms = amended_terms(book, stored, amendment)
    check_amount(amount)
    shares = before.shares
    if amount != before.amount or terms != recorded_terms(stored):
        is_payment = before.kind is EntryKind.PAYMENT
        if not is_payment:
            check_table(terms.payers, terms.sharers)
        shares = payment_shares(terms, amount) if is_payment else terms.shares(amount)
    return replace(
        amended_words(before, amendment),
        amount_minor=amount.minor,
        currency=amount.currency,
        shares=shares,
        terms=terms,
    )


def amended_words(before: Contents, amendment: Amendment) -> Contents:
    """Return contents with all that an amendment says but for who shares what amount."""
    return replace(
        before,
        description=before.description if amendment.description is None else amendment.description,
        category=category_key(amendment.category) or before.category,
        note=amendment.note or before.note,
        on=amendment.on or before.on,
    )


def amended_terms(book: Book, stored: Entry, amendment: Amendment) -> tuple[Money, SplitTerms]:
    """Return the amount and the terms of an entry with an amendment; see `amend`."""
    named = (*amendment.participants, *amendment.added)
    check_names(named, amendment.left_out, payers=amendment.payers)
    book.newcomers.clear()
    amount, terms = _in_currency(stored.contents.amount, recorded_terms(stored), amendment)
    return amount, _amended_terms(book, stored, terms, amendment)


def _in_currency(
    before: Money, terms: SplitTerms, amendment: Amendment
) -> tuple[Money, SplitTerms]:
    """Return the amended amount, and the terms in its currency.

    A currency alone takes all numbers with it. With another amount it is unclear what the
    numbers of some would be, unless who shares and who paid is said anew.
    """
    if amendment.currency is not None and amendment.amount is None:
        return (
            in_currency(before, amendment.currency),
            terms.in_currency(before.currency, amendment.currency),
        )
    amount = amendment.amount or before
    if amount.currency == before.currency:
        return amount, terms
    if (amount.minor, amendment.concerns_sharers) == (before.minor, False):
        return amount, terms.in_currency(before.currency, amount.currency)
    parts = () if amendment.concerns_sharers else terms.part_numbers
    paid = () if amendment.payers else terms.paid_numbers
    if numbers := (*parts, *paid):
        old = Money(numbers[0], before.currency)
        raise LedgerError(Code.BAD_PART, amount=old, reason="currency")
    return amount, terms


def _amended_terms(
    book: Book, stored: Entry, terms: SplitTerms, amendment: Amendment
) -> SplitTerms:
    if amendment.refund is not None:
        terms = replace(terms, refund=amendment.refund)
    if not (amendment.concerns_sharers or amendment.payers):
        return terms
    terms = after_merge(terms, book.people.merged, stored.contents.shares)
    if amendment.payers:
        terms = terms.paid_by(look_up_payers(book, amendment.payers))
    named = look_up_named(book, amendment.participants)
    added = look_up_named(book, amendment.added)
    left_out = look_up_left_out(book, amendment.left_out, (*named, *added))
    if named or amendment.everyone:
        everyone = everyone_then(book, book.context_of(stored)) if amendment.everyone else ()
        return terms.shared_by((*named, *added), left_out, everyone=everyone)
    return terms.without(left_out).joined_by(added)
