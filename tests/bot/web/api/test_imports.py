"""A file of another app over HTTP: shown, and then written once."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import Any

import httpx
import pytest

from bot.web.api import calls
from bot.web.api.bodies import OF_FILES
from ledger.core.accounts import Account
from ledger.exchange.foreign_book import MOST_BYTES
from tests.bot.web.api.conftest import SERVICE
from tests.bot.web.api.trip import Trip, token_of


async def upload(
    trip: Trip, content: bytes, by: Account | None, of: str | None = None
) -> httpx.Response:
    token = SERVICE if by is None else token_of(trip.office, by)
    headers = {"Authorization": f"Bearer {token}"}
    return await trip.office.client.post(
        f"/api/groups/{trip.group}/imports",
        params={} if of is None else {"userId": of},
        files={"file": ("book.json", content, "application/json")},
        headers=headers,
    )


SPLITWISE = b"""Date,Description,Category,Cost,Currency,Bob Smith,Nina
2026-01-05,Cabin,Hotel,90.00,INR,45.00,-45.00
2026-01-06,Taxi,Taxi,10.00,INR,-5.00,5.00
"""


async def test_a_file_is_shown_and_written_once(trip: Trip) -> None:
    told = await upload(trip, SPLITWISE, trip.alice)
    assert told.status_code == 201, told.text
    seen: Any = told.json()["data"]
    assert (seen["kind"], seen["expenses"], seen["payments"]) == ("Splitwise", 2, 0)
    assert (seen["from"], seen["to"]) == ("2026-01-05", "2026-01-06")
    assert seen["people"] == [
        {"name": "Bob Smith", "userId": trip.bob.public_id},
        {"name": "Nina", "userId": None},
    ]
    path = f"/api/groups/{trip.group}/imports/{seen['id']}/confirm"
    people = {"people": [trip.charlie.public_id, None]}
    assert (await trip.ask("POST", path, people, trip.charlie)).status_code == 403
    assert await trip.data("GET", f"/api/expenses/group/{trip.group}") == []
    done = await trip.data("POST", path, people, trip.alice)
    assert (done["entries"], done["first"], done["last"]) == (2, 1, 2)
    again = await trip.data("POST", path, {}, trip.alice)
    assert again["entries"] == 2
    nets = await trip.data("GET", f"/api/groups/{trip.group}/nets", by=trip.alice)
    assert {one["name"]: one["nets"] for one in nets if one["nets"]} == {
        "Charlie Brown": [{"currency": "INR", "amount": 40}],
        "Nina": [{"currency": "INR", "amount": -40}],
    }


async def test_what_can_t_be_taken_over_says_where_and_why(trip: Trip) -> None:
    told = await upload(trip, SPLITWISE.replace(b"10.00,INR", b"ten,INR"), trip.alice)
    seen: Any = told.json()["data"]
    assert seen["problems"] == [{"row": 3, "why": "amount", "text": "ten"}]


async def test_a_file_may_be_larger_than_other_bodies(
    trip: Trip, monkeypatch: pytest.MonkeyPatch
) -> None:
    large = SPLITWISE + (b" " * 4095 + b"\n") * 800
    told = await upload(trip, large, trip.alice)
    assert (told.status_code, told.json()["data"]["expenses"]) == (201, 2)
    monkeypatch.setattr(calls, "OF_FILES", replace(OF_FILES, most=len(large)))
    told = await upload(trip, large, trip.alice)
    assert (told.status_code, told.json()["error"]["code"]) == (413, "body_too_large")
    assert told.headers["Connection"] == "close"
    # What is around the file in the form is no reason to refuse one that is just small enough.
    assert MOST_BYTES < OF_FILES.most < MOST_BYTES * 1.01


async def test_a_backend_says_whose_import_it_is(trip: Trip) -> None:
    told = await upload(trip, SPLITWISE, None)
    assert (told.status_code, told.json()["error"]["details"]["fields"].keys()) == (400, {"userId"})
    assert (await upload(trip, SPLITWISE, None, str(uuid.uuid4()))).status_code == 404
    assert (await upload(trip, SPLITWISE, trip.bob, trip.bob.public_id)).status_code == 400
    waiting: Any = (await upload(trip, SPLITWISE, None, trip.alice.public_id)).json()["data"]
    path = f"/api/groups/{trip.group}/imports/{waiting['id']}/confirm"
    assert (await trip.ask("POST", path, {}, trip.charlie)).status_code == 403
    assert (await trip.data("POST", path, {}))["entries"] == 2
    entries = await trip.data("GET", f"/api/groups/{trip.group}/changes")
    assert {one["by"]["id"] for one in entries["changes"]} == {trip.alice.public_id}


async def test_one_call_takes_a_file_back_and_again_changes_nothing(trip: Trip) -> None:
    seen: Any = (await upload(trip, SPLITWISE, trip.alice)).json()["data"]
    path = f"/api/groups/{trip.group}/imports/{seen['id']}"
    early = await trip.ask("POST", f"{path}/undo", by=trip.alice)
    assert (early.status_code, early.json()["error"]["code"]) == (404, "no_such_import")
    assert not (await trip.data("POST", f"{path}/confirm", {}, trip.alice))["undone"]
    assert (await trip.ask("POST", f"{path}/undo", by=trip.charlie)).status_code == 403
    for _ in range(2):
        assert (await trip.data("POST", f"{path}/undo", by=trip.alice))["undone"]
    nets = await trip.data("GET", f"/api/groups/{trip.group}/nets", by=trip.alice)
    assert all(not one["nets"] for one in nets)
    assert "Nina" not in {one["name"] for one in nets}


async def test_what_is_no_export_is_refused(trip: Trip) -> None:
    told = await upload(trip, b"hello", trip.alice)
    assert (told.status_code, told.json()["error"]["code"]) == (422, "file_unreadable")
    path = f"/api/groups/{trip.group}/imports"
    assert (await trip.ask("POST", path, {"file": "x"}, trip.alice)).status_code == 400
    path = f"{path}/1/confirm"
    assert (await trip.ask("POST", path, {}, trip.alice)).status_code == 404
