"""What other currencies are worth here, and what everything comes to, about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from markupsafe import Markup

from bot.language.catalogues import Language
from bot.views.names import Names
from bot.views.pages import text
from bot.views.reply import Reply
from bot.views.tables import row
from ledger.core.answers.rates import KnownRates
from ledger.core.answers.standings import BalanceSheet
from ledger.core.exchange_rate import Rate, RateSource, about
from ledger.core.members import MemberId
from ledger.core.money import Currency, Money

_OLD_DAYS: Final = 60
"""The reference rates ship once a month or so; older ones are said to be old."""


def rates(say: Language, known: KnownRates, today: date) -> Reply:
    """Return the rates in use, and how one is set."""
    example = next((code for code in known.used if code not in known.rates), None)
    shown = [
        known.rates[code] for code in sorted({*known.used, *known.rates}) if code in known.rates
    ]
    lines = [_rate(say, rate, today) for rate in shown]
    return Reply(
        text(
            say("<b>Rates</b>, for totals in {currency}:", currency=say.currency(known.home))
            if lines
            else say("Everything here is in {currency}.", currency=say.currency(known.home)),
            *lines,
            *(_unknown(say, code) for code in known.wanted),
            say(
                "To set one: <code>{line}</code>",
                line=f"/rate {example or _another(known.home)} 90.5",
            ),
        )
    )


def rate_set(say: Language, rate: Rate) -> Reply:
    """Return the answer to a rate that was set."""
    return Reply(
        text(
            say("From now on {rate}.", rate=_equation(say, rate)),
            say(
                "It counts for totals and /convert. "
                "<code>/rate {currency} off</code> goes back to the ECB's.",
                currency=rate.base,
            ),
        )
    )


def rate_dropped(say: Language, base: Currency, rate: Rate | None, today: date) -> Reply:
    """Return the answer to a rate that was taken back."""
    if rate is None:
        return Reply(_unknown(say, base))
    return Reply(say("Back to {rate}.", rate=with_source(say, rate, today)))


def in_all(
    say: Language, sheet: BalanceSheet, known: KnownRates, names: Names, today: date
) -> Iterable[Markup]:
    """Yield the nets in the home currency, about, where several are open and all have rates."""
    if len(sheet.currencies) < 2 or known.wanted:
        return
    amounts: dict[MemberId, list[Money]] = {}
    for block in sheet.currencies:
        for member, net in block.nets:
            amounts.setdefault(member, []).append(Money(net, block.currency))
    totals = {
        member: total
        for member, of_member in amounts.items()
        if (total := about(of_member, known.home, known.rates)) is not None
    }
    yield say("<b>About, all in {currency}:</b>", currency=say.currency(known.home))
    for member, total in sorted(totals.items(), key=lambda one: (-one[1].minor, one[0])):
        shown = say.net(total)
        yield row(say("{name}  {net}", name=names[member], net=shown), names[member], shown)
    for code in known.used:
        yield say("<i>{rate}</i>", rate=with_source(say, known.rates[code], today))


def total_about(say: Language, amounts: Sequence[Money], known: KnownRates) -> Markup | None:
    """Return what amounts of several currencies come to, None where a rate is not known."""
    total = about(amounts, known.home, known.rates)
    if total is None:
        return None
    return say("about {amount} in all", amount=say.money(total))


def _rate(say: Language, rate: Rate, today: date) -> Markup:
    return say("{rate}", rate=with_source(say, rate, today))


def with_source(say: Language, rate: Rate, today: date) -> Markup:
    """Return a rate with who says so, and the day it is of."""
    told = {"rate": _equation(say, rate), "date": say.date(rate.on, today)}
    if rate.source is RateSource.OWN:
        return say("{rate} (set here, {date})", **told)
    if (today - rate.on).days > _OLD_DAYS:
        return say("{rate} (European Central Bank, {date}: that is old)", **told)
    return say("{rate} (European Central Bank, {date})", **told)


def _equation(say: Language, rate: Rate) -> Markup:
    return say(
        "1 {base} = {value} {quote}",
        base=rate.base,
        value=say.number(_short(rate.value)),
        quote=rate.quote,
    )


def _short(value: Decimal) -> Decimal:
    """Return a rate with as many digits as anybody reads: six that count."""
    return Decimal(f"{value:.6g}").normalize()


def _unknown(say: Language, code: Currency) -> Markup:
    return say("I know no rate for {currency}.", currency=code)


def _another(home: Currency) -> str:
    return "USD" if home == "EUR" else "EUR"
