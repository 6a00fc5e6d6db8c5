"""What `make mutants` says of its figures."""

from __future__ import annotations

import pytest

from tests.mutants import verdict

NONE = dict.fromkeys(["killed", "timeout", "segfault", "survived", "no_tests", "suspicious"], 0)


@pytest.mark.parametrize(
    ("stats", "told", "is_well"),
    [
        ({"killed": 95, "survived": 5}, "5 of 100 mutants survive: 5.0 %.", True),
        ({"killed": 94, "survived": 6}, "6 of 100 mutants survive: 6.0 %.", False),
        ({"killed": 90, "timeout": 4, "segfault": 1, "survived": 3, "no_tests": 2}, "5 of", True),
        ({"killed": 90, "survived": 1, "no_tests": 5, "suspicious": 4}, "10 of 100", False),
        ({}, "No mutant was tried.", False),
    ],
)
def test_it_is_well_where_at_most_a_twentieth_survives(
    stats: dict[str, int], told: str, is_well: bool
) -> None:
    said, well = verdict({**NONE, **stats})
    assert said.startswith(told)
    assert well == is_well
