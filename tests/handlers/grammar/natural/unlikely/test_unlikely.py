"""What the rules read and can hardly be meant: the other way is offered as well."""

from __future__ import annotations

import pytest

from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import from_text
from ledger.core.errors import Code, LedgerError
from ledger.core.ways import Way
from tests.handlers.grammar.friends import booked
from tests.handlers.grammar.groups import circle
from tests.handlers.grammar.reading import INR, TODAY

FOUR = circle("en_IN", "Asha Bob Chen Dee")


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        (
            "sept rent 24000, bob was away half the month",
            [
                "24000 sept rent half the month: Asha 6857.15 Bob 3428.57 Chen 6857.14 Dee 6857.14",
                "24000 sept rent half the month: Asha 8000 Chen 8000 Dee 8000",
                "24000 sept rent half the month: all",
            ],
        ),
        ("5 bucks from everybody", ["20: all", "5: all"]),
        (
            "hostel 3 nights 24 pp a night, bob paid",
            [
                "Bob paid 288 hostel 3 nights a night: all",
                "Bob paid 96 hostel 3 nights a night: all",
            ],
        ),
        (
            "5 pints 27.50 bob paid, chen had 2 rest of us 1 each",
            [
                "Bob paid 27.50 5 pints: Asha 5.50 Bob 5.50 Chen 11 Dee 5.50",
                "Bob 16.50 Chen 11 paid 27.50 5 pints: all",
            ],
        ),
        ("petrol 800 me", ["800 petrol: all", "800 petrol: Asha 800"]),
        ("dinner 300 + 30 tip me", ["330 dinner: all", "330 dinner: Asha 330"]),
        (
            "drinks 2800 bob 40% chen 40% dee 20",
            [
                "2800 drinks: Bob 1120 Chen 1120 Dee 560",
                "2800 drinks: Asha 540 Bob 1120 Chen 1120 Dee 20",
            ],
        ),
        (
            "whisky 3600 i paid, its just for the boys bob n chen",
            [
                "3600 whisky its just for the boys: Bob 1800 Chen 1800",
                "3600 whisky its just for the boys: Asha 1200 Bob 1200 Chen 1200",
            ],
        ),
        ("gym 40 me 40 bob", ["80 gym: Asha 40 Bob 40", "40 gym: Asha 40"]),
        (
            "dee paid train tickets 20 for bob 20 for chen",
            [
                "Dee paid 40 train tickets: Bob 20 Chen 20",
                "Dee paid 20 train tickets: Bob 20",
            ],
        ),
        (
            "300 cabin paid by dee, chen",
            [
                "Dee paid 300 cabin: Chen 150 Dee 150",
                "Chen 150 Dee 150 paid 300 cabin: all",
            ],
        ),
        (
            "500 dinner i paid, bob 200",
            ["500 dinner: Asha 300 Bob 200", "Asha 300 Bob 200 paid 500 dinner: all"],
        ),
        (
            "500 dinner, bob paid, chen 200",
            [
                "Bob paid 500 dinner: Bob 300 Chen 200",
                "Bob 300 Chen 200 paid 500 dinner: all",
            ],
        ),
        (
            "600 dinner paid by me, bob 200, chen 300",
            [
                "600 dinner: Asha 100 Bob 200 Chen 300",
                "Asha 100 Bob 200 Chen 300 paid 600 dinner: all",
            ],
        ),
        (
            "hotel 5600 bob chen 1 room dee and me another",
            [
                "5600 hotel room another: all",
                "5600 hotel room another: Asha 1866.34 Bob 1866.33 Chen 1 Dee 1866.33",
            ],
        ),
        (
            "snacks 460 bob half",
            [
                "460 snacks: Asha 76.67 Bob 230 Chen 76.67 Dee 76.66",
                "460 snacks: Asha 230 Bob 230",
                "460 snacks: Asha 131.43 Bob 65.71 Chen 131.43 Dee 131.43",
            ],
        ),
        (
            "hotel 3000, chen a third of the total",
            [
                "3000 hotel: Asha 666.67 Bob 666.67 Chen 1000 Dee 666.66",
                "3000 hotel: Asha 2000 Chen 1000",
            ],
        ),
        (
            "dinner 90 bob 2/3, dee paid",
            [
                "Dee paid 90 dinner: Asha 10 Bob 60 Chen 10 Dee 10",
                "Dee paid 90 dinner: Bob 60 Dee 30",
            ],
        ),
        (
            "room 90 bob and me paid 45 each",
            [
                "Asha 45 Bob 45 paid 90 room: Asha 45 Bob 45",
                "Asha 45 Bob 45 paid 90 room: all",
            ],
        ),
        (
            "hotel 1800, bob and chen paid 900 each",
            [
                "Bob 900 Chen 900 paid 1800 hotel: Bob 900 Chen 900",
                "Bob 900 Chen 900 paid 1800 hotel: all",
            ],
        ),
        (
            "boats 900 bob and chen 2 kayaks",
            [
                "900 boats kayaks: Asha 300 Bob 300 Chen 300",
                "900 boats kayaks: Asha 449 Bob 449 Chen 2",
            ],
        ),
    ],
)
def test_each_way_is_offered(text: str, ways: list[str]) -> None:
    with pytest.raises(LedgerError) as found:
        read_split(from_text(f"/split {text}"), INR, TODAY, FOUR)
    assert found.value.code is Code.WORDS_LEFT
    offered = found.value.details["ways"]
    assert isinstance(offered, tuple)
    assert all(isinstance(way, Way) for way in offered)
    assert [booked(FOUR, f"/split {text}", way.choice) for way in offered] == ways


