"""What every request is held to, whatever it calls: its body, its token, how often it comes."""

from __future__ import annotations

import json

import pytest

from bot.web.api.limits import Buckets, Limits
from ledger.core.clock import MovableClock
from ledger.storage.database import Store
from tests.bot.web.api.conftest import SERVICE, Office, opened
from tests.bot.web.api.trip import Trip


async def test_a_stranger_is_told_so_in_the_shape_of_the_path(office: Office) -> None:
    told = await office.ask("GET", "/api/users")
    assert told.status_code == 401
    assert told.headers["WWW-Authenticate"] == "Bearer"
    assert told.json()["success"] is False
    assert told.json()["error"]["code"] == "unauthorized"


async def test_the_service_token_is_known(office: Office) -> None:
    told = await office.ask("GET", "/api/users", token=SERVICE)
    assert told.json() == {"success": True, "data": []}


@pytest.mark.parametrize("shown", ["", "Bearer", "Bearer ", "Basic abc", f"Bearer {SERVICE}x", "é"])
async def test_nothing_that_is_nearly_a_token_is_one(office: Office, shown: str) -> None:
    told = await office.client.get("/api/users", headers=[(b"Authorization", shown.encode())])
    assert told.status_code == 401


async def test_what_is_not_there_is_told_in_the_shape_of_the_path(office: Office) -> None:
    told = await office.ask("GET", "/api/nothing")
    assert (told.status_code, told.json()["error"]["code"]) == (404, "not_found")
    told = await office.ask("GET", "/nothing")
    assert (told.status_code, set(told.json())) == (404, {"message", "errors"})
    told = await office.ask("DELETE", "/api/users", token=SERVICE)
    assert (told.status_code, told.headers["Allow"]) == (405, "GET, HEAD, POST")


async def test_head_is_answered_as_get_without_what_follows(trip: Trip) -> None:
    for path in (f"/api/groups/{trip.group}", "/api/openapi.json"):
        whole, head = [await trip.ask(method, path) for method in ("GET", "HEAD")]
        assert (head.status_code, head.content) == (200, b"")
        assert head.headers["Content-Length"] == str(len(whole.content))
    stream = await trip.ask("HEAD", f"/api/groups/{trip.group}/events")
    assert (stream.status_code, stream.content) == (200, b"")
    assert (await trip.office.ask("HEAD", "/api/groups")).status_code == 401
    assert (await trip.ask("HEAD", "/login")).status_code == 405


async def test_no_answer_may_be_kept_framed_or_guessed_at(office: Office) -> None:
    for path in ("/api/users", "/api/nothing", "/api/openapi.json"):
        headers = (await office.ask("GET", path)).headers
        assert headers["Cache-Control"] == "no-store"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]


async def test_pages_of_named_origins_may_call_and_no_others(
    sqlite: Store, clock: MovableClock
) -> None:
    asked = {
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization,idempotency-key,if-match,last-event-id",
    }
    async with opened(sqlite, clock, api_origins="https://app.example.org") as office:
        for origin, allowed in (("https://app.example.org", True), ("https://example.org", False)):
            told = await office.client.options("/api/users", headers={"Origin": origin, **asked})
            assert ("Access-Control-Allow-Origin" in told.headers) is allowed
            assert told.is_success is allowed
    async with opened(sqlite, clock) as office:
        told = await office.client.options(
            "/api/users", headers={"Origin": "https://app.example.org", **asked}
        )
        assert "Access-Control-Allow-Origin" not in told.headers


async def test_whoever_asks_too_often_is_told_when_to_come_again(
    sqlite: Store, clock: MovableClock
) -> None:
    async with opened(sqlite, clock, Limits(open_a_minute=3)) as office:
        for _ in range(3):
            assert (await office.ask("GET", "/api/users", token="guessed")).status_code == 401
        told = await office.ask("GET", "/api/users", token="guessed")
        assert told.status_code == 429
        assert int(told.headers["Retry-After"]) in range(1, 61)
        assert (await office.ask("GET", "/api/users", token=SERVICE)).status_code == 200


def test_a_bucket_refills() -> None:
    now = 0.0
    buckets = Buckets(2, 60, lambda: now)
    assert [buckets.wait_seconds("asha") for _ in range(3)] == [0, 0, 1]
    assert buckets.wait_seconds("bob") == 0
    now = 1.0
    assert [buckets.wait_seconds("asha") for _ in range(2)] == [0, 1]
    now = 1000.0
    assert [buckets.wait_seconds("asha") for _ in range(3)] == [0, 0, 1]
    buckets.forgive("asha")
    assert buckets.wait_seconds("asha") == 0


async def test_the_description_is_openapi_3_1_and_has_every_call(office: Office) -> None:
    described = (await office.ask("GET", "/api/openapi.json")).json()
    assert described["openapi"] == "3.1.0"
    assert "/api/users" in described["paths"]
    assert described["security"] == [{"token": []}]


async def test_the_page_of_the_description_fetches_nothing_from_elsewhere(office: Office) -> None:
    page = await office.ask("GET", "/api/docs")
    assert page.status_code == 200
    assert page.headers["Content-Type"].startswith("text/html")
    assert "default-src 'self'" in page.headers["Content-Security-Policy"]
    for name in ("page.js", "page.css"):
        part = await office.ask("GET", f"/api/docs/{name}")
        assert part.status_code == 200
        assert "//" not in part.text.replace("// ", "")
    assert "//" not in page.text
    assert (await office.ask("GET", "/api/docs/..%2Ferrors.py")).status_code == 404
    assert json.dumps((await office.ask("GET", "/api/docs/none")).json())
