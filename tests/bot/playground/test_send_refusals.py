"""Sends that Telegram refuses although the bot is in the group, and bots among the people."""

from __future__ import annotations

import pytest
from telegram import Bot
from telegram.error import BadRequest

from bot.playground.people import Chat, Person
from bot.playground.world import World
from tests.bot.playground.conftest import PNG


async def test_a_group_without_pictures_takes_text(bot: Bot, world: World, group: Chat) -> None:
    world.permit(group, photos=False)
    with pytest.raises(BadRequest, match="Not enough rights to send photos to the chat"):
        await bot.send_photo(group.id, PNG)
    await bot.send_message(group.id, "hello")


async def test_a_group_without_plain_text_takes_pictures(
    bot: Bot, world: World, group: Chat
) -> None:
    world.permit(group, plain=False)
    with pytest.raises(BadRequest, match=r"(?i)chat_send_plain_forbidden"):
        await bot.send_message(group.id, "hello")
    await bot.send_photo(group.id, PNG, caption="hello")


async def test_a_group_that_wants_stars_takes_nothing_but_from_admins(
    bot: Bot, world: World, group: Chat
) -> None:
    world.permit(group, stars=10)
    with pytest.raises(BadRequest, match=r"(?i)allow_payment_required_10"):
        await bot.send_message(group.id, "hello")
    world.promote(world.bot, group)
    await bot.send_message(group.id, "hello")


async def test_a_closed_general_takes_nothing_its_open_topics_do(
    bot: Bot, world: World, asha: Person
) -> None:
    forum = world.new_group("Flat", [asha], is_forum=True, announce=False)
    food = world.new_topic(forum, "Food")
    world.close_general(forum)
    with pytest.raises(BadRequest, match=r"(?i)topic_closed"):
        await bot.send_message(forum.id, "hello")
    await bot.send_message(forum.id, "hello", message_thread_id=food.id)
    world.close_general(forum, closed=False)
    await bot.send_message(forum.id, "hello")


async def test_other_bots_are_named_to_who_asks_for_them(
    bot: Bot, world: World, group: Chat, asha: Person
) -> None:
    other = world.add_person("Quiz", "quiz_bot", is_bot=True)
    world.join(other, group, by=asha)
    world.promote(other, group)
    assert other.id not in {one.user.id for one in await bot.get_chat_administrators(group.id)}
    told = await bot.get_chat_administrators(group.id, return_bots=True)
    assert other.id in {one.user.id for one in told}
    world.bot_api = (9, 0)
    told = await bot.get_chat_administrators(group.id, return_bots=True)
    assert other.id not in {one.user.id for one in told}
