"""Two hundred people in one book."""

from __future__ import annotations

import pytest

from bot.playground.people import Person
from bot.playground.world import World
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
    story = await crowd.hear("Page 1 of")
    await crowd.press(bob, "›", story)
    assert "Page 2 of" in story.text
    pairs = await crowd.ask(bob, "/balance pairs")
    assert "Page 1 of 5" in pairs.text
    await crowd.press(bob, "Asha", balances)
    standing = await crowd.hear("Is owed ₹99,500")
    await crowd.press(bob, "›", standing)
    assert "Page 2 of" in standing.text


async def test_a_plan_for_everybody_is_paid_from_any_page(
    crowd: Conversation, world: World, asha: Person
) -> None:
    await crowd.say(asha, "/split 100000 feast")
    plan = await crowd.ask(asha, "/settle")
    assert "Page 1 of 25" in plan.text
    await crowd.press(asha, "›", plan)
    friend = world.person(plan.button_texts[0].partition(":")[0])
    await crowd.press(friend, plan.button_texts[0], plan)
    assert f"{friend.first_name} paid Asha ₹500." in (await crowd.hear("#2")).text
    assert "Page 2 of 25" in plan.text


async def test_many_names_in_one_line(chat: Conversation, asha: Person) -> None:
    names = " ".join(f"@somebody_{number}" for number in range(150))
    told = await chat.say(asha, f"/split 1510 feast {names}")
    assert "₹10 each" in told
    assert "more" in told
    await chat.press(asha, "Undo")
    assert (await chat.say(asha, "/members")).startswith("3 members")
