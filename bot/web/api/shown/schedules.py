"""Recurring expenses as they are shown."""

from __future__ import annotations

from bot.web.api.asked.schedule import often
from bot.web.api.money import decimal_text
from bot.web.api.schemas.schedules import (
    PayerOfSchedule,
    ScheduleShown,
    SplitOfSchedule,
    StateShown,
)
from bot.web.api.shown.people import Faces
from bot.web.api.split_types import part_number, said_parts, split_type_of
from ledger.core.answers.recurring_expenses import Recurring
from ledger.core.errors import LedgerError
from ledger.core.members import MemberId
from ledger.core.money import Money
from ledger.core.schedule import State
from ledger.core.shares import PartKind
from ledger.core.templates import KeptLine


def schedule(recurring: Recurring, faces: Faces, *, may_change: bool) -> ScheduleShown:
    """Return a recurring expense with its next dates."""
    kept, found = recurring.kept, recurring.schedule
    rule, of = found.rule, kept.amount.currency
    every, interval = often(rule)
    owed = _owed(kept)
    return ScheduleShown(
        number=found.number,
        amount=decimal_text(kept.amount),
        currency=of,
        description=kept.description,
        category=kept.category,
        notes=kept.note,
        payers=[
            PayerOfSchedule(
                user_id=faces[member].user_id,
                name=faces[member].name,
                amount=None if minor is None else decimal_text(Money(minor, of)),
            )
            for member, minor in kept.terms.payers
        ],
        splits=[
            SplitOfSchedule(
                user_id=faces[member].user_id,
                name=faces[member].name,
                amount=decimal_text(Money(owed[member], of)) if member in owed else None,
                percentage=part_number(part, PartKind.PERCENT, of),
                shares=part_number(part, PartKind.SHARES, of),
                adjustment=part_number(part, PartKind.ADJUST, of),
            )
            for member, part in said_parts(kept.terms).items()
        ],
        split_type=split_type_of(kept.terms),
        every=every,
        interval=interval,
        start=rule.start,
        until=rule.until,
        weekdays=list(rule.weekdays),
        day=rule.day,
        month=rule.month,
        at=f"{rule.at:%H:%M}",
        state=StateShown.PAUSED if found.state is State.PAUSED else StateShown.RUNNING,
        next=[due.on for due in recurring.dates],
        away=[faces[member.id].name for member in recurring.away],
        may_change=may_change,
    )


def _owed(kept: KeptLine) -> dict[MemberId, int]:
    try:
        return {share.member: share.owed_minor for share in kept.terms.shares(kept.amount)}
    except LedgerError:
        return {}
