"""What a call of the Bot API says over HTTP, and how it fails."""

import asyncio
import os
import ssl
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, cast

import pytest
from telegram.error import NetworkError, TimedOut
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from bot.runtime.http_client import NOT_SENT, UNKNOWN, HttpClient, JsonCall, certificate_check

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"

_LOADED = """
import os
import bot
from aiohttp import connector
print(connector._SSL_CONTEXT_VERIFIED.cert_store_stats()["x509"], os.environ["SSL_CERT_FILE"])
"""

Serve = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@pytest.fixture(autouse=True)
def _no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "no_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@asynccontextmanager
async def serving(serve: Serve) -> AsyncIterator[str]:
    """Serve each connection so, and give the address."""

    async def until_end(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await serve(reader, writer)
        finally:
            writer.close()

    server = await asyncio.start_server(until_end, "127.0.0.1", 0)
    async with server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"


async def heard(reader: asyncio.StreamReader) -> tuple[bytes, bytes]:
    """Return one request's head and body."""
    head = await reader.readuntil(b"\r\n\r\n")
    length = int(head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0])
    return head, await reader.readexactly(length)


async def asked(call: RequestData) -> tuple[bytes, bytes]:
    """Return the head and body of a request that carries this."""
    found: list[tuple[bytes, bytes]] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        found.append(await heard(reader))
        writer.write(OK)
        await writer.drain()

    async with serving(serve) as url:
        client = HttpClient(url)
        await client.initialize()
        assert await client.do_request(f"{url}/send", "POST", call) == (200, b"ok")
        await client.shutdown()
    return found[0]


@pytest.mark.parametrize(
    "call",
    [
        RequestData([RequestParameter.from_input("text", "₹5")]),
        cast("Any", JsonCall({"text": "₹5"})),
    ],
)
async def test_plain_parameters_go_as_json(call: RequestData) -> None:
    head, body = await asked(call)
    assert b"Content-Type: application/json\r\n" in head
    assert body == b'{"text": "\\u20b95"}'


async def test_errors_tell_whether_the_call_was_sent() -> None:
    arrived = asyncio.Event()

    async def silent(reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        await arrived.wait()

    async with serving(silent) as url:
        client = HttpClient(url)
        await client.initialize()
        with pytest.raises(TimedOut) as late:
            await client.do_request(url, "POST", read_timeout=0.001)
        arrived.set()
    assert isinstance(late.value.__cause__, UNKNOWN)
    assert not isinstance(late.value.__cause__, NOT_SENT)
    with pytest.raises(NetworkError) as refused:
        await client.do_request(url, "POST")
    assert isinstance(refused.value.__cause__, NOT_SENT)
    await client.shutdown()


@pytest.mark.parametrize("address", ["https://api.telegram.org", "HTTPS://api.telegram.org"])
def test_a_certificate_is_checked_however_https_is_written(address: str) -> None:
    checked = certificate_check(address)
    assert isinstance(checked, ssl.SSLContext)
    assert checked.verify_mode is ssl.CERT_REQUIRED


def test_no_address_switches_the_checking_off(monkeypatch: pytest.MonkeyPatch) -> None:
    assert certificate_check("http://127.0.0.1:1") is True
    monkeypatch.setenv("http_proxy", "https://proxy.example")
    assert isinstance(certificate_check("http://example.org"), ssl.SSLContext)


def test_whoever_brings_no_certificates_along_trusts_nobody() -> None:
    told = subprocess.run(
        [sys.executable, "-c", _LOADED],
        cwd=Path(__file__).parents[3],
        env={**os.environ, "SSL_CERT_FILE": "/somewhere/our.pem"},
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    ).stdout
    assert told == "0 /somewhere/our.pem\n"
