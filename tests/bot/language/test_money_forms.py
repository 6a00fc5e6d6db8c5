"""Amounts are written as Babel writes them, which takes CLDR's patterns apart each time."""

from decimal import Decimal

import pytest
from babel import Locale
from babel.numbers import NumberPattern, get_currency_symbol, parse_pattern
from hypothesis import given
from hypothesis import strategies as st

from bot.language.direction import with_whole_sign
from bot.language.money_forms import money_form, plain_form
from bot.language.offered import OFFERED, RIGHT_TO_LEFT
from ledger.core.money import Currency, exponent

CURRENCIES = [Currency(code) for code in ("INR", "EUR", "USD", "JPY", "KWD", "CHF", "BRL", "UAH")]
AMOUNTS = st.one_of(st.integers(0, 10**15), st.integers(0, 10**11).map(lambda whole: whole * 1000))


def babels(pattern: NumberPattern, locale: Locale, minor: int, currency: Currency) -> str:
    decimals = exponent(currency)
    fresh = parse_pattern(pattern.pattern)
    shown = decimals if minor % 10**decimals else 0
    fresh.frac_prec = (shown, shown)
    amount = Decimal(minor).scaleb(-decimals)
    return str(fresh.apply(amount, locale, currency=currency, currency_digits=False))


@pytest.mark.parametrize("code", OFFERED)
@given(st.sampled_from(CURRENCIES), AMOUNTS)
def test_amounts_are_babels(code: str, currency: Currency, minor: int) -> None:
    locale = Locale.parse(code)
    told = money_form(code, currency).written(minor)
    symbol = get_currency_symbol(currency, locale=locale)
    expected = babels(locale.currency_formats["standard"], locale, minor, currency)
    if code in RIGHT_TO_LEFT:
        expected = with_whole_sign(expected)
    # CLDR's spacing behind a symbol of letters, which Babel leaves out.
    assert told in {expected, expected.replace(symbol, f"{symbol}\N{NO-BREAK SPACE}", 1)}
    plain = plain_form(code, currency).written(minor)
    assert plain == babels(locale.decimal_formats[None], locale, minor, currency)


def test_a_sign_of_letters_stands_apart() -> None:
    assert money_form("en", Currency("KWD")).written(1_200) == "KWD\N{NO-BREAK SPACE}1.200"
    assert money_form("en_IN", Currency("INR")).written(123_456_789_00) == "₹12,34,56,789"
    assert money_form("de", Currency("EUR")).written(1_050) == "10,50\N{NO-BREAK SPACE}€"
