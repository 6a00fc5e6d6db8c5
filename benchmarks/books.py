"""New books to measure with: an SQLite file, or a database on a PostgreSQL server."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
from psycopg import sql
from sqlalchemy import create_engine, text
from sqlalchemy.engine import URL, make_url

NewBook = Callable[[Path, str], contextlib.AbstractContextManager[URL]]
"""From an empty directory and a name to the address of an empty database."""

_SERVER = make_url(
    os.environ.get("TEST_POSTGRES_URL", "postgresql+psycopg://postgres@127.0.0.1:5432/test")
)


def kinds() -> dict[str, NewBook]:
    """Return the kinds of database that are there; without a server, SQLite alone."""
    try:
        _admin().close()
    except psycopg.OperationalError:
        print("PostgreSQL does not answer, so its rows are left out", file=sys.stderr)
        return {"SQLite": _sqlite}
    return {"SQLite": _sqlite, "PostgreSQL": _postgres}


def count_entries(book: URL, table: str = "entries") -> int:
    """Return how many entries a book holds, or rows another table."""
    engine = create_engine(book)
    with engine.connect() as connection:
        entries: int = connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one()
    engine.dispose()
    return entries


@contextlib.contextmanager
def _sqlite(directory: Path, name: str) -> Iterator[URL]:
    yield make_url(f"sqlite:///{directory / name}.db")


@contextlib.contextmanager
def _postgres(_directory: Path, name: str) -> Iterator[URL]:
    database = f"all_square_bench_{os.getpid()}_{name}"
    drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(database))
    create = sql.SQL("CREATE DATABASE {}").format(sql.Identifier(database))
    with contextlib.closing(_admin()) as admin:
        admin.execute(drop)
        admin.execute(create)
        try:
            yield _SERVER.set(database=database)
        finally:
            admin.execute(drop)


def _admin() -> psycopg.Connection:
    url = _SERVER.set(drivername="postgresql").render_as_string(hide_password=False)
    return psycopg.connect(url, autocommit=True)
