"""English turns of phrase about parts, prices and who put in what."""

from __future__ import annotations

import pytest

from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import from_text
from handlers.grammar.literals.amounts import write_money
from ledger.core.errors import Code, LedgerError
from tests.handlers.grammar.friends import booked
from tests.handlers.grammar.groups import circle
from tests.handlers.grammar.reading import INR, TODAY

FLAT = circle("en_IN", "Asha Bob Chen Dee")


def read(text: str, choice: int | None = None) -> str:
    """Tell what a line of /split comes to in a flat of four, the first of whom writes."""
    return booked(FLAT, f"/split {text}", choice)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("14 kebap bob pays me back 9", "14 kebap: Asha 5 Bob 9"),
        ("14 kebap, bob will pay me back 9", "14 kebap: Asha 5 Bob 9"),
        ("66 groceries, dee only pays 6", "66 groceries: Asha 20 Bob 20 Chen 20 Dee 6"),
        ("66 groceries, dee just owes 6", "66 groceries: Asha 20 Bob 20 Chen 20 Dee 6"),
        ("66 groceries, dee pays 6 of it", "66 groceries: Asha 20 Bob 20 Chen 20 Dee 6"),
        ("66 groceries with bob, dee only pays 6", "66 groceries: Asha 30 Bob 30 Dee 6"),
        (
            "66 groceries, dee pays only 6, bob paid",
            "Bob paid 66 groceries: Asha 20 Bob 20 Chen 20 Dee 6",
        ),
        ("46 dinner, dee pays 6 more", "46 dinner: Asha 10 Bob 10 Chen 10 Dee 16"),
        ("46 dinner, dee pays 6 less", "46 dinner: Asha 13 Bob 13 Chen 13 Dee 7"),
        (
            "electricity 96 bob 2 shares the others 1 each",
            "96 electricity: Asha 19.20 Bob 38.40 Chen 19.20 Dee 19.20",
        ),
        ("bobs share 300 mine 200 chen 100 food", "600 food: Asha 200 Bob 300 Chen 100"),
        ("food bob's share 300 my part is 200", "500 food: Asha 200 Bob 300"),
        ("1,20,000 advance for all 4", "120000 advance: all"),
        ("1200 advance all four of us", "1200 advance: all"),
    ],
)
def test_parts_said_in_passing_are_theirs(text: str, meant: str) -> None:
    assert read(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "i put 20 and bob 15 for chens gift, everyone except chen",
            "Asha 20 Bob 15 paid 35 chens gift: Asha 11.67 Bob 11.67 Dee 11.66",
        ),
        ("i put in 20 and bob put 15 for gas", "Asha 20 Bob 15 paid 35 gas: all"),
        ("bob put in 50 and i paid the remaining 40", "Asha 40 Bob 50 paid 90: all"),
        (
            "i paid 20, bob paid 15 and chen paid 30 for wine",
            "Asha 20 Bob 15 Chen 30 paid 65 wine: all",
        ),
    ],
)
def test_what_each_put_in_is_paid(text: str, meant: str) -> None:
    assert read(text) == meant


@pytest.mark.parametrize(
    ("text", "readings", "first"),
    [
        ("3 kebabs a 7 with bob", ["21", "3", "7"], "21 3 kebabs: Asha 10.50 Bob 10.50"),
        ("2 nights 800 per night", ["1600", "2", "800"], "1600 2 nights: all"),
        (
            "hostel 800 per night for 2 nights",
            ["1600", "800", "2"],
            "1600 hostel for 2 nights: all",
        ),
        ("3 beers at 5", ["15", "3", "5"], "15 3 beers: all"),
    ],
)
def test_a_price_of_each_is_asked_about_with_what_all_cost(
    text: str, readings: list[str], first: str
) -> None:
    with pytest.raises(LedgerError) as refused:
        read_split(from_text(f"/split {text}"), INR, TODAY, FLAT)
    assert refused.value.code is Code.AMOUNT_AMBIGUOUS
    amounts = refused.value.details["readings"]
    assert isinstance(amounts, tuple)
    assert [write_money(one, INR) for one in amounts] == readings
    assert read(text, 0) == first


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2 tickets 80 total", "80 2 tickets total: all"),
        ("chen had 2 beers i had 1, 30 in total", "30 i had 1, in total: Asha 10 Chen 20"),
        ("room 12, 3 nights, total 900", "900 room 12, 3 nights, total: all"),
    ],
)
def test_what_is_said_to_be_the_total_is_the_amount(text: str, meant: str) -> None:
    assert read(text) == meant
