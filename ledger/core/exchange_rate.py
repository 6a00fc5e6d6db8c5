"""Exchange rates: exact decimals, and money turned from one currency into another by them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final

from ledger.core.errors import Code, LedgerError
from ledger.core.money import Currency, Money, exponent

_DIGITS: Final = Context(prec=10, rounding=ROUND_HALF_UP)
"""Significant digits of a rate that was computed from others; what people write stays as it is."""
_LEAST: Final = Decimal("1e-9")
_MOST: Final = Decimal("1e9")


class RateSource(StrEnum):
    """Who says what a rate is."""

    OWN = "own"
    """Somebody of the group."""
    ECB = "ecb"
    """The European Central Bank's euro foreign exchange reference rates."""


@dataclass(frozen=True, slots=True)
class Rate:
    """One unit of `base` is worth `value` units of `quote`; `on` is the day it is of."""

    base: Currency
    quote: Currency
    value: Decimal
    source: RateSource
    on: date

    def __post_init__(self) -> None:
        if not _LEAST <= self.value <= _MOST:
            examples = (f"/rate {self.base} 90.5",)
            raise LedgerError(Code.BAD_RATE, written=f"{self.value:f}", examples=examples)

    def converted(self, minor: int) -> int:
        """Return minor units of `base` in those of `quote`, half a unit rounded away from 0."""
        units = exponent(self.quote) - exponent(self.base)
        exact = Fraction(minor) * Fraction(self.value) * Fraction(10) ** units
        whole = int(abs(exact) + Fraction(1, 2))
        return whole if exact >= 0 else -whole

    def each_converted(self, minors: Sequence[int]) -> list[int]:
        """Return parts turned one by one so that they add up to their sum, turned at once.

        What is before each part is turned and rounded, and a part is the difference: so none
        is more than a unit from what it would be by itself, and no unit is lost.
        """
        before, turned_before, turned = 0, 0, []
        for minor in minors:
            before += minor
            upto = self.converted(before)
            turned.append(upto - turned_before)
            turned_before = upto
        return turned

    def written(self) -> str:
        """Return the value as a plain decimal without superfluous zeros: "90.5"."""
        return f"{self.value.normalize():f}"


def inverse(value: Decimal) -> Decimal:
    """Return what a unit of the other currency is worth, to ten significant digits."""
    return _DIGITS.divide(Decimal(1), value)


def crossed(base: Decimal, quote: Decimal) -> Decimal:
    """Return what a unit of one currency is worth in another, of both per a third one's unit."""
    return _DIGITS.divide(quote, base)


def about(amounts: Sequence[Money], home: Currency, rates: Mapping[Currency, Rate]) -> Money | None:
    """Return amounts as one in the home currency; None where a rate is not known."""
    total = 0
    for amount in amounts:
        if amount.currency == home:
            total += amount.minor
        elif amount.currency in rates:
            total += rates[amount.currency].converted(amount.minor)
        else:
            return None
    return Money(total, home)
