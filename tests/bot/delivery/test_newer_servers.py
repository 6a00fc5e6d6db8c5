"""What only newer servers of the Bot API have, on one that has it and on one that has not."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from markupsafe import Markup
from telegram import Update

from bot.application import Service
from bot.delivery.bot_api import Feature, OnlyFor
from bot.delivery.outbox import Address, Edited
from bot.playground.api_versions import Version
from bot.playground.people import Chat, Message, Person
from bot.playground.server import Playground
from bot.playground.world import World
from bot.views.reply import Button, Reply, Style, Table
from ledger.core.clock import MovableClock
from ledger.core.members import UserId
from ledger.storage.database import Store
from tests.bot.conftest import Bench, reply
from tests.dialogs.conversation import PICTURE

NEW, OLD = (10, 3), (9, 0)
STANDINGS = Reply(
    Markup("<b>Balances</b>\nAsha  +₹600\nBob  −₹600"),
    ((Button("Settle", "settle:0"),),),
    rich=(
        Markup("<b>Balances</b>"),
        Table(((Markup("Asha"), Markup("<b>+₹600</b>")), (Markup("Bob"), Markup("−₹600")))),
    ),
)


@pytest.fixture(params=[NEW, OLD], ids=["10.3", "9.0"])
def version(request: pytest.FixtureRequest, playground: Playground) -> Version:
    asked: Version = request.param
    playground.world.clock = MovableClock()
    playground.world.bot_api = asked
    return asked


@pytest.fixture
async def service(bench: Bench, store: Store, version: Version) -> Service:
    async def nothing(_update: Update) -> None: ...

    return await bench.start(store, nothing)


async def test_a_table_is_shown_or_the_same_told_as_text(
    service: Service, world: World, group: Chat, version: Version
) -> None:
    outbox = service.outbox
    sent = await outbox.send(Address(group.id), STANDINGS)
    assert sent is not None
    heard = await group.next_message()
    assert heard.text == "Balances\nAsha  +₹600\nBob  −₹600"
    assert heard.button_texts == ["Settle"]
    assert ("rich_message" in heard.body) == (version == NEW)
    if version == NEW:
        heading, table = heard.body["rich_message"]["blocks"]
        assert heading["text"] == {"type": "bold", "text": "Balances"}
        assert [[cell["align"] for cell in row] for row in table["cells"]] == [
            ["left", "right"]
        ] * 2
        assert table["is_compact"]
    assert await outbox.edit(group.id, sent.message_id, reply("All square.")) is Edited.DONE
    assert heard.text == "All square."
    assert await outbox.edit(group.id, sent.message_id, STANDINGS) is Edited.DONE
    assert ("rich_message" in heard.body) == (version == NEW)
    for _ in range(3):
        await outbox.send(Address(group.id), STANDINGS)
    assert world.calls["sendRichMessage"] == (5 if version == NEW else 0)


async def test_what_a_server_refuses_is_not_tried_again(
    service: Service, world: World, group: Chat, version: Version
) -> None:
    world.faults.refuse(
        "sendRichMessage",
        400,
        "Bad Request: RICH_MESSAGE_SOMETHING",
        times=None,
        when=lambda call: call.has("rich_message"),
    )
    for _ in range(3):
        await service.outbox.send(Address(group.id), STANDINGS)
        assert "text" in (await group.next_message()).body
    assert world.calls["sendRichMessage"] == (2 if version == NEW else 0)
    assert not await service.outbox.api.has(Feature.RICH)


async def test_a_server_is_asked_once_for_what_one_call_tells(
    service: Service, world: World, version: Version
) -> None:
    for feature in (Feature.RICH, Feature.RICH_PICTURES, Feature.RICH):
        assert await service.outbox.api.has(feature) == (version == NEW)
    assert world.calls["sendRichMessage"] <= 1
    for feature in (Feature.DISABLED_BUTTONS, Feature.FORCE_REPLY_BESIDE_BUTTONS):
        assert await service.outbox.api.has(feature) == (version == NEW)
    assert world.calls["editMessageReplyMarkup"] == 1


PICTURED = replace(STANDINGS, picture=PICTURE)


async def test_a_picture_stands_above_a_table_or_has_the_text_as_its_caption(
    service: Service, world: World, group: Chat, version: Version
) -> None:
    outbox = service.outbox
    sent = await outbox.send(Address(group.id), PICTURED)
    assert sent is not None
    heard = await group.next_message()
    assert heard.text == "Balances\nAsha  +₹600\nBob  −₹600"
    if version == NEW:
        assert [block["type"] for block in heard.body["rich_message"]["blocks"]] == [
            "photo",
            "paragraph",
            "table",
        ]
    else:
        assert heard.body["photo"]
    # It is changed to another picture and to none, and back.
    for other in (replace(PICTURED, text=Markup("A week"), rich=()), PICTURED):
        assert await outbox.edit(group.id, sent.message_id, other) is Edited.DONE


async def test_a_server_that_takes_no_picture_in_a_table_has_its_tables_all_the_same(
    service: Service, world: World, group: Chat, version: Version
) -> None:
    refused = world.faults.refuse(
        "sendRichMessage",
        400,
        "Bad Request: RICH_MESSAGE_PHOTO_SOMETHING",
        times=None,
        when=lambda call: bool(call.uploads),
    )
    for _ in range(3):
        await service.outbox.send(Address(group.id), PICTURED)
        assert (await group.next_message()).body["photo"]
    await service.outbox.send(Address(group.id), STANDINGS)
    assert ("rich_message" in (await group.next_message()).body) == (version == NEW)
    assert refused.met == (1 if version == NEW else 0)


@pytest.mark.parametrize("version", [NEW], indirect=True)
async def test_a_photo_of_before_is_changed_as_a_photo(
    service: Service, world: World, group: Chat
) -> None:
    sent = await service.outbox.send(Address(group.id), replace(PICTURED, rich=()))
    assert sent is not None
    heard = await group.next_message()
    before = heard.body["photo"]
    other = replace(PICTURED, text=Markup("Another week"), picture=PICTURE + b" ")
    assert await service.outbox.edit(group.id, sent.message_id, other) is Edited.DONE
    assert heard.text == "Another week"
    assert heard.body["photo"] != before


@pytest.mark.parametrize("version", [NEW], indirect=True)
async def test_what_runs_from_right_to_left_has_its_amounts_on_the_left(
    service: Service, group: Chat
) -> None:
    await service.outbox.send(Address(group.id), replace(STANDINGS, right_to_left=True))
    shown = (await group.next_message()).body["rich_message"]
    assert shown["is_rtl"]
    assert [cell["align"] for cell in shown["blocks"][1]["cells"][0]] == ["right", "left"]


async def test_buttons_of_newer_kinds_are_shown_or_left_out(
    service: Service, group: Chat, version: Version
) -> None:
    buttons = (
        (Button("Undo", "undo:1", style=Style.WARNS), Button("Paid")),
        (Button("Copy", copy="/split 12 tea"),),
    )
    await service.outbox.send(Address(group.id), Reply(Markup("#1 tea"), buttons))
    heard = await group.next_message()
    assert heard.button_texts == (["Undo", "Paid", "Copy"] if version == NEW else ["Undo", "Copy"])
    assert heard.button("Undo").get("style") == ("danger" if version == NEW else None)
    assert heard.button("Copy")["copy_text"] == {"text": "/split 12 tea"}


async def test_a_question_has_buttons_beside_it_or_only_asks(
    service: Service, group: Chat, version: Version
) -> None:
    asking = Reply(Markup("How much?"), ((Button("Cancel", "cancel"),),), asks="1200 dinner")
    await service.outbox.send(Address(group.id), asking)
    heard = await group.next_message()
    assert heard.markup is not None
    assert heard.markup["force_reply"] is True
    assert heard.button_texts == (["Cancel"] if version == NEW else [])


async def pressed(service: Service, world: World, group: Chat, asha: Person) -> OnlyFor:
    """Let Asha press a button; return what lets the bot answer her alone."""
    await service.outbox.send(Address(group.id), STANDINGS)
    below = await group.next_message()
    press = world.press_button(asha, below, "Settle")
    return OnlyFor(UserId(asha.id), press.id)


def ephemeral(group: Chat) -> list[Message]:
    return list(group.ephemeral.values())


async def test_an_answer_to_a_press_is_for_one_person_or_not_said(
    service: Service, world: World, group: Chat, asha: Person, version: Version
) -> None:
    bob = world.add_person("Bob", "bob")
    only_for = await pressed(service, world, group, asha)
    before = len(group.messages)
    told = await service.outbox.ephemeral.send(Address(group.id), STANDINGS, only_for)
    assert told == (version == NEW)
    assert len(group.messages) == before
    if version == OLD:
        assert not ephemeral(group)
        return
    (message,) = ephemeral(group)
    assert (message.id, message.is_shown_to(asha), message.is_shown_to(bob)) == (0, True, False)
    with pytest.raises(LookupError):
        world.press_button(bob, message, "Settle")
    world.press_button(asha, message, "Settle")
    outbox, number = service.outbox.ephemeral, message.body["ephemeral_message_id"]
    assert await outbox.edit(group.id, UserId(asha.id), number, reply("All square."))
    assert message.text == "All square."
    assert not await outbox.edit(group.id, UserId(bob.id), number, reply("Hello"))
    await outbox.delete(group.id, UserId(asha.id), number)
    assert message.deleted


@pytest.mark.parametrize("version", [(10, 2), (10, 3), (10, 4)], indirect=True)
async def test_every_way_in_which_servers_read_it(
    service: Service, world: World, group: Chat, asha: Person
) -> None:
    only_for = await pressed(service, world, group, asha)
    assert await service.outbox.ephemeral.send(Address(group.id), reply("#1"), only_for)
    said = world.say(asha, group, "/me", ephemeral=True)
    assert said.ephemeral is not None
    answer = OnlyFor(UserId(asha.id), answers=said.ephemeral.id)
    assert await service.outbox.ephemeral.send(Address(group.id), reply("You"), answer)
    assert [message.text for message in ephemeral(group)] == ["#1", "/me", "You"]


async def test_a_late_answer_is_not_said_and_the_next_one_is(
    service: Service, world: World, group: Chat, asha: Person, version: Version
) -> None:
    only_for = await pressed(service, world, group, asha)
    assert isinstance(world.clock, MovableClock)
    world.clock.move(timedelta(seconds=16))
    outbox = service.outbox.ephemeral
    assert not await outbox.send(Address(group.id), reply("#1"), only_for)
    later = await pressed(service, world, group, asha)
    assert await outbox.send(Address(group.id), reply("#2"), later) == (version == NEW)
