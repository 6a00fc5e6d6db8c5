"""Resolution: a typed line becomes what an entry says, with members, terms and shares."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TypeVar

from ledger.book.lookup import resolve
from ledger.book.open_book import Book
from ledger.core.bounds import check_names, check_table
from ledger.core.categories import category_key
from ledger.core.entries import Contents, EntryKind
from ledger.core.errors import Code, LedgerError
from ledger.core.expense_line import ExpenseLine, Named, Paid
from ledger.core.members import ONE_SHARE, Member, MemberId, Whom
from ledger.core.money import MAX_MINOR, Money
from ledger.core.shares import Part, Share
from ledger.core.split_terms import SplitTerms, handed_over, said
from ledger.core.writing_context import WritingContext

T = TypeVar("T")


def read_parties(
    book: Book, payer: Whom | MemberId, payee: Whom | MemberId
) -> tuple[Member, Member]:
    """Look up the two of a payment.

    Raises LedgerError: UNKNOWN_NAME; NAME_AMBIGUOUS; SAME_PERSON(member).
    """
    giver, taker = resolve(book, payer, make=False), resolve(book, payee, make=False)
    if giver.id == taker.id:
        raise LedgerError(Code.SAME_PERSON, member=giver)
    return giver, taker


def payment_contents(
    payer: MemberId, payee: MemberId, amount: Money, on: date, note: str | None
) -> Contents:
    """Return what an entry says when somebody handed money to somebody.

    Raises LedgerError AMOUNT_NOT_POSITIVE(amount) and AMOUNT_TOO_LARGE(amount).
    """
    check_amount(amount)
    terms = handed_over(payer, payee)
    return Contents(
        kind=EntryKind.PAYMENT,
        amount_minor=amount.minor,
        currency=amount.currency,
        description="",
        category=None,
        on=on,
        note=note or None,
        shares=payment_shares(terms, amount),
        terms=terms,
    )


def payment_shares(terms: SplitTerms, amount: Money) -> tuple[Share, ...]:
    """Return the shares of a payment, which have no parts."""
    return tuple(replace(share, part=None) for share in terms.shares(amount))


def look_up(
    book: Book, line: ExpenseLine, default_payer: MemberId, written: WritingContext | None = None
) -> SplitTerms:
    """Look up everybody in a line; unknown names become placeholders.

    Where all share, it is everyone who was there when the line was `written`, by default now.

    Raises LedgerError: LINE_CROWDED(most); PERSON_TWICE(member); UNKNOWN_NAME(name) when
    leaving out somebody unknown; and what `lookup.resolve` raises.
    """
    check_names(line.participants, line.left_out, payers=line.payers)
    book.newcomers.clear()
    payers = look_up_payers(book, line.payers) or ((default_payer, None),)
    named = look_up_named(book, line.participants)
    left_out = look_up_left_out(book, line.left_out, named)
    everyone: tuple[MemberId, ...] = ()
    if line.everyone or not named:
        everyone = active_ids(book) if written is None else everyone_then(book, written)
    terms = said(named, left_out, payers, everyone=everyone)
    return replace(terms, refund=line.refund, weights=default_weights(book))


def default_weights(book: Book) -> tuple[tuple[MemberId, int], ...]:
    """Return for how much each counts who does not count once where no part is said."""
    return tuple((one.id, one.weight) for one in book.roster if one.weight != ONE_SHARE)


def look_up_named(book: Book, named: Named) -> tuple[tuple[MemberId, Part], ...]:
    """Look up those named; unknown names become placeholders."""
    return _once(book, ((resolve(book, whom, make=True), part) for whom, part in named))


def look_up_payers(book: Book, payers: Paid) -> tuple[tuple[MemberId, int | None], ...]:
    """Look up who paid; unknown names become placeholders."""
    return _once(book, ((resolve(book, whom, make=True), minor) for whom, minor in payers))


def look_up_left_out(
    book: Book, names: Iterable[Whom], named: tuple[tuple[MemberId, Part], ...]
) -> tuple[MemberId, ...]:
    """Look up those left out, who can't be new and not be named as well."""
    left_out = _once(book, ((resolve(book, whom, make=False), None) for whom in names))
    for member, _ in left_out:
        if member in dict(named):
            raise LedgerError(Code.PERSON_TWICE, member=book.member(member))
    return tuple(member for member, _ in left_out)


def active_ids(book: Book) -> tuple[MemberId, ...]:
    """Return whom `all` means now."""
    return tuple(member.id for member in book.roster.active)


def everyone_then(book: Book, written: WritingContext) -> tuple[MemberId, ...]:
    """Return whom `all` meant when a line was written, as who they are now."""
    return tuple(dict.fromkeys(book.member(member).id for member in written.everyone))


def compose(
    line: ExpenseLine, terms: SplitTerms, *, on: date, shares: tuple[Share, ...] | None = None
) -> Contents:
    """Return what an entry says; the shares are computed from the terms unless they are kept.

    `on` is the date where the line has none. Raises AMOUNT_NOT_POSITIVE(amount),
    AMOUNT_TOO_LARGE(amount), LINE_CROWDED(most, payers) and what `SplitTerms.shares` raises.
    """
    check_amount(line.amount)
    check_table(terms.payers, terms.sharers)
    return Contents(
        kind=EntryKind.EXPENSE,
        amount_minor=line.amount.minor,
        currency=line.amount.currency,
        description=line.description,
        category=category_key(line.category),
        on=line.on or on,
        note=line.note or None,
        shares=terms.shares(line.amount) if shares is None else shares,
        terms=terms,
    )


def check_amount(amount: Money) -> None:
    """Raise AMOUNT_NOT_POSITIVE or AMOUNT_TOO_LARGE where an amount can't be recorded."""
    if amount.minor <= 0:
        raise LedgerError(Code.AMOUNT_NOT_POSITIVE, amount=amount)
    if amount.minor > MAX_MINOR:
        raise LedgerError(Code.AMOUNT_TOO_LARGE, amount=amount)


def _once(book: Book, people: Iterable[tuple[Member, T]]) -> tuple[tuple[MemberId, T], ...]:
    found: dict[MemberId, T] = {}
    for member, value in people:
        if member.id in found:
            raise LedgerError(Code.PERSON_TWICE, member=book.member(member.id))
        found[member.id] = value
    return tuple(found.items())
