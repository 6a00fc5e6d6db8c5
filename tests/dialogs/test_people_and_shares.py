"""Names for several people, default shares, copies, and what a receipt goes on asking."""

from __future__ import annotations

from bot.playground.people import Person
from tests.dialogs.conversation import Conversation, labels


async def test_one_name_for_several_people(
    chat: Conversation, asha: Person, bob: Person, chen: Person
) -> None:
    for person in (bob, chen):
        await chat.say(person, "/me")
    assert "One name for several people" in await chat.say(asha, "/set")
    assert "@flat2: Bob, Chen" in await chat.say(asha, "/set flat2 @bob and chen")
    assert "₹30 each: Asha, Bob, Chen" in await chat.say(asha, "/split 90 rent @flat2")
    assert "Bob" not in await chat.say(asha, "/split 90 tea -@flat2")
    for line in ("90 rent with flat2", "90 rent, for flat2 and me"):
        assert "₹30 each: Asha, Bob, Chen" in await chat.say(asha, f"/split {line}"), line
    assert "₹45 each: Bob, Chen" in await chat.say(asha, "/split 90 rent for flat2 only")
    assert "₹90: Asha" in await chat.say(asha, "/split 90 tea except flat2")
    assert "flat2 key" in await chat.say(asha, "/split 90 flat2 key")
    told = await chat.say(asha, "/split 90 rent @flat2 20")
    for share in ("Asha ₹70", "Bob ₹10", "Chen ₹10"):
        assert share in told
    assert "There is a @flat2 here already." in await chat.say(bob, "/set flat2 @bob")
    assert "There is a @bob here already." in await chat.say(asha, "/set bob @chen")
    assert "means nobody now" in await chat.say(asha, "/set flat2 off")
    assert "There is no set @flat2." in await chat.say(asha, "/set flat2 off")
    assert "Who is @flat9?" in await chat.say(asha, "/set @flat9")


async def test_a_couple_counts_twice(chat: Conversation, asha: Person, bob: Person) -> None:
    await chat.say(bob, "/me")
    receipt = await chat.ask(asha, "/split 90 cake @bob")
    assert "Everybody counts once" in await chat.say(asha, "/weight")
    assert "Bob counts x2 from now on" in await chat.say(asha, "/weight bob 2")
    assert "Bob  x2" in await chat.say(asha, "/weight")
    said = await chat.say(asha, "/split 100 rent")
    assert "Asha ₹25" in said
    assert "Bob ₹50 (×2)" in said
    assert "Bob ₹45" in await chat.say(asha, "/split 90 rent @bob 45")
    await chat.write(asha, "/edit 2 80")
    await chat.settled(asha)
    assert "Bob ₹40 (×2)" in await chat.say(asha, "/show 2")
    await chat.write(asha, "/edit 1 80 cake")
    await chat.settled(asha)
    assert "₹40 each: Asha, Bob" in receipt.text, "recorded before anybody counted twice"
    for typed, shares in (
        ("2 bob", "x2"),
        ("bob half", "x0.5"),
        ("bob double", "x2"),
        ("bob off", "x1"),
    ):
        assert f"Bob counts {shares}" in await chat.say(asha, f"/weight {typed}"), typed
    refused = await chat.say(asha, "/weight bob 2 chen 3")
    assert refused.endswith("Try:  /weight bob 2\nor:  /weight chen 3")
    assert "How many shares?" in await chat.say(asha, "/weight @bob 0")
    assert "How many shares?" in await chat.say(asha, "/weight @bob lots")


async def test_an_entry_is_recorded_again_today(chat: Conversation, asha: Person) -> None:
    await chat.say(asha, "/split 100 tea @bob 40 on 2024-02-16 #food // black")
    said = await chat.say(asha, "/copy 1")
    assert "#2 tea — ₹100" in said
    assert "Bob ₹40" in said
    assert "2024" not in said
    await chat.say(asha, "/settle @bob 20")
    assert "#4 Asha paid Bob ₹20" in await chat.say(asha, "/copy 3")
    assert "no entry #9" in await chat.say(asha, "/copy 9")
    told = await chat.say(asha, "/copy 1 50 with bob and chen on fri")
    assert "#5 tea — ₹50" in told
    assert "On Feb 27" in told
    assert "Asha, Chen" in told
    refused = await chat.say(asha, "/copy 3 with chen")
    assert "#6" not in refused


async def test_a_currency_never_used_here_is_confirmed(chat: Conversation, asha: Person) -> None:
    receipt = await chat.ask(asha, "/split 20 usd beer with bob")
    assert "New here: US dollars." in receipt.text or "New here: US Dollar" in receipt.text
    await chat.press(asha, "It was ₹20", receipt)
    assert "beer — ₹20" in receipt.text
    assert not [label for label in labels(receipt) if label.startswith("It was")]
    await chat.say(asha, "/split 5 usd tea with bob")
    known = await chat.ask(asha, "/split 6 usd tea with bob")
    assert not [label for label in labels(known) if label.startswith("It was")]


async def test_a_receipt_asks_until_it_is_answered(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    receipt = await chat.ask(asha, "/split 100 bob's birthday with samm")
    assert {"Only with Bob?", "Add Samm"} <= {*labels(receipt)}
    await chat.press(bob, "I'm in / out", receipt)
    await chat.press(asha, "Change", receipt)
    await chat.press(asha, "Done", receipt)
    await chat.write(asha, "/edit 1 90")
    await chat.settled(asha)
    assert {"Only with Bob?", "Add Samm"} <= {*labels(receipt)}
    await chat.press(asha, "Add Samm", receipt)
    assert not [label for label in labels(receipt) if label.startswith(("Only", "Add"))]
    slip = await chat.ask(asha, "/split 20 pizza with bobb")
    await chat.press(asha, "Only with Bob?", slip)
    assert "₹10 each: Asha, Bob" in slip.text
