"""What is said besides of whoever is named: why they pay, or don't, and with whose money."""

from __future__ import annotations

import pytest

from tests.handlers.grammar.buttons import offered
from tests.handlers.grammar.friends import FLAT, among_four


@pytest.mark.parametrize(
    "text",
    [
        "netflix 500, comes out of bobs account",
        "netflix 500 off bobs card",
        "netflix 500 on bobs card",
        "netflix 500 from bob's account",
    ],
)
def test_whose_account_it_comes_out_of_has_paid(text: str) -> None:
    assert among_four(text) == "Bob paid 500 netflix: all"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("sofa 300 from bobs place", "300 sofa from bobs place: all"),
        ("dinner 900 off the menu", "900 dinner off the menu: all"),
    ],
)
def test_what_is_from_somebodys_place_is_no_payment_of_theirs(text: str, meant: str) -> None:
    assert among_four(text) == meant


NOT_PAYING = {
    "Without Bob": "96 bday meal: Asha 32 Chen 32 Dee 32",
    "Everybody": "96 bday meal: all",
    "Only Bob": "96 bday meal: Bob 96",
}


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        (
            "bday meal for bob 96, hes not paying obvs",
            {**NOT_PAYING, "Asha and Bob": "96 bday meal is not paying obvs: Asha 48 Bob 48"},
        ),
        (
            "bday meal for bob 96, he isnt paying",
            {**NOT_PAYING, "Asha and Bob": "96 bday meal isnt paying: Asha 48 Bob 48"},
        ),
        (
            "boots meal deal 4 for bob, he forgot his wallet",
            {
                "Only Bob": "4 boots meal deal: Bob 4",
                "Asha and Bob": "4 boots meal deal forgot Bob's wallet: Asha 2 Bob 2",
                "Everybody": "4 boots meal deal: all",
            },
        ),
        (
            "lunch 300 bob forgot his wallet",
            {"Only Bob": "300 lunch: Bob 300", "Everybody": "300 lunch: all"},
        ),
        (
            "cat food 11 its bobs cat so all on him",
            {
                "Only Bob": "11 cat food its bobs cat so: Bob 11",
                "Bob paid · Only Bob": "Bob paid 11 cat food its bobs cat so: Bob 11",
            },
        ),
    ],
)
def test_why_somebody_pays_or_not_is_asked(text: str, ways: dict[str, str]) -> None:
    assert offered(FLAT, f"/split {text}") == ways
