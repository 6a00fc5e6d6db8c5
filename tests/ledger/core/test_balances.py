"""Balances: nets, pairs since everybody was square, the gross view and its parts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from ledger.core.balances import (
    Balances,
    Change,
    Derivation,
    Owed,
    Pair,
    derive,
    effects,
    netted,
    together,
)
from ledger.core.entries import Contents
from ledger.core.gross_view import gross
from ledger.core.members import MemberId
from ledger.core.money import Currency
from ledger.core.settling import plan, plan_along_pairs
from tests.ledger.core.writing import (
    EUR,
    INR,
    PEOPLE,
    apply,
    counted_at_baseline,
    expense,
    expenses,
    logs,
    payment,
    payments,
)

A, B, C, D = PEOPLE[:4]


def booked(*said: Contents) -> list[Change]:
    """The changes of recording these entries one after the other."""
    return [Change(number, number, None, contents) for number, contents in enumerate(said, 1)]


def equal(payer: MemberId, minor: int, *people: MemberId) -> Contents:
    return expense({payer: minor * len(people)}, dict.fromkeys(people, minor))


def test_an_expense_moves_nets_and_pairs() -> None:
    books = derive(booked(equal(A, 100, A, B, C)))
    assert books[INR] == Balances(
        {A: 200, B: -100, C: -100}, {(B, A): Owed(100, 0, 1), (C, A): Owed(100, 0, 1)}
    )


def test_currencies_are_kept_apart() -> None:
    in_euro = expense({B: 50}, {A: 50}, EUR)
    books = derive(booked(equal(A, 100, A, B), in_euro))
    assert books[INR].nets == {A: 100, B: -100}
    assert books[EUR].nets == {A: -50, B: 50}
    moved = apply(books, Change(3, 2, in_euro, expense({B: 50}, {A: 50}, INR)))
    assert moved[EUR] == Balances(baseline=3)
    assert moved[INR].nets == {A: 50, B: -50}
    assert books[EUR].nets == {A: -50, B: 50}


def test_payments_stand_apart_from_expenses_in_a_pair() -> None:
    books = derive(booked(equal(A, 100, A, B), payment(B, A, 30)))
    assert books[INR].pairs == {(B, A): Owed(100, 0, 1), (A, B): Owed(0, 30, 1)}
    assert netted(books[INR].pairs) == {(B, A): 70}


def test_two_who_are_even_among_others_who_are_not_make_no_pair() -> None:
    books = derive(booked(equal(A, 50, A, C), equal(A, 100, A, B), payment(B, A, 100)))
    assert netted(books[INR].pairs) == {(C, A): 50}


def test_pairs_are_emptied_when_everybody_is_square() -> None:
    # B owes A and C owes B; along the plan C pays A, who never shared a bill with C.
    changes = booked(equal(A, 100, A, B), equal(B, 100, B, C), payment(C, A, 100))
    books = derive(changes)
    assert books[INR] == Balances(baseline=3)
    after = apply(books, Change(4, 4, None, equal(A, 20, A, B)))
    assert after[INR].pairs == {(B, A): Owed(20, 0, 1)}
    assert after[INR].baseline == 3


def test_a_change_that_moves_nothing_moves_no_moment() -> None:
    lunch = equal(A, 100, A, B)
    assert effects(lunch, lunch) == {}
    assert effects(None, expense({A: 100}, {A: 100})) == {}
    square = derive([*booked(lunch), Change(2, 1, lunch, None)])
    assert square[INR].baseline == 2
    assert apply(square, Change(3, 2, None, expense({A: 100}, {A: 100}))) == square


def test_an_edit_that_only_moves_pairs_of_the_square_leaves_no_circle() -> None:
    # The same nets, told differently: nobody may owe anybody while all are square.
    before = expense({A: 100, B: 100, C: 100}, {A: 100, B: 100, C: 100})
    after = expense({A: 300}, {A: 300})
    square = derive([*booked(before), Change(2, 1, before, after)])
    assert square[INR].pairs == {}


def test_deleting_an_entry_from_before_the_moment_owes_the_other_way_round() -> None:
    lunch, paid = equal(A, 100, A, B), payment(B, A, 100)
    books = derive([*booked(lunch, paid), Change(3, 1, lunch, None)])
    assert books[INR].nets == {A: -100, B: 100}
    assert books[INR].pairs == {(B, A): Owed(-100, 0), (A, B): Owed(parts=1)}
    assert netted(books[INR].pairs) == {(A, B): 100}
    assert gross(books[INR].pairs, A).owes == ((B, 100),)
    assert gross(books[INR].pairs, B).owed_by == ((A, 100),)


def test_a_payment_taken_back_is_owed_not_paid() -> None:
    lunch, paid = equal(A, 100, A, B), payment(B, A, 100)
    books = derive([*booked(lunch, paid), Change(3, 2, paid, None)])
    view = gross(books[INR].pairs, B)
    assert view.owes == ((A, 100),)
    assert view.received == view.paid == view.owed_by == ()
    assert view.net_minor == -100


def test_the_gross_view_counts_expenses_and_shows_payments_on_their_own() -> None:
    books = derive(
        booked(equal(A, 100, A, B, C), equal(B, 30, A, B), payment(B, A, 50), payment(A, D, 5))
    )
    view = gross(books[INR].pairs, A)
    assert view.owes == ((B, 30),)
    assert view.owed_by == ((B, 100), (C, 100))
    assert view.paid == ((D, 5),)
    assert view.received == ((B, 50),)
    assert (view.total_owes_minor, view.total_owed_minor) == (30, 200)
    assert view.net_minor == books[INR].nets[A] == 125


def test_merged_members_count_as_one_and_owe_themselves_nothing() -> None:
    changes = booked(equal(A, 100, A, B, C), equal(C, 20, A, C))
    books = derive(changes, {C: A})
    assert books[INR].nets == {A: 100, B: -100}
    assert books[INR].pairs == {(B, A): Owed(100, 0, 1)}


# Properties


def nets_of(pairs: dict[tuple[MemberId, MemberId], int]) -> dict[MemberId, int]:
    nets: dict[MemberId, int] = defaultdict(int)
    for (debtor, creditor), minor in pairs.items():
        nets[debtor] -= minor
        nets[creditor] += minor
    return {member: minor for member, minor in nets.items() if minor}


@given(logs())
def test_nets_sum_to_zero_and_agree_with_the_pairs_after_any_changes(log: list[Change]) -> None:
    for balances in derive(log).values():
        assert sum(balances.nets.values()) == 0
        assert nets_of(netted(balances.pairs)) == balances.nets
        for member in PEOPLE:
            assert gross(balances.pairs, member).net_minor == balances.nets.get(member, 0)


@given(logs())
def test_one_change_after_the_other_gives_the_same_as_from_scratch(log: list[Change]) -> None:
    books: dict[Currency, Balances] = {}
    for place, change in enumerate(log, 1):
        books = apply(books, change, counted=counted_at_baseline(log, change.entry, books))
        assert books == derive(log[:place])


@given(logs())
def test_nets_are_those_of_what_counts_now(log: list[Change]) -> None:
    expected: dict[Currency, dict[MemberId, int]] = defaultdict(lambda: defaultdict(int))
    for change in log:
        for contents, sign in ((change.before, -1), (change.after, 1)):
            if contents is not None:
                for share in contents.shares:
                    net = share.paid_minor - share.owed_minor
                    expected[contents.currency][share.member] += sign * net
    for currency, balances in derive(log).items():
        nets = {member: minor for member, minor in expected[currency].items() if minor}
        assert balances.nets == nets


@given(logs((INR,)), st.one_of(expenses(), payments()))
def test_deleting_is_the_inverse_of_recording(log: list[Change], contents: Contents) -> None:
    before = derive(log)
    recorded = Change(100, 100, None, contents)
    after = apply(apply(before, recorded), Change(101, 100, contents, None))
    assert after.get(INR, Balances()).nets == before.get(INR, Balances()).nets
    # Pairs come back too, unless everybody was square on the way.
    if apply(before, recorded).get(INR, Balances()).nets and before.get(INR, Balances()).nets:
        assert after[INR] == before[INR]


@given(logs((INR,)), st.one_of(expenses(), payments()))
def test_restoring_is_the_inverse_of_deleting(log: list[Change], contents: Contents) -> None:
    recorded = derive([*log, Change(100, 100, None, contents)])
    deleted = apply(recorded, Change(101, 100, contents, None))
    restored = apply(deleted, Change(102, 100, None, contents))
    assert restored.get(INR, Balances()).nets == recorded.get(INR, Balances()).nets


@given(st.lists(st.one_of(expenses(), payments()), max_size=8), st.data())
def test_the_order_of_entries_does_not_matter_to_balances(
    said: list[Contents], data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(said))
    one, other = derive(booked(*said)), derive(booked(*shuffled))
    assert one.get(INR, Balances()).nets == other.get(INR, Balances()).nets
    # Nor to pairs, as long as everybody was not square on either way.
    if not (one.get(INR, Balances()).baseline or other.get(INR, Balances()).baseline):
        assert one == other


@given(logs())
def test_following_the_plan_ends_at_zero_and_empties_the_pairs(log: list[Change]) -> None:
    books = derive(log)
    number = len(log)
    for currency, balances in derive(log).items():
        for suggested in plan(balances.nets):
            number += 1
            made = payment(suggested.payer, suggested.payee, suggested.minor, currency)
            books = apply(books, Change(number, number, None, made))
        assert books[currency].nets == {}
        assert books[currency].pairs == {}


@given(logs((INR,)))
def test_paying_along_pairs_ends_at_zero_too(log: list[Change]) -> None:
    balances = derive(log).get(INR, Balances())
    nets = defaultdict(int, balances.nets)
    for suggested in plan_along_pairs(netted(balances.pairs)):
        nets[suggested.payer] += suggested.minor
        nets[suggested.payee] -= suggested.minor
    assert not any(nets.values())


@given(logs(), st.permutations(PEOPLE))
def test_merging_adds_up_and_agrees_from_any_moment(
    log: list[Change], people: list[MemberId]
) -> None:
    gone, stays = people[0], people[1]
    for currency, balances in derive(log, {gone: stays}).items():
        apart = derive(log)[currency].nets
        together = apart.get(gone, 0) + apart.get(stays, 0)
        assert balances.nets.get(stays, 0) == together
        assert gone not in balances.nets
        assert nets_of(netted(balances.pairs)) == balances.nets


@given(logs(most=20), st.integers(0, 20))
def test_a_copy_goes_on_by_itself(log: list[Change], after: int) -> None:
    first = Derivation()
    first.add(log[:after])
    halfway = first.balances()
    other = first.copy()
    other.add(log)
    assert other.balances() == derive(log)
    assert first.balances() == halfway
    first.add(log)
    assert first.balances() == derive(log)


@given(logs((INR,), most=12), st.integers(0, 12))
def test_several_changes_at_once_come_to_the_same(log: list[Change], known: int) -> None:
    """What is stored is the sum of their effects, or all of it where all were square meanwhile."""
    before = derive(log[:known]).get(INR, Balances())
    books = derive(log[:known])
    moved = []
    for change in log[known:]:
        counted = counted_at_baseline(log, change.entry, books)
        effect = effects(change.before, change.after, counted=counted).get(INR)
        if effect is not None:
            moved.append((change.number, effect))
        books = apply(books, change, counted)
    after = together(before.nets, moved)
    wanted = derive(log).get(INR, Balances())
    assert after.nets == wanted.nets
    if after.baseline:
        assert after == wanted
    else:
        assert _added(before.pairs, after.pairs) == wanted.pairs


def _added(one: Mapping[Pair, Owed], other: Mapping[Pair, Owed]) -> dict[Pair, Owed]:
    pairs = {pair: (one.get(pair, Owed()), other.get(pair, Owed())) for pair in {*one, *other}}
    added = {
        pair: Owed(
            a.expenses_minor + b.expenses_minor,
            a.payments_minor + b.payments_minor,
            a.parts + b.parts,
        )
        for pair, (a, b) in pairs.items()
    }
    return {pair: owed for pair, owed in added.items() if owed != Owed()}


def test_a_derivation_passes_over_what_it_has_counted() -> None:
    log = booked(equal(A, 100, A, B), equal(A, 50, A, B))
    derivation = Derivation()
    derivation.add(log)
    derivation.add(log)
    assert derivation.last == 2
    assert derivation.balances() == derive(log)
