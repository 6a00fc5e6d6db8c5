"""What it was for beside each number: `cab 90, snacks 30`."""

from __future__ import annotations

from dataclasses import replace

from handlers.grammar.lexer import Line, Word, is_letters
from handlers.grammar.natural.amounts.places import EXTRA, Place
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.sense_words import Sense
from handlers.grammar.vocabulary.turn_words import TurnRole

_NO_LABEL = (Role.ARTICLE, Role.FOR, Role.BEFORE_NAME, Role.ON_DAY)
_FEW = 12
_SEVERAL = 2
SUM_FROM = 20
"""A further number of less than a twentieth of the first counts things: "500 food, 4 beers"."""


def called_apart(line: Line, phrases: Phrases) -> Line:
    """Return the line with the names of things that were so much as words: `taxi 2 was 18`."""
    words: list[Word] = []
    at = 0
    while at < len(line.words):
        behind = _behind_called(phrases, at)
        words.append(replace(line.words[at], escaped=True) if behind else line.words[at])
        at = behind or at + 1
    return replace(line, words=tuple(words))


def numbered_apart(line: Line) -> Line:
    """Return the line with the numbers of things as words: `round 1 18.50 round 2 22`."""
    words = line.words
    if sum(word.plain == "1" for word in words) != 1:
        return line  # As most lines.
    first = next(at for at, word in enumerate(words) if word.plain == "1")
    label = words[first - 1].low if first else ""
    if not is_letters(label) or words[first - 1].whom is not None:
        return line
    numbered = {
        at
        for at in range(1, len(words))
        if words[at - 1].low == label and words[at].plain.isdigit() and len(words[at].plain) == 1
    }
    if len(numbered) < _SEVERAL or {words[at].plain for at in numbered} < {"1", "2"}:
        return line
    return replace(
        line,
        words=tuple(
            replace(word, escaped=True) if at in numbered else word for at, word in enumerate(words)
        ),
    )


def _behind_called(phrases: Phrases, at: int) -> int:
    """Return where the number begins that is said of one before it, which is a name; or 0."""
    words = phrases.words
    if not at or words[at].whom is not None or not words[at].plain.isdigit():
        return 0
    few = is_letters(words[at - 1].low) and int(words[at].plain) <= _FEW
    was = 0 if phrases.is_word(at + 1, "to") else phrases.role(at + 1, Role.IT_WAS)  # "3 to 1"
    named = few or phrases.is_a(at - 1, Sense.NUMBERED)
    return was if named and 0 < was < len(words) and words[was].plain[:1].isdigit() else 0


def labelled(phrases: Phrases, free: list[Place]) -> bool:
    """Tell whether what it was for stands before each number: `cab 90, snacks 30`."""
    least = max(place.figure.minor for place in free) // SUM_FROM
    return all(
        (place.owner == EXTRA or (is_labelled(phrases, place) and place.figure.minor >= least))
        and place.figure.currency == free[0].figure.currency
        for place in free
    )


def is_labelled(phrases: Phrases, place: Place) -> bool:
    """Tell whether what it was for stands right before a number, with its own perhaps."""
    at = place.at - 1
    if at > 0 and phrases.words[at].escaped and phrases.words[at].plain.isdigit():
        at -= 1  # "taxi 2 was 18"
    return at >= 0 and is_letters(phrases.words[at].low) and not phrases.role(at, *_NO_LABEL)


def behind_all(phrases: Phrases) -> int:
    """Return where `split all` begins that ends a line: it is said of all that was named; or 0."""
    last = len(phrases.words) - 1
    if last < 1 or not (phrases.words[last].everyone or phrases.is_word(last, "all")):
        return 0
    turns = phrases.circle.words.turns.get((phrases.folded(last - 1),), ())
    return last - 1 if {TurnRole.SPLITTING, TurnRole.SPLIT} & {*turns} else 0
