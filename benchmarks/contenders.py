"""The bots that are measured: All Square on each database, and bare python-telegram-bots."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import books
from benchmarks.books import NewBook

ROOT = Path(__file__).resolve().parent.parent
TOKEN = "7000000001:" + "A" * 35


@dataclass(frozen=True)
class Contender:
    """A bot to measure, with a new book for each run where it keeps one."""

    name: str
    command: Callable[[str], list[str]]
    """From the Bot API server's address to the command line."""
    environment: Mapping[str, str] = field(default_factory=dict)
    new_book: NewBook | None = None


def bare(concurrent_updates: int) -> Contender:
    """Return a bare bot that handles so many updates side by side."""
    return Contender(
        name=f"bare bot, {concurrent_updates} at a time",
        command=lambda api_url: [
            *(sys.executable, "-m", "benchmarks.bare_bot"),
            *("--api-url", api_url, "--token", TOKEN),
            *("--concurrent-updates", str(concurrent_updates)),
        ],
    )


def all_square() -> list[Contender]:
    """Return All Square on each kind of database that is there."""
    return [
        Contender(
            name=kind,
            command=lambda _api_url: [sys.executable, str(ROOT / "main.py"), "run"],
            environment={
                "TELEGRAM_BOT_TOKEN": TOKEN,
                "TELEGRAM_LIMITS": "off",
                "COMMANDS_PER_MINUTE": "0",
            },
            new_book=new_book,
        )
        for kind, new_book in books.kinds().items()
    ]
