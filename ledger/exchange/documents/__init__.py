"""Our own documents: a foreign book written as JSON, CSV or a spreadsheet, as bytes."""

from __future__ import annotations

from ledger.core.money import Currency
from ledger.exchange.documents import csv_document, json_document
from ledger.exchange.foreign_book import ForeignBook


def write(kind: str, book: ForeignBook, title: str, home: Currency) -> bytes:
    """Return a book as a document of a kind: csv, xlsx or json."""
    if kind == "csv":
        return csv_document.write(book)
    if kind == "xlsx":
        # Here and not above: nobody else needs it, and it takes its time to load.
        from ledger.exchange.documents import xlsx_document

        return xlsx_document.write(book)
    assert kind == "json", kind
    return json_document.write(book, title, home)
