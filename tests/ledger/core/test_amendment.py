"""Amendments: a line that changes only what it says."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import Any

import pytest

from ledger.core.amendment import Amendment
from ledger.core.members import Name
from ledger.core.money import Currency, Money
from ledger.core.shares import EQUAL_PART

ALL = Amendment(
    amount=Money(30000, Currency("INR")),
    currency=Currency("EUR"),
    description="dinner",
    participants=((Name("bob"), EQUAL_PART),),
    everyone=True,
    added=((Name("eve"), EQUAL_PART),),
    left_out=(Name("chen"),),
    payers=((Name("dia"), None),),
    on=date(2026, 3, 2),
    category="food",
    note="late",
    refund=True,
)


@pytest.mark.parametrize("field", [field.name for field in fields(Amendment)])
def test_only_clauses_of_expenses_are_an_expense_s(field: str) -> None:
    alone: dict[str, Any] = {field: getattr(ALL, field)}
    one = Amendment(**alone)
    assert one.concerns_sharers == (field in {"participants", "everyone", "added", "left_out"})
    # Doubts are no clause: what the line perhaps says as well.
    assert one.is_of_expense == (field not in {"amount", "currency", "on", "note", "doubts"})
