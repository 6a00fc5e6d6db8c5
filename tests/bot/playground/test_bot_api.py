"""The Bot API as python-telegram-bot sees it over HTTP."""

from __future__ import annotations

import asyncio

import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllGroupChats,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    Message,
    ReplyParameters,
    Update,
)
from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, InvalidToken

from bot.playground.people import Chat, Person
from bot.playground.server import Playground
from bot.playground.world import World
from tests.bot.playground.conftest import PNG

BUTTONS = InlineKeyboardMarkup([[InlineKeyboardButton("Undo", callback_data="undo:1")]])


async def test_the_bot_is_known_by_its_token(bot: Bot, playground: Playground) -> None:
    me = await bot.get_me()
    assert (me.first_name, me.username, me.can_read_all_group_messages) == (
        "All Square",
        "all_square_bot",
        False,
    )
    with pytest.raises(InvalidToken):
        async with Bot("1:wrong", base_url=f"{playground.url}/bot"):
            pass


async def test_what_people_say_arrives_and_is_answered(
    bot: Bot, world: World, group: Chat, asha: Person
) -> None:
    said = world.say(asha, group, "/split 1200 dinner @asha @bob")
    (update,) = await bot.get_updates()
    assert update.message is not None
    assert update.message.text == said.text
    assert list(update.message.parse_entities().values()) == ["/split", "@asha"]
    sent = await bot.send_message(
        group.id,
        "<b>₹1,200</b> &lt;dinner&gt; 🍕 <i>paid</i>",
        parse_mode="HTML",
        reply_markup=BUTTONS,
        reply_parameters=ReplyParameters(said.id),
    )
    assert sent.text == "₹1,200 <dinner> 🍕 paid"
    assert list(sent.parse_entities().values()) == ["₹1,200", "paid"]
    assert sent.reply_to_message is not None
    answer = await group.next_message()
    assert (answer.text, answer.button_texts) == (sent.text, ["Undo"])


async def test_updates_are_delivered_until_acknowledged(
    bot: Bot, world: World, group: Chat, asha: Person
) -> None:
    for number in range(3):
        world.say(asha, group, f"/show {number}")
    first = await bot.get_updates(limit=2)
    assert [update.update_id for update in await bot.get_updates(limit=2)] == [
        update.update_id for update in first
    ]
    (left,) = await bot.get_updates(offset=first[-1].update_id + 1)
    assert left.message is not None
    assert left.message.text == "/show 2"
    assert not world.updates.is_empty
    await bot.get_updates(offset=left.update_id + 1)
    await world.acknowledged()


async def test_a_long_poll_ends_with_the_next_update(
    bot: Bot, world: World, group: Chat, asha: Person
) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=30))
    await world.polled()
    world.say(asha, group, "/balance")
    (update,) = await poll
    assert update.message is not None


async def test_a_second_poll_ends_the_first(bot: Bot, world: World, playground: Playground) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=30))
    await world.polled()
    async with Bot(world.token, base_url=f"{playground.url}/bot") as other:
        second = asyncio.create_task(other.get_updates(timeout=30))
        with pytest.raises(Conflict):
            await first
        second.cancel()


async def test_allowed_updates_stay_in_force(
    bot: Bot, world: World, group: Chat, asha: Person
) -> None:
    await bot.get_updates(allowed_updates=["callback_query"])
    await bot.get_updates()
    world.say(asha, group, "/balance")
    assert await bot.get_updates() == ()


async def test_a_message_is_edited_and_its_buttons_with_it(bot: Bot, group: Chat) -> None:
    sent = await bot.send_message(group.id, "one", reply_markup=BUTTONS)
    with pytest.raises(BadRequest, match="Message is not modified"):
        await bot.edit_message_text("one", group.id, sent.message_id, reply_markup=BUTTONS)
    edited = await bot.edit_message_text("two", group.id, sent.message_id)
    assert isinstance(edited, Message)
    assert (edited.text, edited.reply_markup) == ("two", None)
    await group.last.changed(0)
    await bot.edit_message_reply_markup(group.id, sent.message_id, reply_markup=BUTTONS)
    assert group.last.button_texts == ["Undo"]
    await bot.delete_message(group.id, sent.message_id)
    await group.last.gone()
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("three", group.id, sent.message_id)
    with pytest.raises(BadRequest, match="Message to delete not found"):
        await bot.delete_message(group.id, sent.message_id)


async def test_only_the_bots_own_messages_can_be_edited(
    bot: Bot, world: World, group: Chat, asha: Person
) -> None:
    said = world.say(asha, group, "/balance")
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("mine now", group.id, said.id)
    with pytest.raises(BadRequest, match="Message can't be deleted"):
        await bot.delete_message(group.id, said.id)
    asked = await bot.send_message(group.id, "How much?", reply_markup=ForceReply(selective=True))
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("How much, and what for?", group.id, asked.message_id)


