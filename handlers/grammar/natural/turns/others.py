"""Everybody, and everybody else: `all four of us`, `the rest of us split the other half`."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from handlers.grammar.lexer import word_of
from handlers.grammar.natural.turns.said import EVERYBODY, Said, Turn
from handlers.grammar.vocabulary.turn_words import TurnRole

_FEWEST: Final = 2


def gets_half(said: Said, at: int) -> Turn | None:
    """Read `dee gets half` where the others share what is left."""
    if not said.means(at, TurnRole.GETS) or not said.is_named(at - 1):
        return None
    stop = said.means(at + 1, TurnRole.HALF)
    others = any(said.means(one, TurnRole.OTHERS) for one in range(at + 1, said.end))
    return Turn(stop, (word_of("50%"),)) if stop and others else None


def others_share(said: Said, at: int) -> Turn | None:
    """Read `the rest of us split the other half`: everybody else."""
    verb = said.means(at, TurnRole.OTHERS)
    if at and _others_rest(said, at):
        return Turn(said.end, (EVERYBODY,))
    stop = said.means(verb, TurnRole.SHARE_IT) if verb else 0
    if not stop:
        return None
    stop = said.past(stop, TurnRole.WHAT_IS_LEFT)
    return Turn(stop, (EVERYBODY,)) if stop >= said.end else None


def half_and_others(said: Said, at: int) -> Turn | None:
    """Read `half me rest others`: half is mine, and everybody else shares what is left."""
    whose = said.means(at, TurnRole.HALF)
    if not whose or not said.is_whose(whose):
        return None
    half = said.means(said.past(whose + 1, TurnRole.AND), TurnRole.HALF)
    halves = bool(half) and said.means(half, TurnRole.OTHERS) >= said.end
    if not halves and not _others_rest(said, whose + 1):
        return None
    return Turn(said.end, (EVERYBODY, said.somebody(whose), word_of("50%")))


def _others_rest(said: Said, at: int) -> bool:
    """Tell whether nothing but "rest others" or "others rest" stands there, with an "and"."""
    at = said.past(at, TurnRole.AND)
    rest, others = said.means(said.past(at, TurnRole.THE), TurnRole.REST), 0
    if rest:
        among = said.past(said.past(rest, TurnRole.SHARE_IT), TurnRole.AMONG)
        stop = said.means(among, TurnRole.OTHERS)
    else:
        others = said.means(at, TurnRole.OTHERS)
        stop = 0
    stop = stop or (said.means(others, TurnRole.REST) if others else 0)
    return stop >= said.end > at


def others_one_each(said: Said, at: int) -> Turn | None:
    """Read `the others 1 each` beside somebody's shares: everybody has one otherwise."""
    stop = said.means(at, TurnRole.OTHERS)
    one = said.means(said.past(stop, TurnRole.TAKE), TurnRole.ONE) if stop else 0
    if not one:
        return None
    stop = said.past(one, TurnRole.PORTION)
    each = said.means(stop, TurnRole.EACH)
    if not each and any(said.is_weighed(before) for before in range(at)):
        each = stop  # "bob 2 parts others 1"
    return Turn(each, (EVERYBODY,)) if each else None


def all_of_us(said: Said, at: int) -> Turn | None:
    """Read `all 4` and `for all four of us` where so many are here."""
    number = said.means(said.past(at, TurnRole.AMONG), TurnRole.ALL)
    if not number:
        return None
    text = said.text(number)
    count = int(text) if text.isdigit() else said.circle.words.numbers.values.get(text, 0)
    of_us = said.means(number + 1, TurnRole.OF_US)
    stop = of_us or number + 1
    ends = stop >= said.end or of_us or said.words[stop - 1].plain[-1:] in ",;"
    here = count == len(said.circle.roster.active) and count >= _FEWEST
    if here and (came := said.means(number + 1, TurnRole.CAME, TurnRole.STAYS)):
        return Turn(came, (EVERYBODY,))  # "all 4 stayed"
    thing = said.text(number + 1)
    if (
        text.isdigit()
        and thing.isalpha()
        and not said.means(number + 1, TurnRole.OF)
        and said.numbers > 1
    ):
        counted = replace(said.words[number], escaped=True)
        return Turn(number + 1, (word_of("all"), counted))
    return Turn(stop, (EVERYBODY,)) if here and ends else None
