"""People choose: the group's currency, clock, language and way of settling; their own language."""

from __future__ import annotations

import pytest

from bot.application import Service
from bot.playground.people import Chat, Person
from bot.playground.world import World
from tests.dialogs.conversation import Conversation


async def test_a_currency_by_command_and_by_button(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    await chat.say(asha, "/split 300 tea")
    assert await chat.say(asha, "/currency eur") == (
        "New amounts count in Euro (EUR). What is recorded stays as it was."
    )
    assert "€30" in await chat.say(bob, "/split 30 wine @asha")
    choices = await chat.ask(bob, "/currency")
    assert choices.text.startswith("Currency: Euro (EUR)\nWhat is recorded stays as it was.")
    refused = await chat.press(bob, "USD", choices)
    assert refused.show_alert
    assert refused.text == "Only an admin can do that."
    await chat.press(asha, "USD", choices)
    assert choices.text.startswith("Settings\nCurrency: US Dollar (USD)")
    balances = await chat.say(asha, "/balance")
    assert "Euro (EUR)" in balances
    assert "Indian Rupee (INR)" in balances
    assert "Only an admin" in await chat.say(bob, "/currency INR")


async def test_the_clock_by_command_and_by_button(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    assert await chat.say(asha, "/timezone Pacific/Auckland") == (
        "Time zone set to Pacific/Auckland: it is Mar 4, 2026 7:30\u202fPM."
    )
    assert "Time zone set to America/New_York" in await chat.say(asha, "/timezone new york")
    told = await chat.say(asha, "/timezone Asia/Calcuta")
    assert told.startswith(
        "I don't know the time zone Asia/Calcuta.\nTry:  /timezone Asia/Calcutta"
    )
    assert "Try:  /timezone Asia/Kolkata" in await chat.say(asha, "/timezone qqq")
    assert await chat.say(asha, "/timezone IST") == (
        "I don't know the time zone IST.\nTry:  /timezone Asia/Kolkata\n"
        "or:  /timezone Asia/Jerusalem\nor:  /timezone Europe/Dublin"
    )
    assert "or:  /timezone Etc/GMT-2" in await chat.say(asha, "/timezone UTC + 2")
    assert "Try:  /timezone Asia/Kolkata" in await chat.say(asha, "/timezone India")
    assert "Time zone set to Etc/GMT-2" in await chat.say(asha, "/timezone Etc/GMT-2")
    assert "Time zone set to America/New_York" in await chat.say(asha, "/timezone new york")
    choices = await chat.ask(asha, "/timezone")
    assert choices.text.startswith("Time zone: America/New_York, now 1:30\u202fAM")
    refused = await chat.press(bob, "Tokyo", choices)
    assert refused.text == "Only an admin can do that."
    await chat.press(asha, "Tokyo", choices)
    assert "Time zone: Asia/Tokyo" in choices.text
    assert "#1 tea" in await chat.say(asha, "/split 300 tea on 4.3.")


async def test_a_group_that_speaks_hindi(
    chat: Conversation, world: World, asha: Person, bob: Person
) -> None:
    assert "Only an admin" in await chat.say(bob, "/language hi")
    assert "हिन्दी" in await chat.say(asha, "/language Hindi")
    told = await chat.say(bob, "/split 120000 rent")
    assert "₹1,20,000" in told
    assert "₹40,000" in told
    assert "paid" not in told
    choices = await chat.ask(bob, "/language")
    assert choices.button_texts[:4] == ["English", "English (India)", "✓ हिन्दी", "Español"]
    assert {"Português (Brasil)", "Українська", "العربية"} <= set(choices.button_texts)
    await chat.press(asha, "English (India)", choices)
    assert "Language: English (India)" in choices.text
    assert "Bob  +₹80,000" in await chat.say(asha, "/balance")
    assert "₹1,20,000" in await chat.say(asha, "/history")


async def test_private_chats_speak_each_persons_language(
    chat: Conversation, world: World, asha: Person, bob: Person
) -> None:
    mine = Conversation(world, world.private(bob))
    assert "Hello" in await mine.say(bob, "/start")
    assert "हिन्दी" in await mine.say(bob, "/language hi")
    assert "Hello" not in await mine.say(bob, "/start")
    assert "Asha paid" in await chat.say(asha, "/split 300 tea")
    choices = await mine.ask(bob, "/language")
    assert (await mine.press(bob, "English (India)", choices)).text == ""
    assert choices.text == "I speak English (India) now."
    assert await mine.say(bob, "/language klingon") == (
        "I don't speak klingon yet.\nTry:  /language"
    )
    assert await mine.say(bob, "/language Espaniol") == (
        "I don't speak Espaniol yet.\nTry:  /language es\nor:  /language"
    )


async def test_where_nothing_was_chosen_everybody_reads_their_own(
    service: Service, world: World, asha: Person
) -> None:
    jonas = world.add_person("Jonas", "jonas", language_code="nl")
    ravi = world.add_person("Ravi", "ravi", language_code="hi")
    chat = Conversation(world, world.new_group("WG", [jonas, ravi, asha]))
    await chat.hear("/split")
    assert "Asha paid" in await chat.say(asha, "/split 300 tea")
    assert "paid" not in await chat.say(ravi, "/split 400 tea")
    assert "Jonas paid" in await chat.say(jonas, "/split 500 tea")


async def test_the_way_of_settling(chat: Conversation, asha: Person, bob: Person) -> None:
    shown = await chat.ask(bob, "/simplify")
    assert shown.text == "Simplify is on: I suggest the fewest payments."
    assert "Only an admin" in (await chat.press(bob, "Who owes whom", shown)).text
    await chat.press(asha, "Who owes whom", shown)
    assert "Payments: along who owes whom" in shown.text
    forged = await chat.world.press(asha, shown, "simplify:maybe", stale=True)
    assert forged.text == "This button is out of date."
    assert "Simplify is off" in await chat.say(bob, "/simplify")
    assert "Simplify is on" in await chat.say(asha, "/simplify on")


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("/currency XYZ", "I don't know the currency XYZ"),
        ("/currency XYZ", "Try:  /currency INR"),
        ("/simplify maybe", "I don't know maybe here."),
        ("/simplify maybe", "Try:  /simplify on\nor:  /simplify off"),
        ("/language elvish", "I don't speak elvish yet.\nTry:  /language en"),
        ("/timezone Mars/Olympus", "I don't know the time zone Mars/Olympus.\nTry:"),
    ],
)
async def test_a_choice_that_there_is_not(
    chat: Conversation, asha: Person, line: str, answer: str
) -> None:
    assert answer in await chat.say(asha, line)


@pytest.mark.parametrize("menu_languages", [("en", "hi")])
async def test_the_menu_is_registered_by_scope_and_language(
    chat: Conversation, world: World, asha: Person, bob: Person
) -> None:
    await world.until(lambda: world.calls["setMyCommands"] >= 6)

    def seen(person: Person, where: Chat) -> dict[str, str]:
        commands = world.menu.seen_by(person, where)
        return {command["command"]: command["description"] for command in commands}

    assert seen(bob, chat.chat)["split"] == "Share an expense"
    assert "add" not in seen(bob, chat.chat)
    assert {"split", "add", "currency"} <= seen(asha, chat.chat).keys()
    assert "split" not in seen(bob, world.private(bob))
    assert "me" in seen(bob, world.private(bob))
    world.change_language(bob, "hi")
    assert seen(bob, chat.chat).keys() == seen(world.person("Chen"), chat.chat).keys()
    assert seen(bob, chat.chat)["split"] != "Share an expense"