@pytest.mark.parametrize(
    "text",
    [
        "snacks 500, dee didnt eat, bob half",
        "snacks 500 not dee, half bob",
        "snacks 500 bob half, without dee",
        "bob half, snacks 500 dee wasnt there",
        "snacks 500 bob half share, dee didnt eat",
    ],
)
def test_a_half_beside_who_is_out_may_be_half_a_share(text: str) -> None:
    with pytest.raises(LedgerError) as found:
        read_split(from_text(f"/split {text}"), INR, TODAY, FOUR)
    assert found.value.code is Code.WORDS_LEFT
    ways = found.value.details["ways"]
    assert isinstance(ways, tuple)
    told = [booked(FOUR, f"/split {text}", way.choice).partition(": ")[2] for way in ways]
    assert told == ["Asha 200 Bob 100 Chen 200", "Asha 125 Bob 250 Chen 125", "Asha 250 Bob 250"]


@pytest.mark.parametrize(
    "text",
    [
        "dinner bob paid 60 i owe 40",
        "bob paid 60 dinner, mine was 40",
        "60 dinner bob paid, mine was 40",
        "dinner 60, bob paid, my share is 40",
    ],
)
def test_mine_beside_what_another_paid_is_my_part_or_what_i_paid(text: str) -> None:
    with pytest.raises(LedgerError) as found:
        read_split(from_text(f"/split {text}"), INR, TODAY, FOUR)
    assert found.value.code is Code.BAD_PART
    ways = found.value.details["ways"]
    assert isinstance(ways, tuple)
    assert [booked(FOUR, f"/split {text}", way.choice) for way in ways] == [
        "Bob paid 60 dinner: Asha 40 Bob 20",
        "Asha 40 Bob 20 paid 60 dinner: all",
    ]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("100 dinner bob 60, chen 40, dee rest", "100 dinner: Bob 60 Chen 40"),
        ("100 dinner @bob 60 @chen 40 @dee", "100 dinner: Bob 60 Chen 40"),
        ("300 cabin paid by dee and chen", "Chen 150 Dee 150 paid 300 cabin: all"),
        ("300 cabin paid by dee, chen skipped", "Dee paid 300 cabin: Asha 100 Bob 100 Dee 100"),
    ],
)
def test_what_is_clear_is_not_asked_about(text: str, meant: str) -> None:
    assert booked(FOUR, f"/split {text}") == meant


