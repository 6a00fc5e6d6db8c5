"""Two members who are one: what was said of both is said of one, to the last unit."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.core.members import MemberId
from ledger.core.merged_terms import after_merge
from ledger.core.money import Money
from ledger.core.shares import EQUAL_PART, Part, PartKind
from ledger.core.split_terms import SplitTerms, said
from tests.ledger.core.writing import AMOUNT, INR, PEOPLE, any_terms, exact, percent, times

A, B, C, D, E = PEOPLE[:5]


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        (EQUAL_PART, EQUAL_PART, times(2)),
        (EQUAL_PART, times(3), times(4)),
        (times(2), EQUAL_PART, times(3)),
        (times(2), times(3), times(5)),
        (times(0), times(0), times(0)),
        (exact(100), exact(50), exact(150)),
        (percent(10), percent(20), percent(30)),
        (exact(100), percent(20), exact(100 + 24_000)),
        (percent(10), EQUAL_PART, exact(12_000 + 108_000 // 2)),
        (Part(PartKind.ADJUST, 100), Part(PartKind.ADJUST, 300), exact(400 + 2 * 39_866)),
    ],
)
def test_two_parts_of_one_person_are_one(one: Part, other: Part, both: Part) -> None:
    terms = said(((B, one), (C, other), (D, EQUAL_PART)), (A,), ((A, None),))
    shares = terms.shares(Money(AMOUNT, INR))
    merged = after_merge(terms, {C: B}, shares)
    if both.kind is PartKind.EXACT and PartKind.ADJUST in {one.kind, other.kind}:
        assert abs(merged.parts[B].value - both.value) <= 2
    else:
        assert merged.parts == {B: both, D: EQUAL_PART}
        assert merged.named == ((B, both), (D, EQUAL_PART))


def test_what_two_got_back_is_theirs_together() -> None:
    spent = said(((B, exact(100)), (C, percent(20)), (D, EQUAL_PART)), (A,), ((A, None),))
    back = replace(spent, refund=True)
    merged = after_merge(back, {C: B}, back.shares(Money(AMOUNT, INR)))
    assert merged.parts == {B: exact(100 + 24_000), D: EQUAL_PART}


def test_two_who_had_nothing_have_nothing_together() -> None:
    terms = said(((B, exact(0)), (C, percent(0)), (D, EQUAL_PART)), (A,), ((A, None),))
    merged = after_merge(terms, {C: B}, terms.shares(Money(AMOUNT, INR)))
    assert merged.parts == {B: exact(0), D: EQUAL_PART}


def test_a_percentage_stays_one_where_others_take_the_rest() -> None:
    parts = ((B, exact(100)), (C, percent(20)), (D, times(1)), (E, percent(10)))
    terms = said(parts, (A,), ((A, None),))
    merged = after_merge(terms, {C: B}, terms.shares(Money(AMOUNT, INR)))
    assert merged.parts == {B: exact(100 + 24_000), D: times(1), E: percent(10)}


def test_what_a_percentage_came_to_is_exact_where_nobody_takes_the_rest() -> None:
    parts = ((B, percent(50)), (C, exact(0)), (D, percent(50)), (E, times(0)))
    terms = said(parts, (A,), ((A, None),))
    shares = terms.shares(Money(101, INR))
    came_to = {share.member: share.owed_minor for share in shares}
    merged = after_merge(terms, {C: B}, shares)
    assert merged.parts == {B: exact(came_to[B]), D: exact(came_to[D]), E: times(0)}


def test_the_default_share_of_whoever_was_merged_is_theirs() -> None:
    terms = said((), (), ((A, None),), everyone=[A, C])
    terms = replace(terms, weights=((A, 20_000), (C, 30_000)))
    assert after_merge(terms, {C: B}, ()).weights == ((A, 20_000), (B, 30_000))


def test_what_two_of_one_person_paid_is_one_payment() -> None:
    terms = said((), (), ((A, 300), (C, 200), (B, None)), everyone=[A, B, C])
    assert after_merge(terms, {C: A}, ()).payers == ((A, 500), (B, None))
    # Whoever paid the rest by either name pays it.
    assert after_merge(terms, {C: B}, ()).payers == ((A, 300), (B, None))
    assert after_merge(terms, {B: A}, ()).payers == ((A, None), (C, 200))


def test_whoever_shares_by_one_name_is_not_left_out_by_another() -> None:
    terms = said(((B, EQUAL_PART),), (C, D), ((A, None),))
    merged = after_merge(terms, {C: B}, ())
    assert (merged.left_out, merged.sharers) == ((D,), (A, B))
    assert after_merge(terms, {D: C}, ()).left_out == (C,)


def test_a_part_that_came_of_a_merge_is_said() -> None:
    # Nobody was named; of two who are one now, x2 has to be.
    terms = said((), (), ((A, None),), everyone=[A, B, C])
    merged = after_merge(terms, {C: B}, terms.shares(Money(AMOUNT, INR)))
    assert (merged.named, merged.everyone) == (((B, times(2)),), True)


def test_a_percentage_is_exact_where_nobody_is_left_who_takes_the_rest() -> None:
    """33 % of 100.01 are 33.0033: nothing took the fraction once D's rest is B's."""
    amount = Money(10_001, INR)
    terms = said(((A, percent(33)), (B, exact(2_000)), (D, EQUAL_PART)), (), ((A, None),))
    merged = after_merge(terms, {D: B}, terms.shares(amount))
    assert merged.parts == {A: exact(3_300), B: exact(6_701)}
    assert [one.owed_minor for one in merged.shares(amount)] == [3_300, 6_701]


def test_a_percentage_of_whole_units_stays_one() -> None:
    amount = Money(10_000, INR)
    terms = said(((A, percent(33)), (B, exact(2_000)), (D, EQUAL_PART)), (), ((A, None),))
    merged = after_merge(terms, {D: B}, terms.shares(amount))
    assert merged.parts == {A: percent(33), B: exact(6_700)}


@given(any_terms(), st.permutations(PEOPLE))
def test_a_merge_moves_no_more_than_the_rounding(terms: SplitTerms, people: list[MemberId]) -> None:
    merged = {people[0]: people[1]}
    before = terms.shares(Money(AMOUNT, INR))
    after = after_merge(terms, merged, before)
    paid: dict[MemberId, int] = defaultdict(int)
    owing: dict[MemberId, int] = defaultdict(int)
    for share in before:
        paid[merged.get(share.member, share.member)] += share.paid_minor
        owing[merged.get(share.member, share.member)] += share.owed_minor
    for share in after.shares(Money(AMOUNT, INR)):
        assert share.paid_minor == paid[share.member]
        assert abs(share.owed_minor - owing[share.member]) <= 2
        assert share.member != people[0]
    assert people[0] not in {*after.sharers, *after.left_out, *after.people}
