"""/settings: everything that is set, in one message that its buttons change."""

from __future__ import annotations

from bot.playground.people import Person
from bot.playground.world import World
from tests.dialogs.conftest import on_both_servers
from tests.dialogs.conversation import Conversation

pytestmark = on_both_servers


async def test_all_settings_stand_in_one_message(chat: Conversation, bob: Person) -> None:
    assert await chat.say(bob, "/settings") == (
        "Settings\n"
        "Currency: Indian Rupee (INR)\n"
        "Time zone: Asia/Kolkata, now 12:00\u202fPM\n"
        "Language: English\n"
        "Weekly summary: Monday, 9:00\u202fAM\n"
        "Reminders: only when somebody asks for one\n"
        "Payments: as few as possible\n"
        "Admins: the chat's own; /role @chen admin adds one"
    )


async def test_each_setting_is_chosen_in_place(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    shown = await chat.ask(asha, "/settings")
    for panel, choice, told in (
        ("Currency", "EUR", "Currency: Euro (EUR)"),
        ("Time zone", "Tokyo", "Time zone: Asia/Tokyo"),
        ("Weekly summary", "Turn off", "Weekly summary: off"),
        ("Reminders", "Every week", "Reminders: every Friday, 10:00\u202fAM, of debts from"),
        ("Payments", "Who owes whom", "Payments: along who owes whom"),
        ("Language", "हिन्दी", "हिन्दी"),
    ):
        await chat.press(asha, panel, shown)
        refused = await chat.press(bob, choice, shown)
        assert "Only an admin" in refused.text
        await chat.press(asha, choice, shown)
        assert told in shown.text
    assert "€60" in await chat.say(asha, "/split 60 tea")


async def test_the_way_back_changes_nothing(chat: Conversation, asha: Person, bob: Person) -> None:
    await chat.say(asha, "/role @bob admin")
    shown = await chat.ask(asha, "/settings")
    before = shown.text
    await chat.press(bob, "Currency", shown)
    assert "✓ INR" in str(shown.buttons)
    await chat.press(bob, "‹ Back", shown)
    assert shown.text == before
    assert "Admins: Bob, and the chat's own" in before


async def test_a_forged_choice_is_out_of_date(chat: Conversation, asha: Person) -> None:
    shown = await chat.ask(asha, "/settings")
    for data in (
        *("settings:weekly:maybe", "settings:moon", "settings:lang:xx"),
        *("settings:admins:2:maybe:0", "settings:admins:page:x", "opensettings:moon"),
    ):
        forged = await chat.world.press(asha, shown, data, stale=True)
        assert forged.text == "This button is out of date."


async def test_a_command_that_sets_nothing_opens_the_settings_at_its_own(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    await chat.say(asha, "/split 90 tea")
    for line, words, button in (
        ("/currency", "Currency: Indian Rupee (INR)", "✓ INR"),
        ("/timezone", "Time zone: Asia/Kolkata", "✓ Kolkata"),
        ("/language", "Which language", "Deutsch"),
        ("/simplify", "Simplify is on", "✓ Fewest payments"),
        ("/weekly", "The weekly summary comes on Monday", "✓ Turn on"),
        ("/remind", "I remind nobody by myself", "Remind Chen"),
        ("/weekly fri 18:00", "The weekly summary comes on Friday", "✓ Turn on"),
        ("/remind weekly 50", "I remind of debts from ₹50", "Every day"),
        ("/simplify off", "Simplify is off", "✓ Who owes whom"),
    ):
        said = len(chat.said)
        opened = await chat.ask(asha, line)
        assert words in opened.text, line
        assert button in opened.button_texts, line
        await chat.press(bob, "‹ Back", opened)
        assert opened.text.startswith("Settings\n"), line
        assert len(chat.said) == said + 1, line


async def test_who_is_an_admin_is_chosen_by_taps(
    chat: Conversation, world: World, asha: Person, bob: Person
) -> None:
    for number in range(30):
        world.join(world.add_person(f"Friend {number}", f"friend_{number}"), chat.chat)
    shown = await chat.ask(bob, "/settings")
    await chat.press(bob, "Admins", shown)
    refused = await chat.press(bob, "Bob", shown)
    assert refused.text == "Only an admin can do that."
    await chat.press(asha, "Bob", shown)
    assert shown.text.startswith("Admins: Bob, and the chat's own")
    assert "✓ Bob" in shown.button_texts
    await chat.press(bob, "›", shown)
    assert "Page 2 of 2" in shown.text
    await chat.press(bob, "Friend 29", shown)
    assert "Admins: Bob, Friend 29, and the chat's own" in shown.text
    assert "✓ Friend 29" in shown.button_texts
    await chat.press(bob, "‹", shown)
    await chat.press(asha, "✓ Bob", shown)
    assert "Admins: Friend 29," in shown.text
    assert "Only an admin" in (await chat.press(bob, "Chen", shown)).text


async def test_buttons_of_earlier_versions_still_set_what_they_say(
    chat: Conversation, asha: Person
) -> None:
    shown = await chat.ask(asha, "/settings")
    for data, told in (
        ("currency:EUR", "Currency: Euro (EUR)"),
        ("timezone:Asia/Tokyo", "Time zone: Asia/Tokyo"),
        ("simplify:off", "Payments: along who owes whom"),
        ("weekly:off", "Weekly summary: off"),
        ("remind:daily", "Reminders: every day"),
        ("language:en_IN", "Language: English (India)"),
        ("currency", "What is recorded stays as it was."),
    ):
        await chat.world.press(asha, shown, data, stale=True)
        assert told in shown.text, data
