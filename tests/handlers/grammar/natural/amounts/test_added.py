"""A second amount that may come on top of the first: asked about, unless it is a tip."""

from __future__ import annotations

import pytest

from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import from_text
from ledger.core.errors import Code, LedgerError
from ledger.core.money import Money
from tests.handlers.grammar.friends import booked
from tests.handlers.grammar.groups import circle
from tests.handlers.grammar.reading import INR, TODAY

FLAT = circle("en_IN", "Asha Bob Chen Dee")


@pytest.mark.parametrize(
    "text",
    [
        "dinner 900, + 150 chens drinks",
        "dinner 900, +150 drinks",
        "900 dinner +150 drinks",
        "900 dinner, +150 for drinks",
        "900 dinner plus 150 drinks",
        "900 dinner, drinks 150",
        "900 dinner and drinks 150",
        "900 dinner plus drinks 150",
        "900 dinner + cab 150 with bob",
    ],
)
def test_whether_it_is_added_is_asked(text: str) -> None:
    with pytest.raises(LedgerError) as asked:
        read_split(from_text(f"/split {text}"), INR, TODAY, FLAT)
    assert asked.value.code is Code.AMOUNT_AMBIGUOUS
    readings = asked.value.details["readings"]
    assert isinstance(readings, tuple)
    assert {*readings} == {Money(minor, INR) for minor in (90000, 15000, 105000)}


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("900 dinner +50 tip", "950 dinner: all"),
        ("900 dinner plus 150 for drinks", "1050 dinner plus drinks: all"),
        ("900 dinner bob +150", "900 dinner: Asha 375 Bob 525"),
        ("900 flight +1", "900 flight +1: all"),
        ("900 pizza plus 2 beers", "900 pizza plus 2 beers: all"),
        ("900 train and seat 12", "900 train and seat 12: all"),
        ("900 flight to gate 150", "900 flight to gate 150: all"),
    ],
)
def test_tips_parts_and_counts_are_read_as_ever(text: str, meant: str) -> None:
    assert booked(FLAT, f"/split {text}") == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("$60 uber + $12 tip", "72 USD uber: all"),
        ("uber $60 plus tip $12", "72 USD uber: all"),
        ("$60 uber and $12 tip", "72 USD uber: all"),
        ("$60 uber plus $12 for parking", "72 USD uber plus parking: all"),
        ("£40 curry plus £5 service with bob", "45 GBP curry: Asha 22.50 Bob 22.50"),
        ("900 dinner + ₹100 tip", "1000 dinner: all"),
        ("$60 uber minus $12 coupon", "48 USD uber: all"),
        ("dinner 1000 after 10% off", "1000 dinner after 10% off: all"),
        ("swiggy 630 incl 40 delivery", "630 swiggy incl 40 delivery: all"),
        ("60 food 20 service station", "60 food 20 service station: all"),
        ("1000 flight 2 days off", "1000 flight 2 days off: all"),
    ],
)
def test_tips_in_money_are_added_and_what_is_after_them_is_all(text: str, meant: str) -> None:
    assert booked(FLAT, f"/split {text}") == meant


@pytest.mark.parametrize(
    ("text", "minor"),
    [
        ("60 uber 12 tip", (7200, 6000)),
        ("60 uber 12 off", (4800, 6000)),
        ("$60 uber $12 tip", (7200, 6000)),
        ("$60 uber - $12 off", (4800, 6000)),
        ("swiggy 630 40 delivery", (67000, 63000)),
        ("dinner 2000 less 200", (180000, 200000)),
        ("2000 dinner minus 200", (180000, 200000)),
        ("dinner 2000 minus 200 with bob", (180000, 200000)),
    ],
)
def test_a_tip_without_a_plus_is_asked_about(text: str, minor: tuple[int, int]) -> None:
    with pytest.raises(LedgerError) as asked:
        read_split(from_text(f"/split {text}"), INR, TODAY, FLAT)
    readings = asked.value.details["readings"]
    assert isinstance(readings, tuple)
    assert tuple(money.minor for money in readings) == minor
    assert asked.value.details["working"] == (True, True)
