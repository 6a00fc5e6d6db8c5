"""Recognition: whose file it is, by what is in it and never by its name."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, Final, TypeVar

from ledger.core.money import Currency
from ledger.exchange.foreign_book import MOST_BYTES, ForeignBook, NotReadable, Unreadable
from ledger.exchange.formats import (
    cospend,
    ihatemoney,
    own_csv,
    own_json,
    settle_up,
    spliit_csv,
    spliit_json,
    splitpro,
    splitwise,
    tricount,
)
from ledger.exchange.formats.reader import RowTrouble
from ledger.exchange.formats.tables import (
    Table,
    from_spreadsheet,
    from_text,
    is_spreadsheet,
    text_of,
)

# Those with headers of their own come first; Splitwise's is known by its form alone.
_OF_TABLES: Final[tuple[Callable[[Table, Currency], ForeignBook | None], ...]] = (
    own_csv.read,
    spliit_csv.read,
    settle_up.read,
    cospend.read,
    ihatemoney.read_table,
    tricount.read,
    splitwise.read,
)
T = TypeVar("T")

_OF_JSON: Final[tuple[Callable[[Any, Currency], ForeignBook | None], ...]] = (
    own_json.read,
    spliit_json.read,
    splitpro.read,
    ihatemoney.read_json,
)


def read(content: bytes, home: Currency) -> ForeignBook:
    """Return what a file says; amounts without a currency are in `home`. Raises NotReadable."""
    if len(content) > MOST_BYTES:
        raise NotReadable(Unreadable.TOO_LARGE)
    if is_spreadsheet(content):
        return _of_tables(from_spreadsheet(content), home)
    text = text_of(content)
    if not text.strip():
        raise NotReadable(Unreadable.EMPTY)
    if text.lstrip()[:1] in "{[":
        return _of_json(text, home)
    return _of_tables([from_text(text)], home)


def _of_tables(tables: list[Table], home: Currency) -> ForeignBook:
    for table in tables:
        for reader in _OF_TABLES:
            book = _read_by(reader, table, home)
            if book is not None:
                return book
    raise NotReadable(Unreadable.UNKNOWN if any(t.rows for t in tables) else Unreadable.EMPTY)


def _read_by(
    reader: Callable[[T, Currency], ForeignBook | None], found: T, home: Currency
) -> ForeignBook | None:
    """Ask one reader; what it can't read outside of any row breaks the file."""
    try:
        return reader(found, home)
    except RowTrouble:
        raise NotReadable(Unreadable.BROKEN) from None


def _of_json(text: str, home: Currency) -> ForeignBook:
    try:
        found = json.loads(text, parse_float=str)
    except (ValueError, RecursionError):
        raise NotReadable(Unreadable.BROKEN) from None
    for reader in _OF_JSON:
        book = _read_by(reader, found, home)
        if book is not None:
            return book
    raise NotReadable(Unreadable.UNKNOWN)
