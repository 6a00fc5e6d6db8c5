"""A group without a chat goes on by time, goes out as a file, and has nobody to tell."""

from __future__ import annotations

import pytest

from ledger.core.accounts import Account
from ledger.core.members import GroupId
from ledger.exchange import exporting
from ledger.schedules import recurring, reminders
from ledger.storage.database import Store
from tests.ledger.accounts.http import Http
from tests.ledger.beats import at, live_until, monthly, waiting
from tests.ledger.chat import ASHA, Chat, expense, new_source


@pytest.fixture
def bob(http: Http) -> Account:
    return http.register("Bob Smith")


@pytest.fixture
def flat(http: Http, bob: Account) -> GroupId:
    return http.found("Flat", bob, http.register("Charlie Brown"))


def test_what_recurs_is_recorded_and_nobody_is_told(
    http: Http, chat: Chat, flat: GroupId, bob: Account
) -> None:
    http.split(flat, bob, expense(100, "tea", everyone=True))  # so there is a weekly summary
    with http.open(flat, bob) as book:
        rent = expense(15000, "rent", everyone=True)
        recurring.make(book, monthly(1), rent, new_source())
        reminders.set_reminders(book, reminders.daily(), None)
    assert live_until(chat, at(2026, 4, 20)) == []
    assert waiting(chat) == ()
    assert http.nets(flat) == {"Bob": 7550, "Charlie": -7550}


def test_a_chat_is_told_as_before_beside_it(
    http: Http, chat: Chat, flat: GroupId, bob: Account
) -> None:
    chat.join(ASHA)
    for recur in ("rent", "power"):
        with http.open(flat, bob) as book:
            line = expense(15000, recur, everyone=True)
            recurring.make(book, monthly(1), line, new_source())
        with chat.open(ASHA) as book:
            recurring.make(book, monthly(1), line, new_source())
    told = live_until(chat, at(2026, 4, 2))
    assert {notice.chat_id for _, notice in told} == {chat.place.chat_id}


def test_its_book_goes_out_as_a_file(http: Http, store: Store, flat: GroupId, bob: Account) -> None:
    http.split(flat, bob, expense(100, "tea", everyone=True))
    with http.open(flat, bob) as book:
        outlined = exporting.outline(book)
        entries = exporting.piece(book, outlined, 1)
        assert entries is not None
        foreign = exporting.whole(outlined, entries)
    assert [person.name for person in foreign.people] == ["Bob Smith", "Charlie Brown"]
    assert [entry.description for entry in foreign.entries] == ["tea"]
