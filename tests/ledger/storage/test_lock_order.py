"""Two transactions never wait for each other: chats, groups, what is due, accounts, in order.

On a server, with real transactions and without the bot's second try; SQLite has one writer.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import text

from ledger.accounts import linking, logins
from ledger.book import membership
from ledger.book.open_book import open_book
from ledger.core.accounts import Account
from ledger.core.clock import MovableClock
from ledger.core.groups import Place
from ledger.core.members import Member, Person
from ledger.storage.database import Store, Transaction
from ledger.upkeep.chat_migration import follow_migration
from ledger.upkeep.erasure import forget
from ledger.upkeep.taking_over import start_code, take_over
from tests.ledger.accounts.http import Http
from tests.ledger.chat import ASHA, BOB, CHEN, DEFAULTS, DIA, Chat, expense, person
from tests.ledger.storage.waiting import PATIENCE_SECONDS, until_it_waits


@pytest.fixture
def here(store: Store, clock: MovableClock) -> Chat:
    return Chat(store, clock, chat_id=-1)


@pytest.fixture
def there(store: Store, clock: MovableClock) -> Chat:
    return Chat(store, clock, chat_id=-2)


@contextmanager
def _meanwhile(store: Store, use: Callable[[], object]) -> Iterator[Callable[[], None]]:
    """Begin a use case in another thread, and go on when it waits.

    It must end well once the test's own has ended.
    """
    with ThreadPoolExecutor(1) as pool:
        begun: list[Future[object]] = []

        def begin() -> None:
            begun.append(pool.submit(use))
            until_it_waits(store, begun[-1])

        yield begin
        for future in begun:
            future.result(timeout=PATIENCE_SECONDS)


def _at_once(*uses: Callable[[], object]) -> None:
    """Do all of it at the same time, each in a thread; all of it must end well."""
    with ThreadPoolExecutor(len(uses)) as pool:
        for future in [pool.submit(use) for use in uses]:
            future.result(timeout=PATIENCE_SECONDS)


def _forget(store: Store, who: Person) -> None:
    with store.transaction() as tx:
        forget(tx, who.id, lambda _language, number: f"Somebody {number}")


def test_whoever_is_forgotten_while_their_name_changes(store: Store, here: Chat) -> None:
    here.join(ASHA, BOB)
    if store.threads == 1:
        return  # One thread does everything in turn.
    renamed = person(ASHA.id, "Asha Devi", "asha")
    with _meanwhile(store, partial(_forget, store, ASHA)) as begin, here.open() as book:
        begin()
        book.visit(renamed)
    assert "Asha Devi" not in here.members()


def test_whoever_joins_a_further_group_while_being_forgotten_is_forgotten_there_too(
    store: Store, here: Chat, there: Chat
) -> None:
    here.join(ASHA, BOB)
    there.join(BOB)
    if store.threads == 1:
        return
    with _meanwhile(store, partial(_forget, store, ASHA)) as begin, there.open() as book:
        book.visit(person(ASHA.id, "Asha Devi", "asha"))
        begin()
    assert "Somebody 1" in {member.first_name for member in _all(there)}


def _all(chat: Chat) -> list[Member]:
    with chat.open() as book:
        return list(book.roster)


def test_two_groups_follow_the_same_new_accounts_crosswise(
    store: Store, here: Chat, there: Chat
) -> None:
    if store.threads == 1:
        return
    together = threading.Barrier(2)

    def visit(chat_id: int, visitor: Person, marked: Person) -> None:
        with store.transaction() as tx:
            _begun(tx)
            together.wait(timeout=PATIENCE_SECONDS)
            open_book(tx, Place(chat_id, "Goa"), visitor, defaults=DEFAULTS, marked=[marked])

    for round_ in range(20):
        one, two = person(10_000 + round_, "One"), person(20_000 + round_, "Two")
        _at_once(partial(visit, -1, one, two), partial(visit, -2, two, one))


def test_two_groups_see_usernames_change_hands_crosswise(
    store: Store, here: Chat, there: Chat
) -> None:
    here.join(BOB, CHEN)
    there.join(BOB, CHEN)
    if store.threads == 1:
        return
    together = threading.Barrier(2)

    def follow(chat: Chat, who: Person) -> None:
        with chat.open() as book:
            together.wait(timeout=PATIENCE_SECONDS)
            book.visit(who)

    for round_ in range(20):
        bob = person(BOB.id, f"Bob {round_}", ("bob", "chen")[round_ % 2])
        chen = person(CHEN.id, f"Chen {round_}", ("chen", "bob")[round_ % 2])
        _at_once(partial(follow, here, bob), partial(follow, there, chen))


def test_two_who_are_in_two_groups_crosswise_are_joined_to_their_accounts(
    store: Store, clock: MovableClock
) -> None:
    http = Http(store, clock)
    if store.threads == 1:
        return
    together = threading.Barrier(2)

    def link(account: Account, who: Person) -> None:
        with store.transaction() as tx:
            code = linking.new_link_code(tx, who)
        together.wait(timeout=PATIENCE_SECONDS)
        with store.transaction() as tx:
            linking.link(tx, account, code)

    for round_ in range(10):
        one, two = (http.register(f"{round_}{name}") for name in ("one", "two"))
        for first, second in ((one, two), (two, one)):
            group = http.found("Goa", first, second)
            http.split(group, first, expense(30, everyone=True))
        _at_once(
            partial(link, one, person(10_000 + round_, "One")),
            partial(link, two, person(20_000 + round_, "Two")),
        )


def test_whoever_is_forgotten_while_a_login_goes_on_is_gone(
    store: Store, clock: MovableClock
) -> None:
    http = Http(store, clock)
    if store.threads == 1:
        return
    together = threading.Barrier(2)
    later = clock.now() + timedelta(days=30)

    def forget_them(account: Account) -> None:
        together.wait(timeout=PATIENCE_SECONDS)
        with store.transaction() as tx:
            forget(tx, account.user_id, lambda _language, number: f"Somebody {number}")

    def go_on(jti: str) -> None:
        together.wait(timeout=PATIENCE_SECONDS)
        with store.transaction() as tx:
            logins.rotate(tx, jti, f"{jti}/2", later)

    for round_ in range(20):
        account = http.register(f"{round_}")
        with store.transaction() as tx:
            logins.begin(tx, account.id, f"login {round_}", later)
        _at_once(partial(forget_them, account), partial(go_on, f"login {round_}"))
    with store.transaction() as tx:
        assert tx.connection.scalar(text("SELECT count(*) FROM refresh_tokens")) == 0


def test_a_group_comes_into_a_chat_while_people_write_there(
    store: Store, clock: MovableClock, here: Chat
) -> None:
    http = Http(store, clock)
    rupali = http.register("Rupali")
    group = http.found("Goa", rupali)
    if store.threads == 1:
        return
    with http.open(group, rupali) as book:
        code, _ = start_code(book)
    together = threading.Barrier(3)

    def take() -> None:
        together.wait(timeout=PATIENCE_SECONDS)
        with store.transaction() as tx:
            take_over(tx, here.place, code)

    def call() -> None:
        together.wait(timeout=PATIENCE_SECONDS)
        for _ in range(5):
            http.split(group, rupali, expense(30, everyone=True))

    def visit() -> None:
        together.wait(timeout=PATIENCE_SECONDS)
        for _ in range(5):
            here.join(ASHA, BOB)

    _at_once(take, call, visit)
    with here.open() as book:
        assert book.group.id == group
        assert book.group.entries == 5
        assert {"Rupali", "Asha", "Bob"} <= {one.first_name for one in book.roster}


def test_a_chat_moves_while_people_write_in_both(store: Store, here: Chat, there: Chat) -> None:
    if store.threads == 1:
        return
    for chat in (here, there):
        chat.join(ASHA, BOB)
        chat.split(ASHA, expense(30))
    together = threading.Barrier(3)

    def move() -> None:
        together.wait(timeout=PATIENCE_SECONDS)
        with store.transaction() as tx:
            follow_migration(tx, -1, -2)

    def write(chat: Chat) -> None:
        together.wait(timeout=PATIENCE_SECONDS)
        for _ in range(5):
            chat.split(BOB, expense(30))

    with ThreadPoolExecutor(3) as pool:
        for future in [pool.submit(move), *(pool.submit(write, chat) for chat in (here, there))]:
            future.result(timeout=PATIENCE_SECONDS)
    with there.open() as book:
        assert book.group.entries == 12


def test_a_chat_moves_while_a_command_has_it_open(store: Store, here: Chat, there: Chat) -> None:
    if store.threads == 1:
        return
    for chat in (here, there):
        chat.join(ASHA, BOB)

    def move() -> None:
        with store.transaction() as tx:
            follow_migration(tx, -1, -2)

    with _meanwhile(store, move) as begin, there.open(ASHA) as book:
        begin()
        membership.members(book)
        book.meet(DIA)
    assert "Dia" in here.members()


def _begun(tx: Transaction) -> None:
    tx.connection.execute(text("SELECT 1"))
