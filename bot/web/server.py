"""Serves a web application inside the bot's own event loop."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import Iterator
from typing import Final

import uvicorn
from starlette.applications import Starlette

from bot.web.connections import PromptHttp

_BACKLOG: Final = 1024


class _Server(uvicorn.Server):
    """Uvicorn without its signal handlers: ending the process is the bot's own business."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave the signals alone."""
        yield


class WebServer:
    """An HTTP server that starts and stops with the bot.

    `port` 0 takes any free port; `address` says which. Raises OSError from `start` when the
    port is taken.
    """

    def __init__(self, application: Starlette, port: int, host: str = "0.0.0.0") -> None:  # noqa: S104  # health checks and Telegram come from outside
        self._host = host
        self._port = port
        self._server = _Server(
            uvicorn.Config(
                application,
                log_config=None,
                access_log=False,
                lifespan="off",
                http=PromptHttp,
                server_header=False,
                timeout_graceful_shutdown=2,
            )
        )
        self._task: asyncio.Task[None] | None = None
        self.address: tuple[str, int] | None = None

    async def start(self) -> None:
        """Listen; connections are taken from here on."""
        listening = socket.create_server((self._host, self._port), backlog=_BACKLOG)
        host, port = listening.getsockname()[:2]
        self.address = (host, port)
        self._task = asyncio.create_task(self._server.serve([listening]), name="web")

    @property
    def serving(self) -> asyncio.Task[None] | None:
        """What ends when the server does, which it only may when it is stopped."""
        return self._task

    async def stop(self) -> None:
        """Answer what was asked, within two seconds, and close."""
        if self._task is None:
            return
        self._server.should_exit = True
        await self._task
        self._task = None
