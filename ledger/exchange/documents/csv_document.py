"""A book as CSV: everything that `formats.own_csv` needs to bring it back."""

from __future__ import annotations

import csv
import io
import json

from ledger.exchange.documents.columns import amount, people_amounts, people_columns
from ledger.exchange.documents.json_document import type_of
from ledger.exchange.foreign_book import ForeignBook, ForeignEntry
from ledger.exchange.formats.defusing import defused
from ledger.exchange.formats.own_csv import AWAY, BALANCE, COLUMNS, PERSON, SPLIT, YES
from ledger.exchange.giving_way import giving_way


def write(book: ForeignBook) -> bytes:
    """Return a book as CSV, in UTF-8 with the mark by which spreadsheets know it."""
    written = io.StringIO(newline="")
    rows = csv.writer(written)
    rows.writerow([*COLUMNS, *people_columns(book), SPLIT])
    rows.writerows(_entry(book, entry) for entry in giving_way(book.entries))
    for place, person in enumerate(book.people, 1):
        username = f"@{person.username}" if person.username else ""
        away = "" if person.active else AWAY
        rows.writerow(
            ["", place, PERSON, "", defused(person.name), "", defused(username), "", "", away]
        )
    for currency, nets in sorted(book.totals.items()):
        cells: list[object] = [""] * (2 * len(book.people))
        for who, net in nets.items():
            cells[2 * who + (net < 0)] = f"{amount(abs(net), currency):f}"
        rows.writerow(["", "", BALANCE, "", "", "", "", currency, "", "", *cells])
    return written.getvalue().encode("utf-8-sig", "replace")


def _entry(book: ForeignBook, entry: ForeignEntry) -> list[object]:
    amounts = people_amounts(book, entry)
    split = json.dumps(entry.terms, separators=(",", ":")) if entry.terms else ""
    return [
        *(entry.key, entry.row, type_of(entry), entry.on.isoformat()),
        *(defused(text or "") for text in (entry.description, entry.category, entry.note)),
        *(entry.currency, f"{amount(entry.amount_minor, entry.currency):f}"),
        YES if entry.deleted else "",
        *("" if cell is None else f"{cell:f}" for cell in amounts),
        split,
    ]
