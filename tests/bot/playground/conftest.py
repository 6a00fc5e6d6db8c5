"""A local Telegram on a free port, and a bare python-telegram-bot that talks to it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from telegram import (
    Bot,
)

from bot.playground.people import Chat, Person
from bot.playground.server import Playground
from bot.playground.world import World


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
def dev(world: World) -> Person:
    return world.add_person("Dev")


@pytest.fixture
def group(world: World, asha: Person, dev: Person) -> Chat:
    return world.new_group("Goa trip", [asha, dev], announce=False)


@pytest.fixture
async def bot(playground: Playground) -> AsyncIterator[Bot]:
    bot = Bot(
        playground.world.token,
        base_url=f"{playground.url}/bot",
        base_file_url=f"{playground.url}/file/bot",
    )
    async with bot:
        yield bot


PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x02\x00\x00\x00\x03\x08\x06\x00\x00\x00"
    b"\x9bp\x8d\xc4\x00\x00\x00\x00IEND\xaeB`\x82"
)
