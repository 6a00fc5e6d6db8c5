"""He, she and they are whoever is named before."""

from __future__ import annotations

import pytest

from tests.handlers.grammar.friends import among_four


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("1800 petrol, bob paid, me him and dee", "Bob paid 1800 petrol: Asha 600 Bob 600 Dee 600"),
        ("500 rent dee paid, her and chen only", "Dee paid 500 rent: Chen 250 Dee 250"),
        ("dee paid the vet 140 me and her split it", "Dee paid 140 the vet: Asha 70 Dee 70"),
    ],
)
def test_pronouns_are_those_who_are_named(text: str, meant: str) -> None:
    assert among_four(text) == meant
