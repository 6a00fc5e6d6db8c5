"""What looks at all of a long book holds up nobody, and finds the same as at once."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Any, TypeVar

import pytest

from bot.runtime.ledger_threads import LedgerThreads
from ledger.book import putting_off, searching
from ledger.book.open_book import Book
from ledger.core.answers.entry_lists import AmountRange, Filter, HistoryPage
from ledger.core.entries import EntryKind
from ledger.core.errors import LedgerError
from ledger.journal.categorising import sort_in
from ledger.reports import history, totals
from ledger.reports.spending import months_around, spending
from ledger.storage import entry_search, period_totals
from ledger.storage.database import Transaction
from tests.ledger.chat import ASHA, BOB, CHEN, INR, Chat, expense, new_source, rupees

T = TypeVar("T")
P = TypeVar("P")

_AT_ONCE = 5


@pytest.fixture
def chat(chat: Chat) -> Chat:
    """A book of 23 entries: dinners and teas, every tenth one paid back, the fifth deleted."""
    chat.join(ASHA, BOB, CHEN)
    for number in range(1, 24):
        if number % 10 == 0:
            chat.settle(BOB, "bob", "asha", rupees(5))
        else:
            what = "dinner" if number % 2 else "tea"
            category = "food" if number % 3 else None
            chat.split(ASHA, expense(100 + number, what, "bob", "chen", category=category))
    chat.delete(ASHA, 5)
    return chat


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many entries were looked at in one transaction each time; few are in passing."""
    spans: list[int] = []
    numbers, by_member = entry_search.numbers, period_totals.by_member

    def search(connection: Any, group: Any, query: entry_search.Query, most: int | None) -> Any:
        if query.below is not None or query.from_number is not None:
            spans.append((query.below or 24) - (query.from_number or 1))
        else:
            spans.append(24)
        return numbers(connection, group, query, most)

    def add_up(*where: Any) -> Any:
        between = where[-1] or (1, 24)
        spans.append(between[1] - between[0] + 1)
        return by_member(*where)

    monkeypatch.setattr(entry_search, "numbers", search)
    monkeypatch.setattr(period_totals, "by_member", add_up)
    for module in (searching, totals):
        monkeypatch.setattr(module, "ENTRIES_IN_PASSING", _AT_ONCE)
    monkeypatch.setattr(totals, "_ADDED_AT_ONCE", _AT_ONCE)
    return spans


def _numbers(page: HistoryPage) -> list[int]:
    return [entry.number for entry in page.entries]


USE_CASES: dict[str, Callable[[Book], Any]] = {
    "words": lambda book: _numbers(history.page(book, Filter(words="dinner"), size=4)),
    "its second page": lambda book: _numbers(history.page(book, Filter(words="tea"), 2, 4)),
    "no such words": lambda book: history.page(book, Filter(words="zebra")).total,
    "an amount": lambda book: _numbers(
        history.page(book, Filter(amount=AmountRange(INR, 118_00, None)))
    ),
    "payments": lambda book: [e.number for e in history.behind(book, kind=EntryKind.PAYMENT)],
    "the first without category": lambda book: [
        e.number for e in history.behind(book, below=20, most=5, uncategorised=True)
    ],
    "everything spent": lambda book: spending(book, None),
    "a month's spending": lambda book: spending(book, (2026, 3)),
    "the months": lambda book: months_around(book, None),
}


@pytest.mark.parametrize("name", USE_CASES)
async def test_it_finds_piece_by_piece_what_it_finds_at_once(
    chat: Chat, threads: LedgerThreads, looked_at: list[int], name: str
) -> None:
    use_case = USE_CASES[name]
    with chat.open(ASHA) as book:
        expected = use_case(book)
    looked_at.clear()
    assert await threads.run(chat.in_book(ASHA, use_case)) == expected
    assert len(looked_at) > 1
    assert max(looked_at) <= _AT_ONCE
    assert await threads.read(chat.in_book(ASHA, use_case)) == expected


async def test_what_the_newest_entries_have_is_found_at_once(
    chat: Chat, threads: LedgerThreads, looked_at: list[int]
) -> None:
    spent = chat.in_book(ASHA, lambda book: history.behind(book, most=2, kind=EntryKind.EXPENSE))
    assert [entry.number for entry in await threads.run(spent)] == [23, 22]
    assert looked_at == [_AT_ONCE]


@pytest.mark.usefixtures("looked_at")
async def test_what_others_write_meanwhile_is_found_too(chat: Chat) -> None:
    with chat.open() as book:
        dinners = history.page(book, Filter(words="dinner")).total
        spent = spending(book, None).currencies[0].minor
    page = await _put_off(chat, lambda book: history.page(book, Filter(words="dinner")))
    assert page.total == dinners + 5
    assert _numbers(page)[:5] == [28, 27, 26, 25, 24]
    stats = await _put_off(chat, lambda book: spending(book, None))
    assert stats.currencies[0].minor == spent + (5 + 6) * 50_00


@pytest.mark.usefixtures("looked_at")
async def test_what_others_delete_meanwhile_is_not_shown(chat: Chat) -> None:
    def delete() -> None:
        with suppress(LedgerError):
            chat.delete(ASHA, 23)

    page = await _put_off(chat, lambda book: history.page(book, Filter(words="dinner")), delete)
    assert _numbers(page)[0] == 21


async def _put_off(
    chat: Chat, use_case: Callable[[Book], T], between: Callable[[], object] | None = None
) -> T:
    """Run a use case that is put off; somebody else writes behind each transaction of it."""

    def split() -> None:
        chat.split(CHEN, expense(50, "late dinner", "bob", "chen"))

    async def run(work: Callable[[Transaction], P]) -> P:
        with chat.store.transaction() as tx:
            found = work(tx)
        (between or split)()
        return found

    with pytest.raises(putting_off.PutOff) as put_off, chat.store.transaction() as tx:
        chat.in_book(ASHA, use_case)(replace(tx, may_put_off=True))
    wanted = put_off.value
    ahead = {wanted.key: await wanted.find(run)}
    with chat.store.transaction() as tx:
        return chat.in_book(ASHA, use_case)(replace(tx, ahead=ahead))


async def test_expenses_of_long_ago_are_sorted_in(
    chat: Chat, threads: LedgerThreads, looked_at: list[int]
) -> None:
    sort = chat.in_book(ASHA, lambda book: sort_in(book, ["dinner"], "food", None, new_source()))
    assert await threads.run(sort) == 4
    assert max(looked_at) <= _AT_ONCE
    assert await threads.run(sort) == 0
