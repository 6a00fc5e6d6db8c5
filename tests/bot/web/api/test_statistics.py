"""What was spent over HTTP: on what, by whom and when."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from tests.bot.web.api.trip import Trip


@pytest.fixture
async def march(trip: Trip) -> Trip:
    """The trip in the middle of March 2026, with what was spent by then."""
    trip.office.clock.move_to(datetime(2026, 3, 15, 12, tzinfo=UTC))
    for amount, words, category, on in (
        (100, "old hut", "lodging", "2024-07-01"),
        (40, "bus", "transport", "2026-01-31"),
        (90, "hut", "lodging", "2026-03-01"),
        (30, "pizza", None, "2026-03-02"),
        (7, "xyzzy", None, "2026-03-02"),
    ):
        said = {"description": words, "category": category, "date": on}
        await trip.record(amount, trip.bob, trip.bob, trip.alice, **said)
    back = {"category": "lodging", "date": "2026-03-03", "refund": True}
    await trip.record(20, trip.alice, trip.bob, trip.alice, **back)
    return trip


async def statistics(trip: Trip, period: str) -> Any:
    path = f"/api/groups/{trip.group}/statistics?period={period}"
    return await trip.data("GET", path, by=trip.alice)


async def test_a_month_is_told_by_category_by_person_and_among_others(march: Trip) -> None:
    told = await statistics(march, "month")
    assert (told["period"], told["from"], told["to"]) == ("2026-03", "2026-03-01", "2026-03-31")
    assert (told["currency"], told["total"], told["others"]) == ("INR", "107", [])
    assert "about" not in told
    assert told["categories"] == [
        {"category": "lodging", "amount": "70", "guessed": False},
        {"category": "food", "amount": "30", "guessed": True},
        {"category": None, "amount": "7", "guessed": False},
    ]
    assert {one["name"]: (one["paid"], one["consumed"]) for one in told["people"]} == {
        "Bob Smith": ("127", "53.5"),
        "Alice Johnson": ("-20", "53.5"),
    }
    months = {one["month"]: one["amount"] for one in told["months"]}
    assert list(months)[0::11] == ["2025-04", "2026-03"]
    assert (len(months), months["2026-01"], months["2026-02"]) == (12, "40", "0")


@pytest.mark.parametrize(
    ("which", "found"),
    [
        ("guessed=food", ["pizza", "more pizza"]),
        ("guessed=none", ["xyzzy"]),
        ("guessed=fun", []),
        ("category=none", ["xyzzy", "pizza", "more pizza"]),
    ],
)
async def test_what_a_guessed_category_came_to_is_found_piece_by_piece(
    march: Trip, monkeypatch: pytest.MonkeyPatch, which: str, found: list[str]
) -> None:
    monkeypatch.setattr("bot.web.api.routes.entries._READ_AT_ONCE", 1)
    await march.record(5, march.bob, march.bob, description="more pizza", date="2026-03-03")
    path = f"/api/groups/{march.group}/entries?from=2026-03-01&limit=1&{which}"
    listed: list[str] = []
    cursor = None
    while True:
        page = await march.data("GET", path + (f"&cursor={cursor}" if cursor else ""))
        listed += [one["description"] for one in page["entries"]]
        cursor = page["nextCursor"]
        if cursor is None:
            break
    assert sorted(listed) == sorted(found)


@pytest.mark.parametrize(
    ("period", "called", "total", "months"),
    [
        ("2026-01", "2026-01", "40", ("2025-04", "2026-03")),
        ("2024-07", "2024-07", "100", ("2024-01", "2024-12")),
        ("year", "2026", "147", ("2026-01", "2026-12")),
        ("2024", "2024", "100", ("2024-01", "2024-12")),
        ("all", "all", "247", ("2024-07", "2026-03")),
    ],
)
async def test_other_periods(
    march: Trip, period: str, called: str, total: str, months: tuple[str, str]
) -> None:
    told = await statistics(march, period)
    assert (told["period"], told["total"]) == (called, total)
    assert (told["months"][0]["month"], told["months"][-1]["month"]) == months


async def test_nothing_spent_is_nothing(march: Trip) -> None:
    told = await statistics(march, "2020-02")
    assert (told["total"], told["currency"]) == ("0", "INR")
    assert told["categories"] == told["people"] == []


async def test_several_currencies_are_about_one(march: Trip) -> None:
    await march.record(10, march.bob, march.bob, march.alice, currency="EUR", date="2026-03-04")
    told = await statistics(march, "month")
    assert (told["total"], told["others"]) == ("107", [{"amount": "10", "currency": "EUR"}])
    assert told["about"]["currency"] == "INR"
    assert float(told["about"]["amount"]) > 500


@pytest.mark.parametrize("period", ["week", "2026-13", "26", "2026-3", "0001"])
async def test_a_period_that_is_none_is_refused(march: Trip, period: str) -> None:
    told = await march.ask("GET", f"/api/groups/{march.group}/statistics?period={period}")
    assert told.status_code == 400


async def test_a_category_is_guessed_and_named_as_the_group_names_it(trip: Trip) -> None:
    path = f"/api/groups/{trip.group}/category?description="
    assert await trip.data("GET", f"{path}pizza for two", by=trip.alice) == {
        "category": "food",
        "kind": "food",
    }
    assert (await trip.data("GET", f"{path}xyzzy"))["category"] is None
    settings = f"/api/groups/{trip.group}/settings"
    await trip.data("PATCH", settings, {"language": "de"}, trip.bob)
    assert await trip.data("GET", f"{path}pizza") == {"category": "essen", "kind": "food"}
