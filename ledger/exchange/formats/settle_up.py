"""Settle Up's CSV, and Splid's of the same columns: who paid, for whom, and each one's part.

Several people in a cell are separated by `;`, and so are what they paid and their parts.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from ledger.core.money import Currency
from ledger.exchange.foreign_book import ForeignBook, Format, Trouble
from ledger.exchange.formats.gathering import Gathering
from ledger.exchange.formats.headers import Header
from ledger.exchange.formats.reader import (
    RowTrouble,
    category_word,
    date_of,
    decimal_of,
    divided,
    minor_of,
)
from ledger.exchange.formats.tables import Row, Table

_KNOWN: Final = ("who paid", "amount", "currency", "for whom", "split amounts", "type")
_INCOME: Final = frozenset({"income"})
_TRANSFER: Final = frozenset({"transfer", "payment"})


def read(table: Table, home: Currency) -> ForeignBook | None:
    """Return what the file says; None where it is neither's. Raises NotReadable."""
    header = Header.among(table, *_KNOWN)
    if header is None:
        return None
    app = Format.SPLID if header.has("timezone") else Format.SETTLE_UP
    gathering = Gathering(app, home)
    for number, row in header.below:
        try:
            _take(gathering, number, row, header)
        except RowTrouble as error:
            gathering.trouble(number, error)
    return gathering.book()


def _several(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]


def _take(gathering: Gathering, number: int, row: Row, header: Header) -> None:
    def cell(name: str) -> str:
        return header.cell(row, name)

    currency = gathering.currency(cell("currency"))
    payers, amounts = _several(cell("who paid")), _several(cell("amount"))
    if not payers:
        raise RowTrouble(Trouble.PAYER)
    if len(amounts) != len(payers):
        raise RowTrouble(Trouble.SUMS)
    paid: dict[int, int] = {}
    for name, written in zip(payers, amounts, strict=True):
        who = gathering.person(name)
        paid[who] = paid.get(who, 0) + minor_of(decimal_of(written), currency, rounded=True)
    amount = sum(paid.values())
    names, parts = _several(cell("for whom")), _several(cell("split amounts"))
    if not names or (parts and len(parts) != len(names)):
        raise RowTrouble(Trouble.SHARES)
    weights: dict[int, Decimal] = {}
    for place, name in enumerate(names):
        part = decimal_of(parts[place]) if parts else Decimal(1)
        who = gathering.person(name)
        weights[who] = weights.get(who, Decimal(0)) + part
    # The parts are rounded each for itself in the file, so they may miss a unit each.
    minors = sum(minor_of(part, currency, rounded=True) for part in weights.values())
    if parts and abs(minors - amount) > len(parts):
        raise RowTrouble(Trouble.SUMS)
    owed = divided(amount, weights)
    kind = cell("type").casefold()
    gathering.add_of_kind(
        number,
        is_transfer=kind in _TRANSFER,
        is_income=kind in _INCOME,
        on=date_of(cell("date & time") or cell("date")),
        description=cell("purpose"),
        currency=currency,
        amount_minor=amount,
        paid=paid,
        owed=owed,
        category=category_word(cell("category")),
    )
