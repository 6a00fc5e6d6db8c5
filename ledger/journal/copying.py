"""Copying: what an entry says is recorded again, today."""

from __future__ import annotations

from dataclasses import replace

from ledger.book.entry_lookup import find, stored_entry
from ledger.book.open_book import Book
from ledger.core.amendment import Amendment
from ledger.core.answers.entry_changes import Written
from ledger.core.bounds import check_table
from ledger.core.doubts import NO_DOUBTS
from ledger.core.entries import EntryKind, Source
from ledger.core.errors import Code, LedgerError
from ledger.journal.amending import amended_terms, amended_words
from ledger.journal.posting import write_new
from ledger.journal.recording import repeated_write
from ledger.journal.resolution import check_amount, payment_shares
from ledger.journal.written import just_written


def copy(book: Book, number: int, source: Source, amendment: Amendment | None = None) -> Written:
    """Record an entry again with the same people, parts and words, once for each source.

    Its day is today, and its author whoever asks; whoever paid, paid again. Leftover units
    take turns, as with every entry. A deleted entry may be copied, too. What an amendment
    says is otherwise.

    Raises LedgerError: NOT_A_PERSON; NO_SUCH_ENTRY(number); what `amending.amend` raises
    for an amendment.
    """
    again = repeated_write(book, source)
    if again is not None:
        return again
    book.require_actor()
    book.newcomers.clear()
    before = find(book, number)
    contents = replace(before.contents, on=book.today)
    amount, terms = contents.amount, contents.split
    is_payment = contents.kind is EntryKind.PAYMENT
    if amendment is not None:
        if amendment.is_of_expense and is_payment:
            raise LedgerError(Code.NOT_AN_EXPENSE, entry=before)
        amount, terms = amended_terms(book, stored_entry(book, number), amendment)
        check_amount(amount)
        contents = amended_words(contents, amendment)
    terms = replace(terms, rotation=book.group.entries + 1)
    if not is_payment:
        check_table(terms.payers, terms.sharers)
    shares = payment_shares(terms, amount) if is_payment else terms.shares(amount)
    contents = replace(
        contents,
        amount_minor=amount.minor,
        currency=amount.currency,
        shares=shares,
        terms=terms,
    )
    doubts = NO_DOUBTS if amendment is None else amendment.doubts
    entry, nets = write_new(book, contents, source, None, book.context(), doubts=doubts)
    return just_written(book, entry, nets)
