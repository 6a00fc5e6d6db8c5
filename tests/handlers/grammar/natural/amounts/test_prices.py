"""So many at a price, where the price says its currency."""

from __future__ import annotations

import pytest

from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import from_text
from ledger.core.errors import Code, LedgerError
from ledger.core.money import Currency, Money
from tests.handlers.grammar.groups import circle
from tests.handlers.grammar.reading import INR, TODAY

PEOPLE = circle("en_IN", "Asha Bob Chen Dee")


@pytest.mark.parametrize(
    ("text", "minor", "currency", "what"),
    [
        ("tube £2.80 x 4", 1120, "GBP", "tube"),
        ("tube 4 x £2.80", 1120, "GBP", "tube"),
        ("tube 4x£2.80", 1120, "GBP", "tube"),
        ("£2.80 × 4 tube", 1120, "GBP", "tube"),
        ("beers 5€ x 3 paid by bob", 1500, "EUR", "beers"),
        ("3*$20 tickets", 6000, "USD", "tickets"),
        ("dinner ₹450 x 2", 90000, "INR", "dinner"),
        # Without a sign it is the grammar's own product, and other words are no price.
        ("3x20 tickets", 6000, "INR", "tickets"),
        ("max £20 dinner", 2000, "GBP", "max dinner"),
    ],
)
def test_a_price_keeps_its_currency(text: str, minor: int, currency: str, what: str) -> None:
    line = read_split(from_text(f"/split {text}"), INR, TODAY, PEOPLE)
    assert (line.amount, line.description) == (Money(minor, Currency(currency)), what)


def test_so_does_each_reading_where_another_amount_stands_there() -> None:
    with pytest.raises(LedgerError) as asked:
        read_split(from_text("/split tube £2.80 x 4 and cab £10"), INR, TODAY, PEOPLE)
    assert asked.value.code is Code.AMOUNT_AMBIGUOUS
    readings = [Money(minor, Currency("GBP")) for minor in (1120, 1000, 2120)]
    assert asked.value.details["readings"] == tuple(readings)
