"""An entry in another currency is shared as it was, and loses nothing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from ledger.core.entries import Contents, EntryKind
from ledger.core.exchange_rate import Rate, RateSource
from ledger.core.money import Money
from ledger.core.split_terms import SplitTerms
from ledger.currencies.conversion import converted
from tests.ledger.core.writing import AMOUNT, EUR, INR, any_terms

DAY = date(2026, 3, 4)


@given(any_terms(), st.decimals("0.01", "1000", places=4))
def test_every_way_to_split_stays_what_it_was(terms: SplitTerms, value: Decimal) -> None:
    rate = Rate(EUR, INR, value, RateSource.OWN, DAY)
    shares = terms.shares(Money(AMOUNT, EUR))
    kind = EntryKind.EXPENSE
    before = Contents(kind, AMOUNT, EUR, "x", None, DAY, None, shares, terms)
    after = converted(before, rate)
    assert after.amount == Money(rate.converted(AMOUNT), INR)
    was, now = ({one.member: one for one in of.shares} for of in (before, after))
    # Whoever shared or paid something worth a unit still does; nobody is moved by more than
    # what rounding each number by itself could do, before or behind.
    for member, share in was.items():
        kept = now.get(member)
        owed, paid = (0, 0) if kept is None else (kept.owed_minor, kept.paid_minor)
        assert abs(owed - rate.converted(share.owed_minor)) <= (len(was) + 1) * (int(value) + 2)
        assert abs(paid - rate.converted(share.paid_minor)) <= (len(was) + 1) * (int(value) + 2)
    assert after.split.shares(after.amount) == after.shares
