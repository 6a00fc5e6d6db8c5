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
    question = await chat.ask(asha, "/split 300 lunch for without bob bob")
    assert question.text.endswith("here. Please say it otherwise.")
    assert labels(question) == []


@pytest.mark.parametrize("place", [0, 1, 2])
async def test_ways_of_a_refund_say_who_got_it(
    chat: Conversation, asha: Person, chen: Person, place: int
) -> None:
    await chat.say(chen, "/me")
    question = await chat.ask(asha, "/refund chen chen gave bob 300")
    ways = labels(question)
    assert ways[0].startswith("Chen got it")
    assert len({*ways}) == 3
    await chat.press(asha, ways[place], question)
    assert "₹300 came back" in question.text


async def test_an_item_that_was_paid_by_nobody_said_is_no_slip_of_ours(
    chat: Conversation, asha: Person
) -> None:
    assert "₹35" in await chat.say(asha, "/split 20 pasta bob\n15 pizza chen, paid")


@pytest.mark.parametrize("reply", ["900", "₹900", "it was 900", "300"])
async def test_a_reply_with_the_amount_answers_the_question(
    chat: Conversation, asha: Person, reply: str
) -> None:
    question = await chat.ask(asha, "/split 300 x3 pizza")
    assert question.text == "How much was it: ₹900 or ₹300?"
    await chat.write(asha, reply, reply_to=question)
    await question.changed(0)
    assert question.text.startswith(
        f"🧾 #1 {'x3 pizza — ₹300' if reply == '300' else 'pizza — ₹900'}"
    )
    assert "I'm in / out" in labels(question)


async def test_a_reply_may_say_another_amount(chat: Conversation, asha: Person) -> None:
    question = await chat.ask(asha, "/split 300 x3 pizza with bob")
    await chat.write(asha, "4860", reply_to=question)
    await question.changed(0)
    assert "pizza — ₹4,860\nAsha paid. ₹2,430 each: Asha, Bob." in question.text


async def test_a_reply_says_the_amount_that_was_missing(chat: Conversation, asha: Person) -> None:
    question = await chat.ask(asha, "/split dinner with bob")
    assert question.text.startswith("How much was it?")
    await chat.write(asha, "₹4860", reply_to=question)
    await question.changed(0)
    assert question.text.startswith("🧾 #1 dinner — ₹4,860\nAsha paid. ₹2,430 each: Asha, Bob.")


@pytest.mark.parametrize(
    ("line", "reply", "told"),
    [
        ("/split 850 drinks on me", "only asha", "Asha paid. ₹850: Asha."),
        ("/split 850 drinks on me", "everybody", "#1 drinks — ₹850"),
        ("/split 90 museum without", "yes", "#1 museum without — ₹90"),
        ("/split 90 museum without", "Yes: everybody!", "#1 museum without — ₹90"),
    ],
)
async def test_words_of_a_button_pick_it(
    chat: Conversation, asha: Person, line: str, reply: str, told: str
) -> None:
    question = await chat.ask(asha, line)
    await chat.write(asha, reply, reply_to=question)
    await question.changed(0)
    assert told in question.text


