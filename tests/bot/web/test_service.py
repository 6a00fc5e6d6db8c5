"""The service as a whole: how it ends, and what it trusts."""

from __future__ import annotations

import asyncio
import ssl

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from telegram import Update

from bot import application
from bot.application import _verification
from bot.playground.journal import PATIENCE_SECONDS
from bot.playground.people import Chat, Person
from bot.playground.world import World
from bot.runtime.settings import load_settings
from ledger.storage.database import Store
from tests.bot.conftest import Bench, Echo
from tests.ports import free_port


@pytest.mark.parametrize("address", ["https://api.telegram.org", "HTTPS://api.telegram.org"])
def test_a_certificate_is_checked_however_https_is_written(address: str) -> None:
    settings = load_settings(telegram_bot_token="1:a", telegram_api_url=address)
    checked = _verification(settings)
    assert isinstance(checked, ssl.SSLContext)
    assert checked.verify_mode is ssl.CERT_REQUIRED


def test_no_address_switches_the_checking_off() -> None:
    settings = load_settings(telegram_bot_token="1:a", telegram_api_url="http://127.0.0.1:1")
    assert _verification(settings) is True


async def test_one_deadline_holds_for_all_that_is_stopped(
    bench: Bench,
    store: Store,
    world: World,
    group: Chat,
    asha: Person,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(application, "_STOP_SECONDS", 3.0)
    started, never = asyncio.Event(), asyncio.Event()

    async def hang(update: Update) -> None:
        started.set()
        await never.wait()

    service = await bench.start(store, hang)
    world.say(asha, group, "/balance")
    await started.wait()
    async with asyncio.timeout(PATIENCE_SECONDS):
        await bench.stop(service)


async def test_a_bot_that_serves_no_more_ends(
    bench: Bench, store: Store, world: World, group: Chat, asha: Person
) -> None:
    echo = Echo()
    service = echo.service = bench.service(store, echo, port=free_port())
    bench.services.remove(service)
    running = asyncio.create_task(service.run())
    await world.ask(asha, group, "/balance")
    assert service.web is not None
    service.web._server.should_exit = True
    assert await asyncio.wait_for(running, PATIENCE_SECONDS) == 1


def test_a_databases_errors_do_not_repeat_what_people_wrote(store: Store) -> None:
    with pytest.raises(DBAPIError) as caught, store.transaction() as tx:
        tx.connection.execute(text("SELECT * FROM nowhere WHERE a = :a"), {"a": "secret dinner"})
    assert "secret dinner" not in str(caught.value)
