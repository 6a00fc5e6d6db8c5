"""A group travels: several currencies, what they come to in one, and rates of its own."""

from __future__ import annotations

from bot.playground.people import Person
from bot.views.reply import Verb, press
from tests.dialogs.conversation import Conversation, Restart


async def test_balances_in_several_currencies_come_to_something_in_one(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    await chat.say(asha, "/split 300 tea")
    await chat.say(bob, "/split 30 EUR museum @asha")
    balances = await chat.say(bob, "/balance")
    assert "About, all in Indian Rupee (INR):" in balances
    assert "(European Central Bank, " in balances
    told = await chat.say(bob, "/rate 1 EUR = 90,5 INR")
    assert told.startswith("From now on 1 EUR = 90.5 INR.")
    balances = await chat.say(bob, "/balance")
    # Asha is owed ₹200 and owes €15; Bob owes ₹100 and is owed €15.
    assert (
        "About, all in Indian Rupee (INR):\n"
        "Bob  +₹1,257.50\nChen  −₹100\nAsha  −₹1,157.50\n1 EUR = 90.5 INR (set here, Mar 4)"
    ) in balances
    assert "1 EUR = 90.5 INR (set here, Mar 4)" in await chat.say(asha, "/rate")
    assert "Back to 1 EUR = " in await chat.say(asha, "/rate EUR off")
    assert "About" not in await chat.say(asha, "/balance EUR")


async def test_rates_as_people_write_them_and_what_is_none(
    chat: Conversation, asha: Person
) -> None:
    assert "1 JPY = 0.55 INR" in await chat.say(asha, "/rate JPY 0.55")
    assert "1 EUR = 100 INR" in await chat.say(asha, "/rate 1 INR is 0.01 EUR")
    assert "1 USD = 83 INR" in await chat.say(asha, "/rate dollars 83")
    refused = await chat.say(asha, "/rate EUR")
    assert refused == (
        "I can't read a rate in EUR: write another currency and what one of it is worth.\n"
        "Try:  /rate EUR 90.5"
    )
    refused_lines = ("EUR -5", "EUR 0", "INR 3", "EUR 5 USD", "EUR 1e99", "EUR 1 2 3")
    for nonsense in (*refused_lines, "EUR 1 234", "EUR 99999999999"):
        assert "Try:  /rate EUR 90.5" in await chat.say(asha, f"/rate {nonsense}"), nonsense
    await chat.say(asha, "/split 30 LAK soup")
    assert "I know no rate for LAK." in await chat.say(asha, "/rate")
    await chat.say(asha, "/currency IDR")
    for thousands in ("16.234", "16,234"):
        refused = await chat.say(asha, f"/rate USD {thousands}")
        assert refused.endswith("Try:  /rate USD 16234"), thousands
    assert "1 SGD = 12.345 IDR" in await chat.say(asha, "/rate SGD 12.3450")
    assert "1 INR = 190.123 IDR" in await chat.say(asha, "/rate INR 190.123")
    await chat.say(asha, "/currency EUR")
    assert "Try:  /rate USD 90.5" in await chat.say(asha, "/rate EUR 5")


async def test_what_is_open_is_turned_into_one_currency_and_back(
    chat: Conversation, restart: Restart, asha: Person, bob: Person
) -> None:
    assert await chat.say(asha, "/convert") == ("Nothing is open in another currency than INR.")
    await chat.say(asha, "/split 300 tea")
    await chat.say(bob, "/split 30 EUR museum @asha")
    await chat.say(bob, "/rate EUR 90.333")
    offer = await chat.ask(bob, "/convert")
    assert offer.text == (
        "Into Indian Rupee (INR), this would be:\nAsha → Bob: €15 is ₹1,355\n"
        "1 EUR = 90.333 INR (set here, Mar 4)"
    )
    await chat.press(bob, "Convert all", offer)
    assert offer.text.startswith("Now in Indian Rupee (INR)\nAsha → Bob: €15 is ₹1,355")
    balances = await chat.say(bob, "/balance")
    assert "EUR" not in balances
    assert "Bob  +₹1,255\nChen  −₹100\nAsha  −₹1,155" in balances
    assert "15.00 EUR, 1 EUR = 90.333 INR (2026-03-04)" in await chat.say(asha, "/show 3")
    # Turned balances are no spending.
    assert (await chat.say(asha, "/stats")).startswith("March 2026\n₹300 in all\nand €30")
    await chat.press(bob, "Undo", offer)
    assert offer.text == "Taken back: everything is in its own currency again."
    assert "Euro (EUR)\nBob  +€15\nAsha  −€15" in await chat.say(bob, "/balance")
    again = await chat.write(bob, "/convert all")
    done = (await chat.answer_to(again)).text
    assert done.startswith("Now in Indian Rupee (INR)")
    assert done.endswith("Recorded as payments #5 to #6.")
    await restart()
    update = chat.world.update_of(again)
    assert update is not None
    chat.world.updates.repeat(update)
    await chat.settled(asha)
    assert "#6" in await chat.say(asha, "/history")
    assert "#7" not in await chat.say(asha, "/history")


async def test_one_entry_is_turned_with_its_parts_and_back(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    await chat.say(asha, "/split 30 EUR museum @bob 10.01 @chen paid @asha 20 @bob // late")
    await chat.say(asha, "/rate EUR 90.5")
    done = await chat.ask(asha, "/convert 1")
    assert done.text == (
        "#1 is ₹2,715 now, it was €30. late · 30.00 EUR, 1 EUR = 90.5 INR (2026-03-04)"
    )
    shown = await chat.say(bob, "/show 1")
    assert "₹905.91" in shown  # Bob's 10.01
    assert "₹1,810" in shown  # Asha's 20
    assert "#1 is in INR already." in await chat.say(asha, "/convert 1")
    await chat.press(asha, "Undo", done)
    assert "€10.01" in await chat.say(bob, "/show 1")
    done = await chat.ask(asha, "/convert 1")
    await chat.say(asha, "/edit 1 museum and cafe")
    late = await chat.press(asha, "Undo", done)
    assert late.text == "#1 was changed since, so it stays."
    assert "Try:  /convert all" in await chat.say(asha, "/convert no")


async def test_no_rate_no_conversion(chat: Conversation, asha: Person, bob: Person) -> None:
    await chat.say(asha, "/split 30 LAK soup")
    wanted = "I know no rate for LAK. Tell me one:\nTry:  /rate LAK 90.5"
    assert await chat.say(asha, "/convert") == wanted
    assert await chat.say(asha, "/convert all") == wanted
    assert await chat.say(asha, "/convert 1") == wanted
    await chat.say(asha, "/rate LAK 0.004")
    assert "Only Asha" in await chat.say(bob, "/convert 1")


async def test_a_conversion_is_taken_back_and_restored_whole(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    await chat.say(asha, "/rate EUR 90")
    await chat.say(asha, "/split 30 EUR museum @bob @chen")
    before = await chat.say(asha, "/balance")
    assert "Recorded as payments #2 to #5." in await chat.say(bob, "/convert all")
    taken = "Taken back: everything is in its own currency again."
    assert await chat.say(bob, "/undo") == taken
    assert await chat.say(asha, "/balance") == before
    restored = await chat.ask(bob, "/restore 3")
    assert restored.text == (
        "Now in Indian Rupee (INR)\nBob → Asha: €10 is ₹900\nChen → Asha: €10 is ₹900\n"
        "Recorded as payments #2 to #5."
    )
    assert "Asha  +₹1,800\nBob  −₹900\nChen  −₹900" in await chat.say(asha, "/balance")
    assert await chat.say(bob, "/delete 4") == taken
    assert await chat.say(asha, "/balance") == before
    await chat.say(bob, "/restore 2")
    await chat.press(bob, "Undo", await chat.ask(bob, "/show 5"))
    assert chat.said[-1] == taken
    assert await chat.say(asha, "/balance") == before


async def test_only_what_was_shown_is_converted(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    await chat.say(asha, "/rate EUR 90")
    await chat.say(asha, "/split 20 EUR museum @bob")
    offer = await chat.ask(bob, "/convert")
    await chat.say(asha, "/split 200 EUR hotel @bob")
    refused = await chat.press(bob, "Convert all", offer)
    assert refused.text == "The plan has changed, so nothing was recorded. Here is the new one."
    assert "Bob → Asha: €110 is ₹9,900" in offer.text
    await chat.say(asha, "/currency USD")
    await chat.say(asha, "/rate EUR 1.5")
    assert (await chat.press(bob, "Convert all", offer)).show_alert
    assert "Bob → Asha: €110 is $165" in offer.text
    await chat.press(bob, "Convert all", offer)
    assert offer.text.startswith("Now in US Dollar (USD)")
    # An old screen still has the button.
    data = press(Verb.CONVERT, "0")
    assert (await chat.world.press(bob, offer, data, stale=True)).text == ""
    assert offer.text.startswith("Now in US Dollar (USD)")
    await chat.press(bob, "Undo", offer)
    await chat.world.press(bob, offer, data, stale=True)
    assert offer.text == "Taken back: everything is in its own currency again."
    # What may be an amount changes no entry.
    asked = await chat.ask(asha, "/convert 1 EUR")
    assert asked.text.startswith("I don't know “1 EUR” here.")
    assert "/convert 1" in asked.button_texts
    assert "€20" in await chat.say(asha, "/show 1")
