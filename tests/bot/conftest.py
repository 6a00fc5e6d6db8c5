"""A whole bot without commands: the plumbing, a local Telegram, and handlers of the test's own."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from markupsafe import Markup, escape
from telegram import Update
from telegram.ext import CallbackContext, TypeHandler

from bot.application import Hooks, Service
from bot.delivery.outbox import Address
from bot.delivery.sent_message import SentMessage
from bot.playground.people import Chat, Person
from bot.playground.server import Playground
from bot.playground.world import World
from bot.runtime.settings import READERS, load_settings
from bot.views.reply import Reply
from ledger.storage.database import Store, Transaction
from tests.stores import opened

Handle = Callable[[Update], Awaitable[None]]


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in READERS:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
async def playground() -> AsyncIterator[Playground]:
    async with Playground() as playground:
        yield playground


@pytest.fixture
def world(playground: Playground) -> World:
    return playground.world


@pytest.fixture
def asha(world: World) -> Person:
    return world.add_person("Asha", "asha", language_code="en")


@pytest.fixture
def group(world: World, asha: Person) -> Chat:
    return world.new_group("Goa trip", [asha], announce=False)


@pytest.fixture
def store(migrated_file: Path, tmp_path: Path) -> Iterator[Store]:
    shutil.copy(migrated_file, tmp_path / "book.db")
    with opened(f"sqlite:///{tmp_path / 'book.db'}") as store:
        yield store


@pytest.fixture
def shared_store(emptied_schema: str) -> Iterator[Store]:
    """A store on PostgreSQL, which several processes may share."""
    with opened(emptied_schema) as store:
        yield store


@dataclass
class Told:
    """What the plumbing told its hooks."""

    migrated: list[tuple[int, int]] = field(default_factory=list)
    gone: list[int] = field(default_factory=list)


class Bench:
    """Makes services whose handler is the test's; stops them at the end."""

    def __init__(self, url: str, token: str) -> None:
        self._url = url
        self._token = token
        self.told = Told()
        self.services: list[Service] = []

    def service(self, store: Store, handle: Handle, **settings: object) -> Service:
        """Make a bot that has `handle` answer every update."""
        service = Service(
            load_settings(
                telegram_bot_token=self._token,
                telegram_api_url=self._url,
                **{"telegram_limits": False, "api": False, **settings},
            ),
            store,
            Hooks(self._apology, self._kept, self._migrated, self._gone),
        )

        async def callback(update: Update, _context: CallbackContext) -> None:  # type: ignore[type-arg]
            await handle(update)

        service.application.add_handler(TypeHandler(Update, callback))
        self.services.append(service)
        return service

    async def start(self, store: Store, handle: Handle, **settings: object) -> Service:
        """Make a bot and start it."""
        service = self.service(store, handle, **settings)
        await service.start()
        return service

    async def stop(self, service: Service) -> None:
        """Stop a bot as SIGTERM would."""
        self.services.remove(service)
        await service.stop()

    async def _apology(self, update: Update, reference: str) -> Reply:
        return reply(f"Sorry, reference {reference}")

    def _kept(self, update: Update) -> Reply | None:
        return reply("Kept") if update.message else None

    def _migrated(self, tx: Transaction, old: int, new: int) -> None:
        self.told.migrated.append((old, new))

    def _gone(self, tx: Transaction, chat_id: int) -> None:
        self.told.gone.append(chat_id)


@pytest.fixture
async def bench(playground: Playground, request: pytest.FixtureRequest) -> AsyncIterator[Bench]:
    for name in {"store", "shared_store"} & set(request.fixturenames):
        request.getfixturevalue(name)  # disposed of after the services over it have stopped
    bench = Bench(playground.url, playground.world.token)
    yield bench
    for service in list(bench.services):
        await bench.stop(service)


def reply(text: str) -> Reply:
    """Return plain words as a reply."""
    return Reply(escape(text))


def markup(text: str) -> Reply:
    """Return Telegram HTML as a reply."""
    return Reply(Markup(text))  # the test's own


def text_of(update: Update) -> str:
    """Return what somebody wrote."""
    return (update.effective_message and update.effective_message.text) or ""


class Echo:
    """A handler that answers what was said, and remembers it."""

    def __init__(self) -> None:
        self.service: Service | None = None
        self.heard: list[str] = []

    async def __call__(self, update: Update) -> None:
        self.heard.append(text_of(update))
        await self.answer(update)

    async def answer(self, update: Update, text: str | None = None) -> SentMessage | None:
        """Answer in the chat."""
        assert self.service is not None
        assert update.effective_chat is not None
        address = Address(update.effective_chat.id)
        return await self.service.outbox.send(address, reply(text or f"> {text_of(update)}"))


async def start_echo(bench: Bench, store: Store, **settings: object) -> Echo:
    """Start a bot that answers everything."""
    echo = Echo()
    echo.service = bench.service(store, echo, **settings)
    await echo.service.start()
    return echo
