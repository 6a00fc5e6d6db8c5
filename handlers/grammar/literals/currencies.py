"""How currencies are written: ISO 4217 codes, signs, and whose sign it is."""

from __future__ import annotations

from ledger.core.money import Currency, is_currency

_SIGNS: dict[str, tuple[str, ...]] = {
    "₹": ("INR",),
    "₨": ("INR", "PKR", "LKR", "NPR", "MUR", "SCR"),
    "rs": ("INR", "PKR", "LKR", "NPR", "MUR", "SCR"),
    "$": (
        *("USD", "AUD", "CAD", "NZD", "SGD", "HKD", "TWD", "MXN", "ARS", "CLP", "COP", "UYU"),
        *("BBD", "BMD", "BND", "BSD", "BZD", "DOP", "FJD", "GYD", "JMD", "KYD", "LRD", "NAD"),
        *("SBD", "SRD", "TTD", "XCD"),
    ),
    "us$": ("USD",),
    "a$": ("AUD",),
    "au$": ("AUD",),
    "c$": ("CAD",),
    "ca$": ("CAD",),
    "nz$": ("NZD",),
    "s$": ("SGD",),
    "hk$": ("HKD",),
    "nt$": ("TWD",),
    "mx$": ("MXN",),
    "r$": ("BRL",),
    "€": ("EUR",),
    "£": ("GBP", "EGP", "FKP", "GIP", "SHP", "SSP", "SYP", "LBP", "SDG"),
    "¥": ("JPY", "CNY"),
    "円": ("JPY",),
    "元": ("CNY", "TWD", "HKD"),
    "kr": ("SEK", "NOK", "DKK", "ISK"),
    "₩": ("KRW", "KPW"),
    "₫": ("VND",),
    "rp": ("IDR",),
    "₱": ("PHP",),
    "฿": ("THB",),
    "৳": ("BDT",),
    "₺": ("TRY",),
    "₽": ("RUB",),
    "₴": ("UAH",),
    "₸": ("KZT",),
    "₾": ("GEL",),
    "₼": ("AZN",),
    "֏": ("AMD",),
    "₪": ("ILS",),
    "₦": ("NGN",),
    "₵": ("GHS",),
    "₡": ("CRC",),
    "₲": ("PYG",),
    "₭": ("LAK",),
    "₮": ("MNT",),
    "៛": ("KHR",),
    "zł": ("PLN",),
    "kč": ("CZK",),
}


_NAMES = {
    **dict.fromkeys(["euro", "euros"], "€"),
    **dict.fromkeys(["rupees", "rupee"], "₹"),
    "dollars": "$",
    "yen": "¥",
}
"""Currencies' names that are hardly anything else behind a number; "pounds" may be a weight."""


def named(written: str, home: Currency | None) -> Currency | None:
    """Return the currency of a name in small letters, such as "euros", or None."""
    sign = _NAMES.get(written)
    return by_sign(sign, home) if sign else None


def by_sign(written: str, home: Currency | None) -> Currency | None:
    """Return the currency of a sign such as `$` or `kr`, or None when it is no sign.

    A sign that several currencies use means the group's own where that is one of them.
    """
    users = _SIGNS.get(written) or _SIGNS.get(written.lower().rstrip("."))
    if users is None:
        return None
    return home if home is not None and home in users else Currency(users[0])


def apart(written: str, home: Currency) -> Currency | None:
    """Return the currency of a word of its own: a sign, or a code in capitals ("10 gel" is gel)."""
    if len(written) == 3 and is_currency(written):
        return Currency(written)
    return by_sign(written, home) if len(written) <= 3 else None


def glued(written: str, home: Currency) -> Currency | None:
    """Return the currency of what touches a number: a sign, or a code in any case."""
    if len(written) == 3 and is_currency(code := written.upper()):
        return Currency(code)
    return by_sign(written, home) if len(written) <= 3 else None


def narrows(code: Currency, sign: Currency, home: Currency) -> bool:
    """Tell whether a code behind a number says which currency its sign meant ("$45 CAD")."""
    return any(
        sign in users and code in users and by_sign(written, home) == sign
        for written, users in _SIGNS.items()
    )
