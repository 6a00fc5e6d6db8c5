"""One types and another calls by HTTP: one book, and the chat is told of all that is called."""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from PIL import Image
from sqlalchemy import func, select

from bot.application import Service
from bot.playground.people import Message, Person
from bot.playground.server import Playground
from bot.playground.world import World
from ledger.storage.database import Store
from ledger.storage.picture_tables import PictureRow
from tests.dialogs.conftest import on_both_databases, reached_over_http
from tests.dialogs.conversation import Conversation, Restart

pytestmark = reached_over_http


class Caller:
    """Bob, who calls with a token of his and looks at the group of the chat."""

    def __init__(self, client: httpx.AsyncClient, secret: str) -> None:
        self.client = client
        self.headers = {"Authorization": f"Bearer {secret}"}
        self.group = ""

    async def ask(self, method: str, path: str, body: object = None, **headers: str) -> Any:
        given = {**self.headers, **{name.replace("_", "-"): it for name, it in headers.items()}}
        told = await self.client.request(method, path, json=body, headers=given)
        assert told.is_success, told.text
        return told.json().get("data")

    async def split(self, amount: str, what: str, key: str = "") -> Any:
        body = {"groupId": self.group, "amount": amount, "description": what}
        named = {"Idempotency_Key": key} if key else {}
        return await self.ask("POST", "/api/expenses", body, **named)

    async def nets(self) -> dict[str, float]:
        shown = await self.ask("GET", f"/api/groups/{self.group}/nets")
        return {one["name"]: one["nets"][0]["amount"] for one in shown if one["nets"]}

    async def expenses(self) -> dict[str, Any]:
        """The group's expenses by their descriptions."""
        found = await self.ask("GET", f"/api/expenses/group/{self.group}")
        return {one["description"]: one for one in found}


@pytest.fixture
async def client(playground: Playground) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=playground.url) as client:
        yield client


@pytest.fixture
async def caller(
    chat: Conversation, world: World, bob: Person, client: httpx.AsyncClient
) -> Caller:
    private = Conversation(world, world.private(bob))
    question = await private.ask(bob, "/token script")
    await private.press(bob, "All that I may", question)
    secret = next(line for line in question.text.splitlines() if line.startswith("asq_"))
    caller = Caller(client, secret)
    (group,) = await caller.ask("GET", "/api/groups")
    caller.group = group["id"]
    return caller


def told_of(chat: Conversation, number: int) -> list[Message]:
    """What the chat was told of an entry, receipts and short words alike."""
    return [one for one in chat.chat.bot_messages if f"#{number} " in one.text and not one.deleted]


async def told_so_far(chat: Conversation, caller: Caller, word: str) -> None:
    """Wait until the chat was told all: what is called last is told last."""
    await caller.split("3", word)
    await chat.hear(word)


@on_both_databases
async def test_what_is_called_is_seen_in_the_chat_and_what_is_typed_by_the_caller(
    chat: Conversation, caller: Caller, asha: Person
) -> None:
    called = await caller.split("900", "hotel")
    receipt = await chat.hear("#1 hotel — ₹900")
    assert "Bob paid" in receipt.text
    typed = await chat.ask(asha, "/split 300 taxi @bob")
    assert "#2 taxi — ₹300" in typed.text
    assert set(await caller.expenses()) == {"hotel", "taxi"}
    assert await caller.nets() == {"Asha": -150, "Bob": 450, "Chen": -300}
    before = receipt.edits
    await caller.ask("PUT", f"/api/expenses/{called['id']}", {"amount": "600"})
    await receipt.changed(before)
    assert "#1 hotel — ₹600" in receipt.text
    assert "Changed by Bob: ₹900 → ₹600" in receipt.text
    await caller.ask("DELETE", f"/api/expenses/{called['id']}")
    await receipt.changed(before + 1)
    assert "Deleted by Bob." in receipt.text
    assert await caller.nets() == {"Asha": 150, "Bob": -150}