async def test_a_pressed_button_is_answered_once(
    bot: Bot, world: World, group: Chat, asha: Person
) -> None:
    await bot.send_message(group.id, "receipt", reply_markup=BUTTONS)
    pressing = asyncio.create_task(world.press(asha, group.last, "Undo"))
    (update,) = await bot.get_updates(timeout=5)
    query = update.callback_query
    assert query is not None
    assert (query.data, query.from_user.username) == ("undo:1", "asha")
    with pytest.raises(BadRequest, match="Message_too_long"):
        await query.answer("x" * 201)
    await query.answer("Taken back", show_alert=True)
    answer = await pressing
    assert (answer.text, answer.show_alert) == ("Taken back", True)
    with pytest.raises(BadRequest, match="Query is too old"):
        await query.answer("again")


async def test_a_late_answer_is_refused(bot: Bot, world: World, group: Chat, asha: Person) -> None:
    await bot.send_message(group.id, "receipt", reply_markup=BUTTONS)
    press = world.press_button(asha, group.last, "forged:99", stale=True)
    world.expire_presses()
    with pytest.raises(BadRequest, match="Query is too old"):
        await bot.answer_callback_query(press.id)


async def test_a_button_of_a_deleted_message_can_still_be_pressed(
    bot: Bot, world: World, group: Chat, asha: Person
) -> None:
    await bot.send_message(group.id, "receipt", reply_markup=BUTTONS)
    world.delete(group.last)
    world.press_button(asha, group.last, "undo:1", stale=True)
    (update,) = await bot.get_updates()
    assert update.callback_query is not None
    assert update.callback_query.message is not None
    assert not update.callback_query.message.is_accessible


async def test_pictures_and_documents_come_back_as_they_were_sent(
    bot: Bot, world: World, group: Chat
) -> None:
    sent = await bot.send_photo(group.id, PNG, caption="<b>Chart</b>", parse_mode="HTML")
    assert (sent.photo[-1].width, sent.photo[-1].height) == (2, 3)
    assert sent.caption == "Chart"
    file = await bot.get_file(sent.photo[-1].file_id)
    assert bytes(await file.download_as_bytearray()) == PNG
    exported = await bot.send_document(group.id, b"a,b\n1,2\n", filename="book.csv")
    assert exported.document is not None
    assert exported.document.file_name == "book.csv"
    again = await bot.send_document(group.id, exported.document.file_id)
    assert again.document == exported.document
    await bot.edit_message_media(
        InputMediaDocument(b"a,b\n3,4\n", filename="newer.csv"), group.id, exported.message_id
    )
    assert group.bot_messages[1].body["document"]["file_name"] == "newer.csv"
    with pytest.raises(BadRequest, match="Image_process_failed"):
        await bot.send_photo(group.id, b"no picture")


async def test_a_migrated_group_says_where_it_went(
    bot: Bot, world: World, group: Chat, asha: Person
) -> None:
    supergroup = world.migrate(group, order="new first")
    with pytest.raises(ChatMigrated) as migrated:
        await bot.send_message(group.id, "hello")
    assert migrated.value.new_chat_id == supergroup.id
    first, second = await bot.get_updates()
    assert first.message is not None
    assert second.message is not None
    assert first.message.migrate_from_chat_id == group.id
    assert second.message.migrate_to_chat_id == supergroup.id
    await bot.send_message(supergroup.id, "hello")
    assert world.say(asha, supergroup, "/balance").id == 3


async def test_the_bot_may_not_write_everywhere(
    bot: Bot, world: World, group: Chat, asha: Person, dev: Person
) -> None:
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(-1, "hello")
    with pytest.raises(Forbidden, match="bot can't initiate conversation"):
        await bot.send_message(asha.id, "hello")
    world.say(asha, world.private(asha), "/start")
    await bot.send_message(asha.id, "hello")
    world.block(asha)
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(asha.id, "hello")
    world.permit(group, text=False)
    with pytest.raises(BadRequest, match="Not enough rights to send text messages to the chat"):
        await bot.send_message(group.id, "hello")
    world.promote(world.bot, group)
    await bot.send_message(group.id, "hello")
    world.remove_bot(group, by=asha)
    with pytest.raises(Forbidden, match="bot was kicked from the group chat"):
        await bot.send_message(group.id, "hello")


