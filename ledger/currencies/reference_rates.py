"""The European Central Bank's reference rates, as they came with this installation.

Reading them takes a second and much memory, so what is kept is one day's at a time. Ask
beside whatever others wait for: it is no use case of a book.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Final

from ledger.core.exchange_rate import Rate, RateSource, crossed
from ledger.core.money import Currency, is_currency

_EURO: Final = Currency("EUR")
_DAYS_WITHOUT: Final = 10
"""The longest time without rates (weekends and holidays) with a few days to spare."""


@dataclass(frozen=True, slots=True)
class ReferenceRates:
    """What a euro was worth on a day: `per_euro` in each currency, with the day it is of."""

    per_euro: Mapping[Currency, tuple[Decimal, date]]

    def rate(self, base: Currency, quote: Currency) -> Rate | None:
        """Return the rate between two currencies, None where one is not among them."""
        if base not in self.per_euro or quote not in self.per_euro:
            return None
        (of_base, base_on), (of_quote, quote_on) = self.per_euro[base], self.per_euro[quote]
        value = crossed(of_base, of_quote)
        return Rate(base, quote, value, RateSource.ECB, min(base_on, quote_on))


@lru_cache(maxsize=32)
def reference_rates(on: date | None = None) -> ReferenceRates:
    """Return the rates of a day, or the last ones before it; without one the newest."""
    # Here and not above: it loads what few processes ever need.
    from currency_converter import CurrencyConverter, RateNotFoundError

    known = CurrencyConverter(decimal=True)
    newest = known.bounds[_EURO].last_date
    start = newest if on is None else min(on, newest)
    found: dict[Currency, tuple[Decimal, date]] = {}
    for code in filter(is_currency, known.currencies or ()):
        # Behind its last rate a currency is gone, or is not quoted any more.
        for back in range(_DAYS_WITHOUT):
            day = start - timedelta(days=back)
            try:
                value = known.convert(Decimal(1), _EURO, code, date=day)
            except RateNotFoundError:
                continue
            found[Currency(code)] = (Decimal(value), day)
            break
    return ReferenceRates(found)
