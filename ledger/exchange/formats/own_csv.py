"""Our own CSV: a row an entry with two columns a person, then rows of people and of balances."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Final

from ledger.core.money import Currency, is_currency
from ledger.exchange.foreign_book import (
    MOST_ROWS,
    ForeignBook,
    ForeignEntry,
    ForeignPerson,
    Format,
    NotReadable,
    Problem,
    Trouble,
    Unreadable,
)
from ledger.exchange.formats.defusing import armed
from ledger.exchange.formats.own import Fields, entry_of
from ledger.exchange.formats.reader import (
    RowTrouble,
    date_of,
    decimal_of,
    kept_text,
    minor_of,
)
from ledger.exchange.formats.tables import Row, Table

COLUMNS: Final = (
    *("Id", "Number", "Type", "Date", "Description", "Category", "Note"),
    *("Currency", "Amount", "Deleted"),
)
SPLIT: Final = "Split"
"""The last column: how it was split, as JSON."""
PERSON: Final = "person"
BALANCE: Final = "balance"
YES: Final = "yes"
AWAY: Final = "away"
PAID, OWED = "paid", "owed"

_WANTED: Final = tuple(name.casefold() for name in COLUMNS)


@dataclass(frozen=True, slots=True)
class _Line:
    """A row by its columns."""

    number: int
    row: Row
    people: int
    comma: bool | None

    def cell(self, name: str) -> str:
        place = COLUMNS.index(name)
        return self.row[place] if place < len(self.row) else ""

    def amounts(self, column: str) -> list[tuple[int, str]]:
        """Return what stands in everybody's column for paid or owed, where something does."""
        first = len(COLUMNS) + (column == OWED)
        found = []
        for who in range(self.people):
            place = first + 2 * who
            if place < len(self.row) and self.row[place].strip():
                found.append((who, str(decimal_of(self.row[place], comma=self.comma))))
        return found

    @property
    def split(self) -> object:
        place = len(COLUMNS) + 2 * self.people
        try:
            return json.loads(self.row[place]) if place < len(self.row) else None
        except (ValueError, RecursionError):
            return None


def read(table: Table, home: Currency) -> ForeignBook | None:
    """Return what the file says; None where it is not ours. Raises NotReadable."""
    if not table.rows:
        return None
    header = tuple(cell.strip().casefold() for cell in table.rows[0][1])
    if header[: len(_WANTED)] != _WANTED or SPLIT.casefold() not in header:
        return None
    people = (header.index(SPLIT.casefold()) - len(COLUMNS)) // 2
    lines = [_Line(number, row, people, table.comma) for number, row in table.below(0)]
    if len(lines) > MOST_ROWS:
        raise NotReadable(Unreadable.TOO_MANY_ROWS)
    persons = [_person(line) for line in lines if line.cell("Type") == PERSON]
    if len(persons) != people or not people:
        raise NotReadable(Unreadable.BROKEN)
    entries: list[ForeignEntry] = []
    problems: list[Problem] = []
    totals: dict[Currency, dict[int, int]] = {}
    for line in lines:
        try:
            if line.cell("Type") == BALANCE:
                totals |= _balance(line)
            elif line.cell("Type") != PERSON:
                entries.append(_entry(line))
        except RowTrouble as error:
            problems.append(Problem(line.number, error.trouble, error.text))
    return ForeignBook(Format.OWN, tuple(persons), tuple(entries), tuple(problems), totals)


def _person(line: _Line) -> ForeignPerson:
    username = armed(line.cell("Note")).removeprefix("@")
    return ForeignPerson(
        kept_text(armed(line.cell("Description")))[:128] or "?",
        kept_text(username)[:64] or None,
        line.cell("Deleted") != AWAY,
    )


def _balance(line: _Line) -> dict[Currency, dict[int, int]]:
    code = line.cell("Currency").strip()
    if not is_currency(code):
        raise RowTrouble(Trouble.CURRENCY, code[:20])
    currency = Currency(code)
    nets: dict[int, int] = {}
    for column, sign in ((PAID, 1), (OWED, -1)):
        for who, written in line.amounts(column):
            nets[who] = sign * minor_of(decimal_of(written), currency)
    return {currency: {who: net for who, net in sorted(nets.items()) if net}}


def _entry(line: _Line) -> ForeignEntry:
    number = line.cell("Number").strip()
    fields = Fields(
        id=line.cell("Id"),
        type=line.cell("Type"),
        date=date_of(line.cell("Date")).isoformat(),
        description=armed(line.cell("Description")),
        category=armed(line.cell("Category")),
        note=armed(line.cell("Note")),
        currency=line.cell("Currency").strip(),
        amount=decimal_of(line.cell("Amount"), comma=line.comma),
        paid=line.amounts(PAID),
        owed=line.amounts(OWED),
        split=line.split,
        deleted=line.cell("Deleted") == YES,
    )
    place = int(number) if number.isascii() and number.isdigit() else line.number
    return entry_of(min(place, MOST_ROWS), fields, line.people)
