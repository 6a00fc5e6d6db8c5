"""A merge in a long book: it holds up nobody, and comes to the same to the last unit."""

from __future__ import annotations

import asyncio

import pytest

from bot.runtime.ledger_threads import LedgerThreads
from ledger.book import membership, projection
from ledger.core.members import Name
from ledger.journal import recording
from ledger.storage import revision_rows
from tests.ledger.chat import ASHA, BOB, CHEN, Chat, expense, new_source, person

_AT_ONCE = 6


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many changes were read at once, each time; few are derived in passing."""
    spans: list[int] = []
    real = revision_rows.changes

    def changes(connection: object, group: object, first: int, last: int) -> object:
        spans.append(last - first + 1)
        return real(connection, group, first, last)  # type: ignore[arg-type]

    monkeypatch.setattr(projection, "CHANGES_IN_PASSING", _AT_ONCE)
    monkeypatch.setattr(revision_rows, "changes", changes)
    return spans


def _long_book(chat: Chat) -> None:
    chat.join(ASHA, BOB, CHEN)
    for number in range(1, 20):
        chat.split(ASHA, expense(100 + number, "dinner", "bob", "bbo"))
        if number % 5 == 0:
            chat.settle(BOB, "bob", "asha", None)
            chat.delete(ASHA, 1 + number, admin=True)
            chat.split(CHEN, expense(3 * number, "tea", "bbo"))


async def test_others_are_answered_while_a_long_book_is_derived_anew(
    chat: Chat, threads: LedgerThreads, read: list[int]
) -> None:
    _long_book(chat)
    done: list[str] = []
    before = chat.nets()

    async def merge() -> None:
        merged = chat.in_book(
            ASHA, lambda book: membership.merge(book, Name("bbo"), Name("bob")), admin=True
        )
        await threads.run(merged)
        done.append("merge")

    async def split(number: int) -> None:
        line = expense(60, f"more {number}", "bob", "chen")
        await threads.run(
            chat.in_book(CHEN, lambda book: recording.record_expense(book, line, new_source()))
        )
        done.append("split")

    merging = asyncio.create_task(merge())
    for number in range(4):
        await split(number)
    await merging
    # The first is queued before the merge; how many more are quicker is the machine's affair.
    assert done[:2] == ["split", "split"]
    assert sorted(done) == ["merge", *["split"] * 4]
    assert max(read) <= _AT_ONCE
    with chat.open() as book:
        assert book.changes // _AT_ONCE <= len(read)
    after = chat.nets()
    assert "bbo" not in after
    assert after["Bob"] == before["Bob"] + before["bbo"] - 4 * 3000
    # That it is all the same to the last unit, the audit behind every test finds.


async def test_whoever_comes_with_the_username_of_a_name_is_merged_as_quietly(
    chat: Chat, threads: LedgerThreads, read: list[int]
) -> None:
    _long_book(chat)
    renamed = person(int(CHEN.id), "Chen", "bbo")
    await threads.run(chat.in_book(renamed, lambda book: None, admin=True))
    assert max(read) <= _AT_ONCE
    assert "bbo" not in chat.nets()
