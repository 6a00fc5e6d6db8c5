"""Turning money into another currency loses and invents no unit."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.core.errors import Code, LedgerError
from ledger.core.exchange_rate import Rate, RateSource, about, crossed, inverse
from ledger.core.money import Currency, Money, exponent

_CODES = st.sampled_from(["INR", "EUR", "JPY", "KWD"]).map(Currency)
_VALUES = st.decimals("0.0001", "100000", places=4)
_MINORS = st.integers(-(10**13), 10**13)


def _rate(base: str, quote: str, value: str) -> Rate:
    return Rate(Currency(base), Currency(quote), Decimal(value), RateSource.OWN, date(2026, 3, 2))


@given(_CODES, _CODES, _VALUES, _MINORS)
def test_it_is_within_half_a_unit_and_the_same_to_both_sides(
    base: Currency, quote: Currency, value: Decimal, minor: int
) -> None:
    rate = Rate(base, quote, value, RateSource.ECB, date(2026, 3, 2))
    exact = Fraction(minor) * Fraction(value) * Fraction(10) ** (exponent(quote) - exponent(base))
    assert abs(rate.converted(minor) - exact) <= Fraction(1, 2)
    assert rate.converted(-minor) == -rate.converted(minor)


@given(_CODES, _CODES, _VALUES, st.lists(st.integers(0, 10**9), max_size=8))
def test_parts_add_up_to_what_their_sum_becomes(
    base: Currency, quote: Currency, value: Decimal, minors: list[int]
) -> None:
    rate = Rate(base, quote, value, RateSource.OWN, date(2026, 3, 2))
    turned = rate.each_converted(minors)
    assert sum(turned) == rate.converted(sum(minors))
    assert all(
        abs(part - rate.converted(minor)) <= 1 for part, minor in zip(turned, minors, strict=True)
    )
    assert all(part >= 0 for part in turned)


def test_known_answers() -> None:
    assert _rate("EUR", "INR", "90.5").converted(1000) == 90500
    assert _rate("JPY", "INR", "0.555").converted(1) == 56
    assert _rate("JPY", "INR", "0.555").converted(-1) == -56
    assert _rate("JPY", "EUR", "0.006").converted(1) == 1
    assert _rate("JPY", "EUR", "0.004").converted(1) == 0
    assert _rate("KWD", "JPY", "480").converted(1001) == 480
    assert _rate("EUR", "INR", "90.50").written() == "90.5"
    assert _rate("EUR", "INR", "100").written() == "100"
    assert inverse(Decimal("0.01")) == 100
    assert crossed(Decimal(2), Decimal(3)) == Decimal("1.5")


def test_a_total_needs_every_rate() -> None:
    rates = {Currency("EUR"): _rate("EUR", "INR", "90")}
    amounts = [Money(100, Currency("INR")), Money(-100, Currency("EUR"))]
    assert about(amounts, Currency("INR"), rates) == Money(100 - 9000, Currency("INR"))
    assert about(amounts[::-1], Currency("INR"), rates) == Money(100 - 9000, Currency("INR"))
    assert about([Money(1, Currency("USD"))], Currency("INR"), rates) is None


def test_beyond_any_currency_there_are_no_rates() -> None:
    for value in ("0", "0.0000000001", "10000000000"):
        with pytest.raises(LedgerError) as refusal:
            _rate("EUR", "INR", value)
        assert refusal.value.code == Code.BAD_RATE
        assert refusal.value.details == {"written": value, "examples": ("/rate EUR 90.5",)}
    for value in ("0.000000001", "1000000000"):
        assert _rate("EUR", "INR", value).written() == value
