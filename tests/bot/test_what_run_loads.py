"""What a running bot keeps in memory of all that it could: nothing that it may never need."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

_WRITING = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""As the bot runs: otherwise libraries that nobody has compiled yet are loaded as ever."""

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
print(*(name for name, module in sys.modules.items() if getattr(module, "__spec__", None)))
"""


def _loaded(book: Path) -> set[str]:
    """Return the modules of a process that has put the bot together over a book."""
    environment = {
        **_WRITING,
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
        *("sqlalchemy.dialects.sqlite.aiosqlite", "sqlalchemy.dialects.sqlite.pysqlcipher"),
        # What libraries have besides, for others: another HTTP client, servers, processes.
        *("httpx", "anyio", "http.cookiejar", "http.server", "socketserver", "wsgiref"),
        *("multiprocessing", "greenlet", "rich", "click", "frozenlist._frozenlist"),
    )
    assert not _under(loaded, *unneeded)


_FIRST = """
import sys, main
print(*(name for name, module in sys.modules.items() if getattr(module, "__spec__", None)))
"""


def _loaded_at_first() -> set[str]:
    """Return the modules of a process that has been told nothing yet."""
    ended = subprocess.run(
        [sys.executable, "-c", _FIRST],
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


_ASKED_FOR_MANUALS = """
import main, aiohttp, sqlalchemy, telegram
for thing in (telegram.Bot, telegram.Bot.send_message, sqlalchemy.Table, aiohttp.ClientSession):
    print(thing.__doc__)
"""


def _told(asked: str) -> list[str]:
    ended = subprocess.run(
        [sys.executable, "-c", asked],
        cwd=ROOT,
        env=_WRITING,
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )
    return ended.stdout.splitlines()


def test_libraries_are_kept_without_their_manuals() -> None:
    assert _told(_ASKED_FOR_MANUALS) == ["None"] * 4


_CONNECTED = """
import bot, sys
from telegram.request import HTTPXRequest
print("httpx" in sys.modules, type(HTTPXRequest()._client).__module__)
"""


def test_what_is_not_loaded_is_there_for_who_wants_it_after_all() -> None:
    assert _told(_CONNECTED) == ["False httpx"]
