"""Guests of a member: whoever brought them has so many parts more, or it is asked."""

from __future__ import annotations

import pytest

from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import from_text
from ledger.core.errors import Code, LedgerError
from tests.handlers.grammar.friends import booked
from tests.handlers.grammar.groups import circle
from tests.handlers.grammar.reading import INR, TODAY

FLAT = circle("en_IN", "Asha Bob Chen Dee")


def first_way(text: str) -> str:
    """Return who shares, and who paid, in the first way in which a line may be meant."""
    with pytest.raises(LedgerError) as refused:
        read_split(from_text(f"/split {text}"), INR, TODAY, FLAT)
    assert refused.value.code is Code.WORDS_LEFT
    ways = refused.value.details["ways"]
    assert isinstance(ways, tuple)
    told = booked(FLAT, f"/split {text}", ways[0].choice)
    payer, paid, _ = told.partition(" paid ")
    return f"{payer if paid else ''} {told.rpartition(': ')[2]}".strip()


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("karaoke 100 me+1", "Asha 40 Bob 20 Chen 20 Dee 20"),
        ("karaoke 100 me +1", "Asha 40 Bob 20 Chen 20 Dee 20"),
        ("karaoke 100 i+1", "Asha 40 Bob 20 Chen 20 Dee 20"),
        ("karaoke 100 with my +1", "Asha 40 Bob 20 Chen 20 Dee 20"),
        ("karaoke 100 my plus one", "Asha 40 Bob 20 Chen 20 Dee 20"),
        ("karaoke 100 bob+1", "Asha 20 Bob 40 Chen 20 Dee 20"),
        ("karaoke 100 bob plus one", "Asha 20 Bob 40 Chen 20 Dee 20"),
        ("dinner 100 chen +1, bob paid", "Bob Asha 20 Bob 20 Chen 40 Dee 20"),
        ("dinner 180, dee brought 2 friends", "Asha 30 Bob 30 Chen 30 Dee 90"),
        ("dinner for 6, 180, dee brought 2 friends", "Asha 30 Bob 30 Chen 30 Dee 90"),
        ("dee brought two friends, dinner 180", "Asha 30 Bob 30 Chen 30 Dee 90"),
        ("dinner 100 bob brought his gf", "Asha 20 Bob 40 Chen 20 Dee 20"),
        ("bob brought a friend dinner 100", "Asha 20 Bob 40 Chen 20 Dee 20"),
        ("i brought my sister, dinner 100", "Asha 40 Bob 20 Chen 20 Dee 20"),
        ("dinner 100 bob paid, he brought his gf", "Bob Asha 20 Bob 40 Chen 20 Dee 20"),
        ("dinner 90 me and bob and his gf", "Asha 30 Bob 60"),
    ],
)
def test_it_is_asked_whether_a_guest_has_a_part(text: str, way: str) -> None:
    assert first_way(text) == way


@pytest.mark.parametrize(
    "text",
    [
        "bob brought his gf, dinner 100 split 5 ways",
        "bob brought his gf, dinner 100 split 5 ways bob pays 2",
        "dinner 100 split 5 ways, bob counts twice",
        "dinner 100, bob pays 2, split 5 ways",
    ],
)
def test_as_many_ways_as_we_are_with_guests_are_theirs(text: str) -> None:
    assert booked(FLAT, f"/split {text}").endswith("dinner: Asha 20 Bob 40 Chen 20 Dee 20")


@pytest.mark.parametrize("text", ["dinner 100 split 6 ways", "bob brought a friend 90 6 ways"])
def test_other_ways_are_still_asked_about(text: str) -> None:
    with pytest.raises(LedgerError):
        read_split(from_text(f"/split {text}"), INR, TODAY, FLAT)


def test_a_thing_is_no_guest() -> None:
    assert first_way("bob brought a cake 100") == "Bob all"


def test_one_more_behind_an_at_is_money_as_ever() -> None:
    read = booked(FLAT, "/split 100 tea @bob +1 @chen me")
    assert read.endswith(": Asha 33 Bob 34 Chen 33")
