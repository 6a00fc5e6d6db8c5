"""Updates carried to a webhook."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from telegram import Bot
from telegram.error import BadRequest, Conflict

from bot.playground.people import Chat, Person
from bot.playground.webhook import SECRET_HEADER
from bot.playground.world import World


class Receiver:
    """A webhook that refuses as often as told."""

    def __init__(self) -> None:
        self.url = ""
        self.refusals = 0
        self.bodies: list[bytes] = []
        self.secrets: list[str] = []


@pytest.fixture
async def receiver(world: World) -> AsyncIterator[Receiver]:
    import asyncio

    receiver = Receiver()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        fields = dict(line.lower().split(": ", 1) for line in head.splitlines()[1:] if line)
        body = await reader.readexactly(int(fields["content-length"]))
        status = b"500 Oops" if receiver.refusals else b"200 OK"
        receiver.refusals = max(receiver.refusals - 1, 0)
        if status.startswith(b"200"):
            receiver.bodies.append(body)
            receiver.secrets.append(fields.get(SECRET_HEADER.lower(), ""))
        writer.write(b"HTTP/1.1 " + status + b"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        await writer.drain()
        writer.close()
        await writer.wait_closed()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    receiver.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/hook"
    yield receiver
    server.close()
    await server.wait_closed()


async def test_updates_go_to_the_webhook_until_it_takes_them(
    bot: Bot, world: World, group: Chat, asha: Person, receiver: Receiver
) -> None:
    receiver.refusals = 2
    await bot.set_webhook(receiver.url, secret_token="s3cret", max_connections=1)
    world.say(asha, group, "/balance")
    world.say(asha, group, "/history")
    await world.acknowledged()
    assert [b"/balance" in body for body in receiver.bodies] == [True, False]
    assert receiver.secrets == ["s3cret", "s3cret"]
    info = await bot.get_webhook_info()
    assert info.url == receiver.url
    assert info.pending_update_count == 0
    assert info.last_error_message == "Wrong response from the webhook: 500"
    with pytest.raises(Conflict):
        await bot.get_updates()
    await bot.delete_webhook()
    world.say(asha, group, "/balance")
    assert len(await bot.get_updates()) == 1


async def test_a_webhook_needs_an_address_that_can_be_trusted(bot: Bot) -> None:
    with pytest.raises(BadRequest, match="an https url must"):
        await bot.set_webhook("http://example.org/hook")
