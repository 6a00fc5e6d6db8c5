"""What comes of a line of several amounts: who paid what, and who has which part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from handlers.grammar.natural.told.line_maker import LineMaker, Outcome, Portion, members_of
from handlers.grammar.natural.told.owners import Thing
from handlers.grammar.natural.told.paid_apart import paid_apart, things_paid
from handlers.grammar.natural.told.shared import Sharing

_MOST_PIECES: Final = 20
_FEWEST: Final = 2


@dataclass(frozen=True)
class Teller(LineMaker):
    """Tells what comes of what is told of one line's amounts; `heads` are how many pay each."""

    heads: int | None = None

    def outcomes(self) -> Iterator[Outcome]:
        """Return what the line may be meant to say."""
        owned = [one for one in self.told.things if one.people is not None]
        free = [one for one in self.told.things if one.people is None]
        less = sum(one.number.minor for one in self.told.off)
        if self.told.within:
            yield from Sharing(self, owned, free).within()
        elif self.told.final:
            yield from self._paid_in_the_end(owned, free)
        elif not less:
            yield from self._paid_or_shared(owned, free)
        elif len(free) == 1 and free[0].number.minor > less:
            left = free[0].number.minor - less
            if owned:
                number = replace(free[0].number, minor=left)
                yield from self._paid_or_shared(owned, [replace(free[0], number=number)])
            else:
                yield from self._less(left, free)

    def _paid_or_shared(self, owned: Sequence[Thing], free: Sequence[Thing]) -> Iterator[Outcome]:
        told = self.told
        parts = [one for one in told.payers if one.number.minor and one.label != ("all",)]
        totals = {one.number.minor for one in told.payers if one.label == ("all",)}
        apart = len({one.people for one in parts}) >= _FEWEST or (parts and told.rest and free)
        if told.covered:
            yield from self._covered(owned, free)
        elif self._is_of_pieces(owned, free, parts):
            yield from self._pieces(owned, free, parts)
        elif self._is_for_each(owned, free):
            yield from self._for_each(free)
        elif told.called:
            yield from self._of_those_called(free, totals)
        elif apart and not (owned or totals):
            yield from paid_apart(self, free, parts)
        elif len(told.payers) >= _FEWEST and not (owned or parts or totals):
            yield from things_paid(self, free)
        elif len(parts) == 1 and not (free or totals):
            yield from self._shared(owned, free, {parts[0].number.minor})
        elif not parts and len(totals) <= 1:
            yield from self._shared(owned, free, totals)

    def _shared(
        self, owned: Sequence[Thing], free: Sequence[Thing], totals: set[int]
    ) -> Iterator[Outcome]:
        sharing = Sharing(self, owned, free)
        if any(one.number.each for one in free):
            return
        if not totals:
            yield from sharing.outcomes()
            return
        [total] = totals
        if owned and not free:
            yield from sharing.exactly(total)
        elif not owned and not free and not self.told.rest and not self.told.denied:
            yield from self.line([Portion(total, self.here)], sure=True)
        elif not owned and sum(one.number.minor for one in free) == total:
            yield from self.line([Portion(total, self.here)], sure=True, exact=True)

    def _paid_in_the_end(self, owned: Sequence[Thing], free: Sequence[Thing]) -> Iterator[Outcome]:
        """Return the line of `pizza 42 had 50% off so only paid 21`."""
        [*others, last] = self.told.final
        more = all(one.number.minor > last.number.minor for one in free)
        if not (others or owned or self.told.rest or self.told.denied) and more:
            portion = Portion(last.number.minor, self.here)
            yield from self.line([portion], sure=True, clear=True)

    def _less(self, total: int, free: Sequence[Thing]) -> Iterator[Outcome]:
        """Return the line of what is left for us: `lunch 5400, company pays 3000`."""
        rest = self.told.rest
        if len(rest) > 1 or self.told.denied or self.told.only or self.told.called:
            return
        members = rest[0].members if rest and rest[0].members else self.here
        back = any(one.label for one in self.told.off)
        typed = "-".join(one.number.typed for one in (*free, *self.told.off))
        yield from self.line([Portion(total, members)], sure=not back, clear=True, typed=typed)

    def _covered(self, owned: Sequence[Thing], free: Sequence[Thing]) -> Iterator[Outcome]:
        """Return the line of `i'll pay dee's 500, bill was 2000`: mine, and the others' beside."""
        [covered, *others] = self.told.covered
        if others or owned or len(free) != 1 or self.told.rest or self.circle.sender is None:
            return
        left = free[0].number.minor - covered.number.minor
        theirs = self.but({*members_of(covered)})
        mine = Portion(covered.number.minor, (self.circle.sender,))
        if left > 0 and self.circle.sender in theirs:
            yield from self.line([mine, Portion(left, theirs)], sure=True, clear=True)

    def _is_of_pieces(
        self, owned: Sequence[Thing], free: Sequence[Thing], parts: Sequence[Thing]
    ) -> bool:
        """Tell whether it is counted what each has: `tix 2 for me 1 for bob 85 each`."""
        counted = [*owned, *parts]
        few = all(
            one.number.minor % self.unit == 0
            and one.number.minor <= _MOST_PIECES * self.unit
            and not one.number.each
            and len(members_of(one)) == 1
            for one in counted
        )
        return len(free) == 1 and free[0].number.each and bool(counted) and few

    def _pieces(
        self, owned: Sequence[Thing], free: Sequence[Thing], parts: Sequence[Thing]
    ) -> Iterator[Outcome]:
        price = free[0].number
        counts = [one.number.minor // self.unit for one in (*owned, *parts)]
        typed = f"{sum(counts)}*{price.typed}"
        if len(owned) >= _FEWEST and not parts:
            portions = [
                Portion(count * price.minor, members_of(one))
                for count, one in zip(counts, owned, strict=True)
            ]
            yield from self.line(portions, sure=True, clear=True, typed=typed)
        elif len(parts) == 1 and not owned:
            everybody = Portion(counts[0] * price.minor, self.here)
            sure = counts[0] == len(self.here)
            yield from self.line([everybody], sure=sure, clear=True, typed=typed)

    def _is_for_each(self, owned: Sequence[Thing], free: Sequence[Thing]) -> bool:
        """Tell whether so many pay so much each: `homestay 1500 pp x 4 with meals 200 pp`."""
        each = bool(free) and all(one.number.each for one in free)
        return each and not owned and self.heads is not None

    def _for_each(self, free: Sequence[Thing]) -> Iterator[Outcome]:
        if self.told.rest or self.told.denied or self.heads is None:
            return
        once = "+".join(one.number.typed for one in free)
        typed = f"({once})*{self.heads}"
        whole = sum(one.number.minor for one in free) * self.heads
        sure = self.heads == len(self.here)
        yield from self.line([Portion(whole, self.here)], sure=sure, clear=True, typed=typed)

    def _of_those_called(self, free: Sequence[Thing], totals: set[int]) -> Iterator[Outcome]:
        """Return the line of `50 indian 500 foreigner, chen is foreigner, i paid all 650`."""
        if self.told.rest or self.told.denied or len(free) != _FEWEST or len(totals) != 1:
            return
        portions: list[Portion] = []
        for one in self.told.called:
            prices = [price for price in free if {*price.behind} & {*one.label}]
            if len(prices) != 1:
                return
            portions += [Portion(prices[0].number.minor, (who,)) for who in members_of(one)]
            [other] = [price for price in free if price is not prices[0]]
        others = self.but({member for one in portions for member in one.members})
        portions += [Portion(other.number.minor, (member,)) for member in others]
        if sum(one.minor for one in portions) in totals:
            yield from self.line(portions, sure=True, exact=True)
