"""A short plan for more people than can be searched exactly."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import combinations

from ledger.core.members import MemberId
from ledger.core.settling.shortest import EXACT_UP_TO, Payment, shortest_plan

_PAIRED_UP_TO = 250
"""The most people whose pairs are all looked at, which bounds time and memory."""
_STRIDES = (1, 2, 3, 5, 7, 11, 13)
"""The orders in which windows go over people: every so-many-th of them sorted by size."""
_SEARCHED = 200
"""How many people one order goes through at most, which bounds the time."""
_STRIDED = 400
"""Up to how many people several orders together may come to."""
_PLANS_KEPT = 16
"""A plan is asked for by page, and by each press of a payment, while nothing has changed."""
_NOBODY = MemberId(-1)
"""Stands in for everybody outside the window, so that what is inside adds up to zero."""

_Group = tuple[MemberId, ...]


def short_plan(nets: Mapping[MemberId, int]) -> tuple[Payment, ...]:
    """Return a plan for any number of people, in the order of payers' and payees' ids.

    `nets` are minor units that sum to 0. Finding the fewest payments is NP-hard, so people
    are gathered greedily in groups that settle among themselves, the smallest first: two,
    three and four that sum to zero, then what an exact search finds among twenty at a time.
    Never longer than paying the smallest debts to the smallest credits, which is one
    payment fewer than people at most.
    """
    return _short_plan(tuple((member, nets[member]) for member in sorted(nets) if nets[member]))


@lru_cache(_PLANS_KEPT)
def _short_plan(nets: tuple[tuple[MemberId, int], ...]) -> tuple[Payment, ...]:
    open_nets = dict(nets)
    payments: list[Payment] = []
    for group in _regrouped(_groups(open_nets), open_nets):
        among = {member: open_nets[member] for member in group}
        payments += shortest_plan(among) if len(group) <= EXACT_UP_TO else _ascending(among)
    simple = _ascending(open_nets)
    return tuple(sorted(payments if len(payments) <= len(simple) else simple))


def _ascending(nets: Mapping[MemberId, int]) -> list[Payment]:
    """Pay the smallest debts to the smallest credits; one payment closes at least one of both.

    The `debts` package (the solver of ihatemoney) goes the same way.
    """
    by_size = sorted(nets.items(), key=lambda item: (abs(item[1]), item[0]))
    debts = [(member, -net) for member, net in reversed(by_size) if net < 0]
    credits_ = [(member, net) for member, net in reversed(by_size) if net > 0]
    payments = []
    while debts:
        debtor, debt = debts.pop()
        creditor, credit = credits_.pop()
        minor = min(debt, credit)
        payments.append(Payment(debtor, creditor, minor))
        if debt > minor:
            debts.append((debtor, debt - minor))
        if credit > minor:
            credits_.append((creditor, credit - minor))
    assert not credits_
    return payments


def _groups(nets: Mapping[MemberId, int]) -> list[_Group]:
    """Gather everybody in disjoint groups that sum to zero; the last may be large."""
    rest = dict(nets)
    found: list[_Group] = []
    # Two opposites are a group in some shortest plan, so taking them first costs nothing.
    for search in (_opposites, _threes, _fours):
        if len(rest) > EXACT_UP_TO:
            found += _taken(search(rest), rest)
    for stride in _STRIDES[: 1 + _STRIDED // (len(rest) + 1)]:
        if len(rest) > EXACT_UP_TO:
            found += _taken(_by_windows(rest, stride), rest)
    return [*found, tuple(rest)] if rest else found


def _taken(groups: Iterable[_Group], rest: dict[MemberId, int]) -> list[_Group]:
    """Take groups out of the rest, first come first served, and return those taken."""
    taken = []
    for group in groups:
        if all(member in rest for member in group):
            taken.append(group)
            for member in group:
                del rest[member]
    return taken


def _opposites(nets: Mapping[MemberId, int]) -> list[_Group]:
    """Return disjoint pairs of a debt and an equal credit."""
    waiting: dict[int, list[MemberId]] = {}
    found: list[_Group] = []
    for member, net in nets.items():
        if waiting.get(-net):
            found.append((waiting[-net].pop(0), member))
        else:
            waiting.setdefault(net, []).append(member)
    return found


def _threes(nets: Mapping[MemberId, int]) -> list[_Group]:
    """Return groups of three; they may overlap, and not all are returned."""
    people = list(nets.items())[:_PAIRED_UP_TO]
    member_of = {net: member for member, net in people}
    found: list[_Group] = []
    for (one, net), (other, other_net) in combinations(people, 2):
        third = member_of.get(-net - other_net)
        if third is not None and third not in (one, other):
            found.append((one, other, third))
    return found


def _fours(nets: Mapping[MemberId, int]) -> list[_Group]:
    """Return groups of four, each with the first two people of a sum; they may overlap."""
    people = list(nets.items())[:_PAIRED_UP_TO]
    pair_of: dict[int, tuple[MemberId, MemberId]] = {}
    found: list[_Group] = []
    for (one, net), (other, other_net) in combinations(people, 2):
        pair = pair_of.get(-net - other_net)
        if pair is None:
            pair_of.setdefault(net + other_net, (one, other))
        elif one not in pair and other not in pair:
            found.append((*pair, one, other))
    return found


def _by_windows(nets: Mapping[MemberId, int], stride: int) -> list[_Group]:
    """Search a window exactly, refill it with those still to come, and so through everybody.

    In a crowd of more than can be searched, through those with the smallest balances.
    """
    by_size = sorted(nets, key=lambda member: (abs(nets[member]), member))[:_SEARCHED]
    to_come = [member for first in range(stride) for member in by_size[first::stride]]
    window: list[MemberId] = []
    found: list[_Group] = []
    while to_come:
        room = EXACT_UP_TO - 1 - len(window)
        window, to_come = window + to_come[:room], to_come[room:]
        among = {member: nets[member] for member in window}
        outside = -sum(among.values())
        for group in _united(shortest_plan({**among, _NOBODY: outside})):
            if _NOBODY not in group:
                found.append(group)
                window = [member for member in window if member not in group]
        if len(window) > EXACT_UP_TO // 2:
            # Too few went: those who have waited longest make room.
            window = window[len(window) // 2 :]
    return found


def _regrouped(groups: Sequence[_Group], nets: Mapping[MemberId, int]) -> list[_Group]:
    """Pool neighbouring groups up to the exact search's size, and part them better if possible."""
    better: list[_Group] = []
    pool: list[_Group] = []
    for group in (*sorted(groups, key=lambda group: (-len(group), group)), None):
        if group is not None and sum(map(len, pool)) + len(group) <= EXACT_UP_TO:
            pool.append(group)
            continue
        if len(pool) == 1 and len(pool[0]) > EXACT_UP_TO:
            better += pool
        else:
            better += _united(shortest_plan({member: nets[member] for member in sum(pool, ())}))
        pool = [group] if group is not None else []
    return better


def _united(payments: Iterable[Payment]) -> list[_Group]:
    """Return the groups of people whom the payments connect."""
    group_of: dict[MemberId, set[MemberId]] = {}
    for payment in payments:
        payer = group_of.setdefault(payment.payer, {payment.payer})
        payee = group_of.setdefault(payment.payee, {payment.payee})
        if payer is not payee:
            payer |= payee
            for member in payee:
                group_of[member] = payer
    return sorted({tuple(sorted(group)) for group in group_of.values()})
