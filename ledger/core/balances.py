"""Balances: what entries come to for each member, and between each two of them.

A group has one `Balances` for each currency. A change of the book (a revision) moves it by
an `Effect`; the stored rows and the derivation from scratch both go through the effects, so
they can only agree.

Pairs count from the last moment when everybody was square: payments along a plan settle
between people who may never have shared a bill, and without this leftovers would circle.
The moment is the position in the group's log of changes (`Revision.change`) after which all
nets in the currency were 0; at that moment the pairs are emptied. An entry from before it
that is changed later counts with the difference to what it said at the moment: what an entry
contributes to a pair since then is the entry's part of the pair. Pairs count their parts, so
that the newest can be told without reading the others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from ledger.core.entries import Contents, EntryKind
from ledger.core.members import MemberId
from ledger.core.money import Currency
from ledger.core.splitting import debts

Pair = tuple[MemberId, MemberId]
"""Debtor and creditor: a direction, so the two of them make two pairs."""

NOT_MERGED: Mapping[MemberId, MemberId] = {}

Then = Mapping[Currency, Contents | None]
"""What an entry counted when everybody was last square, by currency; not there is None."""

NOTHING_THEN: Then = {}
"""Of an entry that is new since, or of a group that was never square."""


class Owed(NamedTuple):
    """What a debtor owes a creditor, in minor units, one direction only.

    A payment makes its payee owe its payer. Both are negative where an entry from before
    the moment was taken back. `parts` counts the entries by which the debtor owes the
    creditor, both directions of each entry taken together; parts the other way round are
    counted there.
    """

    expenses_minor: int = 0
    payments_minor: int = 0
    parts: int = 0

    @property
    def minor(self) -> int:
        """Expenses and payments together."""
        return self.expenses_minor + self.payments_minor


_NOTHING_OWED = Owed()


@dataclass(frozen=True, slots=True)
class Effect:
    """How one change moves one currency: what to add to nets and pairs; never zero."""

    nets: Mapping[MemberId, int]
    pairs: Mapping[Pair, Owed]


@dataclass(frozen=True, slots=True)
class Balances:
    """One currency of one group; equal when they say the same, as zeros are left out.

    `nets` are what members are owed (+) or owe (-) in minor units, and sum to 0; `pairs`
    count since `square_change`, the change after which everybody was last square (0: the
    beginning).
    """

    nets: Mapping[MemberId, int] = field(default_factory=dict)
    pairs: Mapping[Pair, Owed] = field(default_factory=dict)
    square_change: int = 0


@dataclass(frozen=True, slots=True)
class Change:
    """A revision as balances see it: what its entry counted before it and counts after it.

    `number` is `Revision.change`, `entry` the entry's id. `before` is None for a new entry
    and after a deletion, `after` is None when this is a deletion (`Revision.counted` says
    both).
    """

    number: int
    entry: int
    before: Contents | None
    after: Contents | None


def effects(
    before: Contents | None,
    after: Contents | None,
    merged: Mapping[MemberId, MemberId] = NOT_MERGED,
    then: Then = NOTHING_THEN,
) -> dict[Currency, Effect]:
    """Return what a change moves, by currency; empty when it moves nothing (a new note).

    `merged` maps every member that was merged into another to the one that stayed at last;
    both count as one, and what they owe each other vanishes. `then` is what the entry
    counted at the moment of each currency that the change is in.

    To store it: add `nets` to the members' rows; if then every net of the group in that
    currency is 0, delete the currency's pairs and keep the change's number as
    `square_change`; otherwise add `pairs` to the pairs' rows. `apply` does the same.
    """
    found: dict[Currency, Effect] = {}
    for currency in _currencies(before, after):
        old, new = _told(before, currency, merged), _told(after, currency, merged)
        pairs = _difference(new, old)
        if pairs:
            nets = _nets(pairs)
            at_moment = _told(then.get(currency), currency, merged)
            for told, step in ((old, -1), (new, 1)):
                for pair in netted(_difference(told, at_moment)):
                    _add(pairs, pair, Owed(parts=step))
            found[currency] = Effect(nets, pairs)
    return found


def apply(
    books: Mapping[Currency, Balances],
    change: Change,
    merged: Mapping[MemberId, MemberId] = NOT_MERGED,
    then: Then = NOTHING_THEN,
) -> dict[Currency, Balances]:
    """Return a group's balances by currency after one more change; `books` is left alone."""
    moved = dict(books)
    for currency, effect in effects(change.before, change.after, merged, then).items():
        tally = _Tally(books.get(currency, Balances()))
        tally.add(effect, change.number)
        moved[currency] = tally.balances()
    return moved


