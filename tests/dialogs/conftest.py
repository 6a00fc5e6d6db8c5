"""The real application against the local Telegram."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.application import Service
from bot.conversation import command_menu
from bot.playground.api_versions import Version
from bot.playground.people import Person
from bot.playground.server import Playground
from bot.playground.world import World
from bot.runtime.settings import READERS, load_settings
from ledger.core.clock import MovableClock
from ledger.storage.database import Store
from main import compose
from tests.dialogs.conversation import Conversation, Restart, Town
from tests.nearby import bring_near
from tests.stores import opened

NOON = datetime(2026, 3, 4, 6, 30, tzinfo=UTC)
"""Wednesday noon in Kolkata, where groups live by default."""


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in READERS:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def menu_languages() -> tuple[str, ...]:
    """The languages whose menu is published; three requests more each at every start."""
    return ()


@pytest.fixture(autouse=True)
def _short_menu(monkeypatch: pytest.MonkeyPatch, menu_languages: tuple[str, ...]) -> None:
    monkeypatch.setattr(command_menu, "LANGUAGES", menu_languages)


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock(NOON)


OLDER: Version = (9, 0)
NEWER: Version = (10, 3)
on_both_servers = pytest.mark.parametrize(
    "bot_api", [NEWER, OLDER], ids=["Bot API 10.3", "Bot API 9.0"]
)
"""Runs a test twice: on a server that has all of it, and on an older one."""


@pytest.fixture
def bot_api() -> Version:
    """The version of the Bot API that the server speaks.

    An older one says everything to everybody and in words alone, so that most tests need not
    know of tables and of messages that one person sees; `on_both_servers` is for those that do.
    """
    return OLDER


@pytest.fixture
async def playground(
    clock: MovableClock, bot_api: Version, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Playground]:
    town = Town(clock)
    town.bot_api = bot_api
    async with Playground(town) as playground:
        bring_near(playground, monkeypatch)
        yield playground


@pytest.fixture
def world(playground: Playground) -> World:
    return playground.world


on_both_databases = pytest.mark.parametrize("database", ["sqlite", "postgresql"])
"""Runs a test twice, with the book in each."""


@pytest.fixture
def database() -> str:
    """Where the book is; a test that is about both parametrizes it."""
    return "sqlite"


@pytest.fixture
def store(
    request: pytest.FixtureRequest,
    migrated_file: Path,
    tmp_path: Path,
    clock: MovableClock,
    database: str,
) -> Iterator[Store]:
    if database == "sqlite":
        shutil.copy(migrated_file, tmp_path / "book.db")
        url = f"sqlite:///{tmp_path / 'book.db'}"
    else:
        url = request.getfixturevalue("emptied_schema")
    with opened(url, clock) as store:
        yield store


reached_over_http = pytest.mark.parametrize("over_http", [True], ids=["over HTTP"])
"""Runs a test with the bot's API and Mini App on the playground's port."""


@pytest.fixture
def over_http() -> bool:
    """Whether the bot is reached over HTTP; most tests need not load what serves that."""
    return False


def composed(playground: Playground, store: Store, *, over_http: bool = False) -> Service:
    service = compose(
        load_settings(
            telegram_bot_token=playground.world.token,
            telegram_api_url=playground.url,
            telegram_limits=False,
            commands_per_minute=0,
            public_url=playground.url if over_http else None,
            mini_app="main" if over_http else None,
        ),
        store,
    )
    if over_http:
        service.mount_api = playground.mount_api
    if isinstance(playground.world, Town):
        playground.world.answering = service
    return service


@pytest.fixture
async def service(playground: Playground, store: Store, over_http: bool) -> AsyncIterator[Service]:
    service = composed(playground, store, over_http=over_http)
    await service.start()
    yield service
    await service.stop()


@pytest.fixture
async def restart(
    service: Service, playground: Playground, store: Store, over_http: bool
) -> AsyncIterator[Restart]:
    """Stop the bot and start it again: what it knew only in memory is gone."""
    running = [service]

    async def stop_and_start() -> None:
        await running[-1].stop()
        running.append(composed(playground, store, over_http=over_http))
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
