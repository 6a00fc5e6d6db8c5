"""Giving way: long computing in a thread that lets the others run in between."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from typing import Final, TypeVar

T = TypeVar("T")

_AT_ONCE: Final = 8
"""Items between two such moments: about a millisecond of work."""


def giving_way(items: Iterable[T]) -> Iterator[T]:
    """Yield the items, and let other threads have the interpreter every now and then.

    Python takes it away from a thread that computes only every 5 ms (sys.setswitchinterval);
    whoever answers a message asks for it dozens of times.
    """
    for place, item in enumerate(items):
        if not place % _AT_ONCE:
            time.sleep(0)
        yield item
