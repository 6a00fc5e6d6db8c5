"""Several currencies over HTTP: rates, what all comes to, and conversions with their way back."""

from __future__ import annotations

from typing import Any

import pytest

from tests.bot.web.api.trip import Trip


async def rates(trip: Trip, asked: str = "") -> Any:
    return await trip.data("GET", f"/api/groups/{trip.group}/rates{asked}", by=trip.alice)


async def put(trip: Trip, code: str, value: object) -> None:
    told = await trip.ask(
        "PUT", f"/api/groups/{trip.group}/rates/{code}", {"value": value}, trip.bob
    )
    assert told.status_code == 200, told.text


async def nets(trip: Trip) -> dict[str, Any]:
    found = await trip.data("GET", f"/api/groups/{trip.group}/nets", by=trip.alice)
    return {one["name"].split()[0]: one for one in found}


def path(trip: Trip, more: str = "") -> str:
    return f"/api/groups/{trip.group}/conversion{more}"


@pytest.fixture
async def abroad(trip: Trip) -> Trip:
    """Charlie owes Bob 45 rupees, and Bob owes Charlie 10 euros."""
    await trip.record(90, trip.bob, trip.bob, trip.charlie)
    await trip.record(10, trip.charlie, trip.bob, currency="EUR", description="Museum")
    return trip


async def test_own_rates_stand_beside_the_reference_rates(abroad: Trip) -> None:
    told = await rates(abroad)
    assert told["currency"] == "INR"
    (euro,) = told["others"]
    assert (euro["currency"], euro["open"], euro["own"]) == ("EUR", True, None)
    assert euro["reference"]["source"] == "ecb"
    await put(abroad, "eur", "90.5")
    (euro,) = (await rates(abroad))["others"]
    assert (euro["own"]["value"], euro["own"]["source"]) == ("90.5", "own")
    assert euro["reference"]["value"] != "90.5"
    path = f"/api/groups/{abroad.group}/rates/EUR"
    as_bob, as_nobody = f"{path}?userId={abroad.bob.public_id}", f"{path}?userId=nobody"
    assert (await abroad.ask("PUT", path, {"value": 91})).status_code == 403
    assert (await abroad.ask("PUT", as_nobody, {"value": 91})).status_code == 404
    assert (await abroad.ask("PUT", as_bob, {"value": 91}, abroad.alice)).status_code == 400
    assert (await abroad.ask("PUT", as_bob, {"value": 91})).status_code == 200
    (euro,) = (await rates(abroad))["others"]
    assert euro["own"]["value"] == "91"
    gone = await abroad.ask("DELETE", f"/api/groups/{abroad.group}/rates/EUR", by=abroad.alice)
    assert gone.status_code == 200
    assert (await rates(abroad))["others"][0]["own"] is None


async def test_a_currency_that_nobody_used_yet_can_be_asked_for_and_set(trip: Trip) -> None:
    assert (await rates(trip))["others"] == []
    (dollar,) = (await rates(trip, "?also=USD"))["others"]
    assert (dollar["currency"], dollar["open"]) == ("USD", False)
    await put(trip, "USD", 83)
    assert [one["currency"] for one in (await rates(trip))["others"]] == ["USD"]


@pytest.mark.parametrize(
    ("code", "value", "status", "field"),
    [
        *(("EUR", 0, 422, "value"), ("EUR", -1, 422, "value"), ("EUR", "ten", 400, "value")),
        *(("INR", 2, 422, "value"), ("XYZ", 2, 422, "currency"), ("EURO", 2, 400, "code")),
    ],
)
async def test_what_is_no_rate_is_told_with_its_field(
    trip: Trip, code: str, value: object, status: int, field: str
) -> None:
    put = f"/api/groups/{trip.group}/rates/{code}"
    told = await trip.ask("PUT", put, {"value": value}, trip.bob)
    assert told.status_code == status, told.text
    assert told.json()["error"]["details"]["fields"].keys() == {field}


async def test_what_several_currencies_come_to_is_told_of_people_groups_and_all(
    abroad: Trip,
) -> None:
    await put(abroad, "EUR", 90)
    found = await nets(abroad)
    assert found["Bob"]["about"] == {"currency": "INR", "amount": 45 - 900}
    assert found["Charlie"]["about"] == {"currency": "INR", "amount": 900 - 45}
    assert "about" not in found["Alice"]
    me = await abroad.data("GET", "/api/me", by=abroad.bob)
    (group,) = me["groups"]
    assert group["about"] == {"currency": "INR", "amount": -855}
    assert me["about"]["currency"] == "INR"
    assert "about" not in await abroad.data("GET", "/api/me", by=abroad.alice)


