"""Replies to a receipt without a command: they put it right, or are talk among friends."""

from __future__ import annotations

import pytest

from bot.playground.people import Message, Person
from tests.dialogs.conftest import on_both_servers
from tests.dialogs.conversation import Conversation, labels

pytestmark = on_both_servers


async def put_right(
    chat: Conversation, writer: Person, said: str, receipt: Message, below: Message | None = None
) -> str:
    """Say something below a receipt, or below an answer, and return what the receipt says then."""
    edits = receipt.edits
    await chat.write(writer, said, reply_to=below or receipt)
    await receipt.changed(edits)
    return receipt.text


@pytest.mark.parametrize(
    ("reply", "change"),
    [
        ("sorry it was 1050", "₹90 → ₹1,050."),
        ("should be 180", "₹90 → ₹180."),
        ("make it 180", "₹90 → ₹180."),
        ("180", "₹90 → ₹180."),
        ("oops 180 not 90", "₹90 → ₹180."),
        ("chen too", "who shares."),
        ("not bob", "who shares."),
        ("no bob", "who shares."),
        ("bob paid actually", "who paid."),
        ("bob 60", "the shares."),
        ("usd", "₹90 → $90."),
        ("it was dollars not rupees", "₹90 → $90."),
        ("usd not inr", "₹90 → $90."),
        ("it's 450 in total", "₹90 → ₹450."),
        ("split it only between me and chen", "who shares."),
        ("it's for all of us", "who shares."),
        ("chen had it too", "who shares."),
        ("chen in", "who shares."),
        ("im out", "who shares."),
        ("not 90, 180", "₹90 → ₹180."),
        ("oops bob paid this", "who paid."),
        ("bob only 60", "the shares."),
        ("bob pays only 60", "the shares."),
        ("call it lunch run", "cab → lunch run."),
        ("#food", "— → #food."),
        ("// in cash", "— → in cash."),
        ("it was a refund", "money that came back."),
        ("It came back", "money that came back."),
        ("money back", "money that came back."),
        ("oh and chen too", "who shares."),
        ("i meant chen not bob", "who shares."),
        ("i didnt pay, bob did", "who paid."),
        ("bob only had a drink, 10", "the shares."),
        ("i typed it wrong, 95", "₹90 → ₹95."),
    ],
)
async def test_a_reply_puts_the_receipt_right(
    chat: Conversation, asha: Person, bob: Person, chen: Person, reply: str, change: str
) -> None:
    for person in (bob, chen):
        await chat.say(person, "/me")
    receipt = await chat.ask(asha, "/split 90 cab with bob")
    await put_right(chat, asha, reply, receipt)
    assert receipt.text.startswith("🧾 #1 ")
    assert receipt.text.endswith(f"Changed by Asha: {change}"), receipt.text


@pytest.mark.parametrize(
    "talk",
    [
        *("nice", "thanks!", "haha nice", "thanks bob", "@bob", "no", "it was great", "with zoe"),
        *("see you at 8", "best cab ever", "call it even", "nice #food", "call me", "it was lunch"),
    ],
)
async def test_talk_below_a_receipt_changes_nothing(
    chat: Conversation, asha: Person, bob: Person, chen: Person, talk: str
) -> None:
    for person in (bob, chen):
        await chat.say(person, "/me")
    receipt = await chat.ask(asha, "/split 90 cab with bob")
    told = receipt.text
    await chat.write(asha, talk, reply_to=receipt)
    assert "Nothing" not in await chat.say(asha, "/log")
    assert receipt.text == told


@pytest.mark.parametrize(
    "unclear",
    [
        *("bob", "bob and chen", "180?", "was that for 3 people", "ok 100", "everyone", "undo?"),
        *("sorry no tip", "cancel the plan", "delete this photo", "wrong bob", "split by 3"),
    ],
)
async def test_what_speaks_of_money_or_people_and_is_unclear_is_answered_with_what_can_be_said(
    chat: Conversation, asha: Person, bob: Person, unclear: str
) -> None:
    await chat.say(bob, "/me")
    receipt = await chat.ask(asha, "/split 90 cab with bob")
    told = receipt.text
    answer = await chat.ask(asha, unclear, reply_to=receipt)
    assert "What should change in #1?" in answer.text
    assert "without Bob" in answer.text
    assert answer.button("Change")
    assert receipt.text == told
    assert "Bob paid" in await put_right(chat, asha, "bob paid", receipt, below=answer)


