"""People and groups over HTTP, beyond the contracts' examples."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final

import pytest

from ledger.accounts import registering
from ledger.core.accounts import Account
from ledger.core.members import Person, UserId
from tests.bot.web.api.conftest import SERVICE, Office
from tests.bot.web.api.trip import Trip, begin_trip, token_of


async def telegram(office: Office, number: int = 42) -> Account:
    """Return the account of somebody whom the bot knows from Telegram alone."""
    person = Person(UserId(number), "Asha", "Rao", "asha", "hi")
    return await office.api.threads.run(lambda tx: registering.of_person(tx, person))


_A_MINUTE: Final = timedelta(minutes=1)


def names(listed: list[dict[str, Any]]) -> list[str]:
    return [one["name"] for one in listed]


async def test_i_see_whom_i_share_a_group_with_and_nobody_else(trip: Trip) -> None:
    await begin_trip(trip.office, "elsewhere.example")
    mine = await trip.data("GET", "/api/users", by=trip.charlie)
    assert names(mine) == ["Bob Smith", "Charlie Brown", "Alice Johnson"]
    assert len(await trip.data("GET", "/api/users")) == 6


async def test_lists_come_in_pieces(trip: Trip) -> None:
    first = await trip.data("GET", "/api/users?limit=2", by=trip.bob)
    rest = await trip.data("GET", f"/api/users?limit=2&cursor={first[-1]['id']}", by=trip.bob)
    assert names(first + rest) == ["Bob Smith", "Charlie Brown", "Alice Johnson"]
    for name in ("Flat", "Office"):
        await trip.data("POST", "/api/groups", {"name": name}, trip.bob)
    for by in (trip.bob, None):
        first = await trip.data("GET", "/api/groups?limit=2", by=by)
        rest = await trip.data("GET", f"/api/groups?limit=2&cursor={first[-1]['id']}", by=by)
        assert names(first + rest) == ["Goa Trip 2024", "Flat", "Office"]
    for limit in ("0", "501", "x", "-1"):
        assert (await trip.ask("GET", f"/api/users?limit={limit}")).status_code == 400
    assert (await trip.ask("GET", "/api/users?cursor=x", by=trip.bob)).status_code == 404


async def test_of_somebody_i_see_the_groups_that_we_share(trip: Trip) -> None:
    group = {"name": "Flat", "members": [trip.alice.public_id]}
    await trip.data("POST", "/api/groups", group, trip.charlie)

    async def groups_of_charlie(by: Account | None) -> list[tuple[str, str]]:
        told = await trip.data("GET", f"/api/users/{trip.charlie.public_id}", by=by)
        return [(one["group"]["name"], one["role"]) for one in told["groupMembers"]]

    both = [("Goa Trip 2024", "member"), ("Flat", "admin")]
    assert await groups_of_charlie(trip.bob) == both[:1]
    assert await groups_of_charlie(trip.alice) == both
    assert await groups_of_charlie(trip.charlie) == both
    assert await groups_of_charlie(None) == both


async def test_what_is_said_of_me_i_change_myself(trip: Trip) -> None:
    path = f"/api/users/{trip.bob.public_id}"
    told = await trip.data(
        "PUT", path, {"name": " Robert  Smith ", "phone": "+1 (234) 567-891"}, trip.bob
    )
    assert (told["name"], told["phone"]) == ("Robert Smith", "+1234567891")
    assert told["email"] == "bob@example.com"
    assert (await trip.data("PUT", path, {"phone": None}, trip.bob))["phone"] is None
    taken = await trip.ask("PUT", path, {"email": "ALICE@example.com"}, trip.bob)
    assert taken.status_code == 409
    assert list(taken.json()["error"]["details"]["fields"]) == ["email"]
    before = await trip.data("GET", path, by=trip.bob)
    trip.office.clock.move(_A_MINUTE)
    assert (await trip.data("PUT", path, {}, trip.bob))["updatedAt"] == before["updatedAt"]
    await trip.data("PUT", path, {"email": "robert@example.com"}, trip.bob)
    assert (await trip.data("GET", path, by=trip.bob))["updatedAt"] > before["updatedAt"]


async def test_a_name_from_telegram_is_changed_there(office: Office) -> None:
    asha = await telegram(office)
    path = f"/api/users/{asha.public_id}"
    told = await office.ask("PUT", path, {"name": "Ash"}, token_of(office, asha))
    assert told.status_code == 403
    assert list(told.json()["error"]["details"]["fields"]) == ["name"]
    told = await office.ask("PUT", path, {"email": "asha@example.com"}, token_of(office, asha))
    assert told.json()["data"]["email"] == "asha@example.com"


async def test_whoever_makes_a_group_is_its_admin_and_first(trip: Trip) -> None:
    listed = [trip.alice.public_id, trip.bob.public_id, trip.alice.public_id]
    told = await trip.data("POST", "/api/groups", {"name": "Flat", "members": listed}, trip.bob)
    assert [(one["user"]["name"], one["role"]) for one in told["members"]] == [
        ("Bob Smith", "admin"),
        ("Alice Johnson", "member"),
    ]
    assert told["description"] is None
    alone = await trip.data("POST", "/api/groups", {"name": "Mine", "members": []}, trip.bob)
    assert len(alone["members"]) == 1
    nobodys = await trip.ask("POST", "/api/groups", {"name": "Nobody's", "members": []})
    assert nobodys.status_code == 422


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *(("name", ""), ("name", " "), ("name", "x" * 129), ("name", 5), ("name", None)),
        *(("description", "x" * 1001), ("description", 5), ("members", "bob"), ("members", [5])),
        *(("members", ["x"] * 51), ("members", {}), ("colour", "red")),
    ],
)
async def test_what_is_wrong_about_a_group_is_said_beside_its_field(
    trip: Trip, field: str, value: object
) -> None:
    told = await trip.ask("POST", "/api/groups", {"name": "Flat", field: value}, trip.bob)
    assert told.status_code == 400
    (where,) = told.json()["error"]["details"]["fields"]
    assert where.split(".")[0] == field


async def test_nobody_is_in_a_group_who_is_not_there(trip: Trip) -> None:
    for nobody in ("nobody", "00000000-0000-4000-8000-000000000000", trip.group):
        body = {"name": "Flat", "members": [nobody]}
        told = await trip.ask("POST", "/api/groups", body, trip.bob)
        assert told.status_code == 404
        assert list(told.json()["error"]["details"]["fields"]) == ["members"]
        told = await trip.ask(
            "POST", f"/api/groups/{trip.group}/members", {"userId": nobody}, trip.bob
        )
        assert told.status_code == 404


async def test_somebody_is_added_once_and_may_come_back(trip: Trip) -> None:
    members = f"/api/groups/{trip.group}/members"
    twice = await trip.ask("POST", members, {"userId": trip.alice.public_id}, trip.bob)
    assert twice.status_code == 409
    assert twice.json()["error"]["code"] == "already_a_member"
    one = f"{members}/{trip.alice.public_id}"
    assert (await trip.ask("DELETE", one, by=trip.bob)).status_code == 200
    assert (await trip.ask("DELETE", one, by=trip.bob)).status_code == 404
    back = await trip.data(
        "POST", members, {"userId": trip.alice.public_id, "role": "admin"}, trip.bob
    )
    assert back["role"] == "admin"


async def test_a_member_with_an_open_balance_stays_and_the_amount_is_told(trip: Trip) -> None:
    await trip.record(3000, trip.bob, trip.bob, trip.alice)
    path = f"/api/groups/{trip.group}/members/{trip.alice.public_id}"
    told = await trip.ask("DELETE", path, by=trip.bob)
    assert told.status_code == 409
    error = told.json()["error"]
    assert error["code"] == "balance_open"
    assert error["details"]["nets"] == [{"amount": "-1500", "currency": "INR"}]
    assert "1,500" in error["message"]


async def test_the_only_admin_stays_while_others_are_there(trip: Trip) -> None:
    path = f"/api/groups/{trip.group}/members/{trip.bob.public_id}"
    told = await trip.ask("DELETE", path, by=trip.bob)
    assert (told.status_code, told.json()["error"]["code"]) == (409, "last_admin")


async def test_whoever_is_square_goes_by_themselves(trip: Trip) -> None:
    await trip.record(90, trip.bob, trip.bob, trip.alice)
    path = f"/api/groups/{trip.group}/members"
    owes = await trip.ask("DELETE", f"{path}/{trip.alice.public_id}", by=trip.alice)
    assert (owes.status_code, owes.json()["error"]["code"]) == (409, "balance_open")
    assert (
        await trip.ask("DELETE", f"{path}/{trip.charlie.public_id}", by=trip.charlie)
    ).is_success
    assert (await trip.ask("GET", f"/api/groups/{trip.group}", by=trip.charlie)).status_code == 404
    admin = await trip.ask("DELETE", f"{path}/{trip.bob.public_id}", by=trip.bob)
    assert (admin.status_code, admin.json()["error"]["code"]) == (409, "last_admin")


async def test_an_admin_has_back_whoever_went(trip: Trip) -> None:
    await trip.data("POST", f"/api/groups/{trip.group}/members", {"name": "Grandma"}, trip.bob)
    settings = f"/api/groups/{trip.group}/settings"
    told = await trip.data("GET", settings, by=trip.bob)
    grandma = next(one["userId"] for one in told["members"] if one["name"] == "Grandma")
    for gone in (trip.charlie.public_id, grandma):
        path = f"/api/groups/{trip.group}/members/{gone}"
        assert (await trip.ask("DELETE", path, by=trip.bob)).is_success
    told = await trip.data("GET", settings, by=trip.alice)
    # A name that nothing was recorded for is nobody any more.
    assert [one["name"] for one in told["former"]] == ["Charlie Brown"]
    path = f"/api/groups/{trip.group}/members/{trip.charlie.public_id}"
    assert (await trip.ask("PATCH", path, {"active": True}, trip.alice)).status_code == 403
    assert (await trip.data("PATCH", path, {"active": True}, trip.bob))["active"] is True
    again = await trip.ask("PATCH", path, {"active": True}, trip.bob)
    assert (again.status_code, again.json()["error"]["code"]) == (409, "already_a_member")
    assert (await trip.data("GET", settings, by=trip.charlie))["former"] == []


async def test_a_group_begins_with_its_currency_clock_and_guests(trip: Trip) -> None:
    body = {
        "name": "Flat",
        "members": [trip.alice.public_id],
        "names": ["Grandma", "@dora_x"],
        "currency": "eur",
        "timezone": "Europe/Berlin",
        "language": "de",
    }
    made = await trip.data("POST", "/api/groups", body, trip.bob)
    told = await trip.data("GET", f"/api/groups/{made['id']}/settings", by=trip.bob)
    found = told["currency"], told["timezone"], told["language"]
    assert found == ("EUR", "Europe/Berlin", "de")
    assert [(one["name"], one["kind"]) for one in told["members"]] == [
        ("Bob Smith", "user"),
        ("Alice Johnson", "user"),
        ("Grandma", "guest"),
        ("dora_x", "placeholder"),
    ]


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"currency": "XQX"}, "currency"),
        ({"timezone": "Mars/Base"}, "timezone"),
        ({"language": "Klingon"}, "language"),
        ({"names": ["@helpful_bot"]}, "name"),
        ({"names": ["Bob", "Bob"]}, "userId"),
    ],
)
async def test_a_group_that_can_not_be_so_is_not_made(
    trip: Trip, said: dict[str, object], field: str
) -> None:
    told = await trip.ask("POST", "/api/groups", {"name": "Flat", **said}, trip.alice)
    assert told.status_code in {409, 422}
    assert [*told.json()["error"]["details"]["fields"]] == [field]
    assert len(await trip.data("GET", "/api/groups", by=trip.alice)) == 1


async def test_whoever_was_removed_sees_the_group_no_more(trip: Trip) -> None:
    path = f"/api/groups/{trip.group}"
    await trip.ask("DELETE", f"{path}/members/{trip.alice.public_id}", by=trip.bob)
    assert (await trip.ask("GET", path, by=trip.alice)).status_code == 404
    assert await trip.data("GET", "/api/groups", by=trip.alice) == []


async def test_a_group_by_its_id_has_its_expenses_the_newest_first(trip: Trip) -> None:
    for words in ("Hotel", "Dinner"):
        await trip.record(300, trip.bob, trip.bob, trip.alice, description=words)
    told = await trip.data("GET", f"/api/groups/{trip.group}", by=trip.alice)
    assert [one["description"] for one in told["expenses"]] == ["Dinner", "Hotel"]
    listed = await trip.data("GET", f"/api/expenses/group/{trip.group}", by=trip.alice)
    assert told["expenses"] == listed


async def test_the_same_key_makes_one_group(trip: Trip) -> None:
    body = {"name": "Flat", "members": [trip.alice.public_id]}
    first = await trip.ask("POST", "/api/groups", body, trip.bob, Idempotency_Key="flat")
    again = await trip.ask("POST", "/api/groups", body, trip.bob, Idempotency_Key="flat")
    assert again.json() == first.json()
    other = await trip.ask("POST", "/api/groups", body, trip.alice, Idempotency_Key="flat")
    assert other.json()["data"]["id"] != first.json()["data"]["id"]
    assert len(await trip.data("GET", "/api/groups", by=trip.bob)) == 2


async def test_the_first_contracts_words_for_groups(each: Office) -> None:
    trip = await begin_trip(each)
    by = trip.bob
    told = await trip.ask(
        "POST", "/createGroup", {"group_name": "Party", "members": [str(trip.alice.id)]}, by
    )
    assert told.status_code == 200
    number = told.json()["data"]["id"]
    assert told.json() == {"message": "Group Created successfully", "data": {"id": number}}
    told = await trip.ask(
        "POST", "/addUserToGroup", {"group_id": str(number), "user_id": str(trip.charlie.id)}, by
    )
    assert told.status_code == 200
    assert told.json() == {"message": "User successfully added to group"}
    told = await trip.ask(
        "POST", "/addUserToGroup", {"group_id": number, "user_id": trip.charlie.id}, by
    )
    assert (told.status_code, list(told.json()["errors"])) == (409, ["user_id"])
    party = (await trip.data("GET", "/api/groups", by=by))[-1]
    assert [one["user"]["name"].split()[0] for one in party["members"]] == [
        *("Bob", "Alice", "Charlie")
    ]


async def test_nobody_guesses_the_number_of_somebody_from_telegram(trip: Trip) -> None:
    asha = await telegram(trip.office)
    body = {"group_name": "Party", "members": [asha.id]}
    assert (await trip.ask("POST", "/createGroup", body, trip.bob)).status_code == 404
    assert (await trip.ask("POST", "/createGroup", body)).status_code == 200
    # Whoever has the person's own id was given it.
    added = await trip.ask(
        "POST", f"/api/groups/{trip.group}/members", {"userId": asha.public_id}, trip.bob
    )
    assert added.status_code == 201
    assert added.json()["data"]["user"]["email"] is None
    assert (await trip.ask("POST", "/createGroup", body, trip.bob)).status_code == 200


async def test_a_strangers_key_is_nobody_elses(office: Office) -> None:
    body = {"name": "Bob", "email": "bob@example.com"}
    first = await office.ask("POST", "/api/users", body, Idempotency_Key="k")
    again = await office.ask("POST", "/api/users", body, Idempotency_Key="k")
    assert (first.status_code, again.json()) == (201, first.json())
    other = await office.ask("POST", "/api/users", body, SERVICE, Idempotency_Key="k")
    assert other.status_code == 409
