"""Settling: the payments that make everybody square."""

from __future__ import annotations

from collections.abc import Mapping

from ledger.core.members import MemberId
from ledger.core.settling.large_groups import short_plan
from ledger.core.settling.shortest import EXACT_UP_TO, Payment, shortest_plan

__all__ = ["EXACT_UP_TO", "Payment", "plan", "plan_along_pairs"]


def plan(nets: Mapping[MemberId, int]) -> tuple[Payment, ...]:
    """Return the payments that bring all nets to zero, in the order of payers' and payees' ids.

    `nets` are minor units by member, owed (+) or owing (-), and sum to 0. The plan has the
    fewest payments possible with up to `EXACT_UP_TO` open balances and about as few above;
    always fewer than there are open balances. Nobody pays more than they owe or gets more
    than they are owed.

    Up to `EXACT_UP_TO` it is also stable: after one payment is made in full, the plan of
    what remains is the rest of this one. For it is the smallest of all shortest plans in an
    order where adding the same payment to two plans does not change which is smaller; so
    taking one out of the smallest plan leaves the smallest plan.
    """
    assert sum(nets.values()) == 0, nets
    open_balances = sum(1 for net in nets.values() if net)
    return shortest_plan(nets) if open_balances <= EXACT_UP_TO else short_plan(nets)


def plan_along_pairs(pairs: Mapping[tuple[MemberId, MemberId], int]) -> tuple[Payment, ...]:
    """Return one payment for each two members, netted, in the order of payers' and payees' ids.

    `pairs` says how many minor units the first owes the second; both directions and
    negative amounts are allowed.
    """
    netted: dict[tuple[MemberId, MemberId], int] = {}
    for (debtor, creditor), minor in pairs.items():
        if debtor < creditor:
            netted[debtor, creditor] = netted.get((debtor, creditor), 0) + minor
        else:
            netted[creditor, debtor] = netted.get((creditor, debtor), 0) - minor
    payments = (
        Payment(debtor, creditor, minor) if minor > 0 else Payment(creditor, debtor, -minor)
        for (debtor, creditor), minor in netted.items()
        if minor
    )
    return tuple(sorted(payments))
