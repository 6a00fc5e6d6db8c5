"""Amendments: what alone is to change of an entry."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.core.doubts import NO_DOUBTS, Doubts
from ledger.core.expense_line import Named, Paid
from ledger.core.members import Whom
from ledger.core.money import Currency, Money


@dataclass(frozen=True, slots=True)
class Amendment:
    """What a partial line says; None and what is empty stays as it is.

    `currency` alone lets the same numbers be in another one. `participants` and `everyone`
    say anew who shares, `added` who does so as well, `left_out` who does so no longer, `payers`
    who paid; `refund` whether the money came back; `doubts` are what it perhaps says besides.
    """

    amount: Money | None = None
    currency: Currency | None = None
    description: str | None = None
    participants: Named = ()
    everyone: bool = False
    added: Named = ()
    left_out: tuple[Whom, ...] = ()
    payers: Paid = ()
    on: date | None = None
    category: str | None = None
    note: str | None = None
    refund: bool | None = None
    doubts: Doubts = NO_DOUBTS

    @property
    def concerns_sharers(self) -> bool:
        """Whether it says who shares."""
        return bool(self.says_anew or self.added or self.left_out)

    @property
    def says_anew(self) -> bool:
        """Whether it says anew who shares, whoever did before."""
        return bool(self.participants or self.everyone)

    @property
    def is_of_expense(self) -> bool:
        """Whether it says what a payment has not."""
        says = (self.category, self.description, self.concerns_sharers, self.payers)
        return any(says) or self.refund is not None
