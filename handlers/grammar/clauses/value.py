"""What the words of an expense's line say, clause by clause, each present or not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.core.members import Whom
from ledger.core.money import Currency, Money
from ledger.core.shares import Part


@dataclass(frozen=True, slots=True)
class Clauses:
    """The clauses that a line has; None, or empty, where it says nothing of the kind.

    `currency` is set where one is written, with an amount or alone (`USD`). `arithmetic` is
    the amount as typed when it had to be computed. `participants`, `everyone`, `left_out` and
    `payers` are as in `ExpenseLine`.
    """

    amount: Money | None = None
    currency: Currency | None = None
    arithmetic: str | None = None
    description: str | None = None
    participants: tuple[tuple[Whom, Part], ...] = ()
    everyone: bool = False
    left_out: tuple[Whom, ...] = ()
    payers: tuple[tuple[Whom, int | None], ...] = ()
    on: date | None = None
    category: str | None = None
    note: str | None = None