@on_both_databases
async def test_a_payment_that_one_presses_while_the_other_calls_is_recorded_once(
    chat: Conversation, caller: Caller, asha: Person
) -> None:
    await chat.say(asha, "/split 100 tea @bob")
    suggested = await chat.ask(asha, "/settle")
    (planned,) = await caller.ask("GET", f"/api/groups/{caller.group}/plan")
    body = {"groupId": caller.group, "fromUser": planned["from"], "toUser": planned["to"]}
    pressed, called = await asyncio.gather(
        chat.press(asha, "Bob → Asha", suggested),
        caller.client.post(
            "/api/settlements",
            json={**body, "amount": planned["amount"], "suggested": True},
            headers=caller.headers,
        ),
    )
    assert called.status_code in {201, 409}
    assert ("The plan has changed" in pressed.text) is (called.status_code == 201)
    assert await caller.nets() == {}
    assert len(await caller.ask("GET", f"/api/settlements/group/{caller.group}")) == 1


async def test_each_undoes_and_edits_what_the_other_sees(
    chat: Conversation, caller: Caller, asha: Person, bob: Person
) -> None:
    typed = await chat.ask(bob, "/split 300 taxi")
    found = (await caller.expenses())["taxi"]
    await caller.ask("PUT", f"/api/expenses/{found['id']}", {"description": "train"})
    await typed.changed(0)
    assert "#1 train — ₹300" in typed.text
    await chat.write(bob, "/edit 1 360")
    await typed.changed(1)
    assert (await caller.expenses())["train"]["amount"] == "360"
    await caller.split("90", "tea")
    receipt = await chat.hear("#2 tea — ₹90")
    await chat.press(bob, "Undo", receipt)
    assert "tea" not in await caller.expenses()
    deleted = next(
        one
        for one in (await caller.ask("GET", f"/api/groups/{caller.group}/changes"))["changes"]
        if one["action"] == "delete"
    )
    await caller.ask("POST", f"/api/expenses/{deleted['entry']['id']}/restore")
    await receipt.changed(1)
    assert "Restored by Bob." in receipt.text
    await chat.write(bob, "/undo")
    await receipt.changed(2)
    assert "Deleted by Bob." in receipt.text
    await told_so_far(chat, caller, "marker")
    assert len(told_of(chat, 1)) == 1
    assert len(told_of(chat, 2)) == 1


async def test_a_payment_that_is_called_is_told_and_can_be_undone_there(
    chat: Conversation, world: World, caller: Caller, asha: Person, bob: Person
) -> None:
    await chat.say(asha, "/split 300 taxi @bob")
    users = {one["user"]["name"]: one["userId"] for one in await members(caller)}
    body = {
        "groupId": caller.group,
        "fromUser": users["Bob"],
        "toUser": users["Asha"],
        "amount": "150",
    }
    await caller.ask("POST", "/api/settlements", body)
    paid = await chat.hear("#2 Bob paid Asha ₹150. All square.")
    await chat.press(bob, "Undo", paid)
    assert await caller.nets() == {"Asha": 150, "Bob": -150}


async def members(caller: Caller) -> list[Any]:
    return list((await caller.ask("GET", f"/api/groups/{caller.group}"))["members"])


async def test_a_call_that_is_repeated_is_recorded_and_told_once(
    chat: Conversation, caller: Caller, restart: Restart
) -> None:
    first = await caller.split("900", "hotel", key="key-1")
    await restart()
    again = await caller.split("900", "hotel", key="key-1")
    assert again["id"] == first["id"]
    await chat.hear("#1 hotel — ₹900")
    await told_so_far(chat, caller, "marker")
    assert len(told_of(chat, 1)) == 1


