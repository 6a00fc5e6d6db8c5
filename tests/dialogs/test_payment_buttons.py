"""People press the payments below plans new and old."""

from __future__ import annotations

import pytest

from bot.playground.api_versions import Version
from bot.playground.people import Person
from bot.playground.world import World
from tests.dialogs.conftest import NEWER, on_both_servers
from tests.dialogs.conversation import Conversation, Restart, spoken

pytestmark = on_both_servers


async def test_a_payment_that_was_undone_can_be_made_again_below_the_same_plan(
    chat: Conversation, asha: Person, bob: Person, chen: Person
) -> None:
    await chat.say(asha, "/split 300 tea")
    plan = await chat.ask(asha, "/settle")
    await chat.press(bob, "Bob → Asha", plan)
    receipt = await chat.hear("#2 Bob paid Asha ₹100.")
    await chat.press(bob, "Undo", receipt)
    assert spoken(plan) == "To be square:\nBob → Asha ₹100\nChen → Asha ₹100"
    await chat.press(chen, "Chen → Asha", plan)
    assert spoken(plan) == "To be square:\nBob → Asha ₹100"
    paid = await chat.press(bob, "Bob → Asha", plan)
    assert paid.text == ""
    assert "#4 Bob paid Asha ₹100. All square." in (await chat.hear("#4")).text
    assert spoken(plan) == "All square."
    assert all(label.startswith("✓ ") for label in plan.button_texts)


async def test_a_plan_says_what_becomes_of_the_payments_made_below_it(
    chat: Conversation, asha: Person, bob: Person, chen: Person, restart: Restart, bot_api: Version
) -> None:
    await chat.say(asha, "/split 300 tea")
    plan = await chat.ask(asha, "/settle")
    await chat.press(bob, "Bob → Asha", plan)
    await chat.press(chen, "Chen → Asha", plan)
    marked = ["✓ Bob → Asha ₹100", "✓ Chen → Asha ₹100"]
    shown = bot_api == NEWER
    assert plan.button_texts == (marked if shown else [])
    await restart()
    for undo, redo in (("/undo", "/restore 3"), ("/delete 3", "/restore 3")):
        await chat.write(chen, undo)
        await chat.settled(chen)
        assert spoken(plan) == "To be square:\nChen → Asha ₹100", undo
        assert plan.button_texts == [*(marked[:1] if shown else []), "Chen → Asha ₹100"]
        await chat.write(chen, redo)
        await chat.settled(chen)
        assert spoken(plan) == "All square.", redo
    await chat.write(chen, "/edit 3 60")
    await chat.settled(chen)
    assert spoken(plan) == "To be square:\nChen → Asha ₹40"
    assert plan.button_texts == [
        *([marked[0], "✓ Chen → Asha ₹60"] if shown else []),
        "Chen → Asha ₹40",
    ]


async def test_an_old_screen_does_not_pay_what_was_undone(
    chat: Conversation, world: World, asha: Person, bob: Person
) -> None:
    await chat.say(asha, "/split 300 tea")
    plan = await chat.ask(asha, "/settle")
    data = plan.button("Bob → Asha")["callback_data"]
    await chat.press(bob, "Bob → Asha", plan)
    receipt = await chat.hear("#2")
    again = await world.press(bob, plan, data, stale=True)
    assert again.text == "Recorded already as #2: Bob paid Asha ₹100."
    await chat.press(bob, "Undo", receipt)
    late = await world.press(bob, plan, data, stale=True)
    assert late.show_alert
    assert late.text == "The plan has changed, so nothing was recorded. Here is the new one."
    assert spoken(plan) == "To be square:\nBob → Asha ₹100\nChen → Asha ₹100"
    await chat.press(bob, "Bob → Asha", plan)
    assert "#3 Bob paid Asha ₹100." in (await chat.hear("#3")).text


