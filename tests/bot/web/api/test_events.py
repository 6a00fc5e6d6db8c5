"""What happens, told as it happens: in a group, and in all of one's groups."""

from __future__ import annotations

from contextlib import AsyncExitStack
from datetime import timedelta
from typing import Any

import pytest

from bot.web.api.money import moment
from bot.web.api.watching import OneGroup
from ledger.accounts import joining, showing
from ledger.accounts.opening import Call
from ledger.core.accounts import SERVICE
from ledger.core.members import GroupId, Person
from tests.bot.web.api.streams import listening
from tests.bot.web.api.trip import Trip

MINE = "/api/me/events"


async def test_a_change_is_told_to_whoever_listens(trip: Trip) -> None:
    await trip.record(1, trip.bob, trip.alice)
    async with listening(trip, trip.alice) as first, listening(trip, trip.bob) as second:
        await trip.record(2, trip.bob, trip.alice)
        for stream in (first, second):
            number, change = await stream.change()
            assert (number, change["entry"]["amount"]) == (2, "2")
            assert stream.headers[b"x-accel-buffering"] == b"no"


async def test_whoever_comes_back_is_told_what_they_missed(trip: Trip) -> None:
    for amount in (1, 2, 3):
        await trip.record(amount, trip.bob, trip.alice)
    async with listening(trip, trip.alice, **{"last-event-id": "1"}) as stream:
        assert [(await stream.change())[0] for _ in range(2)] == [2, 3]


async def test_nobody_listens_for_ever_or_after_they_are_gone(trip: Trip) -> None:
    async with listening(trip, trip.alice) as stream:

        def remove(tx: Any) -> None:
            group = showing.group_of(tx, trip.group)
            book = Call(group, None, trusted=True).open(tx)
            joining.remove(book, showing.member_of(book, trip.alice.public_id).id)

        await trip.office.api.threads.run(remove)
        await trip.record(2, trip.bob, trip.charlie)
        assert await stream.next() is None
    async with listening(trip, trip.bob) as stream:
        trip.office.clock.move(timedelta(minutes=11))
        await trip.record(2, trip.bob, trip.charlie)
        await stream.change()
        assert await stream.next() is None


async def test_one_listens_only_so_often_at_once(trip: Trip) -> None:
    watch, alice = trip.office.api.watch, str(trip.alice.id)
    async with AsyncExitStack() as stack:
        for _ in range(20):
            await stack.enter_async_context(watch.listen(OneGroup(GroupId(1)), alice, {}))
        path = f"/api/groups/{trip.group}/events"
        assert (await trip.ask("GET", path, by=trip.alice)).status_code == 429
        await stack.enter_async_context(listening(trip, trip.bob))
        backend = str(SERVICE)
        for _ in range(30):
            await stack.enter_async_context(watch.listen(OneGroup(GroupId(1)), backend, {}))
    async with listening(trip, trip.alice):
        pass


@pytest.mark.parametrize("shown", ["x", "-1", "1.5"])
async def test_what_is_no_number_of_a_change_is_refused(trip: Trip, shown: str) -> None:
    path = f"/api/groups/{trip.group}/events"
    told = await trip.ask("GET", path, by=trip.alice, Last_Event_ID=shown)
    assert told.status_code == 400


async def test_settings_members_and_schedules_are_told_as_well(trip: Trip) -> None:
    group = f"/api/groups/{trip.group}"
    rent = {**trip.expense(900, trip.bob, trip.bob, trip.alice), "every": "month"}
    del rent["groupId"]
    async with listening(trip, trip.alice) as stream:
        for method, path, body in (
            ("PATCH", f"{group}/settings", {"simplify": False}),
            ("PATCH", f"{group}/settings", {"weekly": {"on": False}}),
            ("PATCH", f"{group}/members/{trip.alice.public_id}", {"weight": 2}),
            ("DELETE", f"{group}/members/{trip.charlie.public_id}", None),
            ("POST", f"{group}/members", {"name": "Dana"}),
            ("POST", f"{group}/sets", {"name": "flat2", "members": [trip.alice.public_id]}),
            ("POST", f"{group}/schedules", rent),
            ("PATCH", f"{group}/schedules/1", {"state": "paused"}),
        ):
            trip.office.clock.move(timedelta(seconds=1))
            assert (await trip.ask(method, path, body, trip.bob)).is_success, (method, path)
            event, told, _ = await stream.event()
            assert event == "settings", (method, path)
            assert set(told) == {"updatedAt"}


