"""Buttons that say what no button of ours says: forged, old, or another group's."""

from __future__ import annotations

import pytest

from bot.playground.people import Message, Person
from bot.playground.world import World
from bot.views.reply import Verb
from tests.dialogs.conversation import Conversation

GARBAGE = [
    "",
    "undo",
    "undo:",
    "undo:x",
    "undo:-1",
    "undo:0",
    "undo:99",
    "undo:1:2:3",
    "undo:99999999999999999999999999999999999999999999999999",
    "undo:١",
    "toggle:2147483648",
    "details:1:999999999999999",
    "details:99:0",
    "restore:9223372036854775808",
    "merge:1:1:1",
    "merge:1:2:1",
    "merge:99:98:1",
    "merge:1",
    "balance:999999999",
    "balance:x",
    "standing:99:0",
    "standing:1",
    "standing:999999999999999:999999999999999",
    "pairs:999999999999999",
    "settle:999999999999999",
    "amount:99:INR:500",
    "readthen:0:100",
    "readthen:x",
    "gave:1:99:INR:500",
    "gave:1:1:INR:500",
    "gave:1:2:INR:0",
    "gave:1:2:XXX:5",
    "paidby:1:99",
    "paidby:99:1",
    "amount:1:XXX:500",
    "amount:1:INR:999999999999999",
    "amount:1:INR:0",
    "twice:1:99",
    "twice:99:1",
    "paid:1:2:INR:5",
    "paid:1:2:INR:5:0:0",
    "paid:1:2:XXX:5:0:0",
    "paid:1:2::5:0:0",
    "paid:99:98:INR:100:0:0",
    "got:1:1:INR:100:0:0",
    "history:0",
    "history:999999999999999",
    "history:1:m99",
    "history:1:mx",
    "history:1:m99999999999999999999",
    "history:1:d2026-13",
    "history:1:d0000-00",
    "history:1:d9999-12",
    "history:1:w\x00",
    "history:1:w%",
    "history:1:c#",
    "history:1:z",
    "history:x",
    "log:999999999999999",
    "log:0",
    "members:999999999999999",
    "currency:XXX",
    "currency:" + "क" * 18,
    "timezone:../../etc/passwd",
    "timezone:\x00",
    "language:xx",
    "language:../hi",
    "simplify:maybe",
    "settings:admins:99999:on:0",
    "settings:admins:page:999999999999999",
    "settings:currency:",
    "opensettings:moon",
    "key:full",
    "key:no",
    "keyoff:1",
    "unlink",
    "unlink:yes",
    "join:1",
    "chart:x",
    "help:x",
    "drop table",
    ":::::",
    "%3A%3A",
    "🍕" * 16,
]


@pytest.mark.parametrize("data", ["weekly:maybe", "weekly:", "mute:maybe", "simplify:maybe"])
async def test_a_switch_that_says_neither_on_nor_off_switches_nothing(
    chat: Conversation, asha: Person, data: str
) -> None:
    await chat.say(asha, "/weekly fri 18:30")
    mute = await chat.ask(asha, "/remind")
    await chat.press(asha, "Never remind me", mute)
    answer = await chat.world.press(asha, mute, data, stale=True)
    assert answer.show_alert
    assert "Friday, 6:30" in await chat.say(asha, "/weekly")
    assert "You are not reminded" in await chat.say(asha, "/remind")


async def tried(world: World, person: Person, message: Message, data: str) -> None:
    """Press, and find that nothing went wrong inside."""
    assert len(data.encode()) <= 64
    await world.press(person, message, data, stale=True)


@pytest.mark.parametrize("batch", range(4))
async def test_garbage_changes_nothing_and_breaks_nothing(
    chat: Conversation, world: World, asha: Person, bob: Person, batch: int
) -> None:
    receipt = await chat.ask(asha, "/split 300 tea @bob")
    history, log = await chat.say(asha, "/history"), await chat.say(asha, "/log")
    settings = [await chat.say(bob, line) for line in ("/currency", "/timezone", "/simplify")]
    for data in GARBAGE[batch::4]:
        await tried(world, bob, receipt, data)
    assert not [said for said in chat.said if "something went wrong" in said]
    assert await chat.say(asha, "/history") == history
    assert await chat.say(asha, "/log") == log
    assert [
        await chat.say(bob, line) for line in ("/currency", "/timezone", "/simplify")
    ] == settings
    assert (await chat.say(asha, "/members")).startswith("3 members")


async def test_every_verb_without_arguments_breaks_nothing(
    chat: Conversation, world: World, asha: Person, bob: Person
) -> None:
    receipt = await chat.ask(asha, "/split 300 tea @bob")
    private = Conversation(world, world.private(bob))
    hello = await private.ask(bob, "/start")
    for verb in Verb:
        await tried(world, bob, receipt, verb.value)
        await tried(world, bob, hello, verb.value)
        await tried(world, bob, hello, f"{verb.value}:1:1")
    said = [*chat.said, *private.said]
    assert not [told for told in said if "something went wrong" in told]


async def test_no_group_sees_or_changes_anothers_book(
    chat: Conversation, world: World, asha: Person, bob: Person, dia: Person
) -> None:
    secret = await chat.ask(asha, "/split 300 secret @bob")
    plan = await chat.ask(bob, "/settle")
    pay = plan.button("Bob → Asha")["callback_data"]
    other = Conversation(world, world.new_group("Flat", [dia, bob]))
    await other.press(bob, "Join", await other.hear())
    mine = await other.ask(dia, "/split 10 milk @bob")
    presses = [data for data in GARBAGE if data]
    presses += [f"{verb}:{number}" for verb in ("undo", "toggle") for number in (1, 2, 3)]
    presses += [f"standing:{number}:0" for number in range(1, 9)]
    presses += [f"history:1:m{number}" for number in range(1, 9)]
    presses += [f"merge:{a}:{b}:1" for a in range(1, 9) for b in (1, 5)]
    presses += [f"details:{number}:0" for number in (1, 2)]
    presses += [pay]
    for data in presses:
        await tried(world, dia, mine, data)
    for line in ("/show 1", "/history", "/balance", "/log", "/members", "/balance @asha"):
        assert "secret" not in await other.say(dia, line)
    assert not [said for said in other.said if "something went wrong" in said]
    assert not [said for said in other.said if "Asha" in said or "secret" in said]
    assert secret.edits == 0
    assert "Bob → Asha ₹150" in await chat.say(asha, "/balance")


async def test_an_old_button_of_an_old_message_is_answered(
    chat: Conversation, world: World, asha: Person, bob: Person
) -> None:
    receipt = await chat.ask(asha, "/split 300 tea")
    world.delete(receipt)
    told = await world.press(bob, receipt, "toggle:1", stale=True)
    assert told.text == "You're out."
    assert "₹150 each: Asha, Chen." in (await chat.hear("#1 tea")).text
    press = world.press_button(asha, receipt, "undo:1", stale=True)
    world.expire_presses()
    assert press.answer is None
    await chat.settled(asha)
    assert "All square" in await chat.say(asha, "/balance")
    assert not [said for said in chat.said if "something went wrong" in said]


async def test_whoever_presses_is_a_member_from_then_on(
    chat: Conversation, world: World, asha: Person, dia: Person
) -> None:
    world.join(dia, chat.chat, silent=True)
    receipt = await chat.ask(asha, "/split 300 tea")
    assert (await chat.press(dia, "I'm in / out", receipt)).text == "You're in."
    assert "₹75 each: Asha, Bob, Chen, Dia." in receipt.text
