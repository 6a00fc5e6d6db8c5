"""That threads over a server share the heap that is there (glibc's malloc_info(3) counts them)."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]

_ASKED = """
import ctypes, threading
from ledger.core.clock import SystemClock
from ledger.storage.database import Store

store = Store("postgresql+psycopg://nobody@127.0.0.1:1/none", SystemClock())
together = threading.Barrier(6)

def work():
    kept = [bytes(1000) for _ in range(100)]
    together.wait(10)

for _ in range(6):
    threading.Thread(target=work).start()
library = ctypes.CDLL(None)
library.fdopen.restype = ctypes.c_void_p
library.malloc_info(0, ctypes.c_void_p(library.fdopen(1, b"w")))
library.fflush(None)
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="another C library's heaps")
@pytest.mark.parametrize(("asked_for", "several"), [(None, False), ("8", True)])
def test_threads_over_a_server_share_a_heap(asked_for: str | None, several: bool) -> None:
    environment = {name: value for name, value in os.environ.items() if "MALLOC" not in name}
    if asked_for is not None:
        environment["MALLOC_ARENA_MAX"] = asked_for
    ended = subprocess.run(
        [sys.executable, "-c", _ASKED],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )
    assert (ended.stdout.count("<heap nr=") > 1) is several
