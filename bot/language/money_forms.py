"""How amounts are written, made ready once for each language and currency.

Babel reads its pattern, rounds and looks up every sign anew for each amount: a receipt has
half a dozen, and they were a twentieth of what a command costs. What is written is Babel's.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from babel import Locale
from babel.numbers import (
    NumberPattern,
    get_currency_symbol,
    get_decimal_symbol,
    get_group_symbol,
)

from bot.language.direction import with_whole_sign
from bot.language.lean_locales import lean_locale
from bot.language.offered import RIGHT_TO_LEFT
from ledger.core.money import Currency, exponent

_THOUSANDS: Final = (3, 3)


@dataclass(frozen=True, slots=True)
class MoneyForm:
    """What stands before and behind an amount's digits and between them.

    `sizes` are how many whole digits stand together: the last ones, and those before them.
    """

    before: str
    behind: str
    point: str
    separator: str
    sizes: tuple[int, int]
    decimals: int
    """How many digits of minor units the currency has."""

    def written(self, minor: int) -> str:
        """Return an amount of at least 0, without decimals where it is whole."""
        whole, part = divmod(minor, 10**self.decimals)
        told = f"{whole:,}" if self.sizes == _THOUSANDS else self._grouped(str(whole))
        if self.separator != ",":
            told = told.replace(",", self.separator)
        if part:
            told = f"{told}{self.point}{part:0{self.decimals}}"
        return f"{self.before}{told}{self.behind}"

    def _grouped(self, digits: str) -> str:
        last, others = self.sizes
        head, groups = digits[:-last], [digits[-last:]]
        while head:
            groups.append(head[-others:])
            head = head[:-others]
        return ",".join(reversed(groups))


@cache
def money_form(code: str, currency: Currency) -> MoneyForm:
    """Return how a language writes amounts of a currency, with its sign: "₹1,900.50".

    With CLDR's currency spacing, which Babel leaves out: "KWD 1.200".
    """
    locale = lean_locale(code)
    standard = locale.currency_formats["standard"]
    form = _form(standard, locale, currency)
    symbol = get_currency_symbol(currency, locale=locale)
    needs_space = standard.pattern.startswith("¤#") and symbol[-1].isalpha()
    shown = f"{symbol}\N{NO-BREAK SPACE}" if needs_space else symbol
    before, behind = form.before.replace("¤", shown), form.behind.replace("¤", symbol)
    if code in RIGHT_TO_LEFT:
        before, behind = with_whole_sign(before), with_whole_sign(behind)
    return replace(form, before=before, behind=behind)


@cache
def plain_form(code: str, currency: Currency) -> MoneyForm:
    """Return the same without the currency's sign, where that stands beside it: "1,900.50"."""
    locale = lean_locale(code)
    return _form(locale.decimal_formats[None], locale, currency)


def _form(pattern: NumberPattern, locale: Locale, currency: Currency) -> MoneyForm:
    return MoneyForm(
        before=pattern.prefix[0],
        behind=pattern.suffix[0],
        point=get_decimal_symbol(locale),
        separator=get_group_symbol(locale),
        sizes=pattern.grouping,
        decimals=exponent(currency),
    )
