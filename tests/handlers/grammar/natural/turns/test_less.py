"""So much less for somebody, or of all: never more of it for them."""

from __future__ import annotations

import pytest

from tests.handlers.grammar.buttons import offered
from tests.handlers.grammar.friends import FLAT, among_four

LESS = "2000 dinner: Asha 550 Bob 350 Chen 550 Dee 550"


@pytest.mark.parametrize(
    "text",
    [
        "dinner 2000 200 off bobs",
        "dinner 2000, 200 off bob's share",
        "dinner 2000 200 off for bob",
        "dinner 2000 200 less for bob",
        "dinner 2000 bob gets 200 off",
        "2000 dinner, bob pays 200 less",
        "2000 dinner bob has 200 off",
    ],
)
def test_so_much_less_is_somebodys_among_all(text: str) -> None:
    assert among_four(text) == LESS


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2000 dinner, 200 less for me", "2000 dinner: Asha 350 Bob 550 Chen 550 Dee 550"),
        ("dinner 2000 bob gets 200 off, dee paid", f"Dee paid {LESS}"),
        (
            "dinner 2200 with bob and dee, bob gets 200 off",
            "2200 dinner: Asha 800 Bob 600 Dee 800",
        ),
        ("dinner 2000 @bob 200 less", "2000 dinner: Asha 1100 Bob 900"),
    ],
)
def test_less_is_of_whoever_is_named(text: str, meant: str) -> None:
    assert among_four(text) == meant


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        *(
            (text, {"Bob −₹200": LESS,
                    "Bob +₹200": "2000 dinner: Asha 450 Bob 650 Chen 450 Dee 450"})
            for text in (
                "dinner 2000 less 200 bob",
                "dinner 2000 minus 200 for bob",
                "2000 dinner less 200 for bob's share",
            )
        ),
        (
            "dinner 2000 less 200 for bob and dee",
            {
                "Bob −₹200, Dee −₹200": "2000 dinner: Asha 600 Bob 400 Chen 600 Dee 400",
                "Bob −₹100, Dee −₹100": "2000 dinner: Asha 550 Bob 450 Chen 550 Dee 450",
                "Bob +₹100, Dee +₹100": "2000 dinner: Asha 450 Bob 550 Chen 450 Dee 550",
            },
        ),
        (
            "dinner 2000 200 off for bob and dee",
            {
                "Bob −₹200, Dee −₹200": "2000 dinner: Asha 600 Bob 400 Chen 600 Dee 400",
                "Bob −₹100, Dee −₹100": "2000 dinner: Asha 550 Bob 450 Chen 550 Dee 450",
            },
        ),
        *(
            (text, {"Bob −₹200 · Everybody": LESS,
                    "Bob −₹200 · Asha and Bob": "2000 dinner: Asha 1100 Bob 900"})
            for text in ("dinner 2000, bob 200 less", "dinner 2000 bob 200 off")
        ),
        (
            "3000 trip dee 200 less",
            {
                "Dee −₹200 · Everybody": "3000 trip: Asha 800 Bob 800 Chen 800 Dee 600",
                "Dee −₹200 · Asha and Dee": "3000 trip: Asha 1600 Dee 1400",
            },
        ),
        (
            "dinner 2000 paid by dee, bob 200 less",
            {
                "Bob −₹200 · Everybody": f"Dee paid {LESS}",
                "Bob −₹200 · Bob and Dee": "Dee paid 2000 dinner: Bob 900 Dee 1100",
            },
        ),
    ],
)  # fmt: skip
def test_less_that_may_be_of_others_is_asked(text: str, ways: dict[str, str]) -> None:
    assert offered(FLAT, f"/split {text}") == ways


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2000 dinner bob 300 paid by dee", "Dee paid 2000 dinner: Bob 300 Dee 1700"),
        ("2000 dinner bob 300, paid by dee", "Dee paid 2000 dinner: Bob 300 Dee 1700"),
        ("2000 dinner me 300 paid by dee", "Dee paid 2000 dinner: Asha 300 Dee 1700"),
        ("dinner 500, bob 300 paid, dee 200 paid", "Bob 300 Dee 200 paid 500 dinner: all"),
    ],
)
def test_a_share_before_who_paid_is_no_payment(text: str, meant: str) -> None:
    assert among_four(text) == meant