async def test_what_is_too_long_or_unreadable_is_refused(bot: Bot, group: Chat) -> None:
    await bot.send_message(group.id, "<b>" + "x" * 4096 + "</b>", parse_mode="HTML")
    with pytest.raises(BadRequest, match="Message is too long"):
        await bot.send_message(group.id, "x" * 4097)
    with pytest.raises(BadRequest, match="Message text is empty"):
        await bot.send_message(group.id, "")
    with pytest.raises(BadRequest, match="Text must be non-empty"):
        await bot.send_message(group.id, " \n ")
    with pytest.raises(BadRequest, match="Message caption is too long"):
        await bot.send_photo(group.id, PNG, caption="x" * 1025)
    with pytest.raises(BadRequest, match="unsupported start tag"):
        await bot.send_message(group.id, "a <x> b", parse_mode="HTML")
    with pytest.raises(BadRequest, match="Button_data_invalid"):
        await bot.send_message(
            group.id,
            "x",
            reply_markup=InlineKeyboardMarkup(
                [[InlineKeyboardButton("x", callback_data="é" * 33)]]
            ),
        )
    with pytest.raises(BadRequest, match="Message to be replied not found"):
        await bot.send_message(group.id, "x", reply_parameters=ReplyParameters(99))
    lenient = ReplyParameters(99, allow_sending_without_reply=True)
    assert (await bot.send_message(group.id, "x", reply_parameters=lenient)).message_id


async def test_topics(bot: Bot, world: World, asha: Person) -> None:
    forum = world.new_group("Village", [asha], is_forum=True, announce=False)
    food = world.new_topic(forum, "Food")
    said = world.say(asha, forum, "/balance", thread=food.id)
    update = (await bot.get_updates())[-1]
    assert update.message is not None
    assert (update.message.is_topic_message, update.message.message_thread_id) == (True, food.id)
    assert update.message.reply_to_message is not None
    assert update.message.reply_to_message.forum_topic_created is not None
    sent = await bot.send_message(forum.id, "here", message_thread_id=food.id)
    assert sent.is_topic_message
    assert said.body["message_thread_id"] == sent.message_thread_id
    world.close_topic(forum, food)
    with pytest.raises(BadRequest, match="Topic_closed"):
        await bot.send_message(forum.id, "here", message_thread_id=food.id)
    world.delete_topic(forum, food)
    with pytest.raises(BadRequest, match="Message thread not found"):
        await bot.send_message(forum.id, "here", message_thread_id=food.id)


async def test_chats_and_members(bot: Bot, group: Chat, asha: Person, dev: Person) -> None:
    assert (await bot.get_chat(group.id)).title == "Goa trip"
    assert (await bot.get_chat_member(group.id, asha.id)).status == "creator"
    assert (await bot.get_chat_member(group.id, dev.id)).status == "member"
    assert [admin.user.id for admin in await bot.get_chat_administrators(group.id)] == [asha.id]
    assert await bot.get_chat_member_count(group.id) == 3
    assert await bot.send_chat_action(group.id, "typing")
    assert await bot.leave_chat(group.id)
    with pytest.raises(Forbidden, match="bot is not a member of the group chat"):
        await bot.send_message(group.id, "hello")


async def test_commands_by_scope_and_language(
    bot: Bot, world: World, group: Chat, asha: Person, dev: Person
) -> None:
    scope = BotCommandScopeAllGroupChats()
    await bot.set_my_commands([BotCommand("help", "Help")])
    await bot.set_my_commands([BotCommand("split", "Split")], scope)
    await bot.set_my_commands([BotCommand("split", "Share it")], scope, language_code="en")
    assert world.menu.seen_by(asha, group)[0]["description"] == "Share it"
    assert world.menu.seen_by(dev, group)[0]["description"] == "Split"
    assert world.menu.seen_by(dev, world.private(dev))[0]["command"] == "help"
    assert (await bot.get_my_commands(scope))[0].description == "Split"
    with pytest.raises(BadRequest, match="Bot_commands_too_much"):
        await bot.set_my_commands([BotCommand(f"c{n}", "x") for n in range(101)])
    with pytest.raises(BadRequest, match="Bot_command_invalid"):
        await bot.set_my_commands([BotCommand("Split", "x")])
    await bot.set_my_short_description("Keeps a group even")
    assert (await bot.get_my_short_description()).short_description == "Keeps a group even"


async def test_every_kind_of_update_can_be_read(
    bot: Bot, world: World, asha: Person, dev: Person
) -> None:
    group = world.new_group("Flat", [asha])
    world.promote(world.bot, group)
    world.join(dev, group)
    world.promote(dev, group, anonymous=True)
    world.say_anonymously(group, "/balance")
    world.say_as_channel(group, "News", "/balance")
    world.say_as_channel(group, "News", "post", forwarded_automatically=True)
    world.edit(asha, world.say(asha, group, "/split 1 x"), "/split 2 x")
    world.say(asha, group, "hello", mentions={"hello": dev}, forwarded_from=dev)
    world.say(asha, group, "/split 5 taxi", photo=PNG)
    world.retitle(group, "Flat 12")
    world.leave(dev, group)
    world.block(asha)
    kinds = []
    updates = await bot.get_updates(allowed_updates=Update.ALL_TYPES)
    for update in updates:
        kinds += [key for key in update.to_dict() if key != "update_id"]
    assert kinds[0] == "my_chat_member"
    assert {"message", "edited_message", "my_chat_member"} <= set(kinds)
