"""Reads the files of expense apps in a process of their own: they may be anything."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from pathlib import Path
from typing import Final

import structlog

import ledger
from ledger.core.money import Currency
from ledger.exchange.foreign_book import NotReadable, Unreadable

_log = structlog.get_logger(__name__)

_SECONDS: Final = 40.0
_AT_ONCE: Final = 2
_ROOT: Final = Path(ledger.__file__).parent.parent
_KEPT: Final = ("PATH", "SYSTEMROOT", "LANG", "LC_ALL", "TMPDIR")

_turns = asyncio.Semaphore(_AT_ONCE)


async def read_file(content: bytes, home: Currency) -> bytes:
    """Return what a file says, as `ForeignBook.packed` writes it. Raises NotReadable.

    Amounts without a currency are taken for `home`. A few files are read at a time; the
    process has none of our settings, a second CPU where there is one, and an end.
    """
    async with _turns:
        environment = {name: os.environ[name] for name in _KEPT if name in os.environ}
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "ledger.exchange.formats", home),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            env={**environment, "PYTHONPATH": str(_ROOT)},
        )
        try:
            async with asyncio.timeout(_SECONDS):
                told, _ = await process.communicate(content)
        except TimeoutError:
            raise NotReadable(Unreadable.TOO_SLOW) from None
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
    if told.startswith(b"+"):
        return told[1:]
    if told.startswith(b"-"):
        why, row = json.loads(told[1:])
        raise NotReadable(Unreadable(why), row)
    # It was ended by a bound, or by a mistake of ours; which one says nothing of the file.
    _log.warning("file_reader_ended", returncode=process.returncode, size=len(content))
    raise NotReadable(Unreadable.TOO_SLOW if (process.returncode or 0) < 0 else Unreadable.BROKEN)
