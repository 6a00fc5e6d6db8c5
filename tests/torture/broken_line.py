"""A TCP proxy in front of a database: the line that breaks, stays broken, and is mended."""

from __future__ import annotations

import asyncio
from contextlib import suppress


class BrokenLine:
    """Passes bytes on to a server until it is cut.

    Cut means that open connections break in whatever they were doing, and new ones are
    refused. Use it as `async with BrokenLine(host, port) as line:`.
    """

    def __init__(self, host: str, port: int) -> None:
        self._server_address = (host, port)
        self._listening: asyncio.Server | None = None
        self._open: set[asyncio.StreamWriter] = set()
        self._passing: set[asyncio.Task[None]] = set()
        self.port = 0
        self.broken = 0
        """How many connections broke."""

    async def __aenter__(self) -> BrokenLine:
        await self.mend()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.cut()
        for task in self._passing:
            task.cancel()
        await asyncio.gather(*self._passing, return_exceptions=True)

    async def mend(self) -> None:
        """Take connections, on the same port as before."""
        self._listening = await asyncio.start_server(self._connect, "127.0.0.1", self.port)
        self.port = self._listening.sockets[0].getsockname()[1]

    async def cut(self) -> None:
        """Break every connection and take no more."""
        if self._listening is not None:
            self._listening.close()
            self._listening = None
        for writer in self._open:
            self.broken += 1
            writer.transport.abort()
        self._open.clear()

    async def _connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        far_reader, far_writer = await asyncio.open_connection(*self._server_address)
        for pair in ((reader, far_writer), (far_reader, writer)):
            task = asyncio.create_task(self._pass_on(*pair))
            self._passing.add(task)
            task.add_done_callback(self._passing.discard)
        self._open |= {writer, far_writer}

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError):
            while passed := await reader.read(65536):
                writer.write(passed)
                await writer.drain()
        self._open.discard(writer)
        writer.close()
