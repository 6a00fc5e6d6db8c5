"""Lines that are rows of a table where the server shows tables, and lines of text elsewhere."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

from bot.language.catalogues import Language
from bot.views.pages import text
from bot.views.reply import Keyboard, Reply, Table


class Row(Markup):
    """A line that says the same as its cells: who or what on the left, amounts on the right."""

    cells: tuple[Markup, ...]


def row(line: Markup, *cells: str) -> Row:
    """Return a line with the cells that stand in its place in a table."""
    made = Row(line)
    made.cells = tuple(escape(cell) for cell in cells)
    return made


def tabled(say: Language, lines: Iterable[Markup | None], buttons: Keyboard = ()) -> Reply:
    """Return the lines that are not None, where rows that follow one another are a table."""
    told = [line for line in lines if line is not None]
    return Reply(text(*told), buttons, rich=_rich(told), right_to_left=say.right_to_left)


def _rich(lines: list[Markup]) -> tuple[Markup | Table, ...]:
    """Return paragraphs and tables; nothing where there are no rows to align."""
    if not any(isinstance(line, Row) for line in lines):
        return ()
    parts: list[Markup | Table] = []
    rows: list[tuple[Markup, ...]] = []
    for line in lines:
        if isinstance(line, Row):
            if rows and len(rows[-1]) != len(line.cells):  # Other columns: a table of their own.
                parts.append(Table(tuple(rows)))
                rows = []
            rows.append(line.cells)
            continue
        if rows:
            parts.append(Table(tuple(rows)))
            rows = []
        parts.append(line)
    return (*parts, Table(tuple(rows))) if rows else tuple(parts)
