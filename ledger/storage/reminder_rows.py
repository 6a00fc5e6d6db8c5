"""SQL of who was reminded, and what they want of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, bindparam, select, update

from ledger.core.members import MemberId
from ledger.storage.schedule_tables import RemindedRow
from ledger.storage.upserts import upsert


@dataclass(frozen=True, slots=True)
class Reminded:
    """When a member was reminded last and by what, by what they were rung, what they want."""

    last_on: date | None
    last_source: str | None
    rung_source: str | None
    not_before: date | None
    muted: bool


NEVER = Reminded(None, None, None, None, False)
_OF = select(
    RemindedRow.member_id,
    RemindedRow.last_on,
    RemindedRow.last_source,
    RemindedRow.rung_source,
    RemindedRow.not_before,
    RemindedRow.muted,
).where(RemindedRow.member_id.in_(bindparam("members", expanding=True)))


def of(connection: Connection, members: Sequence[MemberId]) -> Mapping[MemberId, Reminded]:
    """Return what is known of members; those never reminded are left out."""
    if not members:
        return {}
    found = connection.execute(_OF, {"members": list(members)})
    return {
        MemberId(row.member_id): Reminded(
            row.last_on, row.last_source, row.rung_source, row.not_before, row.muted
        )
        for row in found
    }


def note(connection: Connection, members: Sequence[MemberId], on: date, source: str) -> None:
    """Note that members were reminded."""
    if not members:
        return
    statement = upsert(
        connection.dialect.name, RemindedRow, ("member_id",), replace=("last_on", "last_source")
    )
    # In the order of their numbers, so that two who note the same never wait for each other.
    rows = [
        {"member_id": member, "last_on": on, "last_source": source, "muted": False}
        for member in sorted(set(members))
    ]
    connection.execute(statement, rows)


def note_rung(connection: Connection, members: Sequence[MemberId], source: str) -> None:
    """Note that a message that names members has arrived; they were noted as reminded before."""
    for member in sorted(set(members)):
        _set(connection, member, rung_source=source)


def wish(connection: Connection, member: MemberId, **columns: object) -> None:
    """Note what a member wants: `not_before` a date, `muted`."""
    _ensure(connection, member)
    _set(connection, member, **columns)


def _set(connection: Connection, member: MemberId, **columns: object) -> None:
    connection.execute(update(RemindedRow).where(RemindedRow.member_id == member).values(**columns))


def _ensure(connection: Connection, member: MemberId) -> None:
    connection.execute(
        upsert(connection.dialect.name, RemindedRow, ("member_id",)),
        {"member_id": member, "muted": False},
    )
