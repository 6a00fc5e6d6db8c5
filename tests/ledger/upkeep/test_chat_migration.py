"""A group that becomes a supergroup keeps its book, whichever is known first."""

from __future__ import annotations

import pytest

from ledger.book import membership
from ledger.book.entry_lookup import find, may_change
from ledger.core.answers.member_changes import Guest
from ledger.core.clock import MovableClock
from ledger.reports import history
from ledger.storage import group_rows
from ledger.storage.group_rows import chat_id_of
from ledger.upkeep.chat_migration import follow_migration
from tests.ledger.chat import ASHA, BOB, CHEN, DIA, INR, Chat, expense, new_source, person


@pytest.fixture
def chat(chat: Chat) -> Chat:
    chat.join(ASHA, BOB, CHEN)
    return chat


@pytest.mark.parametrize("times", [1, 2])
def test_a_group_that_becomes_a_supergroup_keeps_its_book(
    chat: Chat, clock: MovableClock, times: int
) -> None:
    chat.split(ASHA, expense(100, "tea", "bob"))
    for _ in range(times):
        with chat.store.transaction() as tx:
            follow_migration(tx, -1, -1001)
    after = Chat(chat.store, clock, chat_id=-1001, title="Goa!")
    assert after.split(BOB, expense(100, "cake", "asha")).entry.number == 2
    assert chat.nets() == {}
    with after.open() as book:
        assert chat_id_of(book.tx, book.group.id) == -1001


def test_two_unknown_chats_have_no_book_to_keep(chat: Chat) -> None:
    with chat.store.transaction() as tx:
        follow_migration(tx, -50, -51)
        assert group_rows.by_chat(tx.connection, -51) is None


def test_commands_that_came_before_the_migration_was_known_join_the_old_book(
    chat: Chat, clock: MovableClock
) -> None:
    chat.split(ASHA, expense(100, "tea", "bob"))
    chat.split(ASHA, expense(30, "cake", "zoe"))
    with chat.open(ASHA, admin=True) as book:
        membership.add_members(book, [Guest("Grandma")])
    after = Chat(chat.store, clock, chat_id=-1001)
    after.join(person(9, "Zoe", "zoe"), BOB, DIA)
    with after.open(BOB, admin=True) as book:
        membership.add_members(book, [Guest("grandma")])
    after.split(BOB, expense(100, "taxi", "zoe", "asha"))
    after.split(DIA, expense(40, "tip", "Grandma"))
    with chat.store.transaction() as tx:
        follow_migration(tx, -1, -1001)
    assert sorted(after.members()) == ["Asha", "Bob", "Chen", "Dia", "Grandma", "Zoe"]
    with after.open() as book:
        page = history.page(book)
    assert [(entry.number, entry.contents.description) for entry in page.entries] == [
        (4, "tip"),
        (3, "taxi"),
        (2, "cake"),
        (1, "tea"),
    ]
    assert after.nets() == chat.nets()
    assert after.split(ASHA, expense(1)).entry.number == 5
    with after.open(BOB) as book:
        assert not book.first_visit
        assert may_change(book, find(book, 3))


def test_a_book_of_the_new_chat_keeps_its_numbers_when_the_old_one_is_empty(
    chat: Chat, clock: MovableClock
) -> None:
    after = Chat(chat.store, clock, chat_id=-1001)
    after.split(ASHA, expense(100, "tea", "bob"))
    with chat.store.transaction() as tx:
        follow_migration(tx, -1, -1001)
    assert after.nets() == {"Asha": 5000, "Bob": -5000}
    assert "Chen" in after.members()
    assert chat.split(BOB, expense(100), new_source()).entry.number == 2
    assert chat.nets(INR)
