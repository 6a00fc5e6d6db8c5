"""Sums that are called by a note: tenners, fivers, and a grand."""

from __future__ import annotations

import pytest

from tests.handlers.grammar.friends import booked
from tests.handlers.grammar.groups import circle

FOUR = circle("en", "Asha Bob Chen Dee")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("spotted bob a tenner", "10: Bob 10"),
        ("bob owes me a tenner", "10: Bob 10"),
        ("i owe dee a fiver", "Dee paid 5: Asha 5"),
        ("nandos 54.20 + a fiver tip", "59.20 nandos: all"),
        ("taxi two tenners, bob paid", "Bob paid 20 taxi: all"),
        ("deposit a grand", "1000 deposit: all"),
        ("a grand hotel dinner 80", "80 a grand hotel dinner: all"),
    ],
)
def test_a_note_is_so_much(text: str, meant: str) -> None:
    assert booked(FOUR, f"/split {text}") == meant
