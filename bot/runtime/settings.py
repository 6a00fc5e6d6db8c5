"""What is set from outside: environment variables and `.env`, checked at the start."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import (
    BeforeValidator,
    Field,
    PlainValidator,
    SecretStr,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy.exc import ArgumentError

from ledger.core.money import Currency, currency
from ledger.storage.database import database_url

TELEGRAM_API_URL = "https://api.telegram.org"
_THIS_MACHINE = {"localhost", "127.0.0.1", "::1"}
_REASONS = {
    "port": "must be a number from 1 to 65535, such as 8080",
    "telegram_limits": "must be on or off",
    "log_level": "must be DEBUG, INFO, WARNING or ERROR",
    "log_format": "must be console or json",
    "commands_per_minute": "must be a whole number such as 30, or 0 for no limit",
}
"""What a setting must be whose type says by itself what is wrong; in our words, not pydantic's."""


class SettingsError(Exception):
    """A setting is missing or wrong; the message is one clear line for whoever starts the bot."""


class LogFormat(StrEnum):
    """How log lines look."""

    CONSOLE = "console"
    JSON = "json"


class LogLevel(StrEnum):
    """From which level on log lines are written."""

    DEBUG = "DEBUG"
    INFO = "INFO"
    WARNING = "WARNING"
    ERROR = "ERROR"


def _currency(code: object) -> Currency:
    if not isinstance(code, str):
        raise ValueError("must be an ISO 4217 code such as INR")
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


def _capitals(value: object) -> object:
    return value.upper() if isinstance(value, str) else value


def _small(value: object) -> object:
    return value.lower() if isinstance(value, str) else value


class BookSettings(BaseSettings):
    """Where the book is: all that a command needs that talks to no Telegram.

    `load_book_settings` reads it. An empty variable counts as not set.
    """

    model_config = SettingsConfigDict(
        env_file=".env",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
    )

    database_url: str = "sqlite:///all_square.db"

    @field_validator("database_url")
    @classmethod
    def _database(cls, url: str) -> str:
        try:
            database_url(url)
        except (ArgumentError, ValueError):
            raise ValueError("must begin with sqlite:/// or postgresql+psycopg://") from None
        return url


class Settings(BookSettings):
    """The settings of one running bot; `load_settings` reads them.

    `telegram_api_url` has no slash at its end.
    """

    telegram_bot_token: SecretStr
    telegram_api_url: str = TELEGRAM_API_URL
    telegram_limits: bool = True
    """Whether sending keeps below Telegram's limits; off for a server that has none."""
    webhook_url: str | None = None
    """The public https address Telegram posts updates to; None polls instead."""
    webhook_secret: SecretStr | None = None
    port: Annotated[int | None, Field(ge=1, le=65535)] = None
    """Where health, metrics and the webhook are served; None serves nothing (polling only)."""
    default_currency: Annotated[Currency, PlainValidator(_currency)] = Currency("INR")
    default_timezone: str = "Asia/Kolkata"
    log_level: Annotated[LogLevel, BeforeValidator(_capitals)] = LogLevel.INFO
    log_format: Annotated[LogFormat, BeforeValidator(_small)] = LogFormat.CONSOLE
    commands_per_minute: Annotated[int, Field(ge=0)] = 30
    """How many commands a person may send in a chat each minute; 0 for no limit."""

    @field_validator("telegram_bot_token")
    @classmethod
    def _token(cls, token: SecretStr) -> SecretStr:
        number, colon, secret = token.get_secret_value().strip().partition(":")
        if not (number.isdigit() and colon and secret):
            raise ValueError("must look like 123456:ABC-DEF, as BotFather gave it")
        return SecretStr(token.get_secret_value().strip())

    @field_validator("telegram_api_url", "webhook_url")
    @classmethod
    def _address(cls, address: str | None) -> str | None:
        if address is None:
            return None
        try:
            parts = urlsplit(address)
            is_address = parts.scheme in {"http", "https"} and bool(parts.hostname)
        except ValueError:
            is_address = False
        if not is_address:
            raise ValueError("must be an address such as https://example.org")
        return address.rstrip("/")

    @field_validator("default_timezone")
    @classmethod
    def _known_timezone(cls, name: str) -> str:
        return _timezone(name)

    @model_validator(mode="after")
    def _webhook(self) -> Self:
        if self.webhook_url is None:
            return self
        webhook, api = urlsplit(self.webhook_url), urlsplit(self.telegram_api_url)
        is_telegrams = api.hostname == urlsplit(TELEGRAM_API_URL).hostname
        if webhook.scheme != "https" and is_telegrams and webhook.hostname not in _THIS_MACHINE:
            raise ValueError("WEBHOOK_URL must begin with https://, as Telegram calls no other")
        secret = self.webhook_secret.get_secret_value() if self.webhook_secret else ""
        allowed = all(sign.isascii() and (sign.isalnum() or sign in "_-") for sign in secret)
        if not 1 <= len(secret) <= 256 or not allowed:
            raise ValueError(
                "WEBHOOK_SECRET must be set with WEBHOOK_URL: 1 to 256 letters, digits, _ or -"
            )
        return self

    @property
    def token(self) -> str:
        """The bot's token, in the clear."""
        return self.telegram_bot_token.get_secret_value()

    @property
    def serves_on(self) -> int | None:
        """The port to serve on; the webhook's has a default, as it must be served."""
        return self.port or (8080 if self.webhook_url else None)


def load_settings(**overrides: object) -> Settings:
    """Read the environment and `.env`; `overrides` (by field name) win over both.

    Raises SettingsError with one line that names the variable, never its value.
    """
    try:
        return Settings(**overrides)  # type: ignore[arg-type]  # checked by pydantic itself
    except ValidationError as error:
        raise SettingsError(_line(error)) from None


def load_book_settings() -> BookSettings:
    """Read where the book is; raise SettingsError as `load_settings` does."""
    try:
        return BookSettings()
    except ValidationError as error:
        raise SettingsError(_line(error)) from None


def _line(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    reason = first["msg"].removeprefix("Value error, ")
    if not first["loc"]:
        return reason
    name = str(first["loc"][0]).upper()
    if first["type"] == "missing":
        return (
            f"{name} is not set. BotFather (https://t.me/BotFather) gives you one; "
            "without one, try: uv run main.py playground"
        )
    if first["type"] != "value_error":
        reason = _REASONS.get(name.lower(), "is not what it must be: see the README")
    return f"{name} {reason}"
