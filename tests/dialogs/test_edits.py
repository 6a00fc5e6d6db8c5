"""People edit the messages that they recorded something with."""

from __future__ import annotations

from datetime import timedelta

from bot.playground.people import Person
from ledger.core.clock import MovableClock
from tests.dialogs.conftest import on_both_servers
from tests.dialogs.conversation import PICTURE, Conversation

pytestmark = on_both_servers

STICKER = {
    "file_id": "CAAC",
    "file_unique_id": "AgAD",
    "type": "regular",
    "width": 512,
    "height": 512,
    "is_animated": False,
    "is_video": False,
}


async def test_an_edit_far_below_its_receipt_changes_only_the_receipt(
    chat: Conversation, asha: Person
) -> None:
    said = await chat.write(asha, "/split 300 tea")
    receipt = await chat.answer_to(said)
    for _ in range(7):
        await chat.write(asha, "well, well")
    await chat.edit(asha, said, "/split 360 tea")
    await receipt.changed(0)
    await chat.settled(asha)
    assert "#1 tea — ₹360" in receipt.text
    assert not [told for told in chat.said if "is ₹360 now" in told]


async def test_a_caption_is_edited_like_a_text(chat: Conversation, asha: Person) -> None:
    said = chat.world.say(asha, chat.chat, "/split 300 tea", photo=PICTURE)
    receipt = await chat.answer_to(said)
    await chat.edit(asha, said, "/split 330 tea @bob")
    await receipt.changed(0)
    assert "₹165 each: Asha, Bob." in receipt.text


async def test_the_answer_to_the_question_is_edited_like_a_command(
    chat: Conversation, asha: Person
) -> None:
    question = await chat.ask(asha, "/split")
    said = await chat.write(asha, "300 tea", reply_to=question)
    receipt = await chat.answer_to(said)
    await chat.edit(asha, said, None)
    await chat.edit(asha, said, "330 tea")
    await receipt.changed(0)
    assert "#1 tea — ₹330" in receipt.text
    assert not [told for told in chat.said if "still counts" in told]


async def test_a_failed_answer_is_recorded_once_it_is_edited(
    chat: Conversation, asha: Person
) -> None:
    question = await chat.ask(asha, "/split")
    said = await chat.write(asha, "tea", reply_to=question)
    again = await chat.answer_to(said)
    assert again.text == "How much was it? tea is not an amount."
    assert again.body.get("reply_markup") == question.body.get("reply_markup")
    await chat.edit(asha, said, "300 tea")
    assert "#1 tea — ₹300" in (await chat.hear("#1")).text


async def test_only_the_markup_changed(chat: Conversation, asha: Person, bob: Person) -> None:
    split = await chat.write(asha, "/split 300 tea")
    await chat.answer_to(split)
    settle = await chat.write(bob, "/settle @asha 100")
    payment = await chat.answer_to(settle)
    for person, said in ((asha, split), (bob, settle)):
        await chat.edit(person, said, None)
    await chat.settled(asha)
    assert payment.edits == 0
    assert "Page" not in await chat.say(asha, "/log")
    assert len((await chat.say(asha, "/log")).splitlines()) == 3


async def test_an_expense_that_becomes_a_payment_stays_and_says_so(
    chat: Conversation, asha: Person
) -> None:
    said = await chat.write(asha, "/split 300 tea")
    receipt = await chat.answer_to(said)
    await chat.edit(asha, said, "/settle @bob 300")
    told = await chat.hear("still counts")
    assert told.text == (
        "#1 tea (₹300) still counts. To take it away, press Undo below its receipt, or write "
        "/delete 1."
    )
    assert receipt.edits == 0
    assert "Bob" in receipt.text


