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
