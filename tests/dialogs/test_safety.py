"""Safe by default: forged buttons, injected text, floods."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.application import Service
from bot.conversation.command_limit import CommandLimit
from bot.intake.inbox import kept_aside
from bot.playground.people import Chat, Message, Person
from bot.playground.server import Playground
from bot.playground.world import World
from bot.runtime.settings import load_settings
from ledger.core.clock import MovableClock
from ledger.storage.database import Store
from ledger.storage.tables import GroupRow, MemberRow
from ledger.upkeep.audit import audit
from main import compose
from tests.dialogs.conversation import Conversation

DOCKERFILE = Path(__file__).parents[2] / "Dockerfile"

# ---- Buttons that nobody was shown ----

NONSENSE = [
    "",
    " ",
    "undo",
    "undo:",
    "undo:-1",
    "undo:0",
    "undo:1e3",
    "undo:१",
    "undo:99",
    "undo:99999999999999999999999999",
    "undo:1 OR 1=1",
    "restore:99",
    "toggle:99",
    "details:99:0",
    "details:1:-1",
    "merge:1",
    "merge:1:999999",
    "merge:999998:999999",
    "standing:999999:0",
    "standing:1:x",
    "paid:1:2",
    "paid:1:2:INR:-5",
    "paid:1:2:XXX:100",
    "paid:999998:999999:INR:100",
    "got:2:1:INR:99999999999999999999",
    "balance:x",
    "settle:x",
    "pairs:x",
    "history:0",
    "history:x:y:z",
    "log:x",
    "members:x",
    "nosuchverb:1",
    ":::::",
    "%%%",
    "x" * 64,
]


async def test_nonsense_in_a_button_is_answered_and_changes_nothing(
    chat: Conversation,
    service: Service,
    store: Store,
    bob: Person,
    asha: Person,
    subtests: pytest.Subtests,
) -> None:
    await chat.say(asha, "/split 900 hotel")
    before = await chat.say(asha, "/balance")
    for data in NONSENSE:
        with subtests.test(data):
            await chat.world.press(bob, chat.last, data, stale=True)
            assert await chat.say(asha, "/balance") == before
            assert await service.threads.run(kept_aside) == ()
            assert audit(store) == ()


@dataclass(frozen=True)
class Flat:
    """A second group of Asha's, which Bob is not in."""

    conversation: Conversation
    member_id: int
    """Asha's number there."""


@pytest.fixture
async def flat(chat: Conversation, world: World, store: Store, asha: Person, dia: Person) -> Flat:
    group = world.new_group("Flat 12", [asha, dia])
    conversation = Conversation(world, group)
    await conversation.hear("/split")
    await conversation.say(dia, "/split 400 secret rent")
    await conversation.say(asha, "/split 5000 secret boiler")
    with store.transaction() as tx:
        number = tx.connection.scalar(
            select(MemberRow.id)
            .join(GroupRow, MemberRow.group_id == GroupRow.id)
            .where(GroupRow.title == "Flat 12", MemberRow.user_id == asha.id)
        )
    assert number is not None
    return Flat(conversation, number)


@pytest.mark.parametrize(
    "data", ["standing:{}:0", "merge:{}:1", "paid:{}:1:INR:100", "history:1:{}"]
)
async def test_another_groups_members_cannot_be_reached_by_a_button(
    chat: Conversation, flat: Flat, store: Store, bob: Person, asha: Person, data: str
) -> None:
    await chat.say(asha, "/split 900 hotel")
    said = len(chat.said)
    answer = await chat.world.press(bob, chat.last, data.format(flat.member_id), stale=True)
    await chat.settled(asha)
    told = "\n".join([answer.text or "", *chat.said[said:], chat.last.text])
    assert "secret" not in told
    assert "5,000" not in told
    assert "2,500" not in told
    assert "+₹2,300" in await flat.conversation.say(asha, "/balance")
    assert audit(store) == ()


async def test_another_groups_entry_cannot_be_undone_by_its_number(
    chat: Conversation, flat: Flat, bob: Person, asha: Person
) -> None:
    # Number 2 is an entry of the other group only.
    await chat.say(asha, "/split 900 hotel")
    answer = await chat.world.press(bob, chat.last, "undo:2", stale=True)
    assert answer.show_alert
    assert "secret boiler" in await flat.conversation.say(asha, "/history")


