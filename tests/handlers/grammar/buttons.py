"""What the buttons below a question about a line say, and what each of them books."""

from __future__ import annotations

import pytest

from bot.views.refusals.ways import way_labels
from handlers.grammar.circle import Circle
from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import from_text
from ledger.core.errors import Code, LedgerError
from ledger.core.ways import Way
from tests.bot.views.speaking import ENGLISH
from tests.handlers.grammar.friends import booked
from tests.handlers.grammar.reading import INR, TODAY


def asked(people: Circle, message: str) -> tuple[Code, tuple[Way, ...]]:
    """Return why a message is asked about, and each way in which it may be meant."""
    with pytest.raises(LedgerError) as refused:
        read_split(from_text(message), INR, TODAY, people)
    ways = refused.value.details.get("ways", ())
    assert isinstance(ways, tuple)
    return refused.value.code, ways


def offered(people: Circle, message: str) -> dict[str, str]:
    """Return what each button of a question about a message says, and what it books."""
    _, ways = asked(people, message)
    return {
        label: booked(people, message, way.choice)
        for label, way in zip(way_labels(ENGLISH, ways), ways, strict=True)
    }
