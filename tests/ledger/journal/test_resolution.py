"""Looking up a line: who is named twice, which amounts can be recorded, whose share counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from ledger.book import lookup, membership
from ledger.book.open_book import Book
from ledger.core.entries import Source
from ledger.core.errors import Code
from ledger.core.expense_line import ExpenseLine
from ledger.core.members import Name
from ledger.core.money import MAX_MINOR, Currency, Money
from ledger.journal import recording
from tests.ledger.chat import ASHA, BOB, INR, Chat, expense, new_source, owed
from tests.ledger.journal.refusing import paid, refused


def recorded(line: ExpenseLine) -> Callable[[Book], object]:
    return lambda book: recording.record_expense(book, line, new_source())


@pytest.mark.parametrize(
    "line",
    [
        expense(90, "tea", "bob", "bob"),
        expense(90, "tea", payers=[(Name("bob"), 10), (Name("bob"), None)]),
        expense(90, "tea", everyone=True, left_out=[Name("bob"), Name("bob")]),
        expense(90, "tea", "bob", everyone=True, left_out=[Name("bob")]),
    ],
)
def test_who_is_named_twice_is_said(chat: Chat, line: ExpenseLine) -> None:
    error = refused(chat, ASHA, recorded(line))
    assert error.code is Code.PERSON_TWICE
    assert error.details == {"member": chat.member("bob")}


def test_those_left_out_count_among_the_names(chat: Chat) -> None:
    with chat.open(ASHA, admin=True) as book:
        membership.add_members(book, [Name(f"guest{number}") for number in range(50)])
    names: Sequence[Name] = [Name(f"guest{number}") for number in range(50)]
    chat.split(ASHA, expense(90, everyone=True, left_out=names))
    more = expense(90, "tea", "bob", everyone=True, left_out=names)
    assert refused(chat, ASHA, recorded(more)).code is Code.LINE_CROWDED


def test_so_do_those_who_paid_of_whom_there_may_be_few(chat: Chat) -> None:
    with chat.open(ASHA, admin=True) as book:
        membership.add_members(book, [Name(f"guest{number}") for number in range(21)])
    some: Sequence[tuple[Name, None]] = [(Name(f"guest{number}"), None) for number in range(21)]
    error = refused(chat, ASHA, recorded(expense(90, "tea", "bob", payers=some)))
    assert (error.code, error.details) == (Code.LINE_CROWDED, {"most": 20, "payers": True})


def test_whoever_paid_may_be_new_and_answered_so_again(chat: Chat) -> None:
    source = Source("line")
    line = expense(90, "tea", "bob", payers=[(Name("zoe"), None)])
    for _ in range(2):
        written = chat.split(ASHA, line, source)
        assert [one.first_name for one in written.newcomers] == ["zoe"]
        assert paid(written) == {"zoe": 9000}
        assert written.roster[chat.member("zoe").id].first_name == "zoe"


def test_nobody_new_is_left_out(chat: Chat) -> None:
    error = refused(chat, ASHA, recorded(expense(90, everyone=True, left_out=[Name("zoe")])))
    assert error.code is Code.UNKNOWN_NAME
    assert "zoe" not in chat.members()


def test_amounts_from_one_unit_to_the_most_are_recorded(chat: Chat) -> None:
    for minor in (1, MAX_MINOR):
        chat.split(ASHA, expense(Money(minor, INR), "tea", "bob"))
    for minor, code in ((0, Code.AMOUNT_NOT_POSITIVE), (MAX_MINOR + 1, Code.AMOUNT_TOO_LARGE)):
        error = refused(chat, ASHA, recorded(expense(Money(minor, INR), "tea", "bob")))
        assert (error.code, error.details) == (code, {"amount": Money(minor, INR)})


def test_default_shares_count_and_money_that_came_back_is_kept_as_that(chat: Chat) -> None:
    with chat.open(ASHA) as book:
        book.people.set_weight(lookup.resolve(book, Name("bob"), make=False), 20_000)
    assert owed(chat.split(ASHA, expense(90, "tea", "bob"))) == {"Asha": 3000, "Bob": 6000}
    back = chat.split(ASHA, replace(expense(90, "deposit", "bob"), refund=True))
    assert back.entry.contents.is_refund


def test_the_same_source_answers_all_that_the_first_did(chat: Chat) -> None:
    chat.split(ASHA, expense(10, "tea", "zoe"))
    source = Source("line")
    first = chat.split(BOB, expense(30, "cake", "zeo"), source)
    again = chat.split(BOB, expense(30, "cake", "zeo"), source)
    assert again.entry == first.entry
    assert again.roster == first.roster
    assert [one.first_name for one in again.newcomers] == ["zeo"]
    assert again.lookalikes == first.lookalikes
    assert again.lookalikes
    assert (again.twin, again.unequal_elsewhere) == (None, frozenset())


def test_a_payment_answered_again_says_who_is_not_square_elsewhere(chat: Chat) -> None:
    chat.split(ASHA, expense(Money(1000, INR), "train", "bob"))
    with chat.open(BOB) as book:
        paid = recording.record_payment(
            book, Name("bob"), Name("asha"), Money(5, Currency("EUR")), Source("pay")
        )
    assert paid.unequal_elsewhere
    with chat.open(BOB) as book:
        again = recording.repeated_write(book, Source("pay"))
    assert again is not None
    assert again.unequal_elsewhere == paid.unequal_elsewhere
