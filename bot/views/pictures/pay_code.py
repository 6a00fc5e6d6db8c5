"""Payment codes as pictures: what the payer's app reads from the screen."""

from __future__ import annotations

import io
from decimal import Decimal
from typing import Final

import segno
from segno import helpers

from ledger.core.money import Currency, Money, exact
from ledger.core.paying.details import PayDetail, Scheme
from ledger.core.paying.payloads import payload

_PIXELS_A_MODULE: Final = 10
_QUIET: Final = 4
"""Modules of white around the code (ISO/IEC 18004, 6.3.8)."""
_MAX_EPC_NAME: Final = 70
_MAX_EPC_TEXT: Final = 140
_EPC_LEAST: Final = Decimal("0.01")
_EPC_MOST: Final = Decimal("999999999.99")


def pay_code(detail: PayDetail, name: str, amount: Money | None, about: str) -> bytes | None:
    """Return a detail's code as a PNG, None where there is none that an app could read.

    An IBAN's code asks for euros and always for a sum (EPC069-12): without one there is none.
    """
    code = _code(detail, name, amount, about)
    if code is None:
        return None
    picture = io.BytesIO()
    code.save(picture, kind="png", scale=_PIXELS_A_MODULE, border=_QUIET)
    return picture.getvalue()


def pay_modules(
    detail: PayDetail, name: str, amount: Money | None, about: str
) -> tuple[str, ...] | None:
    """Return the same code as rows of modules, "1" for a dark one, for a page that draws it."""
    code = _code(detail, name, amount, about)
    if code is None:
        return None
    return tuple("".join("1" if module else "0" for module in row) for row in code.matrix)


def _code(detail: PayDetail, name: str, amount: Money | None, about: str) -> segno.QRCode | None:
    if detail.scheme is Scheme.IBAN:
        return _transfer(detail.value, name, amount, about)
    told = payload(detail, name, amount, about)
    return None if told is None else segno.make(told, error="m", micro=False)


def _transfer(iban: str, name: str, amount: Money | None, about: str) -> segno.QRCode | None:
    if amount is None or amount.currency != Currency("EUR"):
        return None
    sum_ = Decimal(exact(amount))
    if not _EPC_LEAST <= sum_ <= _EPC_MOST:
        return None
    return helpers.make_epc_qr(
        name=name[:_MAX_EPC_NAME], iban=iban, amount=sum_, text=about[:_MAX_EPC_TEXT]
    )
