"""Which boards are redrawn: those of groups that changed, asked for all at once."""

from __future__ import annotations

from functools import partial
from typing import Any, cast

import pytest

from bot.conversation import boards
from bot.conversation.boards import Boards
from bot.delivery.outbox import Address, Edited, Outbox
from bot.runtime.ledger_threads import LedgerThreads
from ledger.core.clock import MovableClock
from ledger.core.members import GroupId
from ledger.storage.database import Store, Transaction
from tests.ledger.chat import ASHA, BOB, Chat, expense
from tests.ledger.storage.statements import caught


class Drawn:
    """An outbox that notes where a board is redrawn."""

    def __init__(self) -> None:
        self.at: list[int] = []

    def change(self, chat_id: int, _message_id: int, _reply: object) -> int:
        return chat_id

    async def carry_out(self, change: int, **_how: Any) -> Edited:
        self.at.append(change)
        return Edited.OVERTAKEN


def group_of(store: Store, number: int) -> GroupId:
    chat = Chat(store, cast(MovableClock, store.clock), -number)
    chat.join(ASHA, BOB)
    chat.split(ASHA, expense(900, "dinner", "bob"))
    with chat.open() as book:
        return book.group.id


def _placed(group_id: GroupId, at: Address, change: int, tx: Transaction) -> None:
    boards._place(tx, group_id, at, 7, change)


async def test_of_many_groups_that_changed_only_those_with_a_board_are_read(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(boards, "_TOGETHER_SECONDS", 0)
    changed = [group_of(store, number) for number in range(1, 11)]
    drawn, threads = Drawn(), LedgerThreads(store)
    drawing = Boards(threads, cast(Outbox, drawn))
    threads.start()
    for group_id in changed[1:]:
        drawing.touch(group_id)
    with caught(store) as asked:
        await drawing._redraw_stale()
    assert len(asked) == 1, "groups without a board"
    # Of two with a board one has told of a change, and one was left behind by a crash.
    for group_id, chat_id, change in ((changed[0], -1, 0), (changed[9], -10, 1_000)):
        at = Address(chat_id, None)
        await threads.run(partial(_placed, group_id, at, change))
    for group_id in changed[1:]:
        drawing.touch(group_id)
    await drawing._redraw_stale()
    assert drawn.at == [-1, -10]
    await threads.stop()
