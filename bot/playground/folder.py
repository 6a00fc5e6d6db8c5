"""The folder of a playground's book: new at each start, gone at its end."""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_NAME = re.compile(r"all-square-(\d+)-\w+")


@contextmanager
def own_folder() -> Iterator[Path]:
    """Make this process's folder, and remove it at the end.

    Folders of playgrounds that were killed, and could not remove theirs, go as well.
    """
    _sweep()
    # Named by its process from the first moment, so that nobody sweeps it who starts right now.
    with tempfile.TemporaryDirectory(prefix=f"all-square-{os.getpid()}-") as folder:
        yield Path(folder)


def _sweep() -> None:
    if sys.platform == "win32":  # where asking for a process by signal would end it
        return
    for folder in Path(tempfile.gettempdir()).glob("all-square-*"):
        named = _NAME.fullmatch(folder.name)
        if named is not None and not _runs(int(named[1])):
            # Another user's can't be removed, and a link is not followed.
            shutil.rmtree(folder, ignore_errors=True)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True
