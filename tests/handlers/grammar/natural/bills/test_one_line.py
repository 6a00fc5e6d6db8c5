"""Items in one line, each with its own people: `pizza 800 (bob, chen), bread 200 (all)`."""

from __future__ import annotations

import pytest

from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import from_text
from ledger.core.errors import Code, LedgerError
from tests.handlers.grammar.friends import booked
from tests.handlers.grammar.groups import circle
from tests.handlers.grammar.reading import INR, TODAY

FOUR = circle("en_IN", "Asha Bob Chen Dee")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "pizza 800 (bob chen), garlic bread 200 (all)",
            "1000: Asha 50 Bob 450 Chen 450 Dee 50",
        ),
        (
            "3.5k scuba for me n bob, 2k snorkel for dee n chen",
            "5500: Asha 1750 Bob 1750 Chen 1000 Dee 1000",
        ),
        ("pizza 800 bob, bread 200 all, dee paid", "Dee paid 1000: Asha 50 Bob 850 Chen 50 Dee 50"),
        (
            "scuba 3500 me, bob, snorkel 2000 dee, chen",
            "5500: Asha 1750 Bob 1750 Chen 1000 Dee 1000",
        ),
        ("cab 340 w bob, and coffee 220 w chen", "560: Asha 280 Bob 170 Chen 110"),
        (
            "steak 900 bob, salad 400 me, shared wine 1000",
            "2300: Asha 650 Bob 1150 Chen 250 Dee 250",
        ),
        (
            "room 2 was 180 that's bob and dee, room 1 was 200 me n chen",
            "380: Asha 100 Bob 90 Chen 100 Dee 90",
        ),
        (
            "room 1 is 200 for me and chen, room 2 is 180 for bob and dee, bob paid",
            "Bob paid 380: Asha 100 Bob 90 Chen 100 Dee 90",
        ),
        ("200 for petrol bob, 300 for food chen", "500: Bob 200 Chen 300"),
        ("coffee 120 me & cake 200 bob", "320: Asha 120 Bob 200"),
        ("coffee 120 for me and cake 200 for bob and dee", "320: Asha 120 Bob 100 Dee 100"),
        ("EUR 40 museum bob, 25 lunch all", "65 EUR: Asha 6.25 Bob 46.25 Chen 6.25 Dee 6.25"),
        ("pizza 800 @bob; bread 200 @chen // rome", "1000: Bob 800 Chen 200"),
    ],
)
def test_each_item_is_its_own_peoples(text: str, meant: str) -> None:
    assert booked(FOUR, f"/split {text}") == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("800 dinner me 500, bob 300", "800 dinner: Asha 500 Bob 300"),
        ("dinner 800 bob 500, chen 300", "800 dinner: Bob 500 Chen 300"),
        (
            "500 dinner and wine for bob, chen",
            "500 dinner and wine: Asha 166.67 Bob 166.67 Chen 166.66",
        ),
    ],
)
def test_parts_of_one_amount_are_no_items(text: str, meant: str) -> None:
    assert booked(FOUR, f"/split {text}") == meant


@pytest.mark.parametrize("text", ["milk 40, eggs 60 bob", "2 beers 300 bob, wine 200 me"])
def test_an_item_of_nobody_or_of_unclear_people_is_asked_about(text: str) -> None:
    with pytest.raises(LedgerError) as found:
        read_split(from_text(f"/split {text}"), INR, TODAY, FOUR)
    assert found.value.code is Code.AMOUNT_AMBIGUOUS
