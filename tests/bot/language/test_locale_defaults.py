"""What the adder's language says about where a group lives."""

import pytest

from bot.language.locale_defaults import locality_of
from ledger.book.open_book import Defaults
from ledger.core.money import Currency

OTHERWISE = Defaults(Currency("INR"), "Asia/Kolkata")


@pytest.mark.parametrize(
    ("code", "currency", "zone"),
    [
        ("en-US", "USD", "America/New_York"),
        ("pt-BR", "BRL", "America/Sao_Paulo"),
        ("ru", "RUB", "Europe/Moscow"),
        ("de", "EUR", "Europe/Berlin"),
        ("en", "INR", "Asia/Kolkata"),
        (None, "INR", "Asia/Kolkata"),
    ],
)
def test_currency_and_clock_are_of_one_country(code: str | None, currency: str, zone: str) -> None:
    guess = locality_of(code, OTHERWISE).defaults
    assert (guess.currency, guess.timezone) == (currency, zone)
