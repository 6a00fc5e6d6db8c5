"""Backups: a whole copy of a book while the bot goes on writing to it.

SQLite makes one itself, in one read transaction (`VACUUM INTO`, sqlite.org/lang_vacuum.html):
copying the file would miss what stands in the write-ahead log, or catch half of it.
PostgreSQL's is pg_dump's, in its custom format, which pg_restore reads.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from sqlalchemy import URL

from ledger.storage.database import database_url

_BUSY_SECONDS: Final = 30.0
_OWNER_ONLY: Final = 0o600


class BackupError(Exception):
    """No backup was made; the message is one clear line for whoever asked for it."""


def default_name(url: str, now: datetime) -> str:
    """Return a backup's usual name, such as `all_square-20261122T101530Z.db`."""
    kind = "db" if database_url(url).get_backend_name() == "sqlite" else "dump"
    return f"all_square-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}.{kind}"


def back_up(url: str, target: Path) -> None:
    """Write a checked copy of a database to a file that is not there yet.

    It has everything that was committed before it began. The file appears under its name
    only when it is whole, and only its owner may read it. Raises BackupError.
    """
    parsed = database_url(url)
    if target.exists():
        raise BackupError(f"{target} is there already: nothing is overwritten.")
    if parsed.get_backend_name() == "sqlite":
        _write(target, lambda part: _copy_sqlite(parsed, part))
    else:
        _write(target, lambda part: _dump_server(parsed, part))


def _write(target: Path, copy: Callable[[Path], None]) -> None:
    part = target.with_name(f"{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        # Empty, so that both programs take it, with the permissions that it shall keep.
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _OWNER_ONLY))
        copy(part)
        _to_disk(part)
        part.rename(target)
        _to_disk(target.parent)
    except OSError as error:
        raise BackupError(f"{target} can't be written: {error.strerror or error}") from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _to_disk(path: Path) -> None:
    """Wait until a file, or the names in a folder, are on the disk and not only in memory."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


# SQLite


def _copy_sqlite(url: URL, part: Path) -> None:
    book = Path(url.database or ":memory:")
    if not book.is_file():
        raise BackupError(f"There is no book at {book}.")
    try:
        # Not read-only: a book whose bot has stopped may need its log to be read in.
        address = f"{book.resolve().as_uri()}?mode=rw"
        with closing(sqlite3.connect(address, uri=True, timeout=_BUSY_SECONDS)) as source:
            source.execute("VACUUM INTO ?", (str(part),))
        _check(part)
    except sqlite3.Error as error:
        raise BackupError(f"The book can't be copied: {error}") from error


def _check(part: Path) -> None:
    """Raise BackupError where the copy is damaged, or refers to what it does not have."""
    with closing(sqlite3.connect(part)) as copy:
        found = [str(row[0]) for row in copy.execute("PRAGMA integrity_check(1)")]
        if found != ["ok"]:
            raise BackupError(f"The copy is damaged, and so perhaps the book: {found[0]}")
        if copy.execute("PRAGMA foreign_key_check").fetchone() is not None:
            raise BackupError("The copy has rows that refer to rows which are not there.")


# PostgreSQL


def _dump_server(url: URL, part: Path) -> None:
    _run(
        "pg_dump",
        "--format=custom",
        "--no-owner",
        "--no-privileges",
        f"--file={part}",
        f"--dbname={_without_password(url)}",
        password=url.password,
    )
    _run("pg_restore", "--list", str(part))


def _without_password(url: URL) -> str:
    """Return the address as libpq reads it; other users see a program's arguments."""
    plain = URL.create(
        "postgresql", url.username, None, url.host, url.port, url.database, url.query
    )
    return plain.render_as_string()


def _run(name: str, *arguments: str, password: str | None = None) -> None:
    program = shutil.which(name)
    if program is None:
        raise BackupError(
            f"{name} is not installed here. Install PostgreSQL's client programs, "
            "or run pg_dump where the database is."
        )
    environment = {**os.environ, **({} if password is None else {"PGPASSWORD": password})}
    done = subprocess.run(  # noqa: S603  (the arguments are ours and the operator's)
        [program, *arguments], env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        said = done.stderr.strip().splitlines() or [f"exit code {done.returncode}"]
        raise BackupError(f"{name} failed: {said[-1]}")
