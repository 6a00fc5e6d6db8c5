"""What other currencies are worth in a group's own, as far as the group itself said so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ledger.core.exchange_rate import Rate
from ledger.core.money import Currency


@dataclass(frozen=True, slots=True)
class KnownRates:
    """Rates into the `home` currency by the other one; `used` are those the book has open.

    `wanted` are the used ones without a rate: somebody else may know them.
    """

    home: Currency
    rates: Mapping[Currency, Rate]
    used: tuple[Currency, ...] = ()

    @property
    def wanted(self) -> tuple[Currency, ...]:
        """The currencies in use that have no rate yet."""
        return tuple(code for code in self.used if code not in self.rates)

    def using(self, *currencies: Currency) -> KnownRates:
        """Return the same for other currencies, the home one left out."""
        return replace(self, used=tuple(code for code in currencies if code != self.home))

    def with_rates(self, more: Mapping[Currency, Rate]) -> KnownRates:
        """Return the same with rates for those that have none."""
        return replace(self, rates={**more, **self.rates})
