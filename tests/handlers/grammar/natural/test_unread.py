"""Words of who shares or pays are read or asked about; none stays in what it was for."""

from __future__ import annotations

import pytest

from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import from_text
from ledger.core.errors import Code, LedgerError
from tests.handlers.grammar.friends import booked
from tests.handlers.grammar.groups import circle
from tests.handlers.grammar.reading import INR, TODAY

FOUR = circle("en_IN", "Asha Bob Chen Dee")
WORDS = (
    *("except", "unless", "minus", "without", "excluding", "execpting", "xcpt", "nobody"),
    *("only", "just", "half", "us", "we", "everyone", "everybody", "me", "myself"),
    *("rest", "others", "equally", "evenly", "each"),
)
PLACES = (
    "bob paid 90 dinner {} me",
    "dinner 90 {} bob, chen paid",
    "bob paid, dinner 90 with chen {}",
    "90 dinner {}, paid by bob",
)


def title(text: str) -> str:
    """Return what a line is booked as, nothing where it is asked about."""
    try:
        return read_split(from_text(f"/split {text}"), INR, TODAY, FOUR).description
    except LedgerError:
        return ""


@pytest.mark.parametrize("place", PLACES)
def test_no_word_of_meaning_stays_in_the_description(place: str) -> None:
    left = {word: title(place.format(word)) for word in WORDS}
    assert {word: said for word, said in left.items() if word in said.split()} == {}


def ways_of(text: str) -> list[str]:
    with pytest.raises(LedgerError) as refused:
        read_split(from_text(f"/split {text}"), INR, TODAY, FOUR)
    assert refused.value.code is Code.WORDS_LEFT
    ways = refused.value.details["ways"]
    assert isinstance(ways, tuple)
    return [booked(FOUR, f"/split {text}", way.choice) for way in ways]


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        (
            "dinner 90 shared by all execpting bob",
            ["90 dinner: Asha 30 Chen 30 Dee 30", None],
        ),
        ("dinner 90 bob paid me only", ["Bob paid 90 dinner bob: Asha 90", None, None]),
        (
            "dinner 90 me paid, bob ate",
            ["90 dinner ate: all", "90 dinner ate: Asha 45 Bob 45", None],
        ),
        ("dinner 90 everybody else bob paid", ["Bob paid 90 dinner: Asha 30 Chen 30 Dee 30", None]),
    ],
)
def test_what_may_be_meant_is_offered(text: str, ways: list[str | None]) -> None:
    told = ways_of(text)
    assert len(told) == len(ways)
    assert all(meant in (None, said) for said, meant in zip(told, ways, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "dinner 90 us bob paid",
        "dinner 90 rest of us paid bob",
        "dinner 90 others only bob paid",
    ],
)
def test_else_it_is_asked_whether_it_is_what_it_was_for(text: str) -> None:
    with pytest.raises(LedgerError) as refused:
        read_split(from_text(f"/split {text}"), INR, TODAY, FOUR)
    assert refused.value.code is Code.WORDS_LEFT


@pytest.mark.parametrize(
    "text",
    [
        "bob paid 20 for half chicken",
        "12 coke no ice, bob paid",
        "90 just eat delivery with chen",
        "60 all you can eat sushi, dee paid",
        "90 us open tickets with bob",
        "30 left over rest of the paint, bob paid",
        "40 escape room for 3 of us, me bob and chen",
        "12 meal without meat with bob",
    ],
)
def test_what_may_well_be_what_it_was_for_is_booked(text: str) -> None:
    assert title(text)


@pytest.mark.parametrize(
    "text",
    ["i took 2000 from the kitty", "took 2000 from the pot", "i took 200 out of the kitty"],
)
def test_no_way_is_offered_of_what_was_taken_from_the_kitty(text: str) -> None:
    with pytest.raises(LedgerError) as refused:
        read_split(from_text(f"/split {text}"), INR, TODAY, FOUR)
    assert not refused.value.details.get("ways")
    assert not refused.value.details.get("choices")


@pytest.mark.parametrize(
    "text", ["train tix 60 w railcard", "pizza 60 with voucher", "hotel 60 with pool"]
)
def test_a_thing_that_is_with_it_is_nobody(text: str) -> None:
    line = read_split(from_text(f"/split {text}"), INR, TODAY, FOUR)
    assert not line.doubts.unknown
