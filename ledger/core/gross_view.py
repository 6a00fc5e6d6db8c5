"""The gross view of one member: what they owe and are owed, person by person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ledger.core.balances import Owed, Pair
from ledger.core.members import MemberId


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


def _largest_first(lines: Mapping[MemberId, int]) -> tuple[tuple[MemberId, int], ...]:
    return tuple(sorted(lines.items(), key=lambda line: (-line[1], line[0])))
