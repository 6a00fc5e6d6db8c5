"""Whoever paid and is named among those who share as well, or is said to have paid in passing."""

from __future__ import annotations

import pytest

from bot.views.refusals.ways import way_labels
from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import from_text
from ledger.core.errors import LedgerError
from tests.bot.views.speaking import ENGLISH
from tests.handlers.grammar.friends import booked
from tests.handlers.grammar.groups import circle
from tests.handlers.grammar.reading import INR, TODAY

FOUR = circle("en_IN", "Asha Bob Chen Dee")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("ubr 380 paid by dee, me and dee only", "Dee paid 380 ubr: Asha 190 Dee 190"),
        (
            "dinner 900 paid by dee, me, bob and dee",
            "Dee paid 900 dinner: Asha 300 Bob 300 Dee 300",
        ),
        (
            "gift card 900 for boss from me chen and dee, chen bought",
            "Chen paid 900 gift card for boss from: Asha 300 Chen 300 Dee 300",
        ),
        (
            "cinema 3 x 12.99 me bob dee, bob booked",
            "Bob paid 38.97 cinema: Asha 12.99 Bob 12.99 Dee 12.99",
        ),
        ("flights 2 x 5400 me n dee, dee booked", "Dee paid 10800 flights: Asha 5400 Dee 5400"),
        ("flights 900 me n dee, dee ordered it", "Dee paid 900 flights: Asha 450 Dee 450"),
        ("pizza 180 me bob and dee. dee paid", "Dee paid 180 pizza: Asha 60 Bob 60 Dee 60"),
        ("pizza 180 with bob. it was great", "180 pizza it was great: Asha 90 Bob 90"),
    ],
)
def test_who_paid_shares_where_they_are_named_again(text: str, meant: str) -> None:
    assert booked(FOUR, f"/split {text}") == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("dinner 180 baht split equally chen put on card", "Chen paid 180 THB dinner: all"),
        ("dinner 180, chen put it on card", "Chen paid 180 dinner: all"),
        (
            "guide 4500 split 4 ways bob gave 2000 rest me",
            "Asha 2500 Bob 2000 paid 4500 guide: all",
        ),
        ("villa 4500, bob paid 2000, rest was me", "Asha 2500 Bob 2000 paid 4500 villa: all"),
        ("villa 4500, bob gave 2000 rest dee", "Bob 2000 Dee 2500 paid 4500 villa: all"),
        ("bags 900 chen has his own, dee paid", "Dee paid 900 bags: Asha 300 Bob 300 Dee 300"),
        ("bags 900 chen brought his own", "900 bags: Asha 300 Bob 300 Dee 300"),
        ("gas 60 bob drove but i paid, chen and dee came too", "60 gas: all"),
        ("gas 60 bob drove but i paid", "60 gas: all"),
        ("200 tip to driver from me", "200 tip to driver: all"),
        ("flowers 50 from me", "50 flowers: all"),
        (
            "refund on the gig tix 40 came back to me, was for everyone",
            "back: 40 the gig tix: all",
        ),
    ],
)
def test_what_says_who_paid_in_passing(text: str, meant: str) -> None:
    assert booked(FOUR, f"/split {text}") == meant


@pytest.mark.parametrize("text", ["this one's on bob 20 drinks", "it's on bob 20 drinks"])
def test_a_treat_is_asked_about_wherever_it_is_told(text: str) -> None:
    with pytest.raises(LedgerError) as refused:
        read_split(from_text(f"/split {text}"), INR, TODAY, FOUR)
    ways = refused.value.details["ways"]
    assert isinstance(ways, tuple)
    assert way_labels(ENGLISH, ways) == [
        "Bob paid · Everybody",
        "Bob paid · Only Bob",
        "Only Bob",
    ]


def test_everybody_pays_the_price_of_each_where_it_is_a_round() -> None:
    with pytest.raises(LedgerError) as refused:
        read_split(from_text("/split 4 pints 6.20 each on me"), INR, TODAY, FOUR)
    ways = refused.value.details["ways"]
    assert isinstance(ways, tuple)
    assert [way.line.amount.minor for way in ways][:1] == [2480]
