"""Reads one file from standard input and writes what it says, in a process of its own.

Whatever a file does to its parser, it ends here: the memory and the time of this process are
bounded, and it knows nothing but the file. `python -m ledger.exchange.formats EUR`
"""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from typing import Final

from ledger.core.money import currency
from ledger.exchange.foreign_book import NotReadable, Unreadable
from ledger.exchange.formats.recognition import read

_MOST_MEMORY: Final = 1_000_000_000
_MOST_SECONDS: Final = 30


def main() -> None:
    """Write `+` and the packed book, or `-` and why there is none."""
    with suppress(ImportError, ValueError, OSError):  # not on every system
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (_MOST_SECONDS, _MOST_SECONDS))
    try:
        told = b"+" + read(sys.stdin.buffer.read(), currency(sys.argv[1])).packed()
    except NotReadable as error:
        told = b"-" + json.dumps([error.why, error.row]).encode()
    except MemoryError:
        told = b"-" + json.dumps([Unreadable.TOO_LARGE, None]).encode()
    sys.stdout.buffer.write(told)


main()
