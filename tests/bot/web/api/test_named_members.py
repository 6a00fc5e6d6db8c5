"""Members by what they are called, of whom the bot knows no account."""

from __future__ import annotations

from typing import Any

import pytest

from tests.bot.web.api.trip import Trip


async def add(trip: Trip, name: str) -> Any:
    path = f"/api/groups/{trip.group}/members"
    return await trip.data("POST", path, {"name": name}, trip.bob)


async def test_a_guest_shares_by_the_id_of_their_membership(trip: Trip) -> None:
    told = await add(trip, " Aunt  May ")
    assert told["user"] == {"id": told["userId"], "name": "Aunt May", "email": None}
    assert told["id"] == told["userId"]
    spent = await trip.data(
        "POST",
        "/api/expenses",
        {**trip.expense(90, trip.bob), "splits": [{"userId": told["id"]}]},
        trip.alice,
    )
    assert spent["splits"][0]["user"]["name"] == "Aunt May"
    view = await trip.data("GET", f"/api/balances/user/{told['id']}", by=trip.alice)
    assert (view["userId"], view["netBalance"]) == (told["id"], -90)
    path = f"/api/groups/{trip.group}/members/{told['id']}"
    assert (await trip.ask("DELETE", path, by=trip.bob)).status_code == 409


async def test_a_username_waits_for_its_person(trip: Trip) -> None:
    assert (await add(trip, "@dia"))["user"]["name"] == "dia"
    path = f"/api/groups/{trip.group}/members"
    again = await trip.ask("POST", path, {"name": "@dia"}, trip.bob)
    assert (again.status_code, again.json()["error"]["code"]) == (409, "already_a_member")


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ({"name": "@"}, 422),
        ({"name": "@two words"}, 422),
        ({"name": "  "}, 400),
        ({"name": "@a_bot"}, 422),
        ({}, 400),
        ({"name": "May", "userId": "x"}, 400),
    ],
)
async def test_who_is_nobody_is_refused(trip: Trip, said: dict[str, str], status: int) -> None:
    told = await trip.ask("POST", f"/api/groups/{trip.group}/members", said, trip.bob)
    assert told.status_code == status, told.text
