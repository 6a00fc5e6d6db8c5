"""Trouble on purpose: limits, errors, cut connections, repeated and disordered updates."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from telegram import Bot
from telegram.error import BadRequest, NetworkError, RetryAfter

from bot.playground.limits import Limits, Window
from bot.playground.people import Chat, Person
from bot.playground.server import Playground
from bot.playground.wire import ApiError
from bot.playground.world import World


async def test_a_refusal_for_some_calls_and_times(bot: Bot, world: World, group: Chat) -> None:
    fault = world.faults.refuse("sendMessage", 429, retry_after=7, times=2)
    for _ in range(2):
        with pytest.raises(RetryAfter) as refused:
            await bot.send_message(group.id, "hello")
        assert refused.value.retry_after in (7, timedelta(seconds=7))
    await bot.send_message(group.id, "hello")
    assert fault.met == 2
    world.faults.refuse(
        "sendMessage", 400, "Bad Request: oops", when=lambda call: call.text("text") == "second"
    )
    await bot.send_message(group.id, "first")
    with pytest.raises(BadRequest, match="Oops"):
        await bot.send_message(group.id, "second")
    assert [message.text for message in group.unheard()] == ["hello", "first"]


async def test_a_proxy_answers_with_a_page(bot: Bot, world: World, group: Chat) -> None:
    world.faults.bad_gateway("sendMessage")
    with pytest.raises(NetworkError, match="Bad Gateway"):
        await bot.send_message(group.id, "hello")
    world.faults.refuse("*", 502)
    with pytest.raises(NetworkError, match="Bad Gateway"):
        await bot.send_message(group.id, "hello")
    assert not group.bot_messages


async def test_cut_connections(bot: Bot, world: World, group: Chat) -> None:
    world.faults.cut("sendMessage", "before")
    with pytest.raises(NetworkError):
        await bot.send_message(group.id, "lost")
    assert not group.bot_messages
    world.faults.cut("sendMessage", "after")
    with pytest.raises(NetworkError):
        await bot.send_message(group.id, "there all the same")
    assert group.last.text == "there all the same"
    await bot.send_message(group.id, "works again")


async def test_held_calls_go_on_when_the_gate_opens(bot: Bot, world: World, group: Chat) -> None:
    fault = world.faults.hold("sendMessage")
    sending = asyncio.create_task(bot.send_message(group.id, "late"))
    await bot.get_me()
    await world.until(lambda: fault.met)
    assert not group.bot_messages
    world.faults.remove(fault)
    await sending
    assert group.last.text == "late"


async def test_limits_as_telegram_has_them() -> None:
    now = [0.0]
    limits = Limits(on=True, now=lambda: now[0])
    for _ in range(4):
        limits.check(-5)
    with pytest.raises(ApiError) as refused:
        limits.check(-5)
    assert refused.value.body() == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 4",
        "parameters": {"retry_after": 4},
    }
    for _ in range(4):
        now[0] += 4
        for _ in range(4):
            limits.check(-5)
    now[0] += 4
    with pytest.raises(ApiError, match="retry after 40"):
        limits.check(-5)
    for chat_id in range(1, 31):
        limits.check(chat_id)
    with pytest.raises(ApiError, match="retry after 1"):
        limits.check(31)
    assert limits.refused == 3
    assert limits.sent[-5] == 20


async def test_limits_can_be_changed_and_turned_off() -> None:
    now = [0.0]
    limits = Limits(
        on=True, overall=None, per_group=Window(2, 60), time_scale=60, now=lambda: now[0]
    )
    limits.check(-5)
    limits.check(-5)
    with pytest.raises(ApiError, match="retry after 1"):
        limits.check(-5)
    now[0] += 1
    limits.check(-5)
    limits.on = False
    for _ in range(100):
        limits.check(-5)


async def test_an_update_is_delivered_twice(
    bot: Bot, world: World, group: Chat, asha: Person
) -> None:
    said = world.say(asha, group, "/balance")
    (update,) = await bot.get_updates()
    await bot.get_updates(offset=update.update_id + 1)
    world.updates.repeat(world.update_of(said))
    (again,) = await bot.get_updates(offset=update.update_id + 1)
    assert again == update
    assert await bot.get_updates(offset=update.update_id + 1) == ()


async def test_updates_come_in_another_order(
    bot: Bot, world: World, group: Chat, asha: Person
) -> None:
    with world.updates.held(lambda updates: updates[::-1]):
        world.say(asha, group, "/show 1")
        world.say(asha, group, "/show 2")
        assert await bot.get_updates() == ()
    (first,) = await bot.get_updates(limit=1)
    (second,) = await bot.get_updates(offset=first.update_id + 1)
    assert first.message is not None
    assert second.message is not None
    assert (first.message.text, second.message.text) == ("/show 2", "/show 1")


async def test_updates_nobody_knows(bot: Bot, world: World) -> None:
    world.updates.inject({"quantum_message": {"spin": "up"}})
    (update,) = await bot.get_updates()
    assert update.effective_chat is None
    world.updates.inject({"message": {"message_id": 0}}, update_id=17)
    raw = await bot.request.post(f"{bot.base_url}/getUpdates")
    assert isinstance(raw, list)
    assert raw[-1]["update_id"] == 17


async def test_latency(bot: Bot, world: World, group: Chat) -> None:
    world.faults.latency_seconds = 0.01
    loop = asyncio.get_running_loop()
    begun = loop.time()
    await bot.send_message(group.id, "hello")
    assert loop.time() - begun >= 0.01


async def test_telegram_goes_away_and_comes_back(
    bot: Bot, playground: Playground, group: Chat
) -> None:
    await playground.stop()
    with pytest.raises(NetworkError):
        await bot.send_message(group.id, "hello")
    await playground.start()
    await bot.send_message(group.id, "hello again")
    assert [message.text for message in group.bot_messages] == ["hello again"]
