"""Whoever opens an SQLite book that another process has open is warned."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from ledger.storage.database import Store
from tests.stores import opened

Opening = Callable[[], Store]


def _use(store: Store) -> None:
    with store.transaction():
        pass


@pytest.fixture
def opening(tmp_path: Path) -> Iterator[Opening]:
    """Open the same book once more, as another process would."""
    with ExitStack() as all_of_them:

        def open_book() -> Store:
            store = all_of_them.enter_context(opened(f"sqlite:///{tmp_path}/book.db"))
            _use(store)
            return store

        yield open_book


@pytest.fixture
def _old(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 51, 2))


@pytest.mark.usefixtures("_old")
def test_the_second_to_open_a_book_is_warned(
    opening: Opening, caplog: pytest.LogCaptureFixture
) -> None:
    first = opening()
    assert caplog.messages == []
    second = opening()
    (warning,) = caplog.messages
    assert "book.db is open in another process" in warning
    _use(second)
    first.dispose()
    second.dispose()
    opening()
    assert caplog.messages == [warning]


@pytest.mark.usefixtures("_old")
def test_a_book_is_used_where_no_lock_can_be_taken(
    opening: Opening, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "book.db-open").mkdir()
    opening()
    opening()
    assert caplog.messages == []


def test_nobody_is_warned_of_an_sqlite_that_is_safe(
    opening: Opening,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 51, 3))
    opening()
    opening()
    assert caplog.messages == []
    assert not (tmp_path / "book.db-open").exists()


def test_a_book_in_memory_has_no_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with opened("sqlite://") as store:
        _use(store)
    assert list(tmp_path.iterdir()) == []
