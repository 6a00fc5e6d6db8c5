"""Ports for servers that tests start, or start again where nobody must have come between."""

from __future__ import annotations

import os
import socket
from itertools import cycle, islice
from typing import Final

_FIRST: Final = 20_000
_EACH: Final = 100
_BLOCKS: Final = 120
"""They end below the ports that a system gives to connections (Linux from 32,768 on): one of
those could be given away between its choice and its server's start."""

_ports = cycle(range(_EACH))


def free_port() -> int:
    """Return a port that nobody listens on, and no process beside this one chooses."""
    # Processes that start one after the other have numbers that follow one another.
    first = _FIRST + os.getpid() % _BLOCKS * _EACH
    for offset in islice(_ports, _EACH):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("", first + offset))
            except OSError:
                continue
            return first + offset
    raise AssertionError("all ports are taken")
