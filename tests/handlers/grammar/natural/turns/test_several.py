"""Fewer nights than the others, two of what costs so much, or so much from everybody: asked."""

from __future__ import annotations

import pytest

from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import from_text
from ledger.core.errors import LedgerError
from tests.handlers.grammar.friends import booked
from tests.handlers.grammar.groups import circle
from tests.handlers.grammar.reading import INR, TODAY

FLAT = circle("en_IN", "Asha Bob Chen Dee")


def first_way(text: str) -> str:
    """Return what the first way books in which a line may be meant, its description apart."""
    with pytest.raises(LedgerError) as refused:
        read_split(from_text(f"/split {text}"), INR, TODAY, FLAT)
    ways = refused.value.details["ways"]
    assert isinstance(ways, tuple)
    told = booked(FLAT, f"/split {text}", ways[0].choice)
    payer, paid, _ = told.rpartition(" paid ")
    return f"{payer}{paid}{told.rpartition(': ')[2]}"


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("hotel 280 for 2 nights, dee only stayed one", "Asha 80 Bob 80 Chen 80 Dee 40"),
        ("hotel 280 for 2 nights, dee stayed only 1 night", "Asha 80 Bob 80 Chen 80 Dee 40"),
        ("hotel 280 2 nights dee only one night", "Asha 80 Bob 80 Chen 80 Dee 40"),
        ("hotel 300 for 2 nights, bob and chen just stayed 1", "Asha 100 Bob 50 Chen 50 Dee 100"),
        ("airbnb 280 for 4 nights bob was only there 2", "Asha 80 Bob 40 Chen 80 Dee 80"),
        ("airbnb 280 4 nights, bob only 2", "Asha 80 Bob 40 Chen 80 Dee 80"),
        ("airbnb 4 nights 280, dee was only there 2 of them", "Asha 80 Bob 80 Chen 80 Dee 40"),
        ("villa 1000 3 nights chen left after 1 night", "Asha 300 Bob 300 Chen 100 Dee 300"),
        (
            "villa 1100 for 3 nights i was only there for 2, bob paid",
            "Bob paid Asha 200 Bob 300 Chen 300 Dee 300",
        ),
    ],
)
def test_who_stayed_fewer_nights_has_fewer_parts(text: str, way: str) -> None:
    assert first_way(text) == way


@pytest.mark.parametrize(
    ("text", "way"),
    [
        (
            "rafting 1000 each, bob did it twice, i paid for all",
            "Asha 1000 Bob 2000 Chen 1000 Dee 1000",
        ),
        ("rafting 1000 each, bob went twice", "Asha 1000 Bob 2000 Chen 1000 Dee 1000"),
        ("rafting 1000 each, bob had two", "Asha 1000 Bob 2000 Chen 1000 Dee 1000"),
        ("rafting 1000 each bob 2", "Asha 1000 Bob 2000 Chen 1000 Dee 1000"),
        ("go karts 20 each, dee had 2 goes", "Asha 20 Bob 20 Chen 20 Dee 40"),
        ("ice creams 60 each i had two", "Asha 120 Bob 60 Chen 60 Dee 60"),
        ("burgers 12.50 each bob had 2", "Asha 12.50 Bob 25 Chen 12.50 Dee 12.50"),
    ],
)
def test_who_had_two_of_what_costs_so_much_pays_twice(text: str, way: str) -> None:
    assert first_way(text) == way


@pytest.mark.parametrize(
    "text",
    [
        "everyone give me 300 for farewell gift",
        "all of you send me 300",
        "everybody please pay me 300",
        "everyone should give me 300 for the kitty",
    ],
)
def test_what_everybody_is_to_give_is_each_ones(text: str) -> None:
    assert first_way(text) == "Bob 300 Chen 300 Dee 300"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "1200 hotel bob and chen 2 nights each, me 1 night",
            "1200 hotel: Asha 240 Bob 480 Chen 480",
        ),
        ("rafting 1000 each bob paid", "Bob paid 4000 rafting: all"),
        ("hotel 280 for 2 nights, dee paid", "Dee paid 280 hotel for 2 nights: all"),
    ],
)
def test_what_is_clear_is_not_asked_about(text: str, meant: str) -> None:
    assert booked(FLAT, f"/split {text}") == meant
