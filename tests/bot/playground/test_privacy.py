"""What a bot in privacy mode gets to see."""

from __future__ import annotations

import pytest

from bot.playground.people import Chat, Message, Person
from bot.playground.world import World
from tests.bot.playground.conftest import PNG


def was_told(world: World, message: Message) -> bool:
    try:
        world.update_of(message)
    except LookupError:
        return False
    return True


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("/split 12 dinner", True),
        ("/split@all_square_bot 12 dinner", True),
        ("/split@All_Square_Bot 12 dinner", True),
        ("  /split 12 dinner", True),
        ("/split@other_bot 12 dinner", False),
        ("/split@ab 12 dinner", True),
        ("hello", False),
        ("hello @all_square_bot", False),
        ("I typed /split 12", False),
        ("/ split", False),
        ("//", False),
    ],
)
async def test_commands_only(
    world: World, group: Chat, asha: Person, text: str, seen: bool
) -> None:
    assert was_told(world, world.say(asha, group, text)) is seen


async def test_captions_replies_and_service_messages(
    world: World, group: Chat, asha: Person, dev: Person
) -> None:
    assert was_told(world, world.say(asha, group, "/split 12 taxi", photo=PNG))
    assert not was_told(world, world.say(asha, group, "taxi", document=b"receipt"))
    asked = world.append(group, {"text": "How much?"}, world.bot)
    assert was_told(world, world.say(asha, group, "1200 dinner", reply_to=asked))
    talk = world.say(asha, group, "hello")
    assert not was_told(world, world.say(dev, group, "hi", reply_to=talk))
    assert was_told(world, world.leave(dev, group))


async def test_an_administrator_bot_sees_everything(
    world: World, group: Chat, asha: Person, dev: Person
) -> None:
    world.leave(dev, group)
    world.promote(world.bot, group)
    assert was_told(world, world.say(asha, group, "hello"))
    world.updates.allowed = ("message", "chat_member")
    world.join(dev, group, silent=True)
    assert [update.kind for update in world.updates.pending][-1] == "chat_member"


async def test_edits_count_as_what_they_become(world: World, group: Chat, asha: Person) -> None:
    said = world.say(asha, group, "split 12 dinner")
    assert not was_told(world, said)
    world.edit(asha, said, "/split 12 dinner")
    assert world.update_of(said).kind == "edited_message"
    world.edit(asha, said)
    assert said.body["text"] == "/split 12 dinner"
    assert len(world.updates.pending) == 2


async def test_people_can_only_do_what_their_app_lets_them(
    world: World, group: Chat, asha: Person, dev: Person
) -> None:
    said = world.say(asha, group, "/balance")
    with pytest.raises(ValueError, match="one's own"):
        world.edit(dev, said, "/help")
    world.leave(dev, group)
    with pytest.raises(ValueError, match="not in"):
        world.say(dev, group, "/balance")
    with pytest.raises(ValueError, match="too long"):
        world.say(asha, group, "x" * 4097)
    with pytest.raises(ValueError, match="empty"):
        world.say(asha, group, "  ")
    with pytest.raises(ValueError, match="belongs to"):
        world.add_person("Other", "ASHA")
    with pytest.raises(LookupError, match="no single button"):
        world.press_button(asha, world.append(group, {"text": "x"}, world.bot), "Undo")


async def test_a_removed_bot_hears_no_more(world: World, group: Chat, asha: Person) -> None:
    left = world.remove_bot(group)
    assert not was_told(world, left)
    (told,) = world.updates.pending
    assert told.body["my_chat_member"]["new_chat_member"]["status"] == "left"
    assert not was_told(world, world.say(asha, group, "/balance"))
    assert was_told(world, world.add_bot(group))


async def test_replies_in_a_supergroup_carry_a_thread_that_is_no_topic(
    world: World, asha: Person
) -> None:
    group = world.new_group("Big", [asha], "supergroup", announce=False)
    first = world.say(asha, group, "/balance")
    second = world.say(asha, group, "/balance", reply_to=first)
    third = world.say(asha, group, "/balance", reply_to=second)
    assert third.body["message_thread_id"] == first.id
    assert "is_topic_message" not in third.body
    assert "reply_to_message" not in third.body["reply_to_message"]


async def test_a_username_can_be_taken_over(world: World, asha: Person, dev: Person) -> None:
    with pytest.raises(ValueError, match="belongs to"):
        world.change_username(dev, "asha")
    world.change_username(asha, None)
    world.change_username(dev, "asha")
    assert "username" not in asha.user()
    assert dev.user()["username"] == "asha"
