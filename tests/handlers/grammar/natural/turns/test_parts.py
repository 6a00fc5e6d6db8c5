"""Whose part a number is said to be: `i had 20 worth`, `dee only pays 6`, `60 of it mine`."""

from __future__ import annotations

import pytest

from tests.handlers.grammar.friends import among_four


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "dinner 5200 i paid. bobs share is 1500 rest split equally",
            "5200 dinner: Asha 1233.34 Bob 1500 Chen 1233.33 Dee 1233.33",
        ),
        (
            "rent 24000 i pay 2k more than the others",
            "24000 rent: Asha 7500 Bob 5500 Chen 5500 Dee 5500",
        ),
        (
            "rent 24000 bob pays 2k more than the rest of us",
            "24000 rent: Asha 5500 Bob 7500 Chen 5500 Dee 5500",
        ),
        ("dinner 5200 i paid, bobs share is 1500", "5200 dinner: Asha 3700 Bob 1500"),
        (
            "dinner 5200 i paid my share is 2000 rest others",
            "5200 dinner: Asha 2000 Bob 1066.67 Chen 1066.67 Dee 1066.66",
        ),
    ],
)
def test_a_share_behind_who_paid_is_no_payment(text: str, meant: str) -> None:
    assert among_four(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "sushi 96, i had 20 worth, rest split between others",
            "96 sushi: Asha 20 Bob 25.34 Chen 25.33 Dee 25.33",
        ),
        ("sushi 96, bob ate 21 of it", "96 sushi: Asha 25 Bob 21 Chen 25 Dee 25"),
        (
            "rent 2000 me 800 bob 600 chen and dee 300 each",
            "2000 rent: Asha 800 Bob 600 Chen 300 Dee 300",
        ),
        (
            "1200 hotel bob and chen 2 nights each, me 1 night",
            "1200 hotel: Asha 240 Bob 480 Chen 480",
        ),
        ("bill 4386 me 1200 bob 1450 rest is dee's", "4386 bill: Asha 1200 Bob 1450 Dee 1736"),
        ("laundry 320 just me and bob, i had 200 of it", "320 laundry: Asha 200 Bob 120"),
        ("bobs share 300 mine 200 chen 100 food", "600 food: Asha 200 Bob 300 Chen 100"),
        ("food bob's share 300 my part is 200", "500 food: Asha 200 Bob 300"),
    ],
)
def test_a_part_said_in_passing_is_theirs(text: str, meant: str) -> None:
    assert among_four(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "dinner 1500 of which 300 drinks bob n me",
            "1500 dinner: Asha 450 Bob 450 Chen 300 Dee 300",
        ),
        ("costco 180, 60 of it mine", "180 costco: Asha 90 Bob 30 Chen 30 Dee 30"),
        (
            "costco 148 minus 20 for bobs protein powder",
            "148 costco protein powder: Asha 32 Bob 52 Chen 32 Dee 32",
        ),
        ("dinner 2000 minus 200 discount bob paid", "Bob paid 1800 dinner: all"),
        ("dinner 2000 less 200 voucher with bob", "1800 dinner: Asha 900 Bob 900"),
        ("46 dinner of which 6 beer only dee", "46 dinner: Asha 10 Bob 10 Chen 10 Dee 16"),
        ("46 dinner, of which 6 was for me", "46 dinner: Asha 16 Bob 10 Chen 10 Dee 10"),
        ("40 dinner plus 6 for my own beer", "46 dinner plus beer: Asha 16 Bob 10 Chen 10 Dee 10"),
    ],
)
def test_of_all_of_it_so_much_is_theirs(text: str, meant: str) -> None:
    assert among_four(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "3200 sushi, bob didnt drink so 500 less for him",
            "3200 sushi: Asha 925 Bob 425 Chen 925 Dee 925",
        ),
        (
            "120 nachos, dee didnt drink so shes only in for 12",
            "120 nachos: Asha 36 Bob 36 Chen 36 Dee 12",
        ),
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
        ("1200 dinner bob had 200 more", "1200 dinner: Asha 250 Bob 450 Chen 250 Dee 250"),
    ],
)
def test_somebody_pays_only_so_much_or_so_much_more(text: str, meant: str) -> None:
    assert among_four(text) == meant
