"""All that is kept about somebody in a long book is read in pieces, and is the same."""

from __future__ import annotations

from typing import Any

import pytest

from bot.runtime.ledger_threads import LedgerThreads
from ledger.book import membership
from ledger.core.members import Name
from ledger.storage import personal_rows
from ledger.upkeep import personal_record as upkeep
from ledger.upkeep.personal_record import Json, personal_record
from tests.ledger.chat import ASHA, BOB, CHEN, Chat, expense, rupees

_AT_ONCE = 3


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many entries were read in one transaction each time; few are in passing."""
    spans: list[int] = []
    revisions = personal_rows.revisions

    def reading(
        connection: Any, group: Any, ids: Any, numbers: tuple[int, int] | None = None
    ) -> Any:
        if numbers is not None:
            spans.append(numbers[1] - numbers[0] + 1)
        return revisions(connection, group, ids, numbers)

    monkeypatch.setattr(personal_rows, "revisions", reading)
    monkeypatch.setattr(upkeep, "ENTRIES_IN_PASSING", _AT_ONCE)
    monkeypatch.setattr(upkeep, "_READ_AT_ONCE", _AT_ONCE)
    return spans


def _fill(chat: Chat) -> None:
    """Record what Bob shared, paid, only wrote down, and what was the @bobby's that he is."""
    chat.join(ASHA, BOB, CHEN)
    chat.split(ASHA, expense(90, "dinner", "bob"))
    chat.split(ASHA, expense(80, "not his", "chen"))
    chat.split(BOB, expense(70, "written down", left_out=[Name("bob")], everyone=True))
    chat.split(ASHA, expense(60, "as @bobby", "bobby"))
    chat.settle(BOB, "bob", "asha", rupees(5))
    chat.revise(ASHA, 1, expense(95, "supper", "bob", "chen"))
    chat.split(CHEN, expense(40, "tea", "asha"))
    chat.delete(CHEN, 6)
    chat.split(CHEN, expense(30, "gone", "bob"))
    chat.delete(CHEN, 7)
    with chat.open(ASHA, admin=True) as book:
        membership.merge(book, Name("bobby"), Name("bob"))


def _kept(record: Json) -> Json:
    return {key: value for key, value in record.items() if key != "made_at"}


async def test_the_entries_of_several_long_books_are_read_in_pieces(
    chat: Chat, threads: LedgerThreads, read: list[int]
) -> None:
    _fill(chat)
    _fill(Chat(chat.store, chat.clock, chat_id=-2, title="Oslo"))
    Chat(chat.store, chat.clock, chat_id=-3, title="Short").join(BOB)
    with chat.store.transaction() as tx:
        expected = _kept(personal_record(tx, BOB.id))
    assert [len(group["entries"]) for group in expected["groups"]] == [5, 5, 0]
    assert not read
    assert _kept(await threads.run(lambda tx: personal_record(tx, BOB.id))) == expected
    # Three pieces of each, and what was recorded meanwhile: nothing.
    assert sorted(read) == [0, 0, 1, 1, 3, 3, 3, 3]
