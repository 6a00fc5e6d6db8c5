"""Books of the run's own, and how big the bounded form is."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import URL

from benchmarks import books
from bot.conversation import command_menu
from bot.runtime.settings import READERS
from tests.stores import unflushed


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in READERS:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.fixture(autouse=True)
def _no_menu(monkeypatch: pytest.MonkeyPatch) -> None:
    """Publish no menu, three requests for each language at each start of a bot in here."""
    monkeypatch.setattr(command_menu, "LANGUAGES", ())


@pytest.fixture(params=["SQLite", "PostgreSQL"])
def book(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty database, of either kind."""
    with books.kinds()[_kind(request.param)](tmp_path, "torture") as url:
        yield _address(url)


@pytest.fixture
def server_book(tmp_path: Path) -> Iterator[str]:
    """The address of an empty database on a PostgreSQL server."""
    with books.kinds()[_kind("PostgreSQL")](tmp_path, "torture") as url:
        yield _address(url)


def _address(url: URL) -> str:
    is_sqlite = url.get_backend_name() == "sqlite"
    return url.render_as_string(hide_password=False) if is_sqlite else unflushed(url)


def _kind(kind: str) -> str:
    if kind == "PostgreSQL" and not os.environ.get("TEST_POSTGRES_URL"):
        pytest.skip("TEST_POSTGRES_URL is not set")
    return kind
