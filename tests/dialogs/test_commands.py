"""Commands as people type and mend them: marks behind them, slips, edits, none of ours."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot.application import Service
from bot.conversation.answered_commands import AnsweredCommandRow
from bot.playground.people import Person
from bot.playground.world import World
from ledger.storage.database import Store
from tests.dialogs.conftest import on_both_servers
from tests.dialogs.conversation import Conversation, Restart, Town

pytestmark = on_both_servers


@pytest.mark.parametrize("start", ["/split, ", "/split: ", "/split,", "/split"])
async def test_marks_behind_a_command_and_a_number_that_touches_it_are_read(
    chat: Conversation, asha: Person, start: str
) -> None:
    assert "#1 tea — ₹1,200.50" in await chat.say(asha, f"{start}1,200.50 tea")


async def test_other_commands_are_read_so_too(chat: Conversation, asha: Person) -> None:
    await chat.say(asha, "/split(20+30)*2 tea @bob")
    assert "#1 tea — ₹100" in await chat.say(asha, "/show1")
    assert "Asha  +₹50" in await chat.say(asha, "/balance!")
    assert "Asha recorded #1 tea" in await chat.say(asha, "/log1")


async def test_a_dash_that_touches_is_asked_about(chat: Conversation, asha: Person) -> None:
    question = await chat.ask(asha, "/split-90 tea @bob")
    assert question.text == "Did you mean /split 90 tea @bob?"
    await chat.press(asha, "/split 90 tea @bob", question)
    assert "₹45 each: Asha, Bob." in question.text
    assert "Did you mean /show 1?" in await chat.say(asha, "/show-1")


async def test_a_command_with_our_name_is_always_answered_and_others_are_not_ours(
    chat: Conversation, asha: Person
) -> None:
    told = await chat.ask(asha, "/foo@all_square_bot 12")
    assert told.text == "I don't have /foo. /help has all that I can do."
    await chat.press(asha, "What I can do", told)
    assert chat.last.text.startswith("Copy and change")
    said = len(chat.said)
    for line in ("/foo", "/foo@other_bot", "/split@other_bot 5 tea", "/split/5", "/splité 5"):
        await chat.write(asha, line)
    await chat.settled(asha)
    assert len(chat.said) == said + 1


async def test_a_command_that_had_no_answer_is_answered_once_it_is_mended(
    chat: Conversation, asha: Person, restart: Restart
) -> None:
    for before, after, words in (
        ("/blance", "/balance", "All square."),
        ("/foo", "/history", "Nothing"),
        ("balance", "/balance", "All square."),
        ("/setle", "/settle", "All square."),
        ("/balance @zoe", "/balance @bob", "Bob"),
    ):
        message = await chat.write(asha, before)
        await chat.settled(asha)
        said = len(chat.said)
        await chat.edit(asha, message, after)
        assert words in (await chat.hear(words)).text
        await restart()
        await chat.edit(asha, message, f"{after} ")
        await chat.edit(asha, message, "/balance bob")
        await chat.settled(asha)
        assert len(chat.said) == said + 2, after


async def test_what_was_answered_is_forgotten_with_the_chat(
    chat: Conversation, world: World, store: Store, asha: Person
) -> None:
    def noted() -> int:
        with store.transaction() as tx:
            return len(tx.connection.execute(select(AnsweredCommandRow.message_id)).all())

    await chat.say(asha, "/balance")
    await chat.settled(asha)
    assert noted()
    world.remove_bot(chat.chat)
    assert isinstance(world, Town)
    await world.acknowledged()
    await world.rest()
    assert not noted()


async def test_a_slip_made_by_an_edit_is_answered_too(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    message = await chat.write(asha, "/foo")
    await chat.edit(asha, message, "/expnse 90 tea @bob")
    question = await chat.hear("Did you mean")
    await chat.press(asha, "/expense 90 tea @bob", question)
    assert "₹45 each: Asha, Bob." in question.text
    await chat.edit(asha, message, "/foo@all_square_bot")
    assert "#1" in (await chat.hear("still")).text
    other = await chat.write(bob, "hm")
    await chat.edit(bob, other, "/foo@all_square_bot")
    await chat.hear("I don't have /foo")


async def test_what_was_recorded_or_answered_is_not_answered_again_by_an_edit(
    chat: Conversation, asha: Person
) -> None:
    message = await chat.write(asha, "/split 90 tea @bob")
    receipt = await chat.answer_to(message)
    await chat.edit(asha, message, "/undo")
    assert "#1" in (await chat.hear("still")).text
    assert "Deleted" not in receipt.text
    asked = await chat.write(asha, "/balance")
    await chat.answer_to(asked)
    said = len(chat.said)
    await chat.edit(asha, asked, "/balance bob")
    await chat.settled(asha)
    assert len(chat.said) == said + 1


async def test_a_channels_direct_messages_are_told_that_they_have_no_book(
    service: Service, world: World, asha: Person, bob: Person
) -> None:
    desk = Conversation(world, world.new_direct_messages("News", [asha, bob]))
    for line in ("/split 90 tea", "/balance", "/help", "/start", "/me", "/settings"):
        told = await desk.ask(bob, line)
        assert told.text.startswith("A channel's direct messages can't have a book"), line
        assert told.button_texts == ["Add me to a group"]
        assert told.body["direct_messages_topic"]["topic_id"] == bob.id
    said = len(desk.said)
    for line in ("/spilt 90 tea", "/foo@all_square_bot", "hello"):
        await desk.write(bob, line, reply_to=told)
    assert "can't have a book" in await desk.say(asha, "/split")
    assert len(desk.said) == said + 1
