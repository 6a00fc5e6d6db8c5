"""Messages out: what the chat has become, and what Telegram refuses."""

from __future__ import annotations

import asyncio

import pytest
from telegram import Update
from telegram.error import BadRequest, Forbidden, NetworkError, TimedOut

from bot.application import Service
from bot.delivery.outbox import Address, Edited
from bot.playground.people import Chat, Person
from bot.playground.world import World
from bot.views.pages import plain_text
from bot.views.reply import Button, Reply
from ledger.storage.database import Store
from tests.bot.conftest import Bench, markup, reply, start_echo


@pytest.fixture
async def service(bench: Bench, store: Store) -> Service:
    async def nothing(_update: Update) -> None: ...

    return await bench.start(store, nothing)


async def test_a_message_goes_out_with_its_buttons_and_answers_another(
    service: Service, world: World, group: Chat, asha: Person
) -> None:
    said = world.say(asha, group, "/split 5 tea")
    buttons = ((Button("Undo", "undo:1"), Button("Details", "details:1:0")),)
    sent = await service.outbox.send(
        Address(group.id), Reply(markup("<b>#1</b> tea").text, buttons), reply_to=said.id
    )
    assert sent is not None
    heard = await group.next_message()
    assert (heard.id, heard.text, heard.button_texts) == (
        sent.message_id,
        "#1 tea",
        ["Undo", "Details"],
    )
    assert heard.body["reply_to_message"]["message_id"] == said.id


async def test_an_answer_to_a_deleted_message_stands_alone(
    service: Service, world: World, group: Chat, asha: Person
) -> None:
    said = world.say(asha, group, "/split 5 tea")
    world.delete(said)
    assert await service.outbox.send(Address(group.id), reply("#1"), reply_to=said.id)


async def test_markup_that_telegram_refuses_goes_as_plain_text(
    service: Service, group: Chat
) -> None:
    await service.outbox.send(Address(group.id), markup("<b>#1</i> tea &amp; cake"))
    assert (await group.next_message()).text == "#1 tea & cake"


async def test_a_lost_topic_falls_back_to_the_chat(service: Service, group: Chat) -> None:
    assert await service.outbox.send(Address(group.id, 4711), reply("#1"))
    assert (await group.next_message()).text == "#1"


async def test_a_group_that_moved_is_followed(
    service: Service, bench: Bench, world: World, group: Chat
) -> None:
    moved = world.migrate(group)
    sent = await service.outbox.send(Address(group.id), reply("#1"))
    assert sent is not None
    assert sent.chat_id == moved.id
    assert bench.told.migrated == [(group.id, moved.id)]


async def test_a_group_that_put_the_bot_out_is_told_and_left_alone(
    service: Service, bench: Bench, world: World, group: Chat
) -> None:
    world.remove_bot(group)
    assert await service.outbox.send(Address(group.id), reply("#1")) is None
    assert bench.told.gone == [group.id]


async def test_a_person_who_blocked_the_bot_is_the_callers_to_know(
    service: Service, world: World, asha: Person
) -> None:
    world.say(asha, world.private(asha), "/start")
    world.block(asha)
    with pytest.raises(Forbidden):
        await service.outbox.send(Address(asha.id), reply("#1"))


async def test_a_group_where_the_bot_may_not_write_takes_nothing(
    service: Service, world: World, group: Chat
) -> None:
    world.faults.refuse(
        "sendMessage", 400, "Bad Request: not enough rights to send text messages to the chat"
    )
    assert await service.outbox.send(Address(group.id), reply("#1")) is None


async def test_what_changing_a_message_comes_to(
    service: Service, world: World, group: Chat
) -> None:
    outbox = service.outbox
    sent = await outbox.send(Address(group.id), reply("#1 tea"))
    assert sent is not None
    assert await outbox.edit(group.id, sent.message_id, reply("#1 cake")) is Edited.DONE
    assert await outbox.edit(group.id, sent.message_id, reply("#1 cake")) is Edited.UNCHANGED
    world.delete(group.messages[sent.message_id])
    assert await outbox.edit(group.id, sent.message_id, reply("#1")) is Edited.GONE


