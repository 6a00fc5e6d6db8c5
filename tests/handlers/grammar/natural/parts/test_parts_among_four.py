"""Parts behind their people: sums, fractions, percentages and who shares the rest."""

from __future__ import annotations

import pytest

from tests.handlers.grammar.friends import among_four


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("bob 20 chen 20 dee 10 tickets", "50 tickets: Bob 20 Chen 20 Dee 10"),
        ("80 pharmacy chen 30 remaining dee", "80 pharmacy: Chen 30 Dee 50"),
        (
            "rent 24000, bob 10k rest split between me and chen",
            "24000 rent: Asha 7000 Bob 10000 Chen 7000",
        ),
        ("5000 villa 2000 me 1500 bob 1500 dee", "5000 villa: Asha 2000 Bob 1500 Dee 1500"),
        (
            "20000 rent chen 8k rest of us equal",
            "20000 rent: Asha 4000 Bob 4000 Chen 8000 Dee 4000",
        ),
        (
            "20000 rent chen 8k the others equally",
            "20000 rent: Asha 4000 Bob 4000 Chen 8000 Dee 4000",
        ),
    ],
)
def test_each_sum_is_whoevers_name_is_beside_it(text: str, meant: str) -> None:
    assert among_four(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("30% bob 70% me of 200 for the mower", "200 the mower: Asha 140 Bob 60"),
        ("200 mower 30/70 bob me", "200 mower: Asha 140 Bob 60"),
        ("200 mower 30-70 bob me", "200 mower: Asha 140 Bob 60"),
        ("200 mower 2/3 bob", "200 mower: Asha 66.67 Bob 133.33"),
        ("900 cab bob and dee 2/3, me 1/3", "900 cab: Asha 300 Bob 300 Dee 300"),
        ("900 cab bob and dee 1/3, me 1/3", "900 cab: Asha 300 Bob 300 Dee 300"),
        ("2000 hotel bob quarter dee quarter", "2000 hotel: Asha 1000 Bob 500 Dee 500"),
        (
            "2000 hotel bob quarter, dee quarter, rest me",
            "2000 hotel: Asha 1000 Bob 500 Dee 500",
        ),
        ("300 quarter pounder with bob", "300 quarter pounder: Asha 150 Bob 150"),
        ("5000 villa 40% me 30% bob 30% dee", "5000 villa: Asha 2000 Bob 1500 Dee 1500"),
        ("boat 200 a quarter each", "200 boat: all"),
    ],
)
def test_fractions_and_percentages_stay_with_their_people(text: str, meant: str) -> None:
    assert among_four(text) == meant
