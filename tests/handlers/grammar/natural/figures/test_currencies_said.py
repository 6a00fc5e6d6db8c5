"""Which money is meant by a name that friends use of several, or that weighs something."""

from __future__ import annotations

import pytest

from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import from_text
from ledger.core.errors import LedgerError
from ledger.core.money import currency
from tests.handlers.grammar.friends import FLAT
from tests.handlers.grammar.reading import TODAY


@pytest.mark.parametrize(
    ("home", "text", "meant"),
    [
        ("GBP", "cab in nyc 35 bucks", "USD"),
        ("EUR", "fifty bucks lunch", "USD"),
        ("CAD", "35 bucks cab", "CAD"),
        ("INR", "35 bucks cab", "INR"),
        ("ZAR", "lunch 50 bucks", "ZAR"),
        ("INR", "dinner 75 pounds", "GBP"),
        ("INR", "75 pounds dinner with bob", "GBP"),
        ("EUR", "entry 12.50 pounds", "GBP"),
        ("EGP", "dinner 75 pounds", "EGP"),
        ("INR", "20 quid pizza", "GBP"),
        ("INR", "dinner 30 euros", "EUR"),
        ("INR", "pounds shop 20", "INR"),
        ("USD", "250 canadian for the motel", "CAD"),
        ("USD", "motel 250 canadian dollars", "CAD"),
        ("EUR", "fondue 60 swiss francs", "CHF"),
        ("USD", "20 canadian beers", "USD"),
    ],
)
def test_the_money_is_that_which_is_said(home: str, text: str, meant: str) -> None:
    line = read_split(from_text(f"/split {text}"), currency(home), TODAY, FLAT)
    assert line.amount.currency == currency(meant)


@pytest.mark.parametrize("text", ["2 pounds of apples 10", "apples 2 pounds 300"])
def test_pounds_that_weigh_something_are_no_money(text: str) -> None:
    with pytest.raises(LedgerError) as asked:
        read_split(from_text(f"/split {text}"), currency("INR"), TODAY, FLAT)
    readings = asked.value.details["readings"]
    assert isinstance(readings, tuple)
    assert {money.currency for money in readings} == {currency("INR")}
