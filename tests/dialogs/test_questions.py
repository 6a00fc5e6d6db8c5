"""What the bot asks about a line: each button books what it says, and an old question says so."""

from __future__ import annotations

import pytest

from bot.playground.people import Person
from tests.dialogs.conversation import Conversation, labels


async def test_what_we_both_paid_each_is_taken_down(chat: Conversation, asha: Person) -> None:
    said = await chat.say(
        asha, "/split me and bob paid 3000 each for the airbnb, split between all"
    )
    assert "the airbnb — ₹6,000" in said
    assert "Asha ₹3,000, Bob ₹3,000" in said


async def test_what_no_press_could_record_has_no_button(chat: Conversation, asha: Person) -> None:
    question = await chat.ask(asha, "/split bob paid 600, mine 200")
    assert question.text == "I don't understand “mine” here. Please say it otherwise."
    assert labels(question) == []


@pytest.mark.parametrize("label", ["Chen got it", "Only Chen", "Everybody"])
async def test_ways_of_a_refund_say_who_got_it(
    chat: Conversation, asha: Person, chen: Person, label: str
) -> None:
    await chat.say(chen, "/me")
    question = await chat.ask(asha, "/refund chen chen gave bob 300")
    assert labels(question) == ["Chen got it", "Only Chen", "Everybody"]
    await chat.press(asha, label, question)
    assert "₹300 came back" in question.text


async def test_an_item_that_was_paid_by_nobody_said_is_no_slip_of_ours(
    chat: Conversation, asha: Person
) -> None:
    assert "₹35" in await chat.say(asha, "/split 20 pasta bob\n15 pizza chen, paid")
