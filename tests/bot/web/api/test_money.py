"""Amounts of JSON: never through a float, none too many, none lost."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.web.api.money import (
    decimal_text,
    minor_units,
    moment,
    number,
    plain_decimal,
    read_decimal,
)
from ledger.core.errors import Code, LedgerError
from ledger.core.money import Currency, Money

INR, JPY, KWD = Currency("INR"), Currency("JPY"), Currency("KWD")


@pytest.mark.parametrize(
    ("minor", "currency", "text", "in_balances"),
    [
        (300000, INR, "3000", 3000),
        (190050, INR, "1900.5", 1900.5),
        (-5, INR, "-0.05", -0.05),
        (0, INR, "0", 0),
        (1200, JPY, "1200", 1200),
        (1234, KWD, "1.234", 1.234),
        (-100, INR, "-1", -1),
    ],
)
def test_amounts_have_no_superfluous_zeros(
    minor: int, currency: Currency, text: str, in_balances: float
) -> None:
    money = Money(minor, currency)
    assert decimal_text(money) == text
    assert repr(number(money)) == repr(in_balances)


@given(st.integers(-(10**13), 10**13), st.sampled_from([INR, JPY, KWD]))
def test_what_is_told_is_read_again(minor: int, currency: Currency) -> None:
    money = Money(minor, currency)
    assert minor_units(read_decimal(decimal_text(money)), currency) == money
    assert minor_units(Decimal(repr(number(money))), currency) == money


@pytest.mark.parametrize(
    "wrong",
    [
        *(True, None, 1.5, [], {}, "", "1,5", "1e3", " 1", "1 ", ".5", "5.", "٣", "+1", "NaN"),
        *("Infinity", "0x10", "1_000", "1\n", "9" * 41),
    ],
)
def test_what_is_no_amount_is_refused(wrong: object) -> None:
    with pytest.raises(ValueError, match="must be a number"):
        read_decimal(wrong)


@pytest.mark.parametrize(
    ("amount", "currency", "code"),
    [
        ("0.001", INR, Code.TOO_MANY_DECIMALS),
        ("0.5", JPY, Code.TOO_MANY_DECIMALS),
        ("9" * 30, INR, Code.AMOUNT_TOO_LARGE),
        ("-" + "9" * 30, INR, Code.AMOUNT_TOO_LARGE),
        ("0." + "0" * 37 + "1", INR, Code.TOO_MANY_DECIMALS),
    ],
)
def test_an_amount_that_no_money_is_is_refused(amount: str, currency: Currency, code: Code) -> None:
    with pytest.raises(LedgerError) as refused:
        minor_units(read_decimal(amount), currency)
    assert refused.value.code is code


def test_zeros_behind_the_point_are_no_decimals() -> None:
    assert minor_units(Decimal("1200.000000"), JPY) == Money(1200, JPY)
    assert minor_units(Decimal("1E+3"), INR) == Money(100000, INR)


def test_percentages_are_told_as_they_are_meant() -> None:
    assert plain_decimal(Decimal("25.00")) == "25"
    assert plain_decimal(Decimal("1E+2")) == "100"
    assert plain_decimal(Decimal("-0.0")) == "0"
    assert plain_decimal(Decimal("33.30")) == "33.3"


def test_moments_are_in_utc_to_the_millisecond() -> None:
    zone = timezone(timedelta(hours=5, minutes=30))
    assert moment(datetime(2025, 12, 20, 15, 46, 7, 191999, zone)) == "2025-12-20T10:16:07.191Z"
    assert moment(datetime(2025, 12, 20, 15, 46, 7, 0, zone)) == "2025-12-20T10:16:07.000Z"
