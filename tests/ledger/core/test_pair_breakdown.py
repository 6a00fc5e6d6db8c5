"""The parts of pairs: which entries a debt is made of since everybody was square."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.core import pair_breakdown
from ledger.core.balances import AtBaseline, Balances, Change, Pair, derive, netted, part
from ledger.core.entries import Contents
from ledger.core.members import MemberId
from ledger.core.pair_breakdown import PARTS_NAMED, Parts, newest_parts
from tests.ledger.core.writing import EUR, INR, PEOPLE, counted_at_baseline, expense, logs, payment

A, B, C, D = PEOPLE[:4]
Merged = dict[MemberId, MemberId]


def equal(payer: MemberId, minor: int, *people: MemberId) -> Contents:
    return expense({payer: minor * len(people)}, dict.fromkeys(people, minor))


def log_of(*said: tuple[int, Contents | None]) -> list[Change]:
    """The changes of entries, each given as its id and what it says from then on."""
    counted: dict[int, Contents | None] = {}
    log = []
    for number, (entry, contents) in enumerate(said, 1):
        log.append(Change(number, entry, counted.get(entry), contents))
        counted[entry] = contents
    return log


def changed(log: list[Change], merged: Merged) -> list[tuple[AtBaseline, Contents | None]]:
    """All entries, the newest first, as `newest_parts` reads them."""
    books = derive(log, merged)
    newest = {change.entry: change for change in log}
    in_order = sorted(newest.values(), key=lambda change: -change.entry)
    return [(counted_at_baseline(log, change.entry, books), change.after) for change in in_order]


def parts_of(log: list[Change], merged: Merged | None = None) -> dict[Pair, Parts]:
    merged = merged or {}
    pairs = {INR: derive(log, merged).get(INR, Balances()).pairs}
    return newest_parts(pairs, changed(log, merged), merged)[INR]


def test_parts_are_signed_and_in_order() -> None:
    log = log_of(
        (1, equal(A, 250, A, B)),
        (2, equal(B, 100, A, B)),
        (3, equal(A, 7, A, C)),
        (4, payment(B, A, 30)),
    )
    assert parts_of(log) == {(B, A): Parts((250, -100, -30), 0), (C, A): Parts((7,), 0)}


def test_an_entry_from_before_the_moment_counts_with_the_difference() -> None:
    lunch, more = equal(A, 250, A, B), equal(A, 300, A, B)
    square = [(1, lunch), (2, payment(B, A, 250))]
    assert parts_of(log_of(*square)) == {}
    assert parts_of(log_of(*square, (1, more), (3, equal(A, 1, A, B)))) == {
        (B, A): Parts((50, 1), 0)
    }
    assert parts_of(log_of(*square, (1, None))) == {(A, B): Parts((250,), 0)}
    back_again = log_of(*square, (1, more), (3, equal(A, 1, A, B)), (1, lunch))
    assert parts_of(back_again) == {(B, A): Parts((1,), 0)}


def test_an_entry_is_one_part_however_often_it_changed() -> None:
    lunch = equal(A, 250, A, B)
    log = log_of((1, lunch), (2, equal(A, 4, A, B)), (1, equal(A, 20, A, B)), (1, lunch))
    assert parts_of(log) == {(B, A): Parts((250, 4), 0)}
    assert parts_of(log_of((1, lunch), (2, equal(A, 4, A, B)), (1, None))) == {
        (B, A): Parts((4,), 0)
    }


def test_both_directions_of_an_entry_are_one_part() -> None:
    both_paid = expense({A: 300, B: 100}, {A: 100, B: 300})
    assert parts_of(log_of((1, both_paid))) == {(B, A): Parts((200,), 0)}


def test_parts_of_merged_members_are_one() -> None:
    log = log_of((1, equal(A, 100, A, B, D)), (2, equal(D, 20, A, D)), (3, equal(A, 5, D)))
    assert parts_of(log, {D: B}) == {(B, A): Parts((200, -20, 5), 0)}
    assert parts_of(log, {D: A}) == {(B, A): Parts((100,), 0)}


def test_earlier_parts_are_counted_and_their_entries_not_read() -> None:
    log = log_of(*((number, equal(A, number, A, B)) for number in range(1, 10)))
    entries = iter(changed(log, {}))
    pairs = {INR: derive(log)[INR].pairs}
    assert newest_parts(pairs, entries)[INR] == {(B, A): Parts((5, 6, 7, 8, 9), 4)}
    assert len(list(entries)) == 4


def test_where_too_little_is_read_fewer_parts_are_told() -> None:
    log = log_of((1, equal(A, 1, A, B)), (2, equal(A, 2, A, B)), (3, equal(A, 3, A, C)))
    found = newest_parts({INR: derive(log)[INR].pairs}, changed(log, {})[:2])[INR]
    assert found == {(B, A): Parts((2,), 1), (C, A): Parts((3,), 0)}


def test_two_who_never_owed_each_other_anything_have_no_parts() -> None:
    log = log_of((1, equal(A, 5, A, B)), (2, equal(A, 5, A, C)))
    pairs = {INR: derive(log)[INR].pairs}
    found = newest_parts(pairs, changed(log, {}), wanted={INR: [(B, C), (B, A)]})
    assert found == {INR: {(B, C): Parts((), 0), (B, A): Parts((5,), 0)}}


def test_large_tables_of_several_payers_are_read_up_to_a_bound(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Both pay for three: six cells an entry, twice as many where it counted differently before."""
    two_pay = expense({A: 60, B: 30}, {A: 30, B: 30, C: 30})
    log = log_of((1, equal(A, 5, A, C)), (2, two_pay), (3, two_pay), (4, equal(A, 7, A, C)))
    read = {}
    for bound in (5, 6, 11, 12):
        monkeypatch.setattr(pair_breakdown, "CELLS_COMPUTED", bound)
        read[bound] = parts_of(log)[C, A]
    each = Parts((5, 20, 20, 7), 0)
    assert read == {5: Parts((7,), 3), 6: Parts((20, 7), 2), 11: Parts((20, 7), 2), 12: each}


