"""Groups that take our messages only in part, or not at all: nothing is swallowed."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.application import Service
from bot.playground.people import Chat, Person
from bot.playground.world import World
from ledger.core.clock import MovableClock
from tests.dialogs.conftest import on_both_servers
from tests.dialogs.conversation import PICTURE, Conversation, Restart, Town, spoken

pytestmark = on_both_servers

MONDAY_MORNING = datetime(2026, 3, 9, 3, 30, tzinfo=UTC)
WHY_NO_PICTURE = "Without a picture"


@pytest.fixture
async def private(service: Service, world: World, asha: Person) -> Conversation:
    """Asha has started the bot; whoever else is in the tests has not."""
    world.say(asha, world.private(asha), "/start")
    talk = Conversation(world, world.private(asha))
    await talk.hear("Hello")
    return talk


@pytest.fixture
async def forum(service: Service, world: World, asha: Person, bob: Person) -> Conversation:
    talk = Conversation(world, world.new_group("Flat", [asha, bob], is_forum=True))
    await talk.hear("Hello")
    return talk


async def heard_out(world: World) -> None:
    """Wait until the bot is through with all that was said, though it can't answer."""
    assert isinstance(world, Town)
    await world.acknowledged()
    await world.rest()


class TestPicturesForbidden:
    async def test_the_week_is_told_without_its_chart_and_why(
        self, chat: Conversation, world: World, asha: Person, clock: MovableClock
    ) -> None:
        await chat.say(asha, "/split 900 dinner #food")
        world.permit(chat.chat, photos=False)
        clock.move_to(MONDAY_MORNING)
        summary = await chat.hear("The week")
        assert "photo" not in summary.body
        assert "rich_message" not in summary.body or "photo" not in str(summary.body)
        assert "Asha +₹600" in spoken(summary)
        assert summary.text.count(WHY_NO_PICTURE) == 1
        assert summary.button_texts == ["Settle", "Who owes whom"]

    async def test_chart_and_a_pictured_entry_say_why_once(
        self, chat: Conversation, world: World, asha: Person
    ) -> None:
        await chat.write(asha, "/split 300 tea", photo=PICTURE)
        await chat.hear("#1 tea")
        world.permit(chat.chat, photos=False)
        shown = await chat.say(asha, "/show 1")
        assert "#1 tea" in shown
        assert WHY_NO_PICTURE in shown
        await chat.say(asha, "/balance")
        await chat.press(asha, "Chart")
        assert WHY_NO_PICTURE not in (await chat.hear("Balances")).text
        world.permit(chat.chat, photos=True)
        await chat.ask(asha, "/show 1")
        assert "photo" in chat.last.body
        world.permit(chat.chat, photos=False)
        assert WHY_NO_PICTURE in await chat.say(asha, "/show 1")


class TestGeneralClosed:
    async def test_answers_go_to_the_topic_that_somebody_wrote_in(
        self, forum: Conversation, world: World, asha: Person, restart: Restart, clock: MovableClock
    ) -> None:
        group = forum.chat
        food, rent = world.new_topic(group, "Food"), world.new_topic(group, "Rent")
        await forum.ask(asha, "/split 300 tea @bob", thread=food.id)
        await forum.ask(asha, "/balance", thread=rent.id)
        world.close_general(group)
        answer = await forum.ask(asha, "/split 60 cake @bob")
        assert "#2 cake" in answer.text
        assert answer.body["message_thread_id"] == rent.id
        await restart()
        world.close_topic(group, rent)
        clock.move_to(MONDAY_MORNING)
        assert (await forum.hear("The week")).body["message_thread_id"] == food.id

    async def test_a_deleted_topic_does_not_swallow_the_answer(
        self, forum: Conversation, world: World, asha: Person
    ) -> None:
        group = forum.chat
        food, rent = world.new_topic(group, "Food"), world.new_topic(group, "Rent")
        await forum.ask(asha, "/balance", thread=rent.id)
        await forum.ask(asha, "/balance", thread=food.id)
        world.close_general(group)
        world.delete_topic(group, food)
        answer = await forum.ask(asha, "/split 60 cake @bob", thread=food.id)
        assert answer.body["message_thread_id"] == rent.id

    async def test_where_no_topic_is_known_who_added_the_bot_is_told_and_the_welcome_waits(
        self, private: Conversation, world: World, asha: Person, bob: Person
    ) -> None:
        group = world.new_group("Flat", [asha, bob], is_forum=True, bot=False)
        world.close_general(group)
        world.add_bot(group, asha)
        told = await private.hear("can't write in Flat")
        assert "General is closed" in told.text
        talk = Conversation(world, group)
        food = world.new_topic(group, "Food")
        await talk.ask(bob, "/split 60 cake @asha", thread=food.id)
        welcome = await talk.hear("Hello!")
        assert welcome.body["message_thread_id"] == food.id
        assert "Join" in welcome.button_texts