async def test_an_undo_forged_by_somebody_else_says_who_may(
    chat: Conversation, asha: Person, bob: Person
) -> None:
    await chat.say(asha, "/split 900 hotel")
    await chat.say(bob, "/help")
    answer = await chat.world.press(bob, chat.last, "undo:1", stale=True)
    assert answer.show_alert
    assert "Asha" in (answer.text or "")
    assert "Asha  +₹600" in await chat.say(asha, "/balance")


@pytest.mark.parametrize("data", ["currency:EUR", "timezone:UTC", "simplify:off", "language:hi"])
async def test_settings_are_not_forged_by_members(
    chat: Conversation, asha: Person, bob: Person, data: str
) -> None:
    await chat.say(asha, "/split 900 hotel")
    answer = await chat.world.press(bob, chat.last, data, stale=True)
    assert answer.show_alert
    assert "₹" in await chat.say(asha, "/split 100 tea")
    assert "INR" in await chat.say(asha, "/currency")


async def test_a_groups_buttons_do_nothing_in_private(
    chat: Conversation, world: World, asha: Person
) -> None:
    private = Conversation(world, world.private(asha))
    await private.say(asha, "/help")
    for data in ("undo:1", "balance:0", "join", "history:1", "members:0", "currency:EUR"):
        answer = await world.press(asha, private.last, data, stale=True)
        assert answer.show_alert


# ---- Text that wants to be more than text ----

INJECTED = [
    "<b>bold</b>",
    '<a href="tg://user?id=1">click</a>',
    "<script>alert(1)</script>",
    "&lt;b&gt; &amp; so",
    "'; DROP TABLE entries; --x",
    '" OR "1"="1',
    "{0} {name} {count} %s %(x)s",
    "\\",
]


def has_links(message: Message) -> bool:
    """Whether a message rings anybody, or links to what it does not say."""
    kinds = {entity["type"] for entity in message.body.get("entities", ())}
    return bool(kinds & {"text_link", "text_mention", "mention"})


@pytest.mark.parametrize("text", INJECTED)
async def test_a_description_is_text_and_nothing_else(
    chat: Conversation, store: Store, asha: Person, text: str
) -> None:
    for command in (f"/split 300 x {text}", "/history", "/show 1", "/log"):
        told = await chat.say(asha, command)
        assert f"x {text}" in told
        assert not has_links(chat.last)
    assert audit(store) == ()


@pytest.mark.parametrize("text", INJECTED)
async def test_a_name_is_text_and_nothing_else(
    chat: Conversation, world: World, store: Store, asha: Person, text: str
) -> None:
    world.rename(asha, text, None)
    told = await chat.say(asha, "/split 300 dinner")
    assert text[:20] in told
    assert not has_links(chat.last)
    for command in ("/balance", "/members"):
        assert text[:20] in await chat.say(asha, command)
        assert not has_links(chat.last)
    assert audit(store) == ()


@pytest.mark.parametrize("text", ["Robert'); DROP TABLE members;--", "<i>Grandma</i>", "{0}%s"])
async def test_a_guest_is_text_and_nothing_else(
    chat: Conversation, asha: Person, text: str
) -> None:
    assert text[:20] in await chat.say(asha, f'/add "{text}"')
    assert text[:20] in await chat.say(asha, "/members")


async def test_a_title_is_text_and_nothing_else(
    chat: Conversation, world: World, asha: Person
) -> None:
    world.retitle(chat.chat, "<b>Goa</b> '; --")
    await chat.say(asha, "/split 300 dinner")
    private = Conversation(world, world.private(asha))
    assert "<b>Goa</b> '; --" in await private.say(asha, "/me")


@pytest.mark.parametrize("words", ["%", "_", "' OR 1=1 --x", "\\", "x%' OR '1'='1"])
async def test_a_search_finds_only_what_has_the_words(
    chat: Conversation, asha: Person, words: str
) -> None:
    await chat.say(asha, "/split 300 dinner")
    await chat.say(asha, f"/split 100 tea {words}")
    told = await chat.say(asha, f"/history {words}")
    assert "tea" in told
    assert "dinner" not in told


# ---- Floods ----


def composed_limited(playground: Playground, store: Store) -> Service:
    """The application with three commands a person and minute."""
    return compose(
        load_settings(
            telegram_bot_token=playground.world.token,
            telegram_api_url=playground.url,
            telegram_limits=False,
            commands_per_minute=3,
        ),
        store,
    )


