"""As many of us as are here without one: whose birthday it is, or who gets the present."""

from __future__ import annotations

import pytest

from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import from_text
from ledger.core.errors import Code, LedgerError
from tests.handlers.grammar.friends import booked
from tests.handlers.grammar.groups import circle
from tests.handlers.grammar.reading import INR, TODAY

FOUR = circle("en_IN", "Asha Bob Chen Dee")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "cake for dees birthday 900 split between us three",
            "900 cake for dees birthday: Asha 300 Bob 300 Chen 300",
        ),
        ("dee's bday dinner 900 us three", "900 dee's bday dinner: Asha 300 Bob 300 Chen 300"),
        (
            "bob's birthday lunch 900 for 3 of us",
            "900 bob's birthday lunch: Asha 300 Chen 300 Dee 300",
        ),
        ("birthday cake dee 900, us three", "900 birthday cake dee: Asha 300 Bob 300 Chen 300"),
        ("present dee us three 90", "90 present dee: Asha 30 Bob 30 Chen 30"),
        ("gift for chen 3000 we 3", "3000 gift for chen: Asha 1000 Bob 1000 Dee 1000"),
        ("chens farewell 3000 only us 3", "3000 chens farewell: Asha 1000 Bob 1000 Dee 1000"),
        (
            "dee paid 900 for chen's birthday us 3",
            "Dee paid 900 chen's birthday: Asha 300 Bob 300 Dee 300",
        ),
    ],
)
def test_all_but_whose_day_it_is_share(text: str, meant: str) -> None:
    assert booked(FOUR, f"/split {text}") == meant


def test_somebodys_place_is_no_day_of_theirs() -> None:
    assert booked(FOUR, "/split dinner at dees place 900 us three").endswith("for 3: all")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en_IN", "present dee 90"),
        ("en_IN", "90 birthday gift dee"),
        ("de", "geschenk dee wir drei 90"),
        ("es", "90 regalo dee"),
        ("fr", "cadeau dee 90"),
    ],
)
def test_a_present_and_a_name_are_asked_about(code: str, text: str) -> None:
    people = circle(code, "Asha Bob Chen Dee")
    line = f"/split {text}"
    with pytest.raises(LedgerError) as refused:
        read_split(from_text(line), INR, TODAY, people)
    assert refused.value.code is Code.WORDS_LEFT
    ways = refused.value.details["ways"]
    assert isinstance(ways, tuple)
    told = [booked(people, line, way.choice).partition(": ")[2] for way in ways]
    assert told == ["Asha 30 Bob 30 Chen 30", "all", "all"]
