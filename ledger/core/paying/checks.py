"""Checks of payment details, as far as each scheme allows them.

Whoever imports this loads the numbers of all countries' phones and banks: only the one
command that takes details does.
"""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit
from uuid import UUID

import phonenumbers
from stdnum import iban
from stdnum.br import cnpj, cpf
from stdnum.exceptions import ValidationError
from stdnum.th import tin

from ledger.core.errors import Code, LedgerError
from ledger.core.paying.details import PayDetail, Scheme

MAX_LINK: Final = 200
"""The longest link that is kept, in characters."""

_UPI: Final = re.compile(r"[A-Za-z0-9._-]{2,256}@[A-Za-z][A-Za-z0-9]{1,63}")
"""NPCI, UPI Linking Specification: the payee's address, `name@handle`."""
_EMAIL: Final = re.compile(r"[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)+")
_MAX_PIX_EMAIL: Final = 77
"""Banco Central do Brasil, Manual de Padrões para Iniciação do Pix: a key's longest form."""
_EWALLET_DIGITS: Final = 15
_BARE_LINK: Final = re.compile(r"(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}/\S+")
"""A link as people say it: `paypal.me/asha`."""


def pay_detail(scheme: Scheme, written: str) -> PayDetail:
    """Check what somebody wrote as their detail of a scheme.

    Raises LedgerError: BAD_PAY_DETAIL(scheme: Scheme, written: str).
    """
    try:
        return PayDetail(scheme, _CHECKS[scheme](written.strip()))
    except ValueError:
        raise LedgerError(Code.BAD_PAY_DETAIL, scheme=scheme, written=written) from None


def guessed(written: str) -> PayDetail | None:
    """Return the detail that can only be meant where no scheme was named, None if none can."""
    for scheme in (Scheme.LINK, Scheme.IBAN, Scheme.UPI):
        try:
            return pay_detail(scheme, written)
        except LedgerError:
            continue
    return None


def _upi(written: str) -> str:
    if _UPI.fullmatch(written) is None:
        raise ValueError
    return written


def _iban(written: str) -> str:
    try:
        return str(iban.validate(written))
    except ValidationError:
        raise ValueError from None


def _pix(written: str) -> str:
    if "@" in written:
        low = written.lower()
        if len(low) > _MAX_PIX_EMAIL or _EMAIL.fullmatch(low) is None:
            raise ValueError
        return low
    # Eleven bare digits are a person's tax number; a phone's begin with its code.
    if written.startswith(("+", "(")):
        return _phone(written, "BR")
    if "-" in written and len(written) == len(str(UUID(int=0))):
        return str(UUID(written))
    for kind in (cpf, cnpj):
        if kind.is_valid(written):
            return str(kind.compact(written))
    raise ValueError


def _promptpay(written: str) -> str:
    digits = re.sub(r"[\s-]", "", written)
    # A company's tax number or the national id, which is a person's.
    is_id = tin.is_valid(digits)
    if digits.isascii() and digits.isdecimal() and (is_id or len(digits) == _EWALLET_DIGITS):
        return digits
    return _phone(written, "TH")


def _phone(written: str, country: str) -> str:
    """Return a phone number of a country in its international form; raise ValueError."""
    try:
        number = phonenumbers.parse(written, country)
    except phonenumbers.NumberParseException:
        raise ValueError from None
    if not phonenumbers.is_valid_number_for_region(number, country):
        raise ValueError
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _link(written: str) -> str:
    if _BARE_LINK.fullmatch(written):
        written = f"https://{written}"
    parts = urlsplit(written)
    host = parts.hostname or ""
    safe = written.isascii() and written.isprintable() and not re.search(r"[\s<>\"]", written)
    if not safe or len(written) > MAX_LINK or parts.scheme != "https" or "." not in host:
        raise ValueError
    # `https://paypal.me@elsewhere.example` shows one place and leads to another.
    if parts.username is not None or parts.password is not None or parts.port is not None:
        raise ValueError
    return written


_CHECKS: Final = {
    Scheme.UPI: _upi,
    Scheme.IBAN: _iban,
    Scheme.PIX: _pix,
    Scheme.PROMPTPAY: _promptpay,
    Scheme.LINK: _link,
}