async def test_talk_below_a_question_answers_nothing(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    question = await chat.ask(asha, "/split 300 x3 pizza")
    asked = question.text
    for talk in ("lol", "900?", "it was great", "what do you mean"):
        await chat.write(asha, talk, reply_to=question)
    await chat.write(bob, "hm", reply_to=question)
    await chat.settled(bob)
    assert question.text == asked
    told = await chat.say(bob, "900", reply_to=question)
    assert told == "Only Asha can say: they wrote it."


async def test_a_line_that_stays_doubtful_is_asked_about_in_the_same_place(
    chat: Conversation, asha: Person
) -> None:
    line = await chat.write(asha, "/split 300 x3 pizza")
    question = await chat.answer_to(line)
    said = len(chat.chat.bot_messages)
    await chat.edit(asha, line, "/split 200 x3 pizza")
    await question.changed(0)
    assert question.text == "How much was it: ₹600 or ₹200?"
    await chat.edit(asha, line, "/split pizza")
    await question.changed(1)
    assert question.text.startswith("How much was it? pizza is not an amount.")
    assert len(chat.chat.bot_messages) == said
    await chat.edit(asha, line, "/split 200 pizza")
    receipt = await chat.hear("#1 pizza — ₹200")
    await chat.settled(asha)
    assert question.deleted
    await chat.edit(asha, line, "/split pizza")
    assert "#1 stays as it was." in (await chat.hear("How much was it?")).text
    assert receipt.text.startswith("🧾 #1 pizza — ₹200")


async def test_an_old_question_says_that_it_is_out_of_date(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    question = await chat.ask(asha, "/split 300 x3 pizza")
    for _ in range(6):
        await chat.say(bob, "/me")
    await chat.write(asha, "500", reply_to=question)
    receipt = await chat.hear("#1 pizza — ₹500")
    answer = await chat.press(asha, "₹900", question)
    assert answer.text == "This button is out of date."
    await chat.write(asha, "600", reply_to=question)
    await receipt.changed(0)
    assert receipt.text.startswith("🧾 #1 pizza — ₹600")


async def test_a_bare_refund_asks_how_much_came_back(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    question = await chat.ask(asha, "/refund")
    assert question.text == "How much came back, and what for?"
    again = await chat.ask(asha, "the deposit", reply_to=question)
    assert again.text == question.text
    answer = await chat.write(asha, "50 deposit with bob", reply_to=again)
    receipt = await chat.answer_to(answer)
    assert receipt.text == "🧾 #1 deposit — ₹50 came back\nAsha got it. ₹25 each: Asha, Bob."
    await chat.edit(asha, answer, "60 deposit with bob")
    await receipt.changed(0)
    assert "₹60 came back" in receipt.text


async def test_a_doubtful_answer_to_it_is_a_refund_as_well(
    chat: Conversation, asha: Person
) -> None:
    question = await chat.ask(asha, "/refund")
    doubt = await chat.ask(asha, "300 x3 tickets", reply_to=question)
    await chat.press(asha, "₹900", doubt)
    assert "#1 tickets — ₹900 came back" in doubt.text


async def test_what_answers_something_else_is_told_how_to_answer(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    question = await chat.ask(asha, "/split 300 x3 pizza")
    told = await chat.say(asha, "bob was there too", reply_to=question)
    assert told == "Which one is it? Press a button, or edit your message."
    await chat.write(asha, "haha nice", reply_to=question)
    await chat.settled(asha)
    assert told == chat.said[-2]
    assert (
        await chat.say(bob, "chen paid", reply_to=question) == "Only Asha can say: they wrote it."
    )


async def test_a_press_after_an_edit_books_what_the_message_says_now(
    chat: Conversation, asha: Person
) -> None:
    line = await chat.write(asha, "/split bowling 2200 bob swiped")
    question = await chat.answer_to(line)
    await chat.edit(asha, line, "/split bowling 2600 bob swiped")
    await question.changed(0)
    await chat.press(asha, "Bob paid · Everybody", question)
    assert question.text.startswith("🧾 #1 bowling — ₹2,600\nBob paid.")


async def test_a_press_after_an_edit_of_what_was_booked_changes_it(
    chat: Conversation, asha: Person
) -> None:
    line = await chat.write(asha, "/split bowling 2200 bob swiped")
    receipt = await chat.answer_to(line)
    await chat.press(asha, "Bob paid · Everybody", receipt)
    await chat.edit(asha, line, "/split bowling 2600 bob swiped")
    question = await chat.hear("bob swiped")
    await chat.press(asha, "Bob paid · Everybody", question)
    assert "₹2,600" in await chat.say(asha, "/show 1")
    assert "#2" in await chat.say(asha, "/split 5 tea")
