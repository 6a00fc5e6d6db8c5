"""The log of a group, as it is asked for."""

from __future__ import annotations

from tests.bot.web.api.trip import Trip


async def test_changes_are_told_in_their_order_and_from_where_one_knows_them(trip: Trip) -> None:
    told = await trip.record(90, trip.bob, trip.bob, trip.alice)
    path = f"/api/expenses/{told['id']}"
    await trip.data("PUT", path, {"amount": 91}, trip.bob)
    await trip.data("DELETE", path, by=trip.bob)
    log = await trip.data("GET", f"/api/groups/{trip.group}/changes", by=trip.alice)
    assert [(one["change"], one["action"]) for one in log["changes"]] == [
        *((1, "record"), (2, "edit"), (3, "delete"))
    ]
    assert [one["entry"]["amount"] for one in log["changes"]] == ["90", "91", "91"]
    assert [one["entry"]["deleted"] for one in log["changes"]] == [False, False, True]
    assert log["changes"][0]["by"] == {"id": trip.bob.public_id, "name": "Bob Smith"}
    assert log["last"] == 3
    rest = await trip.data("GET", f"/api/groups/{trip.group}/changes?after=1&limit=1")
    assert [one["change"] for one in rest["changes"]] == [2]
    newest = await trip.data("GET", f"/api/groups/{trip.group}/changes?newest=true&limit=2")
    assert [one["change"] for one in newest["changes"]] == [2, 3]
    none = await trip.data("GET", f"/api/groups/{trip.group}/changes?after=99")
    assert (none["changes"], none["last"]) == ([], 3)
