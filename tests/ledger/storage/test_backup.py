"""A backup taken while the bot writes, restored elsewhere, is a whole and sound book."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import subprocess
import threading
import uuid
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import create_engine, func, select, text

from ledger.core.clock import MovableClock, SystemClock
from ledger.storage.backup import BackupError, back_up, default_name
from ledger.storage.database import Store, database_url
from ledger.storage.tables import EntryRow
from ledger.upkeep.audit import audit
from main import main
from tests.ledger.chat import ASHA, BOB, CHEN, Chat, expense
from tests.stores import disposing, opened

BEFORE = 40
"""Expenses that are committed before the backup begins."""


@dataclass(frozen=True)
class Place:
    """A book to be backed up, and an empty place to restore it to, of one kind of database."""

    url: str
    empty_url: str

    def restore(self, backup: Path) -> None:
        """Do what docs/operations.md says."""
        if self.url.startswith("sqlite"):
            shutil.copy(backup, database_url(self.empty_url).database or "")
            return
        plain = database_url(self.empty_url).set(drivername="postgresql")
        address = plain.render_as_string(hide_password=False)
        restore = ["pg_restore", "--no-owner", "--exit-on-error", f"--dbname={address}"]
        subprocess.run([*restore, str(backup)], check=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Place]:
    if request.param == "sqlite":
        yield Place(f"sqlite:///{tmp_path}/book.db", f"sqlite:///{tmp_path}/restored.db")
        return
    # Databases of this test's own: pg_dump takes all schemas of one, and others' come and go.
    given = os.environ.get("TEST_POSTGRES_URL")
    if not given:
        pytest.skip("TEST_POSTGRES_URL is not set")
    engine = create_engine(database_url(given), isolation_level="AUTOCOMMIT")
    names = [f"all_square_{uuid.uuid4().hex}" for _ in range(2)]
    with disposing(engine), engine.connect() as connection:
        for name in names:
            connection.execute(text(f"CREATE DATABASE {name}"))
        urls = [
            database_url(given).set(database=name).render_as_string(hide_password=False)
            for name in names
        ]
        yield Place(*urls)
        for name in names:
            connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture
def book(place: Place) -> Iterator[Chat]:
    """A book with some expenses."""
    clock = MovableClock()
    with opened(place.url, clock) as store:
        store.migrate()
        chat = Chat(store, clock)
        chat.join(ASHA, BOB, CHEN)
        for number in range(BEFORE):
            chat.split(ASHA, expense(100 + number))
        yield chat


class Writer:
    """Writes expenses into a book, one transaction each, until it is stopped."""

    def __init__(self, url: str) -> None:
        self._store = Store(url, SystemClock())
        self._stop = threading.Event()
        self._has_written = threading.Event()
        self._thread = threading.Thread(target=self._write)
        self.written = 0

    def __enter__(self) -> Writer:
        self._thread.start()
        assert self._has_written.wait(60)
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()
        self._store.dispose()

    def _write(self) -> None:
        chat = Chat(self._store, MovableClock())
        while not self._stop.is_set():
            chat.split(BOB, expense(10, "tea", "chen"))
            self.written += 1
            self._has_written.set()


def test_a_backup_under_load_is_restored_with_all_that_came_before(
    book: Chat, place: Place, tmp_path: Path
) -> None:
    backup = tmp_path / "backups" / "book.backup"
    with Writer(place.url) as writer:
        before = BEFORE + writer.written
        back_up(place.url, backup)
        after = BEFORE + writer.written + 1  # one more may have been committed, not counted yet
    place.restore(backup)
    with opened(place.empty_url) as restored:
        assert audit(restored) == ()
        with restored.transaction() as tx:
            entries = tx.connection.scalar(select(func.count()).select_from(EntryRow))
        assert entries is not None
        assert before <= entries <= after
        # The book goes on where it is restored.
        chat = Chat(restored, book.clock)
        assert chat.split(CHEN, expense(30)).entry.number == entries + 1
        assert audit(restored) == ()
    assert audit(book.store) == ()


def test_only_its_owner_may_read_a_backup(book: Chat, place: Place, tmp_path: Path) -> None:
    backup = tmp_path / "book.backup"
    back_up(place.url, backup)
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.glob("*.part")] == []


def test_nothing_is_overwritten(book: Chat, place: Place, tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("mine")
    with pytest.raises(BackupError, match="already"):
        back_up(place.url, taken)
    assert taken.read_text() == "mine"


def test_a_usual_name_tells_when() -> None:
    moment = datetime(2026, 11, 22, 10, 15, 30, tzinfo=UTC)
    assert default_name("sqlite:///x.db", moment) == "all_square-20261122T101530Z.db"
    assert default_name("postgres://h/x", moment) == "all_square-20261122T101530Z.dump"


def test_a_book_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(BackupError, match="There is no book"):
        back_up(f"sqlite:///{tmp_path}/nowhere.db", tmp_path / "copy.db")
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_book_is_no_backup(migrated_file: Path, tmp_path: Path) -> None:
    book = tmp_path / "book.db"
    shutil.copy(migrated_file, book)
    with closing(sqlite3.connect(book)) as connection, connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("INSERT INTO newcomers (entry_id, member_id) VALUES (1, 1)")
    with pytest.raises(BackupError, match="not there"):
        back_up(f"sqlite:///{book}", tmp_path / "copy.db")
    assert not (tmp_path / "copy.db").exists()
    assert not (tmp_path / "copy.db.part").exists()


def test_a_folder_that_cannot_be_written_is_said(migrated_file: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(BackupError, match="can't be written"):
        back_up(f"sqlite:///{migrated_file}", tmp_path / "file" / "copy.db")


def test_without_pg_dump_one_line_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(BackupError, match="pg_dump is not installed here"):
        back_up("postgresql://square:secret@db/square", tmp_path / "copy.dump")


def test_what_pg_dump_says_is_one_line_without_the_password(tmp_path: Path) -> None:
    if shutil.which("pg_dump") is None:
        pytest.skip("pg_dump is not installed")
    with pytest.raises(BackupError) as raised:
        back_up("postgresql://square:hunter2@127.0.0.1:1/square", tmp_path / "copy.dump")
    assert "pg_dump failed" in str(raised.value)
    assert "hunter2" not in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("arguments", [[], ["mine.db"], ["--to", "elsewhere"]])
def test_the_command_line_names_the_file_it_wrote(
    arguments: list[str],
    migrated_file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    shutil.copy(migrated_file, tmp_path / "all_square.db")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DATABASE_URL", raising=False)
    assert main(["backup", *arguments]) == 0
    said = capsys.readouterr().out.strip()
    path = Path(said.removeprefix("Backup written: "))
    assert path.is_file()
    folder = {"--to": "elsewhere", "mine.db": "."}[arguments[0]] if arguments else "backups"
    assert path.parent == Path(folder)


def test_the_command_line_says_in_one_line_what_went_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DATABASE_URL", raising=False)
    assert main(["backup"]) == 1
    assert capsys.readouterr().err == "There is no book at all_square.db.\n"
