"""An entry told pairwise, and the rounding that keeps rows and columns."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.core.controlled_rounding import controlled_rounding
from ledger.core.entries import Contents
from ledger.core.members import MemberId
from ledger.core.shares import Debt, Share
from ledger.core.splitting import debts
from tests.ledger.core.writing import expense, expenses, payment

A, B, C, D = (MemberId(number) for number in range(1, 5))


def test_with_one_payer_everybody_else_owes_their_share() -> None:
    contents = expense({B: 300}, {A: 100, B: 100, C: 100})
    assert debts(contents.shares) == (Debt(A, B, 100), Debt(C, B, 100))


def test_a_payment_makes_the_payee_owe_the_payer() -> None:
    assert debts(payment(B, A, 1900).shares) == (Debt(A, B, 1900),)


def test_with_several_payers_each_owes_in_proportion() -> None:
    contents = expense({B: 700, D: 500}, {A: 600, C: 600})
    assert debts(contents.shares) == (
        Debt(A, B, 350),
        Debt(A, D, 250),
        Debt(C, B, 350),
        Debt(C, D, 250),
    )


def test_own_share_is_no_debt() -> None:
    assert debts(expense({A: 500}, {A: 500}).shares) == ()
    # Alice's own 50 of the 100 she paid; the other half she owes Bob, who paid as much.
    contents = expense({A: 100, B: 100}, {A: 100, B: 100})
    assert debts(contents.shares) == (Debt(A, B, 50), Debt(B, A, 50))


def test_rounding_row_by_row_would_lose_what_was_paid() -> None:
    # Each cell is 1/3 of a unit; rows of 1 and columns of 1 must come out.
    contents = expense({A: 1, B: 1, C: 1}, {A: 1, B: 1, C: 1})
    told = debts(contents.shares)
    nets: dict[MemberId, int] = defaultdict(int)
    for debt in told:
        nets[debt.debtor] -= debt.minor
        nets[debt.creditor] += debt.minor
    assert not any(nets.values())


def test_the_order_of_shares_does_not_matter() -> None:
    contents = expense({A: 333, C: 334, D: 333}, {A: 250, B: 250, C: 250, D: 250})
    assert debts(contents.shares) == debts(contents.shares[::-1])


@given(expenses())
def test_debts_are_the_proportions_and_add_up_to_the_shares(contents: Contents) -> None:
    told = debts(contents.shares)
    by_member = {share.member: share for share in contents.shares}
    nets: dict[MemberId, int] = defaultdict(int)
    for debt in told:
        assert debt.minor > 0
        assert debt.debtor != debt.creditor
        share: Share = by_member[debt.debtor]
        proportion = share.owed_minor * by_member[debt.creditor].paid_minor
        assert abs(debt.minor * contents.amount_minor - proportion) < contents.amount_minor
        nets[debt.debtor] -= debt.minor
        nets[debt.creditor] += debt.minor
    for member, share in by_member.items():
        assert nets[member] == share.paid_minor - share.owed_minor


@st.composite
def margins(draw: st.DrawFn) -> tuple[list[int], list[int]]:
    """Row and column sums with the same total."""
    most = draw(st.sampled_from([2, 5, 100, 10**9]))
    rows = draw(st.lists(st.integers(1, most), min_size=1, max_size=12))
    total = sum(rows)
    cuts = draw(st.sets(st.integers(1, max(1, total - 1)), max_size=8))
    edges = [0, *sorted(cut for cut in cuts if cut < total), total]
    return rows, [after - before for before, after in pairwise(edges)]


@given(margins())
def test_every_cell_is_rounded_up_or_down_and_both_sums_are_kept(
    sums: tuple[list[int], list[int]],
) -> None:
    rows, columns = sums
    total = sum(rows)
    table = controlled_rounding(rows, columns)
    assert [sum(row) for row in table] == rows
    assert [sum(column) for column in zip(*table, strict=True)] == columns
    for row, cells in zip(rows, table, strict=True):
        for column, cell in zip(columns, cells, strict=True):
            assert (
                type(cell) is int
            )  # A float would be equal, and may be off by a unit above 2**53.
            assert cell in (row * column // total, -(-row * column // total))


@pytest.mark.parametrize(
    ("rows", "columns", "table"),
    [
        ([1, 1, 1], [1, 1, 1], [[1, 0, 0], [0, 0, 1], [0, 1, 0]]),
        ([5, 3, 2], [4, 3, 3], [[2, 2, 1], [1, 1, 1], [1, 0, 1]]),
        ([7, 5], [6, 6], [[4, 3], [2, 3]]),
        ([3, 1, 3], [4, 2, 1], [[1, 1, 1], [1, 0, 0], [2, 1, 0]]),
        ([2, 5], [3, 4], [[1, 1], [2, 3]]),
        ([10, 20, 3], [11, 11, 11], [[4, 3, 3], [6, 7, 7], [1, 1, 1]]),
        ([1, 2, 3, 4], [3, 3, 4], [[1, 0, 0], [0, 1, 1], [1, 1, 1], [1, 1, 2]]),
    ],
)
def test_an_entry_is_told_for_ever_as_it_was_first(
    rows: list[int], columns: list[int], table: list[list[int]]
) -> None:
    # An edit takes back what was told before: another rounding would leave a unit in a pair.
    assert controlled_rounding(rows, columns) == table


def test_a_crowd_with_several_payers_is_rounded_quickly() -> None:
    rows = [3] * 500
    columns = [7, 93, 400, 1000]
    table = controlled_rounding(rows, columns)
    assert [sum(column) for column in zip(*table, strict=True)] == columns
