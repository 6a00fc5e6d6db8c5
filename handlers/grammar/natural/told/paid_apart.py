"""What several paid, each their own: numbers of theirs, or things that they are said to pay."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from handlers.grammar.natural.told.line_maker import LineMaker, Outcome, Portion, members_of
from handlers.grammar.natural.told.owners import Thing
from ledger.core.members import MemberId

_FEWEST: Final = 2


def paid_apart(make: LineMaker, free: Sequence[Thing], parts: Sequence[Thing]) -> Iterator[Outcome]:
    """Return the line of `taxi 112, bob paid 12 and i paid 100`, which everybody shares.

    Where the numbers are of no sum that is said, they may be several expenses: it is asked.
    """
    paid: dict[MemberId, int] = {}
    for one in parts:
        [member] = members_of(one)
        paid[member] = paid.get(member, 0) + one.number.minor
    whole = sum(paid.values())
    told = make.told
    if told.denied or told.only or len(free) > 1 or len(parts) != len(told.payers):
        return
    rest = [one for one in told.rest if one.members]
    total = free[0].number.minor if free else whole
    if rest and free and whole < total and len(rest[0].members) == 1:
        [member] = rest[0].members
        paid[member] = paid.get(member, 0) + total - whole
    elif total != whole or rest:
        return
    if len(paid) >= _FEWEST:
        exact = bool(free)
        yield from make.line([Portion(total, make.here)], sure=exact, exact=exact, paid=paid)


def things_paid(make: LineMaker, free: Sequence[Thing]) -> Iterator[Outcome]:
    """Return the line of `wifi 799, power 2310, bob paid wifi i paid power`."""
    paid: dict[MemberId, int] = {}
    left = list(free)
    for payer in make.told.payers:
        words = {word.lower() for word in payer.label}
        things = [one for one in left if words & {word.lower() for word in one.label}]
        if len(things) != 1 or len(members_of(payer)) != 1 or payer.number.minor:
            return
        left.remove(things[0])
        [member] = members_of(payer)
        paid[member] = paid.get(member, 0) + things[0].number.minor
    told = make.told
    if left or len(paid) < _FEWEST or told.rest or told.denied or told.only:
        return
    total = sum(paid.values())
    yield from make.line([Portion(total, make.here)], sure=True, clear=True, paid=paid)
