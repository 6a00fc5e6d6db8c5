"""What is changed outside a chat is told there: once, where people look, whatever dies between."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from typing import TypeVar

import pytest

from bot.application import Service
from bot.playground.people import Person
from bot.playground.world import World
from bot.views import expense_receipt
from ledger.book import membership
from ledger.book.open_book import Book, Defaults
from ledger.book.session import Visit
from ledger.core import members
from ledger.core.amendment import Amendment
from ledger.core.entries import Source
from ledger.core.expense_line import ExpenseLine
from ledger.core.groups import Place
from ledger.core.members import Name, Role, UserId
from ledger.core.money import Currency, Money
from ledger.journal import amending, corrections, recording
from ledger.schedules import deliveries, news
from ledger.storage.database import Store
from ledger.upkeep import group_settings
from tests.dialogs.conftest import on_both_databases
from tests.dialogs.conversation import Conversation, Restart, labels

T = TypeVar("T")

INR = Currency("INR")
_sources = count(1)


def source() -> Source:
    return Source(f"http:1:{next(_sources)}")


def rupees(amount: int) -> Money:
    return Money(amount * 100, INR)


@dataclass(frozen=True, slots=True)
class Outside:
    """Somebody who changes a chat's book from outside it."""

    store: Store
    chat: Conversation

    def do(self, who: Person, use_case: Callable[[Book], T]) -> T:
        place = Place(self.chat.chat.id, self.chat.chat.title or "")
        person = members.Person(UserId(who.id), who.first_name, None, who.username, "en")
        visit = Visit(place, person, Defaults(INR, "Asia/Kolkata"), chat_admin=True)
        with self.store.transaction() as tx:
            return news.told_in_chat(use_case)(visit.open(tx))

    def split(self, who: Person, amount: int, what: str = "tea") -> None:
        line = ExpenseLine(amount=rupees(amount), description=what)
        self.do(who, lambda book: recording.record_expense(book, line, source()))

    def edit(self, who: Person, number: int, amount: int) -> None:
        change = Amendment(amount=rupees(amount))
        self.do(who, lambda book: amending.amend(book, number, change, source()))


@pytest.fixture
def outside(store: Store, chat: Conversation) -> Outside:
    return Outside(store, chat)


@on_both_databases
async def test_an_expense_comes_with_its_buttons_and_is_redrawn_later(
    chat: Conversation, outside: Outside, asha: Person, bob: Person
) -> None:
    outside.split(asha, 300)
    receipt = await chat.hear("#1 tea — ₹300")
    assert "I'm in / out" in labels(receipt)
    assert "You're out" in (await chat.press(bob, "I'm in / out", receipt)).text
    for change in (
        lambda: chat.write(asha, "/edit 1 450"),
        lambda: asyncio.to_thread(outside.edit, asha, 1, 600),
    ):
        before = receipt.edits
        await change()
        await receipt.changed(before)
    assert "#1 tea — ₹600" in receipt.text
    assert "Changed by Asha: ₹450 → ₹600" in receipt.text
    await told_so_far(chat, outside, bob)
    assert len([said for said in chat.said if "tea" in said]) == 1


async def told_so_far(chat: Conversation, outside: Outside, who: Person) -> None:
    """Wait until a chat was told all: what is changed last is told last."""
    marker = f"marker {next(_sources)}"
    outside.split(who, 1, marker)
    await chat.hear(marker)


async def test_a_plan_follows_what_becomes_of_its_payments(
    chat: Conversation, outside: Outside, asha: Person, bob: Person
) -> None:
    await chat.say(asha, "/split 300 taxi @bob")
    plan = await chat.ask(asha, "/settle")
    await chat.press(bob, "Bob → Asha", plan)
    assert plan.text == "All square."
    await asyncio.to_thread(outside.edit, bob, 2, 100)
    await told_so_far(chat, outside, asha)
    assert "Bob → Asha ₹50" in plan.text


async def test_a_payment_says_where_it_leaves_both(
    chat: Conversation, outside: Outside, asha: Person, bob: Person
) -> None:
    await chat.say(asha, "/split 300 taxi @bob")
    outside.do(
        bob,
        lambda book: recording.record_payment(
            book, Name("bob"), Name("asha"), rupees(150), source()
        ),
    )
    assert "#2 Bob paid Asha ₹150. All square." in (await chat.hear("#2")).text


