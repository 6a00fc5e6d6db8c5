"""Expenses over HTTP: every way to split, and every change of one."""

from __future__ import annotations

from typing import Any

import pytest

from tests.bot.web.api.trip import Trip, begin_trip


def amounts(expense: Any) -> list[str]:
    return [split["amount"] for split in expense["splits"]]


async def nets(trip: Trip) -> dict[str, float]:
    """What each is owed, by first name."""
    found = {}
    for one in (trip.bob, trip.charlie, trip.alice):
        view = await trip.data("GET", f"/api/balances/user/{one.public_id}/group/{trip.group}")
        found[one.name.split()[0]] = view["netBalance"]
    return found


@pytest.mark.parametrize(
    ("split_type", "splits", "owed", "extra"),
    [
        ("EQUAL", [{}, {}, {}], ["33.34", "33.33", "33.33"], {}),
        (
            "EXACT",
            [{"amount": 20}, {"amount": "30.5"}, {"amount": 49.5}],
            ["20", "30.5", "49.5"],
            {},
        ),
        (
            "PERCENTAGE",
            [{"percentage": 33.3333}, {"percentage": "33.3333"}, {"percentage": 33.3334}],
            ["33.33", "33.33", "33.34"],
            {"percentage": ["33.3333", "33.3333", "33.3334"]},
        ),
        (
            "SHARES",
            [{"shares": 2}, {"shares": "1.5"}, {"shares": 0.5}],
            ["50", "37.5", "12.5"],
            {"shares": ["2", "1.5", "0.5"]},
        ),
        (
            "ADJUSTMENT",
            [{"adjustment": 20}, {}, {"adjustment": "-10"}],
            ["50", "30", "20"],
            {"adjustment": ["20", None, "-10"]},
        ),
        (
            "MIXED",
            [{"amount": 40}, {"percentage": 10}, {}],
            ["40", "10", "50"],
            {"part": ["EXACT", "PERCENTAGE", "EQUAL"], "percentage": [None, "10", None]},
        ),
    ],
)
async def test_every_way_to_split_adds_up_in_the_order_said(
    trip: Trip,
    split_type: str,
    splits: list[dict[str, Any]],
    owed: list[str],
    extra: dict[str, list[str | None]],
) -> None:
    who = [trip.alice, trip.bob, trip.charlie]
    said = [{"userId": one.public_id, **part} for one, part in zip(who, splits, strict=True)]
    told = await trip.record(100, trip.bob, splitType=split_type, splits=said)
    assert told["splitType"] == split_type
    assert [split["userId"] for split in told["splits"]] == [one.public_id for one in who]
    # Who gets the unit that is left over, the entry's number decides.
    assert sorted(amounts(told)) == sorted(owed)
    assert [float(one) for one in amounts(told)] == pytest.approx(
        [float(one) for one in owed], abs=0.011
    )
    for field in ("percentage", "shares", "adjustment", "part"):
        shown = [split.get(field) for split in told["splits"]]
        assert shown == extra.get(field, [None] * 3), field
    assert sum((await nets(trip)).values()) == 0


async def test_whoever_paid_shares_only_where_the_splits_say_so(trip: Trip) -> None:
    told = await trip.record(90, trip.bob, trip.charlie, trip.alice)
    assert amounts(told) == ["45", "45"]
    assert await nets(trip) == {"Bob": 90, "Charlie": -45, "Alice": -45}


async def test_without_splits_everybody_shares(trip: Trip) -> None:
    body = trip.expense(90, trip.bob)
    del body["splits"]
    assert amounts(await trip.data("POST", "/api/expenses", body)) == ["30", "30", "30"]


async def test_several_may_have_paid_and_one_of_them_the_rest(trip: Trip) -> None:
    body = trip.expense("100.10", trip.bob, trip.bob, trip.alice)
    del body["paidBy"]
    body["payers"] = [
        {"userId": trip.alice.public_id, "amount": "60.10"},
        {"userId": trip.bob.public_id},
    ]
    told = await trip.data("POST", "/api/expenses", body)
    assert told["paidBy"] == trip.alice.public_id
    assert [(one["user"]["name"], one["amount"]) for one in told["payers"]] == [
        ("Alice Johnson", "60.1"),
        ("Bob Smith", "40"),
    ]


async def test_what_else_is_said_is_shown_where_there_is_something_to_say(trip: Trip) -> None:
    plain = await trip.record(5, trip.bob, trip.alice)
    assert not {"date", "category", "notes", "refund", "deleted", "payers"} & plain.keys()
    told = await trip.record(
        "12.5",
        trip.bob,
        trip.alice,
        date="2024-02-16",
        category="#Food",
        notes=" two\nlines ",
        currency="eur",
        description="  at\tthe   beach ",
    )
    assert (told["date"], told["category"], told["notes"]) == ("2024-02-16", "food", "two lines")
    assert (told["currency"], told["amount"]) == ("EUR", "12.5")
    assert told["description"] == "at the beach"


async def test_a_moment_is_the_day_that_it_has_on_the_groups_clock(trip: Trip) -> None:
    told = await trip.record(5, trip.bob, trip.alice, date="2024-02-16T20:00:00.000Z")
    assert told["date"] == "2024-02-17"


async def test_a_refund_is_owed_to_those_who_share(trip: Trip) -> None:
    told = await trip.record(90, trip.bob, trip.bob, trip.charlie, trip.alice, refund=True)
    assert told["refund"] is True
    assert amounts(told) == ["30", "30", "30"]
    assert await nets(trip) == {"Bob": -60, "Charlie": 30, "Alice": 30}


