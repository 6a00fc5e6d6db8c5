"""Whoever is called somebody's friend is who is named behind it."""

from __future__ import annotations

import pytest

from tests.handlers.grammar.friends import among_four


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("78 brunch me dee and my mate tom", "78 brunch: Asha 39 Dee 39"),
    ],
)
def test_a_mate_who_is_named_is_nobody_else(text: str, meant: str) -> None:
    assert among_four(text) == meant
