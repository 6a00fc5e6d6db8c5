"""What the tables of a book have in their rows, as text and numbers, for CSV and spreadsheets."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ledger.core.money import Currency, exponent
from ledger.exchange.foreign_book import ForeignBook, ForeignEntry
from ledger.exchange.formats.defusing import defused
from ledger.exchange.formats.own_csv import OWED, PAID


def amount(minor: int, currency: Currency) -> Decimal:
    """Return an amount with all its decimals."""
    return Decimal(minor).scaleb(-exponent(currency))


def people_columns(book: ForeignBook) -> Iterator[str]:
    """Yield the names of everybody's two columns."""
    for person in book.people:
        yield defused(f"{person.name} {PAID}")
        yield defused(f"{person.name} {OWED}")


def people_amounts(book: ForeignBook, entry: ForeignEntry) -> list[Decimal | None]:
    """Return what everybody paid and owes, as `people_columns` are."""
    cells: list[Decimal | None] = [None] * (2 * len(book.people))
    for told, first in ((entry.paid, 0), (entry.owed, 1)):
        for who, minor in told:
            cells[2 * who + first] = amount(minor, entry.currency)
    return cells
