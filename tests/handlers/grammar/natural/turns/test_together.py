"""Who shares it: only these, us two, or those whose all of it is."""

from __future__ import annotations

import pytest

from ledger.core.errors import Code, LedgerError
from tests.handlers.grammar.friends import among_four


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("groceries 84 - bob n chen only", "84 groceries: Bob 42 Chen 42"),
        ("500 petrol paid by me, bob n chen to split", "500 petrol: Bob 250 Chen 250"),
    ],
)
def test_only_those_who_are_named_share_it(text: str, meant: str) -> None:
    assert among_four(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("500 pharmacy its all for chen", "500 pharmacy: Chen 500"),
        ("500 pharmacy all for chen", "500 pharmacy: Chen 500"),
        ("500 pharmacy everything for bob and me", "500 pharmacy: Asha 250 Bob 250"),
        ("500 pharmacy it's for chen", "500 pharmacy: Asha 250 Chen 250"),
        ("party 300 for all", "300 party: all"),
        ("amazon 999 belongs to chen", "999 amazon: Chen 999"),
    ],
)
def test_all_of_it_is_theirs(text: str, meant: str) -> None:
    assert among_four(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("zomato 650 bob paid, just us two", "Bob paid 650 zomato: Asha 325 Bob 325"),
        ("zomato 650 with bob, the two of us", "650 zomato: Asha 325 Bob 325"),
    ],
)
def test_us_two_are_the_writer_and_the_other_who_is_named(text: str, meant: str) -> None:
    assert among_four(text) == meant


@pytest.mark.parametrize("text", ["zomato 650 just us two", "650 bob and dee paid just us two"])
def test_who_the_other_of_us_two_is_is_asked(text: str) -> None:
    with pytest.raises(LedgerError) as refused:
        among_four(text)
    assert refused.value.code is Code.NAME_MISSING