async def test_nothing_is_said_of_all_where_a_rate_is_not_known(trip: Trip) -> None:
    await trip.record(90, trip.bob, trip.charlie)
    await trip.record(90, trip.bob, trip.charlie, currency="AFN")
    assert "about" not in (await nets(trip))["Bob"]
    told = await trip.ask("GET", path(trip), by=trip.alice)
    assert (told.status_code, told.json()["error"]["code"]) == (422, "no_rate")
    assert told.json()["error"]["details"]["currency"] == "AFN"


async def test_all_is_converted_as_it_was_shown_once_and_taken_back(abroad: Trip) -> None:
    await put(abroad, "EUR", 90)
    shown = await abroad.data("GET", path(abroad), by=abroad.alice)
    (turned,) = shown["turned"]
    assert (turned["fromName"], turned["toName"]) == ("Bob Smith", "Charlie Brown")
    assert turned["before"] == {"amount": "10", "currency": "EUR"}
    assert turned["after"] == {"amount": "900", "currency": "INR"}
    assert shown["rates"][0]["value"] == "90"
    assert (shown["first"], shown["last"]) == (None, None)
    body, key = {"proof": shown["proof"]}, {"Idempotency_Key": "once"}
    done = await abroad.data("POST", path(abroad), body, abroad.alice, **key)
    assert (done["first"], done["last"]) == (3, 4)
    assert await abroad.data("POST", path(abroad), body, abroad.alice, **key) == done
    assert (await nets(abroad))["Bob"]["nets"] == [{"currency": "INR", "amount": -855}]
    nothing = await abroad.ask("POST", path(abroad), body, abroad.alice)
    assert (nothing.status_code, nothing.json()["error"]["code"]) == (422, "nothing_to_convert")
    back = {"first": done["first"], "last": done["last"]}
    assert await abroad.data("POST", path(abroad, "/undo"), back, abroad.alice) == {"payments": 2}
    assert (await nets(abroad))["Bob"]["nets"] == [
        *({"currency": "INR", "amount": 45}, {"currency": "EUR", "amount": -10})
    ]


async def test_what_comes_to_something_else_by_now_is_not_converted(abroad: Trip) -> None:
    await put(abroad, "EUR", 90)
    shown = await abroad.data("GET", path(abroad), by=abroad.alice)
    await put(abroad, "EUR", 91)
    told = await abroad.ask("POST", path(abroad), {"proof": shown["proof"]}, abroad.alice)
    assert (told.status_code, told.json()["error"]["code"]) == (409, "plan_changed")


async def test_a_payment_of_a_conversion_goes_and_comes_with_the_others(abroad: Trip) -> None:
    await put(abroad, "EUR", 90)
    await abroad.data("POST", path(abroad), {}, abroad.alice)
    listed = await abroad.data("GET", f"/api/settlements/group/{abroad.group}", by=abroad.alice)
    one = f"/api/settlements/{listed[0]['id']}"
    await abroad.data("DELETE", one, by=abroad.alice)
    assert len((await nets(abroad))["Bob"]["nets"]) == 2
    await abroad.data("POST", f"{one}/restore", by=abroad.alice)
    assert (await nets(abroad))["Bob"]["nets"] == [{"currency": "INR", "amount": -855}]


async def test_an_entry_is_converted_by_the_rate_of_its_day_and_back(trip: Trip) -> None:
    said = {"currency": "EUR", "date": "2024-02-16"}
    spent = await trip.record(10, trip.bob, trip.bob, trip.alice, **said)
    entry = f"/api/entries/{spent['id']}/conversion"
    shown = await trip.data("GET", entry, by=trip.alice)
    assert shown["before"] == {"amount": "10", "currency": "EUR"}
    assert (shown["rate"]["source"], shown["rate"]["on"]) == ("ecb", "2024-02-16")
    refused = await trip.ask("POST", entry, by=trip.alice)
    assert (refused.status_code, refused.json()["error"]["code"]) == (403, "may_not_change")
    stale = await trip.ask("POST", entry, by=trip.bob, If_Match='"7"')
    assert stale.status_code == 409
    turned = await trip.ask("POST", entry, by=trip.bob, If_Match='"1"')
    assert turned.headers["ETag"] == '"2"'
    told = turned.json()["data"]
    assert (told["currency"], told["amount"]) == ("INR", shown["after"]["amount"])
    assert "EUR" in told["note"]
    assert (await trip.ask("GET", entry, by=trip.alice)).status_code == 422
    back = await trip.data("DELETE", entry, by=trip.bob)
    assert (back["currency"], back["amount"], back["note"]) == ("EUR", "10", None)


async def test_what_was_not_converted_last_is_not_taken_back(trip: Trip) -> None:
    spent = await trip.record(10, trip.bob, trip.bob, trip.alice)
    entry = f"/api/entries/{spent['id']}/conversion"
    assert (await trip.ask("DELETE", entry, by=trip.bob)).status_code == 409
    await trip.data("PUT", f"/api/expenses/{spent['id']}", {"amount": 11}, trip.bob)
    assert (await trip.ask("DELETE", entry, by=trip.bob)).status_code == 409
