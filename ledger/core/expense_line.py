"""A line that somebody typed to record an expense, read but not yet looked up in a book."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from ledger.core.doubts import NO_DOUBTS, Doubts
from ledger.core.members import Whom
from ledger.core.money import Money
from ledger.core.shares import Part

Named = tuple[tuple[Whom, Part], ...]
"""Those named, each with their part."""
Paid = tuple[tuple[Whom, int | None], ...]
"""What each paid in minor units, None for the rest."""


@dataclass(frozen=True, slots=True)
class ExpenseLine:
    """What a line says.

    `participants` are those named, each with their part; `everyone` is `all`; `left_out` are
    those with a minus. `payers` say what each paid in minor units, None for the rest; nobody
    there means the sender. `on` is None where no date is written. `arithmetic` is the amount
    as typed when it had to be computed. `refund` is money that came back. `doubts` are asked
    on the receipt, and no part of what the line says.
    """

    amount: Money
    description: str = ""
    participants: Named = ()
    everyone: bool = False
    left_out: tuple[Whom, ...] = ()
    payers: Paid = ()
    on: date | None = None
    category: str | None = None
    note: str | None = None
    arithmetic: str | None = None
    refund: bool = False
    doubts: Doubts = field(default=NO_DOUBTS, compare=False)


@dataclass(frozen=True, slots=True)
class PaymentLine:
    """What /settle's words say of a payment; without `payer` its author paid."""

    payer: Whom | None
    payee: Whom
