"""What each person's items come to, with what is shared in proportion to them."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import replace
from fractions import Fraction
from math import floor

from handlers.grammar.circle import Circle
from handlers.grammar.natural.bills.items import Item
from ledger.core.errors import Code, LedgerError
from ledger.core.expense_line import Named
from ledger.core.members import MemberId, Whom
from ledger.core.money import Currency, Money
from ledger.core.shares import EQUAL_PART, Part, PartKind
from ledger.core.splitting import divide


def with_percentages(items: Sequence[Item]) -> list[Item]:
    """Return the items, those that say a percentage with so much of the others."""
    base = sum(item.money.minor for item in items)

    def part(item: Item) -> Money:
        minor = floor(base * item.percent / 100 + Fraction(1, 2)) if item.percent else 0
        return Money(minor or item.money.minor, item.money.currency)

    return [replace(item, money=part(item)) for item in items]


def owed_for(items: Sequence[Item], currency: Currency, circle: Circle) -> Named:
    """Return what each named person owes, as exact parts that sum to the bill; () for nobody.

    Raises AMOUNT_NOT_POSITIVE(written, amount) where something takes off more than there is;
    what `splitting.divide` raises for the parts that an item has.
    """
    exact: dict[Hashable, Fraction] = {}
    named: dict[Hashable, Whom] = {}
    for item in items:
        for (whom, _), part in zip(item.named, _parts(item, currency), strict=True):
            key = _key(whom, circle)
            named.setdefault(key, whom)
            exact[key] = exact.get(key, Fraction(0)) + part
    if not named:
        return ()
    base, whole = sum(exact.values()), sum(item.money.minor for item in items)
    if base <= 0 or whole <= 0 or min(exact.values()) < 0:
        least = min(items, key=lambda item: item.money.minor)
        amount = Money(least.money.minor, currency)
        raise LedgerError(Code.AMOUNT_NOT_POSITIVE, written=least.written, amount=amount)
    exact = {key: value * whole / base for key, value in exact.items()}
    owed = {key: floor(value) for key, value in exact.items()}
    order = sorted(exact, key=lambda key: owed[key] - exact[key])
    for key in order[: whole - sum(owed.values())]:
        owed[key] += 1
    return tuple((named[key], Part(PartKind.EXACT, minor)) for key, minor in owed.items())


def _parts(item: Item, currency: Currency) -> list[Fraction]:
    """Return what each of those whose an item is has of it."""
    parts = [part for _, part in item.named]
    if all(part == EQUAL_PART for part in parts):
        return [Fraction(item.money.minor, len(parts)) for _ in parts]
    places = {MemberId(place): part for place, part in enumerate(parts)}
    sign = -1 if item.money.minor < 0 else 1
    divided = divide(abs(item.money.minor), places, 0, currency)
    return [Fraction(sign * minor) for minor in divided.values()]


def _key(whom: Whom, circle: Circle) -> Hashable:
    member = circle.member_of(whom)
    return whom if member is None else member
