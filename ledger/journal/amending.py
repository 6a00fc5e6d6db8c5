"""Amending: what an entry's words, amount and terms become with an amendment."""

from __future__ import annotations

from dataclasses import replace

from ledger.book.open_book import Book
from ledger.core.amendment import Amendment
from ledger.core.bounds import check_names
from ledger.core.categories import category_key
from ledger.core.entries import Contents, Entry
from ledger.core.errors import Code, LedgerError
from ledger.core.money import Money
from ledger.core.split_terms import SplitTerms, in_currency
from ledger.journal.resolution import (
    everyone_then,
    look_up_left_out,
    look_up_named,
    look_up_payers,
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
    """Return the amount and the terms of an entry with an amendment; see `corrections.amend`."""
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
    if not (amendment.concerns_sharers or amendment.payers):
        return terms
    terms = terms.after_merge(book.people.merged, stored.contents.shares)
    if amendment.payers:
        terms = terms.paid_by(look_up_payers(book, amendment.payers))
    named = look_up_named(book, amendment.participants)
    added = look_up_named(book, amendment.added)
    left_out = look_up_left_out(book, amendment.left_out, (*named, *added))
    if named or amendment.everyone:
        everyone = everyone_then(book, book.context_of(stored)) if amendment.everyone else ()
        return terms.shared_by((*named, *added), left_out, everyone=everyone)
    return terms.without(left_out).joined_by(added)


def recorded_terms(stored: Entry) -> SplitTerms:
    """Return an entry's terms as recorded; those only inferred rotate by the entry's number."""
    terms = stored.contents.split
    return replace(terms, rotation=terms.rotation or stored.number)
