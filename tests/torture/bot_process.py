"""`main.py run` as a process of its own, to be killed."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from bot.playground.state import TOKEN
from bot.runtime.settings import READERS

ROOT = Path(__file__).resolve().parents[2]
_ENDS_WITHIN_SECONDS = 300.0
_LOOK_SECONDS = 0.05


class BotProcess:
    """One bot, started as often as wanted; its log goes on in one file of `directory`.

    `died` is told the end of the log when the process ends and nobody asked it to, so that
    whoever waits for its answers waits no longer.
    """

    def __init__(
        self,
        directory: Path,
        api_url: str,
        book: str,
        *,
        died: Callable[[str], None] = lambda log: None,
        **settings: object,
    ) -> None:
        self._directory = directory
        self._died = died
        self._watching: asyncio.Task[None] | None = None
        ours = {name.upper() for name in READERS}
        told = {
            "telegram_bot_token": TOKEN,
            "telegram_api_url": api_url,
            "database_url": book,
            "telegram_limits": "off",
            "commands_per_minute": 0,
            **settings,
        }
        self._environment = {
            **{name: value for name, value in os.environ.items() if name not in ours},
            **{name.upper(): str(value) for name, value in told.items()},
        }
        self._process: asyncio.subprocess.Process | None = None
        self.log = directory / f"bot-{told.get('port', 'polling')}.log"
        self._log_begins = 0
        """Where in the log this start's lines begin."""

    @property
    def runs(self) -> bool:
        return self._process is not None and self._process.returncode is None

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    async def start(self) -> None:
        """Start it where it does not run."""
        if self.runs:
            return
        with self.log.open("ab") as log:
            self._log_begins = log.tell()
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                str(ROOT / "main.py"),
                "run",
                cwd=self._directory,
                env=self._environment,
                stdout=log,
                stderr=log,
            )
        self._watching = asyncio.create_task(self._watch(self._process))

    async def _watch(self, process: asyncio.subprocess.Process) -> None:
        await process.wait()
        self._died(f"the bot ended by itself with {process.returncode}:\n{self.log_end}")

    async def kill(self) -> None:
        """Kill it as a power cut would, without a chance to tidy up."""
        assert self.runs, f"it ended by itself:\n{self.log_end}"
        await self._end(signal.SIGKILL)

    async def terminate(self) -> int:
        """Ask it to end, as a service manager does; return the exit code.

        Only once it has `started`: until Python has loaded the bot, a signal just ends it.
        """
        assert self.runs, f"it ended by itself:\n{self.log_end}"
        return await self._end(signal.SIGTERM)

    async def ended(self) -> int:
        """Wait until it ends by itself; return the exit code."""
        assert self._process is not None
        return await asyncio.wait_for(self._process.wait(), _ENDS_WITHIN_SECONDS)

    async def logged(self, words: str) -> None:
        """Wait until it has logged something since its last start: for what shows in no call."""
        async with asyncio.timeout(_ENDS_WITHIN_SECONDS):
            while words not in self._log_since_start:
                assert self.runs, f"it ended by itself:\n{self.log_end}"
                await asyncio.sleep(_LOOK_SECONDS)

    async def started(self) -> None:
        """Wait until it is up: it has connected, and takes updates in."""
        await self.logged("] started ")

    async def __aenter__(self) -> BotProcess:
        return self

    async def __aexit__(self, *_: object) -> None:
        """Leave nothing running, whatever has become of the test."""
        if self.runs:
            await self._end(signal.SIGKILL)

    @property
    def log_end(self) -> str:
        return self.log.read_text(encoding="utf-8", errors="replace")[-3000:]

    @property
    def _log_since_start(self) -> str:
        return self.log.read_bytes()[self._log_begins :].decode(errors="replace")

    async def _end(self, sign: signal.Signals) -> int:
        assert self._process is not None
        if self._watching is not None:
            self._watching.cancel()
        self._process.send_signal(sign)
        return await self.ended()
