"""Replies to a question about a line that say more than was asked: they come with the answer."""

from __future__ import annotations

import pytest

from bot.playground.people import Person
from tests.dialogs.conftest import on_both_servers
from tests.dialogs.conversation import Conversation, labels

pytestmark = on_both_servers


@pytest.mark.parametrize(
    ("reply", "told"),
    [
        ("chen didnt eat", "₹150 each: Asha, Bob."),
        ("also chen left early so just me and bob", "₹150 each: Asha, Bob."),
        ("bob paid not me", "Bob paid. ₹100 each: Asha, Bob, Chen."),
        ("10 rs service charge each on top", "pizza — ₹330"),
        ("it was yesterday", "On "),
    ],
)
async def test_what_a_reply_says_is_done_to_the_reading_that_is_pressed(
    chat: Conversation, asha: Person, chen: Person, reply: str, told: str
) -> None:
    await chat.say(chen, "/me")
    question = await chat.ask(asha, "/split 100 x3 pizza")
    again = await chat.ask(asha, reply, reply_to=question)
    assert again.text == "Which one is it? Press a button, or edit your message."
    assert labels(again) == ["₹300", "₹100"]
    await chat.press(asha, "₹300", again)
    assert again.text.startswith("🧾 #1 pizza — ₹3")
    assert told in again.text
    assert question.deleted


