"""Parts that stand before their names: `25% @bob, 75% me`, where a whole line is written so.

Counts of shares, nights and the like are such parts: `2 shares bob 1 share chen`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from handlers.grammar.lexer import Word, word_of
from handlers.grammar.literals.parts import part_at
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.natural.phrases.somebody import Somebody
from handlers.grammar.vocabulary import Role
from ledger.core.errors import LedgerError
from ledger.core.members import Sender
from ledger.core.money import Money, exponent
from ledger.core.shares import Part, PartKind

_TIMES = re.compile(r"[xX]\d|\d+(?:[.,]\d+)?[xX]\Z")
_WHOLE = 100 * 10_000
_FEW = 10
"""Numbers up to this one count something where they make less than that part of an amount."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """A part, as the grammar writes it in `words`, and the name behind it.

    `at` is where the part begins, `behind` where it ends; `counted` is whether a unit says that
    it is a weight: "2 nights".
    """

    at: int
    behind: int
    part: Part
    words: Sequence[Word]
    one: Somebody
    counted: bool


def parts_behind(
    phrases: Phrases, amount: Money, *, whole: bool = False
) -> tuple[tuple[Word, ...], bool]:
    """Return the words with each part behind its name, and whether nights or the like were told.

    Words whose parts stand behind their names already are returned as they are; those that do
    not make the `whole`, too, where it is asked for.
    """
    words = phrases.words
    for start in range(len(words)):
        pairs = _pairs(phrases, start)
        if not pairs or not _meant(phrases, start, pairs, amount):
            continue
        if whole and not _make_all(pairs, amount):
            continue
        if _are_few(pairs, amount):
            pairs = [_counting(pair) for pair in pairs]
        turned: list[Word] = []
        for pair in pairs:
            turned += [replace(pair.one.word, joined=False), *pair.words]
        counted = any(pair.counted for pair in pairs)
        return (*words[:start], *turned, *words[pairs[-1].one.stop :]), counted
    return tuple(words), False


def _make_all(pairs: Sequence[_Pair], amount: Money) -> bool:
    """Tell whether several parts make all of an amount, in percent or money."""
    total = sum(pair.part.value for pair in pairs)
    kinds = {pair.part.kind for pair in pairs}
    of_all = {PartKind.PERCENT: _WHOLE, PartKind.EXACT: amount.minor}
    return len(pairs) > 1 and len(kinds) == 1 and total == of_all.get(*kinds)


def _are_few(pairs: Sequence[_Pair], amount: Money) -> bool:
    """Tell whether numbers are far too small for parts of an amount: `600 2 for bob 1 for chen`."""
    unit = 10 ** exponent(amount.currency)
    exact = [pair.part.value for pair in pairs if pair.part.kind is PartKind.EXACT]
    whole = all(value % unit == 0 and value <= _FEW * unit for value in exact)
    few = sum(exact) * _FEW <= amount.minor
    return len(exact) == len(pairs) > 1 and whole and few


def _counting(pair: _Pair) -> _Pair:
    """Return a pair whose number counts what somebody had, and is a weight."""
    return replace(pair, words=(word_of(f"x{pair.words[0].plain.rstrip(',;')}"),), counted=True)


def _pairs(phrases: Phrases, at: int) -> list[_Pair]:
    """Return the run of parts and names behind them that begins at a word."""
    found: list[_Pair] = []
    while (pair := _pair(phrases, at)) is not None:
        found.append(pair)
        at = phrases.joiner_at(pair.one.stop) or pair.one.stop
    return found


def _pair(phrases: Phrases, at: int) -> _Pair | None:
    count, behind = phrases.counted(at)
    read = _part(phrases, at)
    if count:
        words: Sequence[Word] = (word_of(f"x{count}"),)
        read = part_at(words, 0, phrases.currency)
    elif read is not None:
        behind = read[1]
        words = phrases.words[at:behind]
    if read is None:
        return None
    name = phrases.role(behind, Role.FOR) or behind
    one = phrases.person(name)
    percent = read[0].kind is PartKind.PERCENT
    if one is None and percent and (stop := phrases.role(name, Role.ME)) == name + 1:
        one = Somebody(Word("me", "me", "", Sender()), stop, typed=True)  # "70% me for rent"
    if one is None or len(one.members) > 1:
        return None
    return _Pair(at, behind, read[0], words, one, bool(count))


def _part(phrases: Phrases, at: int) -> tuple[Part, int] | None:
    if at >= len(phrases.words) or phrases.words[at].plain[0] in "+-":
        return None
    try:
        return part_at(phrases.words, at, phrases.currency)
    except LedgerError:
        return None


def _meant(phrases: Phrases, start: int, pairs: list[_Pair], amount: Money) -> bool:
    """Tell whether the parts before the names are theirs, and no name has one behind it."""
    stop = pairs[-1].one.stop
    before = any(
        (one := phrases.person(at)) is not None and one.stop == start for at in range(start)
    )
    if before or _part(phrases, stop) is not None:
        return False
    others = [at for at in (*range(start), *range(stop, len(phrases.words)))
              if phrases.words[at].whom is not None and not phrases.words[at].out
              and not (at and phrases.words[at - 1].low in ("paid", "by"))]  # fmt: skip
    if others:
        return False
    kinds = {pair.part.kind for pair in pairs}
    total = Fraction(sum(pair.part.value for pair in pairs))
    if kinds == {PartKind.PERCENT}:
        return total <= _WHOLE
    if kinds == {PartKind.SHARES}:
        # One of them, "2 nights bob", may be what it was for.
        several = len(pairs) > 1
        return all(several if pair.counted else _is_times(phrases, pair) for pair in pairs)
    # "2 for bob 3 for chen" can mean nothing else, even where the sums are refused then.
    each_for = len(pairs) > 1 and all(phrases.role(pair.behind, Role.FOR) for pair in pairs)
    return kinds == {PartKind.EXACT} and (total == amount.minor or each_for)


def _is_times(phrases: Phrases, pair: _Pair) -> bool:
    return _TIMES.match(phrases.words[pair.at].plain.rstrip(",;")) is not None
