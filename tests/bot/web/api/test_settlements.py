"""Settlements over HTTP, and what they leave to be settled."""

from __future__ import annotations

import asyncio

from ledger.accounts import showing
from ledger.accounts.opening import Call
from ledger.book import membership
from ledger.storage.database import Transaction
from tests.bot.web.api.conftest import Office
from tests.bot.web.api.trip import Trip, begin_trip


async def plan(trip: Trip) -> list[tuple[str, str, float]]:
    found = await trip.data("GET", f"/api/balances/group/{trip.group}")
    names = {one.public_id: one.name.split()[0] for one in (trip.bob, trip.charlie, trip.alice)}
    return [(names[it["from"]], names[it["to"]], it["amount"]) for it in found["balances"]]


def payment(trip: Trip, amount: object, **said: object) -> dict[str, object]:
    ids = {"fromUser": trip.alice.public_id, "toUser": trip.bob.public_id}
    return {"groupId": trip.group, **ids, "amount": amount, **said}


async def test_a_payment_leaves_the_plan(trip: Trip) -> None:
    await trip.record("90.30", trip.bob, trip.bob, trip.charlie, trip.alice)
    assert await plan(trip) == [("Charlie", "Bob", 30.1), ("Alice", "Bob", 30.1)]
    told = await trip.data("POST", "/api/settlements", payment(trip, "30.10"))
    assert told["amount"] == "30.1"
    assert (told["from"]["name"], told["to"]["name"]) == ("Alice Johnson", "Bob Smith")
    assert await plan(trip) == [("Charlie", "Bob", 30.1)]
    assert await trip.data("GET", f"/api/settlements/group/{trip.group}") == [told]
    assert len(await trip.data("GET", f"/api/expenses/group/{trip.group}")) == 1


async def test_a_payment_of_the_plan_is_recorded_once_although_both_say_so(trip: Trip) -> None:
    await trip.record(90, trip.bob, trip.bob, trip.charlie, trip.alice)
    made = payment(trip, 30, suggested=True)
    told = await trip.data("POST", "/api/settlements", made, trip.alice)
    assert (told["amount"], told["currency"]) == ("30", "INR")
    other = await trip.ask("POST", "/api/settlements", made, trip.bob)
    assert (other.status_code, other.json()["error"]["code"]) == (409, "plan_changed")
    assert other.json()["error"]["message"].startswith("The plan has changed")
    assert await trip.data("GET", f"/api/settlements/group/{trip.group}") == [told]


async def test_two_who_say_at_once_that_it_was_paid_have_it_recorded_once(each: Office) -> None:
    trip = await begin_trip(each)
    for _ in range(5):
        await trip.record(90, trip.bob, trip.alice)
        made = payment(trip, 90, suggested=True)
        answers = await asyncio.gather(
            *(trip.ask("POST", "/api/settlements", made, who) for who in (trip.alice, trip.bob))
        )
        assert sorted(answer.status_code for answer in answers) == [201, 409]
        assert await plan(trip) == []


async def test_a_payment_of_the_plan_is_exactly_that_one_and_of_its_two(trip: Trip) -> None:
    await trip.record(90, trip.bob, trip.bob, trip.charlie, trip.alice)
    for said in ({"amount": 29}, {"currency": "EUR"}, {"toUser": trip.charlie.public_id}):
        body = {**payment(trip, 30, suggested=True), **said}
        told = await trip.ask("POST", "/api/settlements", body, trip.alice)
        assert told.status_code == 409, said
    theirs = await trip.ask(
        "POST", "/api/settlements", payment(trip, 30, suggested=True), trip.charlie
    )
    assert (theirs.status_code, theirs.json()["error"]["code"]) == (403, "not_your_payment")
    for more in ({"date": "2024-02-16"}, {"notes": "cash"}):
        body = payment(trip, 30, suggested=True, **more)
        told = await trip.ask("POST", "/api/settlements", body, trip.alice)
        assert (told.status_code, told.json()["error"]["details"]["fields"].keys()) == (
            400,
            {*more},
        )
    assert (await trip.data("POST", "/api/settlements", payment(trip, 30, suggested=True)))["id"]


async def test_a_payment_is_no_expense_and_an_expense_no_payment(trip: Trip) -> None:
    paid = await trip.data("POST", "/api/settlements", payment(trip, 5))
    spent = await trip.record(5, trip.bob, trip.alice)
    for method in ("GET", "DELETE"):
        assert (await trip.ask(method, f"/api/expenses/{paid['id']}")).status_code == 404
        assert (await trip.ask(method, f"/api/settlements/{spent['id']}")).status_code == 404


