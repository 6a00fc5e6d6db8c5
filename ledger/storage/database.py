"""The store: one database, opened the way its kind needs, and its transactions."""

from __future__ import annotations

import os
import threading
from collections.abc import Hashable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    URL,
    Connection,
    Engine,
    ExceptionContext,
    create_engine,
    event,
    make_url,
)
from sqlalchemy.dialects import registry
from sqlalchemy.pool import StaticPool

from ledger.core.clock import Clock
from ledger.storage import migrating
from ledger.storage.driver_errors import READ_ONLY

if TYPE_CHECKING:
    from ledger.storage.sole_use import SoleUse

_BUSY_TIMEOUT_MS = 10_000
_PRAGMAS = (
    f"busy_timeout = {_BUSY_TIMEOUT_MS}",
    "journal_mode = WAL",
    # With NORMAL a power cut drops transactions that were committed.
    "synchronous = FULL",
    "foreign_keys = ON",
)
_CONNECT_SECONDS = 10
_POSTGRESQL_THREADS = 8
"""How many transactions a process has open at once on a server; the pool is as large."""


class MustWriteError(Exception):
    """What only reads has something to write after all, such as an id that is first shown now."""


@dataclass(frozen=True, slots=True)
class Transaction:
    """One unit of work: everything in it is written, or nothing.

    `now` is the moment it began, aware, in UTC. `may_put_off` tells that whoever runs it will
    find what takes long in a long book before it, where that is asked for, so that nobody waits
    for it (`ledger.book.putting_off`); `ahead` is what was found so, by its keys.
    One that is `reading` sees the database as it was at one moment, and neither waits for locks
    nor takes any.
    """

    connection: Connection
    now: datetime
    may_put_off: bool = False
    ahead: Mapping[Hashable, Any] = field(default_factory=dict)
    reading: bool = False

    def require_writing(self) -> None:
        """Raise MustWriteError where it only reads: whoever runs it lets it write."""
        if self.reading:
            raise MustWriteError

    @property
    def dialect(self) -> str:
        """The kind of database: `sqlite` or `postgresql`."""
        return self.connection.dialect.name


class Store:
    """A database of books.

    On SQLite there is one connection, and one thread should do all the work (`threads` is
    1): a lock keeps a second one waiting. On PostgreSQL up to `threads` may work at once.
    """

    def __init__(self, url: str, clock: Clock) -> None:
        self.clock = clock
        parsed = database_url(url)
        self.is_sqlite = parsed.get_backend_name() == "sqlite"
        self.threads = 1 if self.is_sqlite else _POSTGRESQL_THREADS
        self._engine = open_sqlite(parsed) if self.is_sqlite else _open_server(parsed)
        self._kept: Connection | None = None
        self._file = book_file(parsed)
        self._sole_use: SoleUse | None = None
        self._turn = threading.Lock()

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """Begin a transaction; commit it at the end, or roll it back when something is raised."""
        with self._connected() as connection, connection.begin():
            yield Transaction(connection, self.clock.now())

    @contextmanager
    def snapshot(self) -> Iterator[Transaction]:
        """Begin a transaction that only reads, all of it at one moment; on a server."""
        with self._connected() as connection:
            connection.execution_options(isolation_level="REPEATABLE READ")
            with connection.begin():
                yield Transaction(connection, self.clock.now(), reading=True)

    def migrate(self) -> None:
        """Bring the tables to the newest revision, one process at a time; quick when they are.

        Raises `migrating.NewerBookError` when a newer program has written this database.
        """
        with self._connected() as connection:
            migrating.migrate(connection)

    def dispose(self) -> None:
        """Close all connections."""
        if self._kept is not None:
            self._kept.close()
            self._kept = None
        self._engine.dispose()
        if self._sole_use is not None:
            self._sole_use.end()
            self._sole_use = None

    @contextmanager
    def _connected(self) -> Iterator[Connection]:
        if not self.is_sqlite:
            with self._engine.connect() as connection:
                yield connection
            return
        # Handing the one connection back to a pool each time would only cost time.
        with self._turn:
            if self._kept is None:
                if self._file is not None:
                    _make_private(self._file)
                self._kept = self._engine.connect()
                if self._file is not None:
                    from ledger.storage.sole_use import SoleUse  # Only for a file.

                    self._sole_use = SoleUse(self._file)
            yield self._kept


def database_url(url: str) -> URL:
    """Read a database URL; `postgres://`, as hosters give it, means psycopg's dialect too.

    Raises ValueError for a database that is neither SQLite nor PostgreSQL, and SQLAlchemy's
    ArgumentError when it is no URL.
    """
    parsed = make_url(url)
    if parsed.drivername in {"postgres", "postgresql"}:
        parsed = parsed.set(drivername="postgresql+psycopg")
    if parsed.get_backend_name() not in {"sqlite", "postgresql"}:
        raise ValueError(f"not an SQLite or PostgreSQL database: {parsed.drivername}")
    return parsed


def book_file(url: URL) -> Path | None:
    """Return the file of an SQLite book, there or not; None of one in memory, and of a server's."""
    if url.get_backend_name() != "sqlite" or not url.database or url.database == ":memory:":
        return None
    # SQLite's own form of address, which may mean anything.
    return None if url.database.startswith("file:") else Path(url.database)


def _make_private(book: Path) -> None:
    """Create a book's file, if it is not there, so that only its owner may read it.

    SQLite gives its log beside it the same mode. What goes wrong here it says by itself.
    """
    with suppress(OSError):
        os.close(os.open(book, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


registry.register("sqlite.immediate", "ledger.storage.immediate_sqlite", "ImmediateSqlite")


def open_sqlite(url: URL) -> Engine:
    """Open an SQLite file with one connection; see `sole_use` for why not with more."""
    engine = create_engine(
        url.set(drivername="sqlite+immediate"),
        poolclass=StaticPool,
        connect_args={"check_same_thread": False, "timeout": _BUSY_TIMEOUT_MS / 1000},
        hide_parameters=True,
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: object) -> None:
        connection.isolation_level = None
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    return engine


def _open_server(url: URL) -> Engine:
    from ledger.storage.one_heap import share_one_heap  # With ctypes, as psycopg.

    share_one_heap()
    engine = create_engine(
        url,
        pool_size=_POSTGRESQL_THREADS,
        max_overflow=0,
        # No ping before each transaction, which would be a tenth of its round trips: who runs
        # use cases runs them again on a fresh connection (`LedgerThreads`).
        pool_timeout=30,
        connect_args={"connect_timeout": url.query.get("connect_timeout", _CONNECT_SECONDS)},
        # What people wrote is in the parameters, and errors are logged.
        hide_parameters=True,
    )

    @event.listens_for(engine, "handle_error")
    def leave_standby(context: ExceptionContext) -> None:
        """Let go of all connections: new ones reach whoever is the primary server now."""
        if getattr(context.original_exception, "sqlstate", None) == READ_ONLY:
            context.is_disconnect = True

    return engine
