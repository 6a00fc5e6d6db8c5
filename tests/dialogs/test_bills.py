"""Bills of several lines: what they ask, and what a press on an answer records."""

from __future__ import annotations

from bot.playground.people import Person
from tests.dialogs.conversation import Conversation, labels


async def test_what_the_items_leave_of_a_total_is_whose_a_press_says(
    chat: Conversation, asha: Person
) -> None:
    question = await chat.ask(asha, "/split 100 dinner\n20 pasta bob\n15 pizza chen")
    assert "₹35 of ₹100. Whose is the other ₹65?" in question.text
    assert labels(question) == ["Everybody's", "Mine", "Tip and tax", "Only ₹35", "₹135 in all"]
    await chat.press(asha, "Mine", question)
    assert "#1 dinner" in chat.last.text
    assert "Asha ₹65" in chat.last.text
    question = await chat.ask(asha, "/split 100 dinner\n20 pasta bob\n15 pizza chen")
    await chat.press(asha, "Only ₹35", question)
    assert "₹35" in chat.last.text
    assert "#2 dinner" in chat.last.text


async def test_somebody_new_is_added_by_a_press(chat: Conversation, asha: Person) -> None:
    question = await chat.ask(asha, "/split 20 pasta bob\n15 pizza sam")
    assert labels(question) == ["Add sam", "Not a name"]
    await chat.press(asha, "Add sam", question)
    assert "₹15" in chat.last.text
    assert "New here: @sam" in chat.last.text


async def test_an_item_without_an_amount_is_asked_for(chat: Conversation, asha: Person) -> None:
    said = await chat.say(asha, "/split 20 pasta bob\nsome pizza chen")
    assert "How much was some pizza chen?" in said


async def test_the_items_are_among_the_details(chat: Conversation, asha: Person) -> None:
    await chat.say(asha, "/split dinner // late\n20 pasta bob\n15 pizza chen")
    await chat.press(asha, "Details")
    assert "late; 20 pasta bob; 15 pizza chen" in chat.last.text