def test_who_of_a_list_with_commas_paid_is_asked() -> None:
    with pytest.raises(LedgerError) as found:
        read_split(from_text("/split 300 cabin, dee, chen paid"), INR, TODAY, FOUR)
    assert found.value.code is Code.PAID_UNCLEAR


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("1200 dinner bob 2 chen 4", "1200 dinner: Asha 1194 Bob 2 Chen 4"),
        ("snacks 20 bob 5 chips", "20 snacks chips: Asha 15 Bob 5"),
        ("1200 dinner @bob 2 // boats", "1200 dinner: Asha 1198 Bob 2"),
    ],
)
def test_a_small_part_with_no_thing_behind_it_is_money(text: str, read: str) -> None:
    assert booked(FOUR, f"/split {text}") == read


@pytest.mark.parametrize(
    ("text", "line", "meant"),
    [
        ("paid bob for petrol 25", "/settle @Bob 25 // petrol", "Bob paid 25 petrol: all"),
        ("paid bob 25", "/settle @Bob 25", "Bob paid 25: all"),
        (
            "paid bob ₹40 towards the sofa",
            "/settle @Bob 40 // towards the sofa",
            "Bob paid 40 towards the sofa: all",
        ),
        ("paid bob 25 yesterday", "/settle @Bob 25 on 2024-02-19", "Bob paid 25 on 19: all"),
        (
            "paid chen 900 for the hotel",
            "/settle @Chen 900 // the hotel",
            "Chen paid 900 the hotel: all",
        ),
    ],
)
def test_whoever_was_paid_may_have_got_it(text: str, line: str, meant: str) -> None:
    with pytest.raises(LedgerError) as found:
        read_split(from_text(f"/split {text}"), INR, TODAY, FOUR)
    assert found.value.code is Code.IS_A_PAYMENT
    assert found.value.details["lines"] == (line,)
    ways = found.value.details["ways"]
    assert isinstance(ways, tuple)
    assert [booked(FOUR, f"/split {text}", way.choice) for way in ways] == [meant]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("snacks 460 half bob", "460 snacks: Asha 230 Bob 230"),
        ("snacks 460 @bob half", "460 snacks: Asha 230 Bob 230"),
        ("snacks 460 bob 50%", "460 snacks: Asha 230 Bob 230"),
        ("snacks 460 bob half me half", "460 snacks: Asha 230 Bob 230"),
        ("bob owes half of 460 snacks", "460 snacks: Asha 230 Bob 230"),
        ("500 dinner, bob half of 200", "500 dinner: Asha 400 Bob 100"),
        ("bob and i paid 650 each for gift", "Asha 650 Bob 650 paid 1300 gift: all"),
        ("25 petrol paid bob", "Bob paid 25 petrol: all"),
        ("25 paid bob", "Bob paid 25: all"),
        ("paid bob 30 each for tickets", "Bob paid 120 tickets: all"),
        ("paid bob 20 and dee 30", "Bob 20 Dee 30 paid 50: all"),
        ("paid @bob 25 petrol", "Bob paid 25 petrol: all"),
        ("500 dinner i paid 300, bob paid 200", "Asha 300 Bob 200 paid 500 dinner: all"),
    ],
)
def test_what_is_clear_is_not_asked(text: str, meant: str) -> None:
    assert booked(FOUR, f"/split {text}") == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("petrol 800 only me", "800 petrol: Asha 800"),
        (
            "rent 40000 bob paid, chen pays 12000 rest equal",
            "Bob paid 40000 rent: Asha 9333.34 Bob 9333.33 Chen 12000 Dee 9333.33",
        ),
        ("petrol 800 for me", "800 petrol: Asha 800"),
        ("petrol 800 bob and me", "800 petrol: Asha 400 Bob 400"),
        ("800 bob 40% chen 40% dee 160", "800: Bob 320 Chen 320 Dee 160"),
        ("wine 900 only for the girls dee n me", "900 wine only for the girls: Asha 450 Dee 450"),
    ],
)
def test_what_looks_alike_is_booked(text: str, meant: str) -> None:
    assert booked(FOUR, f"/split {text}") == meant
