"""Split terms: computed, amended, said again and written down without losing a unit."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.core import split_terms, terms_codec
from ledger.core.errors import Code, LedgerError
from ledger.core.members import MemberId
from ledger.core.money import Currency, Money
from ledger.core.shares import EQUAL_PART, Part, PartKind, Share
from ledger.core.split_terms import SplitTerms, exactly, handed_over, inferred, said
from tests.ledger.core.writing import AMOUNT, EUR, INR, PEOPLE, any_terms, exact, percent, times

A, B, C, D, E = PEOPLE[:5]
JPY, KWD = Currency("JPY"), Currency("KWD")


def owed(terms: SplitTerms, minor: int = AMOUNT) -> dict[MemberId, int]:
    return {share.member: share.owed_minor for share in terms.shares(Money(minor, INR))}


# What is said


def test_those_named_share_with_the_payer() -> None:
    terms = said(((B, exact(500)), (C, EQUAL_PART)), (), ((A, None),))
    assert terms.sharers == (A, B, C)
    assert terms.parts == {A: EQUAL_PART, B: exact(500), C: EQUAL_PART}
    assert not terms.everyone
    assert terms.people == (A, B, C)


def test_everyone_shares_but_for_those_left_out_the_payer_too() -> None:
    terms = said((), (A, C), ((A, None),), everyone=[A, B, C, D])
    assert (terms.sharers, terms.everyone, terms.left_out) == ((B, D), True, (A, C))
    assert terms.people == (A,)
    assert owed(terms) == {A: 0, B: 60_000, D: 60_000}


def test_shares_tell_what_each_paid_and_how_each_takes_part() -> None:
    terms = said(((B, exact(20_000)), (D, exact(0))), (A,), ((A, 50_000), (C, None)))
    assert terms.shares(Money(AMOUNT, INR)) == (
        Share(A, 50_000, 0),
        Share(B, 0, 20_000, exact(20_000)),
        Share(C, 70_000, 100_000, EQUAL_PART),
        Share(D, 0, 0, exact(0)),
    )


def test_a_payment_is_paid_by_one_and_owed_by_the_other() -> None:
    terms = handed_over(B, A)
    assert terms.shares(Money(700, INR)) == (Share(A, 0, 700, EQUAL_PART), Share(B, 700, 0))
    assert (terms.named, terms.everyone) == (((A, EQUAL_PART),), False)


def test_leftover_units_follow_the_rotation() -> None:
    terms = said((), (), ((A, None),), everyone=[A, B, C])
    turned = [SplitTerms(terms.payers, terms.sharers, rotation=number) for number in range(3)]
    assert [owed(one, 100) for one in turned] == [
        {A: 34, B: 33, C: 33},
        {A: 33, B: 34, C: 33},
        {A: 33, B: 33, C: 34},
    ]


def test_the_same_said_in_another_order_is_the_same() -> None:
    one = said(((B, exact(5)), (C, times(2))), (D, E), ((A, 7), (B, None)))
    other = said(((C, times(2)), (B, exact(5))), (E, D), ((B, None), (A, 7)))
    assert one.says(other, {})
    assert one.means(other)


@pytest.mark.parametrize(
    "other",
    [
        said(((B, exact(6)),), (D,), ((A, 7), (C, None))),
        said(((B, percent(5)),), (D,), ((A, 7), (C, None))),
        said(((C, exact(5)),), (D,), ((A, 7), (C, None))),
        said(((B, exact(5)),), (E,), ((A, 7), (C, None))),
        said(((B, exact(5)),), (), ((A, 7), (C, None))),
        said(((B, exact(5)),), (D,), ((A, 8), (C, None))),
        said(((B, exact(5)),), (D,), ((A, 7), (C, 0))),
        said(((B, exact(5)),), (D,), ((A, 7), (C, 1))),
        said(((B, exact(5)),), (D,), ((E, 7), (C, None))),
        said(((B, exact(5)),), (D,), ((A, 7), (C, None)), everyone=[A, B, C]),
    ],
)
def test_whatever_is_said_otherwise_is_not_the_same(other: SplitTerms) -> None:
    assert not said(((B, exact(5)),), (D,), ((A, 7), (C, None))).says(other, {})


def test_to_have_paid_nothing_is_not_to_have_paid_a_unit() -> None:
    assert not said((), (), ((A, 0), (B, None))).says(said((), (), ((A, 1), (B, None))), {})


def test_whoever_was_merged_is_the_same_person_said() -> None:
    before = said(((B, exact(5)),), (D,), ((C, None),))
    after = said(((A, exact(5)),), (E,), ((A, None),))
    assert before.says(after, {B: A, C: A, D: E})
    assert not before.says(after, {B: A, D: E})
    assert not before.says(after, {B: A, C: A})


def test_another_payer_or_another_part_means_something_else() -> None:
    terms = said(((B, exact(5)),), (), ((A, None),))
    assert not terms.means(terms.paid_by(((B, None),)))
    assert not terms.means(terms.toggled(C))
    assert terms.means(said(((B, exact(5)), (A, EQUAL_PART)), (C,), ((A, None),)))


# Amending


@given(any_terms(), st.sampled_from(PEOPLE))
def test_put_in_and_out_again_is_nothing(terms: SplitTerms, member: MemberId) -> None:
    assert terms.toggled(member).toggled(member) == terms
    assert {*terms.toggled(member).sharers} ^ {*terms.sharers} == {member}
    assert list(terms.toggled(member).sharers) == sorted(terms.toggled(member).sharers)


@given(any_terms())
def test_another_payer_changes_no_share_and_back_is_nothing(terms: SplitTerms) -> None:
    other = terms.paid_by(((E, None),))
    assert other.parts == terms.parts
    assert other.paid_by(terms.payers) == terms


@given(any_terms(), st.integers(1, 10**9))
def test_another_amount_and_back_is_nothing(terms: SplitTerms, minor: int) -> None:
    before = terms.shares(Money(AMOUNT, INR))
    try:
        terms.shares(Money(minor, INR))
    except LedgerError:
        return
    assert terms.shares(Money(AMOUNT, INR)) == before


def test_whoever_joins_has_their_part_and_the_others_keep_theirs() -> None:
    named = ((B, exact(500)), (C, times(2)))
    terms = SplitTerms(((A, None),), (A, B, C), named, (D, E), rotation=3, refund=True)
    assert terms.joined_by(((D, times(3)), (C, exact(7)))) == replace(
        terms,
        named=((B, exact(500)), (D, times(3)), (C, exact(7))),
        left_out=(E,),
        sharers=(A, B, C, D),
    )
    assert terms.joined_by(((E, EQUAL_PART),)) == replace(
        terms, left_out=(D,), sharers=(A, B, C, E)
    )
    assert terms.joined_by(((C, exact(7)),)).parts[C] == exact(7)


def test_shares_are_said_to_the_last_unit_whatever_was_said_before() -> None:
    before = SplitTerms(
        ((B, None),), (A, B), ((B, times(2)),), (D,), everyone=True, rotation=3, inferred=True
    )
    to_the_unit = replace(
        before,
        payers=((A, 100),),
        sharers=(B, C),
        named=((B, exact(61)), (C, exact(39))),
        everyone=False,
    )
    shares = (Share(A, 100, 0), Share(B, 0, 61), Share(C, 0, 39))
    assert exactly(shares, before) == to_the_unit
    back = (Share(A, 0, 100), Share(B, 61, 0), Share(C, 39, 0))
    assert exactly(back, replace(before, refund=True)) == replace(to_the_unit, refund=True)


def test_whoever_shares_already_joins_with_what_they_have() -> None:
    named = ((B, exact(500)),)
    terms = SplitTerms(((A, None),), (A, B), named, (D,)).toggled(D)
    assert terms.joined_by(((B, EQUAL_PART), (D, EQUAL_PART))) == terms
    assert terms.joined_by(tuple((who, EQUAL_PART) for who in terms.sharers)) == terms


def test_who_shares_changes_neither_that_money_came_back_nor_whose_share_is_larger() -> None:
    weights = ((B, 20_000),)
    terms = SplitTerms(((A, None),), (A, B), refund=True, weights=weights, rotation=3)
    again = terms.shared_by(((B, EQUAL_PART),), ())
    assert (again.refund, again.weights, again.rotation) == (True, weights, 3)


def test_who_shares_is_said_anew_and_who_is_out_stays_out() -> None:
    terms = SplitTerms(((A, None),), (A, B), ((B, EQUAL_PART),), (C,), rotation=7, inferred=True)
    again = terms.shared_by(((D, times(2)),), ())
    assert again == SplitTerms(
        ((A, None),), (A, D), ((D, times(2)),), (C,), rotation=7, inferred=True
    )
    assert terms.shared_by(((C, EQUAL_PART),), (A,)).sharers == (C,)
    assert terms.shared_by(((C, EQUAL_PART),), (A,)).left_out == (A,)
    everybody = terms.shared_by((), (D,), everyone=[A, B, C, D])
    assert (everybody.sharers, everybody.left_out) == ((A, B, C), (D,))


def test_who_is_left_out_shares_no_more() -> None:
    terms = said(((B, exact(5)), (C, EQUAL_PART)), (D,), ((A, None),))
    out = terms.without([B, A])
    assert (out.sharers, out.named, out.left_out) == ((C,), ((C, EQUAL_PART),), (D, B, A))
    assert out.payers == terms.payers
    assert terms.without([D]) == terms


def test_another_currency_takes_the_same_numbers_along() -> None:
    named = ((B, exact(450)), (C, Part(PartKind.ADJUST, -250)), (D, percent(10)), (E, times(2)))
    terms = said(named, (), ((A, 100), (B, None)))
    moved = terms.in_currency(EUR, KWD)
    assert dict(moved.named) == {
        B: exact(4500),
        C: Part(PartKind.ADJUST, -2500),
        D: percent(10),
        E: times(2),
    }
    assert moved.payers == ((A, 1000), (B, None))
    assert moved.in_currency(KWD, EUR) == terms
    assert (terms.part_numbers, terms.paid_numbers) == ((450, -250), (100,))


def test_a_number_that_the_other_currency_lacks_is_refused() -> None:
    assert split_terms.in_currency(Money(400, EUR), JPY) == Money(4, JPY)
    assert split_terms.in_currency(Money(4, JPY), EUR) == Money(400, EUR)
    assert split_terms.in_currency(Money(450, EUR), INR) == Money(450, INR)
    with pytest.raises(LedgerError) as refused:
        said(((B, exact(401)),), (), ((A, None),)).in_currency(EUR, JPY)
    assert refused.value.code is Code.BAD_PART
    assert refused.value.details == {"amount": Money(401, EUR), "reason": "currency"}
    with pytest.raises(LedgerError):
        said((), (), ((A, 450), (B, None))).in_currency(EUR, JPY)


def test_what_does_not_add_up_is_told_in_the_currency_of_the_amount() -> None:
    parts = said(((B, exact(100)), (C, exact(100))), (A,), ((A, None),))
    with pytest.raises(LedgerError) as refused:
        parts.shares(Money(300, EUR))
    assert refused.value.details["missing"] == Money(100, EUR)
    paid = said(((B, EQUAL_PART),), (), ((A, 100), (B, 100)))
    with pytest.raises(LedgerError) as refused:
        paid.shares(Money(300, EUR))
    assert refused.value.details["difference"] == Money(100, EUR)


# Saying and writing down


@given(any_terms(), st.sets(st.sampled_from(PEOPLE)), st.sets(st.sampled_from(PEOPLE)))
def test_what_a_line_says_gives_the_same_whoever_is_there_then(
    terms: SplitTerms, there: set[MemberId], toggled: set[MemberId]
) -> None:
    for member in toggled:
        terms = terms.toggled(member)
    if not terms.sharers:
        return
    spoken = terms.spoken(sorted(there))
    again = said(
        spoken.named,
        spoken.left_out,
        spoken.payers,
        everyone=sorted(there) if spoken.everyone else (),
    )
    assert again.sharers == terms.sharers
    assert again.means(terms)


def test_what_still_gives_the_same_is_said_as_it_was() -> None:
    terms = said((), (), ((A, None),), everyone=[A, B, C])
    assert terms.spoken([A, B, C]) is terms
    spoken = terms.spoken([A, B, C, D])
    assert spoken.named == ((B, EQUAL_PART), (C, EQUAL_PART))
    assert spoken.everyone is False
    alone = said((), (), ((A, None),), everyone=[A])
    assert alone.spoken([A, B]).named == ((A, EQUAL_PART),)
    without_payer = said((), (A,), ((A, None),), everyone=[A, B])
    assert without_payer.spoken([A, B, C]).left_out == (A,)


@given(any_terms())
def test_written_down_they_read_as_themselves(terms: SplitTerms) -> None:
    assert terms_codec.read(terms_codec.written(terms)) == terms
    assert terms_codec.from_json(json.loads(json.dumps(terms_codec.as_json(terms)))) == terms


def test_the_codec_is_what_books_hold() -> None:
    terms = SplitTerms(
        ((A, 5), (B, None)), (A, B), ((B, exact(7)),), (C,), everyone=True, rotation=3
    )
    assert terms_codec.written(terms) == (
        '{"v":1,"named":[[2,"exact",7]],"left_out":[3],"payers":[[1,5],[2,null]],'
        '"everyone":true,"sharers":[1,2],"rotation":3}'
    )
    nobody_named = SplitTerms(((A, None),), (A, B))
    assert terms_codec.read(terms_codec.written(nobody_named)) == nobody_named
    old = terms_codec.read('{"named":[],"left_out":[3],"payers":[[1,null]],"everyone":false}')
    assert (old.everyone, old.inferred, old.sharers) == (True, True, (A,))
    named = terms_codec.read(
        '{"named":[[2,"equal",0]],"left_out":[],"payers":[[1,null]],"everyone":false}'
    )
    assert (named.everyone, named.inferred, named.sharers) == (False, True, (A, B))


@given(any_terms())
def test_what_shares_tell_of_the_terms_gives_the_shares_again(terms: SplitTerms) -> None:
    shares = terms.shares(Money(AMOUNT, INR))
    again = inferred(shares, terms.rotation)
    assert again.inferred
    assert again.shares(Money(AMOUNT, INR)) == tuple(
        share for share in shares if share.part or share.owed_minor or share.paid_minor
    )


def test_of_shares_alone_one_payer_paid_all_and_several_what_they_paid() -> None:
    one = inferred([Share(A, 100, 0), Share(B, 0, 100, EQUAL_PART)])
    assert (one.payers, one.left_out, one.named) == (((A, None),), (A,), ((B, EQUAL_PART),))
    two = inferred([Share(B, 40, 50, EQUAL_PART), Share(A, 60, 50, EQUAL_PART)], 4)
    assert (two.payers, two.left_out, two.rotation) == (((A, 60), (B, 40)), (), 4)
    assert two.named == ((B, EQUAL_PART), (A, EQUAL_PART))
    assert inferred([]).rotation == 0
    # A payer who shares like all others need not be named.
    three = inferred([Share(A, 100, 50, EQUAL_PART), Share(B, 0, 50, EQUAL_PART)])
    assert (three.named, three.sharers) == (((B, EQUAL_PART),), (A, B))
    # An old payment has no parts, and a share of 0 is a part.
    assert inferred([Share(A, 5, 0), Share(B, 0, 5)]).sharers == (B,)
    nothing = inferred([Share(A, 5, 5, exact(5)), Share(B, 0, 0, exact(0))])
    assert nothing.sharers == (A, B)


@given(any_terms())
def test_a_refund_is_its_expense_turned_round(terms: SplitTerms) -> None:
    refund = replace(terms, refund=True)
    try:
        shares = terms.shares(Money(AMOUNT, INR))
    except LedgerError:
        return
    assert refund.shares(Money(AMOUNT, INR)) == split_terms.turned_round(shares)
    assert split_terms.turned_round(split_terms.turned_round(shares)) == shares
    assert terms_codec.read(terms_codec.written(refund)) == refund
    assert not refund.means(terms)
    assert not refund.says(terms, {})
