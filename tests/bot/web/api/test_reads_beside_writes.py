"""Whoever reads neither waits for those who write nor lets them wait."""

from __future__ import annotations

import asyncio

from bot.runtime.ledger_threads import LedgerThreads
from ledger.accounts import showing
from ledger.core.clock import MovableClock
from ledger.storage import group_rows
from ledger.storage.database import Store, Transaction
from tests.bot.web.api.conftest import opened
from tests.bot.web.api.trip import begin_trip

GROUP = "/api/groups/{group}"
READS = (
    *("/api/groups", "/api/users", "/api/users/{alice}", "/api/me", GROUP),
    *("/api/balances/group/{group}", "/api/balances/user/{alice}/group/{group}"),
    *("/api/balances/user/{alice}", "/api/expenses/group/{group}", "/api/expenses/{expense}"),
    *("/api/expenses/{expense}/history", "/api/settlements/group/{group}"),
    *("/api/entries/{expense}", "/api/entries/{expense}/history"),
    *(f"{GROUP}/entries", f"{GROUP}/nets", f"{GROUP}/plan", f"{GROUP}/pairs"),
    *(f"{GROUP}/statistics", f"{GROUP}/category?description=tea", f"{GROUP}/changes"),
    *(f"{GROUP}/export", f"{GROUP}/settings", f"{GROUP}/schedules", "/api/me/export"),
)


async def test_reading_goes_on_while_somebody_writes(
    postgresql: Store, clock: MovableClock
) -> None:
    async with opened(postgresql, clock) as office:
        trip = await begin_trip(office)
        expense = await trip.record(90, trip.bob, trip.bob, trip.alice)
        ids = {"group": trip.group, "alice": trip.alice.public_id, "expense": expense["id"]}
        for path in READS:
            # What is shown for the first time is given its id.
            assert (await trip.ask("GET", path.format(**ids), by=trip.bob)).status_code == 200
        with postgresql.transaction() as tx:
            group_rows.lock(tx.connection, showing.group_of(tx, trip.group))
            for path in READS:
                asking = trip.ask("GET", path.format(**ids), by=trip.bob)
                assert (await asyncio.wait_for(asking, 60)).status_code == 200, path


async def test_what_is_read_together_is_of_one_moment(
    postgresql: Store, clock: MovableClock
) -> None:
    async with opened(postgresql, clock) as office:
        trip = await begin_trip(office)

        def look(tx: Transaction) -> tuple[int, int]:
            group = showing.group_of(tx, trip.group)
            before = group_rows.by_id(tx.connection, group).entries
            with postgresql.transaction() as other:
                group_rows.count_up(other.connection, group, before + 1, before + 1)
            return before, group_rows.by_id(tx.connection, group).entries

        threads: LedgerThreads = office.api.threads
        before, after = await threads.read(look)
        assert after == before
        assert (await threads.read(look))[0] == before + 1
