"""A preview is what would be recorded, to the last unit, and writes nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from ledger.core.clock import MovableClock
from ledger.core.entries import Contents, Entry
from ledger.core.expense_line import ExpenseLine
from ledger.core.members import Name
from ledger.core.money import Money
from ledger.journal.previewing import preview
from tests.ledger.chat import ASHA, BOB, CHEN, INR, Chat, expense

TEN = Money(10, INR)


def previewed(chat: Chat, line: ExpenseLine, payer: str, changed: Entry | None = None) -> Contents:
    payer_id = chat.member(payer).id
    with chat.open(ASHA) as book:
        return preview(book, line, payer_id, changed)


def test_the_next_entry_comes_out_as_it_was_shown(chat: Chat) -> None:
    chat.join(BOB, CHEN)
    for _ in range(4):
        line = expense(TEN, "tea")
        shown = previewed(chat, line, "bob")
        assert chat.split(BOB, line).entry.contents == shown
    assert shown.on == chat.clock.now().date()


def test_what_is_changed_keeps_its_turn_of_the_left_over_unit(
    chat: Chat, clock: MovableClock
) -> None:
    chat.join(BOB, CHEN)
    entries = [chat.split(ASHA, expense(TEN, "tea")).entry for _ in range(3)]
    clock.move(timedelta(days=1))
    line = replace(expense(TEN, "cake", payers=[(Name("bob"), None)]), on=entries[0].contents.on)
    for entry in entries:
        shown = previewed(chat, line, "asha", entry)
        assert [(one.member, one.owed_minor) for one in shown.owers] == [
            (one.member, one.owed_minor) for one in entry.contents.owers
        ]
        assert {one.member for one in shown.payers} == {chat.member("bob").id}
        assert shown.split.rotation == entry.contents.split.rotation
    assert len({entry.contents.shares for entry in entries}) == len(entries)
