"""Modules without their manuals and without what they only name."""

from __future__ import annotations

import importlib
import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.runtime.lean_modules import (
    DOCUMENTED,
    compile_ahead,
    leave_out_docstrings,
    only_named,
    put_off,
)

_LIBRARY = '''"""The manual."""

from __future__ import annotations

LONG = """Not a docstring."""


class Kept:
    """What it keeps."""

    value: int = 1

    def told(self, *more: int, times: int = 1, **unused: int) -> int:
        """Tell it."""
        assert self.value == 1, "it was changed"
        return self.value * times + sum(more)


class Wrong(Exception):
    """All it has."""


async def waits() -> None:
    """Wait for nothing."""
'''


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A library that is loaded without its manual, where compiled files may be written."""
    source = tmp_path / "manuals" / "__init__.py"
    source.parent.mkdir()
    source.write_text(_LIBRARY)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path])
    leave_out_docstrings(["manuals"])
    yield source
    sys.modules.pop("manuals", None)


def _compiled(source: Path) -> list[str]:
    return [file.name.partition(".")[2] for file in source.parent.glob("__pycache__/*")]


def test_nothing_of_a_library_is_left_out_but_what_is_written_for_readers(library: Path) -> None:
    manuals = importlib.import_module("manuals")
    texts = [manuals, manuals.Kept, manuals.Kept.told, manuals.Wrong, manuals.waits]
    assert [thing.__doc__ for thing in texts] == [None] * 5
    assert manuals.Kept.told.__annotations__ == manuals.waits.__annotations__ == {}
    assert manuals.Kept.__annotations__ == {"value": "int"}
    assert manuals.LONG == "Not a docstring."
    kept = manuals.Kept()
    assert kept.told() == 1
    assert kept.told(3, times=2, unused=5) == 5
    kept.value = 2
    with pytest.raises(AssertionError, match="it was changed"):
        kept.told()


def test_a_library_is_compiled_once_and_again_when_it_has_changed(library: Path) -> None:
    importlib.import_module("manuals")
    assert _compiled(library) == [f"{sys.implementation.cache_tag}.opt-undocumented2.pyc"]
    library.write_text(_LIBRARY.replace("value: int = 1", "value: int = 3000"))
    del sys.modules["manuals"]
    assert importlib.import_module("manuals").Kept.value == 3000


def test_where_nothing_may_be_written_only_what_was_is_used(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert importlib.import_module("manuals").__doc__ == "The manual."
    assert _compiled(library) == []
    del sys.modules["manuals"]
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    compile_ahead(["manuals"])
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert importlib.import_module("manuals").__doc__ is None


def test_all_that_are_documented_are_there() -> None:
    assert all(importlib.util.find_spec(name) for name in DOCUMENTED)


def test_what_is_only_named_is_loaded_when_it_is_used() -> None:
    sys.modules.pop("colorsys", None)
    with only_named({"colorsys": ("Colour",)}):
        colorsys = importlib.import_module("colorsys")
        assert issubclass(colorsys.Colour, Exception)
        with pytest.raises(AttributeError, match=r"colorsys\.rgb_to_hls"):
            colorsys.rgb_to_hls  # noqa: B018
    assert "colorsys" not in sys.modules
    assert colorsys.rgb_to_hls(0, 0, 0) == (0, 0, 0)
    assert "colorsys" in sys.modules
    assert not hasattr(colorsys, "Colour")


def test_what_is_loaded_already_is_not_put_off() -> None:
    with only_named({"json": ("Colour",)}):
        assert not hasattr(importlib.import_module("json"), "Colour")


def test_what_is_put_off_is_loaded_by_whoever_uses_it() -> None:
    sys.modules.pop("colorsys", None)
    put_off("colorsys", "json")
    colorsys = importlib.import_module("colorsys")
    assert not hasattr(colorsys, "__file__")
    assert colorsys.rgb_to_hls(0, 0, 0) == (0, 0, 0)
    assert importlib.import_module("colorsys").__file__
