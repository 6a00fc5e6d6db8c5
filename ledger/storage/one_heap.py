"""One heap for all threads, where there are several."""

from __future__ import annotations

import ctypes
import os
from contextlib import suppress
from typing import Final

_M_ARENA_MAX: Final = -8
"""The parameter of mallopt(3) for how many heaps there are at most."""


def share_one_heap() -> None:
    """Let threads that begin later allocate from the heap that is there.

    glibc gives each its own, which keeps what was freed in it: half a megabyte with eight
    threads. That is for those that allocate at the same time; Python's take turns. Whoever has
    set `MALLOC_ARENA_MAX` is left alone, and so are other C libraries, which have no such thing.
    """
    if "MALLOC_ARENA_MAX" in os.environ:
        return
    with suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).mallopt(_M_ARENA_MAX, 1)
