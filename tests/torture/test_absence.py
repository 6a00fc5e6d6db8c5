"""The database goes away under load: what people say is kept, and they are told so once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.torture.absence import behind_a_broken_line, disk_full, locked_by_another


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten seconds until somebody is told would be all there is of the test."""
    monkeypatch.setattr("bot.intake.outage_notices.PATIENCE_SECONDS", 0.5)
    monkeypatch.setattr("bot.intake.pipeline._TICK_SECONDS", 0.1)


async def test_a_server_that_goes_away_costs_nothing(server_book: str) -> None:
    (await behind_a_broken_line(server_book, absences=2, commands=60, seed=3)).check()


async def test_a_file_locked_by_another_process_costs_nothing(tmp_path: Path) -> None:
    book = f"sqlite:///{tmp_path / 'book.db'}"
    (await locked_by_another(book, absences=2, commands=60, seed=4, wait_ms=100)).check()


async def test_a_full_disk_costs_nothing(tmp_path: Path) -> None:
    book = f"sqlite:///{tmp_path / 'book.db'}"
    (await disk_full(book, absences=2, commands=1200, seed=5)).check()
