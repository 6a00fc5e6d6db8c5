"""How many of us it was: `for 3 of us`, `3 of us: me dee chen`, `chen left so only us 3`.

As many as all but whoever has a birthday, or gets the present, are those others.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from handlers.grammar.lexer import Word, word_of
from handlers.grammar.natural.turns.said import EVERYBODY, Said, Turn
from handlers.grammar.vocabulary.sense_words import Sense
from handlers.grammar.vocabulary.turn_words import TurnRole

_FEWEST: Final = 2


def so_many_of_us(said: Said, at: int) -> Turn | None:
    """Read `20 each pizza for 4 of us`, `only us 3`: everybody, those named, or so many of more."""
    found = _so_many(said, at)
    if found is None or said.text(at - 1) in ("x", "*"):
        return None  # "30 x 3 of us" is three times as much.
    count, number, stop = found
    here = len(said.circle.roster.active)
    if count == here - 1 and (one := _whose_day(said)) is not None:
        text = f"-{one.text}"
        return Turn(stop, (EVERYBODY,), (Word(text, text, "", one.whom, out=True),))
    if said.is_whose(at - 1):
        return None
    if said.means(at, TurnRole.US_TWO) >= stop:
        return None
    gone = [one for one in range(said.end) if _is_gone(said, one)]
    if said.is_whose(stop) and stop not in gone:
        return _named(said, at, found)
    if said.numbers <= said.text(number).isdigit():
        return None
    if count == here or (gone and len(gone) == here - count):
        return Turn(stop, (EVERYBODY,))
    if said.names_others(at):  # Who it was is said elsewhere.
        return Turn(stop, tuple(replace(one, escaped=True) for one in said.words[at:stop]))
    people = map(word_of, ("for", str(count), "people"))
    return Turn(stop, tuple(people)) if count < here else None


def _whose_day(said: Said) -> Word | None:
    """Return the one who is named, where it is their birthday or a present for them."""
    senses = said.circle.words.senses
    found: dict[str, Word] = {}
    for at in range(said.end):
        one = said.owner(at)
        if one is None and said.is_named(at):
            one = said.somebody(at)
        if one is None:
            continue
        before = at - 1 - bool(said.means(at - 1, TurnRole.FOR, TurnRole.OF))
        given = said.text(before) in senses[Sense.PRESENT] | senses[Sense.FEAST]
        feast = one == said.owner(at) and said.text(at + 1) in senses[Sense.FEAST]
        if said.pays(at + 1) or said.means(at - 1, TurnRole.BY):
            continue
        if not (given or feast):
            return None
        found[one.text] = one
    return next(iter(found.values())) if len(found) == 1 else None


def _named(said: Said, at: int, found: tuple[int, int, int]) -> Turn | None:
    """Read `3 of us: me dee chen`, `us 3 bob chen`: those who are named say it."""
    count, _, stop = found
    _, end = said.people(stop)
    names = {said.somebody(one).text for one in range(stop, end) if said.is_somebody(one)}
    if len(names) == count - 1 and "me" not in names and not any(map(said.pays, range(said.end))):
        return Turn(stop)
    if len(names) != count:
        return None
    if said.words[stop - 1].plain[-1:] in ":,;":
        return Turn(stop, (word_of("only"),))
    kept = said.words[at:stop]  # "for the 3 of us bob chen me"
    return Turn(stop, tuple(replace(one, escaped=True) for one in kept))


def gone_before(said: Said, at: int) -> Turn | None:
    """Read `chen had to leave early so dinner 90 only us 3`: everybody but him."""
    if not _is_gone(said, at):
        return None  # What follows looks at all words.
    counts = (found[0] for one in range(said.end) if (found := _so_many(said, one)) is not None)
    gone = [one for one in range(said.end) if _is_gone(said, one)]
    out = len(said.circle.roster.active) - next(counts, 0)
    if len(gone) != out:
        return None
    left = (word_of("except"), said.somebody(at))
    stop = next((one for one in range(at + 1, said.end) if _ends_story(said, one)), said.end - 1)
    if any(said.is_number(one) or said.is_named(one) for one in range(at + 1, stop + 1)):
        return None
    return Turn(stop + 1, parts=left)


def _is_gone(said: Said, at: int) -> bool:
    """Tell whether it is said of somebody that they did not take part: `chen had to leave`."""
    refusing = said.circle.words.senses[Sense.REFUSING]
    return (
        said.is_named(at)
        and said.text(at + 1) in refusing
        and not said.means(at - 1, TurnRole.AND, TurnRole.CLAIMED)
        and not said.is_number(at + 1)
    )


def _ends_story(said: Said, at: int) -> bool:
    return bool(said.means(at, TurnRole.SO)) or said.words[at].plain[-1:] in ",;"


def _so_many(said: Said, at: int) -> tuple[int, int, int] | None:
    """Return how many `for 3 of us` or `only us 3` says, where its number stands, and its end."""
    start = said.past(at, TurnRole.ONLY)
    start = said.past(said.past(start, TurnRole.AMONG), TurnRole.ONLY)
    start = said.past(start, TurnRole.FOR) if start == at else start
    us = said.means(start, TurnRole.US)
    number = us or said.past(start, TurnRole.THE)
    text = said.text(number)
    count = int(text) if text.isdigit() else said.circle.words.numbers.values.get(text, 0)
    if count != int(count) or count < _FEWEST:
        return None
    if us and not (number + 1 >= said.end or _ends(said, number)):
        return None  # "us 3 beers"
    split = said.means(number + 1, TurnRole.SPLITTING) if us else 0  # "we 3 split it"
    us = said.past(split, TurnRole.IT) if split else us
    stop = (us if split else number + 1) if us else said.means(number + 1, TurnRole.OF_US)
    return (int(count), number, stop) if stop else None


def _ends(said: Said, number: int) -> bool:
    behind = number + 1
    amount = said.is_number(behind) and behind + 1 == said.end
    bracket = behind < said.end and said.words[behind].plain.startswith("(")
    return (
        bracket
        or said.words[number].plain[-1:] in ":,;"
        or bool(
            amount  # "dinner us three 90"
            or said.is_somebody(behind)
            or said.pays(behind)
            or said.means(behind, TurnRole.BY, TurnRole.AND, TurnRole.BUT, TurnRole.NEVER)
            or said.means(behind, TurnRole.SPLITTING)
            or said.text(behind) in ("without", "with")
        )
    )


def so_many_ways(said: Said, at: int) -> Turn | None:
    """Read `3 way split 90 me dee bob`: those who are named are as many."""
    text = said.text(at)
    stop = at + 2 if text.isdigit() and said.text(at + 1) in ("way", "ways") else 0
    stop = said.means(stop, TurnRole.SPLITTING) if stop else 0
    if not stop or said.numbers != _FEWEST:
        return None
    named = {said.somebody(one).text for one in range(said.end) if said.is_somebody(one)}
    here = len(said.circle.roster.active)
    return Turn(stop) if int(text) == (len(named | {"me"}) if named else here) else None
