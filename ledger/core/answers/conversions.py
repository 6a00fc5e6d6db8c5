"""What came of turning money into a group's own currency."""

from __future__ import annotations

from dataclasses import dataclass
from zlib import crc32

from ledger.core.entries import Entry
from ledger.core.exchange_rate import Rate
from ledger.core.members import MemberId, Roster
from ledger.core.money import Money


@dataclass(frozen=True, slots=True)
class Turned:
    """One payment of the plan in another currency, and what it is in the group's own."""

    payer: MemberId
    payee: MemberId
    before: Money
    after: Money


@dataclass(frozen=True, slots=True)
class Conversion:
    """Open balances turned into the group's currency, or what that would be.

    `entries` are what records it, none where it is only looked at: for each payment of the
    plan one in the currency before, as if it were made, and one back in the group's own.
    """

    roster: Roster
    turned: tuple[Turned, ...]
    rates: tuple[Rate, ...]
    entries: tuple[Entry, ...] = ()

    @property
    def fingerprint(self) -> str:
        """A few characters that differ, in all likelihood, between two conversions."""
        return format(crc32(repr(self.turned).encode()), "x")
