"""How amounts are written, made ready once for each language and currency.

Babel reads its pattern, rounds and looks up every sign anew for each amount: a receipt has
half a dozen, and they were a twentieth of what a command costs. What is written is Babel's.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from bot.language.direction import with_whole_sign
from bot.language.habits import Habits, habits
from bot.language.offered import RIGHT_TO_LEFT
from ledger.core.money import Currency, exponent

_THOUSANDS: Final = (3, 3)


@dataclass(frozen=True, slots=True)
class MoneyForm:
    """What stands before and behind an amount's digits, and how a language groups them."""

    before: str
    behind: str
    habits: Habits
    decimals: int
    """How many digits of minor units the currency has."""

    def written(self, minor: int) -> str:
        """Return an amount of at least 0, without decimals where it is whole."""
        whole, part = divmod(minor, 10**self.decimals)
        if self.habits.sizes == _THOUSANDS:
            told = f"{whole:,}".replace(",", self.habits.separator)
        else:
            told = self.habits.grouped(str(whole))
        if part:
            told = f"{told}{self.habits.point}{part:0{self.decimals}}"
        return f"{self.before}{told}{self.behind}"


@cache
def money_form(code: str, currency: Currency) -> MoneyForm:
    """Return how a language writes amounts of a currency, with its sign: "₹1,900.50".

    With CLDR's currency spacing, which Babel leaves out: "KWD 1.200".
    """
    of = habits(code)
    before, behind = of.money
    sign = of.sign(currency)
    needs_space = before == "¤" and sign[-1].isalpha()
    before = before.replace("¤", f"{sign}\N{NO-BREAK SPACE}" if needs_space else sign)
    behind = behind.replace("¤", sign)
    if code in RIGHT_TO_LEFT:
        before, behind = with_whole_sign(before), with_whole_sign(behind)
    return MoneyForm(before, behind, of, exponent(currency))


@cache
def plain_form(code: str, currency: Currency) -> MoneyForm:
    """Return the same without the currency's sign, where that stands beside it: "1,900.50"."""
    return MoneyForm("", "", habits(code), exponent(currency))
