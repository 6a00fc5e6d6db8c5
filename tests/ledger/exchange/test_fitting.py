"""What an entry of a file is here: terms that say how it was shared, and shares to the unit."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.core.entries import EntryKind
from ledger.core.members import MemberId
from ledger.core.money import Currency
from ledger.core.shares import PartKind
from ledger.exchange.fitting import contents_of
from ledger.exchange.foreign_book import Amounts, ForeignEntry

EUR = Currency("EUR")
MEMBERS = [MemberId(n) for n in (7, 3, 9, 5)]


def entry(paid: Amounts, owed: Amounts, *, refund: bool = False) -> ForeignEntry:
    return ForeignEntry(
        row=1,
        key="k",
        kind=EntryKind.EXPENSE,
        on=date(2024, 1, 2),
        description="x",
        currency=EUR,
        amount_minor=sum(minor for _, minor in paid),
        paid=paid,
        owed=owed,
        refund=refund,
    )


amounts = st.dictionaries(st.integers(0, 3), st.integers(1, 50), min_size=1).map(
    lambda found: tuple(sorted(found.items()))
)


@given(amounts, amounts, st.booleans())
def test_shares_are_what_the_file_says(paid: Amounts, owed: Amounts, refund: bool) -> None:
    off = sum(n for _, n in paid) - sum(n for _, n in owed)
    (who, minor), *rest = owed if off > 0 else paid
    made_up = ((who, minor + abs(off)), *rest)
    paid, owed = (paid, made_up) if off > 0 else (made_up, owed)
    contents = contents_of(entry(paid, owed, refund=refund), MEMBERS)
    assert contents is not None
    assert {s.member: s.paid_minor for s in contents.payers} == {MEMBERS[w]: n for w, n in paid}
    assert {s.member: s.owed_minor for s in contents.owers} == {MEMBERS[w]: n for w, n in owed}
    assert contents.shares == contents.split.shares(contents.amount)
    assert contents.is_refund is refund


@pytest.mark.parametrize("extra", [0, 1, 2, 3])
def test_an_equal_split_stays_one_whoever_has_the_last_cents(extra: int) -> None:
    for last in permutations(range(4), extra):
        owed = tuple((who, 25 + (who in last)) for who in range(4))
        contents = contents_of(entry(((1, 100 + extra),), owed), MEMBERS)
        assert contents is not None
        # Two cents can't go to two who are not neighbours, as ours go to people in a row.
        places = sorted(sorted(MEMBERS).index(MEMBERS[who]) for who in last)
        apart = extra == 2 and places in ([0, 2], [1, 3])
        kinds = {part.kind for part in contents.split.parts.values()}
        assert kinds == {PartKind.EXACT if apart else PartKind.EQUAL}
