"""Questions about a line: only what a press can book is offered."""

from __future__ import annotations

import pytest

from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import from_text
from ledger.core.errors import LedgerError
from tests.handlers.grammar.friends import booked
from tests.handlers.grammar.groups import circle
from tests.handlers.grammar.reading import INR, TODAY

FRIENDS = circle("en_IN", "Asha Bob Chen Dee")


def working(text: str) -> tuple[bool, ...]:
    with pytest.raises(LedgerError) as refused:
        read_split(from_text(f"/split {text}"), INR, TODAY, FRIENDS)
    details = refused.value.details
    found = details["working"]
    assert isinstance(found, tuple)
    assert details["choices"] == any(found)
    return found


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("300 lunch for without bob bob", (False,)),  # It has one button: as it stands.
        ("Mar 2 – 8 Mar", (False, True)),
        ("300 x3 pizza", (True, True)),
        ("1200 rent every month", (True,)),
    ],
)
def test_only_what_a_press_can_book_is_offered(text: str, kept: tuple[bool, ...]) -> None:
    assert working(text) == kept


@pytest.mark.parametrize(
    "text",
    [
        "me and bob paid 3000 each for the airbnb, split between all",
        "bob and me paid 3000 each the airbnb",
        "the airbnb, me and bob paid 3000 each",
    ],
)
def test_me_is_one_of_those_who_paid_so_much_each(text: str) -> None:
    assert booked(FRIENDS, f"/split {text}").startswith("Asha 3000 Bob 3000 paid 6000")
