"""From a row of the inbox to the handlers, whatever the row holds."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from functools import partial
from typing import Any, Final

import structlog
from telegram import Update
from telegram.ext import Application

from bot.intake.handling import Handling, begin_handling
from bot.intake.inbox import Row
from bot.intake.storable import storable, storable_update
from bot.runtime.logs import new_reference
from bot.runtime.metrics import ERRORS

_log = structlog.get_logger(__name__)

_HANDLING_SECONDS: Final = 180.0
"""Longer than the pacer's patience: whoever hangs so long is handled again later."""

AnyApplication = Application[Any, Any, Any, Any, Any, Any]


class RowHandler:
    """Parses a row and has the application's handlers process it.

    Kinds of updates that we did not ask for are stepped past. A row that can't be parsed is
    set aside as it came.
    """

    def __init__(self, application: AnyApplication, kinds: Collection[str]) -> None:
        self._application = application
        self._kinds = frozenset(kinds)

    async def __call__(self, row: Row) -> Handling:
        """Handle a row once; what came of it is in the result, and nothing is raised."""
        handling = begin_handling(row)
        raw = row.raw
        if self._kinds.isdisjoint(raw):
            return handling
        try:
            update = Update.de_json(storable_update(raw), self._application.bot)
            async with asyncio.timeout(_HANDLING_SECONDS):
                await self._application.process_update(update)
            if handling.later:
                handling.finish = partial(self._finish, update, handling)
        except TimeoutError as error:
            handling.put_off = error
        except Exception as error:  # noqa: BLE001  # set aside with a reference, and logged
            ERRORS.inc()
            handling.reference = new_reference()
            handling.reason = storable(f"{type(error).__name__}: {error}"[:2000])
            _log.error(
                "not_readable",
                reference=handling.reference,
                update_id=row.update_id,
                exc_info=error,
            )
        return handling

    async def _finish(self, update: Update, handling: Handling) -> None:
        """Do what was left for later; where it fails, the error handler says what becomes of it."""
        handling.put_off = None
        try:
            async with asyncio.timeout(_HANDLING_SECONDS):
                while handling.later:
                    await handling.later[0]()
                    del handling.later[0]
        except Exception as error:  # noqa: BLE001  # as after a handler
            await self._application.process_error(update, error)
