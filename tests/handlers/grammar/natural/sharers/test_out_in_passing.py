"""Who is out in passing: not charged, not there though they paid, or not one of the others."""

from __future__ import annotations

import pytest

from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import from_text
from tests.handlers.grammar.friends import booked
from tests.handlers.grammar.groups import circle
from tests.handlers.grammar.reading import INR, TODAY

FLAT = circle("en_IN", "Asha Bob Chen Dee")
NO_BOB = "700 pizza: Asha 233.34 Chen 233.33 Dee 233.33"
NO_ASHA = "700 pizza: Bob 233.34 Chen 233.33 Dee 233.33"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("pizza 700 dont charge bob", NO_BOB),
        ("dont charge bob, 700 pizza", NO_BOB),
        ("pizza 700 no charge for bob", NO_BOB),
        ("pizza 700, nothing for bob", NO_BOB),
        ("pizza 700 xcept bob", NO_BOB),
        ("pizza 700, bob aint going", NO_BOB),
        ("pizza 700 bob ain't there", NO_BOB),
        ("pizza 700 sans bob", NO_BOB),
        ("pizza 700 xcpt bob", NO_BOB),
        ("pizza 700 shared by all xept bob", NO_BOB),
        ("pizza 700 everyone cept bob", NO_BOB),
        ("pizza 700 shared by all bar bob", NO_BOB),
        ("pizza 700 all minus bob", NO_BOB),
        ("pizza 700 bob paid, shared by all xcpt me", f"Bob paid {NO_ASHA}"),
        ("pizza 700 don't charge bob and chen", "700 pizza: Asha 350 Dee 350"),
        ("charge bob 50", "50: Bob 50"),
    ],
)
def test_who_is_not_charged_is_out(text: str, meant: str) -> None:
    assert booked(FLAT, f"/split {text}") == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("i wasn't there but i paid 700 pizza", NO_ASHA),
        ("700 pizza i paid but wasn't there", NO_ASHA),
        ("i paid 700 pizza but i didn't eat", NO_ASHA),
        ("bob wasnt there but paid 700 pizza", f"Bob paid {NO_BOB}"),
        ("bob paid 700 pizza but wasnt there", f"Bob paid {NO_BOB}"),
        ("bob paid 700 pizza but he wasnt there", f"Bob paid {NO_BOB}"),
        (
            "chen wasnt there but bob paid 700 pizza",
            "Bob paid 700 pizza: Asha 233.34 Bob 233.33 Dee 233.33",
        ),
        (
            "700 pizza everyone but chen paid by bob",
            "Bob paid 700 pizza: Asha 233.34 Bob 233.33 Dee 233.33",
        ),
    ],
)
def test_who_paid_may_be_out_himself(text: str, meant: str) -> None:
    assert booked(FLAT, f"/split {text}") == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("paid 700 pizza for the others", NO_ASHA),
        ("700 pizza for everyone else", NO_ASHA),
        ("bob paid 700 pizza for the others", f"Bob paid {NO_BOB}"),
        ("700 pizza paid by bob for everyone else", f"Bob paid {NO_BOB}"),
        ("gift for bob 700 everyone else", "700 gift for bob: Asha 233.34 Chen 233.33 Dee 233.33"),
    ],
)
def test_for_the_others_is_for_all_but_whoever_paid(text: str, meant: str) -> None:
    assert booked(FLAT, f"/split {text}") == meant


@pytest.mark.parametrize(
    "text", ["dinner 1200 bob and priya came", "bob and priya came, dinner 1200"]
)
def test_a_stranger_who_came_too_is_asked_about(text: str) -> None:
    line = read_split(from_text(f"/split {text}"), INR, TODAY, FLAT)
    assert line.doubts.unknown == ("priya",)
    assert booked(FLAT, f"/split {text}") == "1200 dinner: Asha 600 Bob 600"
