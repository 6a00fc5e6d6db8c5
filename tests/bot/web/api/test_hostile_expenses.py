"""Expenses that nobody means, or that somebody means ill: refused, and nothing recorded."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.bot.web.api.trip import Trip

WORDS = (
    "<b>&amp;</b>",
    "' OR 1=1 --",
    "فاتورة",
    "👨‍👩‍👧 zoo",
    "@bob 50% #food // no",
    "/undo",
)


async def _nothing_is_recorded(trip: Trip) -> None:
    assert await trip.data("GET", f"/api/expenses/group/{trip.group}") == []
    assert (await trip.data("GET", f"/api/groups/{trip.group}/changes"))["last"] == 0


@pytest.mark.parametrize(
    ("amount", "status"),
    [
        *(("0", 422), ("-5", 422), ("-0.01", 422), ("0.001", 422), ("1e2", 201)),
        *(("1" * 30, 422), ("100000000000.01", 422), ("1" * 41, 400), ("1e400", 400)),
        *(("NaN", 400), ("Infinity", 400), ("true", 400), ("null", 400), ("[]", 400)),
        *(('"5,00"', 400), ('"٥"', 400), ('" 5"', 400), ('"1e2"', 400), ('"0x5"', 400)),
        *(('"' + "9" * 30 + '"', 422), ('"NaN"', 400), ('""', 400), ('"+5"', 400)),
    ],
)
async def test_amounts(trip: Trip, amount: str, status: int) -> None:
    body = json.dumps(trip.expense("AMOUNT", trip.bob, trip.bob, trip.alice))
    said = body.replace('"AMOUNT"', amount).encode()
    told = await trip.ask("POST", "/api/expenses", said)
    assert told.status_code == status, told.text
    if status == 201:
        assert told.json()["data"]["amount"] == "100"
        return
    assert told.json()["success"] is False
    await _nothing_is_recorded(trip)


@pytest.mark.parametrize(
    ("split_type", "parts", "status"),
    [
        ("EXACT", [{"amount": 30}, {"amount": 60}], 422),
        ("EXACT", [{"amount": 50}, {"amount": 60}], 422),
        ("EXACT", [{"amount": 200}, {"amount": -100}], 422),
        ("EXACT", [{"amount": "99.999"}, {"amount": "0.001"}], 422),
        ("EXACT", [{"amount": 100}, {}], 400),
        ("EXACT", [{"amount": 50, "percentage": 50}, {"amount": 50}], 400),
        ("PERCENTAGE", [{"percentage": 50}, {"percentage": "49.9999"}], 422),
        ("PERCENTAGE", [{"percentage": 110}, {"percentage": -10}], 422),
        ("PERCENTAGE", [{"percentage": "33.33333"}, {"percentage": "66.66667"}], 422),
        ("PERCENTAGE", [{"percentage": "9" * 30}, {"percentage": 1}], 422),
        ("SHARES", [{"shares": 0}, {"shares": 0}], 422),
        ("SHARES", [{"shares": -1}, {"shares": 2}], 422),
        ("SHARES", [{"shares": 10**9}, {"shares": 1}], 422),
        ("ADJUSTMENT", [{"adjustment": 200}, {}], 422),
        ("ADJUSTMENT", [{"adjustment": "-" + "9" * 30}, {}], 422),
        ("EQUAL", [{"amount": 50}, {}], 400),
        ("MIXED", [{"amount": 50, "shares": 1}, {}], 400),
        ("FAIR", [{}, {}], 400),
    ],
)
async def test_parts(trip: Trip, split_type: str, parts: list[Any], status: int) -> None:
    who = [trip.bob, trip.alice]
    splits = [{"userId": one.public_id, **part} for one, part in zip(who, parts, strict=True)]
    body = trip.expense(100, trip.bob, splitType=split_type, splits=splits)
    told = await trip.ask("POST", "/api/expenses", body)
    assert told.status_code == status, told.text
    await _nothing_is_recorded(trip)


async def test_by_how_much_parts_miss_the_amount_is_told(trip: Trip) -> None:
    splits = [
        {"userId": trip.bob.public_id, "amount": 30},
        {"userId": trip.alice.public_id, "amount": "60.50"},
    ]
    body = trip.expense(100, trip.bob, splitType="EXACT", splits=splits)
    told = (await trip.ask("POST", "/api/expenses", body)).json()["error"]
    assert told["code"] == "parts_below_amount"
    assert told["details"]["missing"] == {"amount": "9.5", "currency": "INR"}
    assert "₹9.50" in told["message"]


@pytest.mark.parametrize(
    "said",
    [
        {"splits": []},
        {"payers": []},
        {"description": None},
        {"description": "x" * 4001},
        {"currency": "EURO"},
        {"date": "31.12.2024"},
        {"date": 20240216},
        {"date": "2024-02-30"},
        {"category": ["food"]},
        {"paidBy": None, "payers": [{"userId": "BOB"}, {"userId": "ALICE"}]},
        {"payers": [{"userId": "ALICE", "amount": 100}]},
        {"tip": 5},
    ],
)
async def test_other_fields(trip: Trip, said: dict[str, object]) -> None:
    whole = json.dumps({**trip.expense(100, trip.bob, trip.bob), **said})
    body = whole.replace("BOB", trip.bob.public_id).replace("ALICE", trip.alice.public_id)
    told = await trip.ask("POST", "/api/expenses", body.encode())
    assert told.status_code == 400, told.text
    await _nothing_is_recorded(trip)


async def test_whatever_can_be_kept_comes_back_as_it_was_said(trip: Trip) -> None:
    for words in WORDS:
        told = await trip.record(9, trip.bob, trip.alice, description=words, notes=words)
        assert (told["description"], told["notes"]) == (words, words)
        again = await trip.data("PUT", f"/api/expenses/{told['id']}", {"amount": 8})
        assert (again["description"], again["notes"]) == (words, words)


async def test_somebody_twice_or_from_elsewhere_is_refused(trip: Trip) -> None:
    twice = trip.expense(100, trip.bob, trip.alice, trip.alice)
    told = await trip.ask("POST", "/api/expenses", twice)
    assert (told.status_code, told.json()["error"]["code"]) == (422, "person_twice")
    for who in ("0b069537-70db-4dc7-9d50-da2e3a1b9f4a", "nobody"):
        body = trip.expense(100, trip.bob, trip.alice)
        body["splits"].append({"userId": who})
        told = await trip.ask("POST", "/api/expenses", body, trip.bob)
        assert told.status_code == 404
        assert told.json()["error"]["details"]["fields"].keys() == {"splits.1.userId"}
    await _nothing_is_recorded(trip)
