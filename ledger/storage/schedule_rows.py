"""SQL of schedules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, time

from sqlalchemy import Connection, bindparam, func, insert, select, update

from ledger.core.members import GroupId, MemberId, UserId
from ledger.core.money import Currency, Money
from ledger.core.recurrence import Rule
from ledger.core.schedule import DeliveryId, Kind, Schedule, ScheduleId, State
from ledger.storage.schedule_tables import DeliveryRow, ScheduleRow
from ledger.storage.tables import GroupRow
from ledger.storage.types import AnyRow, new_id

_COLUMNS = (
    *ScheduleRow.__table__.c,
    func.coalesce(ScheduleRow.timezone, GroupRow.timezone).label("zone"),
)
_SELECT = select(*_COLUMNS).join_from(
    ScheduleRow, GroupRow, ScheduleRow.group_id == GroupRow.id, isouter=True
)
_BY_ID = _SELECT.where(ScheduleRow.id == bindparam("schedule_id"))
_BY_DELIVERY = _SELECT.join(DeliveryRow, DeliveryRow.schedule_id == ScheduleRow.id).where(
    DeliveryRow.id == bindparam("delivery_id")
)
_OF_GROUP = _SELECT.where(ScheduleRow.group_id == bindparam("group_id")).order_by(
    ScheduleRow.kind, ScheduleRow.number
)
_ONE = _SELECT.where(
    ScheduleRow.group_id == bindparam("group_id"),
    ScheduleRow.kind == bindparam("kind", type_=ScheduleRow.kind.type),
    ScheduleRow.number == bindparam("number"),
)
_NUMBERED = _SELECT.where(
    ScheduleRow.group_id == bindparam("group_id"),
    ScheduleRow.kind == bindparam("kind", type_=ScheduleRow.kind.type),
    ScheduleRow.number.in_(bindparam("numbers", expanding=True)),
).order_by(ScheduleRow.id)
_OF_USER = _SELECT.where(ScheduleRow.user_id == bindparam("user_id"))
_DUE = (
    select(ScheduleRow.group_id, ScheduleRow.user_id)
    .where(ScheduleRow.next_due <= bindparam("now", type_=ScheduleRow.next_due.type))
    .order_by(ScheduleRow.next_due, ScheduleRow.group_id, ScheduleRow.id)
    .limit(bindparam("most"))
)
_DUE_OF_GROUP = _SELECT.where(
    ScheduleRow.group_id == bindparam("group_id"),
    ScheduleRow.next_due <= bindparam("now", type_=ScheduleRow.next_due.type),
).order_by(ScheduleRow.next_due, ScheduleRow.id)
_DUE_OF_USER = _SELECT.where(
    ScheduleRow.user_id == bindparam("user_id"),
    ScheduleRow.next_due <= bindparam("now", type_=ScheduleRow.next_due.type),
)
_LOCK = (
    select(ScheduleRow.id)
    .where(ScheduleRow.id.in_(bindparam("ids", expanding=True)))
    .with_for_update(skip_locked=True)
)


def schedule(row: AnyRow) -> Schedule:
    """Make the value of a row."""
    return Schedule(
        id=ScheduleId(row.id),
        group_id=None if row.group_id is None else GroupId(row.group_id),
        user_id=None if row.user_id is None else UserId(row.user_id),
        kind=row.kind,
        number=row.number,
        state=row.state,
        author=None if row.author_id is None else MemberId(row.author_id),
        topic=row.topic,
        rule=Rule(
            unit=row.unit,
            at=time(row.at_minute // 60, row.at_minute % 60),
            start=row.start_on,
            every=row.every,
            weekdays=tuple(map(int, row.weekdays)),
            day=row.day,
            month=row.month,
            until=row.until_on,
        ),
        zone=row.zone,
        line=row.line,
        limit=(
            None
            if row.limit_minor is None
            else Money(row.limit_minor, Currency(row.limit_currency))
        ),
        last_on=row.last_on,
        next_on=row.next_on,
        next_due=row.next_due,
    )


def rule_columns(rule: Rule) -> dict[str, object]:
    """Return a rule's columns."""
    return {
        "unit": rule.unit,
        "every": rule.every,
        "weekdays": "".join(map(str, rule.weekdays)),
        "day": rule.day,
        "month": rule.month,
        "at_minute": rule.at.hour * 60 + rule.at.minute,
        "start_on": rule.start,
        "until_on": rule.until,
    }


def limit_columns(limit: Money | None) -> dict[str, object]:
    """Return a limit's columns."""
    if limit is None:
        return {"limit_minor": None, "limit_currency": None}
    return {"limit_minor": limit.minor, "limit_currency": limit.currency}


def add(connection: Connection, rule: Rule, **columns: object) -> ScheduleId:
    """Add a schedule; return its id."""
    values = rule_columns(rule) | {"state": State.ACTIVE} | columns
    return ScheduleId(new_id(connection.execute(insert(ScheduleRow).values(**values))))


def add_each(connection: Connection, rule: Rule, numbers: Sequence[int], **columns: object) -> None:
    """Add a schedule for each number, alike in all else."""
    values = {**rule_columns(rule), **columns}
    connection.execute(insert(ScheduleRow), [{**values, "number": number} for number in numbers])


