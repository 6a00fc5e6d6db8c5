"""People record expenses, and read what the bot makes of them."""

from datetime import timedelta

import pytest

from bot.playground.people import Person
from bot.playground.world import World
from ledger.core.clock import MovableClock
from tests.dialogs.conversation import PICTURE, Conversation


async def test_a_second_category_is_told(chat: Conversation, asha: Person) -> None:
    told = await chat.say(asha, "/split 300 tea #food #goa #FOOD")
    assert told.startswith(
        "🧾 #1 tea #goa — ₹300\n#food\nFiled under #food only: #goa stays in the description.\n"
    )
    assert "only" not in await chat.say(asha, "/split 301 tea #food")


async def test_a_colon_behind_the_command_is_no_part_of_it(
    chat: Conversation, asha: Person
) -> None:
    assert (await chat.say(asha, "/split: 300 tea")).startswith("🧾 #1 tea — ₹300")


async def test_a_split_among_the_named_is_told_share_by_share(
    chat: Conversation, asha: Person
) -> None:
    told = await chat.say(asha, "/split 1200 dinner @bob @chen")
    assert told == "🧾 #1 dinner — ₹1,200\nAsha paid. ₹400 each: Asha, Bob, Chen."
    assert chat.last.button_texts == ["I'm in / out", "Undo", "Details", "Change"]


async def test_nobody_named_means_everybody(chat: Conversation, bob: Person) -> None:
    told = await chat.say(bob, "/split 900 taxi")
    assert "Bob paid. ₹300 each: Asha, Bob, Chen." in told


async def test_several_payers_and_parts_of_all_kinds(chat: Conversation, asha: Person) -> None:
    told = await chat.say(
        asha, "/split 1200 dinner @bob 500 @chen x2 paid @bob 700 me #food on 2026-02-16 // yum"
    )
    assert "₹700" in told
    assert "Bob ₹500" in told
    assert "food" in told
    assert "yum" in told
    assert "Feb 16" in told


async def test_a_bare_split_asks_and_the_reply_is_recorded(
    chat: Conversation, asha: Person
) -> None:
    said = await chat.write(asha, "/split")
    question = await chat.answer_to(said)
    assert question.text == "How much, and what for?"
    assert question.markup is not None
    assert question.markup["force_reply"]
    told = await chat.say(asha, "300 tea @bob", reply_to=question)
    assert "#1 tea — ₹300" in told


async def test_an_answer_without_an_amount_is_asked_for_it(
    chat: Conversation, asha: Person
) -> None:
    question = await chat.answer_to(await chat.write(asha, "/split"))
    again = await chat.answer_to(await chat.write(asha, "tea with bob", reply_to=question))
    assert "How much was it?" in again.text
    assert again.markup is not None
    assert again.markup["force_reply"]
    assert "#1 tea — ₹300" in await chat.say(asha, "300 tea with bob", reply_to=again)


async def test_an_unknown_name_is_told_and_undo_takes_it_away(
    chat: Conversation, asha: Person
) -> None:
    told = await chat.say(asha, "/split 90 ice cream @zoe_x")
    assert "New here: @zoe_x" in told
    await chat.press(asha, "Undo")
    assert "Deleted by Asha" in chat.last.text
    assert "zoe" not in await chat.say(asha, "/members")


async def test_who_is_new_is_told_once(
    chat: Conversation, asha: Person, bob: Person, clock: MovableClock
) -> None:
    said = await chat.write(asha, "/split 90 ice cream @zoe_x")
    receipt = await chat.answer_to(said)
    assert "New here: @zoe_x" in receipt.text
    clock.move(timedelta(minutes=1))
    await chat.press(bob, "I'm in", receipt)
    assert "Asha, Bob, @zoe_x" in receipt.text
    assert "New here" not in receipt.text
    assert "New here" not in await chat.say(asha, "/split 60 tea @zoe_x")
    await chat.edit(asha, said, "/split 90 ice cream @zoe_x @yan_x")
    await chat.settled(asha)
    assert "New here: @yan_x (I haven't met them yet)." in receipt.text


async def test_a_slip_of_a_name_can_be_mended_by_button(chat: Conversation, asha: Person) -> None:
    told = await chat.say(asha, "/split 90 ice cream @chenn")
    assert "Did you mean @chen?" in told
    await chat.press(asha, "Yes, @chen")
    assert "+₹45" in await chat.say(asha, "/balance")
    assert "chenn" not in await chat.say(asha, "/balance")


async def test_a_photo_with_a_caption_is_kept_with_the_entry(
    chat: Conversation, asha: Person
) -> None:
    told = await chat.say(asha, "/split 500 groceries @bob", photo=PICTURE)
    assert "#1 groceries" in told
    story = await chat.answer_to(await chat.write(asha, "/show 1"))
    assert "photo" in story.body


