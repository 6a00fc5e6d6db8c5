"""The command line refuses in one line what can't be done, and its hints can be typed."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from bot.playground.folder import own_folder
from main import _parser, main


@pytest.mark.parametrize("port", ["99999", "-1", "abc", "1" * 5000])
def test_a_port_that_is_none_is_said(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["playground", "--port", port])
    assert ended.value.code == 2
    said = capsys.readouterr().err.splitlines()[-1]
    assert said.endswith("argument --port: must be a number up to 65535, such as 8765")


def test_where_a_port_is_taken_the_hint_can_be_typed(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert main(["playground", "--port", str(port)]) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"Port {port} is taken. Try: uv run main.py playground --port ")
    _parser().parse_args(said.partition("main.py ")[2].split())


def test_without_a_token_the_hint_can_be_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TELEGRAM_BOT_TOKEN", raising=False)
    assert main(["run"]) == 2
    assert capsys.readouterr().err.endswith("try: uv run main.py playground\n")


@pytest.mark.parametrize("arguments", [[], ["--repair"], ["--drop", "ABC234"]])
def test_an_audit_makes_no_book(
    arguments: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", "sqlite:///typo.db")
    assert main(["audit", *arguments]) == 1
    assert capsys.readouterr().err == "There is no book at typo.db.\n"
    assert list(tmp_path.iterdir()) == []


def test_a_migration_makes_a_book_that_an_audit_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", "sqlite:///book.db")
    assert main(["migrate"]) == 0
    assert main(["audit"]) == 0


def test_a_playground_sweeps_the_folders_of_killed_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    # A process that has certainly ended, and one that certainly runs.
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    left = tmp_path / f"all-square-{ended.pid}-x1"
    used = tmp_path / f"all-square-{os.getppid()}-x2"
    others = tmp_path / "all-square-notes"
    for folder in (left, used, others):
        folder.mkdir()
        (folder / "playground.db").touch()
    with own_folder() as own:
        assert own.parent == tmp_path
        assert set(tmp_path.iterdir()) == {own, used, others}
    assert set(tmp_path.iterdir()) == {used, others}
