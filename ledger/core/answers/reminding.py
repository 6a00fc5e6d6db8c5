"""Reminders as values: whom they name, when they may ring, and what people want of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final

from ledger.core.errors import LedgerError
from ledger.core.members import Member, Roster
from ledger.core.money import Currency, Money
from ledger.core.schedule import Schedule
from ledger.core.settling import Payment

EVENING: Final = time(22)


MORNING: Final = time(8)
"""Between the two nobody is reminded, by the group's wall clock."""


Debt = tuple[Payment, Currency]
"""A payment of the plan, with its currency."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """What somebody, or everybody, is reminded of: payments of the plan with their currency.

    `at` is when it is said where quiet hours put it off, None where that is now. `payable`
    are those among the payees who said how they can be paid.
    """

    roster: Roster
    debts: tuple[Debt, ...]
    at: datetime | None = None
    payable: tuple[Member, ...] = ()

    @property
    def debtors(self) -> tuple[Member, ...]:
        """Those who are reminded, each once."""
        return tuple(dict.fromkeys(self.roster[payment.payer] for payment, _ in self.debts))


@dataclass(frozen=True, slots=True)
class Reminded:
    """What came of reminding several: whom it reached, and why it did not reach the others."""

    reminder: Reminder
    refused: tuple[LedgerError, ...]


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a member wants of reminders: none at all, or none before a day."""

    muted: bool
    not_before: date | None


@dataclass(frozen=True, slots=True)
class Reminding:
    """How a group reminds: its schedule, if it ever had one, and the least debt it names."""

    schedule: Schedule | None
    limit: Money
    wishes: Wishes
