"""Money and moments as JSON has them: decimals that were never floats, times to the millisecond."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from decimal import Decimal
from typing import Annotated, Final

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema

from ledger.core.errors import Code, LedgerError
from ledger.core.money import Currency, Money, exponent

MOST_DIGITS: Final = 40
"""More are refused as no amount: enough for whoever writes many zeros behind the point."""
_DECIMAL: Final = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_MOST_MINOR: Final = 10**18
"""What is above is too large whatever it is for; the book's own limit is far below."""


def read_decimal(value: object) -> Decimal:
    """Return what a JSON number or a decimal string says; raise ValueError for anything else."""
    if isinstance(value, str):
        if not _DECIMAL.fullmatch(value) or len(value) > MOST_DIGITS:
            raise ValueError('must be a number such as 1900.5 or "1900.5"')
        return Decimal(value)
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise ValueError('must be a number such as 1900.5 or "1900.5"')
    return Decimal(value)


Amount = Annotated[
    Decimal,
    BeforeValidator(read_decimal),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "number"},
                {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$", "maxLength": MOST_DIGITS},
            ],
            "description": "An amount: a number, or a decimal string.",
            "examples": [1900.5, "1900.5"],
        }
    ),
]
"""An amount, percentage or number of shares in a body."""


def minor_units(amount: Decimal, currency: Currency) -> Money:
    """Return an amount as money.

    Raises LedgerError TOO_MANY_DECIMALS(currency, decimals, nearest: Money) and
    AMOUNT_TOO_LARGE(amount); how large an amount may be the book says by itself.
    """
    decimals = exponent(currency)
    if amount.adjusted() + decimals > 17:  # digits of _MOST_MINOR
        raise LedgerError(Code.AMOUNT_TOO_LARGE, amount=Money(_MOST_MINOR, currency))
    minor = amount.scaleb(decimals)
    whole = int(minor.to_integral_value())
    if minor != whole:
        raise LedgerError(
            Code.TOO_MANY_DECIMALS,
            currency=currency,
            decimals=decimals,
            nearest=Money(whole, currency),
        )
    return Money(whole, currency)


def decimal_text(money: Money) -> str:
    """Return an amount as resources show it: "3000", "1900.5", "-0.05"."""
    return plain_decimal(Decimal(money.minor).scaleb(-exponent(money.currency)))


def plain_decimal(value: Decimal) -> str:
    """Return a decimal without superfluous zeros: "25", "33.3"."""
    written = f"{value:f}"
    if "." in written:
        written = written.rstrip("0").rstrip(".")
    return "0" if written == "-0" else written


def number(money: Money) -> int | float:
    """Return an amount as balances show it, a JSON number: 1900, 0.05.

    The shortest decimals of a float are those of the amount, as long as it has at most 15
    digits, and every balance has.
    """
    whole, rest = divmod(money.minor, 10 ** exponent(money.currency))
    return whole if rest == 0 else float(decimal_text(money))


def moment(at: datetime) -> str:
    """Return a moment in UTC to the millisecond: "2025-12-20T10:16:07.191Z"."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


Moment = Annotated[
    datetime,
    PlainSerializer(moment, return_type=str),
    WithJsonSchema(
        {"type": "string", "format": "date-time", "examples": ["2025-12-20T10:16:07.191Z"]}
    ),
]
"""A moment in an answer."""
