"""Numbers as they are dictated, and money by its names."""

from __future__ import annotations

import pytest

from ledger.core.errors import LedgerError
from tests.handlers.grammar.friends import among_four


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("one thousand two hundred dinner", "1200 dinner: all"),
        ("dinner thirty five hundred", "3500 dinner: all"),
        ("twenty five rupees chai with bob", "25 chai: Asha 12.50 Bob 12.50"),
        ("a hundred rupees for tea", "100 tea: all"),
        ("two and a half thousand rent", "2500 rent: all"),
        ("two pizzas 20", "20 two pizzas: all"),
        ("a pizza 20", "20 a pizza: all"),
        ("~40 taxi", "40 taxi: all"),
        ("taxi 40ish", "40 taxi: all"),
    ],
)
def test_numbers_are_read_as_they_are_dictated(text: str, meant: str) -> None:
    assert among_four(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("80 cents gum", "0.80 gum: all"),
        ("gum 50 cent", "0.50 gum: all"),
        ("99ct gum with bob", "0.99 gum: Asha 0.50 Bob 0.49"),
        ("75¢ gum", "0.75 gum: all"),
        ("3 euros 50 cents", "3.50 EUR: all"),
    ],
)
def test_cents_are_hundredths(text: str, meant: str) -> None:
    assert among_four(text) == meant


@pytest.mark.parametrize(
    ("text", "example"),
    [("dinner1200", "/split 1200 dinner"), ("12oo dinner", "/split 1200 dinner")],
)
def test_a_number_that_is_nearly_one_is_offered(text: str, example: str) -> None:
    with pytest.raises(LedgerError) as refused:
        among_four(text)
    assert refused.value.details["examples"] == (example,)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("20 francs lunch with bob", "20 CHF lunch: Asha 10 Bob 10"),
    ],
)
def test_francs_are_swiss(text: str, meant: str) -> None:
    assert among_four(text) == meant
