"""What each line of a message is: the heading of a bill, an item, the total, or a clause."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Final, TypeVar

from handlers.grammar.lexer import Line, Word, is_letters
from handlers.grammar.natural.bills.items import Item, ItemReader
from handlers.grammar.natural.bills.plain_items import plain_item
from handlers.grammar.natural.bills.rows import Row
from handlers.grammar.natural.bills.shares import with_percentages
from ledger.core.errors import Code, LedgerError
from ledger.core.money import Money

_FEW: Final = 12
_FEWEST: Final = 2
"""How many lines with an amount make a bill of items."""
_Found = TypeVar("_Found")


@dataclass(slots=True)
class Sorted:
    """The lines of a bill.

    `totals` are said behind so many items. `begun` is whether the first line has an amount.
    """

    heading: list[Word] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    totals: list[tuple[int, Item]] = field(default_factory=list)
    begun: bool = False


class LineSorter:
    """Reads the lines of one message."""

    def __init__(self, line: Line, rows: list[Row], reader: ItemReader) -> None:
        self._line = line
        self._reader = reader
        self._rows = rows

    def read(self, choice: int | None) -> Sorted | None:
        """Return what the lines are; None where they are no bill.

        Raises what the lines raise, with `examples` of the whole message and `readings` of what
        all comes to; AMOUNT_MISSING(found, item) for an item without an amount, or where all lines
        only count things: `2 beers bob`.
        """
        try:
            return self._sorted(choice)
        except LedgerError as error:
            if error.details.get("choices"):
                error.details["readings"] = self._readings(error) or error.details["readings"]
            raise

    def _readings(self, error: LedgerError) -> tuple[Money, ...]:
        """Return what all comes to for each reading of a line that can be read in several."""
        readings = error.details.get("readings", ())
        assert isinstance(readings, tuple)
        sums: list[Money] = []
        for choice in range(len(readings)):
            found = self._sorted(choice)
            if found is None:
                return ()
            items = with_percentages(found.items)
            sums.append(Money(sum(item.money.minor for item in items), items[0].money.currency))
        return tuple(sums)

    def _sorted(self, choice: int | None) -> Sorted | None:
        if _only_count(self._rows, self._reader):
            raise LedgerError(Code.AMOUNT_MISSING, found="", examples=())
        found = Sorted()
        for place, row in enumerate(self._rows):
            if not row.words:
                found.notes.append(row.note)
                continue
            items = self._whole(place, partial(self._items, row, choice))
            if items is None:
                return None
            if not items:
                if found.items and self._is_item(row):
                    _refuse_without_amount(row, found)
                found.heading += row.words
                found.notes += [row.note] if row.note else []
            found.begun |= bool(items) and not place
            for item in items:
                if item.is_total:
                    found.totals.append((len(found.items), item))
                else:
                    found.items.append(item)
        return found if len(found.items) >= _FEWEST else None

    def _items(self, row: Row, choice: int | None) -> list[Item] | None:
        """Return the items of a row; None where it only says people's parts: `bob x2`."""
        plain = plain_item(row, self._reader.home, self._reader.circle)
        if plain is not None:
            return [plain]
        try:
            items = self._reader.read(row)
        except LedgerError as error:
            if choice is None or not error.details.get("choices"):
                raise
            items = self._reader.read(row, choice)
        people = None if items else self._reader.phrases(row.words).people(0)
        parts = people is not None and any(one.part or one.rest for one in people.people)
        return None if parts else items

    def _whole(self, place: int, read: Callable[[], _Found]) -> _Found:
        """Read a row; the examples of a refusal become those of the whole message."""
        try:
            return read()
        except LedgerError as error:
            examples = error.details.get("examples", ())
            assert isinstance(examples, tuple)
            rows = [row.typed for row in self._rows]
            note = f" // {self._rows[place].note}" if self._rows[place].note else ""
            error.details["examples"] = tuple(
                self._line.example("\n".join([*rows[:place], f"{one}{note}", *rows[place + 1 :]]))
                for one in examples
            )
            raise

    def _is_item(self, row: Row) -> bool:
        """Tell whether a row says what something was, and nothing of the whole bill."""
        clauses = self._reader.clauses(row.words)
        of_all = clauses.payers or clauses.on or clauses.category or clauses.everyone
        return bool(clauses.description) and not of_all


def _only_count(rows: list[Row], reader: ItemReader) -> bool:
    """Tell whether all lines count things, and no amount is among them: `2 beers bob`."""
    weighing = [row for row in rows if reader.weighs(row)]
    return bool(weighing) and all(row in weighing or _counts(row) for row in rows)


def _counts(row: Row) -> bool:
    """Tell whether a line begins with a small number and what it counts: `3 wines chen`."""
    first, behind = row.words[:1], row.words[1:2]
    few = bool(first) and first[0].plain.isdigit() and int(first[0].plain) <= _FEW
    digits = any(word.plain[:1].isdigit() for word in row.words[1:])
    return few and not digits and bool(behind) and is_letters(behind[0].low)


def _refuse_without_amount(row: Row, found: Sorted) -> None:
    """Raise AMOUNT_MISSING(found, item) for a row where others are somebody's items."""
    if any(item.named and not item.bare for item in found.items):
        raise LedgerError(Code.AMOUNT_MISSING, found=row.typed, item=row.typed, examples=())
