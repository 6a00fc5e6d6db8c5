"""Fractions of the whole: `bob 1/3 chen 2/3`, `1/4 bob`, beside a name."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from math import lcm

from handlers.grammar.lexer import Word, word_of
from handlers.grammar.literals.amounts import write_number
from handlers.grammar.natural.phrases import Phrases, Somebody
from handlers.grammar.vocabulary import Role
from ledger.core.money import Money

_FRACTION = re.compile(r"([1-9]\d?)/([1-9]\d?)[,;]?\Z")
_FINEST = 10_000
"""Percentages have four decimals."""


def fractions_read(phrases: Phrases, amount: Money) -> tuple[tuple[Word, ...], bool]:
    """Return the words with each fraction beside a name as a part behind it.

    Also whether the fractions make the whole, so that nobody else shares.
    """
    words, taken = phrases.words, _pairs(phrases)
    whole = sum(fraction for *_, fraction in taken) == 1
    scale = lcm(*(fraction.denominator for *_, fraction in taken))
    turned: list[Word] = []
    at = 0
    for start, stop, one, fraction in taken:
        part = f"x{fraction * scale}" if whole else _part(fraction, amount)
        turned += [*words[at:start], replace(one.word, joined=False), word_of(part)]
        at = stop
    return (*turned, *words[at:]), whole and len(taken) > 1


def _pairs(phrases: Phrases) -> list[tuple[int, int, Somebody, Fraction]]:
    """Return the names with a fraction, from the first word of each pair to behind its last."""
    found: list[tuple[int, int, Somebody, Fraction]] = []
    at = 0
    while at < len(phrases.words):
        fraction = _fraction(phrases.words[at])
        person = phrases.role(at + 1, Role.FOR) or at + 1 if fraction else at
        one = phrases.person(person)
        if one is not None and not fraction and one.stop < len(phrases.words):
            fraction = _fraction(phrases.words[one.stop])
            stop = one.stop + 1
        else:
            stop = one.stop if one is not None else 0
        if one is None or fraction is None or len(one.members) > 1:
            at = one.stop if one is not None else at + 1
            continue
        found.append((at, stop, one, fraction))
        at = phrases.joiner_at(stop) or stop
    return found


def _fraction(word: Word) -> Fraction | None:
    found = None if word.escaped else _FRACTION.match(word.plain)
    value = Fraction(int(found[1]), int(found[2])) if found else None
    return value if value is not None and value < 1 else None


def _part(fraction: Fraction, amount: Money) -> str:
    percent = fraction * 100
    if (percent * _FINEST).denominator == 1:
        return f"{float(percent):g}%"
    minor = int(fraction * amount.minor + Fraction(1, 2))
    return write_number(Money(minor, amount.currency))
