"""A use case asks the database as often for many people, names and dates as for few."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from ledger.accounts import linking, showing
from ledger.book import membership
from ledger.core.clock import MovableClock
from ledger.core.members import Name, Person
from ledger.schedules import deliveries, notices, recurring, reminders, weekly_setting
from ledger.storage import group_rows
from ledger.storage.database import Store
from ledger.upkeep.chat_migration import follow_migration
from tests.ledger import beats
from tests.ledger.accounts.http import Http
from tests.ledger.chat import ASHA, BOB, Chat, expense, new_source, person
from tests.ledger.storage.statements import caught

Prepare = Callable[[Chat, int], Callable[[], object]]
"""Fills a chat for a size, and returns the use case whose statements are counted."""


def _crowd(size: int) -> tuple[Person, ...]:
    return tuple(person(1000 + one, f"P{one}", f"person_{one}") for one in range(size))


def _join(chat: Chat, *people: Person) -> None:
    chat.join(*people)
    with chat.open(ASHA, admin=True) as book:
        weekly_setting.stop_weekly(book)


def _owing(chat: Chat, size: int) -> tuple[Person, ...]:
    """Let everybody of a crowd owe Asha something."""
    crowd = _crowd(size)
    _join(chat, ASHA, *crowd)
    chat.split(ASHA, expense(1000 * size, everyone=True))
    return crowd


def gone_names(chat: Chat, size: int) -> Callable[[], object]:
    chat.join(ASHA, BOB)
    for one in range(size):
        chat.split(ASHA, expense(30, "tea", f"gone_{one}"))
        chat.delete(ASHA, one + 1)

    def listed() -> object:
        with chat.open(ASHA) as book:
            return membership.members(book)

    return listed


def reminding(chat: Chat, size: int) -> Callable[[], object]:
    crowd = _owing(chat, size)

    def remind() -> object:
        names = [Name(str(one.username)) for one in crowd]
        with chat.open(ASHA) as book:
            return reminders.remind_all(book, names, new_source())

    return remind


def reminding_at_night(chat: Chat, size: int) -> Callable[[], object]:
    remind = reminding(chat, size)
    evening = chat.clock.now().replace(hour=20) + timedelta(days=1)
    chat.clock.move_to(evening)
    return remind


def sending_what_is_due(chat: Chat, size: int) -> Callable[[], object]:
    _owing(chat, size)
    with chat.open(ASHA, admin=True) as book:
        reminders.set_reminders(book, reminders.daily(), None)
    chat.clock.move_to(chat.clock.now() + timedelta(days=1))
    beats.record(chat)
    return lambda: beats.send(chat)


def telling_what_was_missed(chat: Chat, size: int) -> Callable[[], object]:
    _join(chat, ASHA, BOB)
    with chat.open(ASHA) as book:
        recurring.make(book, reminders.daily(), expense(300, "milk"), new_source())
    chat.clock.move_to(chat.clock.now() + timedelta(days=size))
    beats.record(chat)
    first, *_ = beats.waiting(chat)

    def tell() -> object:
        with chat.store.transaction() as tx:
            return notices.begin_sending(tx, first)

    return tell


def catching_up(chat: Chat, size: int) -> Callable[[], object]:
    _join(chat, ASHA, BOB)
    chat.split(ASHA, expense(100, "tea", "bob"))
    with chat.open(ASHA) as book:
        recurring.make(book, reminders.daily(), expense(300, "milk"), new_source())
    chat.clock.move_to(chat.clock.now() + timedelta(days=size))
    with chat.open() as book:
        owner = deliveries.Owner(book.group.id, None)

    def record() -> None:
        with chat.store.transaction() as tx:
            deliveries.record_due(tx, owner)

    return record


def moving_a_chat(chat: Chat, size: int) -> Callable[[], object]:
    _owing(chat, size)
    there = Chat(chat.store, chat.clock, chat_id=chat.place.chat_id - 1, title="Goa")
    _owing(there, size)
    with there.open(ASHA, admin=True) as book:
        membership.add_members(book, [Name(f"other_{one}") for one in range(size)])

    def move() -> None:
        with chat.store.transaction() as tx:
            follow_migration(tx, chat.place.chat_id, there.place.chat_id)

    return move


def showing_a_crowd_first(chat: Chat, size: int) -> Callable[[], object]:
    crowd = _owing(chat, size)

    def show() -> object:
        with chat.store.transaction() as tx:
            return showing.my_cards(tx, crowd[0].id)

    return show


def showing_many_groups(chat: Chat, size: int) -> Callable[[], object]:
    for number in range(size):
        one = Chat(chat.store, chat.clock, chat_id=chat.place.chat_id - number)
        one.join(ASHA, *_crowd(2))

    def show() -> object:
        with chat.store.transaction() as tx:
            return showing.my_cards(tx, ASHA.id)

    show()
    return show


def joining_a_person_to_an_account(chat: Chat, size: int) -> Callable[[], object]:
    http = Http(chat.store, chat.clock)
    account = http.register("Rupali", f"rupali{size}@example.com")
    chat.join(ASHA, *_crowd(size))
    with chat.open(ASHA) as book:
        group = book.group.id
    http.add(group, None, account)
    for _ in range(size):
        http.split(group, account, expense(100, "tea", everyone=True))
    with chat.store.transaction() as tx:
        code = linking.new_link_code(tx, person(size, "Rupali"))

    def link() -> object:
        with chat.store.transaction() as tx:
            return linking.link(tx, account, code)

    return link


CONSTANT: tuple[Prepare, ...] = (
    gone_names,
    reminding,
    reminding_at_night,
    sending_what_is_due,
    telling_what_was_missed,
    catching_up,
    moving_a_chat,
    showing_a_crowd_first,
    showing_many_groups,
    joining_a_person_to_an_account,
)


@pytest.mark.parametrize("prepare", CONSTANT, ids=lambda prepare: prepare.__name__)
def test_it_asks_as_often_for_many_as_for_few(
    store: Store, clock: MovableClock, prepare: Prepare
) -> None:
    counts = []
    for size, base in ((4, -1), (12, -101)):
        chat = Chat(store, clock, chat_id=base)
        use_case = prepare(chat, size)
        with caught(store) as statements:
            use_case()
        counts.append(len(statements))
        with chat.open() as book:  # What is due there is nothing to the next.
            group_rows.change(book.tx.connection, book.group.id, gone_at=book.now)
    assert counts[0] == counts[1]
