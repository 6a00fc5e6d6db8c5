"""What it was for beside each number: `cab 90, snacks 30`."""

from __future__ import annotations

from handlers.grammar.lexer import is_letters
from handlers.grammar.natural.amounts.places import EXTRA, Place
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.vocabulary import Role

_NO_LABEL = (Role.ARTICLE, Role.FOR, Role.BEFORE_NAME, Role.ON_DAY)
SUM_FROM = 20
"""A further number of less than a twentieth of the first counts things: "500 food, 4 beers"."""


def labelled(phrases: Phrases, free: list[Place]) -> bool:
    """Tell whether what it was for stands before each number: `cab 90, snacks 30`."""
    least = max(place.figure.minor for place in free) // SUM_FROM
    return all(
        (place.owner == EXTRA or (is_labelled(phrases, place) and place.figure.minor >= least))
        and place.figure.currency == free[0].figure.currency
        for place in free
    )


def is_labelled(phrases: Phrases, place: Place) -> bool:
    """Tell whether what it was for stands right before a number."""
    return (
        place.at > 0
        and is_letters(phrases.words[place.at - 1].low)
        and not phrases.role(place.at - 1, *_NO_LABEL)
    )
