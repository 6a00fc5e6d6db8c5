"""Tables: the rows of a CSV file in any encoding, or of a spreadsheet; bounded in every way."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from ledger.exchange.foreign_book import MOST_PEOPLE, MOST_ROWS, NotReadable, Unreadable

Row = tuple[str, ...]

_MOST_COLUMNS: Final = 2 * MOST_PEOPLE + 40
_MOST_CELL: Final = 100_000
_MOST_UNPACKED: Final = 150_000_000
_MOST_LINES: Final = MOST_ROWS + 2_000
_SNIFFED: Final = 200_000
_PICTURES: Final = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"%PDF", b"BM", b"\x00\x00\x00")
_ZIP: Final = b"PK\x03\x04"
_OWN: Final = re.compile(r"\W*id\W?([,;\t|])\W?number\W?\1", re.IGNORECASE)
"""How our own files begin: what people wrote in them may be full of any sign."""
_OLD_EXCEL: Final = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet's rows with the numbers that they have in it, from 1; empty ones are left out.

    `comma` tells that a comma is the decimal sign, None where nothing decides it.
    """

    rows: tuple[tuple[int, Row], ...]
    comma: bool | None = None

    def below(self, header: int) -> Iterator[tuple[int, Row]]:
        """Yield the rows behind one of them, by its place."""
        return iter(self.rows[header + 1 :])


def is_spreadsheet(content: bytes) -> bool:
    """Tell whether a file is an XLSX; raise NotReadable for what is no table at all."""
    if content.startswith(_OLD_EXCEL):
        raise NotReadable(Unreadable.OLD_EXCEL)
    if content.startswith(_PICTURES[:-1]):
        raise NotReadable(Unreadable.PICTURE)
    return content.startswith(_ZIP)


def text_of(content: bytes) -> str:
    """Return a text in whatever encoding it is. Raises NotReadable."""
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if content.startswith(mark):
            return _decoded(content, encoding)
    # Without a mark every other byte of UTF-16's Latin letters is 0.
    sample = content[:_SNIFFED]
    if sample.count(0) > len(sample) // 4:
        little = sample[1::2].count(0) > sample[0::2].count(0)
        return _decoded(content, "utf-16-le" if little else "utf-16-be")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        if 0 in sample or (
            len(content) - error.start < 4 and error.reason == "unexpected end of data"
        ):
            raise NotReadable(Unreadable.BROKEN) from None
    import charset_normalizer  # Two megabytes that few books ever need.

    likely = charset_normalizer.from_bytes(
        sample,
        cp_isolation=[
            "cp1252",
            "cp1250",
            "cp1251",
            "cp1253",
            "cp1254",
            "cp1255",
            "cp1256",
            "shift_jis",
            "euc_kr",
            "gb18030",
            "big5",
        ],
    ).best()
    return _decoded(content, likely.encoding if likely else "cp1252")


def _decoded(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise NotReadable(Unreadable.BROKEN) from None


def from_text(text: str) -> Table:
    """Return the rows of a CSV text. Raises NotReadable."""
    delimiter = _delimiter(text)
    csv.field_size_limit(_MOST_CELL)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    found: list[tuple[int, Row]] = []
    try:
        for number, row in enumerate(rows, 1):
            _check(number, len(row))
            if any(cell.strip() for cell in row):
                found.append((number, tuple(row)))
    except csv.Error:
        raise NotReadable(Unreadable.BROKEN, len(found) + 1) from None
    # Who separates by semicolons does so because a comma is the decimal sign there.
    return Table(tuple(found), comma=True if delimiter == ";" else None)


def _delimiter(text: str) -> str:
    """Return what separates the cells: whatever stands most in the fullest of the first lines."""
    own = _OWN.match(text)
    if own:
        return own[1]
    lines = text[:_SNIFFED].splitlines()[:40]
    counts = {sign: [line.count(sign) for line in lines] for sign in ",;\t|"}
    return max(counts, key=lambda sign: (sorted(counts[sign])[-3:], sign == ","))


def from_spreadsheet(content: bytes) -> list[Table]:
    """Return each sheet of an XLSX file, with the values that were computed last.

    Raises NotReadable, also for what unpacks to far more than it is.
    """
    # Here and not above: only a spreadsheet needs it, and it takes its time to load.
    from openpyxl import load_workbook

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            sizes = [entry.file_size for entry in packed.infolist()]
        if sum(sizes) > _MOST_UNPACKED or len(sizes) > 2_000:
            raise NotReadable(Unreadable.TOO_LARGE)
        workbook = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        return [_sheet(sheet.iter_rows(values_only=True)) for sheet in workbook.worksheets[:10]]
    except NotReadable:
        raise
    except Exception as error:  # whatever a broken file makes of its parser
        raise NotReadable(Unreadable.BROKEN) from error


def _sheet(rows: Iterator[tuple[object, ...]]) -> Table:
    found: list[tuple[int, Row]] = []
    for number, row in enumerate(rows, 1):
        while row and row[-1] is None:
            row = row[:-1]
        _check(number, len(row))
        if row:
            found.append((number, tuple(map(_cell, row))))
    return Table(tuple(found), comma=False)


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if not value.time() else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return repr(round(value, 6))
    return str(value)[:_MOST_CELL]


def _check(number: int, columns: int) -> None:
    if number > _MOST_LINES:
        raise NotReadable(Unreadable.TOO_MANY_ROWS, number)
    if columns > _MOST_COLUMNS:
        raise NotReadable(Unreadable.TOO_MANY_PEOPLE, number)
