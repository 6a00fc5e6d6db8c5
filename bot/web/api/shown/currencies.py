"""Rates and conversions as they are shown."""

from __future__ import annotations

from collections.abc import Sequence

from bot.web.api.money import decimal_text, number
from bot.web.api.schemas.currencies import (
    ConversionShown,
    CurrencyShown,
    EntryConversion,
    GroupRates,
    RateShown,
    Sum,
    TurnedShown,
    UsedRate,
)
from bot.web.api.schemas.standings import Net
from bot.web.api.shown.people import Faces
from ledger.core.answers.conversions import Conversion
from ledger.core.answers.rates import KnownRates
from ledger.core.exchange_rate import Rate, about
from ledger.core.money import Currency, Money


def group_rates(own: KnownRates, reference: KnownRates) -> GroupRates:
    """Return a group's own rates beside the reference rates of the same currencies."""
    return GroupRates(
        currency=own.home,
        others=[
            CurrencyShown(
                currency=code,
                open=code in own.used,
                own=_rate(own.rates.get(code)),
                reference=_rate(reference.rates.get(code)),
            )
            for code in reference.used
        ],
    )


def about_in_all(nets: Sequence[Money], known: KnownRates) -> Net | None:
    """Return what nets come to in one currency, None of none and without a rate."""
    if not nets:
        return None
    total = about(nets, known.home, known.rates)
    return None if total is None else Net(currency=total.currency, amount=number(total))


def conversion(found: Conversion, home: Currency, faces: Faces) -> ConversionShown:
    """Return what is turned, or would be."""
    return ConversionShown(
        currency=home,
        turned=[
            TurnedShown(
                from_=faces[one.payer].user_id,  # type: ignore[call-arg]  # by its own name
                from_name=faces[one.payer].name,
                to=faces[one.payee].user_id,
                to_name=faces[one.payee].name,
                before=_sum(one.before),
                after=_sum(one.after),
            )
            for one in found.turned
        ],
        rates=[used_rate(rate) for rate in found.rates],
        proof=found.fingerprint,
        first=found.entries[0].number if found.entries else None,
        last=found.entries[-1].number if found.entries else None,
    )


def entry_conversion(before: Money, after: Money, rate: Rate) -> EntryConversion:
    """Return what an entry would be."""
    return EntryConversion(before=_sum(before), after=_sum(after), rate=used_rate(rate))


def used_rate(rate: Rate) -> UsedRate:
    """Return a rate with the currency that it is of."""
    return UsedRate(currency=rate.base, value=rate.written(), source=rate.source, on=rate.on)


def _rate(rate: Rate | None) -> RateShown | None:
    if rate is None:
        return None
    return RateShown(value=rate.written(), source=rate.source, on=rate.on)


def _sum(money: Money) -> Sum:
    return Sum(amount=decimal_text(money), currency=money.currency)
