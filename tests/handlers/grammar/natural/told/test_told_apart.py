"""Lines of several amounts that tell of each whose it is, or who paid it."""

from __future__ import annotations

import pytest

from tests.handlers.grammar.friends import booked
from tests.handlers.grammar.groups import circle
from tests.handlers.grammar.natural.told.asked import line_of

FOUR = circle("en_IN", "Asha Bob Chen Dee")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "airbnb 420 bob n dee share a room so they pay 90 each and me n chen pay 120",
            "420 airbnb: Asha 120 Bob 90 Chen 120 Dee 90",
        ),
        (
            "cottage rent 12000, me and bob take the big room so 3500 each, others 2500 each",
            "12000 cottage rent: Asha 3500 Bob 3500 Chen 2500 Dee 2500",
        ),
        (
            "cabin 900, chen and dee got the loft so 150 each, me and bob 300 each",
            "900 cabin: Asha 300 Bob 300 Chen 150 Dee 150",
        ),
        (
            "980 swiggy - me 300 / bob 340 / chen 340",
            "980 swiggy: Asha 300 Bob 340 Chen 340",
        ),
        (
            "entry fee 50 indian 500 foreigner, chen is foreigner, i paid all 650",
            "650 entry fee: Asha 50 Bob 50 Chen 500 Dee 50",
        ),
        (
            "zomato gold 1500 split 40 30 20 10 me bob chen dee",
            "1500 zomato gold: Asha 600 Bob 450 Chen 300 Dee 150",
        ),
    ],
)
def test_numbers_that_add_up_are_parts(text: str, meant: str) -> None:
    assert booked(FOUR, f"/split {text}") == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "shopping 61 incl 9 for dees wine and 4 for bobs protein bars",
            "61 shopping: Asha 12 Bob 16 Chen 12 Dee 21",
        ),
        (
            "shopping 61 including bobs 4 protein bars, 9 dees wine",
            "61 shopping: Asha 12 Bob 16 Chen 12 Dee 21",
        ),
        (
            "61 shopping of which 9 dees and 4 bobs, chen paid",
            "Chen paid 61 shopping: Asha 12 Bob 16 Chen 12 Dee 21",
        ),
        ("dinner 120 incl 20 wine for bob and dee", "120 dinner: Asha 25 Bob 35 Chen 25 Dee 35"),
        ("shopping 61 incl dees wine 9", "61 shopping: Asha 13 Bob 13 Chen 13 Dee 22"),
        ("groceries 55 but 15 of that is just mine", "55 groceries: Asha 25 Bob 10 Chen 10 Dee 10"),
        (
            "costco 231, 31 of which was dees dog food, rest bob and me",
            "231 costco: Asha 100 Bob 100 Dee 31",
        ),
    ],
)
def test_what_is_in_the_amount_is_theirs_beside_the_rest(text: str, meant: str) -> None:
    assert booked(FOUR, f"/split {text}") == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "swiggy 1145 - biryani 320 bob, dosa 180 me, thali 280 chen, rest dee",
            "1145 swiggy: Asha 180 Bob 320 Chen 280 Dee 365",
        ),
        (
            "lunch 1100. dee only had soup 150. rest me n bob",
            "1100 lunch: Asha 475 Bob 475 Dee 150",
        ),
        (
            "2000 stay bob came late so 500 rest split me and chen",
            "2000 stay: Asha 750 Bob 500 Chen 750",
        ),
        (
            "pg rent 24000 due 1st, bob pays 9000 for ac room rest equal, i transferred",
            "24000 pg rent: Asha 5000 Bob 9000 Chen 5000 Dee 5000",
        ),
        (
            "dinner 77 bob left early only owes 10",
            "77 dinner: Asha 22.34 Bob 10 Chen 22.33 Dee 22.33",
        ),
        (
            "ola 420 chen payed, dropped bob first so bob only 60",
            "Chen paid 420 ola: Asha 120 Bob 60 Chen 120 Dee 120",
        ),
        (
            "aldi 27.45 the wine (8) is mine only",
            "27.45 aldi: Asha 12.87 Bob 4.86 Chen 4.86 Dee 4.86",
        ),
        (
            "i'll pay dee's 500, bill was 2000, bob paid",
            "Bob paid 2000 bill: Asha 1000 Bob 500 Chen 500",
        ),
    ],
)
def test_who_has_a_part_of_a_total_and_whose_the_rest_is(text: str, meant: str) -> None:
    assert booked(FOUR, f"/split {text}") == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "i had the steak 32, bob pasta 16, chen 18 dee 14, i paid",
            "80 steak: Asha 32 Bob 16 Chen 18 Dee 14",
        ),
        ("my share 400, bobs 650", "1050 share: Asha 400 Bob 650"),
        ("paid 750 for chens cab n 400 for dees", "1150 cab: Chen 750 Dee 400"),
        (
            "beers 24 only bob and me, pizza 38 all of us",
            "62 beers, pizza: Asha 21.50 Bob 21.50 Chen 9.50 Dee 9.50",
        ),
        (
            "beers 1600 among bob chen n me, dee doesnt drink. starters 900 everyone. i paid",
            "2500 beers, starters: Asha 758.33 Bob 758.34 Chen 758.33 Dee 225",
        ),
        (
            "breakfast 540 chai 80 me paying, chen had only chai",
            "620 breakfast, chai: Asha 200 Bob 200 Chen 20 Dee 200",
        ),
        (
            "dee n chen shared one room 2800, me n bob other room 3200, i paid for both",
            "6000 shared one room, other room: Asha 1600 Bob 1600 Chen 1400 Dee 1400",
        ),
        (
            "dosa 90 idli 60 vada 50 for me, chen had poori 80, i paid",
            "280 dosa, idli, vada, poori: Asha 200 Chen 80",
        ),
        (
            "taxi 35 dirham n lunch 120 dirham bob paid both",
            "Bob paid 155 AED taxi, lunch: all",
        ),
        (
            "cinema 3 x 12.99 me bob dee, bob booked",
            "Bob paid 38.97 cinema: Asha 12.99 Bob 12.99 Dee 12.99",
        ),
    ],
)
def test_each_thing_is_its_own_peoples(text: str, meant: str) -> None:
    assert booked(FOUR, f"/split {text}") == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2 pizzas at 11.50 and garlic bread 4", "27 2 pizzas, garlic bread: all"),
        ("2 pizzas 450 each n a coke 90", "990 2 pizzas, coke: all"),
        ("homestay 1500 pp x 4 with breakfast 200 pp", "6800 homestay: all"),
        ("ice creams 5 pcs 60 each", "300 ice creams 5 pcs: all"),
        ("samosas 6 plates 50 each bob paid", "Bob paid 300 samosas 6 plates: all"),
        ("tickets 45 each i bought 4", "180 tickets: all"),
        (
            "festival tix 2 for me 1 for bob 1 for chen 85 each",
            "340 festival tix: Asha 170 Bob 85 Chen 85",
        ),
        (
            "hotel manali 2 nights 3200 per night bob paid",
            "Bob paid 6400 hotel manali 2 nights: all",
        ),
        ("airbnb 3 nights 120/night", "360 airbnb 3 nights: all"),
        ("2 nights 800 per night", "1600 2 nights: all"),
    ],
)
def test_things_at_a_price_are_counted(text: str, meant: str) -> None:
    assert booked(FOUR, f"/split {text}") == meant


