"""Recording payments: what is kept of them, what is asked of whom, and what all of a debt is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from ledger.book.open_book import Book
from ledger.core.entries import Source
from ledger.core.errors import Code
from ledger.core.members import Name
from ledger.core.money import Currency, Money
from ledger.core.split_terms import handed_over
from ledger.journal import recording
from tests.ledger.chat import ASHA, BOB, CHEN, INR, Chat, expense, new_source, rupees
from tests.ledger.journal.refusing import refused

EUR, USD = Currency("EUR"), Currency("USD")


def test_a_payment_keeps_its_parties_note_and_day(chat: Chat) -> None:
    day = date(2026, 2, 28)
    with chat.open(ASHA) as book:
        paid = recording.record_payment(
            book, Name("asha"), Name("bob"), rupees(5), new_source(), "cash", on=day
        )
    contents = paid.entry.contents
    asha, bob = chat.member("asha").id, chat.member("bob").id
    assert (contents.note, contents.on, contents.description) == ("cash", day, "")
    assert contents.terms == replace(handed_over(asha, bob), rotation=1)
    with chat.open(ASHA) as book:
        kept = recording.repeated_write(book, paid.entry.source)
    assert kept is not None
    assert kept.entry.contents.terms is not None
    assert kept.entry.contents.terms.payers == ((asha, None),)


def test_the_same_source_pays_once_and_answers_the_same(chat: Chat) -> None:
    pay = partial(
        recording.record_payment,
        payer=Name("asha"),
        payee=Name("bob"),
        amount=rupees(5),
        source=Source("line"),
    )
    with chat.open(ASHA) as book:
        first = pay(book)
    with chat.open(ASHA) as book:
        again = pay(book)
    assert (first.repeated, again.repeated) == (False, True)
    assert again.entry == first.entry
    assert chat.nets() == {"Asha": 500, "Bob": -500}


def test_a_payment_that_an_edit_made_possible_is_found_by_the_edit_as_well(chat: Chat) -> None:
    edit = Source("edit")
    with chat.open(ASHA) as book:
        recording.record_payment(
            book, Name("asha"), Name("bob"), rupees(5), Source("line"), by_edit=edit
        )
    with chat.open(ASHA) as book:
        found = recording.repeated_write(book, edit)
    assert found is not None
    assert found.entry.number == 1


def test_so_is_an_expense(chat: Chat) -> None:
    edit = Source("edit")
    with chat.open(ASHA) as book:
        recording.record_expense(book, expense(90), Source("line"), by_edit=edit)
    with chat.open(ASHA) as book:
        found = recording.repeated_write(book, edit)
    assert found is not None
    assert found.entry.number == 1


def test_all_that_is_owed_is_of_the_groups_currency_first(chat: Chat) -> None:
    chat.split(ASHA, expense(Money(1000, EUR), "train", "bob"))
    chat.split(ASHA, expense(100, "tea", "bob"))
    assert chat.settle(BOB, "bob", "asha").entry.contents.amount == rupees(50)
    assert chat.settle(BOB, "bob", "asha").entry.contents.amount == Money(500, EUR)


def test_and_else_of_the_first_that_has_some(chat: Chat) -> None:
    chat.split(ASHA, expense(Money(2000, USD), "cab", "bob"))
    chat.split(ASHA, expense(Money(1000, EUR), "train", "bob"))
    assert chat.settle(BOB, "bob", "asha").entry.contents.amount == Money(500, EUR)


def test_what_is_refused_names_both(chat: Chat) -> None:
    chat.split(ASHA, expense(100, "tea", "bob"))
    asha, bob = chat.member("asha"), chat.member("bob")

    def pressed(minor: int) -> Callable[[Book], object]:
        return lambda book: recording.pay_suggestion(
            book, bob.id, asha.id, INR, new_source(), minor
        )

    theirs = refused(chat, CHEN, pressed(5000))
    assert (theirs.code, theirs.details) == (
        Code.NOT_YOUR_PAYMENT,
        {"payer": bob, "payee": asha},
    )
    other = refused(chat, BOB, pressed(4999))
    assert other.code is Code.PLAN_CHANGED
    nothing = refused(
        chat,
        BOB,
        lambda book: recording.record_payment(book, Name("asha"), Name("bob"), None, new_source()),
    )
    assert (nothing.code, nothing.details) == (Code.NOTHING_OWED, {"payer": asha, "payee": bob})
    same = refused(
        chat,
        BOB,
        lambda book: recording.record_payment(
            book, Name("bob"), Name("bob"), rupees(1), new_source()
        ),
    )
    assert (same.code, same.details) == (Code.SAME_PERSON, {"member": bob})


def test_nobody_new_is_made_by_a_payment(chat: Chat) -> None:
    for payer, payee in (("zoe", "bob"), ("bob", "zoe")):
        pay = partial(
            recording.record_payment,
            payer=Name(payer),
            payee=Name(payee),
            amount=rupees(1),
            source=new_source(),
        )
        error = refused(chat, ASHA, pay)
        assert error.code is Code.UNKNOWN_NAME
        assert "zoe" not in chat.members()


def test_a_suggestion_pays_what_was_shown_although_more_currencies_are_owed(chat: Chat) -> None:
    chat.split(ASHA, expense(100, "tea", "bob"))
    chat.split(ASHA, expense(Money(1000, EUR), "train", "bob"))
    asha, bob = chat.member("asha").id, chat.member("bob").id
    with chat.open(BOB) as book:
        paid = recording.pay_suggestion(book, bob, asha, EUR, new_source(), 500)
    assert paid.entry.contents.amount == Money(500, EUR)
