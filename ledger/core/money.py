"""Money: integer minor units of an ISO 4217 currency. No float touches it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final, NewType

Currency = NewType("Currency", str)
"""An ISO 4217 code in capitals, such as `INR`. Make one with `currency()`."""

MAX_MINOR = 10**13
"""The largest amount of one entry, in minor units."""

_BY_EXPONENT: Final = {
    0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
    2: """
        AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD
        CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS
        GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD
        LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB
        PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP
        SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW
        ZWG
    """,
    3: "BHD IQD JOD KWD LYD OMR TND",
    4: "CLF UYW",
}
"""ISO 4217's currencies by their decimals, as of 2026; `test_money` holds it against the list."""

_EXPONENTS: Final[dict[str, int]] = {
    code: decimals for decimals, codes in _BY_EXPONENT.items() for code in codes.split()
}


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
