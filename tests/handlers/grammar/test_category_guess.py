"""Categories are guessed from words of every language, and only where one is meant."""

from __future__ import annotations

import pytest

from handlers.grammar.category_guess import guessed_category


@pytest.mark.parametrize(
    ("description", "category"),
    [
        ("Pizza!", "food"),
        ("dinner with bob", "food"),
        ("Abendessen", "food"),
        ("dîner", "food"),
        ("DINER", "food"),
        ("चाय", "food"),
        ("такси", "transport"),
        ("uber to the airport", "transport"),
        ("kira", "home"),
        ("صيدلية", "health"),
        ("lunch taxi", None),
        ("dinnerware", None),
        ("", None),
        ("something else", None),
    ],
)
def test_a_guess(description: str, category: str | None) -> None:
    assert guessed_category(description) == category
