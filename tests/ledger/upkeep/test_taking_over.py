"""A chat takes a group's book over: members, entries and ids stay, and the chat goes on with it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from ledger.accounts import registering, showing
from ledger.core.accounts import Account
from ledger.core.clock import MovableClock
from ledger.core.entries import Source
from ledger.core.errors import Code, LedgerError
from ledger.core.groups import Place
from ledger.core.members import GroupId
from ledger.schedules import recurring
from ledger.storage.database import Store
from ledger.upkeep.chat_migration import follow_migration
from ledger.upkeep.group_settings import set_language
from ledger.upkeep.taking_over import start_code, take_over
from tests.ledger.accounts.http import Http
from tests.ledger.beats import at, live_until, monthly
from tests.ledger.chat import ASHA, BOB, Chat, expense


@pytest.fixture
def http(store: Store, clock: MovableClock) -> Http:
    return Http(store, clock)


@pytest.fixture
def rupali(http: Http) -> Account:
    return http.register("Rupali Sharma")


@pytest.fixture
def dia(http: Http) -> Account:
    return http.register("Dia")


@pytest.fixture
def goa(http: Http, rupali: Account, dia: Account) -> GroupId:
    group = http.found("Goa trip", rupali, dia)
    http.split(group, rupali, expense(100, "tea", everyone=True))
    return group


def code_for(http: Http, group: GroupId, who: Account) -> str:
    with http.open(group, who) as book:
        return start_code(book)[0]


def take(chat: Chat, code: str) -> GroupId:
    with chat.store.transaction() as tx:
        return take_over(tx, chat.place, code).id


def refusal(chat: Chat, code: str) -> Code:
    with pytest.raises(LedgerError) as refused:
        take(chat, code)
    return refused.value.code


def test_a_new_chat_goes_on_with_the_groups_book(
    http: Http, chat: Chat, goa: GroupId, rupali: Account
) -> None:
    with http.open(goa, rupali) as book:
        before = showing.card(book)
    assert take(chat, code_for(http, goa, rupali)) == goa
    chat.join(ASHA)
    chat.split(ASHA, expense(300, "taxi", everyone=True))
    assert http.nets(goa) == {"Asha": 200, "Rupali": -50, "Dia": -150}
    with http.open(goa, rupali) as book:
        after = showing.card(book)
    assert after.public_id == before.public_id
    assert after.in_chat
    assert after.group.title == chat.place.title
    assert after.members[:2] == before.members


def test_whoever_was_met_in_the_chat_before_is_a_member_and_the_chats_language_is_kept(
    http: Http, chat: Chat, goa: GroupId, rupali: Account
) -> None:
    with http.open(goa, rupali) as book:
        known = showing.card(book).public_id
    chat.join(ASHA, BOB)
    with chat.open(ASHA, admin=True) as book:
        set_language(book, "hi")
        showing.card(book)
    take(chat, code_for(http, goa, rupali))
    assert http.names(goa) == ["Rupali", "Dia", "Asha", "Bob"]
    with chat.open(ASHA) as book:
        assert book.group.id == goa
        assert book.group.language == "hi"
        assert showing.card(book).public_id == known


def test_whoever_is_in_both_is_one_member(
    http: Http, chat: Chat, goa: GroupId, rupali: Account
) -> None:
    chat.join(ASHA)
    with chat.store.transaction() as tx:
        asha = registering.of_user(tx, ASHA.id)
    http.add(goa, rupali, asha)
    take(chat, code_for(http, goa, rupali))
    assert http.names(goa) == ["Rupali", "Dia", "Asha"]


def test_a_placeholder_is_met_when_it_acts_in_the_chat(
    http: Http, chat: Chat, goa: GroupId, rupali: Account
) -> None:
    http.split(goa, rupali, expense(200, "hotel", "rupali", "asha"))
    take(chat, code_for(http, goa, rupali))
    chat.join(ASHA)
    assert http.nets(goa) == {"Rupali": 150, "Asha": -100, "Dia": -50}


def test_a_chat_with_entries_keeps_its_own_book(
    http: Http, chat: Chat, goa: GroupId, rupali: Account
) -> None:
    chat.join(ASHA, BOB)
    chat.split(ASHA, expense(100, "tea", "asha", "bob"))
    assert refusal(chat, code_for(http, goa, rupali)) is Code.CHAT_HAS_BOOK
    assert chat.nets() == {"Asha": 5000, "Bob": -5000}


def test_the_same_command_handled_twice_changes_nothing(
    http: Http, chat: Chat, goa: GroupId, rupali: Account
) -> None:
    code = code_for(http, goa, rupali)
    take(chat, code)
    chat.join(ASHA)
    chat.split(ASHA, expense(300, "taxi", everyone=True))
    assert take(chat, code) == goa
    assert http.names(goa) == ["Rupali", "Dia", "Asha"]


def test_a_code_is_one_chats_and_old_after_a_day(
    http: Http, chat: Chat, goa: GroupId, rupali: Account, clock: MovableClock
) -> None:
    first, code = code_for(http, goa, rupali), code_for(http, goa, rupali)
    assert refusal(chat, first) is Code.BAD_CODE
    assert refusal(chat, "nonsense") is Code.BAD_CODE
    clock.move_to(clock.now() + timedelta(days=1))
    assert refusal(chat, code) is Code.BAD_CODE
    good = code_for(http, goa, rupali)
    take(chat, good)
    assert refusal(Chat(http.store, clock, chat_id=-2), good) is Code.BAD_CODE


def test_admins_of_a_group_without_a_chat_give_codes(
    http: Http, chat: Chat, goa: GroupId, rupali: Account, dia: Account
) -> None:
    with pytest.raises(LedgerError) as refused:
        code_for(http, goa, dia)
    assert refused.value.code is Code.ADMINS_ONLY
    take(chat, code_for(http, goa, rupali))
    with pytest.raises(LedgerError) as refused:
        code_for(http, goa, rupali)
    assert refused.value.code is Code.IN_CHAT_ALREADY


def test_what_recurs_is_told_in_the_chat_from_then_on(
    http: Http, chat: Chat, goa: GroupId, rupali: Account
) -> None:
    with http.open(goa, rupali) as book:
        rent = expense(1000, "rent", everyone=True)
        recurring.make(book, monthly(1), rent, Source("rent"))
    assert live_until(chat, at(2026, 4, 2)) == []
    take(chat, code_for(http, goa, rupali))
    told = [notice for _, notice in live_until(chat, at(2026, 5, 2))]
    assert {notice.chat_id for notice in told} == {chat.place.chat_id}
    assert http.nets(goa) == {"Rupali": 1050, "Dia": -1050}


def test_a_chat_that_migrates_takes_its_book_along(
    http: Http, chat: Chat, goa: GroupId, rupali: Account
) -> None:
    with http.open(goa, rupali) as book:
        public = showing.card(book).public_id
    take(chat, code_for(http, goa, rupali))
    with http.store.transaction() as tx:
        follow_migration(tx, chat.place.chat_id, -100_1)
    moved = Chat(http.store, http.clock, chat_id=-100_1)
    with moved.open() as book:
        assert book.group.id == goa
        assert showing.card(book).public_id == public


def test_a_uuid_that_was_shown_goes_along_when_two_books_are_joined(
    http: Http, chat: Chat, store: Store
) -> None:
    chat.join(ASHA)
    chat.split(ASHA, expense(100, "tea", "asha", "bob"))
    newer = Chat(store, http.clock, chat_id=-100_2)
    with newer.open(BOB) as book:
        public = showing.card(book).public_id
    with store.transaction() as tx:
        follow_migration(tx, chat.place.chat_id, newer.place.chat_id)
    with newer.open() as book:
        assert showing.group_of(book.tx, public) == book.group.id
        assert Place(-100_2, "Goa") == newer.place
