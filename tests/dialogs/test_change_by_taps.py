"""Change below a receipt: who shares and who paid, chosen by taps in place."""

from __future__ import annotations

from bot.playground.people import Person
from tests.dialogs.conftest import on_both_servers
from tests.dialogs.conversation import Conversation

pytestmark = on_both_servers


async def test_who_shares_and_who_paid_are_chosen_by_taps(
    chat: Conversation, asha: Person, bob: Person, chen: Person
) -> None:
    for person in (bob, chen):
        await chat.say(person, "/me")
    receipt = await chat.ask(asha, "/split 90 cab")
    plain = receipt.button_texts
    await chat.press(asha, "Change", receipt)
    assert receipt.button_texts[:3] == ["✓ Asha", "✓ Bob", "✓ Chen"]
    await chat.press(asha, "✓ Chen", receipt)
    assert "₹45 each: Asha, Bob." in receipt.text
    await chat.press(asha, "Paid: Asha", receipt)
    await chat.press(asha, "Bob", receipt)
    assert "Bob paid. ₹45 each: Asha, Bob." in receipt.text
    await chat.press(asha, "Chen", receipt)
    assert "₹30 each: Asha, Bob, Chen." in receipt.text
    await chat.press(bob, "Done", receipt)
    assert receipt.button_texts == plain
    assert "Bob → " not in await chat.say(chen, "/balance")


async def test_there_and_back_by_taps_is_nothing(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    await chat.say(bob, "/me")
    before = await chat.ask(asha, "/split 100 tea @bob +1 @zed_x 20%")
    told = before.text
    await chat.press(asha, "Change", before)
    await chat.press(asha, "✓ Asha", before)
    assert before.text != told
    await chat.press(asha, "Asha", before)
    assert before.text.removesuffix("\nChanged by Asha: who shares.") == told


async def test_only_whoever_may_change_it_opens_the_choices(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    await chat.say(bob, "/me")
    receipt = await chat.ask(asha, "/split 90 cab")
    refused = await chat.press(bob, "Change", receipt)
    assert "can change it" in refused.text
    assert "Done" not in receipt.button_texts


async def test_the_last_one_stays_and_delete_deletes(chat: Conversation, asha: Person) -> None:
    receipt = await chat.ask(asha, "/split 90 cab -@bob @chen_x -me")
    await chat.press(asha, "Change", receipt)
    refused = await chat.press(asha, "✓ @chen_x", receipt)
    assert refused.text
    assert "₹90" in receipt.text
    await chat.press(asha, "Delete", receipt)
    assert receipt.text.endswith("Deleted by Asha.")
    assert "Done" not in receipt.button_texts


async def test_the_receipt_goes_on_naming_the_last_change(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    await chat.say(bob, "/me")
    receipt = await chat.ask(asha, "/split 90 cab")
    await chat.write(asha, "/edit 1 80")
    await receipt.changed(0)
    told = receipt.text
    assert "Changed by Asha: ₹90 → ₹80." in told
    await chat.press(asha, "Change", receipt)
    await chat.press(asha, "Done", receipt)
    assert receipt.text == told


async def test_another_payer_moves_no_share(chat: Conversation, asha: Person, bob: Person) -> None:
    await chat.say(bob, "/me")
    receipt = await chat.ask(asha, "/split 90 cab")
    await chat.write(asha, "/edit 1 paid bob")
    await receipt.changed(0)
    assert receipt.text.endswith("Changed by Asha: who paid.")


async def test_a_refund_that_was_none_says_so(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    await chat.say(bob, "/me")
    line = await chat.write(asha, "/refund 90 deposit")
    receipt = await chat.hear("#1 deposit")
    await chat.edit(asha, line, "/split 90 deposit")
    await receipt.changed(0)
    assert "Changed by Asha: money that was spent." in receipt.text
    await chat.edit(asha, line, "/refund 90 deposit")
    await receipt.changed(1)
    assert "Changed by Asha: money that came back." in receipt.text
