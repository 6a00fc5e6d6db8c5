"""Hypothesis drives the whole bot, and its book is always what a simple model says."""

from __future__ import annotations

from pathlib import Path

from tests.torture.whole_bot import explore


def test_the_whole_bot_does_as_the_oracle_says(migrated_file: Path) -> None:
    explore(migrated_file, examples=8, steps=12)
