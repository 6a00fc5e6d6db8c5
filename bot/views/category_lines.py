"""What a week was spent on: the largest categories, and what each is called."""

from __future__ import annotations

from typing import Final

from bot.language.catalogues import Language
from bot.views.names import shown
from ledger.core.answers.weeks import Spent

MAX_CATEGORIES: Final = 6
_MAX_NAME: Final = 24
"""Characters of a category that a summary shows."""


def largest_categories(spent: Spent) -> list[tuple[str | None, int]]:
    """Return the largest categories; the others count as those without one."""
    named = [one for one in spent.categories if one[0] is not None][: MAX_CATEGORIES - 1]
    other = spent.minor - sum(minor for _, minor in named)
    return [*named, (None, other)] if other else named


def category_name(say: Language, category: str | None) -> str:
    """Return a category as plain text; None is all that has no category of its own."""
    return say.plain("other") if category is None else shown(category, _MAX_NAME)
