"""The short calls about money."""

from __future__ import annotations

from typing import Any

import pytest

from ledger.accounts import showing
from tests.bot.web.api.trip import Trip


async def number_of(trip: Trip) -> int:
    """The number that the short calls know the group by."""
    return await trip.office.api.threads.run(lambda tx: showing.group_of(tx, trip.group))


async def bill(trip: Trip, **said: object) -> dict[str, Any]:
    users = [str(one.id) for one in (trip.bob, trip.charlie, trip.alice)]
    return {
        "users": users,
        "amount": 900,
        "paid_by": str(trip.bob.id),
        "group_id": str(await number_of(trip)),
        "date": "2024-02-16",
        "bill_name": "Electricity Bill",
        "split_type": "equal",
        "notes": "cash",
        **said,
    }


async def details(trip: Trip) -> list[str]:
    told = await trip.ask("POST", f"/groupDetails?id={await number_of(trip)}")
    assert told.status_code == 200
    (only,) = told.json()
    assert only.keys() == {"message"}
    found: list[str] = only["message"]
    return found


async def test_an_equal_bill_is_told_in_sentences(trip: Trip) -> None:
    for amount in (900, "600.30"):
        told = await trip.ask("POST", "/addExpense", await bill(trip, amount=amount))
        assert told.status_code == 200
        assert told.json()["message"] == "Expense Created successfully"
    assert await details(trip) == [
        "Charlie Brown owes Bob Smith 500.1 (300 + 200.1)",
        "Alice Johnson owes Bob Smith 500.1 (300 + 200.1)",
    ]


async def test_what_counts_against_a_debt_and_what_is_older_is_told_so(trip: Trip) -> None:
    pair = [str(trip.bob.id), str(trip.alice.id)]
    for _ in range(6):
        await trip.ask("POST", "/addExpense", await bill(trip, users=pair))
    back = await bill(trip, users=pair, amount=100, paid_by=trip.alice.id)
    await trip.ask("POST", "/addExpense", back)
    assert await details(trip) == [
        "Alice Johnson owes Bob Smith 2650 (... + 450 + 450 + 450 + 450 - 50)"
    ]


@pytest.mark.parametrize(
    ("split_type", "shares", "owed"),
    [
        ("exact", [100, "300.5", 499.5], ["300.5", "499.5"]),
        ("percentage", [50, 30, "20"], ["270", "180"]),
        ("shares", [1, 2, 3], ["300", "450"]),
    ],
)
async def test_other_ways_to_split(
    trip: Trip, split_type: str, shares: list[object], owed: list[str]
) -> None:
    users = [str(one.id) for one in (trip.bob, trip.charlie, trip.alice)]
    said = await bill(trip, split_type=split_type, shares=dict(zip(users, shares, strict=True)))
    assert (await trip.ask("POST", "/addExpense", said)).status_code == 200
    charlie, alice = owed
    assert sorted(await details(trip)) == sorted(
        [
            f"Charlie Brown owes Bob Smith {charlie} ({charlie})",
            f"Alice Johnson owes Bob Smith {alice} ({alice})",
        ]
    )


async def test_another_currency_is_named(trip: Trip) -> None:
    await trip.ask("POST", "/addExpense", await bill(trip, currency="EUR"))
    assert (await details(trip))[0] == "Charlie Brown owes Bob Smith 300 EUR (300)"


@pytest.mark.parametrize(
    ("said", "status", "field"),
    [
        ({"amount": 0}, 422, "amount"),
        ({"amount": "much"}, 400, "amount"),
        ({"amount": "1" * 30}, 422, "amount"),
        ({"users": []}, 400, "users"),
        ({"users": ["999999"]}, 404, "users"),
        ({"users": [1, 1]}, 400, "users"),
        ({"users": ["1.5"]}, 400, "users.0"),
        ({"users": [True]}, 400, "users.0"),
        ({"paid_by": "0"}, 404, "paid_by"),
        ({"group_id": "999999"}, 404, "group_id"),
        ({"group_id": "9" * 30}, 400, "group_id"),
        ({"date": "yesterday"}, 400, "date"),
        ({"date": "0001-01-01"}, 422, "date"),
        ({"split_type": "fair"}, 400, "split_type"),
        ({"split_type": "exact"}, 400, "shares"),
        ({"shares": {"1": 5}}, 400, "shares"),
        ({"currency": "XXX"}, 422, "currency"),
        ({"tip": 5}, 400, "tip"),
    ],
)
async def test_what_is_wrong_is_told_with_its_field(
    trip: Trip, said: dict[str, object], status: int, field: str
) -> None:
    told = await trip.ask("POST", "/addExpense", await bill(trip, **said))
    assert told.status_code == status, told.text
    assert told.json().keys() == {"message", "errors"}
    assert told.json()["errors"].keys() == {field}, told.text
    assert await details(trip) == []


async def test_parts_that_do_not_add_up_are_told_by_how_much(trip: Trip) -> None:
    users = [str(one.id) for one in (trip.bob, trip.charlie, trip.alice)]
    said = await bill(trip, split_type="exact", shares=dict.fromkeys(users, 200))
    told = await trip.ask("POST", "/addExpense", said)
    assert told.status_code == 422
    assert "₹300" in told.json()["message"]
    assert told.json()["errors"].keys() == {"shares"}