async def test_a_payment_is_changed_taken_back_and_restored(trip: Trip) -> None:
    told = await trip.data("POST", "/api/settlements", payment(trip, 5, notes="cash"))
    path = f"/api/settlements/{told['id']}"
    changed = await trip.data("PUT", path, {"amount": 7, "toUser": trip.charlie.public_id})
    assert (changed["amount"], changed["notes"]) == ("7", "cash")
    assert await plan(trip) == [("Charlie", "Alice", 7)]
    stale = await trip.ask("PUT", path, {"amount": 8}, If_Match='"1"')
    assert stale.status_code == 409
    assert (await trip.data("DELETE", path, If_Match='"2"'))["deleted"] is True
    assert await plan(trip) == []
    assert "deleted" not in await trip.data("POST", f"{path}/restore")
    assert (await trip.ask("GET", path)).headers["ETag"] == '"4"'


async def test_nobody_pays_themselves_or_less_than_something(trip: Trip) -> None:
    own = payment(trip, 5, toUser=trip.alice.public_id)
    told = await trip.ask("POST", "/api/settlements", own)
    assert (told.status_code, told.json()["error"]["code"]) == (422, "same_person")
    for amount in (0, -5, "-0.01"):
        told = await trip.ask("POST", "/api/settlements", payment(trip, amount))
        assert told.status_code == 422
        assert told.json()["error"]["details"]["fields"].keys() == {"amount"}


async def test_balances_of_several_currencies_are_listed_by_currency(trip: Trip) -> None:
    await trip.record(90, trip.bob, trip.bob, trip.alice)
    await trip.record("9.5", trip.alice, trip.bob, currency="EUR")
    where = f"/api/balances/user/{trip.bob.public_id}"
    view = await trip.data("GET", f"{where}/group/{trip.group}")
    assert (view["currency"], view["netBalance"]) == ("INR", 45)
    shown = [(one["currency"], one["netBalance"]) for one in view["currencies"]]
    assert shown == [("INR", 45), ("EUR", -9.5)]
    everywhere = await trip.data("GET", where)
    assert [(one["currency"], one["netBalance"]) for one in everywhere["totals"]] == [
        *(("EUR", -9.5), ("INR", 45))
    ]
    assert "netBalance" not in everywhere
    found = (await trip.data("GET", f"/api/balances/group/{trip.group}"))["balances"]
    assert [(one["currency"], one["amount"]) for one in found] == [("INR", 45), ("EUR", 9.5)]


async def test_payments_are_apart_from_what_is_owed(trip: Trip) -> None:
    await trip.record(90, trip.bob, trip.bob, trip.alice)
    await trip.data("POST", "/api/settlements", payment(trip, 20))
    view = await trip.data("GET", f"/api/balances/user/{trip.alice.public_id}/group/{trip.group}")
    assert (view["totalOwes"], view["netBalance"]) == (45, -25)
    assert [one["amount"] for one in view["paid"]] == [20]
    assert "received" not in view


async def test_whoever_left_with_a_debt_looks_and_pays_and_changes_nothing_else(
    trip: Trip,
) -> None:
    hotel = await trip.record(90, trip.alice, trip.bob, trip.charlie, trip.alice)

    def leave(tx: Transaction) -> None:
        book = Call(showing.group_of(tx, trip.group), trip.alice.user_id).open(tx)
        membership.leave(book, trip.alice.user_id)

    await trip.office.api.threads.run(leave)
    group, entry = f"/api/groups/{trip.group}", f"/api/expenses/{hotel['id']}"
    assert (await trip.ask("GET", entry, by=trip.alice)).status_code == 200
    for method, path, body in (
        ("POST", "/api/expenses", trip.expense(5, trip.alice, trip.bob)),
        ("PUT", entry, {"amount": 900}),
        ("DELETE", entry, None),
        ("PATCH", f"{group}/settings", {"simplify": False}),
        ("DELETE", f"{group}/members/{trip.charlie.public_id}", None),
    ):
        told = await trip.ask(method, path, body, by=trip.alice)
        assert told.status_code == 404, (method, path, told.text)
    for payer in (trip.bob, trip.charlie):
        said = payment(trip, 30, fromUser=payer.public_id, toUser=trip.alice.public_id)
        assert (await trip.ask("POST", "/api/settlements", said, trip.alice)).status_code == 201
    assert (await trip.ask("GET", group, by=trip.alice)).status_code == 404
