"""What people write as they speak: offers on receipts, questions, and what presses record."""

from __future__ import annotations

import pytest

from bot.application import Service
from bot.playground.people import Person
from bot.playground.world import World
from tests.dialogs.conversation import Conversation, labels


async def test_names_without_a_mark_are_people(chat: Conversation, asha: Person) -> None:
    said = await chat.say(asha, "/split 20 pizza with bob")
    assert "pizza" in said
    assert "₹10 each: Asha, Bob" in said


async def test_the_same_by_other_words_for_the_command(chat: Conversation, asha: Person) -> None:
    assert "₹10 each: Asha, Bob" in await chat.say(asha, "/expense pizza 20 with bob")
    assert "₹10 each: Asha, Chen" in await chat.say(asha, "/spent 20 on pizza with chen")


async def test_two_amounts_are_asked_about_and_a_press_records_one_once(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    question = await chat.ask(asha, "/split 3 pizzas 20")
    assert labels(question) == ["₹20", "₹60"]
    answer = await chat.press(bob, "₹20", question)
    assert "Asha" in (answer.text or "")
    await chat.press(asha, "₹20", question)
    assert "3 pizzas" in chat.last.text
    assert "₹20" in chat.last.text
    assert "#1" in chat.last.text
    await chat.world.press(asha, question, "read:1:2000", stale=True)
    assert "#2" in await chat.say(asha, "/split 5 tea")


async def test_a_reading_that_the_message_no_longer_has_is_not_recorded(
    chat: Conversation, asha: Person
) -> None:
    question = await chat.ask(asha, "/split 3 pizzas 20")
    await chat.world.press(asha, question, "read:1:9900", stale=True)
    await chat.world.press(asha, question, "read:7:2000", stale=True)
    assert "#1" in await chat.say(asha, "/split 5 tea")


async def test_words_that_nobody_understood_are_asked_about_and_a_press_records_them(
    chat: Conversation, asha: Person
) -> None:
    question = await chat.ask(asha, "/split 100 sushi bob ate double")
    assert "“bob ate double”" in question.text
    await chat.press(asha, "Everybody", question)
    assert "#1 sushi" in chat.last.text
    assert "₹100" in chat.last.text


async def test_what_may_be_meant_in_several_ways_is_asked_and_a_press_records_it_once(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    await chat.say(bob, "/split 5 tea")
    question = await chat.ask(asha, "/split 850 drinks on me")
    assert labels(question) == ["Everybody", "Only Asha"]
    await chat.press(asha, "Only Asha", question)
    assert "₹850: Asha" in chat.last.text
    assert "#2" in chat.last.text
    assert "#3" in await chat.say(asha, "/split 5 tea")


async def test_what_was_for_one_may_be_theirs_alone(chat: Conversation, asha: Person) -> None:
    receipt = await chat.ask(asha, "/split 650 pharmacy for bob")
    assert "₹325 each: Asha, Bob" in receipt.text
    await chat.press(asha, "Only Bob", receipt)
    assert "₹650: Bob" in receipt.text
    assert "Only Bob" not in labels(receipt)


async def test_what_is_said_of_somebody_is_asked_about(chat: Conversation, asha: Person) -> None:
    question = await chat.ask(asha, "/split 1200 beers bob doesnt drink")
    assert question.text == "How is “bob doesnt drink” meant?"
    assert labels(question)[0] == "Without Bob"
    await chat.press(asha, "Without Bob", question)
    assert "#1 beers" in chat.last.text
    assert "Bob" not in chat.last.text


async def test_a_change_that_nobody_understood_leaves_the_entry_as_it_was(
    chat: Conversation, asha: Person
) -> None:
    await chat.say(asha, "/split 100 sushi")
    assert "“delete”" in await chat.say(asha, "/edit 1 delete")
    assert "sushi" in await chat.say(asha, "/show 1")


async def test_a_question_outlives_a_restart(
    chat: Conversation, asha: Person, restart: object
) -> None:
    question = await chat.ask(asha, "/split 2 beers 3 wines")
    await restart()  # type: ignore[operator]
    await chat.press(asha, "₹3", question)
    assert "₹3" in chat.last.text
    assert "#1" in chat.last.text


@pytest.mark.parametrize(
    ("line", "button"),
    [
        ("/split 100 bob's birthday", "Only with Bob?"),
        ("/split 100 chen noodles", "Only with Chen?"),
        ("/split 100 chen noodles", "Chen paid"),
        ("/split 90 auto bob", "Bob paid"),
        ("/split auto 90 bob", "Bob paid · Everybody"),
        ("/split 90 snacks for bob and chen", "Without Asha"),
        ("/split groceries 1,850.50 big bazaar bob", "Bob paid"),
        ("/split jeep safari 5200. bob 2000 chen 2000 me 1200", "Each paid that"),
        ("/split trip: cab 6000 me, hotel 9000 bob, food 3400 chen", "Each paid that"),
        ("/split trip\ncab 6000 me\nhotel 9000 bob\nfood 3400 chen", "Each paid that"),
        ("/split 20 pizza with sam", "Add Sam"),
        ("/split 50 cake between bob and chen", "Asha too"),
        ("/split 90 house bob 7 nights chen 2 nights", "Without Asha"),
    ],
)
async def test_what_is_doubtful_is_a_button(
    chat: Conversation, asha: Person, line: str, button: str
) -> None:
    assert button in labels(await chat.ask(asha, line))


@pytest.mark.parametrize(
    "line",
    ["/split 20 pizza with extra cheese", "/split 300 all you can eat", "/split 15 paid parking"],
)
async def test_ordinary_words_offer_nothing(chat: Conversation, asha: Person, line: str) -> None:
    offered = labels(await chat.ask(asha, line))
    assert not [label for label in offered if label.startswith(("Only with", "Add "))]


@pytest.mark.parametrize(
    ("line", "button"),
    [
        ("/split 100 bob's birthday", "Bob paid"),
        ("/split 100 chen noodles, bob paid", "Chen paid"),
        ("/split 1200 dinner with bob 500 chen 700", "Each paid that"),
        ("/split 1200 dinner bob 500 chen 700, i paid", "Each paid that"),
        ("/split 1200 dinner @bob 500 @chen 700", "Each paid that"),
    ],
)
async def test_what_is_said_is_not_asked(
    chat: Conversation, asha: Person, line: str, button: str
) -> None:
    assert button not in labels(await chat.ask(asha, line))


async def test_whoever_is_named_may_have_paid(chat: Conversation, asha: Person) -> None:
    receipt = await chat.ask(asha, "/split 90 auto bob")
    await chat.press(asha, "Bob paid", receipt)
    assert "Bob paid. ₹30 each: Asha, Bob, Chen." in receipt.text
    assert not {"Bob paid", "Only with Bob?"} & {*labels(receipt)}
    receipt = await chat.ask(asha, "/split water bill 44.10 12 march bob")
    await chat.press(asha, "Only with Bob?", receipt)
    await chat.press(asha, "Bob paid", receipt)
    assert "Bob paid. ₹22.05 each: Asha, Bob." in receipt.text


async def test_what_was_perhaps_a_payment_is_booked_as_pressed(
    chat: Conversation, asha: Person
) -> None:
    await chat.ask(asha, "/split paid bob for petrol 25")
    await chat.press(asha, "Bob paid · Everybody")
    assert "petrol — ₹25" in chat.last.text
    assert "Bob paid" in chat.last.text
    await chat.ask(asha, "/split paid chen for snacks 30")
    await chat.press(asha, "/settle @chen 30 // snacks")
    assert "Asha paid Chen ₹30" in chat.last.text


async def test_numbers_beside_names_may_be_what_each_paid(chat: Conversation, asha: Person) -> None:
    receipt = await chat.ask(asha, "/split jeep safari 5200. bob 2000 chen 2000 me 1200")
    assert "Bob ₹2,000" in receipt.text
    await chat.press(asha, "Each paid that", receipt)
    assert "Paid: Asha ₹1,200, Bob ₹2,000, Chen ₹2,000." in receipt.text
    for share in ("₹1,733.33", "₹1,733.34"):
        assert share in receipt.text
    assert "Each paid that" not in labels(receipt)


async def test_pressing_a_reading_changes_the_expense_to_it(
    chat: Conversation, asha: Person
) -> None:
    receipt = await chat.ask(asha, "/split 100 bob's birthday")
    await chat.press(asha, "Only with Bob?", receipt)
    assert "₹50 each: Asha, Bob" in receipt.text
    receipt = await chat.ask(asha, "/split 20 pizza with sam")
    assert "I don't know a sam." in receipt.text
    await chat.press(asha, "Add Sam", receipt)
    assert "₹10 each: Asha, Sam" in receipt.text
    assert "pizza with" not in receipt.text.splitlines()[0]
    receipt = await chat.ask(asha, "/split 50 cake between bob and chen")
    assert "₹25 each: Bob, Chen" in receipt.text
    await chat.press(asha, "Asha too", receipt)
    assert "Asha ₹16.67" in receipt.text or "₹16.66" in receipt.text
    receipt = await chat.ask(asha, "/split 90 house bob 7 nights chen 2 nights")
    assert "Asha ₹9" in receipt.text
    await chat.press(asha, "Without Asha", receipt)
    assert "Bob ₹70" in receipt.text
    assert "Asha ₹" not in receipt.text
    assert "Without Asha" not in labels(receipt)


async def test_those_of_a_list_whom_nobody_knows_are_added_one_by_one(
    chat: Conversation, asha: Person
) -> None:
    receipt = await chat.ask(asha, "/split 900 pizza with bob, shivani & mia")
    assert receipt.text.startswith("🧾 #1 pizza — ₹900")
    assert "₹450 each: Asha, Bob" in receipt.text
    await chat.press(asha, "Add Shivani", receipt)
    assert "₹300 each: Asha, Bob, Shivani" in receipt.text
    assert "shivani" not in receipt.text
    await chat.press(asha, "Add Mia", receipt)
    assert "₹225 each: Asha, Bob, Shivani, Mia" in receipt.text
    assert not [label for label in labels(receipt) if label.startswith("Add ")]


async def test_a_nickname_in_a_list_is_offered_as_who_it_is(
    chat: Conversation, asha: Person
) -> None:
    receipt = await chat.ask(asha, "/split 90 pizza with chen and bobby")
    assert {"Bob too", "Add Bobby"} <= {*labels(receipt)}
    await chat.press(asha, "Bob too", receipt)
    assert "₹30 each: Asha, Bob, Chen" in receipt.text
    assert "Add Bobby" not in labels(receipt)


async def test_who_paid_and_is_unknown_has_paid_once_they_are_added(
    chat: Conversation, asha: Person
) -> None:
    receipt = await chat.ask(asha, "/split 90 pizza paid by mike")
    assert "Asha paid" in receipt.text
    await chat.press(asha, "Add Mike", receipt)
    assert "Mike paid" in receipt.text
    answer = await chat.say(asha, "/split 90 pizza paid by bobb")
    assert "I don't know anybody called @bobb here. Did you mean @bob?" in answer
    assert "/split 90 pizza paid by @bob" in answer


async def test_for_how_many_it_was_is_asked_until_so_many_share(
    chat: Conversation, asha: Person, bob: Person, chen: Person
) -> None:
    for person in (bob, chen):
        await chat.say(person, "/me")
    receipt = await chat.ask(asha, "/split 90 dinner for two")
    assert "For 2? Then press Change and say who." in receipt.text
    await chat.press(chen, "I'm in / out", receipt)
    assert "₹45 each: Asha, Bob" in receipt.text
    assert "For 2?" not in receipt.text


async def test_only_who_may_change_an_entry_says_how_it_was_meant(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    receipt = await chat.ask(asha, "/split 100 chen noodles")
    await chat.press(bob, "Only with Chen?", receipt)
    assert "Chen, " in receipt.text or ", Chen" in receipt.text
    assert "₹50 each" not in receipt.text
    await chat.world.press(asha, receipt, "addname:1:0", stale=True)
    await chat.world.press(asha, receipt, "with:1:987654", stale=True)
    assert "₹50 each" not in receipt.text


async def test_two_of_one_name_are_asked_by_button(
    service: Service, world: World, asha: Person
) -> None:
    roy = world.add_person("Bob", None, last_name="Roy", language_code="en")
    lee = world.add_person("Bob", None, last_name="Lee", language_code="en")
    chat = Conversation(world, world.new_group("Goa", [asha, roy, lee]))
    welcome = await chat.hear("/split")
    for person in (asha, roy, lee):
        await chat.press(person, "Join", welcome)
    receipt = await chat.ask(asha, "/split 90 cab with bob")
    assert "₹30 each" in receipt.text
    assert {"Bob R.", "Bob L."} <= {*labels(receipt)}
    await chat.press(asha, "Bob L.", receipt)
    assert "₹45 each: Asha, Bob L." in receipt.text
    # Everybody but one of them is too much to guess.
    refused = await chat.say(asha, "/split 90 museum without bob")
    assert "bob could be Bob R. or Bob L. Which one?" in refused
    assert "#2" in await chat.say(asha, "/split 90 museum without bob lee")


@pytest.mark.parametrize(
    ("line", "shares"),
    [
        ("/edit 1 paid chen", "₹30 each: Asha, Bob, Chen"),
        ("/edit 1 without bob", "₹45 each: Asha, Chen"),
        ("/edit 1 only chen", "Chen"),
        ("/edit 1 80 cab ride", "cab ride"),
    ],
)
async def test_an_edit_names_people_without_a_mark(
    chat: Conversation, asha: Person, line: str, shares: str
) -> None:
    receipt = await chat.ask(asha, "/split 90 cab @bob chen")
    await chat.write(asha, line)
    await chat.settled(asha)
    assert shares in receipt.text


async def test_a_command_one_slip_away_is_recorded_by_a_press(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    suggestion = await chat.ask(asha, "/spilt 20 pizza with bob")
    assert labels(suggestion) == ["/split 20 pizza with bob"]
    await chat.press(bob, "/split 20", suggestion)
    assert "#1" not in chat.last.text
    await chat.press(asha, "/split 20", suggestion)
    assert "#1 pizza" in chat.last.text
    assert "₹10 each: Asha, Bob" in chat.last.text
    assert "#2 rent — ₹500" in await chat.say(asha, "/split500 rent")
    for slip, command in (
        ("/balnce", "/balance"),
        ("/histroy", "/history"),
        ("/setle", "/settle"),
    ):
        suggestion = await chat.ask(asha, slip)
        assert labels(suggestion) == [command]
        await chat.press(bob, command, suggestion)
        assert "Did you mean" not in chat.last.text
    for slip, command in (("/undoo", "/undo"), ("/setle bob 20", "/settle bob 20")):
        suggestion = await chat.ask(asha, slip)
        assert suggestion.text == f"Did you mean {command}?"
        copied = suggestion.body["reply_markup"]["inline_keyboard"][0][0]
        assert copied == {"text": command, "copy_text": {"text": command}}


async def test_a_payment_behind_split_is_recorded_by_a_press_of_its_writer(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    question = await chat.ask(asha, "/split bob paid me back 50")
    assert question.text == "Did you mean /settle @bob me 50?"
    await chat.press(bob, "/settle @bob me 50", question)
    assert "Did you mean" in question.text
    await chat.press(asha, "/settle @bob me 50", question)
    assert "#1 Bob paid Asha ₹50" in question.text
    await chat.world.press(asha, question, "read:0:5000", stale=True)
    question = await chat.ask(asha, "/split bob 20 back")
    assert question.text == "Who paid whom?"
    assert labels(question) == ["/settle @bob 20", "/settle @bob me 20"]
    await chat.press(asha, "/settle @bob me 20", question)
    assert "#2 Bob paid Asha ₹20" in question.text
    assert "#3" in await chat.say(asha, "/split 5 tea")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("/settle bob paid me 20", "Bob paid Asha ₹20"),
        ("/pay bob 20", "Asha paid Bob ₹20"),
        ("/paid 20 to chen for taxi", "taxi"),
        ("/settle 30 from bob", "Bob paid Asha ₹30"),
    ],
)
async def test_payments_as_people_say_them(
    chat: Conversation, asha: Person, line: str, said: str
) -> None:
    assert said in await chat.say(asha, line)


async def test_other_words_for_commands(chat: Conversation, asha: Person) -> None:
    await chat.say(asha, "/split 30 tea with bob")
    for command in ("/owe", "/owes", "/debts", "/bal", "/balances"):
        assert "Bob" in await chat.say(asha, command)
    assert "tea" in await chat.say(asha, "/expenses")
    await chat.write(asha, "/del 1")
    await chat.settled(asha)
    assert "Deleted" in chat.with_button("Restore").text


async def test_what_recurs_is_read_as_people_write_it(
    chat: Conversation, asha: Person, bob: Person, chen: Person
) -> None:
    for person in (bob, chen):
        await chat.say(person, "/me")
    card = await chat.say(asha, "/every month on 1 300 cleaning with bob")
    assert "cleaning" in card
    assert "with bob" not in card
    assert "Chen" not in card
    assert "Bob" in card


async def test_what_may_be_meant_otherwise_is_asked_first(chat: Conversation, asha: Person) -> None:
    question = await chat.ask(asha, "/split 12 bob 13 charlie")
    assert "Is that ₹12 for @bob and ₹13 for @charlie?" in question.text
    await chat.press(asha, "₹25", question)
    assert "Bob ₹12" in chat.last.text
    question = await chat.ask(asha, "/split 12 mina 13 oscar")
    assert "₹12 for @mina and ₹13 for @oscar, ₹25 in all" in question.text
    assert labels(question) == ["₹25", "₹12", "₹13"]
    await chat.press(asha, "₹25", question)
    assert "@mina ₹12" in chat.last.text
    question = await chat.ask(asha, "/split 30 refund policy book")
    assert "did ₹30 come back, or was it spent?" in question.text
    await chat.press(asha, "It was spent", question)
    assert "#3 refund policy book" in chat.last.text
    ratio = await chat.say(asha, "/split 90 dinner 2:1:1 @bob")
    assert "2:1:1 is for 3, and 2 people share this. Who gets which part?" in ratio


async def test_whoever_was_added_as_the_payer_is_known_from_then_on(
    chat: Conversation, asha: Person
) -> None:
    receipt = await chat.ask(asha, "/split priya paid 700 for the drinks")
    await chat.press(asha, "Add Priya", receipt)
    assert "Priya paid" in receipt.text
    assert "I don't know" not in receipt.text
    assert "Add Priya" not in labels(receipt)
