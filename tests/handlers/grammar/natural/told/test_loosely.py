"""Lines of several amounts that no rule can tell: each way has a button that books just that."""

from __future__ import annotations

import pytest

from ledger.core.errors import Code
from tests.handlers.grammar.buttons import asked, offered
from tests.handlers.grammar.friends import FLAT, among_four


@pytest.mark.parametrize(
    ("line", "label", "booked"),
    [
        (
            "paid the guide 2500, chen already gave 500 advance",
            "₹2,500 · Chen paid ₹500 · Everybody",
            "Asha 2000 Chen 500 paid 2500 guide: all",
        ),
        (
            "paid the guide 2500, chen already gave 500 advance",
            "₹3,000 · Chen paid ₹500 · Everybody",
            "Asha 2500 Chen 500 paid 3000 guide: all",
        ),
        (
            "bbq 75 bob brought drinks worth 20",
            "₹95 · Bob paid ₹20 · Everybody",
            "Asha 75 Bob 20 paid 95 bbq: all",
        ),
        (
            "sofa off facebook 120 bob paid, i already gave him 30",
            "₹120 · Bob paid · Everybody",
            "Bob paid 120 sofa off facebook: all",
        ),
        ("boiler repair 150 landlord paid 50 back", "₹100", "100 boiler repair: all"),
        (
            "nandos 54 with a 5 rs voucher off, bob paid 49",
            "₹49 · Bob paid",
            "Bob paid 49 nandos: all",
        ),
        (
            "rent 28000 bob gets the big room so 12000, we split rest",
            "₹28,000 · Bob ₹12,000",
            "28000 rent: Asha 5333.34 Bob 12000 Chen 5333.33 Dee 5333.33",
        ),
        (
            "groceries 960, 60 was bobs",
            "Bob +₹60",
            "960 groceries: Asha 225 Bob 285 Chen 225 Dee 225",
        ),
        (
            "groceries 960, 60 was bobs",
            "Bob ₹60",
            "960 groceries: Asha 300 Bob 60 Chen 300 Dee 300",
        ),
        (
            "groceries dmart 2345 minus 300 chens protein powder",
            "₹2,345 · Chen +₹300",
            "2345 groceries dmart: Asha 511.25 Bob 511.25 Chen 811.25 Dee 511.25",
        ),
        (
            "dinner 1500 but bob n chen leave early so 250 each for them",
            "₹1,500 · Bob ₹250, Chen ₹250",
            "1500 dinner: Asha 500 Bob 250 Chen 250 Dee 500",
        ),
        (
            "washer repair 85, landlord gave us 50 towards it, i paid",
            "₹35",
            "35 washer repair: all",
        ),
        ("deep dish 86, had a 20 off coupon so i only paid 66", "₹66", "66 deep dish: all"),
        ("brunch 4200 had a 700 voucher so i paid 3500", "₹3,500", "3500 brunch: all"),
        (
            "3 rounds at toit 4350, chen left after the first one",
            "Without Chen",
            "4350 rounds toit: Asha 1450 Bob 1450 Dee 1450",
        ),
        (
            "airbnb 612, bob's only staying 1 of the 3 nights",
            "Asha ×3, Bob ×1, Chen ×3, Dee ×3",
            "612 airbnb: Asha 183.60 Bob 61.20 Chen 183.60 Dee 183.60",
        ),
        (
            "hotel 3 nights 300, bob 2 nights",
            "Asha ×3, Bob ×2, Chen ×3, Dee ×3",
            "300 hotel nights: Asha 81.82 Bob 54.54 Chen 81.82 Dee 81.82",
        ),
        (
            "snooker 16, loser pays half so bob 8 and rest of us split the other 8",
            "₹16 · Bob ₹8",
            "16 snooker: Asha 2.67 Bob 8 Chen 2.67 Dee 2.66",
        ),
        (
            "sushi 80 bob and chen had double",
            "Bob ×2, Chen ×2",
            "80 sushi: Asha 13.33 Bob 26.67 Chen 26.67 Dee 13.33",
        ),
        ("merch printing 300, sold 120 so far", "₹180", "180 merch printing: all"),
        (
            "cabin deposit 200 from bob, i paid rest 350",
            "₹550 · Bob paid ₹200 · Everybody",
            "Asha 350 Bob 200 paid 550 cabin deposit: all",
        ),
    ],
)
def test_a_button_books_what_it_says(line: str, label: str, booked: str) -> None:
    assert offered(FLAT, f"/split {line}").get(label) == booked


def test_each_amount_has_a_button_of_its_own() -> None:
    code, ways = asked(FLAT, "/split paid the guide 2500, chen already gave 500 advance")
    assert code is Code.AMOUNT_AMBIGUOUS
    assert {way.line.amount.minor for way in ways} == {250_000, 300_000}


@pytest.mark.parametrize(
    ("line", "booked"),
    [
        ("dinner 900, bob paid", "Bob paid 900 dinner: all"),
        (
            "chinese takeaway 52 i had 11 rest split by the others",
            "52 chinese takeaway: Asha 11 Bob 13.67 Chen 13.67 Dee 13.66",
        ),
        (
            "room 1 5000 me n chen, room 2 6000 bob dee",
            "11000 room 1, room 2: Asha 2500 Bob 3000 Chen 2500 Dee 3000",
        ),
        (
            "maid 3000 bob paid, cook 4500 i paid",
            "Asha 4500 Bob 3000 paid 7500 maid, cook: all",
        ),
    ],
)
def test_what_is_clear_is_not_asked(line: str, booked: str) -> None:
    assert among_four(line) == booked


def test_nobody_new_is_lost() -> None:
    _, ways = asked(FLAT, "/split pizza 38 bob and zoe, beers 24 all")
    assert not ways


@pytest.mark.parametrize(
    ("line", "booked"),
    [
        (
            "bob paid 600 for dosas, i paid 250 coffee, dee 1800 petrol",
            "Asha 250 Bob 600 Dee 1800 paid 2650 dosas, coffee, petrol: all",
        ),
    ],
)
def test_a_verb_is_said_of_the_next_too_but_only_by_a_press(line: str, booked: str) -> None:
    assert booked in offered(FLAT, f"/split {line}").values()


def test_who_says_that_they_paid_is_not_left_out() -> None:
    _, ways = asked(FLAT, "/split kayak hire 15 an hour each, 2 hours, i paid")
    assert not any(way.out for way in ways)
