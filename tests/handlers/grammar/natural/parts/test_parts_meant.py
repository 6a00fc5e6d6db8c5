"""Numbers and words that may be somebody's part: read where one reading is clear, or asked."""

from __future__ import annotations

import pytest

from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import from_text
from ledger.core.errors import Code, LedgerError
from tests.handlers.grammar.friends import booked
from tests.handlers.grammar.groups import circle
from tests.handlers.grammar.reading import INR, TODAY

PEOPLE = circle("en", "Asha Bob Chen Dee")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("60 beers bob owes 20", "60 beers: Asha 40 Bob 20"),
        ("60 drinks bob owes 20", "60 drinks: Asha 40 Bob 20"),
        ("60 beers bob 20", "60 beers: Asha 40 Bob 20"),
        ("60 tickets bob owes 20 chen owes 10", "60 tickets: Asha 30 Bob 20 Chen 10"),
        ("7 nights bob 4 nights chen 660", "660: Asha 55 Bob 385 Chen 220"),
        ("flat 600, bob 2 nights, chen 3 nights", "600 flat: Asha 100 Bob 200 Chen 300"),
        ("flat 600 bob 2 nights me 3 nights chen 1", "600 flat: Asha 300 Bob 200 Chen 100"),
        ("flat 600 chen 2 me 3 nights bob 1 night", "600 flat: Asha 300 Bob 100 Chen 200"),
        ("flat 600 chen 2 nights, bob 150", "600 flat: Asha 150 Bob 150 Chen 300"),
        ("half of 700 is bobs", "700: Asha 350 Bob 350"),
        ("half of 700 dinner is bob's", "700 dinner: Asha 350 Bob 350"),
        ("a third of the 900 train tickets is for chen", "900 train tickets: Asha 600 Chen 300"),
        (
            "airbnb 9000, chen 2 nights, me 3 nights, dee 1",
            "9000 airbnb: Asha 4500 Chen 3000 Dee 1500",
        ),
        ("airbnb 9000 me 3 nights dee 1 night", "9000 airbnb: Asha 6750 Dee 2250"),
        ("2 parts me 1 part bob 900 rent", "900 rent: Asha 600 Bob 300"),
        ("300 trip dee 12.50 more", "300 trip: Asha 143.75 Dee 156.25"),
        ("50/50 with bob 300", "300: Asha 150 Bob 150"),
        ("50/50 bob 300 dinner", "300 dinner: Asha 150 Bob 150"),
        ("60/40 with bob 300", "300: Asha 180 Bob 120"),
        ("1200/3 dinner", "400 dinner: all"),
        ("60 trip paid bob 2/3 me 1/3", "Asha 20 Bob 40 paid 60 trip: all"),
        ("60 trip paid by @bob 20 and me 40", "Asha 40 Bob 20 paid 60 trip: all"),
        ("60 trip paid by @bob and @chen", "Bob 30 Chen 30 paid 60 trip: all"),
        ("60 trip paid by bob 1/3 and me 2/3", "Asha 40 Bob 20 paid 60 trip: all"),
        (
            "100 trip paid bob 1/3 chen 1/3 me 1/3",
            "Asha 33.34 Bob 33.33 Chen 33.33 paid 100 trip: all",
        ),
        ("60 trip bob 2/3 me 1/3", "60 trip: Asha 20 Bob 40"),
        ("60 dinner for bob and chen only", "60 dinner: Bob 30 Chen 30"),
        ("1200 room 4 @bob", "1200 room 4: Asha 600 Bob 600"),
    ],
)
def test_a_clear_part_is_read(text: str, meant: str) -> None:
    assert booked(PEOPLE, f"/split {text}") == meant


@pytest.mark.parametrize(
    ("text", "code", "examples"),
    [
        ("100 pizza 50 me", Code.BAD_PART, ("/split 100 pizza \\50 me",)),
        (
            *("100 pizza 50 @bob", Code.BAD_PART),
            ("/split 100 pizza @bob 50", "/split 100 pizza \\50 @bob"),
        ),
        *(
            (said, Code.BAD_PART, ("/split 60 dinner paid me", "/split 60 dinner only me"))
            for said in ("60 dinner my treat", "60 dinner i'm treating")
        ),
        ("60 dinner bob and chen only had drinks", Code.WORDS_LEFT, ()),
        ("60 dinner bob only had a drink", Code.WORDS_LEFT, ()),
    ],
)
def test_what_may_be_a_part_is_asked(text: str, code: Code, examples: tuple[str, ...]) -> None:
    with pytest.raises(LedgerError) as refused:
        read_split(from_text(f"/split {text}"), INR, TODAY, PEOPLE)
    assert refused.value.code is code
    assert refused.value.details["examples"] == examples
