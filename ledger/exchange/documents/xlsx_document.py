"""A book as a spreadsheet to look at: real dates and numbers, and a sheet of balances."""

from __future__ import annotations

import io
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from ledger.core.money import Currency, exponent
from ledger.exchange.documents.columns import amount, people_amounts, people_columns
from ledger.exchange.documents.json_document import type_of
from ledger.exchange.foreign_book import ForeignBook, ForeignEntry
from ledger.exchange.formats.defusing import defused
from ledger.exchange.giving_way import giving_way

_cell: Any = WriteOnlyCell  # its stubs know neither dates nor decimals
_COLUMNS: Final = (
    *("Number", "Date", "Type", "Description", "Category", "Note"),
    *("Currency", "Amount", "Deleted"),
)
_WIDTHS: Final = (9, 12, 10, 32, 16, 32, 10, 14, 9)
_PERSON_WIDTH: Final = 14
_DATE: Final = "yyyy-mm-dd"
_LONGEST: Final = 32_000
"""Characters of a cell (Excel specifications and limits: 32,767)."""


def write(book: ForeignBook) -> bytes:
    """Return a book as XLSX: its entries, and everybody's balances."""
    workbook = Workbook(write_only=True)
    entries = workbook.create_sheet("Entries")
    widths = (*_WIDTHS, *(_PERSON_WIDTH for _ in range(2 * len(book.people))))
    _begin(entries, (*_COLUMNS, *people_columns(book)), widths)
    for entry in giving_way(book.entries):
        entries.append(_entry(entries, book, entry))
    balances = workbook.create_sheet("Balances")
    _begin(balances, ("Person", "Currency", "Balance"), (28, 10, 16))
    for currency, nets in sorted(book.totals.items()):
        for who, net in sorted(nets.items()):
            name = _text(book.people[who].name)
            balances.append([name, currency, _money(balances, amount(net, currency), currency)])
    written = io.BytesIO()
    workbook.save(written)
    return written.getvalue()


def _begin(sheet: Any, names: Iterable[str], widths: Iterable[int]) -> None:
    """Freeze a bold header above a sheet's rows, with a filter a column."""
    names = tuple(names)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(names))}1"
    for place, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    cells = [_cell(sheet, _text(name)) for name in names]
    for cell in cells:
        cell.font = Font(bold=True)
    sheet.append(cells)


def _entry(sheet: Any, book: ForeignBook, entry: ForeignEntry) -> list[object]:
    day = _cell(sheet, entry.on)
    day.number_format = _DATE
    return [
        *(entry.row, day, type_of(entry)),
        *(_text(text or "") for text in (entry.description, entry.category, entry.note)),
        entry.currency,
        _money(sheet, amount(entry.amount_minor, entry.currency), entry.currency),
        "yes" if entry.deleted else None,
        *(
            None if cell is None else _money(sheet, cell, entry.currency)
            for cell in people_amounts(book, entry)
        ),
    ]


def _money(sheet: Any, told: Decimal, currency: Currency) -> Any:
    cell = _cell(sheet, told)
    decimals = exponent(currency)
    cell.number_format = "#,##0" + ("." + "0" * decimals if decimals else "")
    return cell


def _text(text: str) -> str:
    """Return a text fit for a cell: no formula, and nothing that XML can't hold."""
    plain = "".join(sign for sign in text if sign.isprintable() or sign in "\n\t")
    return defused(plain[:_LONGEST])
