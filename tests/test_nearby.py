"""What is asked of the local Telegram without a socket is answered as over HTTP."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from typing import Any

import pytest
from telegram.error import NetworkError

from bot.intake.poller import Poller
from bot.playground.server import Playground
from bot.runtime.http_client import HttpClient, JsonCall
from tests.nearby import bring_near

CALLS: list[tuple[str, Mapping[str, Any]]] = [
    ("getMe", {}),
    ("sendMessage", {"chat_id": 7, "text": "दीदी"}),
    ("setMyName", {"name": "Chai"}),
    ("noSuchThing", {}),
]


@pytest.fixture
async def playground() -> AsyncIterator[Playground]:
    async with Playground() as playground:
        yield playground


@pytest.fixture
async def client(playground: Playground) -> AsyncIterator[HttpClient]:
    client = HttpClient(playground.url)
    await client.initialize()
    yield client
    await client.shutdown()


async def answers(playground: Playground, client: HttpClient) -> list[tuple[int, bytes]]:
    ours = f"{playground.url}/bot{playground.world.token}"
    asked = [*((f"{ours}/{name}", said) for name, said in CALLS)]
    asked.append((f"{playground.url}/bot1:wrong/getMe", {}))
    return [
        await client.do_request(url, "POST", JsonCall(said))  # type: ignore[arg-type]
        for url, said in asked
    ]


async def test_every_answer_is_the_same(
    playground: Playground, client: HttpClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    over_http = await answers(playground, client)
    assert playground._state.total_requests == len(over_http)
    bring_near(playground, monkeypatch)
    assert await answers(playground, client) == over_http
    assert [status for status, _ in over_http] == [200, 400, 200, 404, 401]
    assert playground._state.total_requests == len(over_http)


async def test_updates_are_fetched_alike(
    playground: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = playground.world
    asha = world.add_person("Asha", "asha")
    world.say(asha, world.new_group("Goa", [asha], announce=False), "/help")
    base = f"{playground.url}/bot{world.token}"
    fetched = []
    for near in (False, True):
        if near:
            bring_near(playground, monkeypatch)
        poller = Poller(base, ["message"], _nothing, _nothing)
        fetched.append(await poller._fetch(0))
        await poller.close()
    assert fetched[0] == fetched[1] != []


async def test_a_fault_and_a_closed_door_are_met_over_http(
    playground: Playground, client: HttpClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring_near(playground, monkeypatch)
    playground.world.faults.cut("getMe", "before")
    url = f"{playground.url}/bot{playground.world.token}/getMe"
    with pytest.raises(NetworkError, match="Disconnected"):
        await client.do_request(url, "POST")
    playground.world.faults.clear()
    assert (await client.do_request(url, "POST"))[0] == 200
    await playground.stop()
    with pytest.raises(NetworkError, match="Connector"):
        await client.do_request(url, "POST")


async def _nothing(*_: object) -> None:
    """Take whatever there is."""
