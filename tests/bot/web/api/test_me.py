"""Whoever calls: their own account, groups and pay details."""

from __future__ import annotations

from datetime import timedelta

from ledger.accounts import linking, personal_tokens, registering
from ledger.core.accounts import Scope
from ledger.core.members import Person, UserId
from ledger.storage import people_rows
from tests.bot.web.api.trip import Trip, begin_trip

ASHA = Person(UserId(5_100_000_101), "Asha")


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
        "login": True,
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
    code = await trip.office.api.threads.run(lambda tx: linking.new_link_code(tx, ASHA))
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


async def test_i_make_a_token_and_am_told_its_secret_once(trip: Trip) -> None:
    made = await trip.data(
        "POST", "/api/me/tokens", {"name": "my  laptop", "scope": "full"}, trip.alice
    )
    assert (made["name"], made["scope"]) == ("my laptop", "full")
    told = await trip.office.ask("GET", "/api/me", token=made["secret"])
    assert told.json()["data"]["id"] == trip.alice.public_id
    (listed,) = await trip.data("GET", "/api/me/tokens", by=trip.alice)
    assert listed["id"] == made["id"]
    assert "secret" not in listed
    more = await trip.office.ask(
        "POST", "/api/me/tokens", {"name": "another", "scope": "full"}, made["secret"]
    )
    assert (more.status_code, more.json()["error"]["code"]) == (403, "forbidden")
    blank = await trip.ask("POST", "/api/me/tokens", {"name": " ", "scope": "read"}, trip.alice)
    assert (blank.status_code, *blank.json()["error"]["details"]["fields"]) == (422, "name")


async def test_somebody_from_telegram_joins_an_account_of_theirs_and_parts_from_it(
    trip: Trip,
) -> None:
    asha = await trip.office.api.threads.run(lambda tx: registering.of_person(tx, ASHA))
    assert (await trip.data("GET", "/api/me", by=asha))["login"] is False
    made = await trip.data("POST", "/api/me/link-code", by=asha)
    told = await trip.data("POST", "/api/me/link", {"code": made["code"]}, trip.alice)
    assert (told["name"], told["login"], told["telegram"]) == ("Asha", True, True)
    again = await trip.ask("POST", "/api/me/link-code", by=trip.alice)
    assert (again.status_code, again.json()["error"]["code"]) == (409, "already_linked")
    assert (await trip.ask("DELETE", "/api/me/login", by=trip.alice)).status_code == 200
    told = await trip.data("GET", "/api/me", by=trip.alice)
    assert (told["login"], told["email"]) == (False, None)
    assert [one["id"] for one in told["groups"]] == [trip.group]


async def test_a_code_of_the_page_ends_in_ten_minutes(trip: Trip) -> None:
    asha = await trip.office.api.threads.run(lambda tx: registering.of_person(tx, ASHA))
    made = await trip.data("POST", "/api/me/link-code", by=asha)
    trip.office.clock.move(timedelta(minutes=11))
    late = await trip.ask("POST", "/api/me/link", {"code": made["code"]}, trip.alice)
    assert (late.status_code, late.json()["error"]["code"]) == (422, "bad_code")


async def test_a_summary_of_mine_comes_when_i_say_once_i_may_be_written_to(trip: Trip) -> None:
    asha = await trip.office.api.threads.run(lambda tx: registering.of_person(tx, ASHA))
    path = "/api/me/weekly"
    told = await trip.data("GET", path, by=asha)
    assert (told["on"], told["weekdays"], told["at"], told["reachable"]) == (
        *(False, [0], "09:00"),
        False,
    )
    assert told["chat"] == "https://t.me/all_square_bot?start=app"
    shy = await trip.ask("PATCH", path, {"on": True}, asha)
    assert (shy.status_code, shy.json()["error"]["code"]) == (409, "not_started")
    await trip.office.api.threads.run(
        lambda tx: people_rows.change_account(tx.connection, ASHA.id, started=True)
    )
    body = {"on": True, "weekdays": [4, 1], "at": "18:30"}
    told = await trip.data("PATCH", path, body, asha)
    assert (told["on"], told["weekdays"], told["at"]) == (True, [1, 4], "18:30")
    assert (await trip.data("PATCH", path, {"at": "07:00"}, asha))["weekdays"] == [1, 4]
    assert (await trip.data("PATCH", path, {"on": False}, asha))["on"] is False
    assert (await trip.data("PATCH", path, {"on": True}, asha))["at"] == "07:00"


async def test_i_say_which_group_may_remind_me(trip: Trip) -> None:
    (told,) = await trip.data("GET", "/api/me/reminders", by=trip.alice)
    assert told == {"groupId": trip.group, "name": "Goa Trip 2024", "wanted": "on", "until": None}
    path = f"/api/me/reminders/{trip.group}"
    assert (await trip.data("PUT", path, {"wanted": "off"}, trip.alice))["wanted"] == "off"
    later = await trip.data("PUT", path, {"wanted": "later"}, trip.alice)
    assert later["wanted"] == "later"
    assert later["until"] is not None
    assert (await trip.data("GET", "/api/me/reminders", by=trip.alice)) == [later]
    assert (await trip.data("PUT", path, {"wanted": "on"}, trip.alice))["until"] is None
    assert (await trip.data("GET", "/api/me/reminders", by=trip.bob))[0]["wanted"] == "on"


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
