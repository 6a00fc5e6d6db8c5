"""Two hundred people in one book."""

from __future__ import annotations

from itertools import product

import pytest

from bot.playground.people import Person
from bot.playground.world import World
from tests.dialogs.conftest import on_both_servers
from tests.dialogs.conversation import Conversation

PEOPLE = 200


@pytest.fixture
async def crowd(chat: Conversation, world: World, asha: Person) -> Conversation:
    for number in range(PEOPLE - 3):
        world.join(world.add_person(f"Friend {number}", f"friend_{number}"), chat.chat)
    return chat


async def test_everybody_shares_and_every_page_can_be_read(
    crowd: Conversation, asha: Person, bob: Person
) -> None:
    receipt = await crowd.ask(asha, "/split 100000 feast")
    assert receipt.text.startswith("🧾 #1 feast — ₹100,000\nAsha paid. ₹500 each: Asha, Bob,")
    assert "170 more" in receipt.text
    balances = await crowd.ask(bob, "/balance")
    assert balances.text.startswith("Balances\nAsha  +₹99,500\nBob  −₹500")
    seen = [balances.text]
    while "›" in balances.button_texts:
        await crowd.press(bob, "›", balances)
        seen.append(balances.text)
    lines = [line for page in seen for line in page.splitlines()]
    assert sum(line.endswith("−₹500") for line in lines) == PEOPLE - 1
    assert sum("→ Asha ₹500" in line for line in lines) == PEOPLE - 1
    listed = await crowd.ask(bob, "/members")
    assert listed.text.startswith(f"{PEOPLE} members")
    await crowd.press(bob, "›", listed)
    assert "Page 2 of 5" in listed.text
    await crowd.press(bob, "Details", receipt)
    assert "Page 1 of" in receipt.text
    await crowd.press(bob, "›", receipt)
    assert "Page 2 of" in receipt.text
    await crowd.press(bob, "‹ Back", receipt)
    assert receipt.text.startswith("🧾 #1 feast — ₹100,000\nAsha paid. ₹500 each")
    pairs = await crowd.ask(bob, "/balance pairs")
    assert "Page 1 of 10" in pairs.text
    await crowd.press(bob, "Asha", balances)
    assert "Is owed ₹99,500" in balances.text
    await crowd.press(bob, "›", balances)
    assert "Page 2 of" in balances.text
    assert balances.text.startswith("Asha")
    await crowd.press(bob, "‹ Back", balances)
    assert balances.text == seen[0]


@on_both_servers
async def test_a_plan_for_everybody_is_paid_from_any_page(
    crowd: Conversation, world: World, asha: Person
) -> None:
    await crowd.say(asha, "/split 100000 feast")
    plan = await crowd.ask(asha, "/settle")
    assert "Page 1 of 25" in plan.text
    await crowd.press(asha, "›", plan)
    friend = world.person(plan.button_texts[0].partition(" →")[0])
    await crowd.press(friend, plan.button_texts[0], plan)
    assert f"{friend.first_name} paid Asha ₹500." in (await crowd.hear("#2")).text
    assert "Page 2 of 25" in plan.text


def names(word: str, count: int) -> str:
    return " ".join(f"@{word}_{number}" for number in range(count))


async def test_many_names_in_one_line(chat: Conversation, asha: Person) -> None:
    told = await chat.say(asha, f"/split 510 feast {names('somebody', 50)}")
    assert "₹10 each" in told
    assert "more" in told
    await chat.press(asha, "Undo")
    assert (await chat.say(asha, "/members")).startswith("3 members")


async def test_more_names_than_a_line_has_room_for(chat: Conversation, asha: Person) -> None:
    told = await chat.say(asha, f"/split 520 feast {names('somebody', 51)}")
    assert told.startswith("A line has room for 50 names. To share among everybody, write @all.")
    assert (await chat.say(asha, "/members")).startswith("3 members")
    assert await chat.say(asha, "/balance") == "All square."


async def test_new_names_that_all_look_like_known_ones_are_answered(
    chat: Conversation, asha: Person
) -> None:
    known = ["".join(parts) for parts in product(("bak", "dem", "fin", "gop", "hur"), repeat=3)]
    for line in range(2):
        listed = " ".join(f"@{name}" for name in known[50 * line : 50 * line + 50])
        await chat.say(asha, f"/split 510 feast {listed}")
    listed = " ".join(f"@{name}{name[-1]}" for name in known[:50])
    receipt = await chat.ask(asha, f"/split 510 feast {listed}")
    assert receipt.text.startswith("🧾 #3 feast — ₹510")
    assert receipt.text.count("Did you mean") == 3
    assert len(receipt.button_texts) == 7
