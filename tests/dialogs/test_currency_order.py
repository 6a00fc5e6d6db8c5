"""Amounts in several currencies: the group's own stands first."""

from bot.playground.people import Person
from bot.playground.world import World
from tests.dialogs.conftest import on_both_servers
from tests.dialogs.conversation import Conversation, spoken

pytestmark = on_both_servers


async def test_the_groups_own_currency_stands_first(
    chat: Conversation, world: World, asha: Person, bob: Person
) -> None:
    await chat.say(asha, "/split 20 EUR wine @bob")
    await chat.say(asha, "/split 200 tea @bob")
    assert "Asha (admin)  +₹100, +€10" in await chat.say(asha, "/members")
    mine = Conversation(world, world.private(asha))
    assert "Goa trip  +₹100, +€10" in await mine.say(asha, "/me")


async def test_nobody_is_square_who_owes_in_another_currency(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    await chat.say(asha, "/split 20 EUR wine @bob")
    await chat.say(asha, "/split 200 tea @bob")
    paid = await chat.ask(bob, "/settle @asha 100")
    assert "Bob paid Asha ₹100. All square in ₹." in paid.text
    assert "All square." in await chat.say(bob, "/settle @asha 10 EUR")
    await chat.press(bob, "Undo", paid)
    await chat.press(bob, "Restore", paid)
    assert "Bob paid Asha ₹100. All square." in paid.text


async def test_one_currency_is_asked_for_by_its_code(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    await chat.say(asha, "/split 20 EUR wine @bob")
    await chat.say(asha, "/split 40 tea @bob")
    shown = spoken(await chat.ask(asha, "/balance eur"))
    assert "Bob → Asha €10" in shown
    assert "₹" not in shown
    assert await chat.say(asha, "/balance USD") == "All square in US Dollar (USD)."
    assert "Bob" in await chat.say(asha, "/balance bob"), "a name before the boliviano"