async def test_only_whoever_wrote_the_line_presses(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    question = await chat.ask(asha, "/split 100 x3 pizza")
    again = await chat.ask(asha, "bob didnt eat", reply_to=question)
    answer = await chat.press(bob, "₹300", again)
    assert answer.text == "Only Asha can say: they wrote it."
    told = await chat.say(bob, "i wasnt there", reply_to=question)
    assert told == "Only Asha can say: they wrote it."


async def test_several_replies_are_done_in_their_order(chat: Conversation, asha: Person) -> None:
    question = await chat.ask(asha, "/split 100 x3 pizza with bob and @chen")
    again = await chat.ask(asha, "chen didnt eat", reply_to=question)
    third = await chat.ask(asha, "and bob paid", reply_to=again)
    await chat.press(asha, "₹300", third)
    assert "Bob paid. ₹150 each: Asha, Bob." in third.text


async def test_an_amount_answers_the_question_with_what_was_said_before(
    chat: Conversation, asha: Person
) -> None:
    question = await chat.ask(asha, "/split 100 x3 pizza with bob and @chen")
    again = await chat.ask(asha, "chen didnt eat", reply_to=question)
    await chat.write(asha, "it was 320", reply_to=again)
    await again.changed(0)
    assert "₹160 each: Asha, Bob." in again.text


async def test_what_a_press_can_only_record_first_is_asked_then(
    chat: Conversation, asha: Person
) -> None:
    question = await chat.ask(asha, "/split 100 x3 pizza with bob")
    again = await chat.ask(asha, "he just paid", reply_to=question)
    await chat.press(asha, "₹300", again)
    then = await chat.hear("How is “he just paid” meant?")
    assert labels(then) == ["Bob → Asha ₹150", "Bob paid"]


@pytest.mark.parametrize(
    ("reply", "paid"), [("no it was 45", "₹45"), ("45", "₹45"), ("yes", "₹40"), ("40", "₹40")]
)
async def test_a_payment_that_is_proposed_is_recorded_by_a_reply(
    chat: Conversation, asha: Person, reply: str, paid: str
) -> None:
    question = await chat.ask(asha, "/split bob sent me 40")
    assert question.text == "Did you mean /settle @bob me 40?"
    await chat.write(asha, reply, reply_to=question)
    await question.changed(0)
    assert question.text.startswith(f"✔ #1 Bob paid Asha {paid}.")


async def test_a_payment_told_below_a_question_is_one_of_its_own(
    chat: Conversation, asha: Person
) -> None:
    question = await chat.ask(asha, "/split 100 x3 pizza with bob")
    payment = await chat.ask(asha, "bob sent me 16", reply_to=question)
    assert payment.text == "Did you mean /settle @bob me 16?"
    await chat.write(asha, "no it was 18", reply_to=payment)
    await payment.changed(0)
    assert payment.text.startswith("✔ #1 Bob paid Asha ₹18.")
    await chat.press(asha, "₹300", question)
    assert question.text.startswith("🧾 #2 pizza — ₹300")


async def test_money_that_came_back_of_a_proposed_loan_is_asked_about_then(
    chat: Conversation, asha: Person
) -> None:
    question = await chat.ask(asha, "/split lent bob 30")
    again = await chat.ask(asha, "he gave me 10 back", reply_to=question)
    await chat.press(asha, "/settle @bob 30", again)
    assert again.text.startswith("✔ #1 Asha paid Bob ₹30.")
    then = await chat.hear("How is “he gave me 10 back” meant?")
    await chat.press(asha, "Bob → Asha ₹10", then)
    assert then.text.startswith("✔ #2 Bob paid Asha ₹10.")


@pytest.mark.parametrize("reply", ["delete this", "nvm", "sorry forget it"])
async def test_whoever_gives_up_on_a_line_is_asked_no_more(
    chat: Conversation, asha: Person, reply: str
) -> None:
    question = await chat.ask(asha, "/split 100 x3 pizza")
    await chat.write(asha, reply, reply_to=question)
    await question.changed(0)
    assert question.text == "OK, nothing is recorded."
    assert labels(question) == []


async def test_what_may_mean_several_things_is_asked_about_once_the_line_is_recorded(
    chat: Conversation, asha: Person
) -> None:
    question = await chat.ask(asha, "/split 100 x3 pizza with bob")
    again = await chat.ask(asha, "bob joined only for the 2nd half", reply_to=question)
    await chat.press(asha, "₹300", again)
    assert again.text.startswith("🧾 #1 pizza — ₹300")
    then = await chat.hear("How is “bob joined only for the 2nd half” meant?")
    await chat.press(asha, "Bob ×0.5", then)
    assert "Asha ₹200\nBob ₹100 (×0.5)" in again.text


@pytest.mark.parametrize("reply", ["no", "neither", "none of them"])
async def test_whoever_declines_all_readings_is_led_on(
    chat: Conversation, asha: Person, reply: str
) -> None:
    question = await chat.ask(asha, "/split 100 x3 pizza")
    again = await chat.ask(asha, reply, reply_to=question)
    assert again.text == "Which one is it? Press a button, or edit your message."


@pytest.mark.parametrize(
    ("reply", "amount"), [("the second one", "₹100"), ("1st", "₹300"), ("the last one", "₹100")]
)
async def test_a_reading_is_picked_by_its_place(
    chat: Conversation, asha: Person, reply: str, amount: str
) -> None:
    question = await chat.ask(asha, "/split 100 x3 pizza")
    await chat.write(asha, reply, reply_to=question)
    await question.changed(0)
    assert f"pizza — {amount}" in question.text


async def test_plus_one_is_no_amount(chat: Conversation, asha: Person) -> None:
    question = await chat.ask(asha, "/split bob sent me 40")
    again = await chat.ask(asha, "+1", reply_to=question)
    assert again.text == "Which one is it? Press a button, or edit your message."


@pytest.mark.parametrize(
    ("line", "reply", "told"),
    [
        ("uber 40 and 50", "90", "₹90"),
        ("uber 40 and 50", "the last one", "₹90"),
        ("uber 40 and 50", "first", "₹40"),
        ("1.200 dinner", "1200", "₹1,200"),
        ("cab there 40, 50", "2nd", "₹50"),
        ("groceries 960, 60 was bobs", "the first", "Bob ₹360 (+₹60)"),
    ],
)
async def test_an_amount_or_a_place_picks_a_button(
    chat: Conversation, asha: Person, chen: Person, bob: Person, line: str, reply: str, told: str
) -> None:
    await chat.say(bob, "/me")
    await chat.say(chen, "/me")
    question = await chat.ask(asha, f"/split {line}")
    await chat.write(asha, reply, reply_to=question)
    await question.changed(0)
    assert told in question.text


async def test_an_amount_of_several_buttons_asks_among_those(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    await chat.say(bob, "/me")
    question = await chat.ask(asha, "/split sofa 120 bob paid, i already gave him 30")
    again = await chat.ask(asha, "120", reply_to=question)
    assert labels(again)
    assert all(one.startswith("₹120 · ") for one in labels(again))
    await chat.press(asha, "₹120 · Bob paid · Everybody", again)
    assert "Bob paid. ₹40 each" in again.text


async def test_what_is_said_to_come_again_does_by_a_press(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    await chat.say(bob, "/me")
    question = await chat.ask(asha, "/split every month netflix 649")
    assert labels(question) == ["Only this once", "/every month netflix 649"]
    answer = await chat.press(bob, "/every month netflix 649", question)
    assert answer.text == "Only Asha can say: they wrote it."
    await chat.press(asha, "/every month netflix 649", question)
    assert question.text.startswith("🔁 1. netflix — ₹649")
