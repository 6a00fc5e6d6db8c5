"""What newer apps show better, and what stands in its place for an older server."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.playground.api_versions import Version
from bot.playground.people import Message, Person
from bot.playground.world import World
from ledger.core.clock import MovableClock
from tests.dialogs.conftest import NEWER, OLDER, on_both_servers
from tests.dialogs.conversation import Conversation, Restart

MONDAY_MORNING = datetime(2026, 3, 9, 3, 30, tzinfo=UTC)


def table(message: Message) -> list[list[str]]:
    """Return the rows of a message's tables, cell by cell."""
    return [
        [words(cell.get("text", "")) for cell in row]
        for block in message.body["rich_message"]["blocks"]
        if block["type"] == "table"
        for row in block["cells"]
    ]


def words(text: object) -> str:
    if isinstance(text, dict):
        return words(text["text"])
    return "".join(map(words, text)) if isinstance(text, list) else str(text)


@on_both_servers
async def test_amounts_stand_below_one_another_or_are_told_in_lines(
    chat: Conversation, asha: Person, bob: Person, bot_api: Version
) -> None:
    await chat.say(asha, "/split 900 dinner")
    await chat.say(bob, "/split 300 taxi @asha")
    balances = await chat.ask(bob, "/balance")
    history = await chat.ask(bob, "/history")
    if bot_api == NEWER:
        assert table(balances) == [
            ["Asha", "+₹450"],
            ["Bob", "−₹150"],
            ["Chen", "−₹300"],
            ["Bob → Asha", "₹150"],
            ["Chen → Asha", "₹300"],
        ]
        assert [row[-1] for row in table(history)] == ["₹300", "₹900"]
        assert "taxi" in table(history)[0][0]
    else:
        assert "Asha  +₹450\nBob  −₹150\nChen  −₹300" in balances.text
        assert "Bob → Asha ₹150" in balances.text
        assert "₹300 · taxi" in history.text
    # Below a table, too, a press finds its message, and turns its page.
    await chat.press(asha, "Settle", balances)
    await chat.press(bob, "Bob → Asha")
    assert (await chat.hear("paid")).text.startswith("✔ #3 Bob paid Asha ₹150.")


@on_both_servers
async def test_a_restart_does_not_ask_the_server_again_what_it_has(
    chat: Conversation,
    world: World,
    asha: Person,
    restart: Restart,
    clock: MovableClock,
    bot_api: Version,
) -> None:
    asks = "editMessageReplyMarkup"
    question = await chat.ask(asha, "/split")
    assert world.calls[asks] == 1
    await restart()
    again = await chat.ask(asha, "/split")
    assert again.button_texts == question.button_texts == (["Cancel"] if bot_api == NEWER else [])
    assert world.calls[asks] == 1
    clock.move(timedelta(days=1))
    await restart()
    await chat.ask(asha, "/split")
    assert world.calls[asks] == 2


@pytest.mark.parametrize("bot_api", [OLDER])
async def test_a_newer_server_is_asked_after_a_restart(
    chat: Conversation, world: World, asha: Person, restart: Restart
) -> None:
    await chat.say(asha, "/split 900 dinner")
    assert "rich_message" not in (await chat.ask(asha, "/balance")).body
    world.bot_api = NEWER
    await restart()
    assert "rich_message" in (await chat.ask(asha, "/balance")).body


@on_both_servers
async def test_the_weeks_picture_stands_above_its_table_or_its_words(
    chat: Conversation, asha: Person, clock: MovableClock, bot_api: Version
) -> None:
    await chat.say(asha, "/split 900 dinner #food")
    clock.move_to(MONDAY_MORNING)
    week = await chat.hear("The week")
    assert week.button_texts == ["Settle", "Who owes whom"]
    if bot_api == NEWER:
        kinds = [block["type"] for block in week.body["rich_message"]["blocks"]]
        assert kinds[0] == "photo"
        assert table(week)[0] == ["Asha", "", "+₹600"]
        assert table(week)[-1] == ["Chen → Asha", "₹300"]
    else:
        assert week.body["photo"]
        assert "Asha  +₹600" in week.text


