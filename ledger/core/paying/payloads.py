"""What a payment code of a detail says: the text in the picture that a payer's app reads."""

from __future__ import annotations

import re
import unicodedata
from typing import Final
from urllib.parse import quote, urlencode, urlsplit

from ledger.core.money import Money, exact
from ledger.core.paying.details import CURRENCIES, PayDetail, Scheme
from ledger.core.paying.emv import emv_code

_MAX_UPI_NAME: Final = 99
_PIX_NAME: Final = 25
_PIX_CITY: Final = "BRASIL"
"""The code must name a city, which nobody told us: apps show the receiver's own data anyway."""
_PROMPTPAY: Final = "A000000677010111"
_PHONE_DIGITS: Final = 13
_NATIONAL_ID_DIGITS: Final = 13
_AMOUNT_HOSTS: Final = frozenset({"paypal.me", "www.paypal.me"})


def payload(detail: PayDetail, name: str, amount: Money | None, about: str) -> str | None:
    """Return the text of a detail's code, None where its scheme has none of this kind.

    `name` is the receiver's, `about` what it is for. The amount is left out where the scheme
    does not know its currency. An IBAN's code has lines of its own (EPC069-12): it is drawn by
    the library that knows them.
    """
    fits = amount if amount and amount.currency == CURRENCIES.get(detail.scheme) else None
    match detail.scheme:
        case Scheme.UPI:
            return _upi(detail.value, name, fits, about)
        case Scheme.PIX:
            return _pix(detail.value, name, fits)
        case Scheme.PROMPTPAY:
            return _promptpay(detail.value, fits)
        case Scheme.LINK:
            return with_amount(detail.value, amount)
        case Scheme.IBAN:
            return None


def with_amount(link: str, amount: Money | None) -> str:
    """Return a link that asks for the amount, where its site takes one (paypal.me)."""
    parts = urlsplit(link)
    names_somebody_only = re.fullmatch(r"/[^/]+/?", parts.path) and not parts.query
    if amount is None or parts.hostname not in _AMOUNT_HOSTS or not names_somebody_only:
        return link
    return f"{link.rstrip('/')}/{exact(amount)}{amount.currency}"


def _upi(address: str, name: str, amount: Money | None, about: str) -> str:
    """NPCI, UPI Linking Specification 1.6: the deep link that every UPI app opens."""
    fields = {"pa": address, "pn": name[:_MAX_UPI_NAME], "cu": "INR"}
    if amount is not None:
        fields["am"] = exact(amount)
    fields["tn"] = about
    return "upi://pay?" + urlencode(fields, quote_via=quote, safe="@")


def _pix(key: str, name: str, amount: Money | None) -> str:
    """Banco Central do Brasil, Manual do BR Code."""
    return emv_code(
        {
            "00": "01",
            "26": {"00": "br.gov.bcb.pix", "01": key},
            "52": "0000",
            "53": "986",
            **({} if amount is None else {"54": exact(amount)}),
            "58": "BR",
            "59": _plain_letters(name)[:_PIX_NAME].strip() or "PIX",
            "60": _PIX_CITY,
            "62": {"05": "***"},
        }
    )


def _promptpay(number: str, amount: Money | None) -> str:
    """Thai QR payment: a proxy of a phone, a national or tax id, or an e-wallet."""
    if number.startswith("+"):
        proxy = {"01": number.removeprefix("+").rjust(_PHONE_DIGITS, "0")}
    elif len(number) == _NATIONAL_ID_DIGITS:
        proxy = {"02": number}
    else:
        proxy = {"03": number}
    return emv_code(
        {
            "00": "01",
            # Whether the code is for once, with its amount, or for any time (EMVCo, 4.7.1).
            "01": "11" if amount is None else "12",
            "29": {"00": _PROMPTPAY, **proxy},
            "53": "764",
            **({} if amount is None else {"54": exact(amount)}),
            "58": "TH",
        }
    )


def _plain_letters(name: str) -> str:
    """Return a name in the letters that the code allows (ASCII), accents taken off."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return " ".join(re.sub(r"[^A-Za-z0-9 .-]", "", plain).upper().split())