async def test_an_unclear_reply_to_a_payment_is_answered_with_what_can_be_said(
    chat: Conversation, asha: Person
) -> None:
    receipt = await chat.ask(asha, "/settle @bob 90")
    answer = await chat.ask(asha, "thats wrong", reply_to=receipt)
    assert answer.text.startswith("What should change in #1?")
    assert "₹180" in await put_right(chat, asha, "180", receipt, below=answer)


async def test_a_reply_that_tells_of_a_payment_is_recorded_by_a_press(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    receipt = await chat.ask(asha, "/split 90 cab with bob")
    question = await chat.ask(asha, "bob gave me 20 already", reply_to=receipt)
    assert question.text == "Did you mean /settle @bob me 20?"
    await chat.press(asha, "/settle @bob me 20", question)
    assert "Bob paid Asha ₹20" in question.text


async def test_a_reply_with_a_name_that_nobody_has_is_answered(
    chat: Conversation, asha: Person
) -> None:
    receipt = await chat.ask(asha, "/split 90 cab with bob")
    answer = await chat.say(asha, "tom was there too", reply_to=receipt)
    assert "/edit 1 add @tom" in answer
    assert "@tom" in await put_right(chat, asha, "add @tom", receipt)


async def test_whoever_may_change_it_grants_by_a_press_what_another_says(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    receipt = await chat.ask(asha, "/split 90 cab")
    asked = await chat.ask(bob, "i only had a short ride, 10 for me", reply_to=receipt)
    assert asked.text == (
        "Only Asha (who wrote #1) or an admin can change it.\nIf Bob is right, press the button."
    )
    refused = await chat.press(bob, "Yes, change it", asked)
    assert refused.text is not None
    assert "can change it" in refused.text
    await chat.press(asha, "Yes, change it", asked)
    assert "Asha ₹40\nBob ₹10\nChen ₹40" in receipt.text
    assert asked.text == "#1 cab is changed: the shares."


async def test_a_reply_brings_a_deleted_entry_back(chat: Conversation, asha: Person) -> None:
    receipt = await chat.ask(asha, "/split 90 cab with bob")
    await put_right(chat, asha, "wrong, delete that", receipt)
    assert "/restore 1" in await chat.say(asha, "bob paid", reply_to=receipt)
    assert "Restored by Asha" in await put_right(chat, asha, "restore it, my mistake", receipt)


async def test_whoever_may_not_change_it_is_told_so(
    chat: Conversation, asha: Person, bob: Person, chen: Person
) -> None:
    await chat.say(chen, "/me")
    receipt = await chat.ask(asha, "/split 90 cab with bob")
    assert "can change it" in await chat.say(chen, "should be 180", reply_to=receipt)


async def test_a_reply_is_read_once_and_undone_like_any_change(
    chat: Conversation, asha: Person
) -> None:
    receipt = await chat.ask(asha, "/settle @bob 90")
    await put_right(chat, asha, "180", receipt)
    assert "₹180" in receipt.text
    assert "right amount" in await chat.say(asha, "bob too", reply_to=receipt)
    await chat.write(asha, "//", reply_to=receipt)
    assert "₹180" in await chat.say(asha, "/show 1")


@pytest.mark.parametrize("reply", ["delete this", "sorry cancel it please", "undo"])
async def test_a_reply_deletes_the_entry(chat: Conversation, asha: Person, reply: str) -> None:
    receipt = await chat.ask(asha, "/split 90 cab with bob")
    await put_right(chat, asha, reply, receipt)
    assert "Deleted by Asha" in receipt.text
    assert receipt.button("Restore")


async def test_whoever_may_not_delete_it_is_told_so(
    chat: Conversation, asha: Person, chen: Person
) -> None:
    receipt = await chat.ask(asha, "/split 90 cab with bob")
    assert "can change it" in await chat.say(chen, "delete this", reply_to=receipt)
    assert "Deleted" not in receipt.text


async def test_an_edited_reply_says_what_it_is_now(chat: Conversation, asha: Person) -> None:
    receipt = await chat.ask(asha, "/split 90 cab with bob")
    reply = await chat.write(asha, "lovely", reply_to=receipt)
    for text, told in (("180", "₹90 → ₹180."), ("should be 190", "₹180 → ₹190.")):
        edits = receipt.edits
        await chat.edit(asha, reply, text)
        await receipt.changed(edits)
        assert receipt.text.endswith(told), receipt.text
    told = receipt.text
    await chat.edit(asha, reply, "that was lovely")
    await chat.settled(asha)
    assert receipt.text == told


async def test_everybody_may_put_themselves_in_or_out(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    receipt = await chat.ask(asha, "/split 90 cab")
    for edits, (reply, shares) in enumerate(
        (("i wasnt there", "₹45 each: Asha, Chen."), ("me too", "₹30 each: Asha, Bob, Chen."))
    ):
        await chat.write(bob, reply, reply_to=receipt)
        await receipt.changed(edits)
        assert shares in receipt.text
    told = receipt.text
    await chat.write(bob, "me too", reply_to=receipt)
    await chat.settled(bob)
    assert receipt.text == told
    assert "can change it" in await chat.say(bob, "not chen", reply_to=receipt)


async def test_a_part_told_leaves_the_others_what_they_share(
    chat: Conversation, asha: Person
) -> None:
    receipt = await chat.ask(asha, "/split 90 cab")
    assert "Asha ₹40\nBob ₹40\nChen ₹10" in await put_right(chat, asha, "chen only 10", receipt)
    assert "Asha ₹50\nBob ₹30\nChen ₹10" in await put_right(chat, asha, "bob 30", receipt)
    assert "Bob ₹60\nChen ₹30" in await put_right(chat, asha, "bob 60 chen 30", receipt)


async def test_what_became_a_refund_may_be_spent_again(chat: Conversation, asha: Person) -> None:
    receipt = await chat.ask(asha, "/split 90 cab with bob")
    await put_right(chat, asha, "sorry, it was a refund", receipt)
    assert "₹90 came back" in receipt.text
    assert "Bob  +₹45" in await chat.say(asha, "/balance")
    await chat.write(asha, "no, it was not a refund", reply_to=receipt)
    await chat.write(asha, "not a refund", reply_to=receipt)
    await receipt.changed(1)
    assert "came back" not in receipt.text.splitlines()[0]
    assert "money that came back" in await chat.say(asha, "/edit 1 that was a refund")


async def test_a_reply_to_what_we_say_of_an_entry_is_one_to_its_receipt(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    receipt = await chat.ask(asha, "/split 90 cab with bob")
    for _ in range(6):
        await chat.say(bob, "/me")
    changed = await chat.ask(asha, "/edit 1 100")
    assert changed.text == "#1 cab is ₹100 now."
    again = await chat.ask(asha, "180", reply_to=changed)
    assert again.text == "#1 cab is ₹180 now."
    assert "₹180" in receipt.text
    shown = await chat.ask(asha, "/show 1")
    assert (await chat.say(asha, "delete this", reply_to=shown)).startswith("#1 cab (₹180) is")


@pytest.mark.parametrize("reply", ["plus 1", "+1", "plus one after all", "make it 5", "we were 5"])
async def test_a_number_that_may_count_people_changes_no_amount_unasked(
    chat: Conversation, asha: Person, reply: str
) -> None:
    receipt = await chat.ask(asha, "/split 90 karaoke with bob")
    told = receipt.text
    question = await chat.ask(asha, reply, reply_to=receipt)
    assert question.button("Change")
    assert receipt.text == told


async def test_what_a_number_may_be_is_pressed(chat: Conversation, asha: Person) -> None:
    receipt = await chat.ask(asha, "/split 90 karaoke with bob")
    question = await chat.ask(asha, "plus 1", reply_to=receipt)
    assert question.text == "How is “plus 1” meant?"
    assert labels(question) == ["₹91", "Asha ×2", "Change"]
    await chat.press(asha, "Asha ×2", question)
    assert "Asha ₹60 (×2)\nBob ₹30" in receipt.text
    assert "₹45 each: Asha, Bob." in await put_right(chat, asha, "no plus 1 after all", receipt)
    question = await chat.ask(asha, "plus 1", reply_to=receipt)
    await chat.press(asha, "₹91", question)
    assert "karaoke — ₹91" in receipt.text


async def test_a_guest_who_did_not_come_is_nobody_s_part(chat: Conversation, asha: Person) -> None:
    receipt = await chat.ask(asha, "/split 75 karaoke")
    question = await chat.ask(asha, "no plus 1 after all", reply_to=receipt)
    assert labels(question) == ["Change"]
    assert "₹75" in receipt.text


async def test_how_many_there_were_is_asked_unless_it_is_everybody(
    chat: Conversation, asha: Person
) -> None:
    receipt = await chat.ask(asha, "/split 90 karaoke with bob")
    assert "For 5?" in await chat.say(asha, "make it 5 ways", reply_to=receipt)
    assert "says so already" in await chat.say(asha, "we were 2", reply_to=receipt)
    assert "₹30 each" in await put_right(chat, asha, "no, 3 of us", receipt)


@pytest.mark.parametrize("reply", ["it was rupees", "bob too", "split it evenly", "it was 90"])
async def test_what_the_entry_says_already_is_said_so(
    chat: Conversation, asha: Person, reply: str
) -> None:
    receipt = await chat.ask(asha, "/split 90 cab with bob")
    assert await chat.say(asha, reply, reply_to=receipt) == "#1 cab says so already."


@pytest.mark.parametrize("reply", ["nvm", "never mind", "sorry forget it"])
async def test_whoever_gives_up_is_asked_whether_to_take_it_back(
    chat: Conversation, asha: Person, reply: str
) -> None:
    receipt = await chat.ask(asha, "/split 90 cab with bob")
    question = await chat.ask(asha, reply, reply_to=receipt)
    assert labels(question) == ["Undo", "Change"]
    assert "Deleted" not in receipt.text
    await chat.press(asha, "Undo", question)
    assert "Deleted by Asha" in receipt.text


async def test_who_says_nvm_and_delete_it_takes_it_back(chat: Conversation, asha: Person) -> None:
    receipt = await chat.ask(asha, "/split 90 cab with bob")
    assert "Deleted by Asha" in await put_right(chat, asha, "nvm delete it", receipt)


@pytest.mark.parametrize("reply", ["yes", "add him", "yeah tom was there", "add tom"])
async def test_a_name_that_nobody_has_is_somebody_s_where_that_is_said_again(
    chat: Conversation, asha: Person, reply: str
) -> None:
    receipt = await chat.ask(asha, "/split 90 cab with bob")
    refusal = await chat.ask(asha, "add tom", reply_to=receipt)
    assert "/edit 1 add @tom" in refusal.text
    await chat.write(asha, reply, reply_to=refusal)
    await receipt.changed(0)
    assert "₹30 each: Asha, Bob, @tom." in receipt.text


async def test_another_answer_to_an_unknown_name_is_one_to_the_receipt(
    chat: Conversation, asha: Person, chen: Person
) -> None:
    await chat.say(chen, "/me")
    receipt = await chat.ask(asha, "/split 90 cab with bob")
    refusal = await chat.ask(asha, "add tom", reply_to=receipt)
    answer = await chat.ask(asha, "wrong chen", reply_to=refusal)
    assert "What should change in #1?" in answer.text
    await chat.write(asha, "add chen", reply_to=refusal)
    await receipt.changed(0)
    assert "₹30 each: Asha, Bob, Chen." in receipt.text
