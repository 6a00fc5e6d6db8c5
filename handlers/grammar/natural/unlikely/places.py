"""Where some stand in a line, and whether anybody does without a mark."""

from __future__ import annotations

from collections.abc import Iterator

from handlers.grammar.natural.phrases.phrases import Phrases
from ledger.core.members import MemberId


def places_of(phrases: Phrases, members: set[MemberId | None]) -> Iterator[tuple[int, int]]:
    """Yield from where to where one of some members is named."""
    at = 0
    while at < len(phrases.words):
        one = phrases.person(at)
        if one is not None and any(member in members for member in one.members):
            yield at, one.stop
        at = one.stop if one is not None else at + 1


def has_bare_name(phrases: Phrases) -> bool:
    """Tell whether somebody is named without @; the grammar's own form may say anything."""
    return any(word.whom is None and phrases.person(at) for at, word in enumerate(phrases.words))


def all_places(phrases: Phrases) -> range:
    """Return the indices of a line's words."""
    return range(len(phrases.words))
