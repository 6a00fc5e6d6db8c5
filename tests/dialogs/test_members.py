"""Who is in the book: people are added, met, merged, removed, promoted."""

from __future__ import annotations

import pytest

from bot.playground.people import Person
from bot.playground.world import World
from tests.dialogs.conftest import on_both_servers
from tests.dialogs.conversation import Conversation, Town


async def test_names_are_added_before_anybody_was_met(chat: Conversation, asha: Person) -> None:
    told = await chat.say(asha, '/add @zoe_x @yan_y "Grandma" "Aunt May"')
    assert "Added: Grandma, Aunt May." in told
    assert "Added: @zoe_x, @yan_y. I'll know them as soon as they write here" in told
    listed = await chat.say(asha, "/members")
    assert listed.startswith("7 members")
    assert "@zoe_x (not met yet)  square" in listed
    assert "Grandma (guest)  square" in listed
    assert "Aunt May" in await chat.say(asha, "/split 100 tea @Aunt_May")
    told = await chat.say(asha, '/add @ZOE_X "grandma" @chen')
    assert told == "Already here: @zoe_x, Chen, Grandma."


async def test_somebody_without_a_username_is_added_by_mark_and_by_reply(
    chat: Conversation, world: World, asha: Person
) -> None:
    maya, noor = world.add_person("Maya Rao"), world.add_person("Noor")
    world.join(maya, chat.chat, silent=True)
    world.join(noor, chat.chat, silent=True)
    assert await chat.say(asha, "/add Maya Rao", mentions={"Maya Rao": maya}) == "Added: Maya Rao."
    said = await chat.write(noor, "hello everybody")
    assert await chat.say(asha, "/add", reply_to=said) == "Added: Noor."
    assert "Asha, Bob, Chen, Maya Rao, Noor" in await chat.say(asha, "/split 500 cake")


async def test_a_placeholder_is_claimed_when_its_username_writes(
    chat: Conversation, world: World, asha: Person
) -> None:
    await chat.say(asha, "/split 300 tea @zoe_x @bob")
    zoe = world.add_person("Zoë", "Zoe_X")
    world.join(zoe, chat.chat, silent=True)
    standing = await chat.say(zoe, "/me")
    assert standing.startswith("Zoë")
    assert "Net −₹100" in standing
    assert "not met yet" not in await chat.say(asha, "/members")


async def test_a_placeholder_is_claimed_by_a_mark_as_well(
    chat: Conversation, world: World, asha: Person
) -> None:
    await chat.say(asha, "/split 300 tea @zoe_x @bob")
    zoe = world.add_person("Zoë", "zoe_x")
    world.join(zoe, chat.chat, silent=True)
    told = await chat.say(asha, "/split 100 cake Zoë", mentions={"Zoë": zoe})
    assert "New here" not in told
    assert "Zoë  −₹150" in await chat.say(asha, "/balance")


async def test_two_placeholders_of_one_person_become_one_member(
    chat: Conversation, world: World, asha: Person
) -> None:
    await chat.say(asha, "/split 200 tea @zoe_old")
    await chat.say(asha, "/split 400 cake @zoe_new")
    zoe = world.add_person("Zoë", "zoe_old")
    world.join(zoe, chat.chat, silent=True)
    await chat.say(zoe, "/me")
    world.change_username(zoe, "zoe_new")
    assert "Net −₹300" in await chat.say(zoe, "/me")
    listed = await chat.say(asha, "/members")
    assert listed.startswith("4 members")
    assert listed.count("Zo") == 1


async def test_merging_joins_two_histories(chat: Conversation, asha: Person) -> None:
    await chat.say(asha, '/add "Grandma"')
    await chat.say(asha, "/split 200 tea @Grandma")
    await chat.say(asha, "/split 200 cake @meera")
    assert await chat.say(asha, "/merge @Grandma @meera") == (
        "@Grandma is @meera now: one member, with all that both had."
    )
    assert "@meera  −₹200" in await chat.say(asha, "/balance")
    assert "#1" in await chat.say(asha, "/history @meera")
    assert "Both are" in await chat.say(asha, "/merge @Grandma @meera")
    told = await chat.say(asha, "/merge @bob @chen")
    assert told == "@bob and @chen have accounts of their own, so they stay two members."


