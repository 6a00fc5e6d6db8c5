"""Names for several people, and members who turn out to be one, over HTTP."""

from __future__ import annotations

from typing import Any

import pytest

from ledger.core.accounts import Account
from tests.bot.web.api.trip import Trip


def at(trip: Trip, more: str) -> str:
    return f"/api/groups/{trip.group}/{more}"


async def sets(trip: Trip) -> dict[str, list[str]]:
    told = await trip.data("GET", at(trip, "sets"), by=trip.alice)
    return {one["name"]: [member["name"].split()[0] for member in one["members"]] for one in told}


async def flat(trip: Trip, *members: Account, name: str = "flat2") -> Any:
    body = {"name": name, "members": [one.public_id for one in members]}
    return await trip.data("POST", at(trip, "sets"), body, trip.alice)


async def guest(trip: Trip, name: str = "Grandma") -> str:
    told = await trip.data("POST", at(trip, "members"), {"name": name}, trip.bob)
    return str(told["userId"])


async def test_a_set_is_made_changed_renamed_and_taken_away(trip: Trip) -> None:
    assert await sets(trip) == {}
    made = await flat(trip, trip.bob, trip.alice)
    assert [one["id"] for one in made["members"]] == [trip.bob.public_id, trip.alice.public_id]
    path = at(trip, "sets/flat2")
    await trip.data("PATCH", path, {"members": [trip.charlie.public_id]}, trip.bob)
    assert await sets(trip) == {"flat2": ["Charlie"]}
    await trip.data("PATCH", path, {"name": "Attic"}, trip.bob)
    assert await sets(trip) == {"Attic": ["Charlie"]}
    assert (await trip.ask("PATCH", path, {"name": "x2"}, trip.bob)).status_code == 404
    as_bob = f"?userId={trip.bob.public_id}"
    body = {"name": "loft", "members": [trip.bob.public_id]}
    assert (await trip.ask("POST", at(trip, "sets"), body)).status_code == 403
    assert (await trip.ask("POST", at(trip, f"sets{as_bob}"), body)).status_code == 201
    assert (await trip.ask("DELETE", at(trip, f"sets/loft{as_bob}"))).status_code == 200
    gone = await trip.ask("DELETE", at(trip, "sets/attic"), by=trip.charlie)
    assert gone.status_code == 200
    assert await sets(trip) == {}
    assert (await trip.ask("DELETE", at(trip, "sets/attic"), by=trip.charlie)).status_code == 404


async def test_a_name_that_is_somebodys_is_no_sets(trip: Trip) -> None:
    await flat(trip, trip.bob)
    await flat(trip, trip.bob, name="cellar")
    for name in ("FLAT2", "alice"):
        body = {"name": name, "members": [trip.bob.public_id]}
        told = await trip.ask("POST", at(trip, "sets"), body, trip.alice)
        assert (told.status_code, told.json()["error"]["code"]) == (409, "name_taken")
    told = await trip.ask("PATCH", at(trip, "sets/cellar"), {"name": "flat2"}, trip.alice)
    assert told.status_code == 409
    assert set(await sets(trip)) == {"flat2", "cellar"}


@pytest.mark.parametrize(
    ("said", "field"),
    [
        *(({"name": "two words"}, "name"), ({"name": "2flat"}, "name"), ({"name": "x"}, "name")),
        *(({"members": []}, "members"), ({"members": ["nobody"]}, "members.0")),
    ],
)
async def test_what_is_no_set_is_told_with_its_field(
    trip: Trip, said: dict[str, object], field: str
) -> None:
    body = {"name": "flat2", "members": [trip.bob.public_id], **said}
    told = await trip.ask("POST", at(trip, "sets"), body, trip.alice)
    assert told.status_code in {400, 404}, told.text
    assert told.json()["error"]["details"]["fields"].keys() == {field}


async def test_an_admin_says_that_a_guest_is_somebody_here(trip: Trip) -> None:
    grandma = await guest(trip)
    body = {
        **trip.expense(90, trip.bob, trip.bob),
        "splits": [{"userId": trip.bob.public_id}, {"userId": grandma}],
    }
    await trip.data("POST", "/api/expenses", body, trip.bob)
    path = at(trip, f"members/{grandma}/merge")
    found = await trip.data("GET", path, by=trip.bob)
    assert found["may"]
    assert {one["name"]: one["stays"] for one in found["others"]} == {
        one.name: one.public_id for one in (trip.bob, trip.charlie, trip.alice)
    }
    assert await trip.data("GET", path, by=trip.alice) == {"may": False, "others": []}
    refused = await trip.ask("POST", path, {"into": trip.alice.public_id}, trip.alice)
    assert (refused.status_code, refused.json()["error"]["code"]) == (403, "admins_only")
    stays = await trip.data("POST", path, {"into": trip.alice.public_id}, trip.bob)
    assert (stays["userId"], stays["name"]) == (trip.alice.public_id, "Alice Johnson")
    nets = await trip.data("GET", at(trip, "nets"), by=trip.alice)
    assert {one["name"]: one["nets"] for one in nets}["Alice Johnson"] == [
        {"currency": "INR", "amount": -45}
    ]


async def test_an_account_stays_and_two_stay_two(trip: Trip) -> None:
    grandma = await guest(trip)
    path = at(trip, f"members/{trip.alice.public_id}/merge")
    found = await trip.data("GET", path, by=trip.bob)
    assert [(one["userId"], one["stays"]) for one in found["others"]] == [
        (grandma, trip.alice.public_id)
    ]
    two = await trip.ask("POST", path, {"into": trip.charlie.public_id}, trip.bob)
    assert (two.status_code, two.json()["error"]["code"]) == (409, "two_accounts")
    same = await trip.ask("POST", path, {"into": trip.alice.public_id}, trip.bob)
    assert (same.status_code, same.json()["error"]["code"]) == (422, "same_person")
    stays = await trip.data("POST", path, {"into": grandma}, trip.bob)
    assert stays["userId"] == trip.alice.public_id