async def test_an_older_change_never_overwrites_a_newer_one(service: Service, group: Chat) -> None:
    outbox = service.outbox
    sent = await outbox.send(Address(group.id), reply("#1 tea"))
    assert sent is not None
    older = outbox.change(group.id, sent.message_id, reply("#1 cake"))
    assert await outbox.edit(group.id, sent.message_id, reply("#1 hotel")) is Edited.DONE
    assert await outbox.carry_out(older) is Edited.OVERTAKEN
    assert group.messages[sent.message_id].text == "#1 hotel"


async def test_a_late_answer_to_a_press_is_no_error(
    service: Service, world: World, group: Chat, asha: Person
) -> None:
    buttons = ((Button("Undo", "undo:1"),),)
    await service.outbox.send(Address(group.id), Reply(markup("#1").text, buttons))
    press = world.press_button(asha, await group.next_message(), "Undo")
    world.expire_presses()
    await service.outbox.answer(press.id, "Too late")


async def test_a_chat_told_to_wait_waits_alone_and_keeps_its_order(
    service: Service, world: World, group: Chat, asha: Person
) -> None:
    other = world.new_group("Flat", [asha], announce=False)
    fault = world.faults.refuse(
        "sendMessage", 429, retry_after=1, when=lambda call: call.number("chat_id") == group.id
    )
    first = asyncio.create_task(service.outbox.send(Address(group.id), reply("one")))
    await world.until(lambda: fault.met)
    second = asyncio.create_task(service.outbox.send(Address(group.id), reply("two")))
    await service.outbox.send(Address(other.id), reply("meanwhile"))
    assert not first.done()
    await asyncio.gather(first, second)
    assert [message.text for message in group.unheard()][-2:] == ["one", "two"]


@pytest.mark.parametrize("code", [500, 502])
async def test_a_server_in_trouble_is_asked_again(
    service: Service, world: World, group: Chat, code: int
) -> None:
    world.faults.refuse("sendMessage", code)
    await service.outbox.send(Address(group.id), reply("#1"))
    assert (await group.next_message()).text == "#1"


async def test_a_proxys_error_page_is_no_end(service: Service, world: World, group: Chat) -> None:
    world.faults.bad_gateway("sendMessage")
    await service.outbox.send(Address(group.id), reply("#1"))
    assert (await group.next_message()).text == "#1"


async def test_a_message_whose_fate_is_unknown_is_not_repeated_an_edit_is(
    service: Service, world: World, group: Chat
) -> None:
    sent = await service.outbox.send(Address(group.id), reply("#1"))
    assert sent is not None
    world.faults.cut("editMessageText", "after")
    edited = await service.outbox.edit(group.id, sent.message_id, reply("#1 tea"))
    assert edited is Edited.UNCHANGED
    world.faults.cut("sendMessage", "after")
    with pytest.raises((NetworkError, TimedOut)):
        await service.outbox.send(Address(group.id), reply("#2"))
    assert world.calls["sendMessage"] == 2


async def test_an_answer_that_was_cut_off_comes_with_the_next_try(
    bench: Bench, store: Store, world: World, group: Chat, asha: Person
) -> None:
    await start_echo(bench, store)
    world.faults.cut("sendMessage", "before")
    assert (await world.ask(asha, group, "/balance")).text == "> /balance"


async def test_anything_else_that_telegram_refuses_is_a_bug(
    service: Service, world: World, group: Chat
) -> None:
    world.faults.refuse("sendMessage", 400, "Bad Request: message is too long", times=None)
    with pytest.raises(BadRequest):
        await service.outbox.send(Address(group.id), reply("#1"))


def test_plain_text_is_what_the_markup_shows() -> None:
    told = '<b>a</b> &lt;b&gt;\n<a href="https://x.y/?a=1&amp;b">c</a>'
    assert plain_text(told) == "a <b>\nc"
