"""Bare commands lead on by buttons, and examples name the people and entries of this group."""

from __future__ import annotations

from datetime import timedelta

from bot.application import Service
from bot.playground.people import Person
from bot.playground.world import World
from ledger.core.clock import MovableClock
from tests.dialogs.conftest import on_both_servers
from tests.dialogs.conversation import Conversation, labels

pytestmark = on_both_servers


async def test_bare_commands_lead_on_by_buttons(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    await chat.say(asha, "/split 100 tea with bob")
    await chat.say(asha, "/settle @bob 10")
    choices = await chat.ask(asha, "/edit")
    assert labels(choices) == ["#1 tea ₹100"]
    await chat.press(asha, "#1 tea", choices)
    assert {"✓ Bob", "Done", "Delete"} <= {*labels(choices)}
    await chat.press(asha, "✓ Bob", choices)
    assert "Asha ₹100" in choices.text or "₹100" in choices.text
    await chat.write(asha, "/edit 1 @bob")
    await chat.settled(asha)
    how = await chat.ask(asha, "/remind")
    assert "Remind Bob" in labels(how)
    await chat.press(asha, "Remind Bob", how)
    assert "Bob" in (await chat.hear("friendly reminder")).text


async def test_examples_name_people_and_entries_of_this_group(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    assert "Try:  /settle @bob 20" in await chat.say(asha, "/settle 20")
    assert "@alice" not in await chat.say(asha, "/settle 20 30")
    await chat.say(asha, "/split 100 tea with bob")
    assert "Try:  /history tea" in await chat.say(asha, "/show tea")
    assert "/edit 1 tea" in await chat.say(asha, "/edit tea")
    assert "@asha" in await chat.say(bob, "/settle 20")


async def test_no_example_names_somebody_of_another_group(
    service: Service, world: World, asha: Person, chen: Person
) -> None:
    chat = Conversation(world, world.new_group("Two of us", [asha, chen]))
    await chat.hear("/split")
    await chat.say(chen, "/me")
    for line in ("/remind", "/remind chen abc", "/settings", "/settle 20"):
        told = await chat.say(asha, line)
        assert "@chen" in told, line
        assert "@bob" not in told, line
        assert "@alice" not in told, line


async def test_an_edit_that_brings_back_a_removed_guest_says_so(
    chat: Conversation, asha: Person
) -> None:
    await chat.say(asha, '/add "Grandma"')
    receipt = await chat.ask(asha, "/split 100 tea with bob")
    await chat.say(asha, "/remove @Grandma")
    await chat.write(asha, "/edit 1 @Grandma")
    await chat.settled(asha)
    assert "Back again: Grandma." in receipt.text


async def test_an_edit_that_names_whoever_was_removed_says_so(
    chat: Conversation, asha: Person, bob: Person, chen: Person
) -> None:
    for person in (bob, chen):
        await chat.say(person, "/me")
    await chat.say(asha, "/remove @chen")
    line = await chat.write(asha, "/split 90 cab with bob")
    receipt = await chat.hear("#1 cab")
    await chat.edit(asha, line, "/split 90 cab with bob and @chen")
    await receipt.changed(0)
    assert "No longer in the group, so only in this one: Chen." in receipt.text
    assert "₹20 each: Asha, Bob." in await chat.say(asha, "/split 40 tea")


async def test_a_placeholder_that_was_removed_is_back_and_not_new(
    chat: Conversation, asha: Person, clock: MovableClock
) -> None:
    await chat.say(asha, "/add @zoe_x")
    await chat.say(asha, "/remove @zoe_x")
    clock.move(timedelta(minutes=1))
    told = await chat.say(asha, "/split 90 cab @zoe_x")
    assert "Back again: @zoe_x." in told
    assert "New here" not in told


async def test_what_recurs_shows_its_shares_and_a_start_that_is_past(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    await chat.say(bob, "/me")
    card = await chat.say(asha, "/every month on 1 300 rent bob 100 me from 2020-01-01")
    assert "Bob ₹100" in card
    assert "Asha ₹200" in card
    assert "2020 is past: it begins on" in card
    assert "is past" not in await chat.say(asha, "/every fri 30 tea with bob")


async def test_what_recurs_for_everybody_shows_what_it_would_be_now(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    await chat.say(bob, "/me")
    assert "₹100 each: Asha, Bob, Chen." in await chat.say(asha, "/every month 300 rent")


async def test_where_nothing_recurs_the_examples_are_copied_by_a_tap(
    chat: Conversation, asha: Person
) -> None:
    examples = await chat.ask(asha, "/every")
    assert labels(examples) == ["Every month", "Every Friday", "Every 2 weeks"]
    for row in examples.body["reply_markup"]["inline_keyboard"]:
        await chat.say(asha, row[0]["copy_text"]["text"])
    assert "3. shopping" in await chat.say(asha, "/every")
