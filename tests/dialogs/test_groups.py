"""Telegram's groups as they are: they migrate, have topics and crowds, and strangers press."""

from __future__ import annotations

import pytest

from bot.application import Service
from bot.playground.api_versions import Version
from bot.playground.people import Person
from bot.playground.world import World
from ledger.storage.database import Store
from ledger.storage.group_rows import by_chat
from ledger.upkeep.group_settings import leave_chat
from tests.dialogs.conftest import NEWER, on_both_servers
from tests.dialogs.conversation import Conversation


@pytest.mark.parametrize("order", ["old first", "new first"])
async def test_a_group_that_becomes_a_supergroup_keeps_its_book(
    chat: Conversation, world: World, asha: Person, bob: Person, order: str
) -> None:
    receipt = await chat.ask(asha, "/split 300 tea")
    new = Conversation(world, world.migrate(chat.chat, order))  # type: ignore[arg-type]
    assert "Bob  −₹100" in await new.say(bob, "/balance")
    assert "#2 cake" in await new.say(bob, "/split 60 cake")
    moved = await new.ask(asha, "/edit 1 330 tea")
    assert "#1 tea — ₹330" in moved.text
    assert receipt.edits == 0
    await new.press(asha, "Undo", moved)
    assert "Deleted by Asha" in moved.text
    assert (await new.say(bob, "/members")).startswith("3 members")


@pytest.mark.parametrize("order", ["old first", "new first"])
async def test_commands_on_both_sides_of_a_migration(
    chat: Conversation, world: World, asha: Person, bob: Person, order: str
) -> None:
    with world.updates.held(
        lambda updates: sorted(updates, key=lambda u: "migrate" in str(u.body))
    ):
        world.say(asha, chat.chat, "/split 300 tea")
        new = Conversation(world, world.migrate(chat.chat, order))  # type: ignore[arg-type]
        world.say(bob, new.chat, "/split 60 cake @asha")
    await new.hear("tea")
    await new.settled(asha)
    history = await new.say(asha, "/history")
    assert "tea" in history
    assert "cake" in history
    assert "Asha  +₹170" in await new.say(asha, "/balance")


async def test_an_admin_command_from_before_the_migration(
    chat: Conversation, world: World, asha: Person
) -> None:
    with world.updates.held():
        world.say(asha, chat.chat, "/add @zoe_x")
        world.say(asha, chat.chat, "/split 300 tea")
        new = Conversation(world, world.migrate(chat.chat))
    await new.hear("#1 tea")
    assert "Traceback" not in "".join(new.said)
    assert not [said for said in new.said if "something went wrong" in said]


async def test_leaving_the_chat_that_a_group_was_is_no_leaving(
    chat: Conversation, world: World, store: Store, asha: Person
) -> None:
    await chat.say(asha, "/split 300 tea")
    new = Conversation(world, world.migrate(chat.chat))
    await new.say(asha, "/balance")
    with store.transaction() as tx:
        leave_chat(tx, chat.chat.id)
        row = by_chat(tx.connection, new.chat.id)
        assert row is not None
        assert row.gone_at is None
        leave_chat(tx, new.chat.id)
        row = by_chat(tx.connection, new.chat.id)
        assert row is not None
        assert row.gone_at is not None


async def test_names_and_usernames_follow_the_person(
    chat: Conversation, world: World, asha: Person, bob: Person
) -> None:
    await chat.say(asha, "/split 300 tea @bob")
    world.rename(bob, "Robert", "Tables")
    world.change_username(bob, "robert_t")
    await chat.say(bob, "/me")
    assert "Robert  −₹150" in await chat.say(asha, "/balance")
    assert "Robert paid Asha ₹50" in await chat.say(asha, "/settle @robert_t @asha 50")


async def test_a_username_taken_over_leaves_history_with_the_person(
    chat: Conversation, world: World, asha: Person, bob: Person, dia: Person
) -> None:
    await chat.say(asha, "/split 300 tea @bob")
    world.change_username(bob, None)
    world.change_username(dia, "bob")
    world.join(dia, chat.chat)
    assert "Dia is square." in await chat.say(dia, "/me")
    assert "Net −₹150" in await chat.say(bob, "/me")
    assert "Asha paid. ₹50 each: Asha, Dia." in await chat.say(asha, "/split 100 cake @bob")


