"""Cospend's CSV: sections one below the other, each with a header: members, bills, categories.

Bills are shared by the members' weights. Older files have the bills only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from decimal import Decimal
from typing import Final
from urllib.parse import unquote_plus

from ledger.core.money import Currency, is_currency
from ledger.exchange.foreign_book import ForeignBook, Format, NotReadable, Trouble, Unreadable
from ledger.exchange.formats.gathering import Gathering
from ledger.exchange.formats.headers import Header
from ledger.exchange.formats.reader import (
    RowTrouble,
    category_word,
    date_of,
    decimal_of,
    minor_of,
)
from ledger.exchange.formats.tables import Row, Table

_BILLS: Final = ("what", "amount", "date", "timestamp", "payer_name", "owers")
_MEMBERS: Final = ("name", "weight", "active")
_CATEGORIES: Final = ("categoryname", "categoryid")
_CURRENCIES: Final = ("currencyname", "exchange_rate")
_FIRST_CELLS: Final = frozenset({"what", "name", "categoryname", "currencyname", "paymentmodename"})
_NO_BILL: Final = "deletemeifyouwant"
_REIMBURSEMENT: Final = "-11"
"""The category that Cospend gives to a payment between two."""


def read(table: Table, home: Currency) -> ForeignBook | None:
    """Return what the file says; None where it is not Cospend's. Raises NotReadable."""
    bills = Header.among(Table(table.rows), *_BILLS) or _late(table)
    if bills is None:
        return None
    gathering = Gathering(Format.COSPEND, home)
    weights = _weights(table, bills, gathering)
    categories = {
        header.cell(row, "categoryid"): header.cell(row, "categoryname")
        for header in _sections(table, _CATEGORIES)
        for _, row in _within(header)
    }
    main = next(
        (
            name
            for header in _sections(table, _CURRENCIES)
            for _, row in _within(header)
            if is_currency((name := header.cell(row, "currencyname")).upper())
        ),
        "",
    )
    currency = gathering.currency(main)
    for number, row in _within(bills):
        try:
            _take(gathering, number, row, bills, weights, categories, currency)
        except RowTrouble as error:
            gathering.trouble(number, error)
    return gathering.book()


def _late(table: Table) -> Header | None:
    """Return the header of the bills where many members stand above it."""
    return next(iter(_sections(table, _BILLS)), None)


def _sections(table: Table, wanted: tuple[str, ...]) -> Iterator[Header]:
    for place, (_, row) in enumerate(table.rows):
        if row and row[0].strip().casefold() == wanted[0]:
            header = Header.among(Table(table.rows[place:]), *wanted)
            if header is not None:
                yield header
                return


def _within(header: Header) -> Iterator[tuple[int, Row]]:
    """Yield the rows up to the next section's header."""
    for number, row in header.below:
        if row[0].strip() in _FIRST_CELLS:
            return
        yield number, row


def _weights(table: Table, bills: Header, gathering: Gathering) -> dict[str, Decimal]:
    found: dict[str, Decimal] = {}
    for header in _sections(table, _MEMBERS):
        for number, row in _within(header):
            name = header.cell(row, "name")
            try:
                gathering.person(name)
                found[name] = decimal_of(header.cell(row, "weight") or "1")
            except RowTrouble:
                raise NotReadable(Unreadable.BROKEN, number) from None
    for _, row in _within(bills):
        # A bill whose weight can't be read is refused when its turn comes.
        with suppress(RowTrouble):
            weight = decimal_of(bills.cell(row, "payer_weight") or "1")
            found.setdefault(bills.cell(row, "payer_name"), weight)
    return found


def _take(
    gathering: Gathering,
    number: int,
    row: Row,
    header: Header,
    weights: Mapping[str, Decimal],
    categories: Mapping[str, str],
    currency: Currency,
) -> None:
    def cell(name: str) -> str:
        return header.cell(row, name)

    if cell("deleted") == "1" or cell("what").casefold() == _NO_BILL:
        gathering.drop(number)
        return
    if not cell("payer_name"):
        raise RowTrouble(Trouble.PAYER)
    decimal_of(cell("payer_weight") or "1")
    amount = minor_of(decimal_of(cell("amount")), currency, rounded=True)
    gathering.add_weighted(
        number,
        payer=cell("payer_name"),
        names=[name.strip() for name in cell("owers").split(",") if name.strip()],
        weights=weights,
        amount_minor=amount,
        is_payment=cell("categoryid") == _REIMBURSEMENT,
        on=date_of(cell("date")),
        description=cell("what"),
        currency=currency,
        category=category_word(categories.get(cell("categoryid"), "")),
        note=unquote_plus(cell("comment")),
    )
