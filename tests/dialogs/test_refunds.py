"""Money that came back: recorded, shown, changed and counted the other way round."""

from __future__ import annotations

from bot.playground.people import Person
from tests.dialogs.conversation import Conversation


async def test_a_refund_is_owed_to_those_who_share_in_it(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    await chat.say(bob, "/me")
    receipt = await chat.ask(asha, "/refund 50 deposit @bob")
    assert receipt.text == "🧾 #1 deposit — ₹50 came back\nAsha got it. ₹25 each: Asha, Bob."
    assert "Asha → Bob ₹25" in await chat.say(bob, "/balance")
    assert "₹50 came back" in await chat.say(bob, "/history")
    assert "₹50 came back" in await chat.say(bob, "/show 1")
    assert "Asha owes Bob ₹25" in await chat.say(bob, "/balance pairs")


async def test_a_refund_undoes_its_expense(chat: Conversation, asha: Person, bob: Person) -> None:
    await chat.say(bob, "/me")
    await chat.say(asha, "/split 90 flights @bob #travel")
    await chat.say(asha, "/split -90 flights @bob #travel")
    assert await chat.say(bob, "/balance") == "All square."


async def test_a_refund_is_edited_and_stays_one(
    chat: Conversation, asha: Person, bob: Person, chen: Person
) -> None:
    for person in (bob, chen):
        await chat.say(person, "/me")
    receipt = await chat.ask(asha, "/refund 90 deposit")
    await chat.write(asha, "/edit 1 60 deposit of the flat")
    await chat.world.until(lambda: "₹60 came back" in receipt.text)
    assert "Asha got it. ₹20 each: Asha, Bob, Chen." in receipt.text
    await chat.press(bob, "I'm in / out", receipt)
    assert "₹30 each: Asha, Chen." in receipt.text
    await chat.press(asha, "Change", receipt)
    await chat.press(asha, "Paid: Asha", receipt)
    await chat.press(asha, "Chen", receipt)
    assert "Chen got it." in receipt.text
    await chat.press(asha, "Delete", receipt)
    assert await chat.say(bob, "/balance") == "All square."


async def test_the_message_of_a_refund_is_edited_into_an_expense(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    await chat.say(bob, "/me")
    said = await chat.write(asha, "/split -40 tea @bob")
    receipt = await chat.answer_to(said)
    assert "came back" in receipt.text
    await chat.edit(asha, said, "/split 40 tea @bob")
    await chat.world.until(lambda: "Asha paid." in receipt.text)
    assert "Bob → Asha ₹20" in await chat.say(bob, "/balance")


async def test_a_bare_refund_asks_for_the_amount_and_records_nothing(
    chat: Conversation, asha: Person
) -> None:
    assert await chat.say(asha, "/refund") == "How much came back, and what for?"
    assert "Nothing is recorded yet" in await chat.say(asha, "/history")


async def test_a_recurring_refund_stays_one_when_it_is_edited(
    chat: Conversation, asha: Person
) -> None:
    made = await chat.say(asha, "/every month on 1 refund 500 deposit")
    assert "₹500 came back" in made
    edited = await chat.say(asha, "/every edit 1 month on 1 600 deposit")
    assert "₹600 came back" in edited
    assert "Asha got it" in edited