async def test_a_change_of_what_is_far_above_is_said_below(
    chat: Conversation, outside: Outside, asha: Person, bob: Person
) -> None:
    receipt = await chat.ask(asha, "/split 300 tea")
    for _ in range(4):
        await chat.say(bob, "/balance")
    outside.edit(bob, 1, 360)
    answer = await chat.hear("#1 tea is ₹360 now.")
    assert "#1 tea — ₹360" in receipt.text
    assert answer.body["reply_to_message"]["message_id"] == receipt.id
    outside.do(asha, lambda book: corrections.delete(book, 1, source()))
    assert "(₹360) is deleted." in (await chat.hear("is deleted")).text
    assert "Deleted by Asha." in receipt.text
    outside.do(asha, lambda book: corrections.restore(book, 1, source()))
    assert "counts again" in (await chat.hear("counts again")).text


async def test_a_receipt_that_was_deleted_is_posted_anew(
    chat: Conversation, outside: Outside, world: World, asha: Person
) -> None:
    receipt = await chat.ask(asha, "/split 300 tea")
    world.delete(receipt)
    outside.edit(asha, 1, 360)
    assert (await chat.hear("#1 tea — ₹360")).id != receipt.id


async def test_a_burst_is_one_message_and_redraws_what_is_there(
    chat: Conversation,
    outside: Outside,
    store: Store,
    asha: Person,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    receipt = await chat.ask(asha, "/split 300 tea")
    with monkeypatch.context() as held:
        held.setattr(news, "groups_waiting", lambda tx, most: ())
        for amount in range(1, 12):
            outside.split(asha, amount, f"thing {amount}")
        outside.edit(asha, 1, 360)
    burst = await chat.hear("Recorded outside this chat")
    assert "#12 · " in burst.text
    assert "thing 11" in burst.text
    assert "Changed outside this chat" in burst.text
    assert "and 2 more" in burst.text
    assert "#1 tea — ₹360" in receipt.text
    await told_so_far(chat, outside, asha)
    assert len([said for said in chat.said if "thing" in said]) == 1


async def test_people_and_settings_are_told_in_a_few_words(
    chat: Conversation, outside: Outside, asha: Person
) -> None:
    outside.do(asha, lambda book: membership.add_members(book, [Name("dia_x")]))
    assert "Added: @dia_x." in (told := (await chat.hear("Added")).text)
    assert "Changed by Asha." in told
    outside.do(asha, lambda book: membership.set_role(book, Name("bob"), Role.ADMIN))
    assert "Bob is an admin of the book now." in (await chat.hear("admin")).text
    outside.do(asha, lambda book: membership.remove_member(book, Name("chen")))
    assert "Chen no longer shares" in (await chat.hear("no longer shares")).text
    outside.do(asha, lambda book: group_settings.set_currency(book, "EUR"))
    assert (await chat.hear("Currency")).text == "Currency: Euro (EUR)\nChanged by Asha."


@on_both_databases
async def test_what_was_on_its_way_when_the_process_died_is_told_by_the_next(
    chat: Conversation,
    outside: Outside,
    service: Service,
    store: Store,
    restart: Restart,
    asha: Person,
) -> None:
    await service.stop()
    outside.split(asha, 300)
    outside.split(asha, 400, "cake")
    with store.transaction() as tx:
        [group_id] = news.groups_waiting(tx, 9)
        assert news.begin_telling(tx, group_id) is not None
        assert deliveries.waiting(tx, 9) == ()
    await restart()
    await chat.hear("#2 cake — ₹400")
    assert [said.split(" — ")[0] for said in chat.said if " — " in said] == [
        "🧾 #1 tea",
        "🧾 #2 cake",
    ]
    await told_so_far(chat, outside, asha)


async def test_a_bug_in_one_piece_of_news_leaves_the_others(
    chat: Conversation,
    outside: Outside,
    store: Store,
    asha: Person,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    real = expense_receipt.told

    def broken(say: object, written: object, today: object) -> object:
        if "tea" in str(written):
            raise ZeroDivisionError
        return real(say, written, today)  # type: ignore[arg-type]

    with monkeypatch.context() as held:
        held.setattr(expense_receipt, "told", broken)
        outside.split(asha, 300, "tea")
        outside.split(asha, 400, "cake")
        await chat.hear("#2 cake — ₹400")
    with store.transaction() as tx:
        [untold] = news.untold(tx)
        news.tell_again(tx, [untold.id])
    await chat.hear("#1 tea — ₹300")
