"""Two at once: numbers in order, nothing lost, nobody waits for another group."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from typing import TypeVar

from ledger.core.clock import MovableClock
from ledger.core.entries import Source
from ledger.core.errors import LedgerError
from ledger.journal import corrections
from ledger.storage.database import Store
from ledger.upkeep.personal_record import Json, personal_record
from tests.ledger.chat import ASHA, BOB, CHEN, Chat, expense
from tests.ledger.storage.waiting import PATIENCE_SECONDS

_AT_ONCE = 4


T = TypeVar("T")


def _all_at_once(*uses: Callable[[], T]) -> list[T]:
    """Run each in a thread of its own, begun together; return what they return, in order."""
    together = threading.Barrier(len(uses))

    def run(use: Callable[[], T]) -> T:
        together.wait(timeout=PATIENCE_SECONDS)
        return use()

    with ThreadPoolExecutor(len(uses)) as pool:
        return list(pool.map(run, uses))


def test_threads_that_record_in_one_group_get_numbers_in_order(chat: Chat) -> None:
    chat.join(ASHA, BOB, CHEN)

    def record_ten() -> list[int]:
        return [chat.split(ASHA, expense(30)).entry.number for _ in range(10)]

    numbers = _all_at_once(*[record_ten] * _AT_ONCE)
    assert sorted(n for mine in numbers for n in mine) == list(range(1, 41))
    assert chat.nets() == {"Asha": 80000, "Bob": -40000, "Chen": -40000}


def test_two_who_open_a_new_chat_at_once_open_one_book(chat: Chat) -> None:
    _all_at_once(*[partial(chat.join, who) for who in (ASHA, BOB, CHEN)])
    assert sorted(chat.members()) == ["Asha", "Bob", "Chen"]
    with chat.store.transaction() as tx:
        groups = tx.connection.exec_driver_sql("SELECT count(*) FROM groups").scalar_one()
    assert groups == 1


def test_the_same_message_handled_twice_at_once_records_once(chat: Chat) -> None:
    chat.join(ASHA, BOB)
    recorded = _all_at_once(
        *[lambda: chat.split(ASHA, expense(30), Source("m")).repeated] * _AT_ONCE
    )
    assert sorted(recorded) == [False, True, True, True]


def test_two_who_delete_at_once_both_get_a_true_answer(chat: Chat) -> None:
    chat.join(ASHA, BOB)
    chat.split(ASHA, expense(30))

    def delete() -> str:
        try:
            return str(chat.delete(ASHA, 1).entry.revision.action.value)
        except LedgerError as refused:
            return refused.code.value

    assert sorted(_all_at_once(delete, delete)) == ["already_deleted", "delete"]


def test_another_groups_open_transaction_does_not_hold_up_a_server(
    store: Store, clock: MovableClock
) -> None:
    here, there = Chat(store, clock, chat_id=-1), Chat(store, clock, chat_id=-2)
    here.join(ASHA)
    there.join(BOB)
    if store.threads == 1:
        return  # One thread does everything in turn.
    with here.open(ASHA), ThreadPoolExecutor(1) as pool:
        done = pool.submit(lambda: there.split(BOB, expense(30)))
        assert done.result(timeout=PATIENCE_SECONDS).entry.number == 1


def test_a_personal_record_does_not_wait_for_its_groups(chat: Chat) -> None:
    chat.join(ASHA)
    if chat.store.threads == 1:
        return  # One thread does everything in turn.

    def record() -> Json:
        with chat.store.transaction() as tx:
            return personal_record(tx, ASHA.id)

    with chat.open(ASHA), ThreadPoolExecutor(1) as pool:
        assert pool.submit(record).result(timeout=PATIENCE_SECONDS)["groups"]


def test_a_failure_in_the_middle_writes_nothing(chat: Chat) -> None:
    chat.join(ASHA, BOB)
    chat.split(ASHA, expense(30))
    before = chat.nets()

    with suppress(ZeroDivisionError), chat.open(ASHA) as book:
        corrections.delete(book, 1, Source("x"))
        raise ZeroDivisionError
    assert chat.nets() == before
    assert chat.delete(ASHA, 1).changed
