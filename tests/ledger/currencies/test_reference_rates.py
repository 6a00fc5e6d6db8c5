"""The reference rates that came with the installation."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from ledger.core.exchange_rate import RateSource
from ledger.core.money import Currency
from ledger.currencies.reference_rates import reference_rates

EUR, USD, INR, RUB = map(Currency, ("EUR", "USD", "INR", "RUB"))


def test_a_saturday_has_the_rate_of_the_friday_before() -> None:
    found = reference_rates(date(2024, 2, 17)).rate(EUR, USD)
    assert found is not None
    assert (found.value, found.on, found.source) == (
        Decimal("1.0768"),
        date(2024, 2, 16),
        RateSource.ECB,
    )


def test_two_currencies_meet_by_the_euro() -> None:
    rates = reference_rates(date(2024, 2, 16))
    found, there, back = rates.rate(USD, INR), rates.rate(EUR, INR), rates.rate(EUR, USD)
    assert found is not None
    assert there is not None
    assert back is not None
    assert abs(found.value - there.value / back.value) < Decimal("1e-7")


def test_the_newest_have_no_rate_of_long_ago() -> None:
    newest = reference_rates()
    assert newest.rate(EUR, RUB) is None
    assert newest.rate(EUR, USD) is not None
    assert reference_rates(date(2010, 1, 4)).rate(EUR, RUB) is not None
    assert reference_rates(date(2990, 1, 1)).per_euro == newest.per_euro
