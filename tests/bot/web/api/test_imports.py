"""A file of another app over HTTP: shown, and then written once."""

from __future__ import annotations

from typing import Any

import httpx

from ledger.core.accounts import Account
from tests.bot.web.api.trip import Trip, token_of


async def upload(trip: Trip, content: bytes, by: Account) -> httpx.Response:
    headers = {"Authorization": f"Bearer {token_of(trip.office, by)}"}
    return await trip.office.client.post(
        f"/api/groups/{trip.group}/imports",
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


async def test_what_is_no_export_is_refused(trip: Trip) -> None:
    told = await upload(trip, b"hello", trip.alice)
    assert (told.status_code, told.json()["error"]["code"]) == (422, "file_unreadable")
    path = f"/api/groups/{trip.group}/imports"
    assert (await trip.ask("POST", path, {"file": "x"}, trip.alice)).status_code == 400
    path = f"{path}/1/confirm"
    assert (await trip.ask("POST", path, {}, trip.alice)).status_code == 404
