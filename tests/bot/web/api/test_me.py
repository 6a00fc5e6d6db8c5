"""Whoever calls: their own account, groups and pay details."""

from __future__ import annotations

from ledger.accounts import linking, personal_tokens
from ledger.core.accounts import Scope
from ledger.core.members import Person, UserId
from tests.bot.web.api.trip import Trip, begin_trip


async def test_i_see_my_groups_and_my_nets(trip: Trip) -> None:
    await begin_trip(trip.office, "example.org")
    await trip.record(90, trip.bob, trip.bob, trip.alice)
    told = await trip.data("GET", "/api/me", by=trip.alice)
    assert told == {
        "id": trip.alice.public_id,
        "name": "Alice Johnson",
        "email": "alice@example.com",
        "phone": None,
        "language": None,
        "telegram": False,
        "groups": [
            {
                "id": trip.group,
                "name": "Goa Trip 2024",
                "currency": "INR",
                "inChat": False,
                "role": "member",
                "nets": [{"currency": "INR", "amount": -45}],
            }
        ],
    }
    assert (await trip.data("GET", "/api/me", by=trip.bob))["groups"][0]["role"] == "admin"


async def test_a_backend_is_nobody(trip: Trip) -> None:
    told = await trip.ask("GET", "/api/me")
    assert (told.status_code, told.json()["error"]["code"]) == (403, "forbidden")


async def test_i_choose_my_language(trip: Trip) -> None:
    told = await trip.data("PATCH", "/api/me", {"language": "hindi"}, trip.alice)
    assert told["language"] == "hi"
    assert (await trip.data("PATCH", "/api/me", {}, trip.alice))["language"] == "hi"
    wrong = await trip.ask("PATCH", "/api/me", {"language": "klingon"}, trip.alice)
    assert (wrong.status_code, wrong.json()["error"]["code"]) == (422, "unknown_language")
    assert (await trip.data("PATCH", "/api/me", {"language": None}, trip.alice))["language"] is None


async def test_i_say_how_to_pay_me_and_take_it_back(trip: Trip) -> None:
    path = "/api/me/payinfo"
    assert await trip.data("GET", path, by=trip.alice) == []
    kept = await trip.data("PUT", f"{path}/upi", {"value": "alice@okbank"}, trip.alice)
    assert kept == [{"scheme": "upi", "value": "alice@okbank"}]
    wrong = await trip.ask("PUT", f"{path}/iban", {"value": "DE00"}, trip.alice)
    assert (wrong.status_code, wrong.json()["error"]["details"]["fields"].keys()) == (
        422,
        {"value"},
    )
    assert (await trip.ask("PUT", f"{path}/cash", {"value": "x"}, trip.alice)).status_code == 400
    assert await trip.data("DELETE", f"{path}/upi", by=trip.alice) == []
    assert await trip.data("GET", path, by=trip.bob) == []


async def test_i_join_my_telegram_user_by_a_code(trip: Trip) -> None:
    asha = Person(UserId(5_100_000_101), "Asha")
    code = await trip.office.api.threads.run(lambda tx: linking.new_link_code(tx, asha))
    told = await trip.data("POST", "/api/me/link", {"code": code.lower()}, trip.alice)
    assert (told["id"], told["name"], told["telegram"]) == (trip.alice.public_id, "Asha", True)
    assert [one["id"] for one in told["groups"]] == [trip.group]
    again = await trip.ask("POST", "/api/me/link", {"code": code}, trip.bob)
    assert (again.status_code, again.json()["error"]["code"]) == (422, "bad_code")


async def test_i_list_my_tokens_and_revoke_them(trip: Trip) -> None:
    made = await trip.office.api.threads.run(
        lambda tx: personal_tokens.make(tx, trip.alice, "script", Scope.READ)
    )
    (told,) = await trip.data("GET", "/api/me/tokens", by=trip.alice)
    assert (told["name"], told["scope"], told["lastUsedAt"]) == ("script", "read", None)
    assert made[1] not in str(told)
    path = f"/api/me/tokens/{told['id']}"
    assert (await trip.ask("DELETE", path, by=trip.bob)).status_code == 404
    assert (await trip.ask("DELETE", path, by=trip.alice)).status_code == 200
    assert (await trip.ask("DELETE", path, by=trip.alice)).status_code == 404
    assert (await trip.office.ask("GET", "/api/me", token=made[1])).status_code == 401


async def test_i_take_along_all_that_is_kept_about_me(trip: Trip) -> None:
    told = await trip.ask("GET", "/api/me/export", by=trip.alice)
    assert "all-square-my-data.json" in told.headers["content-disposition"]
    record = told.json()
    assert record["over_http"]["email"] == "alice@example.com"
    assert [group["title"] for group in record["groups"]] == ["Goa Trip 2024"]


async def test_i_am_forgotten_when_i_say_so_twice(trip: Trip) -> None:
    await trip.record(90, trip.bob, trip.bob, trip.alice)
    assert (await trip.ask("DELETE", "/api/me", by=trip.alice)).status_code == 400
    told = await trip.ask("DELETE", "/api/me?confirm=forget", by=trip.alice)
    assert told.json() == {"success": True, "message": "You are forgotten"}
    assert (await trip.ask("GET", "/api/me", by=trip.alice)).status_code == 401
    assert (await trip.ask("GET", f"/api/users/{trip.alice.public_id}")).status_code == 404
    nets = await trip.data("GET", f"/api/groups/{trip.group}/nets", by=trip.bob)
    assert {one["name"] for one in nets} == {"Bob Smith", "Charlie Brown", "Somebody 1"}
    nobody = await trip.ask("DELETE", "/api/me?confirm=forget")
    assert nobody.status_code == 403