@on_both_servers
async def test_figures_stand_below_their_picture_whichever_period_is_chosen(
    chat: Conversation, asha: Person, clock: MovableClock, bot_api: Version
) -> None:
    await chat.say(asha, "/split 900 dinner #food")
    stats = await chat.ask(asha, "/stats")
    await chat.press(asha, "‹", stats)
    assert "Nothing was spent." in stats.text
    await chat.press(asha, "›", stats)
    if bot_api == NEWER:
        assert stats.body["rich_message"]["blocks"][0]["type"] == "photo"
        assert table(stats) == [
            ["#food", "₹900"],
            ["Who", "paid", "used"],
            ["Asha", "₹900", "₹300"],
            ["Bob", "₹0", "₹300"],
            ["Chen", "₹0", "₹300"],
        ]
    else:
        assert stats.body["photo"]
        assert "Asha: paid ₹900, used ₹300" in stats.text


@pytest.mark.parametrize("bot_api", [NEWER])
async def test_tables_in_arabic_run_from_right_to_left(chat: Conversation, asha: Person) -> None:
    await chat.say(asha, "/split 900 dinner")
    assert "is_rtl" not in (await chat.ask(asha, "/balance")).body["rich_message"]
    await chat.say(asha, "/language ar")
    assert (await chat.ask(asha, "/balance")).body["rich_message"]["is_rtl"]


@on_both_servers
async def test_buttons_say_what_is_likely_and_what_is_done_copy_and_cancel(
    chat: Conversation, asha: Person, bob: Person, bot_api: Version
) -> None:
    receipt = await chat.ask(asha, "/split 900 dinner")
    plan = await chat.ask(bob, "/settle")
    new = bot_api == NEWER
    assert receipt.button("Undo").get("style") == ("danger" if new else None)
    assert plan.button("Bob → Asha").get("style") == ("primary" if new else None)
    await chat.press(bob, "Bob → Asha", plan)
    await chat.press(asha, "Chen → Asha", plan)
    assert plan.text == "All square."
    made = ["✓ Bob → Asha ₹300", "✓ Chen → Asha ₹300"]
    assert plan.button_texts == (made if new else [])
    refused = await chat.ask(asha, "/split 1200 dinner @bob 500 @chen 600 -me")
    (label,) = refused.button_texts
    copied = refused.button(label)["copy_text"]["text"]
    assert f"Try:  {copied}" in refused.text
    assert (await chat.say(asha, copied)).startswith("🧾 #4 dinner")
    asked = await chat.ask(asha, "/split")
    assert asked.markup is not None
    assert asked.markup["force_reply"]
    answer = await chat.ask(asha, "60 tea", reply_to=asked)
    assert answer.text.startswith("🧾 #5 tea")
    again = await chat.ask(asha, "/split")
    if bot_api == NEWER:
        await chat.press(asha, "Cancel", again)
        assert again.deleted
    else:
        assert not again.button_texts


@on_both_servers
async def test_words_that_changed_an_entry_far_above_are_marked(
    chat: Conversation, asha: Person
) -> None:
    await chat.say(asha, "/split 900 dinner")
    near = await chat.write(asha, "/edit 1 600")
    await chat.settled(asha)
    for _ in range(3):
        await chat.say(asha, "/balance")
    far = await chat.write(asha, "/edit 1 300")
    assert "₹300" in (await chat.answer_to(far)).text
    assert not near.reactions
    assert [reaction["emoji"] for reaction in far.reactions] == ["👍"]


@on_both_servers
async def test_who_owes_whom_tells_what_for_under_a_press(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    for line in ("400 tea @bob", "300 taxi @bob", "200 bus @bob", "100 ferry @bob"):
        await chat.say(asha, f"/split {line}")
    await chat.say(bob, "/split 50 water @asha")
    pairs = await chat.ask(bob, "/balance pairs")
    assert "Bob owes Asha ₹475 (350 earlier + 100 + 50 − 25)" in pairs.text
    await chat.press(asha, "What for", pairs)
    assert pairs.text.splitlines() == [
        "Who owes whom",
        "Bob owes Asha ₹475",
        "#1 tea  200",
        "#2 taxi  150",
        "#3 bus  100",
        "#4 ferry  50",
        "#5 water  −25",
    ]
    await chat.press(asha, "‹ Back", pairs)
    assert "₹475 (350 earlier" in pairs.text
