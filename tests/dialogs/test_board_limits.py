"""The board's edits and Telegram's limits: never above them, and never before an answer."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator

import pytest

from bot.application import Service
from bot.conversation import boards
from bot.delivery.rate_windows import TELEGRAM_LIMITS
from bot.playground.limits import Limits, Window
from bot.playground.people import Person
from bot.playground.server import Playground
from bot.playground.wire import ApiError, Call
from bot.playground.world import World
from bot.runtime.settings import load_settings
from ledger.storage.database import Store
from main import compose
from tests.dialogs.conversation import Conversation, spoken


class Counted:
    """Counts what goes into groups, messages and edits together, as Telegram does."""

    def __init__(self) -> None:
        # What the bot keeps to itself, as far as a machine's pauses let it be measured.
        (most, seconds), per_group = TELEGRAM_LIMITS.chat, Window(*TELEGRAM_LIMITS.group)
        self.limits = Limits(on=True, per_chat=Window(most, 0.9 * seconds), per_group=per_group)
        self.order: list[str] = []

    def __call__(self, call: Call) -> bool:
        if call.number("chat_id") < 0:
            self.order.append(call.method)
            with contextlib.suppress(ApiError):  # The limits count it; the call goes through.
                self.limits.check(call.number("chat_id"))
        return False


@pytest.fixture
def counted(world: World) -> Counted:
    counted = Counted()
    for method in ("sendMessage", "editMessageText"):
        world.faults.refuse(method, 400, times=None, when=counted)
    return counted


@pytest.fixture
async def service(playground: Playground, store: Store) -> AsyncIterator[Service]:
    settings = load_settings(
        telegram_bot_token=playground.world.token,
        telegram_api_url=playground.url,
        telegram_limits=True,
        commands_per_minute=0,
    )
    service = compose(settings, store)
    await service.start()
    yield service
    await service.stop()
    store.dispose()


@pytest.fixture
async def flat(
    counted: Counted, service: Service, world: World, asha: Person, bob: Person
) -> Conversation:
    talk = Conversation(world, world.new_group("Flat", [asha, bob]))
    await talk.hear("Hello")
    return talk


async def test_answers_go_before_the_board_and_all_keep_to_the_limits(
    flat: Conversation,
    world: World,
    asha: Person,
    counted: Counted,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # The board is due when some are answered and others wait for Telegram's pace.
    monkeypatch.setattr(boards, "_TOGETHER_SECONDS", 2.5)
    board = await flat.ask(asha, "/board")
    before = len(counted.order)
    lines = [f"/split {amount} tea @bob" for amount in (10, 20, 30)]
    for line in (*lines, "/balance", "/history"):
        await flat.write(asha, line)
    await world.until(lambda: "→ Asha ₹30" in spoken(board))
    order = counted.order[before:]
    assert order[:5] == ["sendMessage"] * 5
    assert set(order[5:]) == {"editMessageText"}
    # Several changes are drawn together.
    assert len(order[5:]) < len(lines)
    assert counted.limits.refused == 0


async def test_a_board_that_is_told_to_wait_is_redrawn_once_it_may(
    flat: Conversation, world: World, asha: Person
) -> None:
    board = await flat.ask(asha, "/board")
    world.faults.clear()
    refused = world.faults.refuse("editMessageText", 429, retry_after=1)
    await flat.say(asha, "/split 10 tea @bob")
    await world.until(lambda: "→ Asha ₹5" in spoken(board))
    assert refused.met == 1
