"""A store on either database, and a chat in it."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.runtime.ledger_threads import LedgerThreads
from ledger.core.clock import MovableClock
from ledger.storage.database import Store
from ledger.upkeep.audit import audit
from tests.ledger.chat import Chat
from tests.stores import opened

MONDAY = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock(MONDAY)


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path: Path, clock: MovableClock) -> Iterator[Store]:
    """An empty store on either database; audited when the test is over."""
    if request.param == "sqlite":
        shutil.copy(request.getfixturevalue("migrated_file"), tmp_path / "book.db")
        url = f"sqlite:///{tmp_path / 'book.db'}"
    else:
        url = request.getfixturevalue("emptied_schema")
    with opened(url, clock) as store:
        yield store
        assert audit(store) == ()


@pytest.fixture
def chat(store: Store, clock: MovableClock) -> Chat:
    """A chat in which nobody has written yet."""
    return Chat(store, clock)


@pytest.fixture
async def threads(store: Store) -> AsyncIterator[LedgerThreads]:
    """The store's threads, as a bot runs use cases in them."""
    threads = LedgerThreads(store)
    threads.start()
    yield threads
    await threads.stop()
