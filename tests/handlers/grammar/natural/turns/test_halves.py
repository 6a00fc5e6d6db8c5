"""Halves, of which several people have one."""

from __future__ import annotations

import pytest

from tests.handlers.grammar.friends import among_four


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("hotel 2000 half me half bob n dee", "2000 hotel: Asha 1000 Bob 500 Dee 500"),
        (
            "hotel 2000 half me, bob and dee the other half",
            "2000 hotel: Asha 1000 Bob 500 Dee 500",
        ),
    ],
)
def test_half_is_shared_by_several(text: str, meant: str) -> None:
    assert among_four(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("dinner 90 each half me and bob", "90 dinner: Asha 45 Bob 45"),
        ("dinner 90 each half, bob and dee", "90 dinner: Bob 45 Dee 45"),
        ("90 dinner each half between me and bob", "90 dinner: Asha 45 Bob 45"),
        ("dinner 90 bob and me each half", "90 dinner: Asha 45 Bob 45"),
        ("dinner 90 bob and me half each", "90 dinner: Asha 45 Bob 45"),
        ("dinner 90 each with bob", "180 dinner: Asha 90 Bob 90"),
    ],
)
def test_a_half_for_each_is_of_all_of_it(text: str, meant: str) -> None:
    assert among_four(text) == meant
