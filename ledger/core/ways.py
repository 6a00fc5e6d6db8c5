"""The ways in which a line may be meant, told before one of them is chosen and booked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from zlib import crc32

from ledger.core.expense_line import ExpenseLine
from ledger.core.members import Member
from ledger.core.shares import Part

FIRST_WAY: Final = 1_000
"""Choices from here on are those of ways; smaller ones are places among other readings."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way to book a line: who paid how much in minor units, and who has which part.

    `out` are the active members who have none of it.
    """

    line: ExpenseLine
    payers: tuple[tuple[Member, int], ...]
    sharers: tuple[tuple[Member, Part], ...]
    out: tuple[Member, ...]

    @property
    def choice(self) -> int:
        """A number made of all that it books, so that a press can only record just that."""
        amount = self.line.amount
        said = (
            *(amount.minor, amount.currency, self.line.refund),
            tuple((member.id, minor) for member, minor in self.payers),
            tuple((member.id, part.kind.value, part.value) for member, part in self.sharers),
        )
        return FIRST_WAY + crc32(repr(said).encode())
