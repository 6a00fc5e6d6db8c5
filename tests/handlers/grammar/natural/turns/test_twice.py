"""Who has two parts."""

from __future__ import annotations

import pytest

from tests.handlers.grammar.friends import among_four


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("cleaner 1800, i pay double", "1800 cleaner: Asha 720 Bob 360 Chen 360 Dee 360"),
        ("boat 200 bob pays double", "200 boat: Asha 40 Bob 80 Chen 40 Dee 40"),
    ],
)
def test_who_pays_double_has_two_parts(text: str, meant: str) -> None:
    assert among_four(text) == meant
