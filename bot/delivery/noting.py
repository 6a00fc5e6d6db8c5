"""Noting what became of a message that is out, or of one that is not."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Final, TypeVar

import structlog
from sqlalchemy.exc import SQLAlchemyError

from bot.runtime.ledger_threads import LedgerThreads
from bot.runtime.transient_errors import is_database_away
from ledger.storage.database import Transaction

_log = structlog.get_logger(__name__)

T = TypeVar("T")

_PAUSE_SECONDS: Final = 1.0


async def surely(threads: LedgerThreads, work: Callable[[Transaction], T]) -> T:
    """Run a use case, again and again while the database is away: a message is out."""
    while True:
        try:
            return await threads.run(work)
        except SQLAlchemyError as error:
            if not is_database_away(error):
                raise
        await asyncio.sleep(_PAUSE_SECONDS)


async def if_possible(threads: LedgerThreads, work: Callable[[Transaction], object]) -> None:
    """Run a use case whose failure changes little: the next start puts it right."""
    try:
        await threads.run(work)
    except Exception as error:  # noqa: BLE001  # whatever it is, nothing is lost by it
        _log.warning("not_noted", error=type(error).__name__)
