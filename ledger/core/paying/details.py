"""Payment details: where somebody's money is to be sent."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from ledger.core.money import Currency


class Scheme(StrEnum):
    """A way to send money to somebody."""

    UPI = "upi"
    IBAN = "iban"
    PIX = "pix"
    PROMPTPAY = "promptpay"
    LINK = "link"


CURRENCIES: Final = {
    Scheme.UPI: Currency("INR"),
    Scheme.IBAN: Currency("EUR"),
    Scheme.PIX: Currency("BRL"),
    Scheme.PROMPTPAY: Currency("THB"),
}
"""The one currency that a scheme's payment code can carry an amount in."""

EXAMPLES: Final = {
    Scheme.UPI: "upi:asha@okbank",
    Scheme.IBAN: "iban:DE89370400440532013000",
    Scheme.PIX: "pix:asha@example.com",
    Scheme.PROMPTPAY: "promptpay:0812345678",
    Scheme.LINK: "link:https://paypal.me/asha",
}
"""How each is written."""


@dataclass(frozen=True, slots=True)
class PayDetail:
    """One way to pay somebody: `value` as its scheme writes it, without spaces.

    An IBAN in capitals; a PIX key as its register keeps it (digits, `+55…`, lower-case mail or
    UUID); PromptPay's digits; the whole address of a link.
    """

    scheme: Scheme
    value: str
