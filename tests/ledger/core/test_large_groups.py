"""What gathers a crowd in groups that settle among themselves, one search at a time."""

from __future__ import annotations

import random
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.core.members import MemberId
from ledger.core.settling import EXACT_UP_TO, Payment, large_groups, plan
from ledger.core.settling.large_groups import (
    _ascending,
    _by_windows,
    _fours,
    _groups,
    _opposites,
    _regrouped,
    _taken,
    _threes,
    _united,
)
from ledger.core.settling.shortest import shortest_plan

Nets = dict[MemberId, int]


def people_with(*values: int) -> Nets:
    return {MemberId(number): value for number, value in enumerate(values, 1)}


def ids(*numbers: int) -> tuple[MemberId, ...]:
    return tuple(map(MemberId, numbers))


def crowd_of(dice: random.Random, *sizes: int) -> Nets:
    """Groups of these sizes that settle among themselves, and by no accident with others."""
    values: list[int] = []
    for size in sizes:
        group = [dice.choice((-1, 1)) * dice.randint(1, 10**12) for _ in range(size - 1)]
        values += [*group, -sum(group)]
    dice.shuffle(values)
    return people_with(*values)


def sums(groups: list[tuple[MemberId, ...]], nets: Mapping[MemberId, int]) -> set[int]:
    return {sum(nets[member] for member in group) for group in groups}


def test_opposites_are_paired_first_come_first_served() -> None:
    nets = people_with(5, 5, -3, -5, -5, -5, 3)
    assert _opposites(nets) == [ids(1, 4), ids(2, 5), ids(3, 7)]


def test_threes_that_sum_to_zero_are_found() -> None:
    assert _threes(people_with(7, 1, -9, 2, 100)) == [ids(1, 3, 4), ids(1, 4, 3), ids(3, 4, 1)]
    assert _threes(people_with(4, -8, 50, 4)) == [ids(1, 2, 4), ids(1, 4, 2)]
    # Nobody stands in for two.
    assert _threes(people_with(4, -8, 50)) == []
    assert _threes(people_with(-8, 4, 50)) == []


def test_fours_that_sum_to_zero_are_found() -> None:
    assert _fours(people_with(1, 20, 300, -321)) == [
        ids(1, 4, 2, 3),
        ids(1, 3, 2, 4),
        ids(1, 2, 3, 4),
    ]
    # Nobody stands in for two.
    assert _fours(people_with(4, -1, -7)) == []
    assert _fours(people_with(-1, -7, 4)) == []
    assert _fours(people_with(-1, 4, -7)) == []


