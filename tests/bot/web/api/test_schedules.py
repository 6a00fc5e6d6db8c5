"""Recurring expenses over HTTP."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from tests.bot.web.api.trip import Trip


@pytest.fixture
async def march(trip: Trip) -> Trip:
    """The trip on Monday, 2 March 2026, at noon in Kolkata."""
    trip.office.clock.move_to(datetime(2026, 3, 2, 6, 30, tzinfo=UTC))
    return trip


async def make(trip: Trip, **said: object) -> Any:
    body = {"amount": 900, "description": "rent", "every": "month", "day": 1, **said}
    path = f"/api/groups/{trip.group}/schedules"
    return await trip.data("POST", path, body, trip.alice)


async def change(trip: Trip, number: int, **said: object) -> Any:
    path = f"/api/groups/{trip.group}/schedules/{number}"
    return await trip.data("PATCH", path, said, trip.alice)


async def test_an_expense_recurs_as_it_is_said(march: Trip) -> None:
    told = await make(
        march,
        at="08:15",
        until="2026-12-31",
        notes="flat",
        category="home",
        splitType="PERCENTAGE",
        splits=[
            {"userId": march.bob.public_id, "percentage": 60},
            {"userId": march.alice.public_id, "percentage": 40},
        ],
    )
    assert (told["number"], told["amount"], told["state"]) == (1, "900", "running")
    assert (told["every"], told["interval"], told["day"], told["at"]) == ("month", 1, 1, "08:15")
    assert told["next"] == ["2026-04-01", "2026-05-01", "2026-06-01"]
    assert [one["name"] for one in told["payers"]] == ["Alice Johnson"]
    assert [(one["amount"], one["percentage"]) for one in told["splits"]] == [
        *(("540", "60"), ("360", "40"))
    ]
    assert (told["until"], told["notes"], told["category"]) == ("2026-12-31", "flat", "home")
    listed = await march.data("GET", f"/api/groups/{march.group}/schedules", by=march.alice)
    assert listed == [told]
    others = await march.data("GET", f"/api/groups/{march.group}/schedules", by=march.charlie)
    assert others[0]["mayChange"] is False


@pytest.mark.parametrize(
    ("said", "dates"),
    [
        ({"every": "day"}, ["2026-03-03", "2026-03-04", "2026-03-05"]),
        ({"every": "week"}, ["2026-03-09", "2026-03-16", "2026-03-23"]),
        ({"every": "week", "weekdays": [4, 1]}, ["2026-03-03", "2026-03-06", "2026-03-10"]),
        ({"every": "fortnight", "weekdays": [4]}, ["2026-03-06", "2026-03-20", "2026-04-03"]),
        ({"every": "month", "day": 31}, ["2026-03-31", "2026-04-30", "2026-05-31"]),
        ({"every": "month", "interval": 3, "day": 5}, ["2026-03-05", "2026-06-05", "2026-09-05"]),
        ({"every": "year", "start": "2026-07-14"}, ["2026-07-14", "2027-07-14", "2028-07-14"]),
    ],
)
async def test_dates_follow_from_what_is_said(
    march: Trip, said: dict[str, object], dates: list[str]
) -> None:
    body = {"amount": 5, "description": "x", **said}
    path = f"/api/groups/{march.group}/schedules"
    told = await march.data("POST", path, body, march.alice)
    assert told["next"] == dates


async def test_it_is_changed_skipped_paused_and_stopped(march: Trip) -> None:
    await make(march)
    told = await change(march, 1, amount=950)
    assert (told["amount"], told["description"], told["next"][0]) == ("950", "rent", "2026-04-01")
    told = await change(march, 1, skip="2026-04-01")
    assert told["next"][0] == "2026-05-01"
    told = await change(march, 1, every="week", weekdays=[2])
    # Behind the date that was left out, which was in April.
    assert (told["every"], told["next"][0], told["amount"]) == ("week", "2026-04-08", "950")
    assert (await change(march, 1, state="paused"))["state"] == "paused"
    assert (await change(march, 1, state="running"))["state"] == "running"
    path = f"/api/groups/{march.group}/schedules/1"
    assert (await march.ask("DELETE", path, by=march.charlie)).status_code == 403
    await march.data("DELETE", path, by=march.alice)
    assert (await march.ask("DELETE", path, by=march.alice)).status_code == 404
    assert await march.data("GET", f"/api/groups/{march.group}/schedules") == []


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ({"amount": None}, 400),
        ({"amount": 0}, 422),
        ({"every": "hour"}, 400),
        ({"day": 32}, 400),
        ({"until": "2026-03-01"}, 422),
        ({"splitType": "EXACT", "splits": []}, 400),
        ({"colour": "red"}, 400),
    ],
)
async def test_what_can_not_recur_is_refused(
    march: Trip, said: dict[str, object], status: int
) -> None:
    body = {"amount": 900, "description": "rent", "every": "month", **said}
    told = await march.ask("POST", f"/api/groups/{march.group}/schedules", body, march.alice)
    assert told.status_code == status, told.text
