"""How many of the things that a line counts each had."""

from __future__ import annotations

import pytest

from tests.handlers.grammar.friends import booked
from tests.handlers.grammar.groups import circle

FLAT = circle("en_IN", "Asha Bob Chen Dee")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("6 beers 300 each bob 2 chen 4", "1800 6 beers: Bob 600 Chen 1200"),
        ("6 beers 300 each, bob had 2, chen 4", "1800 6 beers: Bob 600 Chen 1200"),
        ("6x beer 300 each bob 2 chen 4", "1800 6x beer: Bob 600 Chen 1200"),
        ("6 beers @ 300, bob 2 chen 4", "1800 6 beers: Bob 600 Chen 1200"),
        ("6 beers 300 each, bob 2, chen 3, me 1", "1800 6 beers: Asha 300 Bob 600 Chen 900"),
        ("1800 6 beers bob 2 chen 4", "1800 6 beers: Bob 600 Chen 1200"),
        ("600 2 pizzas bob 1 me 1", "600 2 pizzas: Asha 300 Bob 300"),
    ],
)
def test_all_of_them_are_theirs_who_had_them(text: str, meant: str) -> None:
    assert booked(FLAT, f"/split {text}") == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("6 beers at 300 each, bob 2", "1800 6 beers: Asha 1200 Bob 600"),
        ("1800 6 beers bob 2", "1800 6 beers: Asha 1200 Bob 600"),
        # Two dollars are a beer as well.
        ("$12 6 beers bob 2", "12 USD 6 beers: Asha 10 Bob 2"),
    ],
)
def test_of_fewer_than_all_each_has_what_they_cost(text: str, meant: str) -> None:
    assert booked(FLAT, f"/split {text}") == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("3 tickets 500 each bob 200", "1500 3 tickets: Asha 1300 Bob 200"),
        ("60 beers bob 20", "60 beers: Asha 40 Bob 20"),
        ("1200 dinner bob 2 chen 4", "1200 dinner: Asha 1194 Bob 2 Chen 4"),
        ("900 3 nights bob 2 nights chen 1 night -me", "900 3 nights: Bob 600 Chen 300"),
    ],
)
def test_other_numbers_are_parts_as_ever(text: str, meant: str) -> None:
    assert booked(FLAT, f"/split {text}") == meant