def derive(
    changes: Iterable[Change], merged: Mapping[MemberId, MemberId] = NOT_MERGED
) -> dict[Currency, Balances]:
    """Return a group's balances by currency from all its changes, in their order.

    For the audit and after a merge. The same as `apply` for one after the other; a currency
    is there when an entry in it has moved anything, even if all is undone.
    """
    tallies: dict[Currency, _Tally] = {}
    # What an entry counted at a moment is what it counted before its first change since.
    thens: defaultdict[Currency, dict[int, Contents | None]] = defaultdict(dict)
    for change in changes:
        then = {
            currency: thens[currency].setdefault(change.entry, change.before)
            for currency in _currencies(change.before, change.after)
        }
        for currency, effect in effects(change.before, change.after, merged, then).items():
            tally = tallies.setdefault(currency, _Tally())
            tally.add(effect, change.number)
            if not tally.nets:
                thens[currency].clear()
    return {currency: tally.balances() for currency, tally in tallies.items()}


@dataclass(frozen=True, slots=True)
class Gross:
    """What one member owes and is owed, person by person, in minor units (> 0).

    Expenses in `owes` and `owed_by`, payments made in `paid` and received in `received`,
    each since everybody was last square, the largest first.
    """

    owes: tuple[tuple[MemberId, int], ...]
    owed_by: tuple[tuple[MemberId, int], ...]
    paid: tuple[tuple[MemberId, int], ...]
    received: tuple[tuple[MemberId, int], ...]

    @property
    def total_owes_minor(self) -> int:
        """The sum of what the member owes."""
        return sum(minor for _, minor in self.owes)

    @property
    def total_owed_minor(self) -> int:
        """The sum of what the member is owed."""
        return sum(minor for _, minor in self.owed_by)

    @property
    def net_minor(self) -> int:
        """What is left when payments are taken into account; the member's net balance."""
        made = sum(minor for _, minor in self.paid) - sum(minor for _, minor in self.received)
        return self.total_owed_minor - self.total_owes_minor + made


def gross(pairs: Mapping[Pair, Owed], member: MemberId) -> Gross:
    """Return one member's gross view of a currency; the pairs of others are passed over.

    Something taken back since everybody was last square is owed the other way round: it is
    not a payment even where the entry taken back was one, as no money changed hands.
    """
    owes: dict[MemberId, int] = {}
    owed_by: dict[MemberId, int] = {}
    paid: dict[MemberId, int] = {}
    received: dict[MemberId, int] = {}
    for (debtor, creditor), owed in pairs.items():
        if member not in (debtor, creditor):
            continue
        other, there, back, payments = (
            (creditor, owes, owed_by, received)
            if member == debtor
            else (debtor, owed_by, owes, paid)
        )
        for minor, lines in ((owed.expenses_minor, there), (owed.payments_minor, payments)):
            if minor < 0:
                back[other] = back.get(other, 0) - minor
            elif minor > 0:
                lines[other] = lines.get(other, 0) + minor
    return Gross(*(_largest_first(lines) for lines in (owes, owed_by, paid, received)))


def netted(pairs: Mapping[Pair, Owed]) -> dict[Pair, int]:
    """Return who owes whom, both directions and all kinds taken together: minor units > 0.

    In the order of debtors' and creditors' ids; two people who are even are left out.
    """
    nets: dict[Pair, int] = {}
    for (debtor, creditor), owed in pairs.items():
        nets[debtor, creditor] = nets.get((debtor, creditor), 0) + owed.minor
        nets[creditor, debtor] = nets.get((creditor, debtor), 0) - owed.minor
    return {pair: nets[pair] for pair in sorted(nets) if nets[pair] > 0}


