"""Headers: a table's columns by their names, in any case and order."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from ledger.exchange.formats.tables import Row, Table

_SEARCHED: Final = 40


@dataclass(frozen=True, slots=True)
class Header:
    """A row of names, and the rows below it."""

    names: tuple[str, ...]
    written: Row
    below: tuple[tuple[int, Row], ...]

    @classmethod
    def among(cls, table: Table, *wanted: str) -> Header | None:
        """Return the first row of the table that has all the wanted names."""
        for place, (_, row) in enumerate(table.rows[:_SEARCHED]):
            names = tuple(_plain(cell) for cell in row)
            if {*wanted} <= {*names}:
                return cls(names, row, table.rows[place + 1 :])
        return None

    def has(self, name: str) -> bool:
        """Tell whether there is a column of that name."""
        return name in self.names

    def cell(self, row: Row, name: str) -> str:
        """Return a row's cell in a column, empty where there is none."""
        if name not in self.names:
            return ""
        place = self.names.index(name)
        return row[place].strip() if place < len(row) else ""

    def others(self, known: Collection[str]) -> Iterator[tuple[int, str]]:
        """Yield the columns of other names: their places, and the names as written."""
        for place, name in enumerate(self.names):
            if name and name not in known:
                yield place, self.written[place].strip()


def _plain(cell: str) -> str:
    return " ".join(cell.replace("\ufeff", "").split()).casefold()
