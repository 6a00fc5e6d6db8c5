"""What one person asks: shown to them alone where the server can, else to all as ever."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.playground.api_versions import Version
from bot.playground.people import Message, Person
from bot.playground.wire import Call
from bot.playground.world import World
from ledger.core.clock import MovableClock
from tests.dialogs.conftest import NEWER, on_both_servers
from tests.dialogs.conversation import Conversation


class Watched:
    """What the bot says in a chat, and who sees it."""

    def __init__(self, chat: Conversation, asker: Person, other: Person) -> None:
        self.chat = chat
        self.asker, self.other = asker, other

    def sees(self, message: Message, *, alone: bool) -> None:
        """Check that the asker sees a message, and whether anybody else does."""
        assert message.is_shown_to(self.asker)
        assert message.is_shown_to(self.other) is not alone, message.text


@pytest.fixture
def menu_languages() -> tuple[str, ...]:
    return ("en",)


@pytest.fixture
def watched(chat: Conversation, asha: Person, bob: Person) -> Watched:
    return Watched(chat, asha, bob)


@on_both_servers
async def test_what_a_press_opens_is_for_whoever_pressed(
    chat: Conversation, watched: Watched, asha: Person, bob: Person, bot_api: Version
) -> None:
    alone = bot_api == NEWER
    receipt = await chat.ask(bob, "/split 90 tea")
    balances = await chat.ask(bob, "/balance")
    watched.sees(balances, alone=False)
    for message, button, words in (
        (receipt, "Details", "What happened"),
        (balances, "Who owes whom", "Asha owes Bob"),
        (balances, "Bob", "Is owed"),
        (await chat.ask(bob, "/foo@all_square_bot"), "What I can do", "All commands"),
    ):
        before, said = message.text, len(chat.said)
        await chat.press(asha, button, message)
        if alone:
            watched.sees(await chat.hear(words), alone=True)
            assert message.text == before
        else:
            # Where all have to see it the message becomes it, and comes back.
            assert words in message.text
            assert len(chat.said) == said
            if "‹ Back" in message.button_texts:
                await chat.press(asha, "‹ Back", message)
                assert message.text == before
    board = await chat.ask(bob, "/board")
    before = board.text
    await chat.press(asha, "History", board)
    watched.sees(await chat.hear("tea"), alone=alone)
    assert board.text == before
    await chat.press(asha, "Settle", balances)
    watched.sees(await chat.hear("→ Bob"), alone=False)


@on_both_servers
async def test_pages_are_turned_for_whoever_turns_them(
    chat: Conversation, watched: Watched, asha: Person, bob: Person, bot_api: Version
) -> None:
    for number in range(1, 13):
        await chat.say(bob, f"/split {30 * number} thing {number}")
    history = await chat.ask(bob, "/log")
    first = history.text
    await chat.press(asha, "›", history)
    if bot_api != NEWER:
        assert history.text != first
        return
    assert history.text == first
    page = await chat.hear("thing 1")
    watched.sees(page, alone=True)
    assert page.ephemeral is not None
    assert page.ephemeral.replaces == history.id
    second, said = page.text, len(chat.said)
    await chat.press(asha, "‹", page)
    assert page.text != second
    assert len(chat.said) == said


@on_both_servers
async def test_commands_that_concern_one_person_are_answered_to_them(
    chat: Conversation, watched: Watched, asha: Person, bot_api: Version
) -> None:
    alone = bot_api == NEWER
    await chat.menu_shown(asha)
    watched.sees(await chat.ask(asha, "/split 90 tea"), alone=False)
    for line in (
        *("/me", "/help", "/show 1", "/history", "/members", "/settings"),
        *("/show 7", "/me@all_square_bot"),
    ):
        watched.sees(await chat.ask(asha, line), alone=alone)
    for line in ("/balance", "/settle", "/log", "/settle @bob 20"):
        watched.sees(await chat.ask(asha, line), alone=False)
    settings = await chat.ask(asha, "/settings")
    before, said = settings.text, len(chat.said)
    await chat.press(asha, settings.button_texts[0], settings)
    assert settings.text != before
    assert len(chat.said) == said


@on_both_servers
async def test_a_late_answer_goes_to_all(
    chat: Conversation, watched: Watched, world: World, asha: Person, clock: MovableClock
) -> None:
    receipt = await chat.ask(asha, "/split 90 tea")
    press = world.press_button(asha, receipt, "Details")
    press.made_at -= timedelta(seconds=16)
    await world.until(lambda: "What happened" in receipt.text)


@pytest.mark.parametrize("bot_api", [NEWER])
async def test_a_command_answered_late_is_answered_to_all_and_the_next_one_alone(
    chat: Conversation, watched: Watched, asha: Person
) -> None:
    await chat.menu_shown(asha)
    said = await chat.write(asha, "/me")
    assert said.ephemeral is not None
    long_ago = said.ephemeral.sent_at - timedelta(seconds=16)
    said.ephemeral = replace(said.ephemeral, sent_at=long_ago)
    watched.sees(await chat.answer_to(said), alone=False)
    watched.sees(await chat.ask(asha, "/me"), alone=True)
    # What is recorded all are told, however it was asked for.
    receipt = await chat.ask(asha, "/split 90 tea", ephemeral=True)
    watched.sees(receipt, alone=False)
    await chat.press(asha, "Undo", receipt)
    assert "Deleted by Asha" in receipt.text


@pytest.mark.parametrize("bot_api", [NEWER])
async def test_a_server_that_refuses_is_asked_three_times(
    chat: Conversation, watched: Watched, world: World, asha: Person
) -> None:
    refused = []

    def is_for_one(call: Call) -> bool:
        if call.has("ephemeral_message_parameters"):
            refused.append(call)
            return True
        return False

    world.faults.refuse(
        "sendMessage",
        400,
        "Bad Request: EPHEMERAL_SOMETHING",
        times=None,
        when=is_for_one,
    )
    receipt = await chat.ask(asha, "/split 90 tea")
    for _ in range(5):
        await chat.press(asha, "Details", receipt)
        assert "What happened" in receipt.text
        await chat.press(asha, "‹ Back", receipt)
    assert len(refused) == 3


@on_both_servers
async def test_a_long_refusal_of_a_press_is_told_in_full_to_whoever_pressed(
    chat: Conversation, asha: Person, bob: Person, bot_api: Version
) -> None:
    payers = [f"somebody_with_a_name_{number}" for number in range(9)]
    line = " ".join(f"@{payer} 10" for payer in payers)
    receipt = await chat.ask(asha, f"/split 90 tea paid {line}")
    alert = await chat.press(bob, "Undo", receipt)
    if bot_api == NEWER:
        assert not alert.text
        told = await chat.hear("can change it")
        assert "@somebody_with_a_name_8" in told.text
        Watched(chat, bob, asha).sees(told, alone=True)
    else:
        assert alert.show_alert
        assert alert.text.endswith("…")
    assert "Deleted" not in receipt.text


@on_both_servers
async def test_what_is_changed_from_a_page_for_one_is_seen_by_all(
    chat: Conversation, watched: Watched, asha: Person
) -> None:
    await chat.menu_shown(asha)
    receipt = await chat.ask(asha, "/split 90 tea")
    story = await chat.ask(asha, "/show 1")
    await chat.press(asha, "Undo", story)
    watched.sees(receipt, alone=False)
    assert "Deleted by Asha" in receipt.text
    assert "deleted" in story.text.casefold()
