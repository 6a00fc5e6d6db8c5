"""Who owes what: paid back later, lent, a percentage, so much of each."""

from __future__ import annotations

import pytest

from tests.handlers.grammar.friends import among_four


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("14 kebap bob pays me back 9", "14 kebap: Asha 5 Bob 9"),
        ("500 amazon for chen, he'll pay me", "500 amazon: Chen 500"),
        ("500 amazon for chen, he will pay me back", "500 amazon: Chen 500"),
        ("500 amazon for chen, chen pays me", "500 amazon: Chen 500"),
        ("14 kebap, bob will pay me back 9", "14 kebap: Asha 5 Bob 9"),
    ],
)
def test_whoever_pays_me_back_owes_it(text: str, meant: str) -> None:
    assert among_four(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("lend chen 100", "100: Chen 100"),
        ("spotted bob 200", "200: Bob 200"),
        ("bob spotted me 200", "Bob paid 200: Asha 200"),
        ("200 loan to bob", "200: Bob 200"),
        ("advance from bob 200", "Bob paid 200: Asha 200"),
        ("1000 advance to caterer", "1000 advance to caterer: all"),
    ],
)
def test_what_is_lent_is_owed(text: str, meant: str) -> None:
    assert among_four(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("you all owe me 12 each", "36: Bob 12 Chen 12 Dee 12"),
        ("everyone pays 200 for gift except dee", "600 gift: Asha 200 Bob 200 Chen 200"),
        ("800 gift chen pays 30%", "800 gift: Asha 560 Chen 240"),
    ],
)
def test_so_much_of_each_or_a_percentage_is_owed(text: str, meant: str) -> None:
    assert among_four(text) == meant
