"""Keys for programs and accounts of one's own, in the private chat; groups that come into one."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from bot.playground.people import Person
from bot.playground.server import Playground
from bot.playground.world import World
from ledger.accounts import founding, linking, registering
from ledger.book.open_book import Defaults
from ledger.core.accounts import Account
from ledger.core.entries import Source
from ledger.core.expense_line import ExpenseLine
from ledger.core.money import Currency, Money
from ledger.journal import recording
from ledger.storage.database import Store
from ledger.upkeep import taking_over
from tests.dialogs.conftest import reached_over_http
from tests.dialogs.conversation import Conversation, labels

INR = Currency("INR")


@pytest.fixture
def private(chat: Conversation, world: World, asha: Person) -> Conversation:
    """Asha's own chat with the bot; she is in the group."""
    return Conversation(world, world.private(asha))


@pytest.fixture
async def client(playground: Playground) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=playground.url) as client:
        yield client


async def groups(client: httpx.AsyncClient, secret: str) -> Any:
    told = await client.get("/api/groups", headers={"Authorization": f"Bearer {secret}"})
    return told.status_code, told.json()


async def make(private: Conversation, person: Person, name: str, scope: str) -> str:
    """Make a token and return its secret."""
    question = await private.ask(person, f"/token {name}")
    assert f"What may {name} do?" in question.text
    await private.press(person, scope, question)
    await question.changed(0)
    (secret,) = [line for line in question.text.splitlines() if line.startswith("asq_")]
    return secret


@reached_over_http
async def test_a_token_is_shown_once_listed_and_revoked(
    private: Conversation, client: httpx.AsyncClient, asha: Person
) -> None:
    assert "Name it, and I make one" in await private.say(asha, "/token")
    secret = await make(private, asha, "my laptop", "All that I may")
    status, told = await groups(client, secret)
    assert (status, [group["name"] for group in told["data"]]) == (200, ["Goa trip"])
    listed = await private.ask(asha, "/token")
    assert "my laptop, may do all that you may; last used" in listed.text
    assert secret not in listed.text
    assert (await private.press(asha, "Revoke my laptop", listed)).text == (
        "It opens nothing any more."
    )
    await listed.changed(0)
    assert "Name it, and I make one" in listed.text
    assert (await groups(client, secret))[0] == 401


@reached_over_http
async def test_what_only_reads_changes_nothing(
    private: Conversation, client: httpx.AsyncClient, asha: Person
) -> None:
    secret = await make(private, asha, "sheet", "Only read")
    assert (await groups(client, secret))[0] == 200
    body = {"name": "Flat", "members": []}
    refused = await client.post(
        "/api/groups", json=body, headers={"Authorization": f"Bearer {secret}"}
    )
    assert refused.status_code == 403
    assert "sheet, only reads; last used" in await private.say(asha, "/token")


@reached_over_http
async def test_a_secret_goes_from_its_message_when_it_is_revoked(
    private: Conversation, client: httpx.AsyncClient, asha: Person
) -> None:
    secret = await make(private, asha, "phone", "All that I may")
    shown = private.last
    await private.press(asha, "Revoke", shown)
    await shown.changed(1)
    assert secret not in shown.text
    assert (await groups(client, secret))[0] == 401


@reached_over_http
async def test_a_token_that_was_thought_better_of_is_none(
    private: Conversation, asha: Person
) -> None:
    question = await private.ask(asha, "/token my laptop")
    await private.press(asha, "Cancel", question)
    await question.gone()
    assert "Name it, and I make one" in await private.say(asha, "/token")


@reached_over_http
async def test_as_many_tokens_as_one_may_have(private: Conversation, asha: Person) -> None:
    for number in range(20):
        await make(private, asha, f"script {number}", "Only read")
    question = await private.ask(asha, "/token one more")
    answer = await private.press(asha, "Only read", question)
    assert "You have 20 tokens, which is the most" in answer.text


@reached_over_http
@pytest.mark.parametrize("command", ["/token", "/token my laptop", "/link"])
async def test_in_a_group_it_is_nobody_elses_business(
    chat: Conversation, asha: Person, command: str
) -> None:
    answer = await chat.ask(asha, command)
    assert "write it to me in private" in answer.text
    assert labels(answer) == ["Write to me"]


