"""Money: integer minor units of an ISO 4217 currency. No float touches it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import NewType

import iso4217

Currency = NewType("Currency", str)
"""An ISO 4217 code in capitals, such as `INR`. Make one with `currency()`."""

MAX_MINOR = 10**13
"""The largest amount of one entry, in minor units."""

_EXPONENTS: dict[str, int] = {
    entry.code: entry.exponent
    for entry in iso4217.Currency
    if entry.exponent is not None and entry.code not in {"XXX", "XTS"}
}


# Half a megabyte that the package would keep for good, read already.
iso4217.raw_xml.clear()
iso4217.raw_table.clear()  # type: ignore[attr-defined]  # a dict that is called a mapping


def is_currency(code: str) -> bool:
    """Tell whether `code`, in capitals, is a currency that money can be counted in."""
    return code in _EXPONENTS


def currency(code: str) -> Currency:
    """Return the currency of an ISO 4217 code; raise ValueError when there is none."""
    if not is_currency(code):
        raise ValueError(f"not an ISO 4217 currency: {code!r}")
    return Currency(code)


def currencies() -> tuple[Currency, ...]:
    """Return every currency that money can be counted in, by code."""
    return tuple(Currency(code) for code in sorted(_EXPONENTS))


def exponent(of: Currency) -> int:
    """Return how many decimals the currency has: 2 for INR, 0 for JPY, 3 for KWD.

    ISO 4217's minor units, not Babel's display digits, which differ (RSD, IQD).
    """
    return _EXPONENTS[of]


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in minor units: `Money(120000, Currency("INR"))` is ₹1,200."""

    minor: int
    currency: Currency


def exact(money: Money) -> str:
    """Return the amount as a plain decimal number with all its decimals: "1200.50", "-5"."""
    return f"{Decimal(money.minor).scaleb(-exponent(money.currency)):f}"
