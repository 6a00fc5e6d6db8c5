"""Numbers that count things beside one that is the price: asked, with a button for each."""

from __future__ import annotations

import pytest

from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import from_text
from handlers.grammar.literals.amounts import write_money
from ledger.core.errors import Code, LedgerError
from tests.handlers.grammar.friends import booked
from tests.handlers.grammar.groups import circle
from tests.handlers.grammar.reading import INR, TODAY

PEOPLE = "Asha Bob Chen Dee"


@pytest.mark.parametrize(
    ("code", "text", "readings"),
    [
        ("en", "3 pizzas for 20", "3 20"),
        ("en", "4 beers for 20 with bob", "4 20"),
        ("en", "room 204 for 500 with bob", "204 500"),
        ("en", "2 nights for 300", "2 300"),
        ("en", "6 tickets for 60", "6 60"),
        ("en", "800 per night for 2 nights", "1600 800 2"),
        ("en", "640 lunch + 60 cab", "640 60 700"),
        ("en", "tix 300 x3", "900 300"),
        ("en", "iphone 15 cover 500", "15 500"),
        ("en", "tix 300 x3 bob chen me", "900 300"),
        ("en", "640 lunch & 60 cab", "640 60 700"),
        ("en", "640 lunch, 60 cab", "640 60 700"),
        ("en", "hotel 800 per night for 2 nights", "1600 800 2"),
        ("en", "2 beers for 12 and 3 wines for 20", "32 2 12 3 20"),
        ("en", "2 beers at 12 and 3 wines at 20", "84 2 12 3 20"),
        ("de", "3 pizzen für 20", "3 20"),
        ("fr", "3 pizzas pour 20", "3 20"),
        ("it", "3 pizze per 20", "3 20"),
        ("es", "3 pizzas por 20", "3 20"),
        ("pt_BR", "3 pizzas por 20", "3 20"),
        ("ru", "3 пиццы за 20", "3 20"),
        ("uk", "3 піци за 20", "3 20"),
        ("hi", "2 बीयर 3 वाइन", "2 3"),
    ],
)
def test_every_number_that_may_be_the_amount_has_a_reading(
    code: str, text: str, readings: str
) -> None:
    people = circle(code, PEOPLE)
    with pytest.raises(LedgerError) as refused:
        read_split(from_text(f"/split {text}"), INR, TODAY, people)
    details = refused.value.details
    assert refused.value.code is Code.AMOUNT_AMBIGUOUS
    assert isinstance(details["readings"], tuple)
    assert " ".join(write_money(one, INR) for one in details["readings"]) == readings
    assert details["working"] == (True,) * len(details["readings"])
    for place, amount in enumerate(details["readings"]):
        read = read_split(from_text(f"/split {text}"), INR, TODAY, people, place)
        assert read.amount == amount


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("3x pizza 250 each", "750 3x pizza: all"),
        ("3x pizza at 25 with bob", "75 3x pizza: Asha 37.50 Bob 37.50"),
        ("5 coffees at 120", "600 5 coffees: all"),
        ("3 x coffee at 40 with bob", "120 3 x coffee: Asha 60 Bob 60"),
        ("pizza for 20", "20 pizza: all"),
        ("60 dinner for 4", "60 dinner for 4 for 4: all"),
        ("12 pizzas for 4 people", "12 pizzas for 4 people for 4: all"),
        ("168 for 2 nights", "168 2 nights: all"),
    ],
)
def test_a_price_is_taken_so_often(text: str, meant: str) -> None:
    assert booked(circle("en", PEOPLE), f"/split {text}") == meant


def test_what_may_be_an_hour_is_asked() -> None:
    with pytest.raises(LedgerError) as refused:
        booked(circle("en", PEOPLE), "/split 3 coffees at 8")
    assert refused.value.code is Code.AMOUNT_AMBIGUOUS
