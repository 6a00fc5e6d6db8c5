"""What a running bot keeps in memory of all that it could: nothing that it may never need."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

_STARTED = """
import asyncio, sys
import main
from bot.runtime.settings import load_settings
from ledger.core.clock import SystemClock
from ledger.storage.database import Store

async def started():
    settings = load_settings()
    store = Store(settings.database_url, SystemClock())
    store.migrate()
    main.compose(settings, store)
    store.dispose()

asyncio.run(started())
print(*sorted(sys.modules))
"""


def _loaded(book: Path) -> set[str]:
    """Return the modules of a process that has put the bot together over a book."""
    environment = {
        **os.environ,
        "TELEGRAM_BOT_TOKEN": "7000000001:" + "A" * 35,
        "DATABASE_URL": f"sqlite:///{book}",
        "PYTHONPATH": str(ROOT),
    }
    ended = subprocess.run(
        [sys.executable, "-c", _STARTED],
        cwd=book.parent,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )
    return set(ended.stdout.split())


def _under(loaded: set[str], *names: str) -> set[str]:
    return {name for name in loaded for top in names if f"{name}.".startswith(f"{top}.")}


def test_run_loads_no_playground_no_charts_no_web_server_and_no_migrations(tmp_path: Path) -> None:
    loaded = _loaded(tmp_path / "book.db")
    assert "bot.application" in loaded
    unneeded = (
        *("bot.playground", "bot.web", "PIL", "starlette", "uvicorn"),
        *("fastapi", "jwt", "argon2"),
        # Neither a new book nor one that is up to date is migrated.
        *("alembic", "mako"),
        # Nor are catalogues compiled that have been before, nor is one for English.
        "babel.messages",
        # What a server needs, and files that somebody brings in or takes away.
        *("psycopg", "sqlalchemy.dialects.postgresql", "openpyxl", "charset_normalizer"),
    )
    assert not _under(loaded, *unneeded)


def _loaded_at_first() -> set[str]:
    """Return the modules of a process that has been told nothing yet."""
    ended = subprocess.run(
        [sys.executable, "-c", "import sys, main; print(*sys.modules)"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )
    return set(ended.stdout.split())


def test_neither_kind_of_database_is_loaded_before_one_is_chosen() -> None:
    loaded = _loaded_at_first()
    assert "ledger.storage.tables" in loaded
    kinds = ("sqlalchemy.dialects.sqlite", "sqlite3", "sqlalchemy.dialects.postgresql", "psycopg")
    assert not _under(loaded, *kinds)


def test_a_command_that_answers_nobody_loads_nothing_that_answers() -> None:
    loaded = _loaded_at_first()
    assert "bot.application" in loaded
    assert not _under(loaded, "handlers")
