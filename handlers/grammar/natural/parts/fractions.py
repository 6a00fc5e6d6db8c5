"""Fractions of the whole beside a name: `bob 1/3 chen 2/3`, `1/4 bob`, `two thirds bob`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from math import lcm

from handlers.grammar.lexer import Word, word_of
from handlers.grammar.literals.amounts import write_number
from handlers.grammar.natural.phrases.parts_behind import ratio_in
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.natural.phrases.somebody import Somebody
from handlers.grammar.vocabulary import Role
from ledger.core.money import Money

_FRACTION = re.compile(r"([1-9]\d?)/([1-9]\d?)[,;]?\Z")
_Pair = tuple[int, int, Somebody, Fraction]
"""From where to where a name and its fraction stand, whose it is, and how much."""
_FINEST = 10_000
"""Percentages have four decimals."""


def fractions_read(phrases: Phrases, amount: Money) -> tuple[tuple[Word, ...], bool]:
    """Return the words with each fraction beside a name as a part behind it.

    Also whether the fractions make the whole, so that nobody else shares. Of those who paid they
    are what each paid: `paid bob 2/3 me 1/3`.
    """
    words, taken = phrases.words, _pairs(phrases)
    together = _together(phrases, taken)
    if sum(fraction for *_, fraction in together) == 1:
        taken = together
    whole = sum(fraction for *_, fraction in taken) == 1
    scale = lcm(*(fraction.denominator for *_, fraction in taken))
    paid = bool(taken) and _is_paid(phrases, taken[0][0])
    left = amount.minor
    turned: list[Word] = []
    at = 0
    for start, stop, one, fraction in taken:
        part = f"x{fraction * scale}" if whole else _part(fraction, amount)
        if paid:
            last = whole and one is taken[-1][2]
            minor = left if last else round(fraction * amount.minor)
            left -= minor
            part = write_number(Money(minor, amount.currency))
            named = phrases.words[start : one.stop] or (one.word,)
            turned += [*words[at:start], *named, word_of(part)]
            at = stop
            continue
        turned += [*words[at:start], replace(one.word, joined=False), word_of(part)]
        at = stop
    return (*turned, *words[at:]), whole and len(taken) > 1 and not paid


def _together(phrases: Phrases, taken: Sequence[_Pair]) -> list[_Pair]:
    """Return the pairs with each fraction as that of all whom "and" joins: `bob+dee 2/3`."""
    found: list[_Pair] = []
    for start, stop, one, fraction in taken:
        joined: list[tuple[int, int, Somebody]] = []
        behind = start
        for at in range(start - 1, -1, -1):
            other = phrases.person(at)
            if other is None or other.word.joined or phrases.joiner_at(other.stop) != behind:
                continue
            joined.append((at, other.stop, other))
            behind = at
        each = fraction / (len(joined) + 1)
        found += [(at, end, other, each) for at, end, other in reversed(joined)]
        found.append((start, stop, one, each))
    return found


def _is_paid(phrases: Phrases, at: int) -> bool:
    """Tell whether a verb of paying stands right before an index."""
    before = range(max(0, at - phrases.circle.words.longest), at)
    return any(phrases.role(one, Role.PAID, Role.BY) == at for one in before)


def _pairs(phrases: Phrases) -> list[_Pair]:
    """Return the names with a fraction, from the first word of each pair to behind its last."""
    found: list[_Pair] = []
    at = 0
    while at < len(phrases.words):
        pair = _before(phrases, at) or _behind(phrases, at)
        if pair is None or len(pair[1].members) > 1:
            one = phrases.person(at)
            at = one.stop if one is not None else at + 1
            continue
        stop, one, fraction = pair
        found.append((at, stop, one, fraction))
        at = phrases.joiner_at(stop) or stop
    return found


def _before(phrases: Phrases, at: int) -> tuple[int, Somebody, Fraction] | None:
    """Read `2/3 bob`, `two thirds for bob`; return the index behind it, who, and how much."""
    said = fraction_at(phrases, at)
    one = phrases.person(phrases.role(said[1], Role.FOR, Role.TO) or said[1]) if said else None
    return None if said is None or one is None else (one.stop, one, said[0])


def _behind(phrases: Phrases, at: int) -> tuple[int, Somebody, Fraction] | None:
    """Read `bob 2/3`, `bob owes two thirds`; return the index behind it, who, and how much."""
    one = phrases.person(at)
    if one is None:
        return None
    said = fraction_at(phrases, phrases.role(one.stop, Role.OWES) or one.stop)
    return None if said is None else (said[1], one, said[0])


def fraction_at(phrases: Phrases, at: int) -> tuple[Fraction, int] | None:
    """Return the fraction below one that stands at an index, and the index behind it."""
    if at >= len(phrases.words):
        return None
    run: tuple[str, ...] = ()
    said = None
    for stop in range(at, min(len(phrases.words), at + phrases.circle.words.longest)):
        run = (*run, *phrases.folded(stop).split())
        if run in phrases.circle.words.fractions:
            said = phrases.circle.words.fractions[run], stop + 1
    if "/" in phrases.words[at].plain and _is_ratio(phrases, at):
        return None
    found = None if phrases.words[at].escaped else _FRACTION.match(phrases.words[at].plain)
    value = Fraction(int(found[1]), int(found[2])) if found else None
    return said if value is None or value >= 1 else (value, at + 1)


def _is_ratio(phrases: Phrases, at: int) -> bool:
    """Tell whether the numbers of `30/70 bob me` weigh those named behind them."""
    numbers = ratio_in(phrases.words[at])
    behind = phrases.role(at + 1, Role.WITH, Role.BETWEEN, Role.FOR) or at + 1
    people = phrases.people(behind) if numbers else None
    return people is not None and len(people.people) == len(numbers)


def _part(fraction: Fraction, amount: Money) -> str:
    percent = fraction * 100
    if (percent * _FINEST).denominator == 1:
        return f"{float(percent):g}%"
    minor = int(fraction * amount.minor + Fraction(1, 2))
    return write_number(Money(minor, amount.currency))
