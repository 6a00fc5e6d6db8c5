"""The board: one message that always shows where the group stands, and adds by taps."""

from __future__ import annotations

from bot.playground.people import Person
from bot.playground.world import World
from tests.dialogs.conftest import on_both_servers
from tests.dialogs.conversation import Conversation, spoken

pytestmark = on_both_servers


async def test_the_board_follows_every_change(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    await chat.say(bob, "/me")
    board = await chat.ask(asha, "/board")
    assert spoken(board).startswith("Board\nAll square.")
    await chat.say(asha, "/split 60 tea")
    await chat.world.until(lambda: "Bob → Asha ₹20" in spoken(board))
    assert "#1" in spoken(board)
    await chat.write(asha, "/undo")
    await chat.world.until(lambda: "All square." in spoken(board))


async def test_several_changes_are_drawn_together(chat: Conversation, asha: Person) -> None:
    board = await chat.ask(asha, "/board")
    for amount in (10, 20, 30, 40, 50):
        await chat.say(asha, f"/split {amount} tea @bob")
    await chat.world.until(lambda: "₹75" in spoken(board))
    assert "#5" in spoken(board)
    assert "#2" not in spoken(board), "only the newest three stand there"


async def test_adding_from_the_board_takes_a_tap_and_an_answer(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    await chat.say(bob, "/me")
    board = await chat.ask(asha, "/board")
    await chat.press(bob, "Add", board)
    question = await chat.hear("how much, and what for?")
    assert "Bob, how much" in question.text
    refused = await chat.ask(bob, "cab", reply_to=question)
    assert refused.text == "How much was it? cab is not an amount."
    assert not question.deleted
    receipt = await chat.ask(bob, "90 cab", reply_to=refused)
    assert "Bob paid" in receipt.text
    await chat.world.until(lambda: question.deleted)
    await chat.world.until(lambda: "Asha → Bob ₹30" in spoken(board))


async def test_a_board_that_is_deleted_is_posted_anew(
    chat: Conversation, world: World, asha: Person
) -> None:
    board = await chat.ask(asha, "/board")
    world.delete(board)
    await chat.say(asha, "/split 60 tea @bob")
    anew = await chat.chat.next_message(lambda said: "Bob → Asha ₹30" in spoken(said))
    assert anew.text.startswith("Board")