def part(
    then: Then,
    now: Contents | None,
    currency: Currency,
    merged: Mapping[MemberId, MemberId] = NOT_MERGED,
) -> dict[Pair, int]:
    """Return what an entry contributes to pairs since the moment, in minor units > 0.

    `then` is what it counted at the moment and `now` what it counts since.
    """
    at_moment = _told(then.get(currency), currency, merged)
    return netted(_difference(_told(now, currency, merged), at_moment))


class _Tally:
    """The nets and pairs of one currency while changes are added up, without zeros."""

    def __init__(self, balances: Balances | None = None) -> None:
        start = balances or Balances()
        self.nets = dict(start.nets)
        self.pairs = dict(start.pairs)
        self.square_change = start.square_change

    def balances(self) -> Balances:
        assert sum(self.nets.values()) == 0, self.nets
        assert self.nets or not self.pairs, self.pairs
        return Balances(self.nets, self.pairs, self.square_change)

    def add(self, effect: Effect, change: int) -> None:
        """Apply one change's effect; when everybody is square after it, the pairs end."""
        for member, minor in effect.nets.items():
            _add_net(self.nets, member, minor)
        if self.nets:
            for pair, owed in effect.pairs.items():
                _add(self.pairs, pair, owed)
        else:
            self.pairs.clear()
            self.square_change = change


def _currencies(*contents: Contents | None) -> Iterable[Currency]:
    """Return the currencies of what there is, each once."""
    return dict.fromkeys(said.currency for said in contents if said is not None)


def _told(
    contents: Contents | None, currency: Currency, merged: Mapping[MemberId, MemberId]
) -> dict[Pair, Owed]:
    """Return an entry told pairwise; nothing where it counts nothing in the currency."""
    pairs: dict[Pair, Owed] = {}
    if contents is None or contents.currency != currency:
        return pairs
    is_payment = contents.kind is EntryKind.PAYMENT
    for debt in debts(contents.shares):
        debtor = merged.get(debt.debtor, debt.debtor)
        creditor = merged.get(debt.creditor, debt.creditor)
        if debtor != creditor:
            owed = Owed(0, debt.minor) if is_payment else Owed(debt.minor, 0)
            _add(pairs, (debtor, creditor), owed)
    return pairs


def _difference(told: Mapping[Pair, Owed], before: Mapping[Pair, Owed]) -> dict[Pair, Owed]:
    """Return what has to be added to `before`, whose parts are not counted, to have `told`."""
    pairs = dict(told)
    for pair, owed in before.items():
        _add(pairs, pair, Owed(-owed.expenses_minor, -owed.payments_minor))
    return pairs


def _nets(pairs: Mapping[Pair, Owed]) -> dict[MemberId, int]:
    """Return what pairs come to for each member."""
    nets: dict[MemberId, int] = {}
    for (debtor, creditor), owed in pairs.items():
        _add_net(nets, debtor, -owed.minor)
        _add_net(nets, creditor, owed.minor)
    return nets


def _add_net(nets: dict[MemberId, int], member: MemberId, minor: int) -> None:
    net = nets.pop(member, 0) + minor
    if net:
        nets[member] = net


def _add(pairs: dict[Pair, Owed], pair: Pair, owed: Owed) -> None:
    here = pairs.pop(pair, _NOTHING_OWED)
    total = Owed(
        here.expenses_minor + owed.expenses_minor,
        here.payments_minor + owed.payments_minor,
        here.parts + owed.parts,
    )
    if total != _NOTHING_OWED:
        pairs[pair] = total


def _largest_first(lines: Mapping[MemberId, int]) -> tuple[tuple[MemberId, int], ...]:
    return tuple(sorted(lines.items(), key=lambda line: (-line[1], line[0])))
