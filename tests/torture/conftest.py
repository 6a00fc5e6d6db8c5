"""Books of the run's own, and how big the bounded form is."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks import books
from bot.runtime.settings import Settings


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.fixture(params=["SQLite", "PostgreSQL"])
def book(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty database, of either kind."""
    with books.kinds()[_kind(request.param)](tmp_path, "torture") as url:
        yield url.render_as_string(hide_password=False)


@pytest.fixture
def server_book(tmp_path: Path) -> Iterator[str]:
    """The address of an empty database on a PostgreSQL server."""
    with books.kinds()[_kind("PostgreSQL")](tmp_path, "torture") as url:
        yield url.render_as_string(hide_password=False)


def _kind(kind: str) -> str:
    if kind == "PostgreSQL" and not os.environ.get("TEST_POSTGRES_URL"):
        pytest.skip("TEST_POSTGRES_URL is not set")
    return kind
