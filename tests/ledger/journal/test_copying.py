"""Copying: an entry again, today, by whoever asks, perhaps with something else in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from ledger.book.open_book import Book
from ledger.core import bounds
from ledger.core.amendment import Amendment
from ledger.core.answers.entry_changes import Written
from ledger.core.clock import MovableClock
from ledger.core.doubts import NO_DOUBTS, Doubts
from ledger.core.entries import EntryKind, Source
from ledger.core.errors import Code
from ledger.core.members import Name, Person
from ledger.core.money import Currency, Money
from ledger.core.shares import Part, PartKind
from ledger.journal.copying import copy
from ledger.journal.recording import record_expense
from tests.ledger.chat import (
    ASHA,
    BOB,
    CHEN,
    INR,
    Chat,
    by_name,
    expense,
    new_source,
    owed,
    rupees,
)
from tests.ledger.journal.refusing import paid, refused

TWICE = Part(PartKind.SHARES, 20_000)


def copied(chat: Chat, who: Person, number: int, amendment: Amendment | None = None) -> Written:
    with chat.open(who) as book:
        return copy(book, number, new_source(), amendment)


def copying(number: int, amendment: Amendment | None = None) -> Callable[[Book], object]:
    return lambda book: copy(book, number, new_source(), amendment)


def test_an_expense_is_recorded_again_today_by_whoever_asks(
    chat: Chat, clock: MovableClock
) -> None:
    first = chat.split(
        ASHA, expense(90, "tea", "bob", ("chen", TWICE), payers=[(Name("bob"), None)])
    )
    clock.move(timedelta(days=3))
    again = copied(chat, CHEN, 1)
    assert (again.entry.number, again.twin, again.repeated) == (2, None, False)
    assert again.entry.author == chat.member("chen").id
    assert again.entry.contents.on == first.entry.contents.on + timedelta(days=3)
    assert again.entry.contents.description == "tea"
    assert (owed(again), paid(again)) == (owed(first), {"Bob": 9000})
    assert again.entry.contents.shares == first.entry.contents.shares
    assert again.entry.contents.terms == replace(first.entry.contents.split, rotation=2)
    assert by_name(again, again.nets) == {"Bob": 12000, "Chen": -12000}


def test_the_left_over_unit_takes_turns(chat: Chat) -> None:
    chat.split(ASHA, expense(Money(100, INR), "tea"))
    more = [
        name for _ in range(3) for name, minor in owed(copied(chat, ASHA, 1)).items() if minor == 34
    ]
    assert sorted(more) == ["Asha", "Bob", "Chen"]


def test_the_same_source_copies_once(chat: Chat) -> None:
    chat.split(ASHA, expense(90))
    for repeated in (False, True):
        with chat.open(ASHA) as book:
            again = copy(book, 1, Source("again"))
        assert (again.entry.number, again.repeated) == (2, repeated)


def test_a_payment_is_made_again(chat: Chat) -> None:
    chat.settle(ASHA, "asha", "bob", rupees(5))
    again = copied(chat, CHEN, 1, Amendment(amount=rupees(8), note="cash"))
    contents = again.entry.contents
    assert contents.kind is EntryKind.PAYMENT
    assert (contents.amount, contents.note) == (rupees(8), "cash")
    assert {share.part for share in contents.shares} == {None}
    assert chat.nets() == {"Asha": 1300, "Bob": -1300}
    error = refused(chat, ASHA, copying(1, Amendment(category="food")))
    assert error.code is Code.NOT_AN_EXPENSE
    assert error.details["entry"].number == 1  # type: ignore[attr-defined]


def test_what_is_said_otherwise_is_otherwise(chat: Chat) -> None:
    chat.split(ASHA, expense(90, "tea", "bob", category="food"))
    euros = Amendment(
        amount=Money(1000, Currency("EUR")),
        description="train",
        participants=((Name("chen"), TWICE),),
    )
    again = copied(chat, ASHA, 1, euros)
    contents = again.entry.contents
    assert (contents.amount, contents.description) == (euros.amount, "train")
    assert contents.category == "food"
    assert owed(again) == {"Asha": 333, "Chen": 667}
    error = refused(chat, ASHA, copying(1, Amendment(amount=rupees(0))))
    assert error.code is Code.AMOUNT_NOT_POSITIVE


def test_an_entry_that_was_deleted_can_be_copied_and_one_that_never_was_not(chat: Chat) -> None:
    chat.split(ASHA, expense(90, "tea", "bob"))
    chat.delete(ASHA, 1)
    assert owed(copied(chat, BOB, 1)) == {"Asha": 4500, "Bob": 4500}
    error = refused(chat, BOB, copying(7))
    assert (error.code, error.details) == (Code.NO_SUCH_ENTRY, {"number": 7})


def test_nobody_in_particular_copies_nothing(chat: Chat) -> None:
    chat.split(ASHA, expense(90))
    assert refused(chat, None, copying(1)).code is Code.NOT_A_PERSON


def test_whom_an_earlier_line_brought_along_the_copy_does_not(chat: Chat) -> None:
    with chat.open(ASHA) as book:
        record_expense(book, expense(90, "tea", "zoe"), new_source())
        again = copy(book, 1, new_source())
    assert again.newcomers == ()


def test_a_table_of_an_older_entry_may_be_too_large_by_now(
    chat: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    both = [(Name("asha"), 4000), (Name("bob"), None)]
    chat.split(ASHA, expense(90, "tea", payers=both))
    chat.settle(ASHA, "asha", "bob", rupees(5))
    monkeypatch.setattr(bounds, "MOST_CELLS", 3)
    assert refused(chat, ASHA, copying(1)).code is Code.LINE_CROWDED
    assert copied(chat, ASHA, 2).entry.number == 3


def test_a_copy_is_doubtful_where_its_change_is_and_not_where_the_first_was(chat: Chat) -> None:
    chat.split(ASHA, replace(expense(90, "tea", "bob"), doubts=Doubts(unknown=("train",))))
    assert copied(chat, ASHA, 1).entry.doubts == NO_DOUBTS
    amendment = Amendment(note="late", doubts=Doubts(unknown=("zoe",)))
    assert copied(chat, ASHA, 1, amendment).entry.doubts == Doubts(unknown=("zoe",))
