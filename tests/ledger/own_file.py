"""A book in a file of its own for each run of a state machine."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from ledger.core.clock import MovableClock
from ledger.storage.database import Store
from tests.ledger.conftest import MONDAY


class OwnFile:
    """Opens a copy of an empty book for a run, and puts it away behind it."""

    template: Path
    """An SQLite file with all tables (`migrated_file`)."""

    def open_file(self) -> None:
        """Open a copy as `store`, under a `clock` that stands on a Monday."""
        self.folder = TemporaryDirectory()
        path = Path(self.folder.name) / "book.db"
        shutil.copy(self.template, path)
        self.clock = MovableClock(MONDAY)
        self.store = Store(f"sqlite:///{path}", self.clock)

    def teardown(self) -> None:
        """Close it; Hypothesis calls this, also where a run ended before it was open."""
        if hasattr(self, "store"):
            self.store.dispose()
            self.folder.cleanup()
