"""Whether the total that a bill says fits its items; what it may mean where it does not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import IntEnum
from typing import Final

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import word_of
from handlers.grammar.natural.bills.items import Item
from handlers.grammar.natural.bills.shares import with_percentages
from handlers.grammar.natural.bills.sorting import Sorted
from ledger.core.errors import Code, LedgerError
from ledger.core.expense_line import Named
from ledger.core.members import Sender
from ledger.core.money import Money
from ledger.core.shares import EQUAL_PART

_FIRST: Final = 10
"""The readings of a rest begin there: those of amounts, and what was left over, come before."""


class Rest(IntEnum):
    """Whose it is what the items leave of a total."""

    EVERYBODY = _FIRST
    MINE = _FIRST + 1
    IN_PROPORTION = _FIRST + 2
    NOT_THERE = _FIRST + 3
    AN_ITEM = _FIRST + 4  # What looks like the total is one more item, everybody's.


def totalled(found: Sorted, circle: Circle, choice: int | None) -> list[Item]:
    """Return the items of a bill, with what they leave of its total; the heading is completed.

    Raises REST_UNCLEAR(amount, rest, items, readings, place, choices) and AMOUNT_AMBIGUOUS(written,
    readings, choices) where the total is another and nothing was chosen.
    """
    items, total = found.items, None
    if found.begun and not found.totals and (total := _heading(found, circle)) is not None:
        items = items[1:]
        found.heading[:0] = total.beside
    items = with_percentages(items)
    said = [(len(items), total)] if total is not None else found.totals
    wrong = [item for place, item in said if not _fits(item, items, place)]
    if wrong:
        return _mended(items, wrong[-1], circle, choice)
    return _with_nobodys(items, circle, choice)


def _with_nobodys(items: list[Item], circle: Circle, choice: int | None) -> list[Item]:
    """Return the items; those of nobody, where all others are the same people's, as was chosen.

    What is nobody's is shared in proportion: of `20 pasta bob`, `15 pizza` all would be Bob's.
    So it may not be, either, beside what is said to be only somebody's. Raises REST_UNCLEAR where
    nothing was chosen.
    """
    owners = {frozenset(whom for whom, _ in item.named) for item in items if item.named}
    nobodys = [item for item in items if not (item.named or item.is_extra or item.percent)]
    if not nobodys or any(item.strangers for item in nobodys):
        return items
    if len(owners) != 1 and not any(item.only for item in items):
        return items
    if choice is None or choice < _FIRST:
        whole = Money(_sum(items), items[0].money.currency)
        raise _rest_unclear(whole, _sum(nobodys), Rest.NOT_THERE - _FIRST)
    if choice == Rest.IN_PROPORTION:
        return items
    named = _everybody(circle) if choice == Rest.EVERYBODY else ((Sender(), EQUAL_PART),)
    return [replace(one, named=named) if one in nobodys else one for one in items]


def _sum(items: Sequence[Item]) -> int:
    return sum(item.money.minor for item in items)


def _fits(total: Item, items: Sequence[Item], place: int) -> bool:
    """Tell whether a total is that of all items, of those before it, or without tip and tax."""
    sums = (_sum(items), _sum(items[:place]), _sum([one for one in items if not one.is_extra]))
    return total.money.minor in sums


def _heading(found: Sorted, circle: Circle) -> Item | None:
    """Return the first line where it is no item, but says what all of it comes to.

    What is less than an item is one itself, or counts something: `room 12` before `20 pasta`.
    """
    first, *others = found.items
    items = with_percentages(others)
    fits = _fits(first, items, len(items))
    own = first.payers and any(item.payers for item in others)
    if first.is_extra or first.percent or own:
        return None
    if first.named and not (fits and _is_company(first, others, circle)):
        return None
    if fits or not any(item.named for item in items):
        return first if fits or first.money.minor > _sum(items) else None
    most = max(item.money.minor for item in items)
    if first.money.minor > most:
        return first
    if not first.begins and all(item.begins for item in items):
        words = tuple(replace(word_of(text), escaped=True) for text in first.written.split())
        money = replace(first.money, minor=_sum(items))
        return replace(first, money=money, beside=words)
    return None


def _is_company(first: Item, others: Sequence[Item], circle: Circle) -> bool:
    """Tell whether a first line says with whom all of it was, and the others whose what is."""
    company = {circle.member_of(whom) for whom, _ in first.named}
    having = {circle.member_of(whom) for item in others for whom, _ in item.named}
    all_there = company <= having <= {*company, circle.sender}
    return first.company and len(others) > 1 and all_there


def _mended(items: list[Item], total: Item, circle: Circle, choice: int | None) -> list[Item]:
    """Return the items so that they come to a total, as was chosen."""
    whole, said = _sum(items), total.money.minor
    currency = total.money.currency
    rest = replace(total, money=Money(said - whole, currency), named=(), payers=(), is_extra=False)
    named = any(item.named for item in items)
    if said > whole and named:
        return _with_rest(items, total, rest, circle, choice)
    # The sums that it may be, each with what has to be added to the items.
    added = {whole: None, said: rest}
    if not total.is_total:
        added[whole + said] = replace(total, named=())
    if choice is not None and 0 <= choice < len(added):
        more = list(added.values())[choice]
        return items if more is None else [*items, more]
    raise LedgerError(
        Code.AMOUNT_AMBIGUOUS,
        written=total.written,
        readings=tuple(Money(minor, currency) for minor in added),
        examples=(),
        choices=True,
    )


def _with_rest(
    items: list[Item], total: Item, rest: Item, circle: Circle, choice: int | None
) -> list[Item]:
    """Return the items and what they leave; of amounts beside names alone that is mine."""
    match choice:
        case Rest.EVERYBODY:
            return [*items, replace(rest, named=_everybody(circle))]
        case Rest.IN_PROPORTION:
            return [*items, rest]
        case Rest.NOT_THERE:
            return items
        case Rest.AN_ITEM:
            return [replace(total, named=_everybody(circle)), *items]
    if choice == Rest.MINE or all(item.bare for item in items):
        return [*items, replace(rest, named=((Sender(), EQUAL_PART),))]
    raise _rest_unclear(total.money, rest.money.minor, len(Rest) - total.is_total)


def _everybody(circle: Circle) -> Named:
    return tuple((circle.whom(one.id), EQUAL_PART) for one in circle.roster.active)


def _rest_unclear(total: Money, rest: int, ways: int) -> LedgerError:
    """Return REST_UNCLEAR with the first ways of `Rest`, in their order."""
    items = replace(total, minor=total.minor - rest)
    both = replace(total, minor=total.minor + items.minor)
    return LedgerError(
        Code.REST_UNCLEAR,
        amount=total,
        rest=replace(total, minor=rest),
        items=items,
        readings=(total, total, total, items, both)[:ways],
        place=_FIRST,
        examples=(),
        choices=True,
    )
