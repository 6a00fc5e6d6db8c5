"""SQL of what is kept about one account: reading all of it, and unlinking it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import (
    BindParameter,
    Connection,
    bindparam,
    delete,
    func,
    select,
    update,
)

from ledger.core.members import GroupId, MemberId, Role, UserId
from ledger.storage.joins import IS_SHARE
from ledger.storage.schedule_tables import DeliveryRow, RemindedRow, ScheduleRow
from ledger.storage.tables import (
    BalanceRow,
    EntryRow,
    GroupRow,
    MemberRow,
    PayDetailRow,
    RevisionRow,
    ShareRow,
    UserRow,
)
from ledger.storage.types import AnyRow

_LOCK_ACCOUNT = (
    select(*UserRow.__table__.c).where(UserRow.id == bindparam("user_id")).with_for_update()
)
_LOCK = (
    select(UserRow.id)
    .where(UserRow.id.in_(bindparam("user_ids", expanding=True)))
    .order_by(UserRow.id)
    .with_for_update()
)
_MEMBERSHIPS = (
    select(
        MemberRow.id,
        MemberRow.user_id,
        MemberRow.group_id,
        MemberRow.role,
        MemberRow.active,
        MemberRow.joined_at,
        GroupRow.title,
        GroupRow.language,
    )
    .join_from(MemberRow, GroupRow, MemberRow.group_id == GroupRow.id)
    .where(MemberRow.user_id == bindparam("user_id"))
    .order_by(MemberRow.group_id)
)
_ALIASES = (
    select(MemberRow.id, MemberRow.username, MemberRow.name)
    .where(MemberRow.merged_into == bindparam("member_id"))
    .order_by(MemberRow.id)
)
_BALANCES = (
    select(BalanceRow.currency, BalanceRow.net_minor)
    .where(BalanceRow.member_id == bindparam("member_id"), BalanceRow.net_minor != 0)
    .order_by(BalanceRow.currency)
)


_OURS: BindParameter[int] = bindparam("member_ids", expanding=True)
_TOUCHED = (
    select(ShareRow.entry_id)
    .where(ShareRow.member_id.in_(_OURS))
    .union(
        select(RevisionRow.entry_id).where(
            RevisionRow.group_id == bindparam("group_id"), RevisionRow.author_id.in_(_OURS)
        )
    )
)
_BETWEEN = (
    EntryRow.group_id == bindparam("group_id"),
    EntryRow.number.between(bindparam("first"), bindparam("last")),
)
_TOUCHED_BETWEEN = (
    select(ShareRow.entry_id)
    .join_from(EntryRow, ShareRow, ShareRow.entry_id == EntryRow.id)
    .where(*_BETWEEN, ShareRow.member_id.in_(_OURS))
    .union(
        select(RevisionRow.entry_id)
        .join_from(EntryRow, RevisionRow, RevisionRow.entry_id == EntryRow.id)
        .where(*_BETWEEN, RevisionRow.author_id.in_(_OURS))
    )
)
_REVISIONS = (
    select(
        RevisionRow.entry_id,
        EntryRow.number.label("entry_number"),
        EntryRow.kind,
        EntryRow.attachment,
        RevisionRow.number,
        RevisionRow.action,
        RevisionRow.author_id,
        RevisionRow.at,
        RevisionRow.amount_minor,
        RevisionRow.currency,
        RevisionRow.description,
        RevisionRow.category,
        RevisionRow.on_date,
        RevisionRow.note,
        func.coalesce(func.sum(ShareRow.paid_minor), 0).label("paid_minor"),
        func.coalesce(func.sum(ShareRow.owed_minor), 0).label("owed_minor"),
    )
    .join_from(RevisionRow, EntryRow, RevisionRow.entry_id == EntryRow.id)
    .join(
        ShareRow,
        IS_SHARE & ShareRow.member_id.in_(_OURS),
        isouter=True,
    )
    .group_by(RevisionRow.entry_id, RevisionRow.number, EntryRow.id)
    .order_by(EntryRow.number, RevisionRow.number)
)
_RECURRING = (
    select(ScheduleRow.kind, ScheduleRow.number, ScheduleRow.state, ScheduleRow.line)
    .where(ScheduleRow.author_id.in_(_OURS))
    .order_by(ScheduleRow.kind, ScheduleRow.number)
)
_REMINDED = select(RemindedRow.last_on, RemindedRow.not_before, RemindedRow.muted).where(
    RemindedRow.member_id.in_(_OURS)
)


def account(connection: Connection, user_id: UserId) -> AnyRow | None:
    """Return an account's whole row, locked: nobody can join by it until the end."""
    return connection.execute(_LOCK_ACCOUNT, {"user_id": user_id}).one_or_none()


