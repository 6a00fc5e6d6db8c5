"""A change by a call: made once for each key, and answered the same."""

from __future__ import annotations

from datetime import timedelta

import httpx
import pytest
from fastapi import APIRouter, FastAPI
from sqlalchemy import text
from starlette.responses import Response

from bot.web.api.calls import CallRoute
from bot.web.api.changes import Once
from bot.web.api.errors import conflict
from bot.web.api.schemas.envelope import Body, Data, Shown
from ledger.core.clock import MovableClock
from ledger.storage.database import Store, Transaction
from tests.bot.web.api.conftest import SERVICE, Office, opened

router = APIRouter(prefix="/api", route_class=CallRoute)


class Wish(Body):
    """What is to be written."""

    words: str


class Written(Shown):
    """What was written, the how manieth it is, and by which source."""

    words: str
    number: int
    source: str


@router.post("/wishes", response_model=Data[Written])
async def wish(body: Wish, change: Once) -> Response:
    """Write a wish, or refuse one."""

    def write(tx: Transaction) -> Data[Written]:
        tx.connection.execute(text("CREATE TABLE IF NOT EXISTS wishes (words TEXT)"))
        tx.connection.execute(text("INSERT INTO wishes VALUES (:words)"), {"words": body.words})
        number = tx.connection.execute(text("SELECT count(*) FROM wishes")).scalar_one()
        if body.words == "too much":
            raise conflict("too_much", "That is too much.")
        return Data(data=Written(words=body.words, number=number, source=change.source))

    return await change.run(write, status=201)


@pytest.fixture(params=["sqlite", "postgresql"])
def book(request: pytest.FixtureRequest) -> Store:
    store: Store = request.getfixturevalue(request.param)
    with store.transaction() as tx:
        tx.connection.execute(text("DROP TABLE IF EXISTS wishes"))
    return store


async def wished(office: Office, words: str, key: str | None = None) -> httpx.Response:
    headers = {} if key is None else {"Idempotency-Key": key}
    token = {"Authorization": f"Bearer {SERVICE}"}
    application = FastAPI()
    application.state.api = office.api
    application.include_router(router)
    transport = httpx.ASGITransport(application)
    async with httpx.AsyncClient(transport=transport, base_url="http://api.test") as client:
        return await client.post("/api/wishes", json={"words": words}, headers={**headers, **token})


async def test_a_change_without_a_key_is_made_each_time(book: Store, clock: MovableClock) -> None:
    async with opened(book, clock) as office:
        numbers = [(await wished(office, "rain")).json()["data"]["number"] for _ in range(2)]
    assert numbers == [1, 2]


async def test_the_same_key_and_body_change_nothing_more(book: Store, clock: MovableClock) -> None:
    async with opened(book, clock) as office:
        first = await wished(office, "rain", "k1")
        again = await wished(office, "rain", "k1")
        other = await wished(office, "rain", "k2")
    assert (first.status_code, again.status_code) == (201, 201)
    assert again.json() == first.json()
    assert again.headers["Content-Type"] == "application/json"
    assert other.json()["data"]["number"] == 2


async def test_the_same_key_with_another_body_is_a_conflict(
    book: Store, clock: MovableClock
) -> None:
    async with opened(book, clock) as office:
        await wished(office, "rain", "k1")
        told = await wished(office, "sun", "k1")
    assert (told.status_code, told.json()["error"]["code"]) == (409, "key_reused")


async def test_what_was_refused_is_not_kept(book: Store, clock: MovableClock) -> None:
    async with opened(book, clock) as office:
        assert (await wished(office, "too much", "k1")).status_code == 409
        assert (await wished(office, "rain", "k1")).json()["data"]["number"] == 1


async def test_a_key_is_forgotten_after_a_day_and_its_source_is_another_then(
    book: Store, clock: MovableClock
) -> None:
    async with opened(book, clock) as office:
        first = (await wished(office, "rain", "k1")).json()["data"]
        clock.move(timedelta(hours=25))
        later = (await wished(office, "sun", "k1")).json()["data"]
        same = await wished(office, "sun", "k1")
    assert later["source"] != first["source"]
    assert same.json()["data"] == later
    with book.transaction() as tx:
        kept = tx.connection.execute(text("SELECT count(*) FROM idempotency_keys")).scalar_one()
    assert kept == 1


@pytest.mark.parametrize("key", ["", "k" * 256, "k\x7f"])
async def test_a_key_that_is_none_is_refused(office: Office, key: str) -> None:
    assert (await wished(office, "rain", key)).status_code == 400
