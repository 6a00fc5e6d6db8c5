"""The parts that pairs are made of: what the newest entries contribute to who owes whom."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from ledger.core.balances import NOT_MERGED, AtBaseline, Owed, Pair, netted, part
from ledger.core.entries import Contents
from ledger.core.members import MemberId
from ledger.core.money import Currency

PARTS_NAMED = 5
CELLS_COMPUTED = 2000


@dataclass(frozen=True, slots=True)
class Parts:
    """What a pair's net is made of: one part an entry, in minor units, never 0.

    `newest` are the last ones, newest last, negative where an entry counts against the debt;
    `earlier` counts the others.
    """

    newest: tuple[int, ...]
    earlier: int


def newest_parts(
    pairs: Mapping[Currency, Mapping[Pair, Owed]],
    entries: Iterable[tuple[AtBaseline, Contents | None]],
    merged: Mapping[MemberId, MemberId] = NOT_MERGED,
    wanted: Mapping[Currency, Collection[Pair]] | None = None,
) -> dict[Currency, dict[Pair, Parts]]:
    """Return the newest parts of each pair of `netted`, and how many more it has.

    Of those that are wanted, where that is said. Who paid together with many for many makes a
    large table of an entry, so at most `CELLS_COMPUTED` cells of such are computed.

    `entries` are all those changed since everybody was last square, perhaps among others,
    the newest first, each with what it counted then and what it counts now. Only as many are
    read as are needed; where there are fewer than that, fewer parts are named and the others
    counted as earlier.
    """
    if wanted is None:
        wanted = {currency: netted(of_pairs) for currency, of_pairs in pairs.items()}
    found = {
        currency: {pair: _Found(pairs[currency], pair) for pair in of_currency}
        for currency, of_currency in wanted.items()
    }
    cells_left = CELLS_COMPUTED
    missing = sum(one.missing for of_pairs in found.values() for one in of_pairs.values())
    reading = iter(entries)
    while missing and (entry := next(reading, None)) is not None:
        if (cells_left := cells_left - _cells(*entry)) < 0:
            break
        members = _members(*entry, merged)
        for currency, of_pairs in found.items():
            if not any(members.issuperset(pair) for pair in of_pairs):
                continue
            for (debtor, creditor), minor in part(*entry, currency, merged).items():
                for pair, signed in (((debtor, creditor), minor), ((creditor, debtor), -minor)):
                    if pair in of_pairs and of_pairs[pair].missing:
                        of_pairs[pair].add(signed)
                        missing -= 1
    return {
        currency: {pair: one.parts() for pair, one in of_pairs.items()}
        for currency, of_pairs in found.items()
    }


def _said(counted: AtBaseline, now: Contents | None) -> Iterator[Contents]:
    """Return what an entry counted, then and now."""
    for contents in (now, *counted.values()):
        if contents is not None:
            yield contents


def _cells(counted: AtBaseline, now: Contents | None) -> int:
    """Return how many cells an entry's tables have; with one payer nothing is to be rounded."""
    sizes = ((len(it.payers), len(it.owers)) for it in _said(counted, now))
    return sum(payers * owers for payers, owers in sizes if payers > 1)


def _members(
    counted: AtBaseline, now: Contents | None, merged: Mapping[MemberId, MemberId]
) -> set[MemberId]:
    return {
        merged.get(share.member, share.member)
        for contents in _said(counted, now)
        for share in contents.shares
    }


class _Found:
    """The parts of one pair that were found so far, the newest first."""

    def __init__(self, pairs: Mapping[Pair, Owed], pair: Pair) -> None:
        there, back = pairs.get(pair, Owed()), pairs.get((pair[1], pair[0]), Owed())
        self._minor = there.minor - back.minor
        self._count = there.parts + back.parts
        self._parts: list[int] = []
        self.missing = min(PARTS_NAMED, self._count)

    def add(self, minor: int) -> None:
        self._parts.append(minor)
        self.missing -= 1

    def parts(self) -> Parts:
        earlier = self._count - len(self._parts)
        assert earlier or sum(self._parts) == self._minor, (self._parts, self._minor)
        return Parts(tuple(reversed(self._parts)), earlier)