async def test_a_payment_that_becomes_an_expense_stays_and_says_so(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    await chat.say(asha, "/split 300 tea")
    said = await chat.write(bob, "/settle @asha")
    await chat.answer_to(said)
    await chat.edit(bob, said, "/split 300 tea")
    assert "#2 Bob → Asha (₹100) still counts." in (await chat.hear("still counts")).text
    await chat.edit(bob, said, "/settle")
    assert "#2 Bob → Asha (₹100) still counts." in (await chat.hear("still counts")).text


async def test_an_expense_that_becomes_plain_words_stays_and_says_so(
    chat: Conversation, asha: Person
) -> None:
    said = await chat.write(asha, "/split 300 tea")
    await chat.answer_to(said)
    for text in ("/split", "/balance", "/split@other_bot 500 tea"):
        await chat.edit(asha, said, text)
        if "other_bot" not in text:
            await chat.hear("#1 tea (₹300) still counts.")
    assert "Asha  +₹200" in await chat.say(asha, "/balance")


async def test_an_edit_that_makes_no_sense_leaves_the_expense_as_it_was(
    chat: Conversation, asha: Person
) -> None:
    said = await chat.write(asha, "/split 300 tea")
    receipt = await chat.answer_to(said)
    await chat.edit(asha, said, "/split 300 tea @bob 200 @chen 200")
    told = await chat.hear("add up")
    assert "₹100 is too much" in told.text
    assert "#1 stays as it was." in told.text
    await chat.edit(asha, said, "/split tea")
    await told.changed(0)
    assert "How much" in told.text
    assert "Try:" in told.text
    assert "#1 stays as it was." in told.text
    assert receipt.edits == 0


async def test_the_message_of_a_deleted_entry_is_edited(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    said = await chat.write(asha, "/split 300 tea")
    receipt = await chat.answer_to(said)
    await chat.press(asha, "Undo", receipt)
    await chat.edit(asha, said, "/split 360 tea")
    assert (await chat.hear("deleted")).text == "#1 is deleted already.\nTry:  /restore 1"
    await chat.write(asha, "/restore 1")
    await receipt.changed(1)
    assert "#1 tea — ₹300" in receipt.text
    settle = await chat.write(bob, "/settle @asha")
    payment = await chat.answer_to(settle)
    await chat.press(bob, "Undo", payment)
    await chat.edit(bob, settle, "/settle @asha 50")
    assert (await chat.hear("deleted")).text == "#2 is deleted already.\nTry:  /restore 2"


async def test_another_command_becomes_an_expense(chat: Conversation, asha: Person) -> None:
    said = await chat.write(asha, "/balance")
    await chat.answer_to(said)
    await chat.edit(asha, said, "/split 300 tea")
    assert "#1 tea — ₹300" in (await chat.hear("tea")).text


async def test_a_failed_payment_is_recorded_once_it_is_edited(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    said = await chat.write(bob, "/settle 100")
    assert "Try:  /settle @asha 100" in (await chat.answer_to(said)).text
    await chat.edit(bob, said, "/settle @asha 100")
    assert "✔ #1 Bob paid Asha ₹100." in (await chat.hear("paid")).text


async def test_arithmetic_is_shown_only_where_it_is_the_amount(
    chat: Conversation, asha: Person
) -> None:
    said = await chat.write(asha, "/split (20+30)*2 tea")
    receipt = await chat.answer_to(said)
    assert "(20+30)*2 = ₹100" in receipt.text
    await chat.edit(asha, said, "/split 20+30 tea")
    await receipt.changed(0)
    assert "20+30 = ₹50" in receipt.text
    await chat.write(asha, "/edit 1 70 tea")
    await receipt.changed(1)
    assert "20+30" not in receipt.text


async def test_editing_ordinary_words_makes_nobody_a_member(
    chat: Conversation, asha: Person, dia: Person
) -> None:
    chat.world.join(dia, chat.chat)
    await chat.say(asha, "/remove @dia")
    said = await chat.write(dia, "hello all")
    await chat.edit(dia, said, "hello, all")
    await chat.settled(asha)
    assert "₹100 each: Asha, Bob, Chen." in await chat.say(asha, "/split 300 tea")


async def test_a_correction_that_is_edited_into_an_expense_records_it(
    chat: Conversation, asha: Person
) -> None:
    for number, command in enumerate(("/undo", "/delete {}", "/edit {} 301 tea"), start=1):
        written = 2 * number - 1
        await chat.say(asha, "/split 300 tea")
        said = await chat.write(asha, command.format(written))
        await chat.settled(asha)
        await chat.edit(asha, said, "/split 500 lunch")
        assert "lunch — ₹500" in (await chat.hear(f"#{written + 1} ")).text


async def test_everybodys_answer_to_a_question_is_recorded_or_refused_aloud(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    question = await chat.ask(asha, "/split")
    await chat.write(bob, "sticker", reply_to=question, extra={"text": "", "sticker": STICKER})
    assert "The amount is missing" in (await chat.hear("amount")).text
    said = await chat.write(asha, "300 tea", reply_to=question)
    receipt = await chat.answer_to(said)
    again = await chat.write(bob, "120 cab", reply_to=question)
    assert "#2 cab" in (await chat.answer_to(again)).text
    talk = await chat.write(bob, "thanks", reply_to=question)
    assert "thanks is not an amount" in (await chat.answer_to(talk)).text
    await chat.edit(asha, said, "330 tea")
    await receipt.changed(0)
    assert "#1 tea — ₹330" in receipt.text


async def test_a_late_reply_to_a_question_is_talk_unless_it_says_an_amount(
    chat: Conversation, asha: Person, bob: Person, clock: MovableClock
) -> None:
    question = await chat.ask(asha, "/split")
    clock.move(timedelta(days=2))
    before = len(chat.said)
    await chat.write(bob, "those were days", reply_to=question)
    await chat.settled(bob)
    assert len(chat.said) == before + 1
    said = await chat.write(bob, "120 cab", reply_to=question)
    assert "#1 cab" in (await chat.answer_to(said)).text


async def test_an_answer_that_is_refused_is_recorded_once_it_is_mended(
    chat: Conversation, asha: Person
) -> None:
    question = await chat.ask(asha, "/split")
    said = await chat.write(asha, "300 tea @bob 200 @chen 200", reply_to=question)
    assert "₹100 is too much" in (await chat.answer_to(said)).text
    await chat.edit(asha, said, "300 tea @bob")
    assert "#1 tea — ₹300" in (await chat.hear("#1")).text


async def test_a_recurring_line_that_becomes_another_says_that_it_goes_on(
    chat: Conversation, asha: Person
) -> None:
    said = await chat.write(asha, "/every fri 300 cleaning")
    await chat.answer_to(said)
    await chat.edit(asha, said, "/split 300 cleaning")
    assert "#1 cleaning" in (await chat.hear("#1")).text
    told = await chat.hear("goes on recurring")
    assert "cleaning — ₹300" in told.text
    await chat.edit(asha, said, "/me")
    await chat.hear("still counts")
    card = await chat.hear("goes on recurring")
    await chat.press(asha, "Stop", card)
    assert "does not recur any more" in card.text
    await chat.edit(asha, said, "/balance")
    await chat.hear("still counts")
    await chat.settled(asha)
    assert len([told for told in chat.said if "goes on recurring" in told]) == 1


async def test_an_expense_that_becomes_a_recurring_one_still_counts(
    chat: Conversation, asha: Person
) -> None:
    said = await chat.write(asha, "/split 300 cleaning")
    await chat.answer_to(said)
    await chat.edit(asha, said, "/every fri 300 cleaning")
    await chat.hear("🔁")
    await chat.hear("#1 cleaning (₹300) still counts")