def lock(connection: Connection, user_ids: Collection[UserId]) -> set[UserId]:
    """Lock users in the order of their numbers, and return those who are known."""
    return {UserId(id_) for id_ in connection.scalars(_LOCK, {"user_ids": list(user_ids)})}


def memberships(connection: Connection, user_id: UserId) -> Sequence[AnyRow]:
    """Return the memberships of an account, active or not, in the order of their groups."""
    return connection.execute(_MEMBERSHIPS, {"user_id": user_id}).all()


def aliases(connection: Connection, member_id: MemberId) -> Sequence[AnyRow]:
    """Return the members that were merged into one: id, and username or name."""
    return connection.execute(_ALIASES, {"member_id": member_id}).all()


def balances(connection: Connection, member_id: MemberId) -> Sequence[AnyRow]:
    """Return a member's open nets by currency."""
    return connection.execute(_BALANCES, {"member_id": member_id}).all()


def revisions(
    connection: Connection,
    group_id: GroupId,
    member_ids: Sequence[MemberId],
    numbers: tuple[int, int] | None = None,
) -> Sequence[AnyRow]:
    """Return all revisions of the entries that any of the members has a share in, or changed.

    Or of those between two numbers. By entry and revision; `paid_minor` and `owed_minor` are
    what these members paid and owe.
    """
    values: dict[str, object] = {"group_id": group_id, "member_ids": list(member_ids)}
    if numbers is None:
        return connection.execute(
            _REVISIONS.where(RevisionRow.entry_id.in_(_TOUCHED)), values
        ).all()
    first, last = numbers
    return connection.execute(
        _REVISIONS.where(RevisionRow.entry_id.in_(_TOUCHED_BETWEEN)),
        values | {"first": first, "last": last},
    ).all()


def recurring(connection: Connection, member_ids: Sequence[MemberId]) -> Sequence[AnyRow]:
    """Return the schedules that members have made."""
    return connection.execute(_RECURRING, {"member_ids": list(member_ids)}).all()


def reminded(connection: Connection, member_ids: Sequence[MemberId]) -> Sequence[AnyRow]:
    """Return what is kept about reminding members."""
    return connection.execute(_REMINDED, {"member_ids": list(member_ids)}).all()


def make_nameless(connection: Connection, member_id: MemberId, name: str) -> None:
    """Let a member, and all that were merged into it, be nobody's account and have one name."""
    connection.execute(
        update(MemberRow)
        .where(MemberRow.id == member_id)
        .values(user_id=None, username=None, name=name, role=Role.MEMBER, active=False)
    )
    connection.execute(
        update(MemberRow)
        .where(MemberRow.merged_into == member_id)
        .values(user_id=None, username=None, name=name)
    )
    ours = select(MemberRow.id).where(
        (MemberRow.id == member_id) | (MemberRow.merged_into == member_id)
    )
    # Which message reminded somebody says nothing any more, and it may have named them.
    connection.execute(
        update(RemindedRow)
        .where(RemindedRow.member_id.in_(ours))
        .values(last_source=None, rung_source=None)
    )


def erase_user(connection: Connection, user_id: UserId) -> None:
    """Erase a user who is no member and has no account any more, with summary and pay details."""
    own = select(ScheduleRow.id).where(ScheduleRow.user_id == user_id)
    # Locked first, so that nothing more falls due by it while it goes.
    connection.execute(own.with_for_update()).all()
    connection.execute(delete(DeliveryRow).where(DeliveryRow.schedule_id.in_(own)))
    connection.execute(delete(ScheduleRow).where(ScheduleRow.user_id == user_id))
    connection.execute(delete(PayDetailRow).where(PayDetailRow.user_id == user_id))
    connection.execute(delete(UserRow).where(UserRow.id == user_id))
