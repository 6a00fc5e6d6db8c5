"""People of one name, names as they are shown, and names that show nothing."""

from __future__ import annotations

import pytest

from bot.playground.people import Person
from bot.playground.world import World
from tests.dialogs.conftest import on_both_servers
from tests.dialogs.conversation import Conversation

pytestmark = on_both_servers


@pytest.fixture
def stone(world: World, chat: Conversation) -> Person:
    person = world.add_person("Alex", "asmith", last_name="Stone", language_code="en")
    world.join(person, chat.chat)
    return person


@pytest.fixture
def jones(world: World, chat: Conversation) -> Person:
    person = world.add_person("Alex", None, last_name="Jones", language_code="en")
    world.join(person, chat.chat)
    return person


async def test_a_name_as_shown_or_in_full_is_a_name(
    chat: Conversation, asha: Person, stone: Person, jones: Person
) -> None:
    for line in (
        "/split 100 tea @Alex_S.",
        "/split 100 tea @Alex_Stone",
        "/split 100 tea with alex s.",
        "/split 100 tea with alex stone",
    ):
        assert "₹50 each: Asha, Alex S." in await chat.say(asha, line), line
    assert "Asha paid Alex S. ₹20" in await chat.say(asha, "/settle @Alex_S. 20")
    assert "Asha paid Alex S. ₹20" in await chat.say(asha, "/settle alex stone 20")
    assert (await chat.say(asha, "/balance alex stone")).startswith("Alex S.\nOwes")
    assert "Net −₹240" in await chat.say(asha, "/balance @Alex_S.")


async def test_an_initial_that_nobody_shows_is_a_name_not_met_yet(
    chat: Conversation, asha: Person, stone: Person
) -> None:
    told = await chat.say(asha, "/split 100 tea @Alex_S")
    assert "New here: @Alex_S" in told
    assert "Did you mean" not in told


async def test_of_several_of_one_name_a_press_says_who_is_meant_once(
    chat: Conversation, asha: Person, bob: Person, stone: Person, jones: Person
) -> None:
    question = await chat.ask(asha, "/split 90 tea @Alex @bob")
    assert question.text == "@Alex could be Alex S. or Alex J. Which one?"
    assert question.button_texts == ["Alex S.", "Alex J."]
    refused = await chat.press(bob, "Alex J.", question)
    assert refused.show_alert
    assert "Asha" in refused.text
    await chat.press(asha, "Alex J.", question)
    assert question.text.startswith("🧾 #1 tea — ₹90")
    assert "Asha, Bob, Alex J." in question.text
    await chat.press(asha, "Undo", question)
    assert "Deleted by Asha" in question.text


async def test_every_command_reads_its_line_again_with_who_was_meant(
    chat: Conversation, asha: Person, stone: Person, jones: Person
) -> None:
    asked = await chat.write(asha, "/split 90 tea")
    await chat.answer_to(asked)
    question = await chat.ask(asha, "/balance alex")
    await chat.press(asha, "Alex S.", question)
    assert question.text.startswith("Alex S.\nOwes")
    question = await chat.ask(asha, "/settle alex 20")
    await chat.press(asha, "Alex J.", question)
    assert question.text.startswith("✔ #2 Asha paid Alex J. ₹20.")
    await chat.edit(asha, asked, "/split 90 tea @alex")
    question = await chat.hear("Which one?")
    await chat.press(asha, "Alex S.", question)
    assert "Asha, Alex S." in (await chat.say(asha, "/show 1"))
    form = await chat.ask(asha, "/split")
    question = await chat.ask(asha, "60 cake @alex", reply_to=form)
    await chat.press(asha, "Alex J.", question)
    assert "₹30 each: Asha, Alex J." in question.text


async def test_two_questions_in_one_line_are_asked_one_by_one(
    chat: Conversation, world: World, asha: Person, stone: Person, jones: Person
) -> None:
    for last in ("Ray", "Noor"):
        world.join(world.add_person("Sam", None, last_name=last), chat.chat)
    question = await chat.ask(asha, "/split 90 tea @alex @sam")
    await chat.press(asha, "Alex J.", question)
    assert question.text == "@sam could be Sam R. or Sam N. Which one?"
    await chat.press(asha, "Sam N.", question)
    assert "₹30 each: Asha, Alex J., Sam N." in question.text


