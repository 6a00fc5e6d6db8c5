"""The plan: the fewest payments, stable, never unfair, and quick for crowds."""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import cache
from itertools import combinations

import debts as ihatemoney
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.core.members import MemberId
from ledger.core.settling import EXACT_UP_TO, Payment, plan, plan_along_pairs
from ledger.core.settling.zero_sums import most_disjoint, zero_sum_sets
from tests.ledger.core.writing import PEOPLE

A, B, C, D = PEOPLE[:4]

Nets = dict[MemberId, int]


def people_with(values: Sequence[int]) -> Nets:
    return {MemberId(number): value for number, value in enumerate(values, 1)}


def after(nets: Nets, payments: Sequence[Payment]) -> Nets:
    """What is left open when payments are made; each within what is owed on both sides."""
    left = dict(nets)
    for payment in payments:
        assert 0 < payment.minor <= min(-left[payment.payer], left[payment.payee])
        left[payment.payer] += payment.minor
        left[payment.payee] -= payment.minor
    return {member: minor for member, minor in left.items() if minor}


def balanced(most_people: int, *, least: int = 0) -> st.SearchStrategy[Nets]:
    """Nets that sum to zero, often with people who can settle among themselves."""
    amounts = st.one_of(st.integers(-5, 5), st.integers(-40, 40), st.integers(-(10**13), 10**13))
    return st.lists(amounts, min_size=least, max_size=most_people - 1).map(
        lambda values: people_with([*values, -sum(values)])
    )


def test_nobody_pays_when_everybody_is_square() -> None:
    assert plan({}) == ()
    assert plan({A: 0, B: 0}) == ()


def test_the_trip() -> None:
    nets = {A: 2500, B: -1900, C: -600}
    assert plan(nets) == (Payment(B, A, 1900), Payment(C, A, 600))
    assert plan({A: 600, B: 0, C: -600}) == (Payment(C, A, 600),)


def test_those_who_can_settle_among_themselves_do() -> None:
    assert plan({A: -5, B: -7, C: 7, D: 5}) == (Payment(A, D, 5), Payment(B, C, 7))


def test_among_equal_plans_the_smallest_is_chosen() -> None:
    assert plan({A: -5, B: -5, C: 5, D: 5}) == (Payment(A, C, 5), Payment(B, D, 5))
    assert plan({A: -5, B: -3, C: 4, D: 4}) == (
        Payment(A, C, 4),
        Payment(A, D, 1),
        Payment(B, D, 3),
    )


def fewest_by_search(nets: Nets) -> int:
    """The fewest payments, by trying whom somebody pays first: knows no groups or subsets.

    Where a shortest plan has one person pay another anything, some shortest plan has them
    pay all that is possible, since the rest of their group can be settled along a chain.
    """

    @cache
    def fewest(open_values: tuple[int, ...]) -> int:
        debts = sorted({value for value in open_values if value < 0})
        credits_ = sorted({value for value in open_values if value > 0})
        best = len(open_values)
        # The largest debt has to be paid to somebody, and payments may be made in any order.
        for credit in credits_ if debts else []:
            minor = min(-debts[0], credit)
            left = list(open_values)
            left.remove(debts[0])
            left.remove(credit)
            left += [value for value in (debts[0] + minor, credit - minor) if value]
            best = min(best, 1 + fewest(tuple(sorted(left))))
        return 0 if not debts else best

    return fewest(tuple(sorted(value for value in nets.values() if value)))


@given(balanced(7))
def test_the_plan_has_the_fewest_payments(nets: Nets) -> None:
    assert len(plan(nets)) == fewest_by_search(nets)


@pytest.mark.parametrize("people", [8, 9, 10])
@pytest.mark.parametrize("most", [4, 20, 1000])
def test_the_plan_has_the_fewest_payments_for_up_to_ten(people: int, most: int) -> None:
    dice = random.Random(people * most)
    for _ in range(4):
        values = [dice.choice((-1, 1)) * dice.randint(1, most) for _ in range(people - 1)]
        nets = people_with([*values, -sum(values)])
        assert len(plan(nets)) == fewest_by_search(nets)


@given(balanced(EXACT_UP_TO))
def test_following_the_plan_ends_at_zero_in_fewer_payments_than_people(nets: Nets) -> None:
    payments = plan(nets)
    assert after(nets, payments) == {}
    open_balances = sum(1 for minor in nets.values() if minor)
    assert len(payments) <= max(0, open_balances - 1)
    assert list(payments) == sorted(payments)


