"""The lines of a message that may be a bill: without bullets, numbers of a list, and notes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from handlers.grammar.lexer import Line, Word

_FEWEST: Final = 2
_APART: Final = frozenset({"-", ":", "="})
"""By themselves these only keep a row's name and amount apart: `bob - 200`."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a message: its words, and the note behind them."""

    words: tuple[Word, ...]
    note: str = ""

    @property
    def typed(self) -> str:
        """The line as typed."""
        said = " ".join(f"\\{word.text}" if word.escaped else word.text for word in self.words)
        return f"{said} // {self.note}" if self.note else said

    @property
    def has_digits(self) -> bool:
        """Whether a number may be in it."""
        return any(char.isdigit() for word in self.words for char in word.plain)

    @property
    def told(self) -> str:
        """The words and the note, as a bill's own note tells of an item."""
        said = " ".join(word.text for word in self.words)
        return f"{said} ({self.note})" if self.note else said


def rows_of(line: Line) -> list[Row]:
    """Return a message's lines; one that begins with `//` is the last, and all behind it note."""
    rows: list[Row] = []
    start = 0
    for stop in (
        at for at, word in enumerate(line.words, 1) if word.breaks or at == len(line.words)
    ):
        words = line.words[start:stop]
        if words[0].plain == "//":
            note = " ".join(word.text for word in line.words[start + 1 :])
            if note:
                rows.append(Row((), note))
            break
        start = stop
        if (row := _row(words)).words or row.note:
            rows.append(row)
    return _unnumbered(rows)


def _row(words: tuple[Word, ...]) -> Row:
    slashes = next((at for at, word in enumerate(words) if word.plain == "//"), len(words))
    note = " ".join(word.text for word in words[slashes + 1 :])
    said = tuple(
        replace(word, breaks=False)
        for word in words[:slashes]
        if word.plain not in _APART or word.escaped
    )
    if said and not said[0].escaped and not any(char.isalnum() for char in said[0].plain):
        said = said[1:] if said[0].whom is None and len(said[0].plain) == 1 else said
    return Row(said, note)


def _unnumbered(rows: list[Row]) -> list[Row]:
    """Return the rows without the numbers of a list: `1. milk 40`, `2. eggs 60 bob`."""
    for first in (0, 1):
        items = rows[first:]
        if len(items) >= _FEWEST and all(
            len(row.words) > 1 and row.words[0].plain in (f"{number}.", f"{number})")
            for number, row in enumerate(items, 1)
        ):
            return [*rows[:first], *(Row(row.words[1:], row.note) for row in items)]
    return rows
