"""Balances: what entries come to for each member, and between each two of them.

A group has one `Balances` for each currency. A change of the book (a revision) moves it by
an `Effect`; the stored rows and the derivation from scratch both go through the effects, so
they can only agree.

Pairs count from the last moment when everybody was square: payments along a plan settle
between people who may never have shared a bill, and without this leftovers would circle.
The baseline is the position in the group's log of changes (`Revision.change`) after which all
nets in the currency were last 0; there the pairs are emptied. An entry from before it that is
changed later counts with the difference to what it said at the baseline: what an entry
contributes to a pair since then is the entry's part of the pair. Pairs count their parts, so
that the newest can be shown without reading the others.
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

AtBaseline = Mapping[Currency, Contents | None]
"""What an entry counted when everybody was last square, by currency; not there is None."""

NOTHING_AT_BASELINE: AtBaseline = {}
"""Of an entry that is new since, or of a group that was never square."""


class Owed(NamedTuple):
    """What a debtor owes a creditor, in minor units, one direction only.

    A payment makes its payee owe its payer. Both are negative where an entry from before
    the baseline was taken back. `parts` counts the entries by which the debtor owes the
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
    count since `baseline`, the change after which everybody was last square (0: the
    beginning).
    """

    nets: Mapping[MemberId, int] = field(default_factory=dict)
    pairs: Mapping[Pair, Owed] = field(default_factory=dict)
    baseline: int = 0


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
    counted: AtBaseline = NOTHING_AT_BASELINE,
) -> dict[Currency, Effect]:
    """Return what a change moves, by currency; empty when it moves nothing (a new note).

    `merged` maps every member that was merged into another to the one that stayed at last;
    both count as one, and what they owe each other vanishes. `counted` is what the entry
    counted at the baseline of each currency that the change is in.

    To store it: add `nets` to the members' rows; if then every net of the group in that
    currency is 0, delete the currency's pairs and keep the change's number as
    `baseline`; otherwise add `pairs` to the pairs' rows. `Derivation` does the same.
    """
    found: dict[Currency, Effect] = {}
    for currency in _currencies(before, after):
        old, new = _pairwise(before, currency, merged), _pairwise(after, currency, merged)
        pairs = _difference(new, old)
        if pairs:
            nets = _nets(pairs)
            at_baseline = _pairwise(counted.get(currency), currency, merged)
            for debts_then, step in ((old, -1), (new, 1)):
                for pair in netted(_difference(debts_then, at_baseline)):
                    _add(pairs, pair, Owed(parts=step))
            found[currency] = Effect(nets, pairs)
    return found


def derive(
    changes: Iterable[Change], merged: Mapping[MemberId, MemberId] = NOT_MERGED
) -> dict[Currency, Balances]:
    """Return a group's balances by currency from all its changes, in their order.

    For the audit and after a merge. A currency is there when an entry in it has moved
    anything, even if all is undone.
    """
    derivation = Derivation(merged)
    derivation.add(changes)
    return derivation.balances()


class Derivation:
    """Balances while they are derived from changes, all at once or some at a time.

    `merged` is as in `effects`; `last` is the number of the last change that counts so far.
    """

    def __init__(self, merged: Mapping[MemberId, MemberId] = NOT_MERGED) -> None:
        self.merged = dict(merged)
        self.last = 0
        self._tallies: dict[Currency, _Tally] = {}
        # What an entry counted at a moment is what it counted before its first change since.
        self._thens: defaultdict[Currency, dict[int, Contents | None]] = defaultdict(dict)

    @classmethod
    def from_here(
        cls,
        books: Mapping[Currency, Balances],
        last: int,
        merged: Mapping[MemberId, MemberId],
        counted_then: Mapping[Currency, Mapping[int, Contents | None]] | None = None,
    ) -> Derivation:
        """Return a derivation that goes on from balances after the change number `last`.

        `counted_then` is what entries counted at the baseline of each currency, of those from
        before it that further changes are about.
        """
        derivation = cls(merged)
        derivation.last = last
        derivation._tallies = {of: _Tally(balances) for of, balances in books.items()}
        for currency, counts in (counted_then or {}).items():
            derivation._thens[currency].update(counts)
        return derivation

    def add(self, changes: Iterable[Change]) -> None:
        """Count further changes, in their order; those that count already are passed over."""
        for change in changes:
            if change.number > self.last:
                self._add(change)
                self.last = change.number

    def _add(self, change: Change) -> None:
        thens = self._thens
        counted = {
            currency: thens[currency].setdefault(change.entry, change.before)
            for currency in _currencies(change.before, change.after)
        }
        moved = effects(change.before, change.after, self.merged, counted)
        for currency, effect in moved.items():
            tally = self._tallies.setdefault(currency, _Tally())
            tally.add(effect, change.number)
            if not tally.nets:
                thens[currency].clear()

    def balances(self) -> dict[Currency, Balances]:
        """Return the balances after the last change, by currency."""
        return {currency: tally.balances() for currency, tally in self._tallies.items()}

    def copy(self) -> Derivation:
        """Return another derivation that goes on from here."""
        other = Derivation(self.merged)
        other.last = self.last
        other._tallies = {of: _Tally(tally.balances()) for of, tally in self._tallies.items()}
        other._thens = defaultdict(dict, {of: dict(then) for of, then in self._thens.items()})
        return other


def together(nets: Mapping[MemberId, int], effects: Iterable[tuple[int, Effect]]) -> Balances:
    """Return what changes come to, one after the other, from the nets before them.

    Each is given with its number. `pairs` are what is to be added to the pairs, or, where all
    were square meanwhile (`baseline` > 0), what the pairs are from then on.
    """
    tally = _Tally(Balances(nets))
    for change, effect in effects:
        tally.add(effect, change)
    return tally.balances()


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
    counted: AtBaseline,
    now: Contents | None,
    currency: Currency,
    merged: Mapping[MemberId, MemberId] = NOT_MERGED,
) -> dict[Pair, int]:
    """Return what an entry contributes to pairs since the baseline, in minor units > 0.

    `counted` is what it counted at the baseline and `now` what it counts since.
    """
    at_baseline = _pairwise(counted.get(currency), currency, merged)
    return netted(_difference(_pairwise(now, currency, merged), at_baseline))


class _Tally:
    """The nets and pairs of one currency while changes are added up, without zeros."""

    def __init__(self, balances: Balances | None = None) -> None:
        start = balances or Balances()
        self.nets = dict(start.nets)
        self.pairs = dict(start.pairs)
        self.baseline = start.baseline

    def balances(self) -> Balances:
        assert sum(self.nets.values()) == 0, self.nets
        assert self.nets or not self.pairs, self.pairs
        return Balances(self.nets, self.pairs, self.baseline)

    def add(self, effect: Effect, change: int) -> None:
        """Apply one change's effect; when everybody is square after it, the pairs end."""
        for member, minor in effect.nets.items():
            _add_net(self.nets, member, minor)
        if self.nets:
            for pair, owed in effect.pairs.items():
                _add(self.pairs, pair, owed)
        else:
            self.pairs.clear()
            self.baseline = change


def _currencies(*contents: Contents | None) -> Iterable[Currency]:
    """Return the currencies of what there is, each once."""
    return dict.fromkeys(said.currency for said in contents if said is not None)


def _pairwise(
    contents: Contents | None, currency: Currency, merged: Mapping[MemberId, MemberId]
) -> dict[Pair, Owed]:
    """Return an entry's debts, pair by pair; none where it counts nothing in the currency."""
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


def _difference(after: Mapping[Pair, Owed], before: Mapping[Pair, Owed]) -> dict[Pair, Owed]:
    """Return what has to be added to `before`, whose parts are not counted, to have `after`."""
    pairs = dict(after)
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