async def test_a_plan_that_is_out_of_date_is_refused_and_drawn_anew(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    await chat.say(asha, "/split 300 tea")
    plan = await chat.ask(bob, "/settle")
    await chat.say(bob, "/settle @asha 30")
    refused = await chat.press(bob, "Bob → Asha", plan)
    assert refused.show_alert
    assert refused.text == "The plan has changed, so nothing was recorded. Here is the new one."
    assert spoken(plan) == "To be square:\nBob → Asha ₹70\nChen → Asha ₹100"
    await chat.press(bob, "Bob → Asha", plan)
    assert "#3 Bob paid Asha ₹70. Bob is square now." in (await chat.hear("#3")).text


async def test_the_same_payment_below_two_plans_is_made_once(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    await chat.say(asha, "/split 200 tea @bob")
    first = await chat.ask(bob, "/settle")
    second = await chat.ask(asha, "/settle")
    await chat.press(bob, "Bob → Asha", first)
    refused = await chat.press(asha, "Bob → Asha", second)
    assert refused.show_alert
    assert spoken(second) == "All square."
    assert "All square" in await chat.say(asha, "/balance")


async def test_settling_from_the_balances_in_two_currencies(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    await chat.say(asha, "/split 200 tea @bob")
    await chat.say(bob, "/split 30 EUR wine @asha")
    balances = await chat.ask(asha, "/balance")
    await chat.press(bob, "Settle", balances)
    plan = await chat.hear("To be square")
    assert spoken(plan) == "To be square:\nBob → Asha ₹100\nAsha → Bob €15"
    await chat.press(bob, "Asha → Bob", plan)
    assert "#3 Asha paid Bob €15. All square in €." in (await chat.hear("#3")).text
    assert spoken(plan) == "To be square:\nBob → Asha ₹100"


async def test_who_has_no_account_is_settled_with_by_the_other(
    chat: Conversation, asha: Person
) -> None:
    await chat.say(asha, '/add "Grandma"')
    await chat.say(asha, "/split 200 tea @Grandma")
    plan = await chat.ask(asha, "/settle")
    assert plan.button_texts == ["Grandma → Asha ₹100"]
    await chat.press(asha, "Grandma → Asha", plan)
    assert "Grandma paid Asha ₹100." in (await chat.hear("#2")).text


async def test_a_long_plan_is_paged(chat: Conversation, world: World, asha: Person) -> None:
    names = " ".join(f"@friend_{number}" for number in range(20))
    await chat.say(asha, f"/split 2100 feast {names}")
    plan = await chat.ask(asha, "/settle")
    assert "Page 1 of 3" in spoken(plan)
    await chat.press(asha, "›", plan)
    assert "Page 2 of 3" in spoken(plan)
    assert spoken(plan).count("→") == 8


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("/settle @nobody 100", "I don't know anybody called @nobody here."),
        ("/settle @bob @bob 100", "Both are Bob: it takes two."),
        ("/settle @asha", "Both are Asha: it takes two."),
        (
            "/settle @bob",
            ("Asha owes Bob nothing. To pay anyway, write the amount.\nTry:  /settle @bob 500"),
        ),
        ("/settle 100", "Who is 100?\nTry:  /settle @bob 100"),
        ("/settle @bob 0", "it has to be more than zero.\nTry:"),
        ("/settle @bob -5", "Try:  /settle @bob 5"),
        ("/settle @bob 1.234", "can be read in two ways"),
        ("/settle @bob 10.0001", "too many decimals"),
        ("/settle @a @b @c 5", "At most 2 names, please.\nTry:  /settle @bob @chen 1900"),
        ("/settle @bob 5\n/split 5", "One command a message"),
        ("/settle @bob 99999999999999999", "more than one entry can hold"),
    ],
)
async def test_a_mistaken_payment_is_answered_with_what_would_work(
    chat: Conversation, asha: Person, line: str, answer: str
) -> None:
    assert answer in await chat.say(asha, line)
    assert await chat.say(asha, "/history") == ("Nothing is recorded yet. Try /split 1200 dinner.")


async def test_a_press_that_lost_the_race_changes_no_message_again(
    chat: Conversation, world: World, asha: Person, bob: Person
) -> None:
    await chat.say(asha, "/split 300 tea")
    plan = await chat.ask(asha, "/settle")
    data = plan.button("Bob → Asha")["callback_data"]
    await chat.press(bob, "Bob → Asha", plan)
    await chat.hear("#2")
    edits = world.calls["editMessageText"]
    again = await world.press(asha, plan, data, stale=True)
    assert again.text == "Recorded already as #2: Bob paid Asha ₹100."
    assert world.calls["editMessageText"] == edits