async def test_somebody_called_otherwise_in_telegram_is_told_as_well(trip: Trip) -> None:
    def meet(first_name: str) -> None:
        with trip.office.api.threads._store.transaction() as tx:
            book = Call(showing.group_of(tx, trip.group), None, trusted=True).open(tx)
            book.people.follow(Person(trip.alice.user_id, first_name))

    meet("Alice")
    async with listening(trip, trip.bob) as stream:
        trip.office.clock.move(timedelta(seconds=1))
        meet("Alice")
        trip.office.clock.move(timedelta(seconds=1))
        renamed = moment(trip.office.clock.now())
        meet("Alicia")
        event, told, _ = await stream.event()
        assert event == "settings"
        assert told["updatedAt"] >= renamed


async def test_one_stream_tells_of_all_of_ones_groups(trip: Trip) -> None:
    # A group's first entry has its weekly summary begin.
    await trip.record(1, trip.bob, trip.alice)
    async with listening(trip, trip.alice, MINE) as stream:

        async def told() -> tuple[str, str]:
            event, data, _ = await stream.event()
            assert event == "group"
            return data["groupId"], data["kind"]

        await trip.record(2, trip.bob, trip.alice)
        assert await told() == (trip.group, "entries")
        trip.office.clock.move(timedelta(seconds=1))
        path = f"/api/groups/{trip.group}/settings"
        await trip.data("PATCH", path, {"name": "Goa"}, trip.bob)
        assert await told() == (trip.group, "settings")
        body = {"name": "Flat", "members": [trip.alice.public_id]}
        flat = (await trip.data("POST", "/api/groups", body, trip.bob))["id"]
        assert await told() == (flat, "joined")
        left = f"/api/groups/{flat}/members/{trip.alice.public_id}"
        assert (await trip.ask("DELETE", left, by=trip.bob)).is_success
        assert await told() == (flat, "left")


async def test_whoever_comes_back_is_told_which_of_their_groups_have_moved(trip: Trip) -> None:
    body = {"name": "Flat", "members": [trip.alice.public_id]}
    flat = (await trip.data("POST", "/api/groups", body, trip.bob))["id"]
    await trip.record(1, trip.bob, trip.alice)
    async with listening(trip, trip.alice, MINE) as stream:
        await trip.record(2, trip.bob, trip.alice)
        await stream.event()
        seen = stream.place
    trip.office.clock.move(timedelta(seconds=1))
    await trip.record(3, trip.bob, trip.alice)
    await trip.record(4, trip.bob, trip.alice)
    body = {"name": "Attic", "members": [trip.alice.public_id]}
    attic = (await trip.data("POST", "/api/groups", body, trip.bob))["id"]
    left = f"/api/groups/{flat}/members/{trip.alice.public_id}"
    assert (await trip.ask("DELETE", left, by=trip.bob)).is_success
    async with listening(trip, trip.alice, MINE, **{"last-event-id": seen}) as stream:
        told = [(await stream.event())[1] for _ in range(3)]
        assert {one["groupId"]: one["kind"] for one in told} == {
            trip.group: "entries",
            flat: "left",
            attic: "joined",
        }
        caught_up = stream.place
    async with listening(trip, trip.alice, MINE, **{"last-event-id": caught_up}) as stream:
        await trip.record(5, trip.bob, trip.alice)
        assert (await stream.event())[1] == {"groupId": trip.group, "kind": "entries"}
    for by, shown in ((trip.bob, seen), (trip.alice, "7"), (trip.alice, f"{seen}x")):
        refused = await trip.ask("GET", MINE, by=by, Last_Event_ID=shown)
        assert refused.status_code == 400
    trip.office.clock.move(timedelta(days=31))
    refused = await trip.ask("GET", MINE, by=trip.alice, Last_Event_ID=seen)
    assert refused.status_code == 400


async def test_whoever_was_cut_off_before_anything_happened_misses_nothing(trip: Trip) -> None:
    async with listening(trip, trip.alice, MINE) as stream:
        begun = await stream.next()
    assert begun is not None
    await trip.record(2, trip.bob, trip.alice)
    headers = {"last-event-id": begun.removeprefix("id: ")}
    async with listening(trip, trip.alice, MINE, **headers) as stream:
        assert (await stream.event())[1]["groupId"] == trip.group


async def test_nobody_is_told_of_groups_that_are_not_theirs(trip: Trip) -> None:
    async with listening(trip, trip.alice, MINE) as stream:
        body = {"name": "Flat", "members": [trip.charlie.public_id]}
        flat = (await trip.data("POST", "/api/groups", body, trip.bob))["id"]
        await trip.data("PATCH", f"/api/groups/{flat}/settings", {"name": "House"}, trip.bob)
        await trip.record(2, trip.bob, trip.alice)
        _, told, _ = await stream.event()
        assert told["groupId"] == trip.group


async def test_a_backend_has_no_groups_of_its_own_to_listen_to(trip: Trip) -> None:
    assert (await trip.ask("GET", MINE)).status_code == 403
