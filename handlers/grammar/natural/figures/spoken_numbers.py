"""Numbers in words: `2 mil quinientos`, `полторы тысячи`, `40 con 50`, `12 euro 50`, `12 ونص`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Final

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Line, Word, word_of
from handlers.grammar.natural.figures.currency_words import may_be_currency
from handlers.grammar.vocabulary import Role
from ledger.core.folding import fold

SCALES: Final = {
    Role.HUNDRED: 100,
    Role.THOUSAND: 1000,
    Role.LAKH: 100_000,
    Role.MILLION: 1_000_000,
    Role.CRORE: 10_000_000,
}
"""The words that multiply the number before them."""
_DIGITS: Final = re.compile(r"\d{1,6}(?:[.,]\d{1,2})?\Z")
_FEW: Final = re.compile(r"\d{1,2}\Z")
_CENTS: Final = re.compile(r"\d\d\Z")
_CENTS_SAID: Final = re.compile(r"([1-9]\d{0,2})([^\W\d]{2,}|[¢￠])?[,;.]?\Z")
_CENT_SIGNS: Final = ("¢", "￠")
_WHOLE: Final = re.compile(r"\d{1,6}\Z")
_SHORTEST: Final = 2
"""Letters of a scale by itself: "к" in Russian is rather "to"."""
_ENDS: Final = ",;."
_HUNDRED: Final = 100
_A_HUNDRED: Final = "hundred"
_MULTIPLYING: Final = (10, _HUNDRED)
_MOST: Final = 10**8


def in_digits(line: Line, circle: Circle) -> Line:
    """Return the line with digits for what it says in words, as far as that is an amount.

    A number that begins in words is read only where the line has no other.
    """
    if not circle.words.numbers.values:
        return line
    words = list(line.words)
    at = 0
    while at < len(words):
        follows = at > 0 and fold(words[at - 1].low) in circle.words.numbers.values
        if not follows and (found := _Spoken(words, at, circle).read()) is not None:
            words[at : found[1]] = [found[0]]
        at += 1
    return replace(line, words=tuple(words))


class _Spoken:
    """One number that is said from a word on."""

    def __init__(self, words: Sequence[Word], start: int, circle: Circle) -> None:
        self._words = words
        self._circle = circle
        self._start = self._stop = start
        self._total, self._current = Fraction(0), Fraction(0)
        self._scale = 0  # The last one.
        self._least = _MOST  # What is said next is less.
        self._in_words = self._large = self._has_half = False

    def read(self) -> tuple[Word, int] | None:
        """Return the number and the index behind it, None where none is said in words."""
        at = self._start
        while at < len(self._words) and not _is_claimed(self._words[at]):
            stop = self._half(at) or self._one(at)
            if stop:
                self._stop = at = stop
            elif at == self._stop > self._start and self._is_and(at):
                at += 1  # "mil e duzentos"
            else:
                break
            if self._words[at - 1].plain[-1:] in _ENDS:
                break
        begun = self._words[self._start].plain[:1].isdigit()
        others = (*self._words[: self._start], *self._words[self._stop :])
        has_others = any(word.plain[:1].isdigit() and not _is_claimed(word) for word in others)
        said = self._has_half and begun and self._stop > self._start + 1
        money = self._stop < len(self._words) and _is_currency(self._words[self._stop])
        large = self._large and not self._is_lone_hundred()
        if not (said or (self._in_words and (large or money))):
            return None
        if has_others and (said or not begun):
            return None
        return _number(self._total + self._current, self._words[self._stop - 1]), self._stop

    def _is_lone_hundred(self) -> bool:
        """Tell whether it is a "hundred" by itself, which may be one of anything."""
        last = fold(self._words[self._stop - 1].low)
        return last == _A_HUNDRED and self._total + self._current == _HUNDRED

    def _is_and(self, at: int) -> bool:
        return Role.AND in self._circle.words.roles.get((fold(self._words[at].low),), ())

    def _half(self, at: int) -> int:
        """Take "and a half", of what was said last; return the index behind it, or 0."""
        for run in self._circle.words.numbers.half if at > self._start else ():
            stop = at + len(run)
            if self._current >= _HUNDRED or self._circle.find(self._words, stop) is not None:
                return 0  # "30000 setengah sari" is half hers.
            if tuple(fold(word.low) for word in self._words[at:stop]) == run:
                if self._current:
                    self._current += Fraction(1, 2)
                else:
                    self._total += Fraction(self._scale, 2)
                    self._in_words = True
                self._has_half = True
                return stop
        return 0

    def _one(self, at: int) -> int:
        text = fold(self._words[at].low)
        value = self._circle.words.numbers.values.get(text)
        if len(text) >= _SHORTEST and (scale := _scale(text, self._circle)):
            self._in_words |= not self._current
            self._large = True
            part = (self._current or Fraction(1)) * scale
            if scale == _HUNDRED:
                self._current = part
            else:
                self._current, self._total = Fraction(0), self._total + part
            self._scale = self._least = scale
        elif value in _MULTIPLYING and 1 < self._current < 10 and at > self._start:
            self._current *= value  # "fünf hundert", "lima puluh"
            self._large |= value == _HUNDRED
            self._least = int(value)
        elif value is not None and value < self._least:
            self._in_words = True
            self._large |= value >= _HUNDRED
            self._current += value
            self._least = next((unit for unit in (_HUNDRED, 10) if value >= unit), 1)
        elif at == self._start and _DIGITS.match(self._words[at].plain.rstrip(_ENDS)):
            self._current = Fraction(self._words[at].plain.rstrip(_ENDS).replace(",", "."))
            self._least = 0
        else:
            return 0
        return at + 1


def _scale(text: str, circle: Circle) -> int:
    roles = circle.words.roles.get((text,), ())
    return next((scale for role, scale in SCALES.items() if role in roles), 0)


def _number(value: Fraction, last: Word) -> Word:
    written = str(value) if value.denominator == 1 else f"{float(value):.2f}"
    behind = last.plain[len(last.plain.rstrip(_ENDS)) :]
    return replace(word_of(written + behind), breaks=last.breaks)


def with_cents(line: Line, circle: Circle, *, decimals: int) -> Line:
    """Return the line with one number for an amount that is said with its cents: `12 euro 50`."""
    words = list(line.words)
    if decimals != 2:
        return line
    for at in range(len(words) - 1):
        number = words[at]
        if _is_claimed(number) or not _WHOLE.match(number.plain):
            continue
        currency = at + 1 if _is_currency(words[at + 1]) else 0
        point = (currency or at) + 1
        if not currency and _FEW.match(number.plain) and (tens := _tens(words, point, circle)):
            behind = words[point].plain[len(words[point].plain.rstrip(_ENDS)) :]
            written = word_of(f"{number.plain}.{tens}{behind}")
            words[at : point + 1] = [replace(written, breaks=words[point].breaks)]
            return replace(line, words=tuple(words))
        pointed = point < len(words) and fold(words[point].low) in circle.words.numbers.point
        cents = point + pointed
        if cents >= len(words) or not _are_cents(words, cents, circle):
            continue
        said = cents + 1 < len(words) and fold(words[cents + 1].low) in circle.words.numbers.cents
        spoken = pointed and (currency or _FEW.match(number.plain))
        if not (said and (currency or pointed)) and not (currency or spoken):
            continue
        behind = words[cents + said].plain[len(words[cents + said].plain.rstrip(_ENDS)) :]
        written = word_of(f"{number.plain}.{words[cents].plain.rstrip(_ENDS)}")
        money = [replace(words[currency], joined=bool(behind))] if currency else []
        last = replace([written, *money][-1], breaks=words[cents + said].breaks)
        words[at : cents + 1 + said] = [*[written, *money][:-1], last]
        return replace(line, words=tuple(words))
    return line


def cents_alone(line: Line, circle: Circle, *, decimals: int) -> Line:
    """Return the line with the amount that is said in nothing but cents: `80 cents`, `99ct`."""
    numbers = circle.words.numbers
    words = list(line.words)
    if sum(word.plain.lstrip("\\")[:1].isdigit() for word in words) != 1:
        return line  # "50 cent concert 80"
    for at, word in enumerate(words):
        found = None if _is_claimed(word) or decimals != 2 else _CENTS_SAID.match(word.plain)
        before = words[at - 1] if at else None
        apart = at + 1 < len(words) and not _is_claimed(words[at + 1])
        unit = fold(words[at + 1].low) if found and not found[2] and apart else ""
        said = fold(found[2]) if found and found[2] else unit
        if found is None or said not in (*numbers.cents, *_CENT_SIGNS) or said in numbers.values:
            continue
        if before is not None and (before.plain[-1:].isdigit() or _is_currency(before)):
            continue
        stop = at + 2 if unit else at + 1
        last = words[stop - 1]
        behind = last.plain[len(last.plain.rstrip(_ENDS)) :]
        euros, cents = divmod(int(found[1]), _HUNDRED)
        words[at:stop] = [replace(word_of(f"{euros}.{cents:02}{behind}"), breaks=last.breaks)]
        return replace(line, words=tuple(words))
    return line


def _tens(words: Sequence[Word], at: int, circle: Circle) -> int:
    """Return the cents of `12 fuffzig`, which no more number follows; or 0."""
    value = circle.words.numbers.values.get(fold(words[at].low), Fraction(0))
    further = fold(words[at + 1].low) if at + 1 < len(words) else ""
    if further in circle.words.numbers.values or _scale(further, circle):
        return 0
    return int(value) if 10 <= value < _HUNDRED and value.denominator == 1 else 0


def _are_cents(words: Sequence[Word], at: int, circle: Circle) -> bool:
    """Tell whether two digits stand there that count nothing, and are nobody's."""
    if _is_claimed(words[at]) or not _CENTS.match(words[at].plain.rstrip(_ENDS)):
        return False
    behind = words[at + 1] if at + 1 < len(words) else None
    if behind is None or words[at].plain[-1:] in _ENDS:
        return True
    roles = circle.words.roles.get((fold(behind.low),), ())
    counted = Role.UNIT in roles or Role.FOR in roles or behind.plain[:1] in "%+-*/x"
    named = behind.whom is not None or circle.find(words, at + 1) is not None
    return not (counted or named or _is_currency(behind))


def _is_currency(word: Word) -> bool:
    return not _is_claimed(word) and may_be_currency(word)


def _is_claimed(word: Word) -> bool:
    return word.whom is not None or word.escaped or word.everyone