async def test_what_comes_by_time_is_told_who_added_the_bot(
    private: Conversation, chat: Conversation, world: World, asha: Person, clock: MovableClock
) -> None:
    await chat.say(asha, "/split 900 dinner #food")
    world.permit(chat.chat, stars=10)
    clock.move_to(MONDAY_MORNING)
    told = await private.hear("The week")
    assert "cost Stars" in told.text
    assert "Asha  +₹600" in told.text
    assert not told.buttons


@pytest.mark.parametrize("how", ["text", "plain", "stars", "unknown"])
async def test_what_was_recorded_is_told_in_private_then_kept_for_the_next_command(
    how: str, private: Conversation, chat: Conversation, world: World, asha: Person, bob: Person
) -> None:
    def close(group: Chat) -> None:
        match how:
            case "text":
                world.permit(group, text=False)
            case "plain":
                world.permit(group, plain=False)
            case "stars":
                world.permit(group, stars=10)
            case _:
                world.faults.refuse(
                    "sendMessage",
                    400,
                    "Bad Request: SOMETHING_NEW",
                    times=None,
                    when=lambda call: call.number("chat_id") == group.id,
                )

    close(chat.chat)
    await chat.write(bob, "/split 300 tea")
    why = await private.hear("Goa trip")  # Bob never started the bot: Asha, who added it, is told.
    assert "tea" not in why.text
    await chat.write(asha, "/split 90 cake")
    assert "#2 cake" in (await private.hear("cake")).text
    world.permit(chat.chat, text=True, plain=True, stars=0)
    world.faults.clear()
    await chat.ask(asha, "/balance")
    await chat.hear("1 thing I could not say here before:")
    receipt = await chat.hear("#1 tea")
    await chat.press(bob, "Undo", receipt)
    assert "Deleted by Bob" in receipt.text
    assert not [said for said in chat.said if "#2 cake" in said]
    await chat.settled(asha)
    assert len([said for said in chat.said if "could not say" in said]) == 1


async def test_what_is_kept_outlives_a_restart_and_a_migration_and_tells_the_entry_as_it_is(
    chat: Conversation, world: World, asha: Person, bob: Person, restart: Restart
) -> None:
    world.permit(chat.chat, text=False)
    await chat.write(bob, "/split 300 tea")
    await chat.write(bob, "/edit 1 360")
    await heard_out(world)
    await restart()
    world.permit(chat.chat, text=True)
    talk = Conversation(world, world.migrate(chat.chat))
    await talk.ask(asha, "/balance")
    assert "₹360" in (await talk.hear("#1 tea")).text


async def test_an_unknown_refusal_of_the_buttons_costs_only_the_buttons(
    chat: Conversation, world: World, asha: Person
) -> None:
    world.faults.refuse(
        "sendMessage",
        400,
        "Bad Request: SOMETHING_NEW",
        times=None,
        when=lambda call: call.has("reply_markup"),
    )
    receipt = await chat.ask(asha, "/split 300 tea")
    assert "#1 tea" in receipt.text
    assert not receipt.buttons


async def test_who_left_is_told_nothing_of_the_group_any_more(
    private: Conversation, chat: Conversation, world: World, asha: Person, bob: Person
) -> None:
    world.promote(bob, chat.chat)
    world.leave(asha, chat.chat)
    world.permit(chat.chat, text=False)
    await chat.write(bob, "/split 300 tea")
    await heard_out(world)
    world.permit(chat.chat, text=True)
    await chat.ask(bob, "/balance")
    await chat.hear("#1 tea")
    assert not [said for said in private.said if "Goa trip" in said]
