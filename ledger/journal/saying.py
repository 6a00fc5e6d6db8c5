"""Saying an entry: the line that its terms are, as somebody could type it now."""

from __future__ import annotations

from dataclasses import replace

from ledger.book.open_book import Book
from ledger.core.amendment import Amendment
from ledger.core.entries import Contents, Entry
from ledger.core.expense_line import ExpenseLine, PaymentLine
from ledger.core.members import Member, MemberId, Name, Person, Whom
from ledger.core.split_terms import SplitTerms
from ledger.journal import amending
from ledger.journal.resolution import everyone_then


def expense_line(book: Book, entry: Entry) -> ExpenseLine:
    """Return the line that says what an expense says now, with no date: that stays anyway."""
    contents = entry.contents
    return _line(book, entry, contents.split, contents)


def amended_line(book: Book, entry: Entry, amendment: Amendment) -> ExpenseLine:
    """Return the line that says what an expense would say with an amendment.

    Its sums need not fit. Raises what `amending.amend` raises, but for sums.
    """
    amount, terms = amending.amended_terms(book, entry, amendment)
    contents = amending.amended_words(entry.contents, amendment)
    line = _line(book, entry, terms, contents)
    return replace(line, amount=amount, on=amendment.on)


def _line(book: Book, entry: Entry, terms: SplitTerms, contents: Contents) -> ExpenseLine:
    terms = terms.spoken(everyone_then(book, book.context_of(entry)))
    payers = tuple((_whom(book, id_), minor) for id_, minor in terms.payers)
    return ExpenseLine(
        amount=contents.amount,
        description=contents.description,
        participants=tuple((_whom(book, id_), part) for id_, part in terms.named),
        everyone=terms.everyone and bool(terms.named),
        left_out=tuple(_whom(book, id_) for id_ in terms.left_out),
        payers=() if terms.payers == ((_author(book, entry), None),) else payers,
        category=contents.category,
        note=contents.note,
        refund=terms.refund,
    )


def payment_line(book: Book, entry: Entry) -> PaymentLine:
    """Return who paid whom as a line names them."""
    terms = entry.contents.split
    (payer, _), payee = terms.payers[0], terms.sharers[0]
    return PaymentLine(
        None if payer == _author(book, entry) else _whom(book, payer), _whom(book, payee)
    )


def _author(book: Book, entry: Entry) -> MemberId | None:
    """Return who paid where a line names no payer: the author, else whoever corrects it."""
    if entry.author is not None:
        return entry.author
    return None if book.actor is None else book.actor.id


def _whom(book: Book, id_: MemberId) -> Whom:
    member = book.member(id_)
    return Name(member.username or member.first_name, _person(member))


def _person(member: Member) -> Person | None:
    if member.user_id is None:
        return None
    return Person(member.user_id, member.first_name, member.last_name, member.username)
