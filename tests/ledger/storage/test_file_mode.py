"""Only its owner may read a book."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from stat import S_IMODE

import pytest

from tests.stores import opened


@pytest.fixture(autouse=True)
def _usual_mask() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


def _modes_in_use(book: Path) -> dict[str, int]:
    """The modes of a book's files while it is open."""
    with opened(f"sqlite:///{book}") as store:
        store.migrate()
        return {file.name: S_IMODE(file.stat().st_mode) for file in book.parent.iterdir()}


def test_a_new_book_and_its_log_are_their_owners_alone(tmp_path: Path) -> None:
    modes = _modes_in_use(tmp_path / "book.db")
    assert modes.keys() >= {"book.db", "book.db-wal", "book.db-shm"}
    assert set(modes.values()) == {0o600}


def test_a_book_that_was_there_keeps_its_mode(tmp_path: Path) -> None:
    (tmp_path / "book.db").touch(0o640)
    assert _modes_in_use(tmp_path / "book.db")["book.db"] == 0o640
