"""The API over a book on each database, called as a program calls it."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
from argon2 import PasswordHasher
from fastapi import FastAPI

from bot.runtime.ledger_threads import LedgerThreads
from bot.runtime.settings import load_settings
from bot.web.api.application import api_application
from bot.web.api.chat_admins import ChatAdmins
from bot.web.api.chats import NoFileError, Why
from bot.web.api.context import Api
from bot.web.api.limits import Limits
from bot.web.api.passwords import Passwords
from bot.web.api.tokens import Tokens
from bot.web.api.watching import Watch
from handlers.grammar.category_guess import guessed_category
from ledger.core.clock import MovableClock
from ledger.core.members import UserId
from ledger.storage.database import Store
from tests import stores
from tests.bot.web.api.trip import Trip, begin_trip

SECRET = "not-so-secret-but-long-enough-for-hs256"
SERVICE = "the-service-token-of-a-trusted-backend"
TOKEN = "7000000001:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"


class KnownChats:
    """Stands for Telegram: who is in which chat, and what is in files."""

    bot_username = "all_square_bot"

    def __init__(self) -> None:
        self.inside: set[tuple[int, int]] = set()
        self.run: set[tuple[int, int]] = set()
        self.asked = 0
        self.files: dict[str, bytes | Why] = {}
        self.fetched: list[str] = []

    async def has(self, chat_id: int, user_id: UserId) -> bool:
        return (chat_id, user_id) in self.inside

    async def file(self, file_id: str) -> bytes:
        self.fetched.append(file_id)
        found = self.files.get(file_id, Why.GONE)
        if isinstance(found, Why):
            raise NoFileError(found)
        return found

    async def admins(self, chat_id: int) -> frozenset[UserId]:
        self.asked += 1
        return frozenset(UserId(user_id) for chat, user_id in self.run if chat == chat_id)


@dataclass(frozen=True, slots=True)
class Office:
    """The API under test: what it is made of, and a client of it."""

    api: Api
    clock: MovableClock
    client: httpx.AsyncClient

    async def ask(
        self,
        method: str,
        path: str,
        body: object = None,
        token: str | None = None,
        **headers: str,
    ) -> httpx.Response:
        """Call the API; names of headers have `_` for `-`."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        if token is not None:
            named["Authorization"] = f"Bearer {token}"
        given: dict[str, Any] = {"content" if isinstance(body, bytes) else "json": body}
        if isinstance(body, bytes):
            named.setdefault("Content-Type", "application/json")
        return await self.client.request(
            method, path, headers=named, **({} if body is None else given)
        )


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture
def sqlite(migrated_file: Path, tmp_path: Path, clock: MovableClock) -> Iterator[Store]:
    """An empty SQLite book."""
    shutil.copy(migrated_file, tmp_path / "book.db")
    with stores.opened(f"sqlite:///{tmp_path / 'book.db'}", clock) as store:
        yield store


@pytest.fixture
def postgresql(emptied_schema: str, clock: MovableClock) -> Iterator[Store]:
    """An empty book on PostgreSQL."""
    with stores.opened(emptied_schema, clock) as store:
        yield store


_APPLICATIONS: dict[tuple[str, ...], FastAPI] = {}
"""Made once for all tests, as it is a tenth of a second; by what it was made for."""


def _application(api: Api) -> FastAPI:
    origins = api.settings.api_origins
    application = _APPLICATIONS.get(origins)
    if application is None:
        application = _APPLICATIONS[origins] = api_application(api)
    application.state.api = api
    return application


@asynccontextmanager
async def opened(
    store: Store, clock: MovableClock, limits: Limits | None = None, **settings: object
) -> AsyncIterator[Office]:
    """Open the API over a store; without limits unless some are given."""
    threads = LedgerThreads(store)
    threads.start()
    chats = KnownChats()
    api = Api(
        threads,
        load_settings(**{"telegram_bot_token": TOKEN, "api_service_token": SERVICE, **settings}),
        clock,
        Tokens(SECRET, clock),
        Passwords(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)),
        limits or Limits(open_a_minute=0, caller_a_minute=0),
        Watch(threads, look_seconds=0.01),
        chats,
        ChatAdmins(threads, chats),
        guessed_category,
    )
    transport = httpx.ASGITransport(_application(api))
    async with httpx.AsyncClient(transport=transport, base_url="http://api.test") as client:
        yield Office(api, clock, client)
    await threads.stop()


@pytest.fixture(params=["sqlite", "postgresql"])
async def each(request: pytest.FixtureRequest, clock: MovableClock) -> AsyncIterator[Office]:
    """The API over an empty book on each database."""
    store: Store = request.getfixturevalue(request.param)
    async with opened(store, clock) as office:
        yield office


@pytest.fixture
async def office(sqlite: Store, clock: MovableClock) -> AsyncIterator[Office]:
    """The API over an SQLite book."""
    async with opened(sqlite, clock) as office:
        yield office


@pytest.fixture
async def trip(office: Office) -> Trip:
    """A group of three in that book."""
    return await begin_trip(office)
