from __future__ import annotations

import io
import os
import subprocess
import sys
from gettext import GNUTranslations
from pathlib import Path

import pytest

from bot.language import compiled_catalogues
from bot.language.compiled_catalogues import LOCALES, compiled

ROOT = Path(__file__).resolve().parents[3]
_HEADER = (
    'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    '"Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n\n'
)


@pytest.fixture
def po(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A catalogue of French, where Python keeps what it has compiled."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    file = tmp_path / "fr" / "LC_MESSAGES" / "all_square.po"
    file.parent.mkdir(parents=True)
    _write(file, "Merci")
    return file


def _write(po: Path, thanks: str) -> None:
    po.write_text(f'{_HEADER}msgid "Thanks"\nmsgstr "{thanks}"\n', encoding="utf-8")


def _said(po: Path) -> str:
    return GNUTranslations(io.BytesIO(compiled(po))).gettext("Thanks")


def _kept(po: Path) -> list[Path]:
    return list((po.parent / "__pycache__").glob("*"))


def _fails(*_: object, **__: object) -> bytes:
    raise AssertionError("compiled again")


def test_a_catalogue_is_compiled_once(po: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _said(po) == "Merci"
    monkeypatch.setattr(compiled_catalogues, "_compile", _fails)
    assert _said(po) == "Merci"


def test_one_that_was_changed_is_read_anew_even_within_the_same_second(po: Path) -> None:
    before = po.stat()
    assert _said(po) == "Merci"
    _write(po, "Salut")
    os.utime(po, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert _said(po) == "Salut"
    assert len(_kept(po)) == 1


def test_where_nothing_may_be_kept_it_is_compiled_each_time(
    po: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (po.parent / "__pycache__").write_text("no folder", encoding="utf-8")
    assert _said(po) == "Merci"
    (po.parent / "__pycache__").unlink()
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert _said(po) == "Merci"
    assert _kept(po) == []


def test_an_image_is_built_with_all_of_them() -> None:
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    command = [sys.executable, "-m", "bot.language.compiled_catalogues"]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, timeout=300)
    for po in LOCALES.glob("*/LC_MESSAGES/all_square.po"):
        assert len([file for file in _kept(po) if file.suffix == ".mo"]) == 1
