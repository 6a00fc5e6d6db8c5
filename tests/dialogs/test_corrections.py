"""People put right what they recorded: undo, delete, restore, edit, by command and by button."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.playground.people import Person
from bot.playground.world import World
from ledger.core.clock import MovableClock
from tests.dialogs.conversation import Conversation


async def far_below(chat: Conversation, person: Person) -> None:
    """Talk until what was said before is out of sight."""
    for _ in range(6):
        await chat.write(person, "well, well")


async def test_undo_takes_back_my_own_latest(chat: Conversation, asha: Person, bob: Person) -> None:
    mine = await chat.ask(asha, "/split 300 tea")
    theirs = await chat.ask(bob, "/split 600 cake")
    edits = mine.edits
    await chat.write(asha, "/undo")
    await mine.changed(edits)
    assert mine.text == "🗑 #1 tea — ₹300\nDeleted by Asha."
    assert mine.button_texts == ["Restore", "Details"]
    assert theirs.edits == 0
    assert await chat.say(asha, "/undo") == "You have nothing here to take back."


async def test_an_old_entry_is_undone_only_when_that_is_meant(
    chat: Conversation, clock: MovableClock, asha: Person
) -> None:
    receipt = await chat.ask(asha, "/split 300 tea")
    await far_below(chat, asha)
    clock.move(timedelta(days=1, minutes=1))
    question = await chat.ask(asha, "/undo")
    assert question.text == "Your latest entry here is #1 tea (₹300), of Mar 4. Take it back?"
    assert receipt.edits == 0
    await chat.press(asha, "Undo", question)
    assert "Deleted by Asha" in receipt.text
    assert question.text == "#1 tea (₹300) is deleted."
    assert question.button_texts == ["Details"]
    assert "All square" in await chat.say(asha, "/balance")


async def test_delete_and_restore_change_the_one_receipt(chat: Conversation, asha: Person) -> None:
    receipt = await chat.ask(asha, "/split 300 tea")
    await chat.write(asha, "/delete 1")
    await receipt.changed(0)
    assert "Deleted by Asha" in receipt.text
    assert await chat.say(asha, "/delete 1") == "#1 is deleted already."
    await chat.write(asha, "/restore 1")
    await receipt.changed(1)
    assert receipt.text == (
        "🧾 #1 tea — ₹300\nAsha paid. ₹100 each: Asha, Bob, Chen.\nRestored by Asha."
    )
    assert await chat.say(asha, "/restore #1") == "#1 is not deleted."
    assert len([said for said in chat.said if "tea" in said]) == 1


async def test_edit_writes_an_entry_anew(chat: Conversation, asha: Person, bob: Person) -> None:
    receipt = await chat.ask(asha, "/split 300 tea on yesterday #drinks")
    await chat.write(asha, "/edit 1 500 cake @bob")
    await receipt.changed(0)
    assert "#1 cake — ₹500" in receipt.text
    assert "On Mar 3" in receipt.text
    assert "Asha paid. ₹250 each: Asha, Bob." in receipt.text
    assert "Changed by Asha: ₹300 → ₹500, tea → cake, who shares." in receipt.text
    assert await chat.say(asha, "/edit 1 500 cake @bob") == "#1 cake says so already."


async def test_a_change_far_from_its_receipt_is_also_answered_where_it_was_asked(
    chat: Conversation, asha: Person
) -> None:
    receipt = await chat.ask(asha, "/split 300 tea")
    await far_below(chat, asha)
    assert await chat.say(asha, "/edit 1 330 tea") == "#1 tea is ₹330 now."
    assert "₹330" in receipt.text
    assert await chat.say(asha, "/delete 1") == "#1 tea (₹330) is deleted."
    assert await chat.say(asha, "/restore 1") == "#1 tea (₹330) counts again."


async def test_a_button_below_another_message_is_answered_there(
    chat: Conversation, asha: Person
) -> None:
    receipt = await chat.ask(asha, "/split 300 tea")
    story = await chat.ask(asha, "/show 1")
    await chat.press(asha, "Undo", story)
    assert "Deleted by Asha" in receipt.text
    assert story.text == "#1 tea (₹300) is deleted."


async def test_a_receipt_that_is_gone_is_posted_anew(
    chat: Conversation, world: World, asha: Person
) -> None:
    receipt = await chat.ask(asha, "/split 300 tea")
    world.delete(receipt)
    anew = await chat.ask(asha, "/edit 1 330 tea")
    assert "#1 tea — ₹330" in anew.text
    await chat.press(asha, "Undo", anew)
    assert "Deleted by Asha" in anew.text


async def test_who_may_change_an_entry(
    chat: Conversation, asha: Person, bob: Person, chen: Person, dia: Person
) -> None:
    chat.world.join(dia, chat.chat)
    receipt = await chat.ask(chen, "/split 300 tea paid @bob")
    for command in ("/edit 1 500 cake", "/delete 1"):
        assert await chat.say(dia, command) == (
            "Only Chen (who wrote #1), Bob (who paid it) or an admin can change it."
        )
    for amount, person in ((310, bob), (320, asha), (330, chen)):
        edits = receipt.edits
        await chat.write(person, f"/edit 1 {amount} tea paid @bob")
        await receipt.changed(edits)
        assert f"#1 tea — ₹{amount}\nBob paid." in receipt.text
        assert f"Changed by {person.name}: " in receipt.text


async def test_buttons_keep_to_the_same_rights(
    chat: Conversation, bob: Person, chen: Person
) -> None:
    receipt = await chat.ask(bob, "/split 300 tea")
    refused = await chat.press(chen, "Undo", receipt)
    assert refused.show_alert
    assert refused.text == "Only Bob (who wrote #1) or an admin can change it."
    assert receipt.edits == 0
    await chat.press(bob, "Undo", receipt)
    refused = await chat.press(chen, "Restore", receipt)
    assert refused.show_alert


async def test_the_payer_may_undo_what_another_recorded(
    chat: Conversation, asha: Person, bob: Person, chen: Person
) -> None:
    await chat.say(asha, "/split 300 tea")
    receipt = await chat.ask(chen, "/settle @bob @asha 100")
    assert "Recorded by Chen." in receipt.text
    await chat.press(bob, "Undo", receipt)
    assert "Bob → Asha ₹100" in await chat.say(asha, "/balance")


async def test_presses_are_answered_before_anything_is_redrawn(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    world = chat.world
    receipt = await chat.ask(asha, "/split 300 tea")
    said = receipt.text
    held = world.faults.hold("editMessageText")
    presses = [world.press_button(who, receipt, "I'm in / out") for who in (asha, bob, asha)]
    await world.until(lambda: all(press.answer for press in presses))
    assert [press.answer.text for press in presses if press.answer] == [
        "You're out.",
        "You're out.",
        "You're in.",
    ]
    assert receipt.text == said
    world.faults.remove(held)
    await chat.settled(asha)
    assert "₹150 each: Asha, Chen." in receipt.text


async def test_two_people_press_at_once_and_both_are_told_the_truth(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    receipt = await chat.ask(bob, "/split 300 tea")
    first = chat.world.press_button(bob, receipt, "Undo")
    second = chat.world.press_button(asha, receipt, "Undo")
    await chat.world.until(lambda: first.answer and second.answer)
    assert first.answer is not None
    assert second.answer is not None
    assert first.answer.text == ""
    assert "#1 is deleted already." in second.answer.text
    assert receipt.text.startswith("🗑 #1 tea")


async def test_a_deleted_entry_cant_be_joined(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    receipt = await chat.ask(asha, "/split 300 tea")
    await chat.press(asha, "Undo", receipt)
    late = await chat.world.press(bob, receipt, "toggle:1", stale=True)
    assert late.show_alert
    assert "#1 is deleted already." in late.text


async def test_uneven_shares_are_not_toggled_and_the_last_one_stays(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    receipt = await chat.ask(asha, "/split 300 tea @bob 100")
    assert receipt.button_texts == ["Undo", "Details", "Change"]
    told = await chat.world.press(bob, receipt, "toggle:1", stale=True)
    assert "/edit 1" in told.text
    alone = await chat.ask(asha, "/split 50 gum -@bob -@chen")
    told = await chat.press(asha, "I'm in / out", alone)
    assert told.text == (
        "You're the only one left in #2. If it should not count at all, press Undo."
    )


async def test_a_payment_is_edited_by_command(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    await chat.say(asha, "/split 900 hotel")
    receipt = await chat.ask(bob, "/settle @asha 200")
    await chat.write(bob, "/edit 2 @asha 300")
    await receipt.changed(0)
    assert "✔ #2 Bob paid Asha ₹300. Bob is square now." in receipt.text
    told = await chat.say(bob, "/edit 2 nonsense")
    assert told == "I don't know anybody called @nonsense here.\nTry:  /members"
    assert "Bob" not in await chat.say(asha, "/balance")


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("/delete", "Which number? /history shows it.\nTry:  /delete 1"),
        ("/delete dinner", "Which entry? dinner is not its number"),
        ("/delete 7", "There is no entry #7. /log tells of them all."),
        ("/restore", "Which number? /log shows it.\nTry:  /restore 12"),
        ("/restore tea", "Which entry? tea is not its number; /log shows it."),
        ("/show x", "Try:  /history x"),
        ("/edit", "Which entry?"),
        ("/edit 1", "How much was it? The amount is missing.\nTry:  /edit 1 300 tea"),
        ("/edit dinner 500", "Try:  /edit 1 dinner 500"),
        ("/edit 1 0 tea", "it has to be more than zero"),
        ("/edit 1 100 tea @bob 60 @chen 70", "₹30 is too much.\nTry:  /edit 1 100 tea"),
        ("/edit 99999999999 100 tea", "Which entry?"),
    ],
)
async def test_a_mistaken_correction_changes_nothing(
    chat: Conversation, asha: Person, line: str, answer: str
) -> None:
    receipt = await chat.ask(asha, "/split 300 tea")
    assert answer in await chat.say(asha, line)
    assert receipt.edits == 0


async def test_undo_with_a_number_means_that_entry(chat: Conversation, asha: Person) -> None:
    first = await chat.ask(asha, "/split 300 tea")
    second = await chat.ask(asha, "/split 600 cake")
    await chat.write(asha, "/undo 1")
    await first.changed(0)
    assert "Deleted by Asha" in first.text
    assert second.edits == 0


async def test_what_is_no_number_is_answered_by_no_other_entry_to_take_away(
    chat: Conversation, asha: Person
) -> None:
    for line in ("/split 60 dinner", "/split 50 tea"):
        await chat.say(asha, line)
    for typed, proposed in (
        ("/delete dinner", "/history dinner"),
        ("/copy the dinner", "/history the dinner"),
        ("/undo tea", "/history tea"),
        ("/undo last", "/undo"),
        ("/delete last", "/delete 2"),
        ("/delete 1,2", "/delete 1"),
        ("/restore tea", "/log"),
        ("/edit last 50", "/edit 2 50"),
        ("/every stop", "/every"),
    ):
        answer = await chat.say(asha, typed)
        offered = [line for line in answer.splitlines() if line.startswith(("Try", "or"))]
        assert offered[0] == f"Try:  {proposed}", typed


async def test_a_correction_without_its_command_offers_to_change_the_newest(
    chat: Conversation, asha: Person
) -> None:
    await chat.say(asha, "/split 100 tea")
    receipt = await chat.ask(asha, "/split 500 veggies")
    answer = await chat.say(asha, "/split no it was 120")
    assert "Try:  /edit 2 120" in answer
    await chat.write(asha, "/edit 2 120")
    await receipt.changed(0)
    assert "₹120" in receipt.text


async def test_an_edit_that_answers_an_entry_needs_no_number(
    chat: Conversation, asha: Person
) -> None:
    said = await chat.write(asha, "/split 300 tea")
    receipt = await chat.answer_to(said)
    await chat.ask(asha, "/split 120 cab")
    for line, below, told in (
        ("4500", receipt, "#1 tea — ₹4,500"),
        ("without chen", said, "₹2,250 each: Asha, Bob."),
        ("1 paid @bob", receipt, "Bob paid."),
    ):
        edits = receipt.edits
        await chat.write(asha, f"/edit {line}", reply_to=below)
        await receipt.changed(edits)
        assert told in receipt.text
    asked = await chat.ask(asha, "/edit 2 paid @bob", reply_to=receipt)
    assert "Which entry?" in asked.text
    assert "/edit 1 2 paid @bob" in asked.text
    assert "/edit #2 paid @bob" in asked.text
