"""Makes the line of who has which portion of what a line of several amounts comes to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handlers.grammar.circle import Circle
from handlers.grammar.natural.bills.items import Item
from handlers.grammar.natural.bills.shares import owed_for
from handlers.grammar.natural.told.owners import Thing, Told
from ledger.core.expense_line import ExpenseLine, Named, Paid
from ledger.core.members import MemberId
from ledger.core.money import MAX_MINOR, Currency, Money
from ledger.core.shares import EQUAL_PART, Part, PartKind


@dataclass(frozen=True, slots=True)
class Outcome:
    """A line as it may be meant.

    It is `sure` where nothing else is likely, `clear` where it says so in so many words, and
    `exact` where numbers add up that need not. Of several things `names` says what they were.
    """

    line: ExpenseLine
    sure: bool
    clear: bool = False
    exact: bool = False
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Portion:
    """So much for these people, equally."""

    minor: int
    members: tuple[MemberId, ...]


@dataclass(frozen=True)
class LineMaker:
    """Makes lines of what one line tells; `unit` is how many minor units one of its money is."""

    currency: Currency
    unit: int
    circle: Circle
    told: Told

    @property
    def here(self) -> tuple[MemberId, ...]:
        """Everybody who is there."""
        return tuple(one.id for one in self.circle.roster.active)

    def but(self, out: set[MemberId]) -> tuple[MemberId, ...]:
        """Return everybody but some."""
        return tuple(one for one in self.here if one not in out)

    def line(
        self,
        portions: Sequence[Portion],
        *,
        sure: bool,
        clear: bool = False,
        exact: bool = False,
        paid: dict[MemberId, int] | None = None,
        typed: str | None = None,
        names: tuple[str, ...] = (),
    ) -> Iterator[Outcome]:
        """Return the line of some portions, if there can be one.

        `paid` is what each paid, where they did so apart, `typed` how the amount came about.
        """
        total = sum(one.minor for one in portions)
        if not 0 < total <= MAX_MINOR or not all(one.members for one in portions):
            return
        payers = self._paid() if paid is None else self._named(paid)
        if payers is None:
            return
        members = {frozenset(one.members) for one in portions}
        participants = self._owed(portions)
        if len(members) == 1:
            [same] = members
            participants = tuple((self.circle.whom(one), EQUAL_PART) for one in portions[0].members)
            participants = () if same == frozenset(self.here) else participants
        line = ExpenseLine(
            Money(total, self.currency),
            participants=participants,
            everyone=not participants,
            payers=payers,
            arithmetic=typed,
        )
        yield Outcome(line, sure, sure and (clear or exact), exact, names)

    def by_percent(self, total: int, parts: Sequence[tuple[MemberId, int]]) -> Iterator[Outcome]:
        """Return the line of who has how many percent of a total."""
        payers = self._paid()
        if payers is None:
            return
        named: Named = tuple(
            (self.circle.whom(member), Part(PartKind.PERCENT, percent * 10_000))
            for member, percent in parts
        )
        line = ExpenseLine(Money(total, self.currency), participants=named, payers=payers)
        yield Outcome(line, sure=True, clear=True, exact=True)

    def _owed(self, portions: Sequence[Portion]) -> Named:
        items = [
            Item(
                Money(one.minor, self.currency),
                "",
                named=tuple((self.circle.whom(member), EQUAL_PART) for member in one.members),
            )
            for one in portions
            if one.minor
        ]
        return owed_for(items, self.currency, self.circle)

    def _paid(self) -> Paid | None:
        """Return who paid all of it; None where several did."""
        members = {member for one in self.told.payers for member in members_of(one)}
        if len(members) > 1:
            return None
        return tuple((self.circle.whom(one), None) for one in members if one != self.circle.sender)

    def _named(self, paid: dict[MemberId, int]) -> Paid:
        return tuple((self.circle.whom(member), minor) for member, minor in paid.items())


def members_of(thing: Thing) -> tuple[MemberId, ...]:
    """Return whose a thing is by name."""
    return () if thing.people is None else thing.people.members
