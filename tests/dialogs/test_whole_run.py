"""A whole process at DEBUG that meets every kind of trouble: what it must not tell."""

from __future__ import annotations

import asyncio
import json
import os
import re
import signal
import sqlite3
import sys
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from bot.playground.journal import PATIENCE_SECONDS
from bot.playground.server import Playground
from bot.playground.world import World
from bot.runtime.settings import READERS
from tests.dialogs.conversation import Conversation
from tests.ports import free_port

MAIN = Path(__file__).parents[2] / "main.py"
REFERENCE = re.compile(r"\b[2-9A-HJKMNP-Z]{6}\b")

# Words and numbers that stand in nothing else.
WRITTEN = {
    "first name": "Quillfeather",
    "last name": "Zwingli",
    "username": "quill_zw",
    "guest": "Obadiah",
    "title": "Xanadu",
    "description": "zabaglione",
    "category": "#gelateria",
    "note": "maraschino",
    "amount": "271828",
    "amount as shown": "271,828",
    "amount in minor units": "27182800",
    "amount for each": "90609",
}


class Process:
    """`main.py run` in a folder of its own, all it says going to one file."""

    def __init__(self, folder: Path, **settings: str) -> None:
        self.folder = folder
        self.book = folder / "book.db"
        self._said = folder / "said"
        self._environment = {
            **{name: value for name, value in os.environ.items() if name.lower() not in READERS},
            "DATABASE_URL": f"sqlite:///{self.book}",
            "LOG_LEVEL": "DEBUG",
            "LOG_FORMAT": "json",
            **settings,
        }
        self._process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        with self._said.open("wb") as out:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                str(MAIN),
                "run",
                cwd=self.folder,
                env=self._environment,
                stdout=out,
                stderr=asyncio.subprocess.STDOUT,
            )

    async def stop(self) -> int:
        """End it as an operator does, unless it has ended by itself; return its exit code."""
        assert self._process is not None
        if self._process.returncode is None:
            self._process.send_signal(signal.SIGTERM)
        return await asyncio.wait_for(self._process.wait(), PATIENCE_SECONDS)

    async def ended(self) -> int:
        """Wait for its end and return its exit code."""
        assert self._process is not None
        return await asyncio.wait_for(self._process.wait(), PATIENCE_SECONDS)

    async def says(self, words: str) -> None:
        """Wait until it has said something."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while words not in self.said:  # noqa: ASYNC110  (a file can't be waited for)
                await asyncio.sleep(0.02)

    @property
    def said(self) -> str:
        return self._said.read_text(encoding="utf-8")

    @property
    def lines(self) -> list[dict[str, Any]]:
        """Its log lines; whatever else it said fails here."""
        return [json.loads(line) for line in self.said.splitlines()]

    @property
    def stored(self) -> bytes:
        """All bytes of the book and of what stands beside it."""
        return b"".join(path.read_bytes() for path in self.folder.glob("book.db*"))


@pytest.fixture
async def process(
    playground: Playground, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Process]:
    process = Process(
        tmp_path_factory.mktemp("run"),
        TELEGRAM_BOT_TOKEN=playground.world.token,
        TELEGRAM_API_URL=playground.url,
        TELEGRAM_LIMITS="off",
        PORT=str(free_port()),
        API="off",
    )
    await process.start()
    # On a machine with much to do that takes longer than people wait for an answer.
    await process.says('"event": "started"')
    yield process
    await process.stop()


def leaks(said: str | bytes, token: str) -> list[str]:
    """The forms of a token that stand in what was said."""
    number, _, secret = token.partition(":")
    forms = [token, secret, f"{number}%3A{secret}"]
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    return [form for form in forms if form in text]


async def test_a_troubled_run_tells_no_token_and_nothing_that_people_wrote(
    process: Process, world: World
) -> None:
    quill = world.add_person(
        WRITTEN["first name"], WRITTEN["username"], WRITTEN["last name"], language_code="en"
    )
    bob = world.add_person("Bobwhite", "bobwhite", language_code="en")
    group = world.new_group(WRITTEN["title"], [quill, bob])
    chat = Conversation(world, group)
    join = await chat.hear("/split")
    await chat.press(quill, "Join", join)
    await chat.press(bob, "Join", join)
    words = ("amount", "description", "category")
    line = f"/split {' '.join(WRITTEN[word] for word in words)} @bobwhite // {WRITTEN['note']}"
    await chat.say(quill, f'/add "{WRITTEN["guest"]}"')
    assert WRITTEN["amount as shown"] in await chat.say(quill, line)
    # Everything that Telegram and the way to it may do.
    faults = world.faults
    faults.refuse("sendMessage", 429, retry_after=0)
    faults.bad_gateway("sendMessage")
    faults.cut("sendMessage", "before")
    await chat.say(quill, line)
    faults.cut("getUpdates", "before")
    faults.bad_gateway("getUpdates")
    faults.refuse("getUpdates", 409)
    await chat.say(quill, line)
    faults.refuse("sendMessage", 400, "Bad Request: can't parse entities: zabaglione")
    await chat.say(quill, line)
    # An answer that Telegram refuses for a reason nobody has heard of goes plainer.
    faults.refuse("sendMessage", 400, "Bad Request: zabaglione is not for Quillfeather")
    assert WRITTEN["amount as shown"] in await chat.say(quill, line)
    # And a bug: an entry that can't be read any more.
    with closing(sqlite3.connect(process.book)) as book, book:
        book.execute("UPDATE revisions SET split_terms = ? WHERE entry_id = 1", ("zabaglione",))
    sorry = await chat.say(quill, "/show 1")
    found = REFERENCE.search(sorry)
    assert found, sorry
    await process.says(found[0])
    world.updates.inject({"message": {"text": f"no chat at all {WRITTEN['description']}"}})
    world.updates.inject({"unheard_of": {"text": WRITTEN["description"]}})
    await chat.say(quill, "/balance")
    assert await process.stop() == 0

    assert leaks(process.said, world.token) == []
    assert leaks(process.stored, world.token) == []
    told = {what: word for what, word in WRITTEN.items() if word.lower() in process.said.lower()}
    assert told == {}
    lines = process.lines
    assert all({"event", "level", "timestamp"} <= line.keys() for line in lines)
    (bug,) = [line for line in lines if line.get("reference") == found[0]]
    assert bug["event"] == "bug"
    assert "traceback" in bug


async def test_a_wrong_token_is_said_without_the_token(
    process: Process, playground: Playground, tmp_path: Path
) -> None:
    wrong = "987654321:AAwrongwrongwrongwrongwrongwrongwro"
    other = Process(tmp_path, TELEGRAM_BOT_TOKEN=wrong, TELEGRAM_API_URL=playground.url)
    await other.start()
    assert await other.ended() == 1
    assert "TELEGRAM_BOT_TOKEN" in other.said
    assert leaks(other.said, wrong) == []


async def test_a_network_that_fails_is_tried_again_without_telling_the_token(
    tmp_path: Path,
) -> None:
    token = "987654321:AAwrongwrongwrongwrongwrongwrongwro"
    tried = asyncio.Semaphore(0)

    async def hang_up(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        tried.release()
        writer.close()

    async with await asyncio.start_server(hang_up, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        process = Process(
            tmp_path, TELEGRAM_BOT_TOKEN=token, TELEGRAM_API_URL=f"http://127.0.0.1:{port}"
        )
        await process.start()
        for _ in range(3):
            await asyncio.wait_for(tried.acquire(), PATIENCE_SECONDS)
        assert await process.stop() == 0
    assert leaks(process.said, token) == []


async def test_a_database_that_is_not_there_is_said_without_its_password(tmp_path: Path) -> None:
    process = Process(
        tmp_path,
        TELEGRAM_BOT_TOKEN="987654321:AAwrongwrongwrongwrongwrongwrongwro",
        DATABASE_URL=f"postgresql://square:hunter2hunter2@127.0.0.1:{free_port()}/square",
    )
    await process.start()
    assert await process.ended() == 1
    assert "The database can't be used" in process.said
    assert "hunter2" not in process.said
