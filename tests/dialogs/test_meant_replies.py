"""Replies to a receipt that may mean several things: a button for each, which books just that."""

from __future__ import annotations

import pytest

from bot.playground.people import Person
from tests.dialogs.conftest import on_both_servers
from tests.dialogs.conversation import Conversation, labels

pytestmark = on_both_servers

EQUAL = "/split 45 tapas with bob and @chen"
FIXED = "/split 45 tapas bob 20 @chen 15 me 10"


@pytest.mark.parametrize(
    ("line", "reply", "ways"),
    [
        (EQUAL, "bobs beer was 12", ["Bob +₹12", "Bob ₹12"]),
        (EQUAL, "the beer of bob was 12", ["Bob +₹12", "Bob ₹12"]),
        (EQUAL, "i had a lassi extra 6", ["Asha +₹6", "₹51 · Asha +₹6"]),
        (EQUAL, "extra 60 for chen", ["₹105 · Chen +₹60"]),
        (
            EQUAL,
            "add the balance 20 bob paid",
            ["₹65 · Asha ₹45, Bob ₹20 paid", "Asha ₹25, Bob ₹20 paid"],
        ),
        (EQUAL, "bob paid another 4k", ["₹4,045 · Asha ₹45, Bob ₹4,000 paid"]),
        (EQUAL, "i also paid 5", ["₹50"]),
        (EQUAL, "chen joined only 2nd night", ["Chen ×0.5"]),
        (EQUAL, "bob was there only for the first half", ["Bob ×0.5"]),
        (EQUAL, "chen stayed 1 of 3 nights", ["Asha ×3, Bob ×3, Chen ×1"]),
        (
            EQUAL,
            "chen came too he paid for himself",
            ["Without Chen", "Asha ₹30, Chen ₹15 paid"],
        ),
        (EQUAL, "i mean chen", ["Chen paid", "Without Bob"]),
        (EQUAL, "not bob, chen", ["Without Bob", "Chen paid"]),
        (EQUAL, "45 not 54", []),
        (EQUAL, "its 60 not 50", ["₹60"]),
        (EQUAL, "i paid 20 and bob 15", ["₹35 · Asha ₹20, Bob ₹15 paid"]),
        (EQUAL, "plus 480 popcorn", ["₹525"]),
        (EQUAL, "also 30 for candles n balloons", ["₹75"]),
        (EQUAL, "insurance was 25 not 20", ["₹50"]),
        ("/split 45 tapas with bob", "i meant @chen", ["Asha and Chen", "Chen paid"]),
        ("/split 45 tapas with bob", "swap bob and @chen", ["Asha and Chen"]),
        (FIXED, "swap bob and chen", ["Bob ₹15, Chen ₹20"]),
        (
            FIXED,
            "bob wasnt there",
            ["₹25 · Without Bob", "Asha ₹18, Chen ₹27 · Without Bob", "Asha and Chen"],
        ),
        (FIXED, "its 54", ["₹54 · Asha ₹12, Bob ₹24, Chen ₹18", "₹54 · Equally"]),
        (FIXED, "plus 9 delivery", ["₹54 · Asha ₹12, Bob ₹24, Chen ₹18", "₹54 · Equally"]),
        (FIXED, "double for chen", ["Asha ₹11.25, Bob ₹11.25, Chen ₹22.50"]),
    ],
)
async def test_each_meaning_has_a_button(
    chat: Conversation, asha: Person, bob: Person, line: str, reply: str, ways: list[str]
) -> None:
    await chat.say(bob, "/me")
    receipt = await chat.ask(asha, line)
    told = receipt.text
    question = await chat.ask(asha, reply, reply_to=receipt)
    assert labels(question) == ([*ways, "Change"] if ways else [])
    assert receipt.text == told


@pytest.mark.parametrize(
    ("line", "reply", "pressed", "told"),
    [
        (EQUAL, "bobs beer was 12", "Bob +₹12", "Asha ₹11\nBob ₹23 (+₹12)\nChen ₹11"),
        (EQUAL, "bobs beer was 12", "Bob ₹12", "Asha ₹16.50\nBob ₹12\nChen ₹16.50"),
        (EQUAL, "i had a lassi extra 6", "₹51 · Asha +₹6", "tapas — ₹51"),
        (
            EQUAL,
            "add the balance 20 bob paid",
            "₹65 · Asha ₹45, Bob ₹20 paid",
            "Paid: Asha ₹45, Bob ₹20.",
        ),
        (EQUAL, "not bob, chen", "Chen paid", "Chen paid. ₹15 each: Asha, Bob, Chen."),
        (FIXED, "bob wasnt there", "₹25 · Without Bob", "Asha ₹10\nChen ₹15"),
        (FIXED, "swap bob and chen", "Bob ₹15, Chen ₹20", "Asha ₹10\nBob ₹15\nChen ₹20"),
    ],
)
async def test_a_press_books_what_stands_on_it(
    chat: Conversation, asha: Person, line: str, reply: str, pressed: str, told: str
) -> None:
    receipt = await chat.ask(asha, line)
    question = await chat.ask(asha, reply, reply_to=receipt)
    await chat.press(asha, pressed, question)
    assert told in receipt.text


