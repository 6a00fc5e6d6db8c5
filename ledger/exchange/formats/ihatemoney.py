"""IHateMoney's bills, as CSV and as JSON: shared by everybody's weight, as IHateMoney does.

A person's weight is told in the bills that they paid; whoever paid none has 1.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, Final

from ledger.core.money import Currency
from ledger.exchange.foreign_book import ForeignBook, Format, Trouble
from ledger.exchange.formats.gathering import Gathering
from ledger.exchange.formats.headers import Header
from ledger.exchange.formats.reader import (
    RowTrouble,
    date_of,
    decimal_of,
    minor_of,
)
from ledger.exchange.formats.tables import Table

_KNOWN: Final = ("what", "amount", "date", "payer_name", "payer_weight", "owers")
_OTHERS: Final = ("bill_type", "currency")
_NO_CURRENCY: Final = "XXX"

Bill = tuple[int, Mapping[str, Any]]
"""A bill with the row that it stands in."""


def read_table(table: Table, home: Currency) -> ForeignBook | None:
    """Return what a CSV says; None where it is not IHateMoney's. Raises NotReadable."""
    header = Header.among(table, *_KNOWN)
    if header is None or header.has("timestamp"):
        return None
    bills = [
        (number, {name: header.cell(row, name) for name in (*_KNOWN, *_OTHERS)})
        for number, row in header.below
    ]
    return _book(bills, home)


def read_json(found: Any, home: Currency) -> ForeignBook | None:
    """Return what a JSON says; None where it is not IHateMoney's. Raises NotReadable."""
    if not isinstance(found, list) or not found or not all(isinstance(b, dict) for b in found):
        return None
    if not {*_KNOWN} <= found[0].keys():
        return None
    return _book(list(enumerate(found, 1)), home)


def _book(bills: Iterable[Bill], home: Currency) -> ForeignBook:
    gathering = Gathering(Format.IHATEMONEY, home)
    bills = list(bills)
    weights: dict[str, Decimal] = {}
    for _, bill in bills:
        try:
            weights[_text(bill, "payer_name")] = decimal_of(_text(bill, "payer_weight"))
        except RowTrouble:
            continue
    for number, bill in bills:
        try:
            _take(gathering, number, bill, weights)
        except RowTrouble as error:
            gathering.trouble(number, error)
    return gathering.book()


def _text(bill: Mapping[str, Any], name: str) -> str:
    value = bill.get(name)
    return "" if value is None else str(value).strip()


def _take(
    gathering: Gathering, number: int, bill: Mapping[str, Any], weights: Mapping[str, Decimal]
) -> None:
    code = _text(bill, "currency")
    currency = gathering.currency("" if code == _NO_CURRENCY else code)
    amount = minor_of(decimal_of(_text(bill, "amount")), currency, rounded=True)
    if not _text(bill, "payer_name"):
        raise RowTrouble(Trouble.PAYER)
    decimal_of(_text(bill, "payer_weight") or "1")
    listed = bill.get("owers")
    owers = listed if isinstance(listed, list) else str(listed or "").split(",")
    gathering.add_weighted(
        number,
        payer=_text(bill, "payer_name"),
        names=[str(name).strip() for name in owers if str(name).strip()],
        weights=weights,
        amount_minor=amount,
        is_payment=_text(bill, "bill_type").casefold() == "reimbursement",
        on=date_of(_text(bill, "date")),
        description=_text(bill, "what"),
        currency=currency,
    )
