"""What all others have: the rest, the other half, one share each; and all of us."""

from __future__ import annotations

import pytest

from tests.handlers.grammar.friends import among_four


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "electricity 96 bob 2 shares the others 1 each",
            "96 electricity: Asha 19.20 Bob 38.40 Chen 19.20 Dee 19.20",
        ),
        (
            "wine 36 bob gets half rest of us split the other half",
            "36 wine: Asha 6 Bob 18 Chen 6 Dee 6",
        ),
        ("wine 36, bob gets half and the others share it", "36 wine: Asha 6 Bob 18 Chen 6 Dee 6"),
        ("wine 36 bob 12, others split the rest", "36 wine: Asha 8 Bob 12 Chen 8 Dee 8"),
        ("2400 decor half me rest others", "2400 decor: Asha 1200 Bob 400 Chen 400 Dee 400"),
        ("2400 decor me half, others rest", "2400 decor: Asha 1200 Bob 400 Chen 400 Dee 400"),
        ("2500 decor me 1000 rest others", "2500 decor: Asha 1000 Bob 500 Chen 500 Dee 500"),
    ],
)
def test_what_is_left_is_everybody_elses(text: str, meant: str) -> None:
    assert among_four(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("1,20,000 advance for all 4", "120000 advance: all"),
        ("1200 advance all four of us", "1200 advance: all"),
        ("1200 all 3 pizzas", "1200 all 3 pizzas: all"),
    ],
)
def test_all_of_us_are_everybody_and_all_things_nobody(text: str, meant: str) -> None:
    assert among_four(text) == meant