def test_how_many_there_were_is_no_amount() -> None:
    four = circle("en", "Bob Asha Chen Dee")
    text = "/split asha paid 40 for the ubers, 2 ubers"
    assert booked(four, text) == "Asha paid 40 ubers: all"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "escape room 112 theres 4 of us bob paid 12 deposit i paid 100",
            "Asha 100 Bob 12 paid 112 escape room: all",
        ),
        (
            "trek guide 4500 split 4 ways bob gave 2000 rest me",
            "Asha 2500 Bob 2000 paid 4500 trek guide: all",
        ),
        (
            "wifi bill 799 n electricity 2310, bob paid wifi i paid electricity",
            "Asha 2310 Bob 799 paid 3109 wifi bill: all",
        ),
    ],
)
def test_several_paid_each_their_own(text: str, meant: str) -> None:
    assert booked(FOUR, f"/split {text}") == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("team lunch 5400, company pays 3000, rest us four. me paid", "2400 team lunch: all"),
        ("office dinner 900, work covers 500", "400 office dinner: all"),
        ("dominos 41.96 had 50% off so only paid 20.98", "20.98 dominos: all"),
        ("minus 100 coupon on pizza 700", "600 coupon on pizza: all"),
    ],
)
def test_what_was_paid_in_the_end_is_the_amount(text: str, meant: str) -> None:
    assert booked(FOUR, f"/split {text}") == meant


def test_all_that_was_said_stays_in_the_note() -> None:
    line = line_of(FOUR, "swiggy 1145, biryani 320 bob with extra raita, rest me and dee")
    assert line.note == "swiggy 1145, biryani 320 bob with extra raita, rest me and dee"
