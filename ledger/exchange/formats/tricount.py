"""Tricount's tables: a column a person for what they paid and one for their part.

Tricount's own CSV says `Paid by` and `Impacted to Ann` (or `Paid by Ann`), in the exporter's
language; what others download of a tricount says `Paid for Ann`, or only who is involved.
"""

from __future__ import annotations

from collections.abc import Iterable
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
    is_month_first,
    minor_of,
)
from ledger.exchange.formats.tables import Row, Table

_PAID: Final = (
    "paid by",
    "payé par",
    "bezahlt von",
    "pagado por",
    "pagato da",
    "betaald door",
    "pago por",
)
_FOR: Final = (
    "impacted to",
    "paid for",
    "impacté à",
    "impacte",
    "betrifft",
    "imputado a",
    "imputato a",
    "toegewezen aan",
    "impactado a",
    "für",
    "for",
)
_TITLE: Final = ("title", "titre", "titel", "título", "titolo", "description", "beschreibung")
_AMOUNT: Final = ("amount", "montant", "betrag", "importe", "importo", "bedrag", "valor", "total")
_CURRENCY: Final = ("currency", "devise", "währung", "moneda", "valuta", "moeda")
_DATE: Final = ("date & time", "date", "datum", "fecha", "data", "date et heure", "when")
_TYPE: Final = (
    "transaction type",
    "type",
    "type de transaction",
    "transaktionstyp",
    "tipo",
    "tipo de transacción",
    "tipo di transazione",
)
_CATEGORY: Final = ("category", "catégorie", "kategorie", "categoría", "categoria", "categorie")
_INVOLVED: Final = "involved"
_WHO_PAID: Final = "who paid"
_TRANSFER: Final = (
    "transfer",
    "reimbursement",
    "money transfer",
    "balance",
    "virement",
    "remboursement",
    "überweisung",
    "rückzahlung",
    "transferencia",
    "reembolso",
    "rimborso",
)
_INCOME: Final = ("income", "revenu", "einnahme", "ingreso", "entrata")


def read(table: Table, home: Currency) -> ForeignBook | None:
    """Return what the file says; None where it is not a tricount. Raises NotReadable."""
    downloaded = Header.among(table, _WHO_PAID, "total", "when", _INVOLVED)
    if downloaded is not None:
        return _book(table, home, downloaded, {}, {})
    for place in range(min(20, len(table.rows))):
        header = Header.among(Table(table.rows[place : place + 1]), *())
        if header is None:
            continue
        paid, parts = _columns(header, _PAID), _columns(header, _FOR)
        if parts and (paid or any(header.has(name) for name in _PAID)):
            whole = Header(header.names, header.written, table.rows[place + 1 :])
            return _book(table, home, whole, paid, parts)
    return None


def _columns(header: Header, prefixes: Iterable[str]) -> dict[int, str]:
    """Return the columns of one person each: their places and the names behind the prefix."""
    found: dict[int, str] = {}
    for place, name in enumerate(header.names):
        for prefix in prefixes:
            if name.startswith(f"{prefix} ") and place not in found:
                found[place] = " ".join(header.written[place].split())[len(prefix) + 1 :]
    return found


def _book(
    table: Table, home: Currency, header: Header, paid: dict[int, str], parts: dict[int, str]
) -> ForeignBook:
    gathering = Gathering(Format.TRICOUNT, home)
    for name in (*paid.values(), *parts.values()):
        gathering.person(name)
    month_first = is_month_first(_first(header, row, _DATE) for _, row in header.below)
    for number, row in header.below:
        try:
            _take(gathering, number, row, header, (paid, parts), table.comma, month_first)
        except RowTrouble as error:
            gathering.trouble(number, error)
    return gathering.book()


def _first(header: Header, row: Row, names: Iterable[str]) -> str:
    return next((cell for name in names if (cell := header.cell(row, name))), "")


def _amounts(
    gathering: Gathering, row: Row, columns: dict[int, str], currency: Currency, comma: bool | None
) -> dict[int, int]:
    found: dict[int, int] = {}
    for place, name in columns.items():
        if place < len(row) and row[place].strip():
            minor = minor_of(decimal_of(row[place], comma=comma), currency, rounded=True)
            if minor:
                found[gathering.person(name)] = minor
    return found


def _take(
    gathering: Gathering,
    number: int,
    row: Row,
    header: Header,
    columns: tuple[dict[int, str], dict[int, str]],
    comma: bool | None,
    month_first: bool,
) -> None:
    currency = gathering.currency(_first(header, row, _CURRENCY))
    paid, owed = (_amounts(gathering, row, of, currency, comma) for of in columns)
    written = _first(header, row, _AMOUNT)
    amount = (
        minor_of(decimal_of(written, comma=comma), currency, rounded=True)
        if written
        else sum(paid.values())
    )
    payer = _first(header, row, (*_PAID, _WHO_PAID))
    rebuilt = False
    if not paid:
        if not payer:
            raise RowTrouble(Trouble.PAYER)
        paid = {gathering.person(payer): amount}
    if not columns[1]:
        names = [name.strip() for name in header.cell(row, _INVOLVED).split(",") if name.strip()]
        owed = divided(amount, {gathering.person(name): 1 for name in names})
        rebuilt = len(names) > 1
    elif not owed:
        raise RowTrouble(Trouble.SHARES)
    sign = -1 if amount < 0 else 1
    paid = {who: sign * abs(minor) for who, minor in paid.items()}
    owed = {who: sign * abs(minor) for who, minor in owed.items()}
    if abs(sum(owed.values()) - amount) <= len(owed):
        owed = divided(amount, {who: abs(minor) for who, minor in owed.items()})
    kind = _first(header, row, _TYPE).casefold()
    category = _first(header, row, _CATEGORY)
    gathering.add_of_kind(
        number,
        is_transfer=kind in _TRANSFER or category.casefold() in _TRANSFER,
        is_income=kind in _INCOME,
        on=date_of(_first(header, row, _DATE), month_first=month_first),
        description=_first(header, row, _TITLE),
        currency=currency,
        amount_minor=amount,
        paid=paid,
        owed=owed,
        category=category_word(category),
        rebuilt=rebuilt,
    )
