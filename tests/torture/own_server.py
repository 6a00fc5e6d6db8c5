"""A PostgreSQL server of the run's own, to be stopped under load and started again."""

from __future__ import annotations

import asyncio
import getpass
import shutil
import subprocess
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

from tests.ports import free_port
from tests.torture.absence import go_through
from tests.torture.inside import Inside
from tests.torture.verdict import Verdict

_SERVERS_USER = "postgres"
"""The server's programs refuse to run as root; their package brings this user."""


class OwnServer:
    """A cluster in a directory of its own; `url` is the address of its one database."""

    def __init__(self, programs: Path, directory: Path) -> None:
        self._programs = programs
        self._cluster = directory / "cluster"
        self._port = free_port()
        self.url = f"postgresql+psycopg://{_SERVERS_USER}@127.0.0.1:{self._port}/postgres"

    def make(self) -> None:
        """Make the cluster, durable as a server is by default."""
        self._run(
            *("initdb", "--pgdata", str(self._cluster), "--username", _SERVERS_USER),
            *("--auth", "trust", "--encoding", "UTF8", "--locale", "C.UTF-8"),
        )

    def start(self) -> None:
        """Start the server and wait until it takes connections."""
        self._run(
            *("pg_ctl", "start", "--silent", "--wait", "--pgdata", str(self._cluster)),
            *("--log", str(self._cluster / "log")),
            *("--options", f"-p {self._port} -c listen_addresses=127.0.0.1 -k {self._cluster}"),
        )

    def stop(self) -> None:
        """Stop it as a crash does: nobody is waited for, nothing is tidied up."""
        self._run(
            *("pg_ctl", "stop", "--silent", "--mode", "immediate"),
            *("--pgdata", str(self._cluster)),
        )

    def _run(self, program: str, *arguments: str) -> None:
        as_user = ["runuser", "-u", _SERVERS_USER, "--"] if getpass.getuser() == "root" else []
        command = [*as_user, str(self._programs / program), *arguments]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


@contextmanager
def own_server() -> Iterator[OwnServer | None]:
    """Run a server until the block ends; None where PostgreSQL's programs are not installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not found:
        yield None
        return
    with tempfile.TemporaryDirectory() as name:
        directory = Path(name)
        if getpass.getuser() == "root":
            shutil.chown(directory, _SERVERS_USER)
        server = OwnServer(found[-1].parent, directory)
        server.make()
        server.start()
        try:
            yield server
        finally:
            server.stop()


async def server_stopped(server: OwnServer, absences: int, commands: int, seed: int) -> Verdict:
    """PostgreSQL: the server crashes under load and is started again."""

    @asynccontextmanager
    async def stopped(_inside: Inside) -> AsyncIterator[None]:
        await asyncio.to_thread(server.stop)
        try:
            yield
        finally:
            await asyncio.to_thread(server.start)

    return await go_through(server.url, stopped, absences, commands, seed)
