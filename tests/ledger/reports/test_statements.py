"""Who stands how with whom: pairs and the parts they are made of, plans, one's own standing."""

from __future__ import annotations

import pytest

from ledger.book import settlement_plan
from ledger.core.clock import MovableClock
from ledger.core.members import Name
from ledger.core.money import Currency, Money
from ledger.reports import statements
from ledger.upkeep import group_settings
from tests.ledger.chat import ASHA, BOB, CHEN, DIA, Chat, expense, person, rupees


@pytest.fixture
def chat(chat: Chat) -> Chat:
    chat.join(ASHA, BOB, CHEN)
    return chat


def test_pairs_show_the_last_five_parts(chat: Chat) -> None:
    for amount in range(1, 8):
        chat.split(ASHA, expense(2 * amount, "tea", "bob"))
    chat.settle(BOB, "bob", "asha", rupees(10))
    assert chat.pairs() == [("Bob", "Asha", 1800, (400, 500, 600, 700, -1000), 3)]


def test_pairs_begin_anew_when_everybody_is_square(chat: Chat) -> None:
    chat.split(ASHA, expense(100, "tea", "bob"))
    chat.settle(BOB, "bob", "asha")
    assert chat.pairs() == []
    chat.split(ASHA, expense(30, "cake", "bob"))
    chat.revise(ASHA, 1, expense(80, "tea", "bob"))
    assert chat.pairs() == [("Bob", "Asha", 500, (-1000, 1500), 0)]


def test_parts_stand_in_the_order_of_their_entries(chat: Chat) -> None:
    chat.split(ASHA, expense(1000, "tea", "bob"))
    chat.split(ASHA, expense(500, "tea", "bob"))
    chat.split(BOB, expense(250, "tea", "asha"))
    chat.settle(BOB, "bob", "asha", rupees(50))
    chat.revise(ASHA, 1, expense(1100, "tea", "bob"))
    assert chat.pairs() == [("Bob", "Asha", 62500, (55000, 25000, -12500, -5000), 0)]
    chat.settle(BOB, "bob", "asha", rupees(1))
    chat.settle(BOB, "bob", "asha", rupees(2))
    assert chat.pairs() == [("Bob", "Asha", 62200, (25000, -12500, -5000, -100, -200), 1)]


def test_parts_are_looked_for_in_the_newest_entries_only(
    chat: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(statements, "_ENTRIES_READ", 3)
    monkeypatch.setattr(statements, "_ENTRIES_AT_ONCE", 2)
    monkeypatch.setattr(statements, "_CHANGES_READ", 6)
    chat.split(ASHA, expense(2, "tea", "bob"))
    chat.split(ASHA, expense(10, "cake", "chen"))
    for amount in (4, 6, 8):
        chat.split(ASHA, expense(amount, "tea", "bob"))
    chat.revise(ASHA, 3, expense(12, "tea", "bob"))
    chat.delete(ASHA, 5)
    assert chat.pairs() == [
        ("Bob", "Asha", 1000, (600, 300), 1),
        ("Chen", "Asha", 500, (), 1),
    ]
    monkeypatch.setattr(statements, "_CHANGES_READ", 7)
    assert chat.pairs() == [
        ("Bob", "Asha", 1000, (100, 600, 300), 0),
        ("Chen", "Asha", 500, (500,), 0),
    ]


def test_an_old_entry_changed_since_all_were_square_is_a_part(
    chat: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(statements, "_ENTRIES_READ", 2)
    for amount in (100, 20):
        chat.split(ASHA, expense(amount, "tea", "bob"))
    chat.settle(BOB, "bob", "asha")
    chat.split(ASHA, expense(30, "cake", "bob"))
    chat.revise(ASHA, 1, expense(80, "tea", "bob"))
    assert chat.pairs() == [("Bob", "Asha", 500, (-1000, 1500), 0)]


def test_parts_in_several_currencies_count_from_their_own_moments(chat: Chat) -> None:
    euro, dirham = Currency("EUR"), Currency("AED")
    chat.split(ASHA, expense(Money(100, euro), "tea", "bob"))
    chat.split(ASHA, expense(Money(200, dirham), "tea", "bob"))
    chat.settle(BOB, "bob", "asha", Money(50, euro))
    chat.split(ASHA, expense(Money(8, euro), "tea", "bob"))
    chat.revise(ASHA, 1, expense(Money(60, dirham), "tea", "bob"))
    chat.settle(BOB, "bob", "asha", Money(130, dirham))
    chat.revise(ASHA, 2, expense(Money(220, dirham), "tea", "bob"))
    assert chat.pairs() == [
        ("Bob", "Asha", 10, (10,), 0),
        ("Asha", "Bob", 46, (50, -4), 0),
    ]


def test_without_simplifying_payments_follow_pairs(chat: Chat) -> None:
    chat.split(ASHA, expense(100, "tea", "bob", left_out=[Name("asha")]))
    chat.split(BOB, expense(100, "cake", "chen", left_out=[Name("bob")]))
    assert chat.plan() == [("Chen", "Asha", 10000)]
    with chat.open(ASHA, admin=True) as book:
        group_settings.set_simplify(book, False)
    assert chat.plan() == [("Bob", "Asha", 10000), ("Chen", "Bob", 10000)]
    chat.settle(CHEN, "chen", "bob")
    assert chat.plan() == [("Bob", "Asha", 10000)]


def test_the_groups_currency_stands_first(chat: Chat) -> None:
    for code in ("EUR", "INR", "AED"):
        chat.split(ASHA, expense(Money(1000, Currency(code)), "tea", "bob"))
    with chat.open() as book:
        sheet = statements.balance(book)
        assert [of.currency for of in sheet.currencies] == ["INR", "AED", "EUR"]
        assert set(settlement_plan.suggested(book)) == {"INR", "AED", "EUR"}
        standing = statements.standing(book, Name("asha"))
        assert [currency for currency, _ in standing.currencies] == ["INR", "AED", "EUR"]
        assert statements.standing(book, Name("chen")).currencies == ()


def test_my_standing_is_of_all_my_groups_and_nobody_elses(chat: Chat, clock: MovableClock) -> None:
    chat.split(ASHA, expense(100, "tea", "bob"))
    office = Chat(chat.store, clock, chat_id=-2, title="Office")
    office.join(DIA, BOB)
    secret = Chat(chat.store, clock, chat_id=-3, title="Secret")
    secret.join(DIA)
    with chat.store.transaction() as tx:
        mine = statements.my_standing(tx, BOB.id)
        assert statements.my_standing(tx, person(999, "X").id) == ()
    assert [(of.group.title, of.nets) for of in mine] == [
        ("Goa", (rupees(-50),)),
        ("Office", ()),
    ]
