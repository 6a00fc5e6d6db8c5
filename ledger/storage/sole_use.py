"""Noticing that a second process opens an SQLite book.

Before SQLite 3.51.3 a book in write-ahead mode can be corrupted when two connections write
and one of them resets the log at a checkpoint (sqlite.org/wal.html, "WAL-reset bug"). The
bot keeps to one connection; a second process is only warned.
"""

from __future__ import annotations

import contextlib
import logging
import os
import sqlite3
import sys
from pathlib import Path

if sys.platform != "win32":
    import fcntl

_SAFE_FROM = (3, 51, 3)

_log = logging.getLogger(__name__)


class SoleUse:
    """A lock on the file `<book>-open`, held as long as a process has the book open.

    It keeps nobody out: whoever comes second logs a warning and goes on. The lock is the
    operating system's and ends with its process, so the file that stays means nothing. On
    Windows, and where a file system has no locks, nobody is warned.
    """

    def __init__(self, book: Path) -> None:
        self._descriptor: int | None = None
        if sys.platform == "win32" or sqlite3.sqlite_version_info >= _SAFE_FROM:
            return
        # Not on the book itself: closing it here would drop the locks that SQLite has on it.
        beside = book.with_name(f"{book.name}-open")
        with contextlib.suppress(OSError):
            self._descriptor = os.open(beside, os.O_CREAT | os.O_RDWR, 0o600)
            try:
                fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                _warn(book)

    def end(self) -> None:
        """Let the lock go."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def _warn(book: Path) -> None:
    _log.warning(
        "%s is open in another process. SQLite before 3.51.3, here %s, can damage a book that "
        "two processes write to: stop one of them, or use PostgreSQL.",
        book,
        sqlite3.sqlite_version,
    )
