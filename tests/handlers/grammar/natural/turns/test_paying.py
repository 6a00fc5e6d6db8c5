"""Who put in what, each so much or the rest."""

from __future__ import annotations

import pytest

from tests.handlers.grammar.friends import among_four


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "i put 20 and bob 15 for chens gift, everyone except chen",
            "Asha 20 Bob 15 paid 35 chens gift: Asha 11.67 Bob 11.67 Dee 11.66",
        ),
        (
            "paid the driver 6000, 2000 of it was bobs cash",
            "Asha 4000 Bob 2000 paid 6000 paid the driver: all",
        ),
        ("driver 6000, 2000 of that bobs money", "Asha 4000 Bob 2000 paid 6000 driver: all"),
        (
            "dinner 6000, 2000 of it was bobs",
            "6000 dinner: Asha 1000 Bob 3000 Chen 1000 Dee 1000",
        ),
        ("i put in 20 and bob put 15 for gas", "Asha 20 Bob 15 paid 35 gas: all"),
        ("bob put in 50, chen 30, i paid the remaining 40", "Asha 40 Bob 50 Chen 30 paid 120: all"),
        ("bob put in 50 and i paid the remaining 40", "Asha 40 Bob 50 paid 90: all"),
        (
            "i paid 20, bob paid 15 and chen paid 30 for wine",
            "Asha 20 Bob 15 Chen 30 paid 65 wine: all",
        ),
        ("hotel 300, i paid 200 and bob the rest", "Asha 200 Bob 100 paid 300 hotel: all"),
        ("hotel 300, bob paid 200 and i the rest", "Asha 100 Bob 200 paid 300 hotel: all"),
        (
            "hire car 140, bob put down the deposit 40 i paid the rest",
            "Asha 100 Bob 40 paid 140 hire car deposit: all",
        ),
        (
            "hire car 140, bob paid the deposit of 40, i paid the rest",
            "Asha 100 Bob 40 paid 140 hire car deposit: all",
        ),
        (
            "villa 9000, dee paid the advance 2000 and bob paid the balance",
            "Bob 7000 Dee 2000 paid 9000 villa advance: all",
        ),
        (
            "villa 9000, i put the deposit 2000, rest chen",
            "Asha 2000 Chen 7000 paid 9000 villa deposit: all",
        ),
        *(
            (text, "Asha 100 Bob 100 Chen 100 Dee 100 paid 400 airbnb: all")
            for text in (
                *("airbnb 400 we paid 100 each", "airbnb 400, we each paid 100"),
                *("airbnb 400 everyone paid 100", "airbnb 400 we all paid 100 each"),
            )
        ),
        ("hotel balance 900 bob paid", "Bob paid 900 hotel balance: all"),
        (
            "caterer 5000, 1000 already paid by bob, rest me",
            "Asha 4000 Bob 1000 paid 5000 caterer: all",
        ),
        (
            "5000 caterer, 1000 was paid by bob and the rest by me",
            "Asha 4000 Bob 1000 paid 5000 caterer: all",
        ),
    ],
)
def test_what_each_put_in_is_paid(text: str, meant: str) -> None:
    assert among_four(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "rent 20000 we paid half each me n bob",
            "Asha 10000 Bob 10000 paid 20000 rent: all",
        ),
        (
            "bob n chen paid 600 each for the cottage, all 4 stayed",
            "Bob 600 Chen 600 paid 1200 the cottage: all",
        ),
        ("me and bob paid 300 each", "Asha 300 Bob 300 paid 600: all"),
        (
            "me and bob paid 300 each for the airbnb, split between all",
            "Asha 300 Bob 300 paid 600 the airbnb: all",
        ),
        ("chen and i paid 650 each for cab", "Asha 650 Chen 650 paid 1300 cab: all"),
        ("chen, bob and i paid 20 each", "Asha 20 Bob 20 Chen 20 paid 60: all"),
        ("bob and dee both paid 20", "Bob 20 Dee 20 paid 40: all"),
        ("bob n dee 12 each for museum, chen paid", "Chen paid 24 museum: Bob 12 Dee 12"),
        ("bob n dee 12 each for museum", "36 museum: Asha 12 Bob 12 Dee 12"),
    ],
)
def test_each_of_several_paid_so_much(text: str, meant: str) -> None:
    assert among_four(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("30 ramen chen dee (i only paid)", "30 ramen: Chen 15 Dee 15"),
        ("ramen 30 i paid but didnt eat", "30 ramen: Bob 10 Chen 10 Dee 10"),
        ("ramen 30 with bob, i paid but didnt eat", "30 ramen: Bob 30"),
    ],
)
def test_whoever_only_paid_shares_nothing(text: str, meant: str) -> None:
    assert among_four(text) == meant
