"""Which of several processes over one PostgreSQL handles a chat's updates.

A process claims a lane when it accepts an update of it, keeps it while it has rows, and
renews its claims every few seconds. A killed process renews nothing: its lanes are free
when their leases end, and another process's next sweep finds them. Times are the
database's, as machines' clocks differ.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta
from typing import Final

from sqlalchemy import Interval, delete, exists, func, literal, or_, select, update

from bot.intake.inbox import InboxRow, LaneLeaseRow, Row, rows_waiting
from bot.intake.lanes import Lane
from ledger.storage.database import Transaction
from ledger.storage.upserts import inserting

LEASE_SECONDS: Final = 15
RENEW_SECONDS: Final = 4
SWEEP_SECONDS: Final = 2

_UNTIL = func.now() + literal(timedelta(seconds=LEASE_SECONDS), Interval())


def claim(tx: Transaction, lanes: Collection[Lane], holder: str) -> set[Lane]:
    """Claim lanes that are free or ours already; return those that are ours now.

    PostgreSQL locks the lease's row even when it is not changed, so a process about to let
    go of a lane sees the update that came with a claim it refused.
    """
    if not lanes:
        return set()
    claiming = inserting(tx.dialect, LaneLeaseRow).values(
        [{"lane": lane, "holder": holder, "until": _UNTIL} for lane in sorted(set(lanes))]
    )
    claimed = tx.connection.execute(
        claiming.on_conflict_do_update(
            index_elements=[LaneLeaseRow.lane],
            set_={"holder": holder, "until": _UNTIL},
            where=or_(LaneLeaseRow.until < func.now(), LaneLeaseRow.holder == holder),
        ).returning(LaneLeaseRow.lane)
    )
    return {Lane(lane) for lane in claimed.scalars()}


def let_go(tx: Transaction, lane: Lane, holder: str, limit: int) -> tuple[Row, ...]:
    """Give up a lane that has no rows left; return the rows when there are some after all."""
    tx.connection.execute(
        select(LaneLeaseRow.lane)
        .where(LaneLeaseRow.lane == lane, LaneLeaseRow.holder == holder)
        .with_for_update()
    )
    rows = rows_waiting(tx, lane, limit)
    if not rows:
        tx.connection.execute(
            delete(LaneLeaseRow).where(LaneLeaseRow.lane == lane, LaneLeaseRow.holder == holder)
        )
    return rows


def renew(tx: Transaction, lanes: Collection[Lane], holder: str) -> set[Lane]:
    """Make our leases of these lanes last on; return those that are still ours."""
    renewed = tx.connection.execute(
        update(LaneLeaseRow)
        .where(LaneLeaseRow.holder == holder, LaneLeaseRow.lane.in_(lanes))
        .values(until=_UNTIL)
        .returning(LaneLeaseRow.lane)
    )
    return {Lane(lane) for lane in renewed.scalars()}


def take_over(tx: Transaction, holder: str, limit: int = 64) -> set[Lane]:
    """Claim lanes whose rows nobody handles: left by a killed process, or never claimed."""
    held = exists().where(LaneLeaseRow.lane == InboxRow.lane, LaneLeaseRow.until >= func.now())
    free = tx.connection.execute(
        select(InboxRow.lane)
        .where(InboxRow.reference.is_(None), ~held)
        .group_by(InboxRow.lane)
        .order_by(func.min(InboxRow.position))
        .limit(limit)
    )
    return claim(tx, [Lane(lane) for lane in free.scalars()], holder)


def let_go_of_all(tx: Transaction, holder: str) -> None:
    """Free all our lanes, for the others to take over at once."""
    tx.connection.execute(delete(LaneLeaseRow).where(LaneLeaseRow.holder == holder))
