"""Updates by webhook, health and metrics; several processes over one PostgreSQL."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator

import httpx
import pytest
from sqlalchemy.exc import OperationalError
from telegram import Update

from bot.application import Service
from bot.intake import later, leases
from bot.intake.inbox import accept, lanes_waiting, rows_waiting
from bot.intake.lanes import Lane
from bot.playground.journal import PATIENCE_SECONDS
from bot.playground.people import Chat, Person
from bot.playground.world import World
from bot.web.endpoints import SECRET_HEADER
from ledger.storage.database import Store, Transaction
from tests.bot.conftest import Bench, Echo, start_echo, text_of
from tests.ports import free_port

SECRET = "s3cret"


@pytest.fixture
async def client() -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient() as client:
        yield client


async def _start(bench: Bench, store: Store) -> tuple[Echo, str]:
    port = free_port()
    echo = await start_echo(
        bench,
        store,
        webhook_url=f"http://127.0.0.1:{port}",
        webhook_secret=SECRET,
        port=port,
    )
    return echo, f"http://127.0.0.1:{port}"


def _update(number: int, chat: Chat, person: Person, text: str) -> dict[str, object]:
    return {
        "update_id": number,
        "message": {
            "message_id": number,
            "date": 1_700_000_000,
            "chat": chat.summary(),
            "from": person.user(),
            "text": text,
        },
    }


async def test_telegram_delivers_to_the_webhook(
    bench: Bench, store: Store, world: World, group: Chat, asha: Person
) -> None:
    await _start(bench, store)
    assert (await world.ask(asha, group, "/balance")).text == "> /balance"
    assert world.webhook.secret_token == SECRET


async def test_only_who_knows_the_secret_may_deliver(
    bench: Bench,
    store: Store,
    world: World,
    group: Chat,
    asha: Person,
    client: httpx.AsyncClient,
) -> None:
    echo, url = await _start(bench, store)
    body = json.dumps(_update(1, group, asha, "/balance"))
    for guess in (b"", b"guess", "sécret".encode("latin-1")):
        headers = {SECRET_HEADER.encode(): guess}
        told = await client.post(f"{url}/telegram", content=body, headers=headers)
        assert told.status_code == 403
    known = {SECRET_HEADER: SECRET}
    for nonsense in (b"{", b"[]", b'{"update_id": "1"}'):
        told = await client.post(f"{url}/telegram", content=nonsense, headers=known)
        assert told.status_code == 400
    assert (await client.get(f"{url}/telegram", headers=known)).status_code == 405
    assert echo.heard == []
    for _ in range(2):
        told = await client.post(f"{url}/telegram", content=body, headers=known)
        assert told.status_code == 200
    await world.until(lambda: echo.heard == ["/balance"])


CHAT = '"chat": {"id": -5, "type": "group", "title": "Goa"}'


@pytest.mark.parametrize(
    "body",
    [
        "[" * 100_000,
        '{"update_id": 1, "message": ' + '{"a": ' * 900 + "1" + "}" * 900 + "}",
        '{"update_id": 1, "message": ' + "[" * 900 + "]" * 900 + "}",
        '{"update_id": true}',
        '{"update_id": -1}',
        '{"update_id": 1.5}',
        '{"update_id": NaN}',
        '{"update_id": ' + "9" * 30 + "}",
        '{"update_id": ' + "9" * 5000 + "}",
        '{"update_id": 9223372036854775808}',
        '{"update_id": 1, "message": {"chat": {"id": ' + "1" + "0" * 30 + "}}}",
        '{"update_id": 1, "message": {"chat": {"id": -' + "1" + "0" * 30 + "}}}",
        '{"update_id": 1, "message": {"message_id": ' + "8" * 25 + ", " + CHAT + "}}",
        '{"update_id": 1, "message": {"from": {"id": ' + "8" * 25 + "}, " + CHAT + "}}",
        "\udcff\udcfe",
    ],
    ids=range(15),
)
async def test_what_cannot_be_an_update_is_told_so_and_not_asked_for_again(
    bench: Bench, store: Store, client: httpx.AsyncClient, body: str
) -> None:
    _, url = await _start(bench, store)
    told = await client.post(
        f"{url}/telegram",
        content=body.encode("utf-8", "surrogateescape"),
        headers={SECRET_HEADER: SECRET},
    )
    assert told.status_code == 400
    with store.transaction() as tx:
        assert lanes_waiting(tx) == ()


async def test_a_long_message_with_much_formatting_is_an_update(
    bench: Bench, store: Store, world: World, group: Chat, asha: Person, client: httpx.AsyncClient
) -> None:
    echo, url = await _start(bench, store)
    update = _update(9_223_372_036_854_775_807, group, asha, "/balance")
    assert isinstance(update["message"], dict)
    update["message"]["entities"] = [{"type": "bold", "offset": 0, "length": 1}] * 150
    told = await client.post(f"{url}/telegram", json=update, headers={SECRET_HEADER: SECRET})
    assert told.status_code == 200
    await world.until(lambda: echo.heard == ["/balance"])


async def _half_open(url: str, beginning: bytes) -> bytes:
    """Send the beginning of a request, and return what comes until the connection is closed."""
    host, port = url.removeprefix("http://").split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    writer.write(beginning)
    said = b""
    async with asyncio.timeout(PATIENCE_SECONDS):
        with contextlib.suppress(ConnectionResetError):  # closed with something unread
            while received := await reader.read(1000):
                said += received
    writer.close()
    return said


async def test_half_open_requests_are_closed(
    bench: Bench, store: Store, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.web.connections.HEADER_SECONDS", 0.5)
    monkeypatch.setattr("bot.web.endpoints._BODY_SECONDS", 0.5)
    _, url = await _start(bench, store)
    line = b"POST /telegram HTTP/1.1\r\nHost: x\r\n"
    known = line + f"{SECRET_HEADER}: {SECRET}\r\nContent-Length: 1000\r\n\r\n".encode()
    said = await asyncio.gather(
        *(_half_open(url, beginning) for beginning in (b"", b"P", line) for _ in range(50)),
        *(_half_open(url, known + b'{"update_id": 1') for _ in range(50)),
        _half_open(url, line + b"Content-Length: 1000\r\n\r\n{"),
        _half_open(url, b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"),
    )
    assert said[:150] == [b""] * 150
    assert all(answer.startswith(b"HTTP/1.1 408 ") for answer in said[150:200])
    assert said[200].startswith(b"HTTP/1.1 403 ")
    assert said[201].startswith(b"HTTP/1.1 200 ")
    assert (await client.get(f"{url}/healthz")).status_code == 200


async def test_a_body_without_end_is_refused(
    bench: Bench, store: Store, client: httpx.AsyncClient
) -> None:
    _, url = await _start(bench, store)
    told = await client.post(
        f"{url}/telegram", content=b" " * (1 << 21), headers={SECRET_HEADER: SECRET}
    )
    assert told.status_code == 413


async def test_what_cannot_be_committed_is_refused(
    bench: Bench,
    store: Store,
    group: Chat,
    asha: Person,
    client: httpx.AsyncClient,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _, url = await _start(bench, store)
    assert (await client.get(f"{url}/healthz")).json() == {"database": "ok", "intake": "ok"}

    def away() -> None:
        raise OperationalError("BEGIN", {}, ConnectionError())

    with monkeypatch.context() as patched:
        patched.setattr(store, "transaction", away)
        told = await client.post(
            f"{url}/telegram",
            content=json.dumps(_update(1, group, asha, "/balance")),
            headers={SECRET_HEADER: SECRET},
        )
        assert told.status_code == 503
        health = await client.get(f"{url}/healthz")
    assert (health.status_code, health.json()["database"]) == (503, "failing")


async def test_metrics_are_counted(
    bench: Bench,
    store: Store,
    world: World,
    group: Chat,
    asha: Person,
    client: httpx.AsyncClient,
) -> None:
    _, url = await _start(bench, store)
    await world.ask(asha, group, "/balance")
    told = (await client.get(f"{url}/metrics")).text
    assert 'all_square_updates_total{kind="message"}' in told
    assert 'all_square_calls_total{method="sendMessage"}' in told
    assert "all_square_inbox_age_seconds" in told


async def _two(bench: Bench, store: Store) -> tuple[Service, Service, list[tuple[str, str]]]:
    """Start two bots over one PostgreSQL that note who handled what."""
    heard: list[tuple[str, str]] = []
    services = []
    for name in ("first", "second"):
        echo = Echo()

        async def handle(update: Update, name: str = name, echo: Echo = echo) -> None:
            heard.append((name, text_of(update)))
            await echo.answer(update)

        service = bench.service(
            store,
            handle,
            webhook_url="http://127.0.0.1:1",
            webhook_secret=SECRET,
            port=free_port(),
        )
        echo.service = service
        services.append(service)
        await service.start()
    return services[0], services[1], heard


async def test_two_processes_keep_a_chats_order(
    bench: Bench, shared_store: Store, world: World, group: Chat, asha: Person
) -> None:
    first, second, heard = await _two(bench, shared_store)
    for number in range(1, 41):
        update = _update(number, group, asha, f"/show {number}")
        assert await (first, second)[number % 2]._intake.accept_one(update)
    await world.until(lambda: len(heard) >= 40)
    assert [text for _, text in heard] == [f"/show {number}" for number in range(1, 41)]


async def test_what_is_left_for_later_keeps_the_chat_with_its_process(
    bench: Bench, shared_store: Store, world: World, group: Chat, asha: Person
) -> None:
    gate, quick = asyncio.Event(), asyncio.Event()
    heard: list[str] = []

    async def wait() -> None:
        await gate.wait()

    async def handle(update: Update) -> None:
        heard.append(text_of(update))
        if text_of(update) == "/slow":
            later(wait)
        else:
            quick.set()

    service = await bench.start(
        shared_store,
        handle,
        webhook_url="http://127.0.0.1:1",
        webhook_secret=SECRET,
        port=free_port(),
    )
    for number, line in enumerate(("/slow", "/quick"), 1):
        assert await service._intake.accept_one(_update(number, group, asha, line))
    await quick.wait()
    with shared_store.transaction() as tx:
        assert {row.raw["update_id"] for row in rows_waiting(tx, Lane(group.id), 9)} >= {1}
        assert tx.connection.exec_driver_sql("SELECT lane FROM inbox_leases").first()
    gate.set()
    await service.settled()
    with shared_store.transaction() as tx:
        assert not rows_waiting(tx, Lane(group.id), 9)
        assert not tx.connection.exec_driver_sql("SELECT lane FROM inbox_leases").first()
    assert heard == ["/slow", "/quick"]


async def test_a_process_takes_over_what_a_killed_one_left(
    bench: Bench,
    shared_store: Store,
    world: World,
    group: Chat,
    asha: Person,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(leases, "SWEEP_SECONDS", 0.05)
    with shared_store.transaction() as tx:
        (row,) = accept(tx, [_update(1, group, asha, "/one")])
        assert leases.claim(tx, [row.lane], "killed") == {row.lane}
    swept, real = 0, leases.take_over

    def take_over(tx: Transaction, holder: str) -> set[Lane]:
        nonlocal swept
        found = real(tx, holder)
        swept += 1
        return found

    monkeypatch.setattr(leases, "take_over", take_over)
    _, _, heard = await _two(bench, shared_store)
    before = swept
    while swept < before + 4:  # noqa: ASYNC110  # other threads count
        # Two each, though they found nothing to take over.
        await asyncio.sleep(leases.SWEEP_SECONDS)
    assert heard == []
    with shared_store.transaction() as tx:
        tx.connection.exec_driver_sql("UPDATE inbox_leases SET until = now() - interval '1 second'")
    await world.until(lambda: [text for _, text in heard] == ["/one"])