@on_both_servers
async def test_answers_go_to_the_topic_they_belong_to(
    service: Service, world: World, asha: Person, bob: Person, bot_api: Version
) -> None:
    forum = world.new_group("Flat", [asha, bob], is_forum=True)
    chat = Conversation(world, forum)
    await chat.hear("Hello")
    food, rent = world.new_topic(forum, "Food"), world.new_topic(forum, "Rent")
    receipt = await chat.ask(asha, "/split 300 tea @bob", thread=food.id)
    assert receipt.body["message_thread_id"] == food.id
    question = await chat.ask(bob, "/split", thread=rent.id)
    assert question.body["message_thread_id"] == rent.id
    answer = await chat.ask(bob, "900 rent @asha", thread=rent.id, reply_to=question)
    assert "#2 rent" in answer.text
    assert answer.body["message_thread_id"] == rent.id
    told = await chat.ask(asha, "/delete 1", thread=rent.id)
    assert told.text == "#1 tea (₹300) is deleted."
    assert told.body["message_thread_id"] == rent.id
    assert "Deleted by Asha" in receipt.text
    await chat.press(bob, "Details", receipt)
    if bot_api == NEWER:
        assert (await chat.hear("What happened")).body["message_thread_id"] == food.id
    else:
        assert "What happened" in receipt.text
        await chat.press(bob, "‹ Back", receipt)
    world.delete(receipt)  # Of such a message, as of an old one, Telegram tells nothing.
    await chat.press(bob, "Details", receipt)
    assert (await chat.hear("What happened")).body["message_thread_id"] == food.id
    general = await chat.ask(asha, "/balance")
    assert "message_thread_id" not in general.body
    world.close_topic(forum, food)
    closed = await chat.ask(asha, "/split 100 cake @bob", thread=food.id)
    assert "#3 cake" in closed.text
    assert "message_thread_id" not in closed.body


@on_both_servers
async def test_an_edit_in_a_topic_is_not_answered_twice(
    service: Service, world: World, asha: Person, bob: Person
) -> None:
    forum = world.new_group("Flat", [asha, bob], is_forum=True)
    chat = Conversation(world, forum)
    await chat.hear("Hello")
    food = world.new_topic(forum, "Food")
    said = await chat.write(asha, "/split 300 tea @bob", thread=food.id)
    receipt = await chat.answer_to(said)
    await chat.edit(asha, said, "/split 360 tea @bob")
    await receipt.changed(0)
    await chat.settled(asha)
    assert not [told for told in chat.said if told == "#1 tea is ₹360 now."]


async def test_words_of_others_are_not_ours(
    chat: Conversation, world: World, asha: Person, bob: Person
) -> None:
    await chat.write(asha, "/split 500 nothing", forwarded_from=bob)
    await chat.write(
        asha,
        "/split 500 nothing",
        via_bot={"id": 99, "is_bot": True, "first_name": "GIF", "username": "gif"},
    )
    question = await chat.ask(bob, "/split")
    await chat.write(bob, "500 nothing", reply_to=question, forwarded_from=asha)
    await chat.write(bob, "/unknown 500", reply_to=question)
    await chat.write(bob, "500 nothing", reply_to=chat.chat.bot_messages[0])
    assert await chat.say(asha, "/history") == "Nothing is recorded yet. Try /split 1200 dinner."


async def test_very_long_and_very_odd_texts(
    chat: Conversation, world: World, asha: Person, bob: Person
) -> None:
    told = await chat.say(asha, f"/split 300 {'tea ' * 1000}@bob")
    assert "#1 tea tea" in told
    assert len(told) < 400
    odd = "a\u200b\u202eb<b>&amp;</b>\u0301\u0301\u0301\u0301\u0301\u0301 שלום 🍕"
    told = await chat.say(asha, f"/split 300 {odd} @bob // {'so ' * 600}")
    assert "<b>&amp;</b>" in told
    assert "\u202e" not in told
    assert "₹150 each: Asha, Bob." in told
    world.rename(bob, "\u202eבוב \u200d\u200b")
    assert "\u202e" not in await chat.say(bob, "/balance")
    world.rename(bob, "\u200b\u200b")
    assert "@bob" in await chat.say(bob, "/balance")
    assert "@bob" in await chat.say(bob, "/show 1")
    assert "Nothing found" in await chat.say(bob, f"/history {'पनीर ' * 300}")
    assert "There is no entry" in await chat.say(bob, "/show 999999999")
