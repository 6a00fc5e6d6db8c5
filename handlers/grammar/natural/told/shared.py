"""Whose the numbers of a line are: parts of a total, with its rest, or things of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final

from handlers.grammar.natural.told.line_maker import LineMaker, Outcome, Portion, members_of
from handlers.grammar.natural.told.owners import Thing
from handlers.grammar.natural.told.pieces import Kind
from ledger.core.members import MemberId

_HUNDRED: Final = 100
_FEWEST: Final = 2


@dataclass(frozen=True)
class Sharing:
    """What comes of numbers that are `owned` and others that are `free`."""

    make: LineMaker
    owned: Sequence[Thing]
    free: Sequence[Thing]

    def outcomes(self) -> Iterator[Outcome]:
        """Return what the line may be meant to say."""
        for each in _each_or_not(self.owned):
            portions = [
                Portion(one.number.minor * (len(self._sharing(one)) if said else 1),
                        self._sharing(one))
                for one, said in zip(self.owned, each, strict=True)
            ]  # fmt: skip
            if not all(one.members for one in portions):
                return
            found = list(self._of_total(portions))
            yield from found
            if not found and each == tuple(one.number.each for one in self.owned):
                yield from self._of_things(portions)

    def exactly(self, total: int) -> Iterator[Outcome]:
        """Return the line where the numbers make a total that is said of what was paid."""
        for each in _each_or_not(self.owned):
            portions = [
                Portion(one.number.minor * (len(self._sharing(one)) if said else 1),
                        self._sharing(one))
                for one, said in zip(self.owned, each, strict=True)
            ]  # fmt: skip
            if not self.make.told.rest and sum(one.minor for one in portions) == total:
                yield from self.make.line(portions, sure=True, exact=True)

    def within(self) -> Iterator[Outcome]:
        """Return the line of `61 shopping incl 9 for bobs wine`: his, and the rest everybody's."""
        told = self.make.told
        paid = [one for one in told.payers if one.number.minor]
        if not (self.owned and self.free) or paid or told.denied or told.off or told.covered:
            return
        portions = [
            Portion(one.number.minor * (len(self._sharing(one)) if one.number.each else 1),
                    self._sharing(one))
            for one in self.owned
        ]  # fmt: skip
        left = self.free[0].number.minor - sum(one.minor for one in portions)
        others = [one.members for one in told.rest if one.members]
        if left > 0 and len(others) <= 1 and not self.free[0].number.each:
            theirs = others[0] if others else self.make.here
            yield from self.make.line([*portions, Portion(left, theirs)], sure=True, clear=True)

    def _sharing(self, thing: Thing) -> tuple[MemberId, ...]:
        """Return whose a thing is; the others are all whom nothing else is."""
        if thing.people is None or not thing.people.others:
            return members_of(thing)
        named = {member for one in self.owned for member in members_of(one)}
        named |= {member for one in self.make.told.denied for member in one.members}
        return self.make.but(named)

    def _of_total(self, portions: list[Portion]) -> Iterator[Outcome]:
        if len(self.free) != 1 or not self.owned or self.free[0].number.things:
            return
        total = self.free[0].number.minor
        sum_ = sum(one.minor for one in portions)
        if sum_ == total and not self.make.told.rest:
            yield from self.make.line(portions, sure=True, exact=True)
        elif (parts := self._percents(portions)) and total != _HUNDRED * self.make.unit:
            yield from self.make.by_percent(total, parts)
        elif sum_ < total and not self.make.told.denied:
            yield from self._with_rest(portions, total - sum_)

    def _percents(self, portions: Sequence[Portion]) -> list[tuple[MemberId, int]]:
        """Return who has how many percent, where numbers of one each make a hundred."""
        unit = self.make.unit
        if len(portions) < _FEWEST or any(
            len(one.members) > 1 or one.minor % unit for one in portions
        ):
            return []
        listed = all(one.listed for one in self.owned)
        if not listed or sum(one.minor for one in portions) != _HUNDRED * unit:
            return []
        return [(one.members[0], one.minor // unit) for one in portions]

    def _with_rest(self, portions: list[Portion], left: int) -> Iterator[Outcome]:
        others = self.make.but({member for one in portions for member in one.members})
        make, rest, line = self.make, self.make.told.rest, self.make.line
        if len(rest) > 1 or any(one.people is not None and one.people.others for one in self.owned):
            return
        if any(one.listed for one in self.owned):
            return
        whose = all(one.people is not None and one.people.whose for one in self.owned)
        alone = all(one.only or one.had for one in self.owned)
        single = all(len(members_of(one)) == 1 for one in self.owned)
        if rest and rest[0].members:
            pays = any(one.pays for one in self.owned)
            theirs = Portion(left, rest[0].members)
            yield from line([*portions, theirs], sure=not pays, clear=not pays)
        elif rest and others:
            # In other languages "the rest we share" begins in as many words as "the rest".
            english = not make.circle.spoken - {"en"}
            sure = english and (rest[0].kind is Kind.PEOPLE or not whose)
            yield from line([*portions, Portion(left, others)], sure=sure, clear=sure)
            if not sure:
                yield from line([*portions, Portion(left, self.make.here)], sure=False)
        elif not rest and single:
            ways = [Portion(left, self.make.here), Portion(left, others)]
            if not whose:
                ways.reverse()
            for one in ways[:1] if alone else ways:
                yield from line([*portions, one], sure=alone)

    def _of_things(self, portions: list[Portion]) -> Iterator[Outcome]:
        told, make = self.make.told, self.make
        if told.rest or any(one.listed for one in self.owned):
            return
        items = [Portion(one.number.minor, self._all_but(one)) for one in self.free]
        denied = {member for one in told.denied for member in one.members}
        if (denied and not self.owned) or any(denied & {*one.members} for one in portions[:1]):
            return
        whose = all(one.people is not None and one.people.whose for one in self.owned)
        groups = any(1 < len(one.members) < len(make.here) for one in portions)
        several = len(self.owned) > 1
        if self.free and not self.owned:
            whole = any(one.only for one in told.payers)
            if not (told.only or whole or any(one.number.things for one in self.free)):
                return
            sure = True
        elif self.free:
            sure = False
            if not all(one.label for one in self.free):
                return
        else:
            labelled = all(one.label for one in self.owned)
            had = any(one.had for one in self.owned)
            sure = bool(told.payers) or (groups and labelled) or (several and (whose or had))
        clear = (
            bool(told.only)
            or any(one.number.per for one in self.free)
            or (several and (groups or whose))
        )
        whole = all({*one.members} == {*make.here} for one in (*portions, *items))
        if self.owned and whole and len((*portions, *items)) > 1:
            return  # "pizza 38 beers 24 split all" is but a sum.
        things = [one for one in told.things if one.number.minor]
        typed = None
        if not any(one.number.each for one in self.owned):
            typed = "+".join(one.number.typed for one in things)
            typed = typed if set("+*") & set(typed) else None
        names = tuple(" ".join(one.label) for one in things)
        yield from make.line([*portions, *items], sure=sure, clear=clear, typed=typed, names=names)

    def _all_but(self, thing: Thing) -> tuple[MemberId, ...]:
        """Return everybody but those who had only something else."""
        out = {
            member
            for one in self.make.told.only
            if not {*one.label} & {*thing.label}
            for member in members_of(one)
        }
        return self.make.but(out)


def _each_or_not(owned: Sequence[Thing]) -> Iterator[tuple[bool, ...]]:
    """Return whether each number is of each, or of all of its people, in all ways it may be."""
    ways = [
        (True,)
        if one.number.each
        else (False, True)
        if one.people is not None and (len(one.people.members) > 1 or one.people.others)
        else (False,)
        for one in owned
    ]
    return product(*ways)