async def test_a_change_leaves_what_it_does_not_name(trip: Trip) -> None:
    told = await trip.record(90, trip.bob, trip.bob, trip.alice, notes="cash", category="food")
    path = f"/api/expenses/{told['id']}"
    changed = await trip.data("PUT", path, {"amount": 100})
    assert (changed["amount"], amounts(changed)) == ("100", ["50", "50"])
    assert (changed["notes"], changed["category"]) == ("cash", "food")
    assert changed["id"] == told["id"]
    changed = await trip.data("PUT", path, {"paidBy": trip.charlie.public_id, "notes": None})
    assert amounts(changed) == ["50", "50"]
    assert "notes" not in changed
    assert await nets(trip) == {"Bob": -50, "Charlie": 100, "Alice": -50}


async def test_another_split_is_said_with_its_type(trip: Trip) -> None:
    told = await trip.record(90, trip.bob, trip.bob, trip.alice)
    path = f"/api/expenses/{told['id']}"
    splits = [
        {"userId": trip.alice.public_id, "percentage": 25},
        {"userId": trip.charlie.public_id, "percentage": 75},
    ]
    changed = await trip.data("PUT", path, {"splitType": "PERCENTAGE", "splits": splits})
    assert amounts(changed) == ["22.5", "67.5"]
    back = await trip.data("PUT", path, {"splitType": "EQUAL"})
    assert sorted(amounts(back)) == ["45", "45"]
    assert {one["userId"] for one in back["splits"]} == {one["userId"] for one in splits}


async def test_changing_something_and_back_is_nothing(trip: Trip) -> None:
    told = await trip.record(100, trip.bob, trip.bob, trip.charlie, trip.alice)
    path = f"/api/expenses/{told['id']}"
    await trip.data("PUT", path, {"amount": "99.99"})
    again = await trip.data("PUT", path, {"amount": 100})
    assert again["splits"] == told["splits"]
    versions = len(await trip.data("GET", f"{path}/history"))
    await trip.data("PUT", path, {"amount": "100.00", "description": "Hotel Booking"})
    assert len(await trip.data("GET", f"{path}/history")) == versions


async def test_deleted_and_restored_it_is_as_it_was(trip: Trip) -> None:
    told = await trip.record(90, trip.bob, trip.bob, trip.alice)
    path = f"/api/expenses/{told['id']}"
    assert (await trip.data("DELETE", path))["deleted"] is True
    assert (await trip.ask("DELETE", path)).status_code == 409
    assert await trip.data("GET", f"/api/expenses/group/{trip.group}") == []
    assert await nets(trip) == {"Bob": 0, "Charlie": 0, "Alice": 0}
    back = await trip.data("POST", f"{path}/restore")
    assert {**back, "updatedAt": 0} == {**told, "updatedAt": 0}
    versions = await trip.data("GET", f"{path}/history")
    assert [(one["version"], one["action"]) for one in versions] == [
        *((1, "record"), (2, "delete"), (3, "restore"))
    ]
    assert versions[0]["by"]["name"] == "Bob Smith"


async def test_of_two_who_change_the_same_version_the_second_is_told(trip: Trip) -> None:
    told = await trip.record(90, trip.bob, trip.bob, trip.alice)
    path = f"/api/expenses/{told['id']}"
    seen = (await trip.ask("GET", path)).headers["ETag"]
    assert seen == '"1"'
    first = await trip.ask("PUT", path, {"amount": 91}, If_Match=seen)
    assert (first.status_code, first.headers["ETag"]) == (200, '"2"')
    second = await trip.ask("PUT", path, {"amount": 92}, If_Match=seen)
    assert (second.status_code, second.json()["error"]["code"]) == (409, "changed_since")
    assert (await trip.ask("DELETE", path, If_Match=seen)).status_code == 409
    assert (await trip.data("GET", path))["amount"] == "91"
    assert (await trip.ask("PUT", path, {"amount": 93}, If_Match="*")).status_code == 200
    both = '"1", W/"3"'
    assert (await trip.ask("PUT", path, {"amount": 94}, If_Match=both)).status_code == 200
    assert (await trip.ask("PUT", path, {"amount": 95}, If_Match="4")).status_code == 400


async def test_the_same_key_records_once(trip: Trip) -> None:
    body = trip.expense(90, trip.bob, trip.bob, trip.alice)
    told = [await trip.data("POST", "/api/expenses", body, Idempotency_Key="k1") for _ in range(2)]
    assert told[0] == told[1]
    assert len(await trip.data("GET", f"/api/expenses/group/{trip.group}")) == 1


async def test_a_list_is_read_in_pieces_the_newest_first(trip: Trip) -> None:
    for amount in range(1, 6):
        await trip.record(amount, trip.bob, trip.alice)
    path = f"/api/expenses/group/{trip.group}"
    first = await trip.data("GET", f"{path}?limit=2")
    assert [one["amount"] for one in first] == ["5", "4"]
    await trip.record(6, trip.bob, trip.alice)
    rest = await trip.data("GET", f"{path}?cursor={first[-1]['id']}")
    assert [one["amount"] for one in rest] == ["3", "2", "1"]
    other = await begin_trip(trip.office, "example.org")
    theirs = await other.record(1, other.bob, other.alice)
    assert (await trip.ask("GET", f"{path}?cursor={theirs['id']}")).status_code == 404
