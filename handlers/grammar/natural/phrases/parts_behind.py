"""The part that stands behind a name: `bob 500`, `bob 40%`, `bob 7 nights`, `bob the rest`."""

from __future__ import annotations

import re
from dataclasses import replace

from handlers.grammar.lexer import Word, word_of
from handlers.grammar.literals.parts import is_part, part_at
from handlers.grammar.natural.phrases.persons import Persons
from handlers.grammar.natural.phrases.somebody import Somebody
from handlers.grammar.vocabulary import Role
from ledger.core.errors import LedgerError

_COUNT = re.compile(r"\d{1,3}(?:[.,]5)?\Z")
_NUMBER = re.compile(r"\d{1,9}(?:[.,]\d{1,2})?[,;]?\Z")
_MAY_ADJUST = re.compile(r"\d[\d.,]*k?\Z")
_HALF = word_of("50%")
_DOUBLE = word_of("x2")
_PART_UNITS = 99
"""More than these are an amount and no weight: "bob 500 nights" is odd either way."""
_RATIO = re.compile(r"\d{1,3}(?:([/:-])\d{1,3})(?:\1\d{1,3}){0,4}[,;.]?\Z")
_TIME = re.compile(r"(?:[01]?\d|2[0-3]):[0-5]\d[,;.]?\Z")
_WHOLES = (10, 100)
"""What the numbers of `60/40` and `7-3` make; others with such a mark are dates or the like."""


class PartsBehind(Persons):
    """One line's words, asked which part of it somebody has."""

    def with_part(self, one: Somebody) -> Somebody:
        """Return somebody with the part right behind them, if there is one."""
        at = one.stop
        if one.joined or at >= len(self.words):
            return one
        if (said := self._in_words(one)) is not None:
            return said
        if stop := self.role(at, Role.OWES, Role.ONLY):
            if half := self.half(stop):
                return replace(one, stop=half, part=(_HALF,))
            if not is_part(self.words, stop, self.currency):
                return one
            at = stop  # "bob owes 20", "bob only 20"
        return self._adjusted(one, at) or self._counted(one, at) or self._typed(one, at)

    def _adjusted(self, one: Somebody, at: int) -> Somebody | None:
        """Return somebody with "plus 5" or "minus 5" behind them, which is no tip of all."""
        for role, sign in ((Role.PLUS, "+"), (Role.MINUS, "-")):
            number = self.role(at, role) or (at + 1) * (self.words[at].plain == sign == "+")
            if not number or number >= len(self.words):
                continue
            word = self.words[number]
            if _NUMBER.match(word.plain) and not self.role(number + 1, Role.EXTRA):
                part = replace(word_of(f"{sign}{word.plain}"), joined=word.plain[-1:] in ",;")
                return replace(one, stop=number + 1, part=(part,))
        return None

    def _typed(self, one: Somebody, at: int) -> Somebody:
        """Return somebody with the part that stands at a word, if one does."""
        if ratio_in(self.words[at]) or self.is_word(at + 1, "ways"):
            return one
        try:
            found = part_at(self.words, at, self.currency)
        except LedgerError:
            return replace(one, stop=at + 1, part=tuple(self.words[at : at + 1]))
        if found is None:
            return one
        part, stop = tuple(self.words[at : found[1]]), found[1]
        if len(part) == 1 and _MAY_ADJUST.match(part[0].plain):
            for role, sign in ((Role.MORE, "+"), (Role.LESS, "-")):
                if (behind := self.role(stop, role)) and not self._is_known(behind):
                    return replace(one, stop=behind, part=(word_of(f"{sign}{part[0].plain}"),))
        return replace(one, stop=stop, part=part)

    def _counted(self, one: Somebody, at: int) -> Somebody | None:
        """Return somebody with nights or the like behind them as a weight: `bob 7 nights`."""
        count, unit = self.counted(at)
        if not count:
            return None
        joined = self.words[unit - 1].plain[-1:] in (",", ";")
        part = replace(word_of(f"x{count}"), joined=joined)
        return replace(one, stop=unit, part=(part,), weighed=True)

    def counted(self, at: int) -> tuple[str, int]:
        """Return how many nights or the like stand at an index, and the index behind them."""
        unit = self.role(at + 1, Role.UNIT)
        if not unit or self.words[at].whom is not None or self.words[at].escaped:
            return "", 0
        count = self.words[at].plain
        few = _COUNT.match(count) and float(count.replace(",", ".")) <= _PART_UNITS
        return (count, unit) if few else ("", 0)

    def _in_words(self, one: Somebody) -> Somebody | None:
        """Return somebody with "the rest" or "half" behind them."""
        if rest := self.role(one.stop, Role.REST):
            return replace(one, stop=rest, rest=True)
        if half := self.half(one.stop):
            return replace(one, stop=half, part=(_HALF,))
        if double := self.role(self.role(one.stop, Role.PAID) or one.stop, Role.DOUBLE):
            return replace(one, stop=double, part=(_DOUBLE,))
        return None

    def half(self, at: int) -> int:
        """Return the index behind a "half" that is one person's, as `50/50` is nobody's; or 0."""
        stop = self.role(at, Role.HALF)
        start = at + (stop == at + 2 and self.role(at, Role.ARTICLE) == at + 1)  # "la moitié"
        alone = stop == start + 1 and self._folded[start].isalpha()
        behind = self.role(stop, Role.WITH, Role.BETWEEN) if alone else 0
        return stop if alone and not behind else 0


def weighed_too(one: Somebody) -> Somebody:
    """Return somebody with a weight for a small number beside others' nights: `me 1`."""
    few = len(one.part) == 1 and _COUNT.match(one.part[0].plain.rstrip(",;"))
    if not few or one.weighed:
        return one
    count = one.part[0].plain.rstrip(",;")
    if float(count.replace(",", ".")) > _PART_UNITS:
        return one  # "chen 2 nights, dee 500": that is money.
    return replace(one, part=(replace(word_of(f"x{count}"), joined=one.part[0].joined),))


def ratio_in(word: Word) -> list[str]:
    """Return the numbers of a ratio, `2:1`, `60/40` or `60-40`; empty where it is none."""
    found = None if word.escaped else _RATIO.match(word.plain)
    if found is None or _TIME.match(word.plain):
        return []
    numbers = re.findall(r"\d+", word.plain)
    return numbers if found[1] == ":" or sum(map(int, numbers)) in _WHOLES else []
