"""Work that goes on for as long as the bot runs, whatever one round of it meets."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final, NoReturn

import structlog

from bot.runtime.logs import new_reference
from bot.runtime.metrics import ERRORS
from bot.runtime.transient_errors import is_passing

_log = structlog.get_logger(__name__)

_PAUSE_SECONDS: Final = 1.0


async def go_round(work: Callable[[], Awaitable[None]]) -> NoReturn:
    """Do the work again and again until cancelled; `work` waits for its own next time.

    What a round raises is noted, and the next one begins after a pause: a loop that ended
    would be missed by nobody until its work is.
    """
    while True:
        try:
            await work()
        except Exception as error:  # noqa: BLE001  # noted, and the loop goes on
            note_bug(error)
            await asyncio.sleep(_PAUSE_SECONDS)


def note_bug(error: Exception) -> None:
    """Count and log an error that nobody waits for, unless it passes by itself."""
    if not is_passing(error):
        ERRORS.inc()
        _log.error("bug", reference=new_reference(), exc_info=error)
