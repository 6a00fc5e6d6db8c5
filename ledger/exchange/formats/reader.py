"""What every reader reads: text, amounts, currencies and dates, as people and apps write them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from hashlib import blake2b
from typing import Final

from ledger.core.money import MAX_MINOR, Currency, exponent, is_currency
from ledger.exchange.foreign_book import (
    MOST_TEXT,
    Trouble,
)

_SYMBOLS: Final = {
    "€": "EUR",
    "£": "GBP",
    "₹": "INR",
    "$": "USD",
    "US$": "USD",
    "¥": "JPY",
    "₩": "KRW",
    "zł": "PLN",
    "₺": "TRY",
    "₽": "RUB",
    "₴": "UAH",
    "R$": "BRL",
    "Kč": "CZK",
    "₪": "ILS",
    "฿": "THB",
    "₫": "VND",
    "₱": "PHP",
    "Ft": "HUF",
    "kr": "SEK",
    "A$": "AUD",
    "C$": "CAD",
}
_NUMBER: Final = re.compile(r"[-+]?[\d.,]*\d[\d.,]*")
_PLAIN: Final = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,9})?")
_GROUPS: Final = {
    sign: re.compile(rf"\d{{1,3}}(?:{re.escape(sign)}\d{{2,3}})*{re.escape(sign)}\d{{3}}")
    for sign in ".,"
}
_NO_TEXT: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_DAY_FIRST: Final = ("%d.%m.%Y", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%y", "%d/%m/%y", "%d-%m-%y")
_MONTH_FIRST: Final = ("%m/%d/%Y", "%m/%d/%y")
_ISO: Final = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")


class RowTrouble(Exception):  # noqa: N818 (a row's fault, told to whoever sent the file)
    """A row can't be taken over."""

    def __init__(self, trouble: Trouble, text: str = "") -> None:
        super().__init__(trouble.value)
        self.trouble = trouble
        self.text = text


def plain(text: str, limit: int = MOST_TEXT) -> str:
    """Return a text of another app fit for a line of the book."""
    return " ".join(_NO_TEXT.sub("", text).split())[:limit]


def kept_text(text: str) -> str:
    """Return a text of our own as it was, without what no database takes."""
    return re.sub(r"[\x00\ud800-\udfff]", "", text)


def category_word(*names: str) -> str | None:
    """Return a category of another app as one word, None where it says nothing."""
    name = next((name for name in map(plain, names) if name), "").casefold()
    if name in {"", "general", "uncategorized", "payment", "none", "other", "allgemein"}:
        return None
    return re.sub(r"[\s#]+", "_", name)[:60].strip("_") or None


def currency_of(written: str, home: Currency) -> Currency:
    """Return the currency of a code or sign; the sign of several is `home` where it has it.

    Raises RowTrouble.
    """
    text = written.strip()
    if is_currency(text.upper()):
        return Currency(text.upper())
    if text in _SYMBOLS:
        dollars = {"$": "USD AUD CAD NZD SGD HKD MXN", "¥": "JPY CNY", "kr": "SEK NOK DKK ISK"}
        return home if home in dollars.get(text, "").split() else Currency(_SYMBOLS[text])
    raise RowTrouble(Trouble.CURRENCY, plain(text, 20))


def decimal_of(written: str, *, comma: bool | None = None) -> Decimal:
    """Return a number as spreadsheets and people write it: `-1,234.50`, `1.234,50`, `12,5`.

    With both signs the last one is decimal. One alone is decimal, unless it stands there
    several times, or `comma` says that the other one is decimal in this file and three digits
    are behind it. What groups must group. Raises RowTrouble.
    """
    if comma is not True and _PLAIN.fullmatch(written):
        return Decimal(written)
    text = re.sub(r"[\s\u00a0\u202f'’]", "", written).replace("−", "-")
    found = _NUMBER.search(text)
    if found is None or re.search(r"\d", text[: found.start()] + text[found.end() :]):
        raise RowTrouble(Trouble.AMOUNT, plain(written, 30))
    in_brackets = text.startswith("(") and text.endswith(")")  # as accountants write it
    minuses = text.count("-") + in_brackets
    plainly = _plainly(found[0].lstrip("+-"), comma)
    if plainly is None or minuses > 1:
        raise RowTrouble(Trouble.AMOUNT, plain(written, 30))
    number = Decimal(plainly)
    return -number if minuses else number