@on_both_servers
async def test_a_slip_is_mended_in_the_receipt_itself(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    receipt = await chat.ask(bob, "/split 90 ice cream @chenn")
    assert "Yes, @chen" in receipt.button_texts
    refused = await chat.press(chat.world.person("Chen"), "Yes, @chen", receipt)
    assert refused.show_alert
    assert "admin" in refused.text
    pressed = await chat.press(bob, "Yes, @chen", receipt)
    assert "@chenn is Chen now" in pressed.text
    assert "₹45 each: Bob, Chen." in receipt.text
    assert "New here" not in receipt.text
    assert receipt.button_texts == ["I'm in / out", "Undo", "Details", "Change"]
    assert "Chen  −₹45" in await chat.say(asha, "/balance")


@on_both_servers
async def test_nobody_leaves_the_book_with_an_open_balance(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    await chat.say(asha, "/split 300 tea")
    assert await chat.say(asha, "/remove @bob") == (
        "Bob's balance is −₹100. Once it is zero, I can remove Bob."
    )
    await chat.say(bob, "/settle @asha")
    assert "Bob no longer shares in new expenses" in await chat.say(asha, "/remove @bob")
    assert "Bob (not sharing)  square" in await chat.say(asha, "/members")
    assert "₹150 each: Asha, Chen." in await chat.say(asha, "/split 300 tea")
    assert await chat.say(asha, "/add @bob") == "Back again: Bob."
    await chat.say(asha, "/remove @bob")
    assert "₹100 each: Asha, Bob, Chen." in await chat.say(bob, "/split 300 tea")


async def test_admins_by_telegram_and_by_role(
    chat: Conversation, world: World, asha: Person, bob: Person, chen: Person
) -> None:
    assert await chat.say(bob, "/add @zoe_x") == "Only an admin can do that."
    assert await chat.say(asha, "/role @bob admin") == "Bob is an admin of the book now."
    assert "Added" in await chat.say(bob, "/add @zoe_x")
    assert "Bob (admin)  square" in await chat.say(chen, "/members")
    assert await chat.say(asha, "/role @bob member") == "Bob is a plain member now."
    assert await chat.say(asha, "/role @asha member") == (
        "Asha runs this chat and stays an admin here."
    )
    assert "Only an admin" in await chat.say(bob, "/remove @zoe_x")
    world.promote(chen, chat.chat)
    listed = await chat.say(bob, "/members")
    assert "Asha (admin)" in listed
    assert "Bob  square" in listed
    assert "Chen (admin)" in listed
    world.faults.refuse("getChatAdministrators", 400, "Bad Request: CHAT_ADMIN_REQUIRED")
    assert "Asha  square" in await chat.say(bob, "/members")
    assert "no longer shares" in await chat.say(chen, "/remove @zoe_x")
    world.demote(chen, chat.chat)
    assert "Only an admin" in await chat.say(chen, "/role @chen admin")


async def test_a_name_that_is_no_longer_used_is_listed_as_long_as_it_counts(
    chat: Conversation, asha: Person
) -> None:
    await chat.say(asha, '/add "Grandma"')
    receipt = await chat.ask(asha, "/split 200 tea @Grandma @zoe_x")
    await chat.say(asha, "/settle @Grandma @asha")
    await chat.say(asha, "/settle @zoe_x @asha")
    await chat.say(asha, "/remove @Grandma")
    await chat.say(asha, "/remove @zoe_x")
    listed = await chat.say(asha, "/members")
    assert listed.startswith("3 members")
    assert "Grandma (guest, not sharing)  square" in listed
    assert "@zoe_x (not met yet, not sharing)  square" in listed
    slip = await chat.ask(asha, "/split 100 cake @chenn")
    await chat.press(asha, "Undo", slip)
    assert "chenn" not in await chat.say(asha, "/members")
    assert receipt.text.startswith("🧾 #1 tea")


async def test_an_admin_may_change_anybodys_entry(
    chat: Conversation, asha: Person, bob: Person, chen: Person
) -> None:
    await chat.say(bob, "/split 300 tea")
    assert await chat.say(chen, "/delete 1") == (
        "Only Bob (who wrote #1) or an admin can change it."
    )
    await chat.write(asha, "/delete 1")
    await chat.settled(asha)
    assert "All square" in await chat.say(chen, "/balance")


@on_both_servers
async def test_who_is_no_person_is_told_why(chat: Conversation, world: World) -> None:
    said = world.say_anonymously(chat.chat, "/split 300 tea")
    told = (await chat.answer_to(said)).text
    assert "only a person can have a balance" in told
    said = world.say_as_channel(chat.chat, "News", "/split 300 tea")
    assert "only a person can have a balance" in (await chat.answer_to(said)).text
    said = world.say_as_channel(chat.chat, "News", "/me")
    assert "only a person" in (await chat.answer_to(said)).text


@on_both_servers
async def test_a_new_title_is_followed_at_once(
    chat: Conversation, world: World, asha: Person
) -> None:
    await chat.say(asha, "/split 300 tea")
    world.retitle(chat.chat, "Goa again")
    assert isinstance(world, Town)
    await world.rest()
    private = Conversation(world, world.private(asha))
    assert "Goa again" in await private.say(asha, "/me")


@on_both_servers
async def test_an_anonymous_admin_may_remind(
    chat: Conversation, world: World, asha: Person
) -> None:
    await chat.say(asha, "/split 300 tea")
    said = world.say_anonymously(chat.chat, "/remind @bob")
    assert "Bob" in (await chat.answer_to(said)).text


@on_both_servers
async def test_an_anonymous_admin_is_an_admin(chat: Conversation, world: World) -> None:
    said = world.say_anonymously(chat.chat, "/add @zoe_x")
    assert "Added: @zoe_x." in (await chat.answer_to(said)).text
    said = world.say_as_channel(chat.chat, "News", "/add @yan_y")
    assert "Only an admin" in (await chat.answer_to(said)).text
    said = world.say_anonymously(chat.chat, "/balance")
    assert "All square" in (await chat.answer_to(said)).text
    world.say_as_channel(chat.chat, "News", "/split 300 tea", forwarded_automatically=True)
    said = world.say_anonymously(chat.chat, "/members")
    listed = (await chat.answer_to(said)).text
    assert listed.startswith("4 members")


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("/add", "Whose name?\nTry:  /add @bob"),
        ("/add bob", 'Who is bob?\nTry:  /add @bob\nor:  /add "bob"'),
        ("/remove", "Whose name?\nTry:  /remove @bob"),
        ("/remove @nobody", "I don't know anybody called @nobody here.\nTry:  /members"),
        ("/role @bob", "admin or member"),
        ("/role @bob king", "I don't know king here."),
        ("/role", "Try:  /role @bob admin"),
        ("/merge @bob", "Merge @bob with whom?\nTry:  /merge @Grandma @meera"),
        ("/merge @bob @bob", "Both are Bob: it takes two."),
        ("/merge @nobody @bob", "I don't know anybody called @nobody here."),
        ("/balance @nobody", "I don't know anybody called @nobody here."),
        ("/balance @bob @chen @asha", "At most 2 names, please.\nTry:  /balance @bob"),
    ],
)
async def test_a_mistake_about_people_is_answered_with_what_would_work(
    chat: Conversation, asha: Person, line: str, answer: str
) -> None:
    assert answer in await chat.say(asha, line)
    assert (await chat.say(asha, "/members")).startswith("3 members")


