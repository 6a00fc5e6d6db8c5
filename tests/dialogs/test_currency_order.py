"""Amounts in several currencies: the group's own stands first."""

from bot.playground.people import Person
from bot.playground.world import World
from tests.dialogs.conversation import Conversation


async def test_the_groups_own_currency_stands_first(
    chat: Conversation, world: World, asha: Person, bob: Person
) -> None:
    await chat.say(asha, "/split 20 EUR wine @bob")
    await chat.say(asha, "/split 200 tea @bob")
    assert "Asha  +₹100, +€10" in await chat.say(asha, "/members")
    mine = Conversation(world, world.private(asha))
    assert "Goa trip  +₹100, +€10" in await mine.say(asha, "/me")