def test_of_a_crowd_only_so_many_are_paired(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(large_groups, "_PAIRED_UP_TO", 4)
    assert _threes(people_with(100, 1, 2, -3, 500))
    assert not _threes(people_with(100, 500, 1, 2, -3))
    assert _fours(people_with(1, 20, 300, -321))
    assert not _fours(people_with(500, 1, 20, 300, -321))


def test_who_is_taken_is_not_taken_again() -> None:
    rest = people_with(1, -1, 1, -1, 5)
    assert _taken([ids(1, 2), ids(2, 3), ids(3, 4)], rest) == [ids(1, 2), ids(3, 4)]
    assert rest == {MemberId(5): 5}


def test_the_smallest_debts_are_paid_to_the_smallest_credits() -> None:
    one, two, three, four, five = ids(1, 2, 3, 4, 5)
    nets = {one: -7, two: 4, three: -2, four: 9, five: -4}
    assert _ascending(nets) == [
        Payment(three, two, 2),
        Payment(five, two, 2),
        Payment(five, four, 2),
        Payment(one, four, 7),
    ]
    # Of equal ones the lower number comes first.
    assert _ascending({four: 3, two: 3, three: -3, one: -3}) == [
        Payment(one, two, 3),
        Payment(three, four, 3),
    ]


def test_windows_find_what_is_near_in_size() -> None:
    near = people_with(1, 2, 3, -6, 10, 20, 30, -60)
    assert _by_windows(near, 1) == [ids(1, 2, 3, 4), ids(5, 6, 7, 8)]


@pytest.mark.parametrize("stride", [1, 2, 3, 5])
def test_windows_find_groups_of_any_size_among_a_few(stride: int) -> None:
    nets = crowd_of(random.Random(stride), 5, 6, 7)
    found = _by_windows(nets, stride)
    assert sorted(map(len, found)) == [5, 6, 7]
    assert sums(found, nets) == {0}


def test_windows_go_on_where_nothing_is_found() -> None:
    # Powers of two settle with nobody, and fill the window before the others come.
    values = [2**place for place in range(30)]
    late = [10**12, 10**12 + 1, -2 * 10**12 - 1]
    assert _by_windows(people_with(*values, *late), 1) == [ids(31, 32, 33)]


def _threefold(count: int) -> list[int]:
    """Values no two sums of which are equal, each more than twice the one before."""
    return [10 * 3**place for place in range(count)]


def test_a_window_keeps_who_is_left_when_a_group_has_gone() -> None:
    # Nineteen fill the window; two of them go, and of the others the later half stays.
    left = _threefold(17)
    nets = people_with(1, -1, *left, -left[15] - left[16], 10**14)
    assert _by_windows(nets, 1) == [ids(1, 2), ids(18, 19, 20)]
    # Those who have waited longest have made room, and are not met again.
    nets = people_with(1, -1, *left, -left[6] - left[7] - left[16], 10**14)
    assert _by_windows(nets, 1) == [ids(1, 2)]


def test_a_window_of_which_half_is_left_keeps_them_all() -> None:
    # Nine go, and ten are left: nobody makes room.
    left = _threefold(10)
    nets = people_with(1, -1, 2, -2, 3, -3, 4, 5, -9, *left, -left[0] - left[9], 10**14)
    found = _by_windows(nets, 1)
    assert sum(map(len, found[:-1])) == 9
    assert found[-1] == ids(10, 19, 20)


def test_a_window_has_room_for_nineteen() -> None:
    values = _threefold(18)
    nets = people_with(*values, -values[0] - values[17])
    assert _by_windows(nets, 1) == [ids(1, 18, 19)]


def test_windows_search_the_smallest_of_a_crowd(monkeypatch: pytest.MonkeyPatch) -> None:
    nets = people_with(1000, 2000, -3000, 5, 6, -11)
    monkeypatch.setattr(large_groups, "_SEARCHED", 3)
    assert _by_windows(nets, 1) == [ids(4, 5, 6)]


def test_a_stride_meets_those_whom_neighbours_keep_apart() -> None:
    # Sorted by size, every second one belongs to the group of ten, the others to nobody.
    dice = random.Random(4)
    group = [dice.choice((-1, 1)) * dice.randint(10**9, 10**10) for _ in range(9)]
    group.append(-sum(group))
    nets = people_with(*group)
    others = sorted(abs(value) for value in group)
    strangers = {
        MemberId(100 + place): size + 1 + 7**place for place, size in enumerate(others)
    } | {MemberId(200 + place): 10**12 + 9**place for place in range(19)}
    assert ids(*range(1, 11)) in _by_windows(nets | strangers, 2)


def test_groups_pooled_are_parted_better() -> None:
    # Gathered as two, they are three: 1 with -1, 2 with -2, and the rest.
    nets = people_with(1, 2, 30, -33, -1, -2, 40, -37)
    parted = _regrouped([ids(1, 2, 3, 4), ids(5, 6, 7, 8)], nets)
    assert sorted(parted) == [ids(1, 5), ids(2, 6), ids(3, 4, 7, 8)]


def test_only_as_many_are_pooled_as_can_be_searched() -> None:
    nets = people_with(*[1, 2, 30, -33] * 5, -1, -2, 40, -37)
    five = [ids(*range(first, first + 4)) for first in range(1, 21, 4)]
    parted = _regrouped([*five, ids(21, 22, 23, 24)], nets)
    # The first twenty fill the pool; the last group stands alone.
    assert parted == [*five, ids(21, 22, 23, 24)]
    assert len(_regrouped([*five[1:], ids(21, 22, 23, 24)], nets)) == 6


def test_a_group_too_large_to_search_stays_as_it_is() -> None:
    nets = people_with(*range(1, 23), -sum(range(1, 23)))
    large = ids(*range(1, 24))
    small = people_with(*range(1, 23), -sum(range(1, 23)), 5, -5)
    assert _regrouped([large], nets) == [large]
    assert _regrouped([ids(24, 25), large], small) == [large, ids(24, 25)]


def test_two_groups_too_large_to_search_both_stay() -> None:
    nets = people_with(*range(1, 23), -sum(range(1, 23)), *range(1, 22), -sum(range(1, 22)))
    large, other = ids(*range(1, 24)), ids(*range(24, 46))
    assert _regrouped([other, large], nets) == [large, other]


def test_a_group_as_large_as_can_be_searched_is_parted() -> None:
    values = _threefold(9)
    nets = people_with(*values, -sum(values), *(7 * value for value in values), -7 * sum(values))
    assert _regrouped([ids(*range(1, 21))], nets) == [ids(*range(1, 11)), ids(*range(11, 21))]


def test_the_largest_groups_are_pooled_first(monkeypatch: pytest.MonkeyPatch) -> None:
    pools: list[list[MemberId]] = []

    def spy(nets: Mapping[MemberId, int]) -> tuple[Payment, ...]:
        pools.append(sorted(nets))
        return shortest_plan(nets)

    monkeypatch.setattr(large_groups, "shortest_plan", spy)
    sizes = (4, 12, 8, 12)
    firsts = [sum(sizes[:place]) + 1 for place in range(len(sizes))]
    groups = [ids(*range(f, f + size)) for f, size in zip(firsts, sizes, strict=True)]
    values = [v for size in sizes for v in (*_threefold(size - 1), -sum(_threefold(size - 1)))]
    _regrouped(groups, people_with(*values))
    four, twelve, eight, other_twelve = groups
    assert pools == [list(twelve), sorted((*other_twelve, *eight)), list(four)]


def test_payments_unite_people() -> None:
    one, two, three, four, five, six = ids(1, 2, 3, 4, 5, 6)
    apart = [Payment(one, two, 1), Payment(three, four, 1), Payment(five, six, 1)]
    assert _united(apart) == [ids(1, 2), ids(3, 4), ids(5, 6)]
    assert _united([*apart, Payment(six, two, 1)]) == [ids(1, 2, 5, 6), ids(3, 4)]
    assert _united([*apart, Payment(two, one, 1)]) == [ids(1, 2), ids(3, 4), ids(5, 6)]
    assert _united([*apart, Payment(six, two, 1), Payment(four, five, 1)]) == [
        ids(1, 2, 3, 4, 5, 6)
    ]


@pytest.mark.parametrize("size", [2, 3, 4, 6])
def test_a_crowd_of_small_groups_falls_into_them(size: int) -> None:
    count = 36 // size
    nets = crowd_of(random.Random(size), *[size] * count)
    found = _groups(nets)
    assert sums(found, nets) == {0}
    assert sorted(member for group in found for member in group) == sorted(nets)
    if size < 5:
        assert sorted(map(len, found)) == [size] * count
    assert len(plan(nets)) == 36 - count


def test_what_no_search_parts_stays_together() -> None:
    nets = people_with(*(2**place for place in range(30)), 1 - 2**30)
    assert _groups(nets) == [ids(*range(1, 32))]


def test_up_to_twenty_are_left_to_the_exact_search() -> None:
    nets = crowd_of(random.Random(1), *[2] * 10)
    assert _groups(nets) == [tuple(nets)]


def test_where_gathering_loses_the_smallest_to_the_smallest_is_paid() -> None:
    """Two opposites from the first and the last of three groups tear the second apart.

    Paying in the order of size closes each of the three groups by itself, and they are too
    large for any search.
    """
    dice = random.Random(3)
    unit = 10**9
    values: list[int] = []
    for debt, credit in ((1, 4), (3, 9), (5, 14)):
        debts = [-dice.randint(debt * unit, (debt + 1) * unit - 1) for _ in range(18)]
        credits_ = [dice.randint(credit * unit - unit // 9, credit * unit) for _ in range(6)]
        if debt == 1:
            credits_[0] = 5 * unit + unit // 2
        if debt == 5:
            debts[0] = -(5 * unit + unit // 2)
        values += [*debts, *credits_, -sum(debts) - sum(credits_)]
    nets = people_with(*values)
    simple = _ascending(nets)
    gathered = sum(
        len(_ascending(among) if len(among) > EXACT_UP_TO else shortest_plan(among))
        for group in _regrouped(_groups(nets), nets)
        for among in [{member: nets[member] for member in group}]
    )
    assert len(simple) < gathered
    assert plan(nets) == tuple(sorted(simple))


@given(st.lists(st.integers(-30, 30).filter(bool), min_size=20, max_size=26))
def test_a_crowd_is_never_worse_off_than_by_size(values: list[int]) -> None:
    nets = people_with(*values, *([-sum(values)] if sum(values) else []))
    assert len(plan(nets)) <= len(_ascending(nets))
