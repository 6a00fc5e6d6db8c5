"""One entry of our own documents, as both JSON and CSV have it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from ledger.core import split_terms, terms_codec
from ledger.core.bounds import check_table
from ledger.core.entries import EntryKind
from ledger.core.errors import LedgerError
from ledger.core.money import MAX_MINOR, Currency, Money, is_currency
from ledger.core.shares import Share
from ledger.exchange.foreign_book import Amounts, ForeignEntry, Trouble
from ledger.exchange.formats.reader import RowTrouble, kept_text, minor_of

REFUND: Final = "refund"
_LONGEST: Final = 4_096
_MOST_DIGITS: Final = 20


@dataclass(frozen=True, slots=True)
class Fields:
    """An entry's fields, not yet checked. `type` is expense, payment or refund."""

    id: Any
    type: Any
    date: Any
    description: Any
    category: Any
    note: Any
    currency: Any
    amount: Any
    paid: Iterable[tuple[Any, Any]]
    owed: Iterable[tuple[Any, Any]]
    split: Any = None
    deleted: bool = False


def entry_of(row: int, fields: Fields, people: int) -> ForeignEntry:
    """Return an entry that adds up, of so many `people`. Raises RowTrouble."""
    code = str(fields.currency)
    if not is_currency(code):
        raise RowTrouble(Trouble.CURRENCY, code[:20])
    currency = Currency(code)
    amount = _minor(fields.amount, currency)
    if amount <= 0:
        raise RowTrouble(Trouble.AMOUNT)
    paid, owed = (_amounts(fields.paid, currency, people), _amounts(fields.owed, currency, people))
    if {sum(minor for _, minor in paid), sum(minor for _, minor in owed)} != {amount}:
        raise RowTrouble(Trouble.SUMS)
    is_payment = fields.type == EntryKind.PAYMENT
    if is_payment and not (len(paid) == len(owed) == 1 and paid[0][0] != owed[0][0]):
        raise RowTrouble(Trouble.SHARES)
    if fields.type not in {EntryKind.EXPENSE, EntryKind.PAYMENT, REFUND}:
        raise RowTrouble(Trouble.SHARES, str(fields.type)[:20])
    try:
        check_table(paid, owed)
        on = date.fromisoformat(str(fields.date))
    except LedgerError:
        raise RowTrouble(Trouble.PEOPLE) from None
    except ValueError:
        raise RowTrouble(Trouble.DATE, str(fields.date)[:20]) from None
    refund = fields.type == REFUND
    split = None if is_payment else fields.split
    return ForeignEntry(
        row=row,
        key=_text(fields.id)[:64],
        kind=EntryKind.PAYMENT if is_payment else EntryKind.EXPENSE,
        on=on,
        description=_text(fields.description),
        currency=currency,
        amount_minor=amount,
        paid=paid,
        owed=owed,
        category=_text(fields.category) or None,
        note=_text(fields.note) or None,
        refund=refund,
        deleted=fields.deleted,
        terms=_terms(split, Money(amount, currency), paid, owed, refund, people),
    )


def _text(value: Any) -> str:
    return kept_text("" if value is None else str(value))[:_LONGEST]


def decimal_written(written: Any) -> Decimal:
    """Return a number as our documents write it. Raises RowTrouble."""
    try:
        found = Decimal(str(written))
    except InvalidOperation:
        raise RowTrouble(Trouble.AMOUNT, str(written)[:30]) from None
    if not found.is_finite() or found.adjusted() > _MOST_DIGITS:
        raise RowTrouble(Trouble.AMOUNT, str(written)[:30])
    return found


def _minor(written: Any, currency: Currency) -> int:
    return minor_of(decimal_written(written), currency)


def _amounts(pairs: Iterable[tuple[Any, Any]], currency: Currency, people: int) -> Amounts:
    found: dict[int, int] = {}
    for who, written in pairs:
        if not isinstance(who, int) or not 0 <= who < people or who in found:
            raise RowTrouble(Trouble.PEOPLE)
        minor = _minor(written, currency)
        if not 0 <= minor <= MAX_MINOR:
            raise RowTrouble(Trouble.AMOUNT)
        if minor:
            found[who] = minor
    return tuple(sorted(found.items()))


def _terms(
    split: Any, amount: Money, paid: Amounts, owed: Amounts, refund: bool, people: int
) -> Mapping[str, Any] | None:
    """Return terms that come to these very shares; None where they don't, or are none."""
    if not isinstance(split, Mapping):
        return None
    try:
        terms = terms_codec.from_json(split)
        shares = terms.shares(amount)
    except (LedgerError, AssertionError, ValueError, TypeError, KeyError, ArithmeticError):
        return None
    turned = split_terms.turned_round(shares) if terms.refund else shares
    inside = {*terms.sharers, *terms.people, *terms.left_out, *dict(terms.weights)}
    fits = terms.refund == refund and all(isinstance(n, int) and 0 <= n < people for n in inside)
    same = (_nonzero(turned, "paid_minor"), _nonzero(turned, "owed_minor")) == (paid, owed)
    return terms_codec.as_json(terms) if fits and same else None


def _nonzero(shares: Iterable[Share], column: str) -> Amounts:
    return tuple((s.member, n) for s in shares if (n := getattr(s, column)))
