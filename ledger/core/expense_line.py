"""A line that somebody typed to record an expense, read but not yet looked up in a book."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.core.entries import Part
from ledger.core.members import Whom
from ledger.core.money import Money


@dataclass(frozen=True, slots=True)
class ExpenseLine:
    """What a line says.

    `participants` are those named, each with their part; `everyone` is `all`; `left_out` are
    those with a minus. `payers` say what each paid in minor units, None for the rest; nobody
    there means the sender. `on` is None where no date is written. `arithmetic` is the amount
    as typed when it had to be computed.
    """

    amount: Money
    description: str = ""
    participants: tuple[tuple[Whom, Part], ...] = ()
    everyone: bool = False
    left_out: tuple[Whom, ...] = ()
    payers: tuple[tuple[Whom, int | None], ...] = ()
    on: date | None = None
    category: str | None = None
    note: str | None = None
    arithmetic: str | None = None
