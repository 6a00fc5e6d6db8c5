"""What all tests share: how properties are searched, and books that no power cut will meet."""

import gc
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import Phase, settings

from ledger.storage import database
from tests.stores import (
    compiling_once,
    emptied_schema,
    emptying,
    migrated_file,
    migrated_schema,
    own_schema,
    second_schema,
)

__all__ = [
    "emptied_schema",
    "emptying",
    "migrated_file",
    "migrated_schema",
    "own_schema",
    "second_schema",
]

# Pytest's workers and the bots that tests start keep what they compile, also where Python is
# told not to: each would compile a thousand modules anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# The same examples in every run: a change passes or fails by what it changed. Shared machines
# pause now and then, which is no failure, so no example has a deadline.
settings.register_profile("same", deadline=None, max_examples=60, derandomize=True)
# Other examples in every run, and many of them: `make fuzz`.
settings.register_profile("fuzz", deadline=None, max_examples=2000, print_blob=True)
# Few, and only whether there is a counterexample, not the smallest: for `make mutants`.
settings.register_profile(
    "mutants",
    settings.get_profile("same"),
    max_examples=20,
    phases=(Phase.explicit, Phase.generate),
    database=None,
)
settings.load_profile("same")

_MOST_WORKERS = 10
_LONGEST_FIRST = ("torture", "browser", "dialogs", "bot", "ledger", "handlers")
_BY_TURNS = ("torture", "browser")
_LONGEST_OF_THE_LAST = frozenset({"test_every_language.py", "test_plain_lines.py"})


def pytest_xdist_auto_num_workers() -> int:
    """Two workers for each core, as browsers, kills and paces mostly wait; not too many.

    Each has a bot or two with several connections to a server that takes a hundred.
    """
    return min(2 * (os.cpu_count() or 1), _MOST_WORKERS)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the longest files, so that no worker is left alone with one at the end.

    Those that mostly wait take turns with those that have browsers draw.
    """
    here = Path(__file__).parent
    known: Counter[str] = Counter()
    places: dict[Path, tuple[int, int, int]] = {}
    for path in dict.fromkeys(item.path for item in items):
        folder = path.relative_to(here).parts[0]
        rank = _LONGEST_FIRST.index(folder) if folder in _LONGEST_FIRST else len(_LONGEST_FIRST)
        later = path.name not in _LONGEST_OF_THE_LAST
        places[path] = (0, known[folder], rank) if folder in _BY_TURNS else (rank, later, 0)
        known[folder] += 1
    items.sort(key=lambda item: places[item.path])


_LOOKS_AFTER = gc.get_threshold()


def pytest_collection() -> None:
    """Look for no garbage while all is loaded: there is none, and looking takes a tenth."""
    gc.set_threshold(0)


def pytest_collection_finish() -> None:
    """Spare the tests' garbage collections all that is loaded by now, as `main.py run` does."""
    gc.freeze()
    gc.set_threshold(*_LOOKS_AFTER)


_AS_IN_REAL_LIFE = database._PRAGMAS


@pytest.fixture(scope="session", autouse=True)
def _unflushed() -> Iterator[None]:
    """Have no SQLite book in this process flushed to the disk, which took half of a test's time.

    What a killed process leaves behind stays the same; only a power cut would tell.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(database, "_PRAGMAS", (*_AS_IN_REAL_LIFE, "synchronous = OFF"))
        yield


@pytest.fixture(scope="session", autouse=True)
def _compiled_once() -> Iterator[None]:
    """Have the books that tests open in this process share compiled statements."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("open_sqlite", "_open_server"):
            patch.setattr(database, name, compiling_once(getattr(database, name)))
        yield


@pytest.fixture
def flushed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have SQLite books opened just as `main.py run` opens them."""
    monkeypatch.setattr(database, "_PRAGMAS", _AS_IN_REAL_LIFE)
