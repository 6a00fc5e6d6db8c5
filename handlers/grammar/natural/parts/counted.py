"""How many of the things that a line counts somebody had: `6 beers 300 each, bob 2 chen 4`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from handlers.grammar.lexer import Word, is_letters, word_of
from handlers.grammar.literals.amounts import write_number
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.natural.phrases.somebody import Somebody
from handlers.grammar.vocabulary import Role
from ledger.core.money import Money, exponent

_COUNT: Final = re.compile(r"([1-9]\d?)[xX]?\Z")
_FEWEST: Final = 2
_NO_THINGS: Final = (
    Role.FOR, Role.WITH, Role.BETWEEN, Role.TO, Role.AND, Role.PLUS, Role.MINUS, Role.EXTRA,
    Role.PAID, Role.BY, Role.OWES,
)  # fmt: skip
_Pair = tuple[int, Somebody, int]


def counted_read(phrases: Phrases, amount: Money) -> tuple[tuple[Word, ...], bool]:
    """Return the words with what each had of the things counted as their part of the amount.

    Also whether they had all of them together, so that nobody else shares. A number that could be
    money as well, as it is no less than one of the things costs, stays as it is.
    """
    words = phrases.words
    pairs = _pairs(phrases)
    things = _things(phrases, pairs) if pairs else 0
    had = sum(count for *_, count in pairs)
    most = max((count for *_, count in pairs), default=0)
    all_had = had == things
    if (
        not had
        or had > things
        or not (all_had or most * things * 10 ** exponent(amount.currency) < amount.minor)
    ):
        return tuple(words), False
    turned: list[Word] = []
    at = 0
    for start, one, count in pairs:
        exact = write_number(Money(round(amount.minor * count / things), amount.currency))
        part = word_of(f"x{count}" if all_had else exact)
        turned += [*words[at:start], replace(one.word, joined=False)]
        turned.append(replace(part, joined=one.part[-1].joined))
        at = one.stop
    return (*turned, *words[at:]), all_had


def _pairs(phrases: Phrases) -> list[_Pair]:
    """Return those with a small number behind them, which may be how many each had.

    Empty where anybody has another kind of part.
    """
    found: list[_Pair] = []
    at = 0
    while at < len(phrases.words):
        one = phrases.person(at)
        if one is None:
            at += 1
            continue
        one = phrases.with_part(one)
        if one.part:
            count = _COUNT.match(one.part[0].plain.rstrip(",;"))
            if count is None or len(one.part) > 1 or one.weighed or len(one.members) > 1:
                return []
            found.append((at, one, int(count[1])))
        at = one.stop
    return found


def _things(phrases: Phrases, pairs: Sequence[_Pair]) -> int:
    """Return how many things a line counts, where it counts only one kind of them; else 0."""
    counts = []
    for at in range(len(phrases.words) - 1):
        word, behind = phrases.words[at], phrases.words[at + 1]
        found = None if word.whom is not None else _COUNT.match(word.plain)
        named = behind.whom is not None or phrases.person(at + 1) is not None
        named |= bool(phrases.role(at + 1, *_NO_THINGS))
        theirs = any(start <= at < one.stop for start, one, _ in pairs)
        if (
            found
            and not (named or theirs or phrases.is_named_before(at))
            and is_letters(behind.low)
        ):
            counts.append(int(found[1]))
    return counts[0] if len(counts) == 1 and counts[0] >= _FEWEST else 0