async def test_a_removed_member_is_not_found_in_another_group(
    chat: Conversation, world: World, asha: Person, dia: Person
) -> None:
    elsewhere = Conversation(world, world.new_group("Flat 12", [asha, dia]))
    await elsewhere.hear("/split")
    assert "I don't know anybody called @bob" in await elsewhere.say(asha, "/remove @bob")


@on_both_servers
async def test_one_name_is_understood_without_its_at(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    assert await chat.say(asha, "/role bob admin") == "Bob is an admin of the book now."
    assert "Bobby" in await chat.say(asha, "/add ‘Bobby’")
    told = await chat.say(asha, "/merge bobby bob")
    assert told == "@Bobby is Bob now: one member, with all that both had."
    assert (await chat.say(asha, "/role nobody admin")).startswith("I don't know anybody called")


@on_both_servers
@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("/role bobb admin", "/role @bob admin"),
        ("/role @bobb admin", "/role @bob admin"),
        ("/settle @bobb 100", "/settle @bob 100"),
        ("/balance bobb", "/balance @bob"),
        ("/split 100 tea -@bobb", "/split 100 tea -@bob"),
    ],
)
async def test_a_slip_in_a_name_is_corrected(
    chat: Conversation, asha: Person, typed: str, meant: str
) -> None:
    told = await chat.say(asha, typed)
    assert "Did you mean @bob?" in told
    assert told.endswith(f"Try:  {meant}")
    assert "Try:" not in await chat.say(asha, meant)


@on_both_servers
async def test_bots_take_no_part_and_people_called_like_bots_do(
    chat: Conversation, asha: Person
) -> None:
    receipt = await chat.ask(asha, "/split 60 tea @abbot @Talbot @robot")
    assert "@abbot" in receipt.text
    assert "@robot" in receipt.text
    told = await chat.say(asha, "/split 60 tea @game_bot @bob")
    assert told.endswith("bots share no bills.\nTry:  /split 60 tea @bob")


async def test_a_doubled_at_sign_is_one(chat: Conversation, asha: Person, bob: Person) -> None:
    assert "₹50 each: Asha, Bob." in await chat.say(asha, "/split 100 tea @@bob")
    assert (await chat.say(asha, "/balance @@bob")).startswith("Bob\n")
    assert "#2 Bob paid Asha ₹5" in await chat.say(bob, "/settle @@asha 5")
    for line in ("/remove @all", "/role @all admin"):
        assert await chat.say(asha, line) == (
            "I don't know anybody called @all here.\nTry:  /members"
        )


async def test_somebody_here_goes_before_a_placeholder_that_was_undone(
    chat: Conversation, asha: Person
) -> None:
    receipt = await chat.ask(asha, "/split 20 pizza @sam")
    await chat.press(asha, "Undo", receipt)
    assert "Added: Sam" in await chat.say(asha, '/add "Sam"')
    assert "₹10 each: Asha, Sam." in await chat.say(asha, "/split 20 tea @sam")
    assert "Asha paid Sam ₹10" in await chat.say(asha, "/settle @sam 10")


async def test_who_is_to_be_added_keeps_every_word(chat: Conversation, asha: Person) -> None:
    assert (await chat.say(asha, "/add Uncle Joe")).endswith('Try:  /add "Uncle Joe"')
    told = await chat.say(asha, "/add mum, dad")
    assert told.endswith('Try:  /add @mum @dad\nor:  /add "mum" "dad"')
