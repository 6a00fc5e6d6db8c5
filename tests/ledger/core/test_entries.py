"""What an entry says is compared word by word; and with its terms, where both are known."""

from __future__ import annotations

from dataclasses import replace

from ledger.core.members import MemberId
from ledger.core.split_terms import SplitTerms, said
from tests.ledger.core.writing import PEOPLE, expense

A, B = PEOPLE[:2]
DINNER = expense({A: 200}, {A: 100, B: 100})


def terms(*left_out: MemberId) -> SplitTerms:
    return said((), left_out, ((A, None),), everyone=(A, B))


def test_the_same_words_and_shares_by_the_same_terms_are_exactly_the_same() -> None:
    known = replace(DINNER, terms=terms())
    assert known.is_exactly(replace(DINNER, terms=terms()))
    assert not known.is_exactly(replace(known, note="late"))
    # Who shared by other terms for the same money has said something else.
    assert not known.is_exactly(replace(DINNER, terms=terms(PEOPLE[2])))


def test_whether_terms_that_nobody_knows_are_the_same_nobody_knows() -> None:
    assert not DINNER.is_exactly(DINNER)
    assert not replace(DINNER, terms=terms()).is_exactly(DINNER)
