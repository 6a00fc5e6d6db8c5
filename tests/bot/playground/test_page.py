"""The page's own API: what people do in the browser, and what they see."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from telegram import Bot, BotCommand, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest

from bot.delivery.bot_api import OnlyFor, ephemeral_parameters
from bot.playground.journal import PATIENCE_SECONDS
from bot.playground.opening import opening_world
from bot.playground.server import Playground
from bot.playground.world import World
from ledger.core.clock import MovableClock
from ledger.core.members import UserId
from tests.bot.playground.conftest import PNG


@pytest.fixture
def world() -> World:
    # A Sunday.
    return opening_world(MovableClock(datetime(2026, 2, 15, 10, 30, tzinfo=UTC)))


@pytest.fixture
async def playground(world: World) -> AsyncIterator[Playground]:
    async with Playground(world) as playground:
        yield playground


@pytest.fixture
async def page(playground: Playground) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=playground.url, timeout=PATIENCE_SECONDS) as page:
        yield page


async def post(page: httpx.AsyncClient, path: str, **given: Any) -> Any:
    answer = await page.post(path, json=given)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def next_events(lines: AsyncIterator[str], count: int) -> list[tuple[str, Any]]:
    events: list[tuple[str, Any]] = []
    kind = ""
    async for line in lines:
        if line.startswith("event: "):
            kind = line.removeprefix("event: ")
        elif line.startswith("data: "):
            events.append((kind, json.loads(line.removeprefix("data: "))))
            if len(events) == count:
                break
    return events


async def test_it_opens_on_a_trip_with_three_people(page: httpx.AsyncClient, world: World) -> None:
    state = (await page.get("/page/state")).json()
    group = next(chat for chat in state["chats"] if chat["id"] == state["opening"]["group"])
    assert group["title"] == "Goa trip"
    assert group["bot"] == "member"
    names = {person["id"]: person.get("username") for person in state["people"]}
    assert [names.get(member["user"]) for member in group["members"]] == [
        "alice",
        "bob",
        "charlie",
        None,
    ]
    assert state["clock"] == {
        "now": "2026-02-15T10:30:00+00:00",
        "movable": True,
        "zone": "Asia/Kolkata",
    }
    assert state["bot"]["username"] == "all_square_bot"


async def test_a_conversation(page: httpx.AsyncClient, bot: Bot, world: World) -> None:
    state = (await page.get("/page/state")).json()
    chat, alice = state["opening"]["group"], world.person("Alice").id
    async with page.stream("GET", "/page/events", params={"after": state["cursor"]}) as stream:
        lines = stream.aiter_lines()
        said = await post(page, "/page/say", person=alice, chat=chat, text="/split 1200 x")
        message = said["message"]["message_id"]
        await post(
            page, "/page/edit", person=alice, chat=chat, message=message, text="/split 1300 x"
        )
        sent = await bot.send_message(
            chat,
            "<b>#1</b>",
            parse_mode="HTML",
            reply_markup=InlineKeyboardMarkup([[InlineKeyboardButton("Undo", callback_data="u")]]),
        )
        pressed = await post(
            page, "/page/press", person=alice, chat=chat, message=sent.message_id, data="u"
        )
        await bot.answer_callback_query(pressed["query_id"], "Done", show_alert=True)
        await bot.delete_message(chat, sent.message_id)
        events = await next_events(lines, 5)
    assert [kind for kind, _ in events] == ["message", "edited", "message", "answer", "deleted"]
    assert events[1][1]["message"]["text"] == "/split 1300 x"
    assert events[2][1]["message"]["reply_markup"]["inline_keyboard"][0][0]["text"] == "Undo"
    assert events[3][1] == {
        "query_id": pressed["query_id"],
        "person": alice,
        "chat_id": chat,
        "message_id": sent.message_id,
        "text": "Done",
        "show_alert": True,
    }


async def test_a_stream_goes_on_where_it_broke_off(page: httpx.AsyncClient, world: World) -> None:
    for number in range(2, 5):
        await post(page, "/page/people", first_name=f"Guest {number}")
    latest = world.journal.latest
    headers = {"Last-Event-ID": str(latest - 2)}
    async with page.stream("GET", "/page/events", headers=headers) as stream:
        events = await next_events(stream.aiter_lines(), 2)
    assert [event["person"]["first_name"] for _, event in events] == ["Guest 3", "Guest 4"]
    async with page.stream("GET", "/page/events", params={"after": "999999"}) as stream:
        assert (await next_events(stream.aiter_lines(), 1))[0][0] == "reload"


async def test_people_and_groups_are_changed(page: httpx.AsyncClient, world: World) -> None:
    asha = (await post(page, "/page/people", first_name="Asha", username="@asha_k"))["person"]
    assert asha["username"] == "asha_k"
    changed = await post(page, f"/page/people/{asha['id']}", username=None, language_code="hi")
    assert "username" not in changed["person"]
    alice = world.person("Alice").id
    chat = (await post(page, "/page/chats", title="Lunch", creator=alice, people=[alice]))["chat"]
    assert chat["bot"] == "member"
    path = f"/page/chats/{chat['id']}"
    chat = (await post(page, f"{path}/members", by=alice, add=asha["id"]))["chat"]
    assert {"user": asha["id"], "status": "member"} in chat["members"]
    chat = (await post(page, f"{path}/members", by=alice, promote=world.bot.id))["chat"]
    assert chat["bot"] == "administrator"
    chat = (await post(page, f"{path}/members", by=alice, demote=world.bot.id))["chat"]
    chat = (await post(page, f"{path}/members", by=asha["id"], remove=asha["id"]))["chat"]
    assert {"user": asha["id"], "status": "left"} in chat["members"]
    assert (await post(page, path, by=alice, title="Dinner"))["chat"]["title"] == "Dinner"
    assert not (await post(page, f"{path}/permissions", text=False))["chat"]["permissions"]["text"]
    chat = (await post(page, f"{path}/permissions", photos=False, plain=False, stars=10))["chat"]
    assert chat["permissions"] == {
        "text": False,
        "photos": False,
        "documents": True,
        "plain": False,
        "stars": 10,
    }
    new = (await post(page, f"{path}/migrate", by=alice))["chat"]
    assert (new["type"], new["migrated_from"]) == ("supergroup", chat["id"])
    forum = await post(
        page, "/page/chats", title="Club", creator=alice, people=[alice], is_forum=True
    )
    rules = f"/page/chats/{forum['chat']['id']}/permissions"
    assert (await post(page, rules, general_closed=True))["chat"]["general_closed"]
    path = f"/page/chats/{forum['chat']['id']}/topics"
    topic = (await post(page, path, by=alice, name=" Food "))["topic"]
    assert topic["name"] == "Food"
    assert world.chats[forum["chat"]["id"]].topics[topic["id"]].name == "Food"
    refused = await page.post(path, json={"by": alice, "name": " "})
    assert (refused.status_code, refused.json()) == (400, {"error": "a topic needs a name"})
    private = (await post(page, "/page/chats", private=asha["id"]))["chat"]
    assert (private["type"], private["person"]) == ("private", asha["id"])


async def test_files_and_people_without_a_username(
    page: httpx.AsyncClient, world: World, bot: Bot
) -> None:
    chat = next(chat for chat in world.chats.values() if chat.title == "Flat 12")
    rupali, shivani = world.person("Rupali"), world.person("Shivani")
    body = {
        "person": rupali.id,
        "chat": chat.id,
        "text": "/split 300 🚕 Shivani",
        "mentions": [{"offset": 14, "length": 7, "person": shivani.id}],
    }
    answer = await page.post(
        "/page/say",
        data={"body": json.dumps(body)},
        files={"file": ("taxi.png", PNG, "image/png")},
    )
    message = answer.json()["message"]
    assert message["caption_entities"][-1]["user"]["id"] == shivani.id
    picture = await page.get(f"/page/files/{message['photo'][-1]['file_id']}")
    assert (picture.content, picture.headers["content-type"]) == (PNG, "image/png")
    sent = await bot.send_document(chat.id, b"<script>", filename="हिसाब.html")
    assert sent.document is not None
    document = await page.get(f"/page/files/{sent.document.file_id}")
    assert document.headers["content-disposition"].startswith("attachment")
    assert (await page.get("/page/files/none")).status_code == 404


async def test_the_clock_skips(page: httpx.AsyncClient, world: World) -> None:
    clock = (await post(page, "/page/clock", skip="monday"))["clock"]
    assert clock["now"] == "2026-02-16T03:30:00+00:00"
    clock = (await post(page, "/page/clock", skip="day"))["clock"]
    assert clock["now"] == "2026-02-17T03:30:00+00:00"
    clock = (await post(page, "/page/clock", skip="monday"))["clock"]
    assert clock["now"] == "2026-02-23T03:30:00+00:00"


async def test_the_menu_a_person_sees(page: httpx.AsyncClient, world: World, bot: Bot) -> None:
    await bot.set_my_commands([("help", "Help")])
    where = {"chat": world.person("Alice").id, "person": world.person("Alice").id}
    menu = (await page.get("/page/commands", params=where)).json()
    assert menu == {"commands": [{"command": "help", "description": "Help"}]}
    assert (await page.get("/page/commands")).status_code == 400


async def test_what_goes_wrong_is_a_sentence(page: httpx.AsyncClient, world: World) -> None:
    alice, chat = world.person("Alice").id, next(iter(world.chats))
    for path, given, status, words in (
        ("/page/say", {"person": alice, "chat": chat, "text": ""}, 400, "empty"),
        ("/page/say", {"person": alice}, 400, "missing"),
        ("/page/say", {"person": 1, "chat": chat, "text": "x"}, 404, "no such person"),
        ("/page/people", {"first_name": "X", "username": "alice"}, 400, "belongs to"),
        ("/page/people", {"first_name": "X", "username": "आशा"}, 400, "latin letters"),
        ("/page/clock", {"skip": "year"}, 400, "skip"),
    ):
        answer = await page.post(path, json=given)
        assert answer.status_code == status
        assert words in answer.json()["error"]


async def test_what_a_bot_asks_to_learn_of_the_server_is_marked_as_no_fault(
    page: httpx.AsyncClient, world: World, bot: Bot
) -> None:
    after = {"after": (await page.get("/page/state")).json()["cursor"]}
    async with page.stream("GET", "/page/events", params=after) as stream:
        with pytest.raises(BadRequest):
            await bot.do_api_request("sendRichMessage")
        with pytest.raises(BadRequest):
            await bot.send_message(next(iter(world.chats)), "")
        events = await next_events(stream.aiter_lines(), 2)
    assert [kind for kind, _ in events] == ["refused", "refused"]
    assert [change.get("probe", False) for _, change in events] == [True, False]


async def test_only_this_machines_own_page_is_served(
    page: httpx.AsyncClient, playground: Playground
) -> None:
    assert (await page.get("/page/state", headers={"Host": "evil.example"})).status_code == 403
    for origin, status in (("https://evil.example", 403), (playground.url, 200)):
        answer = await page.get("/page/state", headers={"Origin": origin})
        assert answer.status_code == status
    assert (await page.post("/page/clock", content=b'{"skip":"day"}')).status_code == 400
    assert (await page.get("/")).status_code == 200
    assert (await page.get("/nothing-here")).status_code == 404


@pytest.mark.parametrize("path", ["/script/app.js", "/app/drawing/dom.js"])
async def test_what_the_browser_has_is_not_sent_again(page: httpx.AsyncClient, path: str) -> None:
    first = await page.get(path)
    assert (first.status_code, first.headers["Cache-Control"]) == (200, "no-cache")
    again = await page.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["Cache-Control"] == "no-cache"


async def test_two_worlds_side_by_side() -> None:
    async with Playground() as first, Playground() as second:
        assert first.url != second.url
        await asyncio.sleep(0)


async def test_the_page_is_told_who_alone_sees_a_message(
    page: httpx.AsyncClient, world: World, bot: Bot
) -> None:
    chat, alice = next(iter(world.chats)), world.person("Alice")
    await bot.set_my_commands(
        [BotCommand("me", "Where I stand", api_kwargs={"is_ephemeral": True})]
    )
    said = (await post(page, "/page/say", person=alice.id, chat=chat, text="/me"))["message"]
    assert (said["message_id"], said["only_for"]) == (0, alice.id)
    public = (await post(page, "/page/say", person=alice.id, chat=chat, text="/split 5"))["message"]
    assert "only_for" not in public
    answer = OnlyFor(UserId(alice.id), answers=said["ephemeral_message_id"])
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("More", callback_data="m")]])
    more = ephemeral_parameters(answer)
    sent = await bot.send_message(chat, "+₹5", reply_markup=keyboard, api_kwargs=more)
    number = f"e{sent.api_kwargs['ephemeral_message_id']}"
    body = {"chat": chat, "message": number, "data": "m"}
    assert (
        await page.post("/page/press", json={**body, "person": world.person("Bob").id})
    ).is_error
    pressed = await post(page, "/page/press", person=alice.id, **body)
    update = world.presses[pressed["query_id"]].update
    assert update is not None
    assert update.body["callback_query"]["message"]["message_id"] == 0
    shown = (await page.get("/page/state")).json()
    group = next(each for each in shown["chats"] if each["id"] == chat)
    texts = [message.get("text") for message in group["messages"]]
    assert texts[-3:] == ["/me", "/split 5", "+₹5"]
    assert shown["bot_api"] == "10.4"