def test_one_payer_for_many_is_no_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pair_breakdown, "CELLS_COMPUTED", 0)
    log = log_of((1, equal(A, 5, A, B, C)))
    assert parts_of(log)[C, A] == Parts((5,), 0)


def test_what_an_entry_counted_before_is_a_table_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    """Square after the entry, which is then edited: it has a part by what both come to."""
    two_pay = expense({A: 60, B: 30}, {A: 30, B: 30, C: 30})
    more = expense({A: 60, B: 60}, {A: 30, B: 30, C: 60})
    square = [(1, two_pay), (2, payment(C, A, 30))]
    monkeypatch.setattr(pair_breakdown, "CELLS_COMPUTED", 11)
    few = parts_of(log_of(*square, (1, more)))
    monkeypatch.setattr(pair_breakdown, "CELLS_COMPUTED", 12)
    enough = parts_of(log_of(*square, (1, more)))
    assert all(parts.newest == () for parts in few.values())
    assert any(parts.newest for parts in enough.values())


@given(logs(most=20), st.sampled_from([{}, {PEOPLE[0]: PEOPLE[2]}, {PEOPLE[1]: PEOPLE[2]}]))
def test_parts_are_those_of_all_entries(log: list[Change], merged: Merged) -> None:
    books = derive(log, merged)
    pairs = {currency: balances.pairs for currency, balances in books.items()}
    entries = changed(log, merged)
    told = newest_parts(pairs, iter(entries), merged)
    for currency in (INR, EUR):
        if currency not in books:
            continue
        assert told[currency].keys() == netted(pairs[currency]).keys()
        for (debtor, creditor), parts in told[currency].items():
            every = [
                minor
                for at_baseline, now in reversed(entries)
                for minor in _signed(part(at_baseline, now, currency, merged), debtor, creditor)
            ]
            assert sum(every) == netted(pairs[currency])[debtor, creditor]
            assert parts == Parts(tuple(every[-PARTS_NAMED:]), max(0, len(every) - PARTS_NAMED))


def _signed(parts: dict[Pair, int], debtor: MemberId, creditor: MemberId) -> Iterator[int]:
    if (debtor, creditor) in parts:
        yield parts[debtor, creditor]
    if (creditor, debtor) in parts:
        yield -parts[creditor, debtor]