@reached_over_http
async def test_the_buttons_are_forged_outside_ones_own_chat(
    chat: Conversation, private: Conversation, world: World, asha: Person, bob: Person
) -> None:
    secret = await make(private, asha, "my laptop", "All that I may")
    assert secret
    bobs = Conversation(world, world.private(bob))
    mine = await bobs.ask(bob, "/token")
    answer = await world.press(bob, mine, "keyoff:1", stale=True)
    assert "no such token" in answer.text.lower()


def account_of(store: Store, email: str = "asha@example.com") -> Account:
    with store.transaction() as tx:
        return registering.register(tx, "Asha Rao", email=email, password_hash="kept")


@reached_over_http
async def test_a_code_joins_an_account_and_unlinking_ends_its_login(
    private: Conversation, store: Store, asha: Person
) -> None:
    account = account_of(store)
    told = await private.say(asha, "/link")
    code = told.splitlines()[1]
    with store.transaction() as tx:
        assert linking.link(tx, account, code).user_id == asha.id
    linked = await private.ask(asha, "/link")
    assert "opened with asha@example.com as well" in linked.text
    await private.press(asha, "Unlink", linked)
    await linked.changed(0)
    assert "asha@example.com, its password" in linked.text
    await private.press(asha, "No", linked)
    await linked.changed(1)
    await private.press(asha, "Unlink", linked)
    await linked.changed(2)
    await private.press(asha, "Yes, unlink", linked)
    await linked.changed(3)
    assert "only your Telegram opens it now" in linked.text
    with store.transaction() as tx:
        assert registering.password_of(tx, "asha@example.com") is None
    assert "Enter this code" in await private.say(asha, "/link")


@pytest.mark.parametrize("over_http", [False], ids=["not over HTTP"])
@pytest.mark.parametrize("command", ["/token", "/link"])
async def test_without_an_api_there_is_nothing_to_open(
    private: Conversation, asha: Person, command: str
) -> None:
    assert "can't be reached over HTTP" in await private.say(asha, command)
    assert command not in await private.say(asha, "/help")


def flat(store: Store, *, entries: int) -> str:
    """Make a group of two that has no chat; return the code that brings it into one."""
    with store.transaction() as tx:
        people = [registering.register(tx, name, email=None) for name in ("Meera", "Ravi")]
        users = [one.user_id for one in people]
        book = founding.found_group(tx, "Flat", None, users, Defaults(INR, "Asia/Kolkata"))
        book.actor = book.people.of_user(users[0])
        for number in range(entries):
            line = ExpenseLine(amount=Money(60_000, INR), description="rent")
            recording.record_expense(book, line, Source(f"http:1:{number}"))
        code, _ = taking_over.start_code(book)
        return code


@reached_over_http
async def test_a_group_comes_into_an_empty_chat(
    chat: Conversation, store: Store, asha: Person
) -> None:
    code = flat(store, entries=1)
    told = await chat.ask(asha, f"/start@all_square_bot {code}")
    assert "This chat keeps your book from now on: 1 entry, 5 members." in told.text
    assert "Join" in labels(told)
    balance = await chat.say(asha, "/balance")
    assert "Meera  +₹300" in balance
    assert "Ravi  −₹300" in balance
    await chat.press(asha, "Join", told)
    assert "#2 tea — ₹500" in await chat.say(asha, "/split 500 tea")
    assert "1 entry" not in await chat.say(asha, f"/start {code}")


@reached_over_http
async def test_a_chat_with_entries_keeps_its_own(
    chat: Conversation, store: Store, asha: Person
) -> None:
    code = flat(store, entries=1)
    await chat.say(asha, "/split 500 tea")
    assert "can't take another group's book" in await chat.say(asha, f"/start {code}")
    assert "#1 tea" in await chat.say(asha, "/show 1")


@reached_over_http
async def test_a_code_that_is_none_is_said_to_be(
    chat: Conversation, world: World, store: Store, asha: Person, bob: Person
) -> None:
    assert "This code does not work" in await chat.say(asha, "/start nonsense")
    assert "Copy and change" in await chat.say(asha, "/start@all_square_bot true")
    code = flat(store, entries=0)
    await chat.say(asha, f"/start {code}")
    other = Conversation(world, world.new_group("Office", [asha, bob]))
    await other.hear("/split")
    assert "This code does not work" in await other.say(asha, f"/start {code}")
