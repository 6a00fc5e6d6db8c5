"""Halves that are said before the amount: `go halves with bob on 500 speaker`, `50-50 with bob`."""

from __future__ import annotations

from handlers.grammar.lexer import word_of
from handlers.grammar.natural.turns.said import Said, Turn
from handlers.grammar.vocabulary.turn_words import TurnRole


def go_halves(said: Said, at: int) -> Turn | None:
    """Read `go halves with bob on` before the amount: it is shared with him, which is so anyway."""
    half = said.means(said.past(at, TurnRole.GO), TurnRole.HALVES)
    with_ = said.means(half, TurnRole.AMONG) if half else 0
    people, stop = said.people(with_) if with_ else ([], 0)
    stop = said.past(stop, TurnRole.ON, TurnRole.FOR) if people else 0
    if not stop or not said.is_number(stop) or said.is_number_before(at):
        return None
    names = [said.somebody(one) for one in range(with_, stop) if said.is_somebody(one)]
    return Turn(stop, parts=(word_of("with"), *names))


def half_and_half_of_several(said: Said, at: int) -> Turn | None:
    """Read `half me, half bob n dee`, `half me, bob and dee the other half`: half is theirs."""
    whose = said.means(at, TurnRole.HALF)
    if not whose or not said.is_whose(whose):
        return None
    start = said.past(whose + 1, TurnRole.AND)
    half = said.means(start, TurnRole.HALF)
    people, stop = said.people(half or start)
    end = said.past(stop, TurnRole.WHAT_IS_LEFT)
    if len(people) < 2 or not (half or end > stop) or end < said.end:
        return None
    names = [said.somebody(one) for one in range(half or start, stop) if said.is_somebody(one)]
    if said.somebody(whose).text in {name.text for name in names}:
        return None
    return Turn(end, (word_of("only"), said.somebody(whose), word_of("50%"), *names))
