"""Entries as they read after merges."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from ledger.core.aliases import _merged_id, merged_contents, merged_entry, merged_revision
from ledger.core.doubts import Doubts
from ledger.core.entries import Action, Contents, Entry, Revision, Source
from ledger.core.members import MemberId
from ledger.core.shares import EQUAL_PART, Part, PartKind
from ledger.core.split_terms import handed_over, said
from tests.ledger.core.writing import expense, payment

ONE, TWO, THREE = map(MemberId, (1, 2, 3))
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
TERMS = said(((ONE, Part(PartKind.SHARES, 20_000)), (TWO, EQUAL_PART)), (), ((ONE, None),))
BY_ONE = replace(expense({ONE: 300}, {ONE: 200, TWO: 100}), terms=TERMS)


def entry_of(contents: Contents, author: MemberId | None = ONE) -> Entry:
    revision = Revision(1, 1, Action.RECORD, author, NOON, contents)
    doubts = Doubts(seen=(ONE,), too=(THREE,))
    return Entry(1, 1, Source("test:1"), author, NOON, revision, doubts=doubts)


def test_an_author_is_who_they_are_now_and_nobody_stays_nobody() -> None:
    assert _merged_id(ONE, {ONE: TWO}) == TWO
    assert _merged_id(THREE, {ONE: TWO}) == THREE
    assert _merged_id(None, {ONE: TWO}) is None
    assert _merged_id(None, {None: TWO}) is None  # type: ignore[dict-item]  # nobody is merged


def test_an_entry_is_by_and_in_doubt_about_who_they_are_now() -> None:
    merged = merged_entry(entry_of(BY_ONE), {ONE: THREE})
    assert merged.author == THREE
    assert merged.revision.author == THREE
    assert merged.doubts == Doubts(seen=(THREE,), too=(THREE,))
    assert {share.member for share in merged.contents.shares} == {TWO, THREE}


def test_a_revision_is_by_who_its_author_is_now() -> None:
    revision = merged_revision(entry_of(BY_ONE).revision, {ONE: THREE})
    assert revision.author == THREE
    assert revision.contents.split.payers == ((THREE, None),)


def test_an_entry_without_anybody_merged_is_the_same_one() -> None:
    entry = entry_of(BY_ONE)
    assert merged_entry(entry, {}) is entry
    assert merged_contents(BY_ONE, {THREE: ONE}) is BY_ONE


def test_two_shares_of_one_person_are_one_with_the_terms_of_both() -> None:
    merged = merged_contents(BY_ONE, {TWO: ONE})
    (share,) = merged.shares
    assert (share.member, share.paid_minor, share.owed_minor) == (ONE, 300, 300)
    assert share.part == Part(PartKind.SHARES, 30_000)
    assert merged.terms is not None
    assert merged.terms.sharers == (ONE,)


def test_only_some_need_to_be_merged() -> None:
    merged = merged_contents(BY_ONE, {TWO: THREE})
    assert [share.member for share in merged.shares] == [ONE, THREE]


def test_a_payment_has_no_parts_after_a_merge_either() -> None:
    paid = replace(payment(ONE, TWO, 500), terms=handed_over(ONE, TWO))
    merged = merged_contents(paid, {TWO: THREE})
    assert [share.part for share in merged.shares] == [None, None]
    assert merged.terms == handed_over(ONE, THREE)
