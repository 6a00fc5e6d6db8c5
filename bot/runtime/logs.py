"""Log lines: structured, with references, never with the token or what people wrote.

A traceback is logged as where it passed and the kind of error, without the error's own
text, as that may quote a message (`KeyError: 'dinner'`). The text is kept with the update
in the inbox; `main.py audit` lists such updates by their references.
"""

from __future__ import annotations

import logging
import re
import secrets
import sys
import traceback
from collections.abc import MutableMapping
from types import TracebackType
from typing import Any, Final

import structlog

from bot.runtime.settings import LogFormat, LogLevel

_TOKEN: Final = re.compile(r"\b\d{3,}:[A-Za-z0-9_-]{20,}")
"""What a bot's token looks like, wherever it came from."""
_LETTERS: Final = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without those that are read as another."""
_QUIET: Final = (
    *("httpx", "httpcore", "aiohttp", "telegram"),
    *("apscheduler", "uvicorn", "asyncio", "alembic"),
)
"""Libraries whose lines below WARNING hold addresses with the token, or messages."""


def new_reference() -> str:
    """Return a reference that a person can read out and the log can be searched for."""
    return "".join(secrets.choice(_LETTERS) for _ in range(6))


class Redaction:
    """Takes a token out of any text."""

    def __init__(self, token: str = "") -> None:
        self._token = token
        self._secret = token.partition(":")[2]

    def __call__(self, text: str) -> str:
        """Return the text without the token, as a whole, without its number, or percent-encoded."""
        if self._token:
            text = text.replace(self._token, "<token>").replace(self._secret, "<token>")
        return _TOKEN.sub("<token>", text)


def told_safely(error: BaseException) -> str:
    """Return a traceback as lines "file:line function", oldest first, with the errors' kinds."""
    lines: list[str] = []
    seen: set[int] = set()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        lines.insert(0, "\n".join([*_frames(cause.__traceback__), _kind(cause)]))
        cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)
    return "\nthen\n".join(lines)


def _frames(trace: TracebackType | None) -> list[str]:
    return [
        f"  {frame.filename}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(trace, limit=-40)
    ]


def _kind(error: BaseException) -> str:
    return f"{type(error).__module__}.{type(error).__qualname__}"


class _Safely:
    """Structlog processor: the error without its own words, and a library's arguments left out."""

    def __call__(
        self, _logger: object, _method: str, event: MutableMapping[str, Any]
    ) -> MutableMapping[str, Any]:
        error = event.pop("exc_info", None)
        if error is True:
            error = sys.exc_info()
        if isinstance(error, tuple):
            error = error[1]
        if isinstance(error, BaseException):
            event["traceback"] = told_safely(error)
        return event


class _Redact:
    """Structlog processor: the token out of every text of a line."""

    def __init__(self, redaction: Redaction) -> None:
        self._redaction = redaction

    def __call__(
        self, _logger: object, _method: str, event: MutableMapping[str, Any]
    ) -> MutableMapping[str, Any]:
        for key, value in event.items():
            if isinstance(value, str):
                event[key] = self._redaction(value)
            elif not isinstance(value, int | float | bool | None) and not key.startswith("_"):
                event[key] = self._redaction(str(value))
        return event


class _WithoutArguments(logging.Filter):
    """Leaves a library's line as its template: the arguments may hold what people wrote."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.name.startswith("telegram") and record.args:
            record.args = None
        return True


def configure_logs(level: LogLevel, log_format: LogFormat, token: str = "") -> None:
    """Send every log line of the process, ours and libraries', through one formatter to stderr."""
    before: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _Safely(),
    ]
    last: structlog.typing.Processor = (
        structlog.processors.JSONRenderer()
        if log_format is LogFormat.JSON
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    )
    structlog.configure(
        processors=[*before, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler()
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[*before],
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                _Redact(Redaction(token)),
                last,
            ],
        )
    )
    handler.addFilter(_WithoutArguments())
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level.value)
    for name in _QUIET:
        logging.getLogger(name).setLevel(max(logging.WARNING, root.level))
    logging.captureWarnings(capture=True)
