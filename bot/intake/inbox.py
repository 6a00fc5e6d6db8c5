"""The inbox: updates that were accepted from Telegram and not answered yet."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Index, bindparam, delete, false, func, insert, select, update

from bot.intake.lanes import Lane, lane_of
from ledger.storage.columns import ROW_ID
from ledger.storage.database import Transaction
from ledger.storage.declared import Mapped, mapped_column
from ledger.storage.prepared import Prepared
from ledger.storage.tables import Base

Raw = dict[str, Any]
"""An update as Telegram's JSON says it."""


class InboxRow(Base):
    """One accepted update; it goes when it is answered.

    `update_id` is unique because Telegram delivers again what it is not sure of.
    `position` is the order of arrival: update ids begin anywhere after a quiet week. A row
    with a `reference` was set aside: it failed by a bug of ours, and `reason` says how. One
    that is `answered` stays until what people see is redrawn as well.
    """

    __tablename__ = "inbox"
    __table_args__ = (Index(None, "lane", "position"),)

    position: Mapped[int] = mapped_column(ROW_ID, primary_key=True)
    update_id: Mapped[int] = mapped_column(unique=True)
    lane: Mapped[int]
    payload: Mapped[str]
    received_at: Mapped[datetime]
    reference: Mapped[str | None]
    reason: Mapped[str | None]
    answered: Mapped[bool] = mapped_column(default=False, server_default=false())


class LaneLeaseRow(Base):
    """Which process handles a lane, where several share the inbox; it ends by itself."""

    __tablename__ = "inbox_leases"

    lane: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    holder: Mapped[str] = mapped_column(index=True)
    until: Mapped[datetime]


@dataclass(frozen=True, slots=True)
class Row:
    """An accepted update as the dispatcher handles it.

    `payload` is its JSON: read, a crowd of rows that wait would take six times as much memory.
    `answered` tells that it was, before the process ended, and only redrawing was left.
    """

    update_id: int
    lane: Lane
    payload: str
    received_at: datetime
    answered: bool = False

    @property
    def raw(self) -> Raw:
        """The update as Telegram's JSON says it; read anew each time."""
        raw: Raw = json.loads(self.payload)
        return raw


@dataclass(frozen=True, slots=True)
class SetAside:
    """A row that failed by a bug: what `main.py audit` lists."""

    update_id: int
    reference: str
    reason: str
    received_at: datetime
    payload: str


_seen = select(InboxRow.update_id).where(
    InboxRow.update_id.in_(bindparam("update_ids", expanding=True))
)
_add = Prepared(
    insert(InboxRow).inline(), ("update_id", "lane", "payload", "received_at", "answered")
)
_waiting = (
    select(
        InboxRow.update_id,
        InboxRow.lane,
        InboxRow.payload,
        InboxRow.received_at,
        InboxRow.answered,
    )
    .where(InboxRow.reference.is_(None))
    .order_by(InboxRow.position)
)
_waiting_in_lane = _waiting.where(InboxRow.lane == bindparam("lane")).limit(bindparam("limit"))
_remove = delete(InboxRow).where(InboxRow.update_id.in_(bindparam("update_ids", expanding=True)))


def accept(tx: Transaction, updates: Sequence[Raw]) -> tuple[Row, ...]:
    """Write updates into the inbox in their order; return those it did not have yet."""
    if not updates:
        return ()
    now = datetime.now(UTC)
    seen = set(
        tx.connection.execute(
            _seen, {"update_ids": [raw["update_id"] for raw in updates]}
        ).scalars()
    )
    rows: list[Row] = []
    for raw in updates:
        if raw["update_id"] not in seen:
            seen.add(raw["update_id"])
            payload = json.dumps(raw, separators=(",", ":"))
            rows.append(Row(raw["update_id"], lane_of(raw), payload, now))
    if rows:
        _add.write_each(
            tx.connection,
            [
                {
                    "update_id": row.update_id,
                    "lane": row.lane,
                    "payload": row.payload,
                    "received_at": row.received_at,
                    "answered": False,
                }
                for row in rows
            ],
        )
    return tuple(rows)


def remove(tx: Transaction, update_ids: Collection[int]) -> None:
    """Take answered updates out of the inbox."""
    tx.connection.execute(_remove, {"update_ids": list(update_ids)})


def mark_answered(tx: Transaction, update_id: int) -> None:
    """Note that an update is answered, and that something people see is still to be redrawn."""
    tx.connection.execute(
        update(InboxRow).where(InboxRow.update_id == update_id).values(answered=True)
    )


def lanes_waiting(tx: Transaction) -> tuple[Lane, ...]:
    """Return the lanes with rows to be handled, the longest waiting first."""
    found = tx.connection.execute(
        select(InboxRow.lane)
        .where(InboxRow.reference.is_(None))
        .group_by(InboxRow.lane)
        .order_by(func.min(InboxRow.position))
    )
    return tuple(Lane(lane) for lane in found.scalars())


def rows_waiting(tx: Transaction, lane: Lane, limit: int) -> tuple[Row, ...]:
    """Return the oldest rows of a lane that are to be handled, in order."""
    found = tx.connection.execute(_waiting_in_lane, {"lane": lane, "limit": limit})
    return tuple(
        Row(row.update_id, Lane(row.lane), row.payload, row.received_at, row.answered)
        for row in found
    )


def set_aside(tx: Transaction, row: Row, reference: str, reason: str) -> None:
    """Keep a row that failed by a bug, out of the way of its chat.

    The row is written again where it is no longer there, so that none is lost.
    """
    changed = tx.connection.execute(
        update(InboxRow)
        .where(InboxRow.update_id == row.update_id)
        .values(reference=reference, reason=reason)
    )
    if changed.rowcount == 0:
        accept(tx, [row.raw])
        set_aside(tx, row, reference, reason)


def kept_aside(tx: Transaction, limit: int = 1000) -> tuple[SetAside, ...]:
    """Return the rows that were set aside, newest first."""
    found = tx.connection.execute(
        select(
            InboxRow.update_id,
            InboxRow.reference,
            InboxRow.reason,
            InboxRow.received_at,
            InboxRow.payload,
        )
        .where(InboxRow.reference.is_not(None))
        .order_by(InboxRow.position.desc())
        .limit(limit)
    )
    return tuple(
        SetAside(row.update_id, row.reference, row.reason or "", row.received_at, row.payload)
        for row in found
    )


def handle_again(tx: Transaction, update_ids: Iterable[int]) -> None:
    """Put rows that were set aside back into their lanes, as after a bug was mended."""
    tx.connection.execute(
        update(InboxRow)
        .where(InboxRow.update_id.in_(list(update_ids)))
        .values(reference=None, reason=None)
    )


def forget_person(tx: Transaction, user_id: int) -> None:
    """Drop the rows that were set aside and come from a person, or name them anywhere."""
    told = re.compile(rf'"id":{user_id}(?!\d)')
    kept = select(InboxRow.update_id, InboxRow.payload).where(
        InboxRow.reference.is_not(None), InboxRow.payload.contains(f'"id":{user_id}')
    )
    found = [row.update_id for row in tx.connection.execute(kept) if told.search(row.payload)]
    if found:
        remove(tx, found)
