"""What is set from outside: environment variables and `.env`, checked at the start.

Without pydantic, which would take a tenth of the memory of a small bot and of its start.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields
from enum import StrEnum
from typing import Any, Final, TypeVar
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dotenv import dotenv_values
from sqlalchemy.exc import ArgumentError

from ledger.core.money import Currency, currency
from ledger.storage.database import database_url

TELEGRAM_API_URL = "https://api.telegram.org"
APP_PATH = "/app"
"""Where the Mini App is, below the address at which people reach it."""
_THIS_MACHINE = {"localhost", "127.0.0.1", "::1"}
_RUPEES = Currency("INR")
_LAST_PORT = 65535
_YES = frozenset({"on", "true", "yes", "1", "y", "t"})
_NO = frozenset({"off", "false", "no", "0", "n", "f"})
_LONGEST_SECRET = 256
_FEWEST_SIGNS = 32
"""Of a secret that signs: HS256 asks for as many as its hash has (RFC 7518, 3.2)."""


class SettingsError(Exception):
    """A setting is missing or wrong; the message is one clear line for whoever starts the bot."""


class LogFormat(StrEnum):
    """How log lines look."""

    CONSOLE = "console"
    JSON = "json"


class Registration(StrEnum):
    """Who may make an account by HTTP."""

    OPEN = "open"
    """Everybody."""
    CLOSED = "closed"
    """Only whoever has the service token."""


class LogLevel(StrEnum):
    """From which level on log lines are written."""

    DEBUG = "DEBUG"
    INFO = "INFO"
    WARNING = "WARNING"
    ERROR = "ERROR"


@dataclass(frozen=True, slots=True, repr=False)
class Secret:
    """A text that is shown nowhere by accident."""

    _clear: str

    def get_secret_value(self) -> str:
        """Return the text in the clear."""
        return self._clear

    def __repr__(self) -> str:
        return "Secret(…)"


# ---- Readers: from what is written to the value; each raises ValueError with what it must be ----


def _database(url: str) -> str:
    try:
        database_url(url)
    except (ArgumentError, ValueError):
        raise ValueError("must begin with sqlite:/// or postgresql+psycopg://") from None
    return url


def _token(token: str) -> Secret:
    number, colon, secret = token.strip().partition(":")
    if not (number.isdigit() and colon and secret):
        raise ValueError("must look like 123456:ABC-DEF, as BotFather gave it")
    return Secret(token.strip())


def _address(address: str) -> str:
    try:
        parts = urlsplit(address)
        is_address = parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        is_address = False
    if not is_address:
        raise ValueError("must be an address such as https://example.org")
    return address.rstrip("/")


def _switch(written: str) -> bool:
    said = written.strip().lower()
    if said not in _YES | _NO:
        raise ValueError("must be on or off")
    return said in _YES


def _port(written: str) -> int:
    port = int(written) if written.strip().isdecimal() else 0
    if not 1 <= port <= _LAST_PORT:
        raise ValueError("must be a number from 1 to 65535, such as 8080")
    return port


def _limit(written: str) -> int:
    if not written.strip().isdecimal():
        raise ValueError("must be a whole number such as 30, or 0 for no limit")
    return int(written)


def _currency(code: str) -> Currency:
    try:
        return currency(code.strip().upper())
    except ValueError:
        raise ValueError("must be an ISO 4217 code such as INR") from None


def _timezone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError("must be an IANA time zone such as Asia/Kolkata") from None
    return name


def _log_level(written: str) -> LogLevel:
    try:
        return LogLevel(written.strip().upper())
    except ValueError:
        raise ValueError("must be DEBUG, INFO, WARNING or ERROR") from None


def _log_format(written: str) -> LogFormat:
    try:
        return LogFormat(written.strip().lower())
    except ValueError:
        raise ValueError("must be console or json") from None


def _registration(written: str) -> Registration:
    try:
        return Registration(written.strip().lower())
    except ValueError:
        raise ValueError("must be open or closed") from None


def _long_secret(written: str) -> Secret:
    if len(written) < _FEWEST_SIGNS or not all("!" <= sign <= "~" for sign in written):
        raise ValueError(f"must be {_FEWEST_SIGNS} or more letters, digits and signs")
    return Secret(written)


def _origins(written: str) -> tuple[str, ...]:
    origins = tuple(written.replace(",", " ").lower().split())
    for origin in origins:
        try:
            parts = urlsplit(origin)
            whole = f"{parts.scheme}://{parts.netloc}" == origin
            known = parts.scheme in {"http", "https"} and bool(parts.hostname) and whole
        except ValueError:
            known = False
        if not known:
            raise ValueError("must be origins such as https://example.org, with no path")
    return origins


def _mini_app(written: str) -> str:
    name = written.strip()
    if not re.fullmatch(r"[A-Za-z0-9_]{3,30}", name):
        raise ValueError("must be main, or the short name that BotFather gave the Mini App")
    return name


READERS: Final[Mapping[str, Callable[[str], object]]] = {
    "database_url": _database,
    "telegram_bot_token": _token,
    "telegram_api_url": _address,
    "telegram_limits": _switch,
    "webhook_url": _address,
    "webhook_secret": Secret,
    "port": _port,
    "default_currency": _currency,
    "default_timezone": _timezone,
    "log_level": _log_level,
    "log_format": _log_format,
    "commands_per_minute": _limit,
    "api": _switch,
    "api_secret": _long_secret,
    "api_service_token": _long_secret,
    "api_registration": _registration,
    "api_origins": _origins,
    "public_url": _address,
    "mini_app": _mini_app,
}
"""Every setting by its name, with what reads it."""


# ---- The settings ----


@dataclass(frozen=True, slots=True, kw_only=True)
class BookSettings:
    """Where the book is: all that a command needs that talks to no Telegram.

    `load_book_settings` reads it. An empty variable counts as not set.
    """

    database_url: str = "sqlite:///all_square.db"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings(BookSettings):
    """The settings of one running bot; `load_settings` reads them.

    `telegram_api_url` has no slash at its end.
    """

    telegram_bot_token: Secret
    telegram_api_url: str = TELEGRAM_API_URL
    telegram_limits: bool = True
    """Whether sending keeps below Telegram's limits; off for a server that has none."""
    webhook_url: str | None = None
    """The public https address Telegram posts updates to; None polls instead."""
    webhook_secret: Secret | None = None
    port: int | None = None
    """Where health, metrics and the webhook are served; None serves nothing (polling only)."""
    default_currency: Currency = _RUPEES
    default_timezone: str = "Asia/Kolkata"
    log_level: LogLevel = LogLevel.INFO
    log_format: LogFormat = LogFormat.CONSOLE
    commands_per_minute: int = 30
    """How many commands a person may send in a chat each minute; 0 for no limit."""
    api: bool | None = None
    """Whether the HTTP API is served; None serves it wherever anything is."""
    api_secret: Secret | None = None
    """Signs the API's tokens; without one, one is made and kept."""
    api_service_token: Secret | None = None
    """Lets a trusted backend act for everybody over HTTP; None lets nobody."""
    api_registration: Registration = Registration.OPEN
    api_origins: tuple[str, ...] = ()
    """The origins whose pages may call the API, such as `https://example.org`."""
    public_url: str | None = None
    """Where people reach what is served on that port; None: where Telegram calls."""
    mini_app: str | None = None
    """`main` or the Mini App's short name; None shows no button that opens it."""

    def __post_init__(self) -> None:
        if self.webhook_url is None:
            return
        webhook, api = urlsplit(self.webhook_url), urlsplit(self.telegram_api_url)
        is_telegrams = api.hostname == urlsplit(TELEGRAM_API_URL).hostname
        if webhook.scheme != "https" and is_telegrams and webhook.hostname not in _THIS_MACHINE:
            raise SettingsError("WEBHOOK_URL must begin with https://, as Telegram calls no other")
        secret = self.webhook_secret.get_secret_value() if self.webhook_secret else ""
        allowed = all(sign.isascii() and (sign.isalnum() or sign in "_-") for sign in secret)
        if not 1 <= len(secret) <= _LONGEST_SECRET or not allowed:
            raise SettingsError(
                "WEBHOOK_SECRET must be set with WEBHOOK_URL: 1 to 256 letters, digits, _ or -"
            )

    @property
    def token(self) -> str:
        """The bot's token, in the clear."""
        return self.telegram_bot_token.get_secret_value()

    @property
    def serves_on(self) -> int | None:
        """The port to serve on; the webhook's has a default, as it must be served."""
        return self.port or (8080 if self.webhook_url or self.api else None)

    @property
    def serves_api(self) -> bool:
        """Whether the HTTP API is served on that port."""
        return self.serves_on is not None and self.api is not False

    @property
    def reached_at(self) -> str | None:
        """Where people reach the API and the Mini App, None where they can't."""
        if self.public_url is not None or self.webhook_url is None or not self.serves_api:
            return self.public_url
        parts = urlsplit(self.webhook_url)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def app_address(self) -> str | None:
        """Where the Mini App is, None where there are to be no buttons that open it."""
        at = self.reached_at
        return None if at is None or self.mini_app is None else f"{at}{APP_PATH}"

    @property
    def has_api(self) -> bool:
        """Whether there is an API to call, here or where people are said to reach it."""
        return self.serves_api or self.public_url is not None


S = TypeVar("S", bound=BookSettings)


def load_settings(**overrides: object) -> Settings:
    """Read the environment and `.env`; `overrides` (by field name) win over both.

    Raises SettingsError with one line that names the variable, never its value.
    """
    return _loaded(Settings, overrides)


def load_book_settings() -> BookSettings:
    """Read where the book is; raise SettingsError as `load_settings` does."""
    return _loaded(BookSettings, {})


def _loaded(kind: type[S], overrides: Mapping[str, object]) -> S:
    written = {**dotenv_values(".env"), **os.environ}
    outside = {name.lower(): value for name, value in written.items() if value}
    found: dict[str, Any] = {}
    for one in fields(kind):
        value = overrides[one.name] if one.name in overrides else outside.get(one.name, MISSING)
        if isinstance(value, str):
            try:
                value = READERS[one.name](value)
            except ValueError as error:
                raise SettingsError(f"{one.name.upper()} {error}") from None
        if value is not MISSING:
            found[one.name] = value
        elif one.default is MISSING:
            raise SettingsError(
                f"{one.name.upper()} is not set. BotFather (https://t.me/BotFather) gives you "
                "one; without one, try: uv run main.py playground"
            )
    return kind(**found)
