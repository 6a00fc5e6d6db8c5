"""Settings of a group over HTTP, and its members' roles and default shares."""

from __future__ import annotations

from typing import Any

import pytest

from tests.bot.web.api.trip import Trip


async def put(trip: Trip, **said: object) -> Any:
    return await trip.data("PATCH", f"/api/groups/{trip.group}/settings", said, trip.bob)


async def test_a_new_group_is_set_by_default(trip: Trip) -> None:
    told = await trip.data("GET", f"/api/groups/{trip.group}/settings", by=trip.alice)
    assert told == {
        "id": trip.group,
        "name": "Goa Trip 2024",
        "description": None,
        "currency": "INR",
        "timezone": "Asia/Kolkata",
        "language": None,
        "simplify": True,
        "weekly": {"on": True, "weekdays": [0], "at": "09:00"},
        "reminders": {
            "every": "off",
            "weekday": 4,
            "at": "10:00",
            "above": told["reminders"]["above"],
        },
        "inChat": False,
        "mayChange": False,
        "former": [],
        "members": [
            {
                "userId": one.public_id,
                "name": one.name,
                "kind": "user",
                "role": role,
                "weight": "1",
                "active": True,
            }
            for one, role in (
                *((trip.bob, "admin"), (trip.charlie, "member"), (trip.alice, "member")),
            )
        ],
    }


async def test_admins_set_what_they_say_and_the_rest_stays(trip: Trip) -> None:
    told = await put(
        trip,
        name="Goa again",
        description="sun\nand sea",
        currency="eur",
        timezone="berlin",
        language="de",
        simplify=False,
    )
    assert (told["name"], told["description"], told["currency"]) == (
        *("Goa again", "sun and sea", "EUR"),
    )
    assert (told["timezone"], told["language"], told["simplify"]) == ("Europe/Berlin", "de", False)
    told = await put(trip, description=None, language=None)
    assert (told["description"], told["language"], told["currency"]) == (None, None, "EUR")


async def test_times_are_set_day_by_day(trip: Trip) -> None:
    told = await put(trip, weekly={"weekdays": [4, 0], "at": "18:30"})
    assert told["weekly"] == {"on": True, "weekdays": [0, 4], "at": "18:30"}
    assert (await put(trip, weekly={"on": False}))["weekly"]["on"] is False
    assert (await put(trip, weekly={"at": "07:00"}))["weekly"]["on"] is False
    told = await put(trip, weekly={"on": True})
    assert told["weekly"] == {"on": True, "weekdays": [0, 4], "at": "18:30"}
    told = await put(trip, reminders={"every": "daily", "above": 250})
    assert told["reminders"] == {"every": "daily", "above": "250", "weekday": 4, "at": "10:00"}
    told = await put(trip, reminders={"every": "weekly", "weekday": 2, "at": "11:15"})
    assert told["reminders"] == {"every": "weekly", "above": "250", "weekday": 2, "at": "11:15"}
    assert (await put(trip, reminders={"at": "12:00"}))["reminders"]["weekday"] == 2
    assert (await put(trip, reminders={"every": "off"}))["reminders"]["every"] == "off"
    again = (await put(trip, reminders=told["reminders"]))["reminders"]
    assert again == told["reminders"]


async def test_who_is_no_admin_sets_nothing(trip: Trip) -> None:
    path = f"/api/groups/{trip.group}/settings"
    for said in ({"name": "Ours"}, {"simplify": False}, {"weekly": {"on": False}}, {}):
        told = await trip.ask("PATCH", path, said, trip.alice)
        assert (told.status_code, told.json()["error"]["code"]) == (403, "admins_only")


@pytest.mark.parametrize(
    ("said", "status", "field"),
    [
        ({"timezone": "Nowhere"}, 422, "timezone"),
        ({"currency": "XYZ"}, 422, "currency"),
        ({"currency": "rupees"}, 400, "currency"),
        ({"language": "klingon"}, 422, "language"),
        ({"name": ""}, 400, "name"),
        ({"name": "   "}, 400, "name"),
        ({"weekly": {"weekdays": []}}, 400, "weekly.weekdays"),
        ({"weekly": {"weekdays": [7]}}, 400, "weekly.weekdays"),
        ({"weekly": {"weekdays": [1, 1]}}, 400, "weekly.weekdays"),
        ({"weekly": {"at": "24:00"}}, 400, "weekly.at"),
        ({"weekly": {"at": "9:00"}}, 400, "weekly.at"),
        ({"reminders": {"every": "daily", "above": -1}}, 422, "amount"),
        ({"colour": "red"}, 400, "colour"),
    ],
)
async def test_what_can_not_be_set_is_told_with_its_field_and_nothing_is(
    trip: Trip, said: dict[str, object], status: int, field: str
) -> None:
    path = f"/api/groups/{trip.group}/settings"
    before = await trip.data("GET", path)
    told = await trip.ask("PATCH", path, {"simplify": False, **said}, trip.bob)
    assert told.status_code == status, told.text
    assert told.json()["error"]["details"]["fields"].keys() == {field}
    assert await trip.data("GET", path) == before


async def test_a_couple_shares_twice(trip: Trip) -> None:
    path = f"/api/groups/{trip.group}/members/{trip.alice.public_id}"
    told = await trip.data("PATCH", path, {"weight": "2"}, trip.charlie)
    assert (told["weight"], told["role"]) == ("2", "member")
    spent = await trip.record(100, trip.bob, trip.alice, trip.bob, trip.charlie)
    assert [one["amount"] for one in spent["splits"]] == ["50", "25", "25"]
    for weight in (0, -1, "0.00001", 101):
        wrong = await trip.ask("PATCH", path, {"weight": weight}, trip.charlie)
        assert (wrong.status_code, wrong.json()["error"]["code"]) == (422, "bad_weight")


async def test_admins_alone_give_roles_and_one_stays(trip: Trip) -> None:
    path = f"/api/groups/{trip.group}/members/{{}}"
    alice = path.format(trip.alice.public_id)
    assert (await trip.ask("PATCH", alice, {"role": "admin"}, trip.alice)).status_code == 403
    assert (await trip.data("PATCH", alice, {"role": "admin"}, trip.bob))["role"] == "admin"
    bob = path.format(trip.bob.public_id)
    assert (await trip.data("PATCH", bob, {"role": "member"}, trip.alice))["role"] == "member"
    last = await trip.ask("PATCH", alice, {"role": "member"}, trip.alice)
    assert (last.status_code, last.json()["error"]["code"]) == (409, "last_admin")
