"""Amendments: what they change, keep, answer and refuse."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from sqlalchemy import text

from ledger.book.open_book import Book
from ledger.core import bounds
from ledger.core.amendment import Amendment
from ledger.core.answers.entry_changes import Written
from ledger.core.categories import category_key
from ledger.core.doubts import Doubts
from ledger.core.errors import Code
from ledger.core.members import Name, Sender
from ledger.core.money import Currency, Money
from ledger.core.shares import EQUAL_PART, Part, PartKind
from ledger.journal import amending, answering, sharing
from tests.ledger.chat import (
    ASHA,
    DIA,
    INR,
    Chat,
    expense,
    new_source,
    owed,
    rupees,
)
from tests.ledger.journal.refusing import chat_member, paid, refused


def test_a_payment_is_amended_in_its_amount_words_and_currency(chat: Chat) -> None:
    chat.settle(ASHA, "asha", "bob", rupees(5))
    source = new_source()
    more = Amendment(amount=rupees(8), note="cash")
    with chat.open(ASHA) as book:
        written = amending.amend(book, 1, more, source)
    assert (paid(written), owed(written)) == ({"Asha": 800}, {"Bob": 800})
    assert written.entry.contents.note == "cash"
    assert {share.part for share in written.entry.contents.shares} == {None}
    assert written.entry.contents.shares == tuple(
        replace(share, part=None) for share in written.entry.contents.split.shares(rupees(8))
    )
    with chat.open(ASHA) as book:
        again = amending.amend(book, 1, more, source)
    assert (again.repeated, again.entry) == (True, written.entry)
    with chat.open(ASHA) as book:
        euros = amending.amend(book, 1, Amendment(currency=Currency("EUR")), new_source())
    assert euros.entry.contents.amount == Money(800, Currency("EUR"))

    def amended(number: int, amendment: Amendment) -> Callable[[Book], object]:
        return lambda book: amending.amend(book, number, amendment, new_source())

    food = refused(chat, ASHA, amended(1, Amendment(category="food")))
    assert food.code is Code.NOT_AN_EXPENSE
    assert getattr(food.details["entry"], "number", None) == 1
    assert refused(chat, ASHA, amended(1, Amendment(amount=rupees(0)))).code is (
        Code.AMOUNT_NOT_POSITIVE
    )
    payers = tuple((Name(f"p{number}"), 100) for number in range(25))
    chat.split(ASHA, expense(25, "tea"))
    crowded = refused(chat, ASHA, amended(2, Amendment(payers=payers)))
    assert crowded.code is Code.LINE_CROWDED


def test_an_amendment_of_who_shares_moves_shares_and_one_of_words_does_not(chat: Chat) -> None:
    chat.split(ASHA, expense(1, "salt", "bob"))
    chat.split(ASHA, expense(100, "tea"))
    with chat.open(ASHA) as book:
        fewer = amending.amend(book, 2, Amendment(left_out=(Name("chen"),)), new_source())
        assert owed(fewer) == {"Asha": 5000, "Bob": 5000}
        named = amending.amend(
            book,
            2,
            Amendment(description="chai", category="#Food", on=date(2026, 3, 1)),
            new_source(),
        )
    contents = named.entry.contents
    assert contents.shares == fewer.entry.contents.shares
    assert contents.terms == fewer.entry.contents.terms
    assert (contents.description, contents.category, contents.on) == (
        "chai",
        category_key("#Food"),
        date(2026, 3, 1),
    )
    # An earlier version kept no terms: then leftover units go on by the entry's number.
    before = {"Asha": 3333, "Bob": 3333, "Chen": 3334}
    with chat.open(ASHA) as book:
        book.tx.connection.execute(text("UPDATE revisions SET split_terms = NULL"))
        whole = sharing.toggle_member(book, 2, chat_member(book, "chen"), new_source())
    assert owed(whole) == before


def test_an_amendment_keeps_parts_and_is_held_to_the_bounds(
    chat: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    exact = Part(PartKind.EXACT, 3000)
    chat.split(ASHA, expense(90, "tea", ("bob", exact), ("chen", EQUAL_PART)))
    with chat.open(ASHA) as book:
        written = amending.amend(book, 1, Amendment(amount=rupees(120)), new_source())
    assert {
        written.roster[share.member].first_name: share.part
        for share in written.entry.contents.owers
    } == {"Asha": EQUAL_PART, "Bob": exact, "Chen": EQUAL_PART}
    monkeypatch.setattr(bounds, "MOST_CELLS", 3)
    payers = ((Name("asha"), 6000), (Name("bob"), 6000))
    crowded = refused(
        chat, ASHA, lambda book: amending.amend(book, 1, Amendment(payers=payers), new_source())
    )
    assert (crowded.code, crowded.details) == (Code.LINE_CROWDED, {"most": 1, "payers": True})
    chat.settle(ASHA, "asha", "bob", rupees(5))
    monkeypatch.setattr(bounds, "MOST_CELLS", 0)
    with chat.open(ASHA) as book:
        assert amending.amend(book, 2, Amendment(amount=rupees(6)), new_source()).changed


def test_an_amendment_answers_the_doubts_that_it_is_about(chat: Chat) -> None:
    chat.join(DIA)
    chat.split(ASHA, expense(90, "kai tea", "bob"))
    bob, chen, dia = (chat.member(name).id for name in ("bob", "chen", "dia"))
    doubts = Doubts(
        seen=(bob,), unknown=("zoe", "kai"), which=(chen,), too=(chen, dia), own=Currency("INR")
    )

    def amended(amendment: Amendment) -> tuple[Doubts, Doubts]:
        """Return what is doubtful by the answer, and by the book."""
        with chat.open(ASHA) as book:
            written = amending.amend(book, 1, amendment, new_source())
        with chat.open(ASHA) as book:
            return written.entry.doubts, answering.as_it_is(book, 1).entry.doubts

    with chat.open() as book:
        book.tx.connection.execute(
            text("UPDATE entries SET doubts = :doubts"), {"doubts": doubts.written()}
        )
    assert amended(Amendment(note="late")) == (doubts, doubts)
    shared = Amendment(participants=((Name("chen"), EQUAL_PART),))
    left = Doubts(unknown=("kai",), too=(dia,), own=Currency("INR"))
    assert amended(shared) == (left, left)
    answered = replace(left, own=None)
    assert amended(Amendment(currency=Currency("EUR"))) == (answered, answered)


def test_the_same_number_in_another_currency_takes_the_parts_along(chat: Chat) -> None:
    euro = Currency("EUR")
    exact = Part(PartKind.EXACT, 3000)
    payers = ((Name("bob"), 7000), (Sender(), None))
    chat.split(ASHA, expense(100, "tea", ("bob", exact), ("chen", EQUAL_PART), payers=payers))

    def amended(amendment: Amendment) -> Callable[[Book], Written]:
        return lambda book: amending.amend(book, 1, amendment, new_source())

    unclear = refused(chat, ASHA, amended(Amendment(amount=Money(9000, euro))))
    assert unclear.details == {"amount": Money(3000, INR), "reason": "currency"}
    shared = Amendment(amount=Money(9000, euro), participants=((Name("chen"), EQUAL_PART),))
    still_paid = refused(chat, ASHA, amended(shared))
    assert still_paid.details == {"amount": Money(7000, INR), "reason": "currency"}
    by_asha = Amendment(amount=Money(9000, euro), payers=((Sender(), None),))
    still_parts = refused(chat, ASHA, amended(by_asha))
    assert still_parts.details == {"amount": Money(3000, INR), "reason": "currency"}
    with chat.open(ASHA) as book:
        same = amended(Amendment(amount=Money(10000, euro)))(book)
    assert same.entry.contents.amount == Money(10000, euro)
    assert paid(same) == {"Asha": 3000, "Bob": 7000}
    assert owed(same)["Bob"] == 3000
    with chat.open(ASHA) as book:
        both = amended(
            Amendment(
                amount=rupees(90),
                participants=((Name("chen"), EQUAL_PART),),
                payers=((Sender(), None),),
            )
        )(book)
    assert (both.entry.contents.amount, paid(both)) == (rupees(90), {"Asha": 9000})


def _amended(amendment: Amendment, book: Book) -> Written:
    return amending.amend(book, 1, amendment, new_source())


def test_an_amendment_has_room_for_as_many_names_as_a_line_and_tells_of_slips(chat: Chat) -> None:
    chat.split(ASHA, expense(90, "tea", "bob"))
    many = tuple(Name(f"p{number}") for number in range(51))
    for crowd in (
        Amendment(participants=tuple((name, EQUAL_PART) for name in many)),
        Amendment(left_out=many),
    ):
        crowded = refused(chat, ASHA, partial(_amended, crowd))
        assert (crowded.code, crowded.details) == (Code.LINE_CROWDED, {"most": 50, "payers": False})
    with chat.open(ASHA) as book:
        slip = amending.amend(
            book, 1, Amendment(participants=((Name("chenn"), EQUAL_PART),)), new_source()
        )
    assert [member.first_name for member in slip.newcomers] == ["chenn"]
    assert [(new.first_name, meant.first_name) for new, meant in slip.lookalikes] == [
        ("chenn", "Chen")
    ]
