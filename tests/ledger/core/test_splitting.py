"""Dividing an amount: fixed parts, weights, leftover units, and what is refused."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.core.errors import Code, LedgerError
from ledger.core.members import MemberId
from ledger.core.money import Money
from ledger.core.shares import EQUAL_PART, Part, PartKind
from ledger.core.splitting import divide, paid_by
from tests.ledger.core.writing import INR, amounts, mixes

A, B, C, D = (MemberId(number) for number in range(1, 5))


def exact(minor: int) -> Part:
    return Part(PartKind.EXACT, minor)


def adjust(minor: int) -> Part:
    return Part(PartKind.ADJUST, minor)


def percent(value: str) -> Part:
    return Part(PartKind.PERCENT, int(Decimal(value) * 10_000))


def shares(value: str) -> Part:
    return Part(PartKind.SHARES, int(Decimal(value) * 10_000))


@pytest.mark.parametrize(
    ("amount", "parts", "expected"),
    [
        (120_000, {A: EQUAL_PART, B: EQUAL_PART}, {A: 60_000, B: 60_000}),
        (120_000, {B: exact(50_000), C: exact(70_000)}, {B: 50_000, C: 70_000}),
        (
            120_000,
            {A: EQUAL_PART, B: exact(50_000), C: EQUAL_PART},
            {A: 35_000, B: 50_000, C: 35_000},
        ),
        (
            600_000,
            {A: percent("25"), B: percent("40"), C: percent("35")},
            {A: 150_000, B: 240_000, C: 210_000},
        ),
        (90_000, {B: shares("2"), C: shares("1")}, {B: 60_000, C: 30_000}),
        (90_000, {B: shares("0.5"), C: EQUAL_PART}, {B: 30_000, C: 60_000}),
        (
            120_000,
            {A: EQUAL_PART, B: adjust(-6_000), C: EQUAL_PART},
            {A: 42_000, B: 36_000, C: 42_000},
        ),
        (
            1_000,
            {A: percent("50"), B: exact(100), C: shares("3"), D: adjust(40)},
            {A: 500, B: 100, C: 270, D: 130},
        ),
        (1_000, {A: EQUAL_PART, B: exact(0), C: percent("0")}, {A: 1_000, B: 0, C: 0}),
        (1_000, {A: EQUAL_PART, B: exact(1_000)}, {A: 0, B: 1_000}),
        (1, {A: percent("50"), B: percent("50"), C: shares("0")}, {A: 1, B: 0, C: 0}),
    ],
)
def test_fixed_parts_first_then_weights(
    amount: int, parts: dict[MemberId, Part], expected: dict[MemberId, int]
) -> None:
    result = divide(amount, parts, 0, INR)
    assert result == expected
    assert list(result) == list(parts)


def test_leftover_units_go_to_the_largest_fractions() -> None:
    # The exact shares are 1.5, 0.9 and 0.6.
    assert divide(3, {A: shares("5"), B: shares("3"), C: shares("2")}, 0, INR) == {
        A: 1,
        B: 1,
        C: 1,
    }
    # 33.3 % twice, and the rest: all whole, nothing moves.
    parts = {A: EQUAL_PART, B: percent("33.3"), C: percent("33.3")}
    assert divide(100_000, parts, 7, INR) == {A: 33_400, B: 33_300, C: 33_300}


def test_ties_rotate_with_the_entry_so_that_everybody_gets_the_extra_unit_as_often() -> None:
    parts = {A: EQUAL_PART, B: EQUAL_PART, C: EQUAL_PART}
    assert [divide(100, parts, number, INR)[A] for number in range(3)] == [34, 33, 33]
    extra: Counter[MemberId] = Counter()
    for number in range(30):
        for member, minor in divide(101, parts, number, INR).items():
            extra[member] += minor - 33
    assert extra == {A: 20, B: 20, C: 20}


def test_ties_rotate_among_those_tied_only() -> None:
    parts = {A: exact(1), B: EQUAL_PART, C: EQUAL_PART}
    given_to = Counter(
        max((B, C), key=divide(4, parts, number, INR).__getitem__) for number in range(10)
    )
    assert given_to == {B: 5, C: 5}


def refusal(amount: int, parts: dict[MemberId, Part]) -> LedgerError:
    with pytest.raises(LedgerError) as refused:
        divide(amount, parts, 1, INR)
    return refused.value


def test_nobody_shares() -> None:
    assert refusal(100, {}).code is Code.NOBODY_SHARES


def test_fixed_parts_below_the_amount_say_how_much_is_missing() -> None:
    error = refusal(120_000, {B: exact(50_000), C: exact(60_000)})
    assert error.code is Code.PARTS_BELOW_AMOUNT
    assert error.details == {
        "amount": Money(120_000, INR),
        "missing": Money(10_000, INR),
        "percent": None,
    }


def test_percentages_must_meet_the_amount_exactly() -> None:
    error = refusal(10_000, {A: percent("33.333"), B: percent("33.333"), C: percent("33.333")})
    assert error.code is Code.PARTS_BELOW_AMOUNT
    # A tenth of a paisa is missing, which is not nothing.
    assert error.details["missing"] == Money(1, INR)
    assert error.details["percent"] == Decimal("99.999")
    with_rest = {A: percent("33.333"), B: percent("33.333"), C: EQUAL_PART}
    assert divide(10_000, with_rest, 1, INR) == {A: 3_333, B: 3_333, C: 3_334}


def test_a_weight_of_nothing_leaves_the_amount_open() -> None:
    error = refusal(100, {A: shares("0")})
    assert error.code is Code.PARTS_BELOW_AMOUNT
    assert error.details["missing"] == Money(100, INR)


@pytest.mark.parametrize("rest", [{}, {A: EQUAL_PART}])
def test_fixed_parts_above_the_amount_say_by_how_much(rest: dict[MemberId, Part]) -> None:
    error = refusal(120_000, {B: exact(90_000), C: exact(40_000)} | rest)
    assert error.code is Code.PARTS_ABOVE_AMOUNT
    assert error.details["excess"] == Money(10_000, INR)
    assert error.details["amount"] == Money(120_000, INR)


def test_percentages_above_100() -> None:
    error = refusal(120_000, {B: percent("60"), C: percent("50.5"), A: EQUAL_PART})
    assert error.code is Code.PERCENT_ABOVE_100
    assert error.details == {"percent": Decimal("110.5")}
    by_a_hair = refusal(120_000, {B: percent("60"), C: percent("40.0001")})
    assert by_a_hair.details == {"percent": Decimal("100.0001")}
    also_exact = refusal(120_000, {B: percent("100"), C: exact(5)})
    assert also_exact.code is Code.PARTS_ABOVE_AMOUNT


def test_negative_shares_name_the_member() -> None:
    error = refusal(120_000, {A: EQUAL_PART, B: adjust(-200_000)})
    assert error.code is Code.NEGATIVE_SHARE
    assert error.details == {"member": B, "share": Money(-40_000, INR)}
    assert refusal(100, {A: exact(150), B: exact(-50)}).details["member"] == B


@given(st.data(), amounts, st.integers(0, 1000))
def test_shares_sum_to_the_amount_for_every_mix(
    data: st.DataObject, amount: int, rotation: int
) -> None:
    parts = data.draw(mixes(amount))
    try:
        result = divide(amount, parts, rotation, INR)
    except LedgerError as error:
        pytest.fail(f"{error.code} for {parts}")
    assert sum(result.values()) == amount
    assert list(result) == list(parts)
    exact_shares = exact_division(amount, parts)
    for member, minor in result.items():
        assert abs(minor - exact_shares[member]) < 1


def exact_division(amount: int, parts: dict[MemberId, Part]) -> dict[MemberId, Fraction]:
    """The same rule in fractions, written the plain way."""
    fixed: dict[MemberId, Fraction] = {}
    weight: dict[MemberId, Fraction] = {}
    for member, part in parts.items():
        kind, value = part.kind, Fraction(part.value)
        fixed[member] = {
            PartKind.EXACT: value,
            PartKind.ADJUST: value,
            PartKind.PERCENT: amount * value / 1_000_000,
        }.get(kind, Fraction(0))
        weight[member] = {
            PartKind.EQUAL: Fraction(1),
            PartKind.ADJUST: Fraction(1),
            PartKind.SHARES: value / 10_000,
        }.get(kind, Fraction(0))
    rest = amount - sum(fixed.values())
    total = sum(weight.values())
    return {member: fixed[member] + rest * weight[member] / total for member in parts}


@given(st.data(), amounts)
def test_shares_differ_by_a_unit_at_most_whatever_the_number(
    data: st.DataObject, amount: int
) -> None:
    parts = data.draw(mixes(amount))
    one, other = (divide(amount, parts, number, INR) for number in (3, 4))
    assert all(abs(one[member] - other[member]) <= 1 for member in parts)


def test_one_payer_without_a_number_takes_the_rest() -> None:
    assert paid_by(120_000, {A: None}, INR) == {A: 120_000}
    assert paid_by(120_000, {B: 70_000, A: None}, INR) == {B: 70_000, A: 50_000}
    assert paid_by(120_000, {B: 70_000, C: 50_000}, INR) == {B: 70_000, C: 50_000}
    assert paid_by(120_000, {B: 120_000, A: None}, INR) == {B: 120_000, A: 0}


@pytest.mark.parametrize(
    ("payers", "paid", "difference"),
    [
        ({B: 70_000, D: 40_000}, 110_000, 10_000),
        ({B: 70_000, D: 60_000}, 130_000, -10_000),
        ({B: 130_000, D: None}, 130_000, -10_000),
        ({B: 119_999}, 119_999, 1),
        ({B: 120_001, D: None}, 120_001, -1),
        ({}, 0, 120_000),
    ],
)
def test_payments_must_meet_the_amount(
    payers: dict[MemberId, int | None], paid: int, difference: int
) -> None:
    with pytest.raises(LedgerError) as refused:
        paid_by(120_000, payers, INR)
    assert refused.value.code is Code.PAID_NOT_AMOUNT
    assert refused.value.details == {
        "paid": Money(paid, INR),
        "amount": Money(120_000, INR),
        "difference": Money(difference, INR),
    }


def test_nobody_pays_less_than_nothing() -> None:
    with pytest.raises(LedgerError) as refused:
        paid_by(100, {A: -50, B: None}, INR)
    assert refused.value.code is Code.NEGATIVE_SHARE
    assert refused.value.details == {"member": A, "share": Money(-50, INR)}


def test_parts_that_fall_short_by_a_fraction_of_a_unit_are_refused() -> None:
    short = refusal(1, {A: percent("99.9999")})
    assert short.code is Code.PARTS_BELOW_AMOUNT
    assert short.details == {
        "amount": Money(1, INR),
        "missing": Money(1, INR),
        "percent": Decimal("99.9999"),
    }
    assert refusal(100, {A: percent("50"), B: exact(49)}).details["percent"] is None


def test_nothing_is_refused_at_the_edges() -> None:
    assert divide(100, {A: adjust(-50), B: EQUAL_PART}, 0, INR) == {A: 25, B: 75}
    assert divide(100, {A: adjust(-100), B: EQUAL_PART}, 0, INR) == {A: 0, B: 100}
    assert paid_by(100, {A: 0, B: None}, INR) == {A: 0, B: 100}
