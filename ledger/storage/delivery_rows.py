"""SQL of what fell due, and of the lease of whoever sends it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, bindparam, insert, or_, select, update

from ledger.core.schedule import DeliveryId, Kind, Purpose, ScheduleId, Stage
from ledger.storage.schedule_tables import DeliveryRow, LeaseRow, ScheduleRow
from ledger.storage.types import AnyRow
from ledger.storage.upserts import upsert


@dataclass(frozen=True, slots=True)
class Delivery:
    """One due posting; see `DeliveryRow`."""

    id: DeliveryId
    schedule_id: ScheduleId
    purpose: Purpose
    on: date
    due_at: datetime
    made_at: datetime
    stage: Stage
    attempts: int
    entry_id: int | None


_COLUMNS = (
    DeliveryRow.id,
    DeliveryRow.schedule_id,
    DeliveryRow.purpose,
    DeliveryRow.on_date,
    DeliveryRow.due_at,
    DeliveryRow.made_at,
    DeliveryRow.stage,
    DeliveryRow.attempts,
    DeliveryRow.entry_id,
)
_ADD = insert(DeliveryRow)
_RECORDED = select(DeliveryRow.on_date, DeliveryRow.purpose).where(
    DeliveryRow.schedule_id == bindparam("schedule_id"),
    DeliveryRow.on_date >= bindparam("first"),
)
_WAITING = (
    select(DeliveryRow.id)
    .where(
        DeliveryRow.stage == Stage.WAITING,
        DeliveryRow.send_after <= bindparam("now", type_=DeliveryRow.send_after.type),
    )
    .order_by(DeliveryRow.due_at, DeliveryRow.place, DeliveryRow.id)
    .limit(bindparam("most"))
)
_LOCK = select(*_COLUMNS).where(DeliveryRow.id == bindparam("delivery_id")).with_for_update()
_LATE_EXPENSES = (
    select(*_COLUMNS)
    .join_from(DeliveryRow, ScheduleRow, DeliveryRow.schedule_id == ScheduleRow.id)
    .where(
        DeliveryRow.stage == Stage.WAITING,
        DeliveryRow.purpose == Purpose.POSTING,
        ScheduleRow.group_id == bindparam("group_id"),
        ScheduleRow.kind == Kind.EXPENSE,
    )
    .order_by(DeliveryRow.due_at, DeliveryRow.id)
)


def delivery(row: AnyRow) -> Delivery:
    """Make the value of a row."""
    return Delivery(
        id=DeliveryId(row.id),
        schedule_id=ScheduleId(row.schedule_id),
        purpose=row.purpose,
        on=row.on_date,
        due_at=row.due_at,
        made_at=row.made_at,
        stage=row.stage,
        attempts=row.attempts,
        entry_id=row.entry_id,
    )


def recorded_from(
    connection: Connection, schedule_id: ScheduleId, first: date
) -> set[tuple[date, Purpose]]:
    """Return which dates of a schedule, from one on, were recorded before, and as what."""
    found = connection.execute(_RECORDED, {"schedule_id": schedule_id, "first": first})
    return {(row.on_date, row.purpose) for row in found}


def add_each(connection: Connection, due: Sequence[Mapping[str, object]]) -> None:
    """Record what fell due."""
    if due:
        rows = [{"attempts": 0, "stage": Stage.WAITING, **columns} for columns in due]
        connection.execute(_ADD, rows)


def waiting(connection: Connection, now: datetime, most: int) -> tuple[DeliveryId, ...]:
    """Return what is to be sent, by due time, then group."""
    found = connection.scalars(_WAITING, {"now": now, "most": most})
    return tuple(map(DeliveryId, found))


def lock(connection: Connection, delivery_id: DeliveryId) -> Delivery:
    """Return a delivery, locked until the transaction ends."""
    return delivery(connection.execute(_LOCK, {"delivery_id": delivery_id}).one())


def waiting_expenses(connection: Connection, group_id: int) -> Sequence[Delivery]:
    """Return a group's recorded expenses whose notices are still to be sent, by due time."""
    return [delivery(row) for row in connection.execute(_LATE_EXPENSES, {"group_id": group_id})]


def change(connection: Connection, ids: Collection[DeliveryId], **columns: object) -> None:
    """Set columns of deliveries."""
    connection.execute(update(DeliveryRow).where(DeliveryRow.id.in_(ids)).values(**columns))


def take_back(connection: Connection, ids: Collection[DeliveryId] | None = None) -> int:
    """Let what was on its way (all, or these) wait again; return how many there were."""
    taking = update(DeliveryRow).where(DeliveryRow.stage == Stage.SENDING)
    if ids is not None:
        taking = taking.where(DeliveryRow.id.in_(ids))
    return int(connection.execute(taking.values(stage=Stage.WAITING)).rowcount)


def failed(connection: Connection) -> Sequence[AnyRow]:
    """Return the id, group and due time of what met a bug, newest first."""
    return connection.execute(
        select(DeliveryRow.id, DeliveryRow.place, DeliveryRow.due_at)
        .where(DeliveryRow.stage == Stage.FAILED)
        .order_by(DeliveryRow.id.desc())
    ).all()


def take_lease(
    connection: Connection, name: str, holder: str, now: datetime, until: datetime
) -> str | None:
    """Take or renew a lease; return who had it before (None: nobody), or raise when it is held.

    Raises LookupError while another holder's lease lasts.
    """
    connection.execute(
        upsert(connection.dialect.name, LeaseRow, ("name",)),
        {"name": name, "holder": holder, "until": until},
    )
    before = connection.execute(
        select(LeaseRow.holder, LeaseRow.until).where(LeaseRow.name == name).with_for_update()
    ).one()
    changed = connection.execute(
        update(LeaseRow)
        .where(LeaseRow.name == name, or_(LeaseRow.holder == holder, LeaseRow.until <= now))
        .values(holder=holder, until=until)
    )
    if not changed.rowcount:
        raise LookupError(before.holder)
    return str(before.holder)


def let_lease_go(connection: Connection, name: str, holder: str, now: datetime) -> bool:
    """End a lease at once; tell whether it was this holder's."""
    result = connection.execute(
        update(LeaseRow).where(LeaseRow.name == name, LeaseRow.holder == holder).values(until=now)
    )
    return bool(result.rowcount)
