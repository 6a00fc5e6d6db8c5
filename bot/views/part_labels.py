"""Somebody's part as it stands on a button: `25%`, `×2`, `+₹5` or `₹20`."""

from __future__ import annotations

from decimal import Decimal

from bot.language.catalogues import Language
from ledger.core.money import Currency, Money
from ledger.core.shares import Part, PartKind


def part_label(say: Language, part: Part, currency: Currency) -> str:
    """Return a part of an amount in a currency, which may not be an equal one."""
    match part.kind:
        case PartKind.PERCENT:
            return say.percent(part.value)
        case PartKind.SHARES:
            return f"×{say.number(Decimal(part.value).scaleb(-4))}"
        case PartKind.ADJUST:
            return say.net(Money(part.value, currency))
        case _:
            return say.money(Money(part.value, currency))
