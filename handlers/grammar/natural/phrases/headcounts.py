"""For how many people something is: `dinner for four`, `4 kişilik yemek`, `ужин на четверых`."""

from __future__ import annotations

import re

from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.vocabulary import Role

_FEW = re.compile(r"(?:[2-9]|1\d|20)\Z")
_LONGEST = 5
"""Words of a phrase such as "for the two of us"."""


def headcount_at(phrases: Phrases, at: int) -> tuple[int, int] | None:
    """Return for how many people a line says at an index that it is, and the index behind it."""
    if at >= len(phrases.words) or not phrases.folded(at):
        return None
    before = phrases.role(at, Role.FOR)
    if found := _in_words(phrases, at):
        count, stop = found
        people = phrases.role(stop, Role.PEOPLE)
        # "for two pizzas" counts no people.
        return (count, people or stop) if people or not before or phrases.ends(stop) else None
    place = before or at
    if place >= len(phrases.words) or not _FEW.match(number := phrases.folded(place)):
        return None
    people = phrases.role(place + 1, Role.PEOPLE)
    behind = phrases.role(people, Role.BEHIND_FOR) or people
    if people:
        return int(number), behind
    # "for 4 nights" counts no people, and "for 4 beers" is what it was for.
    ends = phrases.ends(place + 1) or phrases.folded(place + 1)[:1].isdigit()
    ends = ends or phrases.words[place].plain[-1:] in ",;"
    return (int(number), place + 1) if before and ends else None


def is_headcount(phrases: Phrases, at: int) -> bool:
    """Tell whether a number counts the people whom something is for."""
    begins = range(max(0, at - 2), at + 1)
    found = (headcount_at(phrases, start) for start in begins)
    return any(one is not None and one[1] > at for one in found)


def _in_words(phrases: Phrases, at: int) -> tuple[int, int] | None:
    run: tuple[str, ...] = ()
    found = None
    for stop in range(at, min(len(phrases.words), at + _LONGEST)):
        run = (*run, *phrases.folded(stop).split())
        if (count := phrases.circle.words.counts.get(run)) is not None:
            found = count, stop + 1
    return found
