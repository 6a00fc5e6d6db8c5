"""What a line is read as, or how it may be meant: each way as its button says."""

from __future__ import annotations

from bot.views.refusals.ways import way_labels
from handlers.grammar.circle import Circle
from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import from_text
from ledger.core.errors import LedgerError
from ledger.core.expense_line import ExpenseLine
from tests.bot.views.speaking import ENGLISH
from tests.handlers.grammar.reading import INR, TODAY


def line_of(people: Circle, text: str) -> ExpenseLine:
    """Read a line that is not asked about."""
    return read_split(from_text(f"/split {text}"), INR, TODAY, people)


def ways_of(people: Circle, text: str) -> list[str]:
    """Return the buttons of the question about a line, each of which books what it says."""
    try:
        found = line_of(people, text)
    except LedgerError as error:
        ways = error.details.get("ways", ())
        assert isinstance(ways, tuple)
        for way in ways:
            read = read_split(from_text(f"/split {text}"), INR, TODAY, people, way.choice)
            assert read == way.line
        return way_labels(ENGLISH, ways)
    raise AssertionError(f"read {text!r} as {found}")
