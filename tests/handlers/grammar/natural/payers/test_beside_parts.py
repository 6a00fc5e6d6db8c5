"""Numbers behind names beside a payer: shares where they make all of it."""

from __future__ import annotations

import pytest

from tests.handlers.grammar.friends import booked
from tests.handlers.grammar.groups import circle

FOUR = circle("en_IN", "Asha Bob Chen Dee")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("deposit 800 i paid, bob 300 chen 300 dee 200", "800 deposit: Bob 300 Chen 300 Dee 200"),
        ("800 deposit i paid, bob 300, chen 500", "800 deposit: Bob 300 Chen 500"),
        ("dinner 600 paid by me, chen 200 dee 400", "600 dinner: Chen 200 Dee 400"),
        ("600 dinner, bob paid, chen 200 dee 400", "Bob paid 600 dinner: Chen 200 Dee 400"),
        ("villa 1000 chen paid. bob 400 me 600", "Chen paid 1000 villa: Asha 600 Bob 400"),
        ("villa 900 paid by dee, bob 500 me 400", "Dee paid 900 villa: Asha 400 Bob 500"),
    ],
)
def test_who_paid_nothing_of_it_has_paid_it_all(text: str, meant: str) -> None:
    assert booked(FOUR, f"/split {text}") == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("700 tea paid @bob @asha 700", "700 tea: all"),
        ("600 dinner paid bob 200 chen 400", "Bob 200 Chen 400 paid 600 dinner: all"),
        ("600 dinner paid by bob 200, me 400", "Asha 400 Bob 200 paid 600 dinner: all"),
        ("600 dinner bob paid 200, i paid 400", "Asha 400 Bob 200 paid 600 dinner: all"),
    ],
)
def test_what_each_paid_is_no_share(text: str, meant: str) -> None:
    assert booked(FOUR, f"/split {text}") == meant
