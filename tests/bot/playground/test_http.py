"""The Bot API by plain HTTP, without a library between."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator

import httpx
import pytest
from telegram import Bot, InputMediaPhoto, ReactionTypeEmoji
from telegram.error import BadRequest

from bot.playground.journal import PATIENCE_SECONDS
from bot.playground.people import Chat, Person
from bot.playground.server import Playground
from bot.playground.world import World
from tests.bot.playground.conftest import PNG


@pytest.fixture
async def api(playground: Playground) -> AsyncIterator[httpx.AsyncClient]:
    base_url = f"{playground.url}/bot{playground.world.token}/"
    async with httpx.AsyncClient(base_url=base_url, timeout=PATIENCE_SECONDS) as api:
        yield api


async def test_a_call_comes_in_many_forms(api: httpx.AsyncClient, group: Chat) -> None:
    call: dict[str, str | int] = {"chat_id": group.id, "text": "hello"}
    answers = [
        await api.get("sendMessage", params=call),
        await api.post("sendMessage", json=call),
        await api.post("sendmessage", data=call),
        await api.post("SENDMESSAGE", params={"chat_id": group.id}, data={"text": "hello"}),
        await api.post("sendMessage", data=call, files={"unused": b"x"}),
    ]
    for number, answer in enumerate(answers, 1):
        assert answer.json()["result"]["message_id"] == number


async def test_errors_are_told_as_telegram_tells_them(
    api: httpx.AsyncClient, playground: Playground, world: World, group: Chat
) -> None:
    unknown = await api.post("sendQuantum")
    assert (unknown.status_code, unknown.json()) == (
        404,
        {"ok": False, "error_code": 404, "description": "Not Found"},
    )
    wrong = await api.post(f"{playground.url}/bot1:no/getMe")
    assert wrong.json() == {"ok": False, "error_code": 401, "description": "Unauthorized"}
    new = world.migrate(group)
    moved = await api.post("sendMessage", json={"chat_id": group.id, "text": "hello"})
    assert (moved.status_code, moved.json()) == (
        400,
        {
            "ok": False,
            "error_code": 400,
            "description": "Bad Request: group chat was upgraded to a supergroup chat",
            "parameters": {"migrate_to_chat_id": new.id},
        },
    )


@pytest.mark.parametrize(
    ("call", "reason"),
    [
        ({"text": "x"}, "chat_id is empty"),
        ({"chat_id": "@nobody", "text": "x"}, "chat not found"),
        ({"text": "x", "parse_mode": "Pidgin"}, "unsupported parse_mode"),
        ({"text": "x", "reply_markup": "{"}, "can't parse reply markup JSON object"),
        ({"text": "x", "reply_markup": [1]}, "object expected as reply markup"),
        ({"text": "x", "reply_markup": {"what": 1}}, "object expected as reply markup"),
        (
            {"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "a"}]]}},
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            {"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "a", "web_app": {}}]]}},
            "BUTTON_TYPE_INVALID",
        ),
        (
            {
                "text": "x",
                "reply_markup": {"inline_keyboard": [[{"text": "a", "callback_data": ""}]]},
            },
            "BUTTON_DATA_INVALID",
        ),
        ({"text": "x", "message_thread_id": 5}, "message thread not found"),
    ],
)
async def test_what_is_asked_for_wrongly(
    api: httpx.AsyncClient, group: Chat, call: dict[str, object], reason: str
) -> None:
    given = call if reason == "chat_id is empty" else {"chat_id": group.id, **call}
    answer = (await api.post("sendMessage", json=given)).json()
    assert answer["description"] == f"Bad Request: {reason}"
    form = {
        key: value if isinstance(value, str) else json.dumps(value) for key, value in given.items()
    }
    assert (await api.post("sendMessage", data=form)).json() == answer
    assert not group.bot_messages


async def test_people_are_linked_only_when_telegram_knows_them(
    api: httpx.AsyncClient, group: Chat, dev: Person
) -> None:
    text = f'<a href="tg://user?id={dev.id}">Dev</a> and <a href="tg://user?id=5">Five</a>'
    call = {"chat_id": group.id, "text": text, "parse_mode": "HTML"}
    sent = (await api.post("sendMessage", json=call)).json()["result"]
    assert sent["text"] == "Dev and Five"
    assert sent["entities"] == [
        {"type": "text_mention", "offset": 0, "length": 3, "user": dev.user()}
    ]


async def test_albums_reactions_and_pins(bot: Bot, world: World, group: Chat, asha: Person) -> None:
    first, second = await bot.send_media_group(
        group.id, [InputMediaPhoto(PNG, caption="One"), InputMediaPhoto(PNG)]
    )
    assert (first.caption, first.media_group_id) == ("One", second.media_group_id)
    said = world.say(asha, group, "/balance")
    await bot.set_message_reaction(group.id, said.id, [ReactionTypeEmoji("👍")])
    assert said.seen()["reactions"] == [{"type": "emoji", "emoji": "👍"}]
    with pytest.raises(BadRequest, match="Not enough rights to manage pinned messages"):
        await bot.pin_chat_message(group.id, first.message_id)
    world.promote(world.bot, group)
    await bot.pin_chat_message(group.id, first.message_id)
    pinned = (await bot.get_chat(group.id)).pinned_message
    assert pinned is not None
    assert pinned.message_id == first.message_id
    await bot.unpin_chat_message(group.id)
    await bot.delete_messages(group.id, [first.message_id, second.message_id])
    assert first.message_id not in group.messages
