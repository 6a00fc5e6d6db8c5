"""Money: only real currencies, and amounts with all their decimals."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from ledger.core.answers.rates import KnownRates
from ledger.core.exchange_rate import Rate, RateSource
from ledger.core.money import Currency, Money, currencies, currency, exact, exponent, is_currency
from ledger.core.reminder_threshold import worth_a_reminder


@pytest.mark.parametrize(("code", "decimals"), [("INR", 2), ("JPY", 0), ("KWD", 3), ("RSD", 2)])
def test_a_currency_has_the_decimals_of_its_standard(code: str, decimals: int) -> None:
    assert exponent(currency(code)) == decimals
    assert currency(code) in currencies()


@pytest.mark.parametrize("code", ["XXX", "XTS", "XAU", "inr", "RUPEE"])
def test_what_no_money_is_counted_in_is_no_currency(code: str) -> None:
    assert not is_currency(code)
    with pytest.raises(ValueError, match=f"not an ISO 4217 currency: '{code}'"):
        currency(code)


def test_currencies_come_by_their_codes() -> None:
    assert list(currencies()) == sorted(currencies())


@pytest.mark.parametrize(
    ("minor", "code", "written"),
    [(120050, "INR", "1200.50"), (-5, "JPY", "-5"), (10**13, "KWD", "10000000000.000")],
)
def test_an_amount_is_written_with_all_its_decimals(minor: int, code: str, written: str) -> None:
    assert exact(Money(minor, Currency(code))) == written


@pytest.mark.parametrize(
    ("code", "minor"), [("USD", 500), ("INR", 40000), ("JPY", 600), ("KWD", 2000), ("UYI", 5)]
)
def test_debts_of_about_five_dollars_are_worth_a_reminder(code: str, minor: int) -> None:
    assert worth_a_reminder(Currency(code)) == Money(minor, Currency(code))


def test_a_rate_that_is_known_is_not_asked_for() -> None:
    inr, eur, usd = map(Currency, ("INR", "EUR", "USD"))
    own, other = (Rate(eur, inr, Decimal(n), RateSource.OWN, date(2026, 3, 2)) for n in (90, 91))
    dollar = Rate(usd, inr, Decimal(83), RateSource.ECB, date(2026, 3, 2))
    known = KnownRates(inr, {eur: own}, (eur, usd))
    assert known.wanted == (usd,)
    assert known.using(inr, usd) == KnownRates(inr, {eur: own}, (usd,))
    more = known.with_rates({eur: other, usd: dollar})
    assert more == KnownRates(inr, {eur: own, usd: dollar}, (eur, usd))
    assert more.wanted == ()
