"""Nets: an entry rebuilt from what each gets or owes of it, where a file says no more."""

from __future__ import annotations

from collections.abc import Mapping

from ledger.exchange.foreign_book import Trouble
from ledger.exchange.formats.reader import RowTrouble, divided


def rebuilt(cost: int, nets: Mapping[int, int]) -> tuple[dict[int, int], dict[int, int]]:
    """Return what each paid and owes, so that every net is what the file says.

    Whoever is below zero owes exactly that and paid nothing; whoever is above paid. What the
    cost has beyond the nets was the payers' own, in proportion to their nets (largest
    remainder). With one payer that is exactly what happened. Of money that came back all is
    negative. Raises RowTrouble.
    """
    if sum(nets.values()):
        raise RowTrouble(Trouble.SUMS)
    sign = -1 if cost < 0 else 1
    nets = {who: sign * net for who, net in nets.items()}
    payers = {who: net for who, net in nets.items() if net > 0}
    owers = {who: -net for who, net in nets.items() if net < 0}
    own = abs(cost) - sum(owers.values())
    if not payers or own < 0:
        raise RowTrouble(Trouble.SUMS)
    parts = divided(own, payers)
    paid = {who: sign * (net + parts[who]) for who, net in payers.items()}
    owed = {who: sign * minor for who, minor in (owers | parts).items()}
    return paid, owed


def is_unsure(nets: Mapping[int, int], cost: int) -> bool:
    """Tell whether several may have paid, so that the nets alone don't tell who paid what."""
    sign = -1 if cost < 0 else 1
    return sum(sign * net > 0 for net in nets.values()) > 1
