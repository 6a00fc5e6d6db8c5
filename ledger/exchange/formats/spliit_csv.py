"""Spliit's CSV: a column a person with their part, above zero for whoever paid.

Where whoever paid has no part the file does not say who it was; Spliit's JSON does.
"""

from __future__ import annotations

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

_KNOWN: Final = ("date", "description", "category", "currency", "cost", "split mode")
_FIXED: Final = frozenset(
    {*_KNOWN, "original cost", "original currency", "conversion rate", "is reimbursement"}
)
_PAID_BY: Final = "paid by"


def read(table: Table, home: Currency) -> ForeignBook | None:
    """Return what the file says; None where it is not Spliit's. Raises NotReadable."""
    header = Header.among(table, *_KNOWN, "is reimbursement")
    if header is None:
        return None
    gathering = Gathering(Format.SPLIIT, home)
    columns = {place: gathering.person(name) for place, name in header.others(_FIXED | {_PAID_BY})}
    for number, row in header.below:
        try:
            _take(gathering, number, row, header, columns)
        except RowTrouble as error:
            gathering.trouble(number, error)
    return gathering.book()


def _take(
    gathering: Gathering, number: int, row: Row, header: Header, columns: dict[int, int]
) -> None:
    def cell(name: str) -> str:
        return header.cell(row, name)

    try:
        currency = gathering.currency(cell("currency"))
    except RowTrouble:
        currency = gathering.currency("")
    amount = minor_of(decimal_of(cell("cost")), currency)
    parts = {
        who: minor
        for place, who in columns.items()
        if place < len(row)
        and row[place].strip()
        and (minor := minor_of(decimal_of(row[place]), currency, rounded=True))
    }
    named = cell(_PAID_BY)
    sign = -1 if amount < 0 else 1
    payers = [who for who, minor in parts.items() if sign * minor > 0]
    if named:
        payers = [gathering.person(named)]
    if len(payers) != 1:
        raise RowTrouble(Trouble.PAYER if not payers else Trouble.SHARES)
    owed = divided(amount, {who: abs(minor) for who, minor in parts.items()})
    if abs(sum(map(abs, parts.values())) - abs(amount)) > len(parts):
        raise RowTrouble(Trouble.SUMS)
    if cell("is reimbursement").casefold() in {"yes", "true"}:
        gathering.hand_over(
            number,
            payers[0],
            owed,
            on=date_of(cell("date")),
            description=cell("description"),
            currency=currency,
        )
        return
    gathering.add(
        number,
        on=date_of(cell("date")),
        description=cell("description"),
        currency=currency,
        amount_minor=amount,
        paid={payers[0]: amount},
        owed=owed,
        category=category_word(cell("category")),
    )
