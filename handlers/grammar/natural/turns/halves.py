"""Halves that are said before the amount: `go halves with bob on 500 speaker`, `50-50 with bob`."""

from __future__ import annotations

from typing import Final

from handlers.grammar.lexer import Word, word_of
from handlers.grammar.natural.turns.said import Said, Turn
from handlers.grammar.vocabulary.turn_words import TurnRole

_TWO: Final = 2


def half_each(said: Said, at: int) -> Turn | None:
    """Read `bob and chen pay half each`, `each half bob and me`: nothing is left for others."""
    each = said.means(at, TurnRole.EACH)
    if start := said.means(each, TurnRole.HALF) if each else 0:
        start = said.past(start, TurnRole.AMONG)
        people, end = said.people(start)
        stop = end
    else:
        start = at
        people, stop = said.people(at)
        end = _half_each(said, stop)
    if not end or len(people) != _TWO or said.means(at - 1, TurnRole.CLAIMED):
        return None
    comma = [word_of(",")] if said.words[end - 1].plain.endswith(",") else []
    return Turn(end, (word_of("only"), *_bare(said.words[start:stop]), *comma))


def _half_each(said: Said, at: int) -> int:
    """Return the index behind `pay half each`, `each half`; or 0."""
    while said.means(at, TurnRole.SPLIT):
        at += 1
    if half := said.means(at, TurnRole.HALF):
        return said.means(half, TurnRole.EACH)
    each = said.means(at, TurnRole.EACH)
    return said.means(each, TurnRole.HALF) if each else 0


def _bare(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return the words of a list without the comma that ends it."""
    *others, last = words
    return (*others, last if last.whom is not None else word_of(last.plain.rstrip(",;")))


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
