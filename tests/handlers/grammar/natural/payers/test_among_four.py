"""Who paid, in lines that say what for and for whom besides."""

from __future__ import annotations

import pytest

from tests.handlers.grammar.friends import among_four


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("dee paid 300 extra for my baggage", "Dee paid 300 extra baggage: Asha 300"),
        ("lunch for bob 2000 chen paid", "Chen paid 2000 lunch: Bob 1000 Chen 1000"),
        (
            "kayaks 80 plus dinner 60, bob paid the kayaks i paid dinner",
            "Asha 60 Bob 80 paid 140 kayaks plus dinner: all",
        ),
        (
            "80 kayaks, 60 dinner, bob paid for kayaks and chen paid dinner",
            "Bob 80 Chen 60 paid 140 kayaks, dinner: all",
        ),
        (
            "we went to the beach and bob paid for the water it was 240",
            "Bob paid 240 we went to the beach and the water: all",
        ),
        ("lunch near my place 50 paid by chen", "Chen paid 50 lunch near my place: all"),
        ("dee booked the hotel 5600", "Dee paid 5600 the hotel: all"),
    ],
)
def test_whoever_is_said_to_have_paid_has(text: str, meant: str) -> None:
    assert among_four(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("dinner 2100 bob me, chen paid", "Chen paid 2100 dinner: Asha 700 Bob 700 Chen 700"),
        ("dinner 2100 bob me dee (chen paid)", "Chen paid 2100 dinner: all"),
    ],
)
def test_who_paid_shares_too_and_the_others_have_not_paid(text: str, meant: str) -> None:
    assert among_four(text) == meant
