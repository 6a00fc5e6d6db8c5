"""Whatever is typed behind /split: nothing is recorded, or what the receipt says."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings

from bot.application import Service
from bot.language.catalogues import Language
from bot.playground.people import Chat, Message
from bot.playground.server import Playground
from bot.views.entry_lines import MAX_NAMES
from ledger.core.entries import Entry
from ledger.core.money import Money
from ledger.storage import entry_rows, group_rows
from ledger.storage.database import Transaction
from tests.handlers.grammar.typed import TEXTS
from tests.stores import opened
from tests.torture.hearing import HearingWorld
from tests.torture.inside import new_service

_SHORT = 1500
"""No answer to a line is longer; Telegram would take 4096."""


@dataclass
class Talking:
    """A running bot, asked from outside its event loop."""

    runner: asyncio.Runner
    world: HearingWorld
    service: Service

    def ask(self, text: str) -> tuple[Message, Entry | None]:
        """Say something in a new group; return the answer and what was recorded."""
        return self.runner.run(self._ask(text))

    async def _ask(self, text: str) -> tuple[Message, Entry | None]:
        asha, bob = self.world.person("Asha"), self.world.person("Bob")
        chat = self.world.new_group("Goa trip", [asha, bob], announce=False)
        answer = await self.world.ask(asha, chat, text)
        return answer, await self.service.threads.run(lambda tx: _first_entry(tx, chat))


def _first_entry(tx: Transaction, chat: Chat) -> Entry | None:
    found = group_rows.id_by_chat(tx.connection, chat.id)
    return None if found is None else entry_rows.by_number(tx.connection, found, 1)


@pytest.fixture(scope="module")
def talking(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Talking]:
    book = tmp_path_factory.mktemp("typed") / "book.db"
    shutil.copy(migrated_file, book)
    world = HearingWorld()
    for name in ("Asha", "Bob"):
        world.add_person(name, name.lower(), language_code="en")
    playground = Playground(world)
    with opened(f"sqlite:///{book}") as store, asyncio.Runner() as runner:
        runner.run(playground.start())
        service = new_service(playground.url, world, store)
        runner.run(service.start())
        yield Talking(runner, world, service)
        runner.run(service.stop())
        runner.run(playground.stop())


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(TEXTS)
@example("(20+30)*1.1 dinner @bob x2 @chen +3")
@example("100 🍕 <b>bold</b> & @दीदी 40 // <i>note</i>")
@example("9" * 3000)
def test_nothing_is_recorded_that_the_receipt_does_not_say(talking: Talking, text: str) -> None:
    answer, entry = talking.ask(f"/split {text}")
    assert 0 < len(answer.text) <= _SHORT
    if entry is None:
        assert "🧾" not in answer.text
        return
    money, contents = Language("en").money, entry.contents
    assert answer.text.startswith("🧾")
    assert money(contents.amount) in answer.text
    for share in contents.owers[:MAX_NAMES]:
        assert money(Money(share.owed_minor, contents.currency)) in answer.text
