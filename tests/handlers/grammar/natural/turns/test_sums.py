"""Sums and counts that words tell of: both ways of a trip, a bill by so many, games of a side."""

from __future__ import annotations

import pytest

from ledger.core.errors import Code, LedgerError
from ledger.core.money import Money
from tests.handlers.grammar.buttons import offered
from tests.handlers.grammar.friends import FLAT, among_four
from tests.handlers.grammar.reading import INR


@pytest.mark.parametrize(
    ("line", "booked"),
    [
        ("uber 220 there 260 back", "480 uber there and back: all"),
        ("cab there 30 back 40 bob paid", "Bob paid 70 cab there and back: all"),
        ("uber 220 there and 260 back with bob", "480 uber there and back: Asha 240 Bob 240"),
        ("tolls there and back 90", "90 tolls there and back: all"),
        ("66/3 me bob dee pizza", "66 pizza: Asha 22 Bob 22 Dee 22"),
        ("90/3 bob chen taxi", "90 taxi: Asha 30 Bob 30 Chen 30"),
        ("90/3 taxi", "30 taxi: all"),
        ("dinner 100 1/2 bob", "100 dinner: Asha 50 Bob 50"),
        ("1/3 of 900 is mine rest dee gas", "900 gas: Asha 300 Dee 600"),
        ("5 a side pitch 45 bob paid", "Bob paid 45 5 a side pitch: all"),
        ("football 5 a side 450", "450 football 5 a side: all"),
        ("3 way split 90 me dee bob", "90: Asha 30 Bob 30 Dee 30"),
        ("cab 350 us 3 (no dee)", "350 cab us 3: Asha 116.67 Bob 116.67 Chen 116.66"),
        (
            "cake 22 for dees birthday we 3 split it",
            "22 cake for dees birthday: Asha 7.34 Bob 7.33 Chen 7.33",
        ),
        ("bob and i each put 500 for gift", "Asha 500 Bob 500 paid 1000 gift: all"),
        (
            "bob chen and i each chipped in 200 for cake",
            "Asha 200 Bob 200 Chen 200 paid 600 cake: all",
        ),
        ("brunch 92 with 18% tip on top", "108.56 brunch: all"),
        ("brunch 92 tip 10% on top bob paid", "Bob paid 101.20 brunch: all"),
        ("pizza 38 beers 24 split all", "62 pizza beers: all"),
        ("i gave the cook 2000", "2000 cook: all"),
        ("i gave the waiter 50 tip", "50 waiter tip: all"),
        ("gift from all 1000", "1000 gift: all"),
        (
            "trek fee 1500pp, bob paid for me and himself",
            "Bob paid 3000 trek fee: Asha 1500 Bob 1500",
        ),
    ],
)
def test_what_is_clear_is_booked(line: str, booked: str) -> None:
    assert among_four(line) == booked


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "cake 800 from all of us to dee",
            {
                "Without Dee": "800 cake: Asha 266.67 Bob 266.67 Chen 266.66",
                "Everybody": "800 cake: all",
            },
        ),
        (
            "pizza 450 with 6 of us, bob paid",
            {
                "₹450 · Bob paid": "Bob paid 450 pizza: all",
                "₹300 · Bob paid": "Bob paid 300 pizza: all",
            },
        ),
        (
            "trek guide 4000 shared by 4 of us n 2 others",
            {"₹4,000": "4000 trek guide: all", "₹2,666.67": "2666.67 trek guide: all"},
        ),
        (
            "5 a side pitch 45 with 9 of us and bob paid",
            {
                "₹45 · Bob paid": "Bob paid 45 5 a side pitch: all",
                "₹20 · Bob paid": "Bob paid 20 5 a side pitch: all",
            },
        ),
    ],
)
def test_what_may_be_either_has_a_button_for_each(line: str, told: dict[str, str]) -> None:
    assert offered(FLAT, f"/split {line}") == told


@pytest.mark.parametrize(("choice", "booked"), [(0, "90 toll: all"), (1, "45 toll x2: all")])
@pytest.mark.parametrize("often", ["twice", "two times"])
def test_what_was_twice_cost_so_much_once_or_in_all(often: str, choice: int, booked: str) -> None:
    assert among_four(f"toll 45 {often}", choice) == booked


def test_what_was_twice_is_nobodys_part() -> None:
    assert among_four("cinema 30 twice, bob paid", 0) == "Bob paid 60 cinema: all"


def test_two_of_the_same_have_one_button() -> None:
    with pytest.raises(LedgerError) as refused:
        among_four("parking 50 + 50")
    assert refused.value.details["readings"] == (Money(10_000, INR), Money(5_000, INR))


@pytest.mark.parametrize("line", ["insurance 1200/yr", "gym 900/mo bob paid", "milk 300/wk"])
def test_so_much_in_a_period_may_come_again(line: str) -> None:
    with pytest.raises(LedgerError) as refused:
        among_four(line)
    assert refused.value.code is Code.HOW_OFTEN
