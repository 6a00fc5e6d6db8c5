"""Numbers as people group them, and sums of them, by a small bounded parser.

Exact throughout: a value is a Fraction. There are no powers, no names and nothing is
evaluated by Python; length, depth and digits are bounded, so no input takes long.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

MAX_LENGTH = 100
"""The longest sum that is read, in characters."""
_MAX_DEPTH = 20
_MAX_DIGITS = 30
_TOKEN = re.compile(r"(?:[\d.,'](?:[\d.,']*\d)?)[kK]?|[-+*/()xX]|\s+")
_NUMBER = re.compile(r"[\d.,']*\d[.,]?[kK]?\Z")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:[.,']\d{3})+\Z|[1-9]\d?(?:[.,']\d\d)*[.,']\d{3}\Z")


class UnreadableError(Exception):
    """The text is no number and no sum."""


class ImpossibleError(Exception):
    """The text is a sum that can't be worked out: a division by zero, a power, an open end."""


class Dots(Enum):
    """What one separator with exactly three digits behind it means where it may mean both."""

    ASK = "ask"
    GROUP = "group"
    DECIMAL = "decimal"


class AmbiguousError(Exception):
    """A separator may group thousands or begin decimals: the value either way."""

    def __init__(self, grouped: Fraction, decimal: Fraction) -> None:
        super().__init__()
        self.grouped = grouped
        self.decimal = decimal


@dataclass(frozen=True, slots=True)
class Result:
    """The value of a number or sum; `decimals` is how many a single number was written with."""

    value: Fraction
    decimals: int
    is_sum: bool


def evaluate(text: str, exponent: int) -> Result:
    """Read a number or a sum with `+ - * / ( )`, where `x` and `×` multiply too.

    `exponent` is how many decimals the currency has, which decides what one dot before three
    digits means. Raises AmbiguousError, ImpossibleError (bad arithmetic) or UnreadableError.
    """
    if text.isascii() and text.isdigit():
        return Result(Fraction(_whole(text)), 0, is_sum=False)
    if len(text) > MAX_LENGTH:
        raise ImpossibleError(text)
    if _NUMBER.match(text):
        value, decimals = _ask_both(text, exponent)
        return Result(value, decimals, is_sum=False)
    try:
        return Result(_Sum(text, exponent, Dots.ASK).value(), 0, is_sum=True)
    except AmbiguousError:
        grouped = _Sum(text, exponent, Dots.GROUP).value()
        decimal = _Sum(text, exponent, Dots.DECIMAL).value()
        raise AmbiguousError(grouped, decimal) from None


def _ask_both(text: str, exponent: int) -> tuple[Fraction, int]:
    try:
        return _number(text, exponent, Dots.ASK)
    except AmbiguousError:
        grouped, _ = _number(text, exponent, Dots.GROUP)
        decimal, _ = _number(text, exponent, Dots.DECIMAL)
        raise AmbiguousError(grouped, decimal) from None


def _whole(digits: str) -> int:
    # Longer numbers are all beyond any amount; cutting them keeps the work bounded.
    digits = digits.lstrip("0")
    return int(digits[:_MAX_DIGITS] or "0")


def _number(text: str, exponent: int, dots: Dots) -> tuple[Fraction, int]:
    """Return a number's value and its decimals (0 where `k` scales it)."""
    factor = 1
    if text[-1] in "kK":
        text, factor = text[:-1], 1000
    text = text.rstrip(".,")
    if text.isdigit():
        return Fraction(_whole(text) * factor), 0
    if not text:
        raise UnreadableError(text)
    whole, decimals = _separate(text, exponent, dots)
    value = Fraction(int(whole + decimals), 10 ** len(decimals)) * factor
    return value, 0 if factor > 1 else len(decimals)


def _separate(text: str, exponent: int, dots: Dots) -> tuple[str, str]:
    """Return the digits before and behind the decimal separator."""
    last = max(text.rfind("."), text.rfind(","))
    if last < 0:
        return _ungroup(text), ""
    head, mark, tail = text[:last], text[last], text[last + 1 :]
    if not tail.isdigit():
        raise UnreadableError(text)
    if mark in head:
        return _ungroup(text), ""
    if head and not head.isdigit():
        return _ungroup(head), tail
    if len(tail) != 3 or not head or dots is Dots.DECIMAL:
        return head, tail
    if dots is Dots.GROUP or not int(text.replace(mark, "")):
        return head + tail, ""
    return _three_behind(text, exponent, head, mark, tail)


def _three_behind(text: str, exponent: int, head: str, mark: str, tail: str) -> tuple[str, str]:
    """Decide what a single separator with exactly three digits behind it means."""
    if mark == "." and exponent == 3:
        return head, tail
    if _GROUPED.match(text) and (mark == "," or exponent == 0):
        return head + tail, ""
    raise AmbiguousError(Fraction(0), Fraction(0))


def _ungroup(text: str) -> str:
    separators = {c for c in text if not c.isdigit()}
    if separators and (len(separators) > 1 or not _GROUPED.match(text)):
        raise UnreadableError(text)
    return "".join(c for c in text if c.isdigit())


class _Sum:
    """A recursive descent over `sum = product {+- product}`, `product = term {*/ term}`."""

    def __init__(self, text: str, exponent: int, dots: Dots) -> None:
        self._tokens: list[str] = []
        self._at = 0
        self._exponent = exponent
        self._dots = dots
        position = 0
        while position < len(text):
            token = _TOKEN.match(text, position)
            if token is None:
                raise ImpossibleError(text)
            if not token[0].isspace():
                self._tokens.append(token[0])
            position = token.end()

    def value(self) -> Fraction:
        """Return the value of the whole text."""
        value = self._sum(0)
        if self._at < len(self._tokens):
            raise ImpossibleError
        return value

    def _next(self, among: str) -> str | None:
        if self._at < len(self._tokens) and self._tokens[self._at] in among:
            self._at += 1
            return self._tokens[self._at - 1]
        return None

    def _sum(self, depth: int) -> Fraction:
        if depth > _MAX_DEPTH:
            raise ImpossibleError
        value = self._product(depth)
        while sign := self._next("+-"):
            term = self._product(depth)
            value = value + term if sign == "+" else value - term
        return value

    def _product(self, depth: int) -> Fraction:
        value = self._term(depth)
        while sign := self._next("*/xX"):
            factor = self._term(depth)
            if sign == "/":
                if not factor:
                    raise ImpossibleError
                value /= factor
            else:
                value *= factor
        return value

    def _term(self, depth: int) -> Fraction:
        sign = self._next("+-")
        if self._next("("):
            value = self._sum(depth + 1)
            if not self._next(")"):
                raise ImpossibleError
        else:
            value = self._figure()
        return -value if sign == "-" else value

    def _figure(self) -> Fraction:
        if self._at >= len(self._tokens) or self._tokens[self._at][0] not in "0123456789.,'":
            raise ImpossibleError
        self._at += 1
        token = self._tokens[self._at - 1]
        # Behind a leading zero nothing is grouped: 0.125 is a factor.
        dots = Dots.DECIMAL if token.startswith("0.") else self._dots
        try:
            return _number(token, self._exponent, dots)[0]
        except (UnreadableError, ValueError):
            raise ImpossibleError from None
