"""The real application against the local Telegram, over HTTP."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.application import Service
from bot.playground.people import Person
from bot.playground.server import Playground
from bot.playground.world import World
from bot.runtime.settings import Settings, load_settings
from ledger.core.clock import MovableClock
from ledger.storage.database import Store
from main import compose
from tests.dialogs.conversation import Conversation, Town
from tests.ledger.conftest import migrated_file as migrated_file

NOON = datetime(2026, 3, 4, 6, 30, tzinfo=UTC)
"""Wednesday noon in Kolkata, where groups live by default."""


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock(NOON)


@pytest.fixture
async def playground(clock: MovableClock) -> AsyncIterator[Playground]:
    async with Playground(Town(clock)) as playground:
        yield playground


@pytest.fixture
def world(playground: Playground) -> World:
    return playground.world


@pytest.fixture
def store(migrated_file: Path, tmp_path: Path, clock: MovableClock) -> Store:
    path = tmp_path / "book.db"
    shutil.copy(migrated_file, path)
    return Store(f"sqlite:///{path}", clock)


def composed(playground: Playground, store: Store) -> Service:
    service = compose(
        load_settings(
            telegram_bot_token=playground.world.token,
            telegram_api_url=playground.url,
            telegram_limits=False,
            commands_per_minute=0,
        ),
        store,
    )
    if isinstance(playground.world, Town):
        playground.world.answering = service
    return service


@pytest.fixture
async def service(playground: Playground, store: Store) -> AsyncIterator[Service]:
    service = composed(playground, store)
    await service.start()
    yield service
    await service.stop()
    store.dispose()


@pytest.fixture
async def restart(
    service: Service, playground: Playground, store: Store
) -> AsyncIterator[Callable[[], Awaitable[None]]]:
    """Stop the bot and start it again: what it knew only in memory is gone."""
    running = [service]

    async def stop_and_start() -> None:
        await running[-1].stop()
        running.append(composed(playground, store))
        await running[-1].start()

    yield stop_and_start
    for later in running[1:]:
        await later.stop()


@pytest.fixture
def asha(world: World) -> Person:
    return world.add_person("Asha", "asha", language_code="en")


@pytest.fixture
def bob(world: World) -> Person:
    return world.add_person("Bob", "bob", language_code="en")


@pytest.fixture
def chen(world: World) -> Person:
    return world.add_person("Chen", "chen", language_code="en")


@pytest.fixture
def dia(world: World) -> Person:
    return world.add_person("Dia", "dia", language_code="en")


@pytest.fixture
async def chat(
    service: Service, world: World, asha: Person, bob: Person, chen: Person
) -> Conversation:
    """A group of three who have all pressed Join below the welcome."""
    group = world.new_group("Goa trip", [asha, bob, chen])
    conversation = Conversation(world, group)
    welcome = await conversation.hear("/split")
    for person in (asha, bob, chen):
        await conversation.press(person, "Join", welcome)
    group.unheard()
    return conversation