async def test_who_speaks_of_themselves_is_meant_whoever_presses(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    receipt = await chat.ask(asha, EQUAL)
    question = await chat.ask(bob, "i had a lassi extra 6", reply_to=receipt)
    refused = await chat.press(bob, "Bob +₹6", question)
    assert "can change it" in (refused.text or "")
    await chat.press(asha, "Bob +₹6", question)
    assert "Bob ₹19 (+₹6)" in receipt.text


async def test_a_button_whose_meaning_is_gone_books_nothing(
    chat: Conversation, asha: Person
) -> None:
    receipt = await chat.ask(asha, EQUAL)
    question = await chat.ask(asha, "not bob, chen", reply_to=receipt)
    await chat.write(asha, "only chen", reply_to=receipt)
    await receipt.changed(0)
    told = receipt.text
    answer = await chat.press(asha, labels(question)[0], question)
    assert "out of date" in (answer.text or "")
    assert receipt.text == told


async def test_one_more_beside_fixed_parts_is_asked_about(
    chat: Conversation, asha: Person, chen: Person
) -> None:
    await chat.say(chen, "/me")
    receipt = await chat.ask(asha, "/split 45 tapas bob 20 me 25")
    question = await chat.ask(asha, "forgot chen", reply_to=receipt)
    assert "Chen" not in receipt.text
    await chat.press(asha, labels(question)[0], question)
    assert "₹15 each: Asha, Bob, Chen." in receipt.text


@pytest.mark.parametrize(
    ("reply", "meant", "told"),
    [
        ("other way round", "Bob → Asha ₹45", "✔ #2 Bob paid Asha ₹45."),
        ("i mean chen", "Asha → Chen ₹45", "✔ #2 Asha paid Chen ₹45."),
        ("to chen, not bob", "Asha → Chen ₹45", "✔ #2 Asha paid Chen ₹45."),
    ],
)
async def test_a_payment_between_others_is_recorded_in_the_place_of_the_wrong_one(
    chat: Conversation, asha: Person, bob: Person, chen: Person, reply: str, meant: str, told: str
) -> None:
    for person in (bob, chen):
        await chat.say(person, "/me")
    receipt = await chat.ask(asha, "/settle @bob 45")
    question = await chat.ask(asha, reply, reply_to=receipt)
    assert labels(question) == [meant]
    await chat.press(asha, meant, question)
    assert question.text.startswith(told)
    assert "Deleted by Asha" in receipt.text


@pytest.mark.parametrize(
    ("reply", "amount"),
    [("half of it", "₹22.50"), ("paid 20 of it", "₹20"), ("only half", "₹22.50")],
)
async def test_so_much_of_a_payment_is_pressed(
    chat: Conversation, asha: Person, reply: str, amount: str
) -> None:
    receipt = await chat.ask(asha, "/settle @bob 45")
    question = await chat.ask(asha, reply, reply_to=receipt)
    assert labels(question) == [amount]
    await chat.press(asha, amount, question)
    assert f"Asha paid Bob {amount}." in receipt.text


async def test_plus_one_below_a_payment_adds_nothing(chat: Conversation, asha: Person) -> None:
    receipt = await chat.ask(asha, "/settle @bob 45")
    told = receipt.text
    answer = await chat.ask(asha, "+1", reply_to=receipt)
    assert answer.text.startswith("What should change in #1?")
    assert receipt.text == told


@pytest.mark.parametrize("reply", ["i mean bob", "tom smith", "it was 30", "not him"])
async def test_an_answer_to_a_refused_payment_is_led_on(
    chat: Conversation, asha: Person, bob: Person, reply: str
) -> None:
    await chat.say(bob, "/me")
    refused = await chat.ask(asha, "/settle @tom")
    assert "anew in other words" in await chat.say(asha, reply, reply_to=refused)


@pytest.mark.parametrize("reply", ["already did yesterday", "half of it", "i did", "bob did"])
async def test_an_answer_to_suggested_payments_is_led_on(
    chat: Conversation, asha: Person, bob: Person, reply: str
) -> None:
    await chat.say(bob, "/me")
    await chat.ask(asha, "/split 90 cab paid by bob")
    plan = await chat.ask(asha, "/settle")
    assert "press the payment" in await chat.say(asha, reply, reply_to=plan)


async def test_thanks_below_suggested_payments_are_talk(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    await chat.say(bob, "/me")
    await chat.ask(asha, "/split 90 cab paid by bob")
    plan = await chat.ask(asha, "/settle")
    for talk in ("thanks!", "ok", "👍"):
        await chat.write(asha, talk, reply_to=plan)
    # The next that is heard is the answer to what follows.
    assert "press the payment" in await chat.say(asha, "did it", reply_to=plan)