@on_both_databases
async def test_what_is_called_while_nobody_tells_is_told_by_the_next_process(
    chat: Conversation,
    caller: Caller,
    service: Service,
    restart: Restart,
    asha: Person,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    typed = await chat.ask(asha, "/split 300 taxi")
    with monkeypatch.context() as held:
        held.setattr(service.heartbeat, "beat", lambda: None)
        await caller.split("900", "hotel")
        found = (await caller.expenses())["taxi"]
        assert found
        await restart()
    await chat.hear("#2 hotel — ₹900")
    await chat.write(asha, "/edit 1 330")
    await typed.changed(0)
    assert (await caller.expenses())["taxi"]["amount"] == "330"
    await told_so_far(chat, caller, "marker")
    assert len(told_of(chat, 2)) == 1


async def test_members_roles_settings_and_what_recurs_are_told_as_well(
    chat: Conversation, caller: Caller, asha: Person
) -> None:
    await chat.say(asha, "/role @bob admin")
    at = f"/api/groups/{caller.group}"
    users = {one["user"]["name"]: one["userId"] for one in await members(caller)}
    added = await caller.ask("POST", f"{at}/members", {"name": "Grandma", "role": "member"})
    assert (await chat.hear("Added: Grandma.")).text.endswith("Changed by Bob.")
    await caller.ask("DELETE", f"{at}/members/{added['userId']}")
    assert "Grandma no longer shares" in (await chat.hear("no longer shares")).text
    await caller.ask("PATCH", f"{at}/members/{users['Chen']}", {"role": "admin"})
    await chat.hear("Chen is an admin of the book now.")
    await caller.ask("PATCH", f"{at}/settings", {"currency": "EUR"})
    await chat.hear("Currency: Euro")
    body = {"amount": "15", "description": "rent", "every": "month", "start": "2026-04-01"}
    await caller.ask("POST", f"{at}/schedules", body)
    assert "rent — €15" in (await chat.hear("rent")).text


async def test_what_is_posted_by_time_goes_where_a_forum_heard_from_me_last(
    chat: Conversation, caller: Caller, world: World, asha: Person, bob: Person
) -> None:
    group = world.new_group("Forum", [asha, bob], is_forum=True)
    forum = Conversation(world, group)
    await forum.hear("Hello")
    food = world.new_topic(group, "Food")
    await forum.ask(bob, "/split 300 tea @asha", thread=food.id)
    found = await caller.ask("GET", "/api/groups")
    caller.group = next(one["id"] for one in found if one["name"] == "Forum")
    users = {one["user"]["name"]: one["userId"] for one in await members(caller)}
    await caller.ask("POST", f"/api/groups/{caller.group}/members/{users['Asha']}/reminder")
    reminder = await forum.hear("A friendly reminder")
    assert reminder.body["message_thread_id"] == food.id


async def send_picture(caller: Caller) -> str:
    drawn = io.BytesIO()
    Image.new("RGB", (60, 90), "teal").save(drawn, "PNG")
    told = await caller.client.post(
        f"/api/groups/{caller.group}/pictures",
        files={"file": ("bill.png", drawn.getvalue(), "image/png")},
        headers=caller.headers,
    )
    return str(told.json()["data"]["id"])


@on_both_databases
async def test_a_picture_comes_into_the_chat_with_its_receipt_and_stays_there(
    chat: Conversation, caller: Caller, store: Store
) -> None:
    body = {"groupId": caller.group, "amount": "90", "description": "tea"}
    said = {**body, "picture": await send_picture(caller)}
    tea = await caller.ask("POST", "/api/expenses", said)
    receipt = await chat.hear("#1 tea — ₹90")
    assert receipt.body["photo"]
    await told_so_far(chat, caller, "marker")
    assert len(told_of(chat, 1)) == 1
    with store.transaction() as tx:
        assert tx.connection.scalar(select(func.count()).select_from(PictureRow)) == 0
    path = f"/api/entries/{tea['id']}/picture"
    told = await caller.client.get(path, headers=caller.headers)
    assert Image.open(io.BytesIO(told.content)).size == (60, 90)
    await caller.ask("PUT", f"/api/expenses/{tea['id']}", {"amount": "60"})
    await receipt.changed(0)
    assert "#1 tea — ₹60" in receipt.text


async def test_a_picture_that_is_added_later_is_shown_below_the_receipt(
    chat: Conversation, caller: Caller, bob: Person
) -> None:
    receipt = await chat.ask(bob, "/split 300 taxi")
    taxi = (await caller.expenses())["taxi"]
    said = {"picture": await send_picture(caller)}
    await caller.ask("PUT", f"/api/expenses/{taxi['id']}", said)
    added = await chat.hear("#1 taxi is changed: the picture.")
    assert added.body["photo"]
    assert added.body["reply_to_message"]["message_id"] == receipt.id
    assert "Changed by Bob: the picture." in receipt.text
    assert (await chat.ask(bob, "/show 1")).body["photo"]


async def test_what_is_called_for_somebody_else_says_by_whom(
    chat: Conversation, caller: Caller, asha: Person
) -> None:
    users = {one["user"]["name"]: one["userId"] for one in await members(caller)}
    body = {"groupId": caller.group, "amount": "90", "description": "tea", "paidBy": users["Asha"]}
    await caller.ask("POST", "/api/expenses", body)
    receipt = await chat.hear("#1 tea — ₹90")
    assert "Asha paid." in receipt.text
    assert receipt.text.endswith("Recorded by Bob.")
    await chat.write(asha, "/edit 1 120")
    await receipt.changed(0)
    assert "Recorded by Bob." in receipt.text
