"""Numbers that nobody read are asked about, as they may be money, or how many people it was."""

from __future__ import annotations

import pytest

from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import from_text
from handlers.grammar.literals.amounts import write_money
from ledger.core.errors import Code, LedgerError
from ledger.core.ways import Way
from tests.handlers.grammar.friends import booked
from tests.handlers.grammar.groups import circle
from tests.handlers.grammar.reading import INR, TODAY

FLAT = circle("en_IN", "Asha Bob Chen Dee")


@pytest.mark.parametrize(
    ("text", "left", "amounts"),
    [
        ("20 coffee 3.50 muffin", "3.50", "20 23.50"),
        ("50 cent concert 80", "80", "50 80 130"),
        ("100 cab 9.30", "9.30", "100 109.30"),
        ("50 lamp shop 400", "400", "50 400 450"),
        ("1200 dinner 300 wine 200", "300 wine 200", "1200 1700"),
        ("dinner 1200 +2", "+2", "1200 1200 1202"),
        ("1200 dinner with bob +3", "bob +3", "1200 1200"),
        ("dinner 1200 me +2", "me +2", "1200 1200"),
        ("1200 dinner bob chen +2", "chen +2", "1200 1200"),
    ],
)
def test_there_is_a_button_for_each_meaning(text: str, left: str, amounts: str) -> None:
    with pytest.raises(LedgerError) as refused:
        read_split(from_text(f"/split {text}"), INR, TODAY, FLAT)
    assert refused.value.code is Code.WORDS_LEFT
    assert refused.value.details["written"] == left
    ways = refused.value.details["ways"]
    assert isinstance(ways, tuple)
    lines = [way.line for way in ways if isinstance(way, Way)]
    assert " ".join(write_money(line.amount, INR) for line in lines) == amounts


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("900 dinner + €10 tip", "€10"),
        ("900 dinner + 10 euro tip", "10 EUR"),
        ("1200 dinner 2 x 300 wine", "2 x 300"),
    ],
)
def test_what_is_no_more_than_a_doubt_is_asked(text: str, left: str) -> None:
    with pytest.raises(LedgerError) as refused:
        read_split(from_text(f"/split {text}"), INR, TODAY, FLAT)
    assert refused.value.code is Code.WORDS_LEFT
    assert refused.value.details["written"] == left


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("900 flight +1", "900 flight +1: all"),
        ("60 new year 2025 party", "60 new year 2025 party: all"),
        ("50 room 204", "50 room 204: all"),
        ("300 iphone 15 pro 256", "300 iphone 15 pro 256: all"),
        ("20 chips 1.5 kg", "20 chips 1.5 kg: all"),
        ("20 chips 500g and coke 2.5l", "20 chips 500g and coke 2.5l: all"),
        ("20 gate 7", "20 gate 7: all"),
        ("20 lamp \\400", "20 lamp 400: all"),
        ("dinner 900 (inc 120.50 wine)", "900 dinner (inc 120.50 wine): all"),
        ("100 lamp since i owed 300.50", "100 lamp since i owed 300.50: all"),
        ("2 bottles wine 11 each", "22 2 bottles wine: all"),
    ],
)
def test_what_may_well_be_what_it_was_for_is_booked(text: str, meant: str) -> None:
    assert booked(FLAT, f"/split {text}") == meant