async def test_the_same_bill_by_another_person_is_asked_about(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    await chat.say(asha, "/split 1200 dinner")
    told = await chat.say(bob, "/split 1200 dinner")
    assert "The same bill?" in told


async def test_a_name_in_front_of_emoji_and_in_other_scripts(
    chat: Conversation, world: World, asha: Person
) -> None:
    didi = world.add_person("दीदी")
    world.join(didi, chat.chat)
    told = await chat.say(asha, "🍕" and "/split 100 🍕🍕 pizza 👩‍👩‍👧 @bob @दीदी")
    assert "pizza" in told
    assert "Bob" in told
    assert "दीदी" in told
    assert "₹33.34" in told or "₹33.33" in told


async def test_somebody_without_a_username_is_mentioned(
    chat: Conversation, world: World, asha: Person
) -> None:
    maya = world.add_person("Maya <&> Co")
    world.join(maya, chat.chat)
    told = await chat.say(asha, "/split 100 🎈 cake Maya <&> Co 40", mentions={"Maya <&> Co": maya})
    assert "Maya <&> Co ₹40" in told
    assert "New here" not in told


async def test_im_out_and_in_again_changes_the_receipt(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    await chat.say(asha, "/split 900 taxi")
    receipt = chat.last
    assert (await chat.press(bob, "I'm in / out", receipt)).text == "You're out."
    assert "₹450 each: Asha, Chen." in receipt.text
    assert (await chat.press(bob, "I'm in / out", receipt)).text == "You're in."
    assert "₹300 each: Asha, Bob, Chen." in receipt.text
    assert len(chat.said) == 2  # the welcome and one receipt


async def test_editing_the_message_edits_the_expense(chat: Conversation, asha: Person) -> None:
    said = await chat.write(asha, "/split 1200 dinner @bob")
    receipt = await chat.answer_to(said)
    edits = receipt.edits
    await chat.edit(asha, said, "/split 1000 dinner @chen")
    await receipt.changed(edits)
    assert "#1 dinner — ₹1,000" in receipt.text
    assert "₹500 each: Asha, Chen." in receipt.text


async def test_editing_a_failed_message_records_it(chat: Conversation, asha: Person) -> None:
    said = await chat.write(asha, "/split dinner @bob")
    refused = await chat.answer_to(said)
    assert "Try:" in refused.text
    await chat.edit(asha, said, "/split 1000 dinner @bob")
    assert "#1 dinner — ₹1,000" in (await chat.hear("dinner —")).text


async def test_an_invisible_edit_changes_nothing(chat: Conversation, asha: Person) -> None:
    said = await chat.write(asha, "/split 1200 dinner @bob")
    receipt = await chat.answer_to(said)
    await chat.edit(asha, said, None)
    await chat.settled(asha)
    assert receipt.edits == 0
    assert "1 earlier" not in await chat.say(asha, "/show 1")


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        (
            "/split 1200 dinner @bob 500 @chen 600 -me",
            (
                "That doesn't add up: @bob 500 and @chen 600 make ₹1,100, the dinner is ₹1,200; "
                "₹100 is missing.\nTry:  /split 1200 dinner @bob 500 @chen 700 -me"
            ),
        ),
        ("/split dinner @bob", "/split 1200 dinner @bob"),
        ("/split 0 dinner", "Try:"),
        ("/split 1.200 dinner @bob", "How much was it: ₹1,200 or ₹1.20?"),
        ("/split 1200 dinner @bob 60% @chen 50%", "110%"),
        ("/split 100 tea on 2026-02-31", "2026-02-31"),
        ("/split 100 tea @bob @bob", "Bob"),
        ("/split 1/0 dinner @bob", "1/0"),
        ("/split 99999999999999999999 yacht @bob", "more than one entry can hold"),
    ],
)
async def test_a_mistake_is_answered_with_a_line_to_copy(
    chat: Conversation, asha: Person, line: str, answer: str
) -> None:
    assert answer in await chat.say(asha, line)
    assert "All square" in await chat.say(asha, "/balance")


async def test_other_currencies_and_arithmetic(chat: Conversation, asha: Person) -> None:
    assert "€45" in await chat.say(asha, "/split 45 EUR museum @bob")
    told = await chat.say(asha, "/split (20+30)*1.1 lunch @bob")
    assert "₹55" in told
    assert "(20+30)*1.1" in told


async def test_the_command_can_name_the_bot_but_not_another_one(
    chat: Conversation, asha: Person
) -> None:
    await chat.write(asha, "/split@other_bot 500 nothing")
    assert "#1 tea" in await chat.say(asha, "/split@all_square_bot 50 tea @bob")


async def test_a_forwarded_command_is_not_ours(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    await chat.write(asha, "/split 500 nothing", forwarded_from=bob)
    assert "All square" in await chat.say(asha, "/balance")


@pytest.mark.parametrize("bot_api", [(10, 0)])
async def test_bots_are_not_people_it_should_know(
    chat: Conversation, world: World, asha: Person, dia: Person
) -> None:
    helpers = [world.add_person(name, f"{name}_bot", is_bot=True) for name in ("Quiz", "Mod")]
    for helper in helpers:
        world.join(helper, chat.chat, by=asha)
    quiet = world.add_person("Silent", "silent_bot", is_bot=True)
    world.join(quiet, chat.chat, silent=True)
    world.promote(quiet, chat.chat)
    assert "people here" not in await chat.say(asha, "/split 900 taxi")
    world.join(dia, chat.chat, silent=True)
    world.remove(helpers[0], chat.chat)
    assert "I know 3 of 4 people here" in await chat.say(asha, "/split 900 bus")


async def test_a_server_that_knows_no_bots_among_admins_counts_those_that_came(
    chat: Conversation, world: World, asha: Person, dia: Person
) -> None:
    world.bot_api = (9, 0)
    quiz = world.add_person("Quiz", "quiz_bot", is_bot=True)
    world.join(quiz, chat.chat, by=asha)
    world.promote(quiz, chat.chat)
    assert "people here" not in await chat.say(asha, "/split 900 taxi")


async def test_how_many_people_the_bot_knows(
    chat: Conversation, world: World, asha: Person, dia: Person
) -> None:
    world.join(dia, chat.chat, silent=True)
    told = await chat.say(asha, "/split 900 taxi")
    assert "I know 3 of 4 people here" in told
