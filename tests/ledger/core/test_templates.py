"""Kept lines: what a recurring expense says is read as it was written."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ledger.core.members import MemberId
from ledger.core.money import Currency, Money
from ledger.core.templates import KeptLine, read_kept
from ledger.core.writing_context import WritingContext
from tests.ledger.core.writing import any_terms

DAY = date(2026, 3, 2)
CONTEXT = WritingContext(Currency("INR"), "Asia/Kolkata", DAY, (MemberId(1), MemberId(2)))

texts = st.text(max_size=20)
kept_lines = st.builds(
    KeptLine,
    st.builds(Money, st.integers(1, 10**13), st.sampled_from([Currency("INR"), Currency("JPY")])),
    texts,
    st.none() | texts,
    st.none() | texts,
    any_terms(),
    st.lists(st.integers(1, 9).map(MemberId), max_size=3).map(tuple),
    st.none() | st.just(CONTEXT),
    st.none() | st.dates(),
)


@given(kept_lines)
def test_what_is_kept_is_read_as_it_was_written(kept: KeptLine) -> None:
    assert read_kept(kept.written()) == kept


@given(any_terms())
def test_what_an_earlier_version_wrote_has_neither_context_nor_start(terms: object) -> None:
    kept = KeptLine(Money(100, Currency("INR")), "rent", None, None, terms)  # type: ignore[arg-type]
    older = kept.written().replace('"context": null, "start": null, ', "")
    assert '"context"' not in older
    assert read_kept(older) == kept


@given(any_terms())
def test_names_stay_readable_in_the_database(terms: object) -> None:
    kept = KeptLine(Money(100, Currency("INR")), "चाय", None, None, terms)  # type: ignore[arg-type]
    assert "चाय" in kept.written()