@pytest.fixture
async def limited(playground: Playground, store: Store) -> AsyncIterator[Service]:
    service = composed_limited(playground, store)
    await service.start()
    yield service
    await service.stop()
    store.dispose()


async def test_too_many_commands_are_answered_once_then_not_until_a_minute_is_over(
    limited: Service, world: World, clock: MovableClock, asha: Person, bob: Person
) -> None:
    group: Chat = world.new_group("Goa trip", [asha, bob])
    chat = Conversation(world, group)
    await chat.hear("/split")
    for number in range(3):
        assert f"#{number + 1} " in await chat.say(asha, "/split 100 tea")
        clock.move(timedelta(seconds=5))
    assert await chat.say(asha, "/split 100 tea") == (
        "That's a lot at once. Give me 45 seconds, then send it again."
    )
    said = len(chat.said)
    for _ in range(5):
        await chat.write(asha, "/split 100 tea")
    assert "#4 " in await chat.say(bob, "/split 100 tea")  # nobody else has to wait
    assert len(chat.said) == said + 1
    clock.move(timedelta(seconds=46))
    assert "#5 " in await chat.say(asha, "/split 100 tea")


async def test_presses_count_as_commands_do_and_the_presser_is_told(
    limited: Service, world: World, asha: Person, bob: Person
) -> None:
    chat = Conversation(world, world.new_group("Goa trip", [asha, bob]))
    await chat.hear("/split")
    receipt = await chat.ask(asha, "/split 100 tea")
    for _ in range(3):
        assert (await chat.press(bob, "I'm in / out", receipt)).text in (
            "You're in.",
            "You're out.",
        )
    await world.until(lambda: "₹50 each: Asha, Bob." in receipt.text)
    said, told = len(chat.said), receipt.text
    for button in ("I'm in / out", "Details", "Undo"):
        refused = await chat.press(bob, button, receipt)
        assert refused.text is not None
        assert refused.text.startswith("That's a lot at once. Give me ")
        assert refused.text.endswith(" seconds, then press again.")
    assert receipt.text == told
    assert len(chat.said) == said
    await chat.press(asha, "Undo", receipt)  # nobody else has to wait
    await world.until(lambda: "Deleted by Asha." in receipt.text)


async def test_what_was_sent_over_an_hour_is_no_flood_when_it_arrives_at_once(
    playground: Playground, store: Store, world: World, clock: MovableClock, asha: Person
) -> None:
    chat = Conversation(world, world.new_group("Goa trip", [asha]))
    for number in range(6):
        clock.move(timedelta(minutes=10))
        await chat.write(asha, f"/split 100 tea {number}")
    service = composed_limited(playground, store)
    await service.start()
    await chat.hear("#6 ")
    await service.stop()
    store.dispose()


def test_a_command_that_is_tried_again_counts_once() -> None:
    limit = CommandLimit(2)
    assert limit.count(-1, 1, 1, 1000)
    for _ in range(5):
        assert limit.count(-1, 1, 2, 1000)
    for _ in range(2):
        assert limit.count(-1, 1, 3, 1001).first_refusal
    assert not limit.count(-1, 1, 4, 1002).first_refusal


def test_older_commands_behind_newer_presses_have_their_own_minute() -> None:
    limit = CommandLimit(2)
    assert limit.count(-1, 1, 1, 5000)
    assert limit.count(-1, 1, 2, 5001)
    assert limit.count(-1, 1, 3, 5002).wait_seconds == 58
    assert limit.count(-1, 1, 4, 1000)
    assert limit.count(-1, 1, 5, 1001)
    assert limit.count(-1, 1, 6, 1002).wait_seconds == 58


# ---- The image ----


def test_the_image_does_not_run_as_root() -> None:
    last_stage = DOCKERFILE.read_text(encoding="utf-8").split("\nFROM ")[-1].splitlines()
    users = [line.split()[1] for line in last_stage if line.startswith("USER ")]
    assert users
    assert users[-1].partition(":")[0] not in {"root", "0"}
    assert any("useradd" in line and "--uid 10001" in line for line in last_stage)
    started = [place for place, line in enumerate(last_stage) if line.startswith("ENTRYPOINT")]
    assert started[0] > last_stage.index(f"USER {users[-1]}")
