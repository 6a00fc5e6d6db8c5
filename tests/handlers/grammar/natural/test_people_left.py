"""What is said of people and was not read is asked about, with a button for each likely reading."""

from __future__ import annotations

import pytest

from ledger.core.errors import Code, LedgerError
from tests.handlers.grammar import buttons
from tests.handlers.grammar.friends import among_four, booked
from tests.handlers.grammar.groups import circle

FRIENDS = circle("en_IN", "Asha Bob Chen Dee")


def offered(text: str) -> dict[str, str]:
    """Return what each button of a question about a line says, and what it books."""
    return buttons.offered(FRIENDS, f"/split {text}")


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        (
            "beers 1200 dee doesnt drink",
            {
                "Without Dee": "1200 beers: Asha 400 Bob 400 Chen 400",
                "Everybody": "1200 beers: all",
            },
        ),
        (
            "tacos 39 me dee and bob, chen wasn't hungry",
            {
                "Without Chen": "39 tacos: Asha 13 Bob 13 Dee 13",
                "Everybody": "39 tacos wasn't hungry: all",
            },
        ),
        (
            "beer 27 dee's a teetotaller",
            {"Without Dee": "27 beer: Asha 9 Bob 9 Chen 9", "Everybody": "27 beer: all"},
        ),
        (
            "game 270 chen couldn't go so his brother took it",
            {
                "Without Chen": "270 game so his brother took it: Asha 90 Bob 90 Dee 90",
                "Everybody": "270 game so his brother took it: all",
            },
        ),
        (
            "bob took 500 from the kitty",
            {
                "Bob paid · Everybody": "Bob paid 500 bob took from the kitty: all",
                "Only Bob": "500 bob took from the kitty: Bob 500",
                "Everybody": "500 bob took from the kitty: all",
            },
        ),
        *(
            (
                f"{text} 300",
                {
                    "Bob paid · Everybody": f"Bob paid 300 {text}: all",
                    "Only Bob": f"300 {text}: Bob 300",
                    "Everybody": f"300 {text}: all",
                },
            )
            for text in (
                *("bob took a taxi", "bob sorted the taxi", "bob gave the driver a tip"),
                *("bob brought a cake", "bob tipped the guide", "bob gave chocolates to guests"),
            )
        ),
        *(
            (
                f"{text}bob and chen's tickets 150 each",
                {
                    "₹300 · Bob and Chen": "300 bob and chen's tickets: Bob 150 Chen 150",
                    "₹600 · Everybody": "600 bob and chen's tickets: all",
                },
            )
            for text in ("", "i covered ", "i paid ")
        ),
        (
            "bob and chen's entry 300, i paid",
            {
                "Bob and Chen": "300 bob and chen's entry: Bob 150 Chen 150",
                "Everybody": "300 bob and chen's entry: all",
            },
        ),
        (
            "600 pizza bob and chen only ate half",
            {
                "Everybody": "600 pizza: all",
                "Without Dee": "600 pizza: Asha 200 Bob 200 Chen 200",
                "Bob and Chen": "600 pizza: Bob 300 Chen 300",
            },
        ),
        (
            "chen and his wife, 3000 dinner",
            {
                "Chen ×2": "3000 chen and his wife, dinner: Asha 600 Bob 600 Chen 1200 Dee 600",
                "Everybody": "3000 chen and his wife, dinner: all",
            },
        ),
        (
            "villa 500 chen bf also stays",
            {
                "Chen ×2": "500 villa chen bf also stays: Asha 100 Bob 100 Chen 200 Dee 100",
                "Everybody": "500 villa chen bf also stays: all",
            },
        ),
        (
            "69 paella dee allergic",
            {"Without Dee": "69 paella: Asha 23 Bob 23 Chen 23", "Everybody": "69 paella: all"},
        ),
        (
            "96 gig dee sold her ticket",
            {
                "Everybody": "96 gig: all",
                "Asha and Dee": "96 gig: Asha 48 Dee 48",
                "Only Dee": "96 gig: Dee 96",
            },
        ),
        (
            "500 dinner bob +1",
            {
                "Bob ×2": "500 dinner: Asha 100 Bob 200 Chen 100 Dee 100",
                "Everybody": "500 dinner: all",
            },
        ),
        (
            "advance 5000 to landlord from chen",
            {
                "Chen paid · Everybody": "Chen paid 5000 advance to landlord: all",
                "Only Chen": "5000 advance to landlord: Chen 5000",
                "Everybody": "5000 advance to landlord: all",
            },
        ),
        (
            "i paid bob's medical 650",
            {
                "Only Bob": "650 bob's medical: Bob 650",
                "Asha and Bob": "650 bob's medical: Asha 325 Bob 325",
                "Everybody": "650 bob's medical: all",
            },
        ),
        (
            "movie 1200 i'll pay for bob",
            {
                "Asha ×2": "1200 movie: Asha 600 Chen 300 Dee 300",
                "Only Bob": "1200 movie: Bob 1200",
                "Everybody": "1200 movie: all",
            },
        ),
        (
            "we all owe dee 600",
            {
                "₹1,800 · Dee paid": "Dee paid 1800: Asha 600 Bob 600 Chen 600",
                "₹600 · Dee paid": "Dee paid 600: Asha 200 Bob 200 Chen 200",
            },
        ),
        (
            "500 parking fine, bob pays it all",
            {
                "Bob paid · Everybody": "Bob paid 500 parking fine: all",
                "Only Bob": "500 parking fine: Bob 500",
            },
        ),
        (
            "electricity 2400 chen pays half",
            {
                "Asha and Chen": "2400 electricity: Asha 1200 Chen 1200",
                "Chen 50%": "2400 electricity: Asha 400 Bob 400 Chen 1200 Dee 400",
            },
        ),
        (
            "speaker 500 bob pays 200 i pay 300",
            {
                "Asha ₹300, Bob ₹200": "500 speaker: Asha 300 Bob 200",
                "Bob paid ₹200 · Everybody": "Asha 300 Bob 200 paid 500 speaker: all",
            },
        ),
        (
            "petrol 1200, 500 from bob rest me",
            {
                "Bob ₹500": "1200 petrol: Asha 700 Bob 500",
                "Bob paid ₹500 · Everybody": "Asha 700 Bob 500 paid 1200 petrol: all",
            },
        ),
        (
            "dinner 900 with bob and chen, she paid",
            {
                "Bob paid": "Bob paid 900 dinner: Bob 450 Chen 450",
                "Chen paid": "Chen paid 900 dinner: Bob 450 Chen 450",
            },
        ),
    ],
)
def test_each_likely_reading_is_a_button_that_books_it(text: str, ways: dict[str, str]) -> None:
    assert offered(text) == ways


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("100 bob's birthday", "100 bob's birthday: all"),
        ("100 chen noodles", "100 chen noodles: all"),
        ("present for bob's mum 100", "100 present for bob's mum: all"),
        ("asha baby shower 500", "500 asha baby shower: all"),
        ("\\bob took a taxi 1000", "1000 bob took a taxi: all"),
        ("beers 90 \\dee doesnt drink", "90 beers dee doesnt drink: all"),
        (
            "900 dinner chen doesn't drink so only bob and me",
            "900 dinner chen doesn't drink so: Asha 450 Bob 450",
        ),
        ("1200 tickets 4 x 300 me bob chen dee", "1200 tickets 4 x 300: all"),
    ],
)
def test_what_it_was_for_is_not_asked_about(text: str, meant: str) -> None:
    assert booked(FRIENDS, f"/split {text}") == meant


def test_shoes_of_mine_that_another_paid_may_be_mine_alone() -> None:
    with pytest.raises(LedgerError) as refused:
        among_four("my shoes 50 paid by chen")
    assert refused.value.code is Code.WORDS_LEFT
