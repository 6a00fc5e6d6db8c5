"""Replies that tell of money handed over for an entry: a press records the payment, once."""

from __future__ import annotations

import pytest

from bot.playground.people import Person
from tests.dialogs.conftest import on_both_servers
from tests.dialogs.conversation import Conversation, labels

pytestmark = on_both_servers


@pytest.mark.parametrize(
    "reply",
    ["bob paid me for his already", "bob sent me his share", "he paid me back", "got bobs share"],
)
async def test_what_somebody_owes_of_it_is_what_they_paid(
    chat: Conversation, asha: Person, reply: str
) -> None:
    receipt = await chat.ask(asha, "/split 90 tickets with bob")
    question = await chat.ask(asha, reply, reply_to=receipt)
    assert labels(question) == ["Bob → Asha ₹45"]
    await chat.press(asha, "Bob → Asha ₹45", question)
    assert question.text.startswith("✔ #2 Bob paid Asha ₹45.")
    assert "All square" in await chat.say(asha, "/balance")


async def test_whoever_may_be_meant_has_a_button(chat: Conversation, asha: Person) -> None:
    receipt = await chat.ask(asha, "/split 90 tickets with bob and @chen")
    question = await chat.ask(asha, "she gave me 10 back", reply_to=receipt)
    assert labels(question) == ["Bob → Asha ₹10", "Chen → Asha ₹10"]


async def test_whoever_has_just_paid_may_have_paid_all_of_it(
    chat: Conversation, asha: Person
) -> None:
    receipt = await chat.ask(asha, "/split 90 tickets with bob")
    question = await chat.ask(asha, "bob just paid", reply_to=receipt)
    assert labels(question) == ["Bob → Asha ₹45", "Bob paid"]
    assert "Asha paid" in receipt.text
    await chat.press(asha, "Bob paid", question)
    assert "Bob paid. ₹45 each: Asha, Bob." in receipt.text


async def test_whoever_owes_it_says_so_themselves(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    receipt = await chat.ask(asha, "/split 90 tickets with bob")
    question = await chat.ask(bob, "paid you back", reply_to=receipt)
    await chat.press(bob, "Bob → Asha ₹45", question)
    assert "Bob paid Asha ₹45" in question.text


async def test_money_that_came_back_of_a_loan_is_a_payment_of_its_own(
    chat: Conversation, asha: Person
) -> None:
    receipt = await chat.ask(asha, "/settle @bob 30")
    question = await chat.ask(asha, "he gave me 10 back", reply_to=receipt)
    await chat.press(asha, "Bob → Asha ₹10", question)
    assert "Bob paid Asha ₹10" in question.text
    assert "₹30" in receipt.text
