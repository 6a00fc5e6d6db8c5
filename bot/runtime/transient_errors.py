"""Which errors pass by themselves, so that trying again later is right."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from telegram.error import BadRequest, NetworkError, RetryAfter

from ledger.storage.driver_errors import READ_ONLY

_SQLITE_ERROR: Final = 1
"""SQLite's code for a statement that is wrong in itself (sqlite.org/rescode.html)."""


def is_database_away(error: BaseException) -> bool:
    """Tell whether the database could not do its work just now: gone, locked, disk full."""
    if isinstance(error, PoolTimeoutError):
        return True
    if not isinstance(error, DBAPIError):
        return False
    if error.connection_invalidated or isinstance(error, InterfaceError):
        return True
    if getattr(error.orig, "sqlstate", None) == READ_ONLY:
        return True
    if not isinstance(error, OperationalError):
        return False
    code = getattr(error.orig, "sqlite_errorcode", None)
    return code is None or code & 0xFF != _SQLITE_ERROR


def is_telegram_away(error: BaseException) -> bool:
    """Tell whether Telegram or the way to it failed, or Telegram asked for patience."""
    # BadRequest is a NetworkError to python-telegram-bot, but no answer gets better by waiting.
    if isinstance(error, BadRequest):
        return False
    return isinstance(error, NetworkError | RetryAfter | TimeoutError)


def patience_seconds(refusal: RetryAfter) -> float:
    """Return how long a refusal asks to wait.

    python-telegram-bot gives a number or a span, as PTB_TIMEDELTA says.
    """
    span = refusal.retry_after
    return span.total_seconds() if isinstance(span, timedelta) else float(span)


def is_passing(error: BaseException) -> bool:
    """Tell whether the same update may succeed when it is handled again later."""
    return is_database_away(error) or is_telegram_away(error)
