"""People pay each other back."""

from bot.playground.people import Person
from tests.dialogs.conversation import Conversation


async def test_the_trip_gives_the_documents_numbers(
    chat: Conversation, asha: Person, bob: Person, chen: Person
) -> None:
    await chat.say(bob, "/split 3000 Hotel Booking")
    await chat.say(chen, "/split 4500 Dinner at Beach Shack @bob 1500 me 2000 @asha 1000")
    await chat.say(asha, "/split 6000 Car Rental @bob 40% @chen 35% me 25%")
    assert await chat.say(asha, "/balance") == (
        "Balances\nAsha  +₹2,500\nChen  −₹600\nBob  −₹1,900\n"
        "To be square:\nBob → Asha ₹1,900\nChen → Asha ₹600"
    )
    await chat.press(bob, "Asha")
    standing = chat.last.text
    assert "Owes ₹2,000:" in standing
    assert "Is owed ₹4,500:" in standing
    assert "Net +₹2,500" in standing
    await chat.say(bob, "/settle")
    assert (await chat.press(bob, "Bob → Asha")).text == ""
    assert "✔ #4 Bob paid Asha ₹1,900. Bob is square now." in "\n".join(chat.said)
    assert await chat.say(asha, "/balance") == (
        "Balances\nAsha  +₹600\nChen  −₹600\nTo be square:\nChen → Asha ₹600"
    )


async def test_electricity_is_told_with_its_parts(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    await chat.say(asha, "/split 1000 Electricity Bill @bob 250 @chen 250 @dia 250 me 250")
    await chat.say(asha, "/split 1000 Electricity Bill @bob @chen @dia")
    assert "Bob owes Asha ₹500 (250 + 250)" in await chat.say(bob, "/balance pairs")


async def test_whichever_of_the_two_presses_first_records_once(
    chat: Conversation, asha: Person, bob: Person, chen: Person
) -> None:
    await chat.say(asha, "/split 1000 hotel @bob")
    await chat.say(bob, "/settle")
    plan = chat.last
    refused = await chat.press(chen, "Bob → Asha", plan)
    assert refused.show_alert
    assert "Bob" in refused.text
    press = chat.world.press_button(bob, plan, "Bob → Asha")
    again = chat.world.press_button(asha, plan, "Bob → Asha")
    await chat.world.until(lambda: press.answer and again.answer)
    assert "All square" in await chat.say(asha, "/balance")
    assert sum("paid Asha" in said for said in chat.said) == 1


async def test_settle_with_names_and_amounts(
    chat: Conversation, asha: Person, bob: Person, chen: Person
) -> None:
    await chat.say(asha, "/split 900 hotel @bob @chen")
    assert "Bob paid Asha ₹300. Bob is square now." in await chat.say(bob, "/settle @asha")
    told = await chat.say(chen, "/settle @asha 400")
    assert "Chen paid Asha ₹400." in told
    assert "₹100" in told
    await chat.say(asha, "/split 200 tea @bob @chen -me")
    told = await chat.say(chen, "/settle @bob @asha 100")
    assert "Bob paid Asha ₹100." in told
    assert "Chen" in told


async def test_nothing_owed_is_said(chat: Conversation, asha: Person, bob: Person) -> None:
    assert "owe" in await chat.say(bob, "/settle @asha")


async def test_a_payment_is_undone_and_edited(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    await chat.say(asha, "/split 1000 hotel @bob")
    said = await chat.write(bob, "/settle @asha 200")
    receipt = await chat.answer_to(said)
    edits = receipt.edits
    await chat.edit(bob, said, "/settle @asha 300")
    await receipt.changed(edits)
    assert "Bob paid Asha ₹300." in receipt.text
    await chat.press(bob, "Undo", receipt)
    assert "Bob → Asha ₹500" in await chat.say(bob, "/balance")


async def test_settling_along_the_pairs(
    chat: Conversation, asha: Person, bob: Person, chen: Person
) -> None:
    await chat.say(asha, "/split 100 tea @bob -me")
    await chat.say(bob, "/split 100 tea @chen -me")
    assert "Chen → Asha ₹100" in await chat.say(asha, "/settle")
    assert "off" in await chat.say(asha, "/simplify off")
    told = await chat.say(asha, "/settle")
    assert "Bob → Asha ₹100" in told
    assert "Chen → Bob ₹100" in told


async def test_all_is_no_name_and_no_part_of_a_corrected_line(
    chat: Conversation, asha: Person, chen: Person
) -> None:
    await chat.say(asha, "/split 300 tea")
    assert "#2 Chen paid Asha ₹100." in await chat.say(chen, "/settle @asha all")
    for line in ("@chen all", "@chen", "all @chen"):
        assert (await chat.say(asha, f"/settle {line}")).endswith("Try:  /settle @chen 500")
    assert (await chat.say(asha, "/settle @chen everything // cash")).endswith(
        "Try:  /settle @chen 500 // cash"
    )
    assert await chat.say(asha, "/settle @all 500") == ("Who is @all?\nTry:  /settle @bob 500")


async def test_who_went_with_an_undone_expense_is_nobody_to_pay(
    chat: Conversation, asha: Person
) -> None:
    receipt = await chat.ask(asha, "/split 10 tea @x1 @x2")
    await chat.write(asha, "/undo")
    await receipt.changed(0)
    for line in ("/settle @x1 5", "/balance @x1", "/role @x1 admin"):
        assert (await chat.say(asha, line)).startswith("I don't know anybody called @x1 here.")
    assert "counts again" in await chat.say(asha, "/restore 1")
    assert "#2 Asha paid @x1 ₹5." in await chat.say(asha, "/settle @x1 5")
