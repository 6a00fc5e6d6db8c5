"""Who shares a line of one of four, and who does not."""

from __future__ import annotations

import pytest

from tests.handlers.grammar.friends import among_four


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "120 train, chen rides free he has a pass",
            "120 train, he has a pass: Asha 40 Bob 40 Dee 40",
        ),
        ("train home 22 just me lol", "22 train home: Asha 22"),
        ("340 divided by me and bob", "340: Asha 170 Bob 170"),
        ("700 bowling last friday, all of us", "700 bowling on 16: all"),
        (
            "44 tapas everybody but me, chen paid",
            "Chen paid 44 tapas: Bob 14.67 Chen 14.67 Dee 14.66",
        ),
        (
            "44 tapas everyone except bob, chen paid",
            "Chen paid 44 tapas: Asha 14.67 Chen 14.67 Dee 14.66",
        ),
        ("44 tapas everyone except bob and chen, dee paid", "Dee paid 44 tapas: Asha 22 Dee 22"),
        ("groceries 80 (bob, chen)", "80 groceries: Asha 26.67 Bob 26.67 Chen 26.66"),
        ("600 lunch bob skip", "600 lunch: Asha 200 Chen 200 Dee 200"),
        ("beer 600 bob dint drink", "600 beer: Asha 200 Chen 200 Dee 200"),
        ("1800 gift from me bob and dee for chen", "1800 gift for chen: Asha 600 Bob 600 Dee 600"),
        ("2 tickets for me and bob 700", "700 2 tickets: Asha 350 Bob 350"),
    ],
)
def test_those_who_are_named_share_and_who_is_out_does_not(text: str, meant: str) -> None:
    assert among_four(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("laundry 320 me and bob, bob 200", "320 laundry: Asha 120 Bob 200"),
        ("600 badminton me bob chen dee minus chen", "600 badminton: Asha 200 Bob 200 Dee 200"),
        ("dinner 90 bob bob chen", "90 dinner: Asha 30 Bob 30 Chen 30"),
    ],
)
def test_of_somebody_named_twice_the_later_counts(text: str, meant: str) -> None:
    assert among_four(text) == meant
