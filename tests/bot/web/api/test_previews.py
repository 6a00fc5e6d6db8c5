"""Shares while an expense is being written: those of the book, or what is missing."""

from __future__ import annotations

from typing import Any

import pytest

from ledger.core.accounts import Account
from tests.bot.web.api.trip import Trip


async def preview(trip: Trip, **said: object) -> Any:
    return await trip.data("POST", f"/api/groups/{trip.group}/preview", said, trip.alice)


def splits(*parts: tuple[Account, dict[str, object]]) -> list[dict[str, object]]:
    return [{"userId": one.public_id, **part} for one, part in parts]


def fields(seen: Any) -> list[str]:
    return list(seen["error"]["details"]["fields"])


async def test_a_preview_is_what_is_then_recorded_to_the_last_unit(trip: Trip) -> None:
    for amount in (100, "0.01", "99.99"):
        said = {
            "amount": amount,
            "paidBy": trip.bob.public_id,
            "splits": splits((trip.alice, {}), (trip.bob, {}), (trip.charlie, {})),
        }
        whole = {"groupId": trip.group, "description": "taxi", "date": "2024-02-16", **said}
        seen = await preview(trip, **whole)
        told = await trip.data(
            "POST", "/api/expenses", {"groupId": trip.group, "description": "", **said}
        )
        assert (seen["ok"], seen["error"]) == (True, None)
        assert seen["shares"] == [
            {"userId": one["userId"], "amount": one["amount"]} for one in told["splits"]
        ]


async def test_a_change_is_previewed_as_the_entry_that_it_is(trip: Trip) -> None:
    told = await trip.record(100, trip.bob, trip.alice, trip.bob, trip.charlie)
    await trip.record(1, trip.bob, trip.alice)
    seen = await preview(
        trip,
        expenseId=told["id"],
        amount=100,
        paidBy=trip.bob.public_id,
        splits=splits((trip.alice, {}), (trip.bob, {}), (trip.charlie, {})),
    )
    assert [one["amount"] for one in seen["shares"]] == [one["amount"] for one in told["splits"]]


@pytest.mark.parametrize(
    ("split_type", "parts", "shares", "left"),
    [
        ("EXACT", [{"amount": 40}, {"amount": "50.5"}], ["40", "50.5"], {"amount": "9.5"}),
        ("EXACT", [{"amount": 40}, {}], ["40", "0"], {"amount": "60"}),
        ("EXACT", [{"amount": 140}, {}], ["140", "0"], {"amount": "-40"}),
        (
            "PERCENTAGE",
            [{"percentage": "33.3333"}, {"percentage": 50}],
            ["33.33", "50"],
            {"percentage": "16.6667"},
        ),
        (
            "PERCENTAGE",
            [{"percentage": 90}, {"percentage": 20}],
            ["90", "20"],
            {"percentage": "-10"},
        ),
    ],
)
async def test_what_is_missing_or_too_much_is_said(
    trip: Trip,
    split_type: str,
    parts: list[dict[str, object]],
    shares: list[str],
    left: dict[str, str],
) -> None:
    said = splits(*zip([trip.alice, trip.bob], parts, strict=True))
    seen = await preview(trip, amount=100, splitType=split_type, splits=said)
    assert [one["amount"] for one in seen["shares"]] == shares
    assert seen["left"] == {"amount": None, "percentage": None, "paid": None, **left}
    assert (seen["ok"], fields(seen)) == (False, ["splits"])


async def test_what_was_paid_is_added_up_as_well(trip: Trip) -> None:
    payers = splits((trip.alice, {"amount": 40}), (trip.bob, {"amount": 50}))
    seen = await preview(trip, amount=100, payers=payers)
    assert (seen["left"]["paid"], seen["ok"]) == ("10", False)
    assert fields(seen) == ["payers"]


async def test_nothing_said_yet_is_no_mistake_of_the_call(trip: Trip) -> None:
    seen = await preview(trip)
    assert (seen["ok"], fields(seen)) == (False, ["amount"])
    assert seen["shares"] == []


async def test_why_it_cannot_be_recorded_is_told_in_the_callers_language(trip: Trip) -> None:
    path = f"/api/groups/{trip.group}/preview"
    said = {"amount": 100, "splitType": "ADJUSTMENT"}
    said["splits"] = splits((trip.alice, {"adjustment": -90}), (trip.bob, {"adjustment": 20}))
    told = await trip.ask("POST", path, said, trip.alice)
    assert "Alice's share would be" in told.json()["data"]["error"]["message"]
    german = await trip.ask("POST", path, {"amount": 0}, trip.alice, Accept_Language="de-AT")
    english = await trip.ask("POST", path, {"amount": 0}, trip.alice)
    assert german.json()["data"]["error"] != english.json()["data"]["error"]


async def test_a_preview_records_nothing(trip: Trip) -> None:
    await preview(trip, amount=100)
    assert await trip.data("GET", f"/api/expenses/group/{trip.group}") == []