def change_each(connection: Connection, of: Mapping[ScheduleId, Mapping[str, object]]) -> None:
    """Set columns of schedules, the same columns for each, in the order of their ids."""
    rows = [{"schedule_key": id_, **of[id_]} for id_ in sorted(of)]
    names = [name for name in rows[0] if name != "schedule_key"]
    connection.execute(
        update(ScheduleRow)
        .where(ScheduleRow.id == bindparam("schedule_key"))
        .values({name: bindparam(name) for name in names}),
        rows,
    )


def change(connection: Connection, schedule_id: ScheduleId, **columns: object) -> None:
    """Set columns of one schedule."""
    connection.execute(update(ScheduleRow).where(ScheduleRow.id == schedule_id).values(**columns))


def by_id(connection: Connection, schedule_id: ScheduleId) -> Schedule:
    """Return a schedule that there is."""
    return schedule(connection.execute(_BY_ID, {"schedule_id": schedule_id}).one())


def by_delivery(connection: Connection, delivery_id: DeliveryId) -> Schedule:
    """Return the schedule that a delivery is of, without locking anything."""
    return schedule(connection.execute(_BY_DELIVERY, {"delivery_id": delivery_id}).one())


def one(connection: Connection, group_id: GroupId, kind: Kind, number: int) -> Schedule | None:
    """Return a group's schedule of a kind and number."""
    row = connection.execute(
        _ONE, {"group_id": group_id, "kind": kind, "number": number}
    ).one_or_none()
    return None if row is None else schedule(row)


def numbered(
    connection: Connection, group_id: GroupId, kind: Kind, numbers: Sequence[int]
) -> tuple[Schedule, ...]:
    """Return those of a group's schedules of a kind that have these numbers."""
    if not numbers:
        return ()
    asked = {"group_id": group_id, "kind": kind, "numbers": list(numbers)}
    return tuple(map(schedule, connection.execute(_NUMBERED, asked)))


def of_user(connection: Connection, user_id: UserId) -> Schedule | None:
    """Return a person's own schedule."""
    row = connection.execute(_OF_USER, {"user_id": user_id}).one_or_none()
    return None if row is None else schedule(row)


def of_group(connection: Connection, group_id: GroupId) -> tuple[Schedule, ...]:
    """Return all schedules of a group, by kind and number."""
    return tuple(map(schedule, connection.execute(_OF_GROUP, {"group_id": group_id})))


def by_source(connection: Connection, group_id: GroupId, source: str) -> Schedule | None:
    """Return the schedule that a source has made."""
    row = connection.execute(
        _SELECT.where(ScheduleRow.source == source, ScheduleRow.group_id == group_id)
    ).one_or_none()
    return None if row is None else schedule(row)


def last_number(connection: Connection, group_id: GroupId, kind: Kind) -> int:
    """Return the highest number that a group's schedules of a kind have."""
    highest: int | None = connection.scalar(
        select(func.max(ScheduleRow.number)).where(
            ScheduleRow.group_id == group_id, ScheduleRow.kind == kind
        )
    )
    return highest or 0


def owners_due(
    connection: Connection, now: datetime, most: int
) -> Sequence[tuple[GroupId | None, UserId | None]]:
    """Return whose schedules are due, by due time and group; some of them, each once."""
    found = connection.execute(_DUE, {"now": now, "most": most})
    owners = ((row.group_id, row.user_id) for row in found)
    return list(dict.fromkeys(owners))


def claim_due(
    connection: Connection, group_id: GroupId | None, user_id: UserId | None, now: datetime
) -> tuple[Schedule, ...]:
    """Return what is due of a group or person, locked, in the order of due time.

    What another process has claimed is passed over.
    """
    statement = _DUE_OF_USER if group_id is None else _DUE_OF_GROUP
    of = {"user_id": user_id} if group_id is None else {"group_id": group_id}
    found = tuple(map(schedule, connection.execute(statement, {**of, "now": now})))
    if connection.dialect.name == "sqlite" or not found:
        return found
    locked = set(connection.scalars(_LOCK, {"ids": [one.id for one in found]}))
    # Read again behind the lock: another process may just have moved it on.
    again = tuple(map(schedule, connection.execute(statement, {**of, "now": now})))
    return tuple(one for one in again if one.id in locked)


def look_again(connection: Connection, group_id: GroupId, now: datetime) -> None:
    """Let a group's schedules be looked at by the next beat: the bot is back in the chat."""
    connection.execute(
        update(ScheduleRow)
        .where(
            ScheduleRow.group_id == group_id,
            ScheduleRow.state == State.ACTIVE,
            ScheduleRow.next_due.is_(None),
        )
        .values(next_due=now)
    )


def move(connection: Connection, gone: GroupId, stays: GroupId) -> None:
    """Let the recurring expenses of a group that was joined to another be that one's.

    The other has its own summary and reminders, so those that are gone end.
    """
    behind = last_number(connection, stays, Kind.EXPENSE)
    connection.execute(
        update(ScheduleRow)
        .where(ScheduleRow.group_id == gone, ScheduleRow.kind == Kind.EXPENSE)
        .values(group_id=stays, number=ScheduleRow.number + behind)
    )
    connection.execute(
        update(ScheduleRow)
        .where(ScheduleRow.group_id == gone)
        .values(state=State.STOPPED, next_due=None)
    )
