"""The shortest plan for a small group, by exact search."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ledger.core.members import MemberId
from ledger.core.settling.zero_sums import ALL_SETS, most_disjoint

EXACT_UP_TO = 20
"""The most open balances searched exactly; each one more doubles the work."""


@dataclass(frozen=True, slots=True, order=True)
class Payment:
    """A suggested payment, in minor units (> 0)."""

    payer: MemberId
    payee: MemberId
    minor: int


def shortest_plan(nets: Mapping[MemberId, int]) -> tuple[Payment, ...]:
    """Return the smallest of the plans with the fewest payments, for at most `EXACT_UP_TO`.

    `nets` are minor units that sum to 0. Smaller is the plan that has the first payment
    which is not in both, in the order of payers' and payees' ids, larger amounts first.

    A plan needs one payment fewer than people for each group that settles among itself, so
    the shortest have the most groups (Verhoeff, "Settling multiple debts efficiently",
    Informatics in Education 3, 2004). The smallest of them is found by walking debtors in
    order, each paying what is possible to the first creditor that leaves as many groups.
    """
    open_nets = {member: nets[member] for member in sorted(nets) if nets[member]}
    assert len(open_nets) <= EXACT_UP_TO, len(open_nets)
    payments: list[Payment] = []
    several_groups = True
    for debtor in [member for member, net in open_nets.items() if net < 0]:
        debt = -open_nets.pop(debtor)
        family = ALL_SETS
        if several_groups:
            other_groups, family = most_disjoint(list(open_nets.values()))
            several_groups = other_groups > 0
        # A payment unites two people for good: it is right if those who are not united with
        # the debtor can still make up all the other groups.
        apart = (1 << len(open_nets)) - 1
        for place, (creditor, credit) in enumerate(list(open_nets.items())):
            apart_then = apart & ~(1 << place)
            if credit < 0 or not family >> apart_then & 1:
                continue
            minor = min(debt, credit)
            payments.append(Payment(debtor, creditor, minor))
            debt -= minor
            if minor == credit:
                del open_nets[creditor]
            else:
                open_nets[creditor] -= minor
            if not debt:
                break
            apart = apart_then
        assert not debt, nets
    assert not open_nets, nets
    return tuple(payments)
