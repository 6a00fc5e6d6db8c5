"""The buttons that open the Mini App: where it helps, and only where people can open it."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from bot.application import Service
from bot.conversation.app_links import group_of_ref
from bot.conversation.command_menu import publish_app_button
from bot.playground.people import Message, Person
from bot.playground.server import Playground
from bot.playground.world import World
from tests.dialogs.conftest import reached_over_http
from tests.dialogs.conversation import Conversation, labels

OPEN = "Open the app"


def button(message: Message) -> dict[str, Any]:
    rows = message.body["reply_markup"]["inline_keyboard"]
    (found,) = [one for row in rows for one in row if one["text"] == OPEN]
    return dict(found)


def ref_in(message: Message) -> str:
    address = button(message)["url"]
    begin = "https://t.me/all_square_bot?startapp="
    assert address.startswith(begin)
    return str(address.removeprefix(begin))


@reached_over_http
async def test_in_a_group_it_names_the_group(
    chat: Conversation, world: World, asha: Person, playground: Playground
) -> None:
    refs = {ref_in(await chat.ask(asha, line)) for line in ("/board", "/settings", "/start")}
    (ref,) = refs
    private = Conversation(world, world.private(asha))
    question = await private.ask(asha, "/token my laptop")
    await private.press(asha, "Only read", question)
    secret = next(line for line in question.text.splitlines() if line.startswith("asq_"))
    async with httpx.AsyncClient(base_url=playground.url) as client:
        told = await client.get("/api/groups", headers={"Authorization": f"Bearer {secret}"})
    (group,) = told.json()["data"]
    assert group_of_ref(ref, world.token) == group["id"]


@reached_over_http
async def test_the_welcome_and_the_board_keep_it(
    chat: Conversation, world: World, asha: Person, bob: Person
) -> None:
    board = await chat.ask(asha, "/board")
    ref = ref_in(board)
    await chat.say(bob, "/split 300 tea")
    await board.changed(0)
    assert "#1" in board.text
    assert ref_in(board) == ref
    welcome = next(one for one in chat.chat.bot_messages if "Join" in labels(one))
    assert ref_in(welcome) == ref
    opened = await chat.ask(asha, "/settings")
    await chat.press(asha, "Payments", opened)
    await chat.press(asha, "Who owes whom", opened)
    assert ref_in(opened) == ref


@reached_over_http
@pytest.mark.parametrize("line", ["/start", "/help", "/me"])
async def test_in_private_it_opens_at_once(
    chat: Conversation, world: World, asha: Person, playground: Playground, line: str
) -> None:
    private = Conversation(world, world.private(asha))
    answer = await private.ask(asha, line)
    assert button(answer)["web_app"] == {"url": f"{playground.url}/app"}
    await world.journal.until(lambda: world.menu.button["type"] == "web_app")
    assert world.menu.button["web_app"] == {"url": f"{playground.url}/app"}


@pytest.mark.parametrize("line", ["/board", "/settings", "/start"])
async def test_without_an_app_there_is_no_button(
    chat: Conversation, asha: Person, line: str
) -> None:
    assert OPEN not in labels(await chat.ask(asha, line))


async def test_without_an_app_there_is_none_in_private(
    chat: Conversation, world: World, asha: Person
) -> None:
    private = Conversation(world, world.private(asha))
    assert OPEN not in labels(await private.ask(asha, "/start"))
    assert world.menu.button["type"] == "default"


@reached_over_http
async def test_the_menu_button_goes_where_the_app_is_no_more(
    chat: Conversation, world: World, service: Service
) -> None:
    await world.journal.until(lambda: world.menu.button["type"] == "web_app")
    await publish_app_button(service.bot, None)
    assert world.menu.button == {"type": "default"}
    own = {"type": "web_app", "text": "Shop", "web_app": {"url": "https://shop.example/"}}
    world.menu.button = own
    await publish_app_button(service.bot, None)
    assert world.menu.button == own