@given(balanced(EXACT_UP_TO))
def test_after_any_payment_in_full_the_others_stand_unchanged(nets: Nets) -> None:
    payments = plan(nets)
    for payment in payments:
        others = tuple(other for other in payments if other != payment)
        assert plan(after(nets, [payment])) == others


@given(balanced(12), st.data())
def test_any_payments_made_in_any_order_leave_the_others(nets: Nets, data: st.DataObject) -> None:
    payments = plan(nets)
    order = data.draw(st.permutations(payments))
    made = order[: data.draw(st.integers(0, len(order)))]
    assert plan(after(nets, made)) == tuple(sorted(set(payments) - set(made)))


@given(balanced(10, least=2), st.data())
def test_after_a_part_payment_the_plan_is_no_longer_than_before(
    nets: Nets, data: st.DataObject
) -> None:
    payments = plan(nets)
    if payments:
        payment = data.draw(st.sampled_from(payments))
        part = Payment(payment.payer, payment.payee, data.draw(st.integers(1, payment.minor)))
        assert len(plan(after(nets, [part]))) <= len(payments)


@given(balanced(30, least=21))
def test_crowds_are_settled_too(nets: Nets) -> None:
    payments = plan(nets)
    assert after(nets, payments) == {}
    assert len(payments) <= max(0, sum(1 for minor in nets.values() if minor) - 1)
    assert list(payments) == sorted(payments)


@pytest.mark.parametrize("people", [5, 20, 21, 50, 200])
@pytest.mark.parametrize("most", [10, 1000, 10**7])
def test_the_plan_is_never_longer_than_that_of_debts(people: int, most: int) -> None:
    dice = random.Random(people + most)
    values = [dice.choice((-1, 1)) * dice.randint(1, most) for _ in range(people - 1)]
    nets = people_with([*values, -sum(values)])
    payments = plan(nets)
    assert after(nets, payments) == {}
    theirs = ihatemoney.settle([(member, minor) for member, minor in nets.items() if minor])
    assert len(payments) <= len(theirs)


@pytest.mark.parametrize(("people", "size"), [(24, 2), (30, 3), (40, 4), (25, 5)])
def test_in_crowds_small_groups_are_found(people: int, size: int) -> None:
    dice = random.Random(people)
    values: list[int] = []
    for _ in range(people // size):
        group = [dice.randint(1, 10**9) for _ in range(size - 1)]
        values += [*group, -sum(group)]
    dice.shuffle(values)
    assert len(plan(people_with(values))) == people - people // size


def test_a_large_crowd_has_a_plan() -> None:
    dice = random.Random(500)
    values = [dice.randint(-(10**6), 10**6) for _ in range(520)]
    nets = people_with([*values, -sum(values)])
    assert after(nets, plan(nets)) == {}


@given(st.lists(st.integers(-9, 9).filter(bool), max_size=9))
def test_families_of_zero_sum_sets(values: list[int]) -> None:
    family = zero_sum_sets(values)
    for index in range(1 << len(values)):
        total = sum(value for place, value in enumerate(values) if index >> place & 1)
        assert bool(family >> index & 1) == (index > 0 and total == 0)


@given(st.lists(st.integers(-4, 4).filter(bool), max_size=7))
def test_the_most_disjoint_zero_sum_sets(values: list[int]) -> None:
    @cache
    def most(places: frozenset[int]) -> int:
        ordered = sorted(places)
        found = [
            1 + most(places - set(group))
            for size in range(2, len(ordered) + 1)
            for group in combinations(ordered, size)
            if sum(values[place] for place in group) == 0
        ]
        return max(found, default=0)

    everybody = frozenset(range(len(values)))
    count, family = most_disjoint(values)
    assert count == most(everybody)
    for place in everybody:
        lacking = (1 << len(values)) - 1 - (1 << place)
        assert bool(family >> lacking & 1) == (most(everybody - {place}) == count)


def test_along_pairs_each_two_settle_their_own() -> None:
    pairs = {(B, A): 100, (A, B): 30, (C, B): 5, (C, D): -7, (A, D): 4, (D, A): 4}
    assert plan_along_pairs(pairs) == (
        Payment(B, A, 70),
        Payment(C, B, 5),
        Payment(D, C, 7),
    )


def test_along_pairs_whoever_owes_pays_the_other_whatever_the_ids() -> None:
    one, two, three = MemberId(1), MemberId(2), MemberId(3)
    assert plan_along_pairs({(one, two): 1, (three, one): 5, (two, three): 4, (three, two): 4}) == (
        Payment(one, two, 1),
        Payment(three, one, 5),
    )
