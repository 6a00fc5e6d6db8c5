"""Sums that words tell of: `uber 220 there 260 back`, `toll 45 twice`, `66/3 me bob dee`."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from handlers.grammar.lexer import Word, word_of
from handlers.grammar.natural.turns.said import ME, Said, Turn, alone
from handlers.grammar.vocabulary.turn_words import TurnRole
from ledger.core.folding import fold

_AMONG: Final = re.compile(r"(\d[\d.,]*)/([2-9])\Z")
_IN_A_PERIOD: Final = re.compile(r"([$€£₹]?\d[\d.,]*k?)/([a-zA-Z]+)([,;]?)\Z")
_PERIODS: Final = {TurnRole.A_WEEK: "week", TurnRole.A_MONTH: "month", TurnRole.A_YEAR: "year"}
_JOINERS: Final = ",;"
_TWO: Final = 2


def there_and_back(said: Said, at: int) -> Turn | None:
    """Read `220 there 260 back`, `220 there and 260 back`, `there 220 back 260`: both ways."""
    if said.numbers != _TWO:
        return None
    first, second = said.number_places
    for behind in (True, False):
        start = first if behind else first - 1
        if at != start:
            continue
        there = said.means(first + 1 if behind else start, TurnRole.THERE)
        if not there or (not behind and there != first):
            continue
        middle = said.past(there if behind else first + 1, TurnRole.AND)
        back = said.means(second + 1 if behind else middle, TurnRole.AND_BACK)
        if not back or (second if behind else back) != (middle if behind else second):
            continue
        stop = back if behind else second + 1
        numbers = (said.words[one].plain.rstrip(_JOINERS) for one in (first, second))
        ways = (word_of("there"), word_of("and"), word_of("back"))
        return Turn(
            stop, (word_of("+".join(numbers)), *(replace(one, escaped=True) for one in ways))
        )
    return None


def two_times(said: Said, at: int) -> Turn | None:
    """Read `toll 45 twice` as `45 x2`, of which it is asked whether that is 45 or 90."""
    stop = said.means(at, TurnRole.TWO_TIMES) if said.is_number(at - 1) else 0
    if not stop or said.numbers > 1 + said.text(at).isdigit():
        return None
    comma = "," if said.words[stop - 1].plain[-1:] in _JOINERS else ""
    if said.is_somebody(stop) and not comma:
        return None
    return Turn(stop, (word_of(f"x2{comma}"),))


def in_a_period(said: Said, at: int) -> Turn | None:
    """Read `insurance 1200/yr` as so much every year."""
    found = _IN_A_PERIOD.match(said.words[at].plain) if said.text(at) else None
    if found is None:
        return None
    turns = said.circle.words.turns.get((fold(found[2]),), ())
    word = next((text for role, text in _PERIODS.items() if role in turns), None)
    if word is None:
        return None
    return Turn(at + 1, (word_of(found[1]), word_of("every"), word_of(f"{word}{found[3]}")))


def divided_among(said: Said, at: int) -> Turn | None:
    """Read `66/3 me bob dee pizza`: 66 is shared by the three who are named."""
    found = _AMONG.match(said.words[at].plain) if said.text(at) and not said.numbers else None
    if found is None:
        return None  # Of another number it is a fraction: "100 1/2 bob".
    _, stop = said.people(said.past(at + 1, TurnRole.AMONG))
    people = [said.somebody(one) for one in range(at + 1, stop) if said.is_somebody(one)]
    names = {one.text for one in people}
    count = int(found[2])
    if len(names) == count - 1 and "me" not in names:
        people.append(ME)
    elif len(names) != count:
        return None
    named: list[Word] = [replace(alone(one), joined=True) for one in people[:-1]]
    return Turn(stop, (word_of(found[1]), word_of("only"), *named, alone(people[-1])))
