"""What a log line holds, and what it never does."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator

import pytest
import structlog
from telegram import Update

from bot.playground.people import Chat, Person
from bot.playground.world import World
from bot.runtime.logs import Redaction, configure_logs, new_reference, told_safely
from bot.runtime.settings import LogFormat, LogLevel
from ledger.storage.database import Store
from tests.bot.conftest import Bench

TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    root = logging.getLogger()
    before = (
        root.handlers,
        root.level,
        {name: logging.getLogger(name).level for name in logging.Logger.manager.loggerDict},
    )
    yield
    root.handlers, level, levels = before
    root.setLevel(level)
    for name, was in levels.items():
        logging.getLogger(name).setLevel(was)
    logging.captureWarnings(capture=False)
    structlog.reset_defaults()


def test_lines_are_structured_and_errors_told_without_their_text(
    capsys: pytest.CaptureFixture[str],
) -> None:
    configure_logs(LogLevel.INFO, LogFormat.JSON, TOKEN)
    try:
        raise KeyError("dinner")
    except KeyError as error:
        structlog.get_logger("bot").error("bug", reference="K7Q2M4", exc_info=error)
    line = json.loads(capsys.readouterr().err)
    assert (line["event"], line["reference"], line["level"]) == ("bug", "K7Q2M4", "error")
    assert "test_logs.py" in line["traceback"]
    assert "builtins.KeyError" in line["traceback"]
    assert "dinner" not in json.dumps(line)


@pytest.mark.parametrize("log_format", list(LogFormat))
def test_the_token_is_in_no_line(capsys: pytest.CaptureFixture[str], log_format: LogFormat) -> None:
    configure_logs(LogLevel.DEBUG, log_format, TOKEN)
    url = f"https://api.telegram.org/bot{TOKEN}/getMe"
    logging.getLogger("anything").warning("asked %s", url)
    structlog.get_logger("bot").warning("asked", url=url, request={"url": url})
    try:
        raise ValueError(url)
    except ValueError:
        logging.getLogger("anything").exception("failed")
    told = capsys.readouterr().err
    assert "asked" in told
    assert TOKEN.partition(":")[2] not in told


async def test_a_run_at_debug_tells_neither_token_nor_words_nor_names(
    bench: Bench,
    store: Store,
    world: World,
    group: Chat,
    asha: Person,
    capsys: pytest.CaptureFixture[str],
) -> None:
    configure_logs(LogLevel.DEBUG, LogFormat.JSON, world.token)

    async def fail(update: Update) -> None:
        raise KeyError(update.effective_message and update.effective_message.text)

    service = await bench.start(store, fail)
    await world.ask(asha, group, "/split 4711 Geburtstagstorte")
    world.faults.bad_gateway("sendMessage")
    await world.ask(asha, group, "/split 4712 Geburtstagstorte")
    await bench.stop(service)
    told = capsys.readouterr().err
    assert '"reference"' in told
    for secret in (world.token.partition(":")[2], "Geburtstagstorte", "4711", "Asha", "Goa trip"):
        assert secret not in told


def test_an_error_is_told_with_what_led_to_it() -> None:
    try:
        try:
            raise KeyError("a")
        except KeyError as error:
            raise RuntimeError("b") from error
    except RuntimeError as error:
        told = told_safely(error)
    assert told.index("KeyError") < told.index("then") < told.index("RuntimeError")


def test_any_token_is_taken_out() -> None:
    assert Redaction()(f"see {TOKEN}") == "see <token>"
    assert (
        Redaction(TOKEN)(f"see /bot{TOKEN.replace(':', '%3A')}/") == "see /bot110201543%3A<token>/"
    )


def test_references_differ() -> None:
    assert len({new_reference() for _ in range(100)}) == 100
