"""Settings from outside, and the one clear line when one is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.runtime.settings import (
    LogFormat,
    LogLevel,
    SettingsError,
    load_book_settings,
    load_settings,
)

TOKEN = "123456:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"


@pytest.fixture(autouse=True)
def _token(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", TOKEN)


def test_only_the_token_has_to_be_set() -> None:
    settings = load_settings()
    assert settings.token == TOKEN
    assert settings.telegram_api_url == "https://api.telegram.org"
    assert settings.database_url == "sqlite:///all_square.db"
    assert settings.serves_on is None
    assert settings.telegram_limits
    assert TOKEN not in repr(settings)


def test_a_file_is_read_and_the_environment_wins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".env").write_text("DEFAULT_CURRENCY=eur\nLOG_LEVEL=debug\nLOG_FORMAT=JSON\n")
    monkeypatch.setenv("LOG_LEVEL", "warning")
    settings = load_settings()
    assert settings.default_currency == "EUR"
    assert (settings.log_level, settings.log_format) == (LogLevel.WARNING, LogFormat.JSON)


def test_an_empty_variable_counts_as_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEBHOOK_URL", "")
    monkeypatch.setenv("PORT", "")
    assert load_settings().webhook_url is None


def test_what_works_on_the_book_alone_asks_for_nothing_of_telegram(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("TELEGRAM_BOT_TOKEN")
    monkeypatch.setenv("WEBHOOK_URL", "nowhere")
    monkeypatch.setenv("DATABASE_URL", "sqlite:///other.db")
    assert load_book_settings().database_url == "sqlite:///other.db"
    monkeypatch.setenv("DATABASE_URL", "mysql://x")
    with pytest.raises(SettingsError, match="DATABASE_URL must begin with"):
        load_book_settings()


@pytest.mark.parametrize(
    ("name", "value", "line"),
    [
        ("TELEGRAM_BOT_TOKEN", "abc", "TELEGRAM_BOT_TOKEN must look like 123456:ABC-DEF"),
        ("TELEGRAM_BOT_TOKEN", "", "TELEGRAM_BOT_TOKEN is not set."),
        ("TELEGRAM_API_URL", "api.example.org", "TELEGRAM_API_URL must be an address"),
        ("DATABASE_URL", "mysql://x", "DATABASE_URL must begin with sqlite:/// or postgresql"),
        ("DATABASE_URL", "book.db", "DATABASE_URL must begin with"),
        ("DEFAULT_CURRENCY", "RUPEE", "DEFAULT_CURRENCY must be an ISO 4217 code"),
        ("DEFAULT_TIMEZONE", "Delhi", "DEFAULT_TIMEZONE must be an IANA time zone"),
        ("PORT", "70000", "PORT must be a number from 1 to 65535, such as 8080"),
        ("PORT", "abc", "PORT must be a number from 1 to 65535, such as 8080"),
        ("LOG_LEVEL", "loud", "LOG_LEVEL must be DEBUG, INFO, WARNING or ERROR"),
        ("LOG_FORMAT", "xml", "LOG_FORMAT must be console or json"),
        ("TELEGRAM_LIMITS", "maybe", "TELEGRAM_LIMITS must be on or off"),
        ("COMMANDS_PER_MINUTE", "-1", "COMMANDS_PER_MINUTE must be a whole number such as 30"),
        ("COMMANDS_PER_MINUTE", "few", "COMMANDS_PER_MINUTE must be a whole number such as 30"),
        ("API", "perhaps", "API must be on or off"),
        ("API_SECRET", "short", "API_SECRET must be 32 or more letters, digits and signs"),
        ("API_SERVICE_TOKEN", "ä" * 40, "API_SERVICE_TOKEN must be 32 or more letters"),
        ("API_SERVICE_TOKEN", "a b " * 10, "API_SERVICE_TOKEN must be 32 or more letters"),
        ("API_REGISTRATION", "ajar", "API_REGISTRATION must be open or closed"),
        ("API_ORIGINS", "*", "API_ORIGINS must be origins such as https://example.org"),
        ("API_ORIGINS", "https://a.example/app", "API_ORIGINS must be origins such as"),
        ("WEBHOOK_URL", "https://[::1", "WEBHOOK_URL must be an address such as https://"),
        ("WEBHOOK_URL", "http://example.org", "WEBHOOK_URL must begin with https://"),
        ("WEBHOOK_URL", "https://example.org", "WEBHOOK_SECRET must be set with WEBHOOK_URL"),
    ],
)
def test_a_wrong_value_is_told_in_one_line(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, line: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as caught:
        load_settings()
    told = str(caught.value)
    assert told.startswith(line)
    assert "\n" not in told
    assert not value or value not in told.removeprefix(line)


@pytest.mark.parametrize(
    ("webhook", "api"),
    [
        ("http://127.0.0.1:8080", "https://api.telegram.org"),
        ("http://localhost", "https://api.telegram.org/"),
        ("http://bot.internal/telegram", "http://telegram.internal:8081"),
    ],
)
def test_a_webhook_that_never_leaves_the_house_may_be_http(webhook: str, api: str) -> None:
    settings = load_settings(webhook_url=webhook, webhook_secret="s", telegram_api_url=api)
    assert settings.webhook_url == webhook


def test_origins_are_separated_as_people_do() -> None:
    settings = load_settings(api_origins="https://a.example, http://localhost:3000 https://B.org")
    assert settings.api_origins == ("https://a.example", "http://localhost:3000", "https://b.org")


def test_the_api_is_served_wherever_anything_is_unless_it_is_said() -> None:
    assert not load_settings().serves_api
    assert load_settings(port=8080).serves_api
    assert not load_settings(port=8080, api="off").serves_api
    on = load_settings(api="on")
    assert (on.serves_api, on.serves_on) == (True, 8080)