async def test_a_name_of_nothing_visible_is_none(
    chat: Conversation, world: World, asha: Person
) -> None:
    for first, username in (("\u3164", None), ("\u2800\uffa0", "blanko")):
        world.join(world.add_person(first, username), chat.chat)
    told = await chat.say(asha, "/members")
    assert "\n?  square" in told
    assert "\n@blanko  square" in told
    receipt = await chat.say(asha, "/split 100 tea @\u3164 @bob")
    assert "₹50 each: Asha, Bob." in receipt
    assert "New here" not in receipt
    assert "Whose name?" in await chat.say(asha, '/add "\u3164"')


async def test_a_merge_is_offered_by_the_name_that_is_near(
    chat: Conversation, asha: Person, stone: Person
) -> None:
    receipt = await chat.ask(asha, "/split 100 tea @Alexx")
    assert "Did you mean Alex?" in receipt.text
    await chat.press(asha, "Yes, Alex", receipt)
    assert "₹50 each: Asha, Alex." in receipt.text


async def test_a_name_is_found_however_it_is_spelled(
    chat: Conversation, world: World, asha: Person, stone: Person, jones: Person
) -> None:
    for first, last in (("Élodie 🇫🇷", "Dupont"), ("Zoë", None)):
        world.join(world.add_person(first, None, last_name=last), chat.chat)
    await chat.say(asha, '/add "Tía Rosa"')
    for typed, shown in (
        ("@elodie", "Élodie 🇫🇷"),
        ("@Elodie_Dupont", "Élodie 🇫🇷"),
        ("@zoe", "Zoë"),
        ("@Zoë", "Zoë"),
        ("@tia_rosa", "Tía Rosa"),
        ('@"Alex S."', "Alex S."),
    ):
        receipt = await chat.say(asha, f"/split 100 tea {typed}")
        assert f"₹50 each: Asha, {shown}" in receipt, typed
        assert "New here" not in receipt
    assert "Asha paid Élodie 🇫🇷 ₹20" in await chat.say(asha, "/settle @elodie 20")


async def test_names_without_an_at_are_read_by_every_command_that_takes_them(
    chat: Conversation, asha: Person, stone: Person, jones: Person
) -> None:
    await chat.say(asha, "/split 100 tea")
    question = await chat.ask(asha, "/settle alex bob 20")
    assert question.text == "@alex could be Alex S. or Alex J. Which one?"
    await chat.press(asha, "Alex J.", question)
    assert question.text.startswith("✔ #2 Alex J. paid Bob ₹20.")
    reminder = await chat.say(asha, "/remind alex stone and chen")
    assert "Alex S. → Asha" in reminder
    assert "Chen → Asha" in reminder
    assert "Which one?" in await chat.say(asha, "/remind alex")
    refused = await chat.say(asha, "/remind chen tomorrow")
    assert refused.startswith("I don't know tomorrow here. Please choose")
    assert refused.endswith("Try:  /remind chen")
    assert (await chat.say(asha, "/remind everyone")).endswith("Try:  /remind")
    assert "every Friday" in await chat.say(asha, "/remind every week")
    refused = await chat.say(asha, "/role bob king")
    assert refused.startswith("I don't know king here. Please choose")
    assert "Try:  /role @bob admin\n" in refused
    assert (await chat.say(asha, "/role bob")).startswith("Please choose")


async def test_who_paid_of_two_of_a_name_is_asked(
    chat: Conversation, asha: Person, stone: Person, jones: Person
) -> None:
    for line in ("/split 20 tea alex paid", "/split 20 tea paid by alex"):
        question = await chat.ask(asha, line)
        assert question.text.endswith("could be Alex S. or Alex J. Which one?"), line
        await chat.press(asha, "Alex J.", question)
        assert "Alex J. paid" in question.text


async def test_a_name_of_a_picture_or_with_a_dash_is_found(
    chat: Conversation, world: World, asha: Person
) -> None:
    for first in ("\N{UNICORN FACE}", "Ana-María"):
        world.join(world.add_person(first, None), chat.chat)
    told = await chat.say(asha, "/split 20 tea with \N{UNICORN FACE}")
    assert "₹10 each: Asha, \N{UNICORN FACE}." in told
    assert "₹10 each: Asha, Ana-María." in await chat.say(asha, "/split 20 tea with ana maria")
    told = await chat.say(asha, "/set pets \N{UNICORN FACE} bob")
    assert "\N{UNICORN FACE}" in told
    assert "Bob" in told
