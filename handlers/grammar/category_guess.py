"""A category guessed from an expense's words; never booked, only offered."""

from __future__ import annotations

from functools import cache
from typing import Final

from handlers.grammar.vocabulary.category_words import CATEGORY_WORDS
from ledger.core.folding import fold, fold_once

_AROUND: Final = ".,;:!?()[]\"'«»–-#&/"


def guessed_category(description: str) -> str | None:
    """Return the category that the words speak of, None where they speak of none or of two."""
    known = _categories()
    words = (word.strip(_AROUND) for word in fold(description).split())
    found = {known[word] for word in words if word in known}
    return found.pop() if len(found) == 1 else None


@cache
def _categories() -> dict[str, str]:
    """Return the words with their category; those that several have tell nothing."""
    found: dict[str, set[str]] = {}
    for category, words in CATEGORY_WORDS.items():
        for word in words.split():
            found.setdefault(fold_once(word), set()).add(category)
    return {word: next(iter(of)) for word, of in found.items() if len(of) == 1}
