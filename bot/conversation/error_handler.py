"""The one error handler: what goes wrong in a handler passes, or is a bug with a reference."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import structlog
from telegram import Update
from telegram.error import Forbidden
from telegram.ext import CallbackContext

from bot.intake.handling import current_handling
from bot.intake.storable import storable
from bot.runtime.logs import new_reference
from bot.runtime.metrics import ERRORS
from bot.runtime.transient_errors import is_passing

_log = structlog.get_logger(__name__)

Apologise = Callable[[Update, str], Awaitable[None]]


class ErrorHandler:
    """Decides what becomes of the update whose handler failed.

    What passes (database or network away) puts the update off: it is handled again later.
    Anything else is a bug: the person gets an apology with a reference, the log has the
    same reference and no message text, and the update is set aside. People's own mistakes
    (`LedgerError`) were answered before and never come here.
    """

    def __init__(self, apologise: Apologise) -> None:
        self._apologise = apologise

    async def __call__(self, update: object, context: CallbackContext) -> None:  # type: ignore[type-arg]  # any context
        """Handle what a handler or a timed job raised."""
        error = context.error
        assert error is not None
        if isinstance(error, Forbidden):
            # Whoever asked has blocked the bot meanwhile: there is nobody to answer.
            _log.info("may_not_write")
            return
        if is_passing(error):
            self._put_off(error)
            return
        reference = new_reference()
        ERRORS.inc()
        handling = current_handling()
        _log.error(
            "bug",
            reference=reference,
            update_id=handling.row.update_id if handling else None,
            exc_info=error,
        )
        if handling is not None:
            handling.reference = reference
            handling.reason = storable(f"{type(error).__name__}: {error}"[:2000])
        if isinstance(update, Update):
            await self._say_sorry(update, reference)

    def _put_off(self, error: Exception) -> None:
        handling = current_handling()
        if handling is not None:
            handling.put_off = error
        _log.warning(
            "put_off",
            error=type(error).__name__,
            update_id=handling.row.update_id if handling else None,
        )

    async def _say_sorry(self, update: Update, reference: str) -> None:
        try:
            await self._apologise(update, reference)
        except Exception as error:  # noqa: BLE001  # an error handler has nobody behind it
            if is_passing(error):
                # The bug will be met again, and the apology said then.
                self._put_off(error)
            else:
                _log.error("no_apology", reference=reference, exc_info=error)
