"""The reference rates for whoever needs them: read beside the event loop."""

from __future__ import annotations

import asyncio
from datetime import date

from ledger.core.answers.rates import KnownRates
from ledger.core.exchange_rate import Rate
from ledger.core.money import Currency
from ledger.currencies.reference_rates import reference_rates


async def completed(known: KnownRates, on: date | None = None) -> KnownRates:
    """Return rates with the reference rates of a day, the newest by default, for those wanted."""
    if not known.wanted:
        return known
    # Beside the event loop and the ledger's threads: reading them takes a second.
    reference = await asyncio.to_thread(reference_rates, on)
    more: dict[Currency, Rate] = {}
    for code in known.wanted:
        found = reference.rate(code, known.home)
        if found is not None:
            more[code] = found
    return known.with_rates(more)