def _plainly(number: str, comma: bool | None) -> str | None:
    """Return a number without what groups its digits, and a dot for its decimals."""
    whole, decimals = number, ""
    signs = {sign for sign in ".," if sign in number}
    if len(signs) == 2 or any(not _is_grouped(number, sign, comma) for sign in signs):
        last = max(number.rfind("."), number.rfind(","))
        whole, decimals = number[:last], number[last + 1 :]
        signs = {sign for sign in ".," if sign in whole}
        if number[last] in signs:
            return None
    for sign in signs:
        if not _GROUPS[sign].fullmatch(whole):
            return None
        whole = whole.replace(sign, "")
    return f"{whole or '0'}.{decimals or '0'}"


def _is_grouped(number: str, sign: str, comma: bool | None) -> bool:
    """Tell whether the only sign in a number groups its digits."""
    if number.count(sign) > 1:
        return True
    other_is_decimal = comma is not None and (sign == ",") is not comma
    return other_is_decimal and _GROUPS[sign].fullmatch(number) is not None


def minor_of(amount: Decimal, currency: Currency, *, rounded: bool = False) -> int:
    """Return an amount in minor units.

    More decimals than the currency has are an error, unless they are `rounded`: of what an app
    computed itself. Raises RowTrouble.
    """
    scaled = amount.scaleb(exponent(currency))
    whole = scaled.to_integral_value(rounding="ROUND_HALF_UP")
    if (whole != scaled and not rounded) or abs(whole) > MAX_MINOR:
        raise RowTrouble(Trouble.AMOUNT, plain(str(amount), 30))
    return int(whole)


def date_of(written: str, *, month_first: bool = False) -> date:
    """Return the date that a text begins with: ISO, or by `month_first`. Raises RowTrouble."""
    text = written.strip()
    found = _ISO.match(text)
    if found:
        try:
            return date(*map(int, found.groups()))
        except ValueError:
            raise RowTrouble(Trouble.DATE, plain(text, 30)) from None
    word = re.split(r"[\sT,]", text, maxsplit=1)[0]
    for form in _MONTH_FIRST if month_first else _DAY_FIRST:
        try:
            return datetime.strptime(word, form).date()  # noqa: DTZ007 (a date has no zone)
        except ValueError:
            continue
    raise RowTrouble(Trouble.DATE, plain(text, 30))


def is_month_first(dates: Iterable[str]) -> bool:
    """Tell whether dates with slashes are the American way: decided by all of them together."""
    parts = [re.match(r"(\d{1,2})/(\d{1,2})/\d{2,4}", text.strip()) for text in dates]
    known = [(int(part[1]), int(part[2])) for part in parts if part]
    return any(second > 12 for _, second in known) and all(first <= 12 for first, _ in known)


def divided(amount: int, weights: Mapping[int, int | Decimal]) -> dict[int, int]:
    """Divide minor units by weights; leftover units go to the largest fractions, then in order."""
    total = sum(Decimal(weight) for weight in weights.values())
    if not total:
        raise RowTrouble(Trouble.SHARES)
    exact = {who: Decimal(amount) * Decimal(weight) / total for who, weight in weights.items()}
    floors = {
        who: int(share.to_integral_value(rounding="ROUND_FLOOR")) for who, share in exact.items()
    }
    left = amount - sum(floors.values())
    for who in sorted(exact, key=lambda who: floors[who] - exact[who])[:left]:
        floors[who] += 1
    return floors


def content_key(*parts: object) -> str:
    """Return what identifies contents: a short digest."""
    return blake2b("\x1f".join(map(str, parts)).encode(), digest_size=12).hexdigest()
