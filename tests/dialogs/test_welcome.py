"""The bot comes into a group, goes and comes back; people do; somebody talks to it in private."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest
from telegram import Update

from bot.application import Service
from bot.playground.people import Person
from bot.playground.world import World
from handlers import welcome
from tests.dialogs.conftest import on_both_servers
from tests.dialogs.conversation import Conversation


@on_both_servers
async def test_the_welcome_is_short_and_has_everything_to_begin_with(
    service: Service, world: World, asha: Person, bob: Person
) -> None:
    chat = Conversation(world, world.new_group("Goa trip", [asha, bob]))
    welcome = await chat.hear()
    assert welcome.text == (
        "Hello! I keep what you share square. Somebody paid? Write:\n/split 1200 dinner\n"
        "I only know people I have met: press Join."
    )
    assert welcome.button_texts == [
        "Join",
        "Show the board",
        "Currency: INR",
        "Time zone: Kolkata",
    ]
    assert (await chat.press(bob, "Join", welcome)).text == "You're in."
    assert (await chat.press(bob, "Join", welcome)).text == "You're in."
    assert (await chat.say(asha, "/members")).startswith("2 members")


@pytest.mark.parametrize(
    ("code", "buttons"),
    [
        ("de", ["Mitmachen", "Übersicht zeigen", "Währung: EUR", "Zeitzone: Berlin"]),
        ("pt-br", ["Entrar", "Ver o painel", "Moeda: BRL", "Fuso: Sao Paulo"]),
        ("es-419", ["Unirme", "Ver el panel", "Moneda: INR", "Zona: Kolkata"]),
        ("ja", ["Join", "Show the board", "Currency: JPY", "Time zone: Tokyo"]),
        ("en-GB", ["Join", "Show the board", "Currency: GBP", "Time zone: London"]),
        ("xx", ["Join", "Show the board", "Currency: INR", "Time zone: Kolkata"]),
        (None, ["Join", "Show the board", "Currency: INR", "Time zone: Kolkata"]),
    ],
)
async def test_settings_are_guessed_from_whoever_added_the_bot(
    service: Service, world: World, asha: Person, code: str | None, buttons: list[str]
) -> None:
    world.change_language(asha, code)
    chat = Conversation(world, world.new_group("Trip", [asha]))
    assert (await chat.hear()).button_texts == buttons


async def test_a_hindi_speakers_group_is_greeted_in_hindi(
    service: Service, world: World, asha: Person
) -> None:
    world.change_language(asha, "hi")
    chat = Conversation(world, world.new_group("यात्रा", [asha]))
    welcome = await chat.hear("/split")
    assert "Hello" not in welcome.text


async def test_only_admins_choose_from_the_welcome(
    service: Service, world: World, asha: Person, bob: Person
) -> None:
    chat = Conversation(world, world.new_group("Trip", [asha, bob]))
    welcome = await chat.hear()
    for button in ("Currency: INR", "Time zone: Kolkata"):
        refused = await chat.press(bob, button, welcome)
        assert refused.show_alert
        assert refused.text == "Only an admin can do that."
    await chat.press(asha, "Currency: INR", welcome)
    said = welcome.text
    choices = await chat.hear("Currency: Indian Rupee")
    await chat.press(asha, "EUR", choices)
    assert "Euro" in choices.text
    await chat.press(asha, "Time zone: Kolkata", welcome)
    choices = await chat.hear("Time zone: ")
    await chat.press(asha, "Berlin", choices)
    assert "Europe/Berlin" in choices.text
    assert welcome.text == said
    assert welcome.button_texts == [
        "Join",
        "Show the board",
        "Currency: EUR",
        "Time zone: Berlin",
    ]
    choices = await chat.ask(asha, "/currency")
    await chat.press(asha, "USD", choices)
    assert "Currency: US Dollar (USD)" in choices.text
    assert "$30" in await chat.say(bob, "/split 30 tea")


async def test_removed_and_added_back_it_carries_on(
    chat: Conversation, world: World, asha: Person, bob: Person
) -> None:
    await chat.say(asha, "/split 300 tea")
    world.remove_bot(chat.chat)
    world.add_bot(chat.chat, bob)
    back = await chat.hear("I'm back")
    assert (
        back.text
        == "I'm back, and the book is as you left it.\n/balance says where everybody stands."
    )
    assert "Bob  −₹100" in await chat.say(asha, "/balance")
    assert "#2 tea" in await chat.say(bob, "/split 300 tea")


@on_both_servers
async def test_where_it_may_not_write_whoever_added_it_is_told(
    service: Service, world: World, asha: Person, bob: Person
) -> None:
    world.say(asha, world.private(asha), "/start")
    private = Conversation(world, world.private(asha))
    await private.hear("Hello")
    muted = world.new_group("Quiet <trip>", [asha, bob], bot=False)
    world.permit(muted, text=False)
    world.add_bot(muted, asha)
    told = await private.hear("can't write")
    assert told.text == (
        "I can't write in Quiet <trip>. Please let me send messages there: "
        "group settings → Permissions."
    )
    elsewhere = world.new_group("Quiet too", [bob], bot=False)
    world.permit(elsewhere, text=False)
    tried = world.calls["sendMessage"]
    world.add_bot(elsewhere, bob)  # Bob never started the bot, so nobody can be told.
    await world.until(lambda: world.calls["sendMessage"] == tried + 2)
    world.permit(elsewhere, text=True)
    chat = Conversation(world, elsewhere)
    assert "#1 tea" in await chat.say(bob, "/split 30 tea")


@on_both_servers
async def test_people_who_join_share_and_people_who_left_do_not(
    chat: Conversation, world: World, asha: Person, bob: Person, dia: Person
) -> None:
    world.join(dia, chat.chat, by=asha)
    world.leave(bob, chat.chat)
    assert "₹100 each: Asha, Chen, Dia." in await chat.say(asha, "/split 300 tea")
    assert "Bob (not sharing)  square" in await chat.say(asha, "/members")
    world.join(bob, chat.chat)
    assert "₹100 each: Asha, Bob, Chen, Dia." in await chat.say(asha, "/split 400 tea")
    world.remove(dia, chat.chat)
    assert "₹100 each: Asha, Bob, Chen." in await chat.say(asha, "/split 300 tea")
    assert "Dia  −₹200" in await chat.say(asha, "/balance")


@on_both_servers
async def test_an_admin_bot_hears_of_silent_comings_and_goings(
    chat: Conversation, world: World, asha: Person, bob: Person, dia: Person
) -> None:
    world.promote(world.bot, chat.chat)
    world.join(dia, chat.chat, silent=True)
    world.leave(bob, chat.chat, silent=True)
    assert "₹100 each: Asha, Chen, Dia." in await chat.say(asha, "/split 300 tea")
    assert len([said for said in chat.said if "Hello" in said]) == 1


@on_both_servers
async def test_bots_are_no_members(chat: Conversation, world: World, asha: Person) -> None:
    robot = world.add_person("Robot", "other_bot")
    robot.is_bot = True
    world.join(robot, chat.chat, by=asha)
    assert (await chat.say(asha, "/members")).startswith("3 members")


async def test_first_words_in_private(
    chat: Conversation, world: World, asha: Person, bob: Person
) -> None:
    mine = Conversation(world, world.private(bob))
    hello = await mine.ask(bob, "/start")
    assert "/split 1200 dinner with bob and chen" in hello.text
    assert hello.buttons[0][0]["url"] == "https://t.me/all_square_bot?startgroup=true"
    assert "/split 1200 dinner" in await mine.say(bob, "/help")
    here = "Here I answer /payinfo, /me, /weekly, /language, /help and /privacy.\n"
    for said in ("/split 300 tea", "/balance", "/add @zoe_x"):
        belongs = f"{said.split()[0]} belongs in your group."
        assert await mine.say(bob, said) == here + belongs
    for said in ("hello?", "/unknown"):
        assert await mine.say(bob, said) == f"{here}The rest belongs in your group."
    assert "Nothing is recorded yet" in await chat.say(asha, "/history")


async def test_me_in_private_adds_up_all_my_groups(
    chat: Conversation, world: World, asha: Person, bob: Person, dia: Person
) -> None:
    mine = Conversation(world, world.private(dia))
    assert "I don't know you from any group yet" in await mine.say(dia, "/me")
    await chat.say(asha, "/split 300 tea")
    flat = Conversation(world, world.new_group("Flat <12>", [bob, asha]))
    await flat.press(asha, "Join", await flat.hear())
    await flat.say(bob, "/split 90 EUR wine @asha")
    await flat.say(bob, "/split 500 gas @asha")
    mine = Conversation(world, world.private(asha))
    assert await mine.say(asha, "/me") == (
        "You in your groups\nGoa trip  +₹200\nFlat <12>  −₹250, −€45\nIn all  −€45, −₹50"
    )
    mine = Conversation(world, world.private(bob))
    assert "Goa trip  −₹100" in await mine.say(bob, "/me")


async def test_start_in_a_group_shows_examples(chat: Conversation, bob: Person) -> None:
    told = await chat.ask(bob, "/start")
    assert told.text.startswith("Copy and change\n/split 1200 dinner")
    assert "Join" in told.button_texts
    listed = await chat.say(bob, "/help")
    assert listed.index("/restore 12") < listed.index("/privacy") < listed.index("For admins")
    assert listed.index("For admins") < listed.index("/add @bob")


async def test_who_blocked_the_bot_is_not_written_to(
    chat: Conversation, world: World, asha: Person, bob: Person
) -> None:
    mine = Conversation(world, world.private(bob))
    await mine.say(bob, "/start")
    world.block(bob)
    assert "#1 tea" in await chat.say(bob, "/split 300 tea")
    world.block(bob, blocked=False)
    assert "−₹" not in await mine.say(bob, "/me")


@on_both_servers
async def test_a_message_from_before_the_block_is_no_trouble(
    chat: Conversation,
    world: World,
    restart: Callable[[], Awaitable[None]],
    asha: Person,
    bob: Person,
) -> None:
    mine = Conversation(world, world.private(bob))
    await mine.say(bob, "/start")
    with world.updates.held():
        world.say(bob, mine.chat, "/me")
        world.block(bob)
    assert "#1 tea" in await chat.say(asha, "/split 300 tea")


@pytest.mark.parametrize(
    ("kind", "chat_type", "answered"),
    [
        ("my_chat_member", "channel", False),
        ("chat_member", "channel", False),
        ("my_chat_member", "private", True),
        ("my_chat_member", "group", True),
        ("chat_member", "supergroup", True),
    ],
)
def test_a_channel_is_left_alone(kind: str, chat_type: str, answered: bool) -> None:
    user = {"id": 5, "is_bot": False, "first_name": "Asha"}
    change = {
        "chat": {"id": -1_001_900_000_001, "type": chat_type, "title": "News"},
        "from": user,
        "date": 1_772_000_000,
        "old_chat_member": {"status": "left", "user": user},
        "new_chat_member": {"status": "member", "user": user},
    }
    update = Update.de_json({"update_id": 1, kind: change})
    assert (welcome.bot_moved(update) or welcome.member_changed(update)) is answered


async def test_who_writes_where_it_may_not_answer_any_more_is_told_once(
    chat: Conversation, world: World, asha: Person, bob: Person
) -> None:
    world.say(asha, world.private(asha), "/start")
    private = Conversation(world, world.private(asha))
    await private.hear("Hello")
    world.permit(chat.chat, text=False)
    # Bob never started the bot: it is Asha who can be told, and once is enough.
    for person in (bob, asha, asha):
        await chat.write(person, "/split 300 tea")
    told = await private.hear("can't write")
    assert told.text.startswith("I can't write in Goa trip.")
    world.permit(chat.chat, text=True)
    await chat.write(asha, "/balance")
    await chat.hear("Bob")
    assert len([said for said in private.said if "can't write" in said]) == 1
