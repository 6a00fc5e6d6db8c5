"""How a group is set, as it is shown."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from bot.web.api.asked.settings import days_of
from bot.web.api.money import decimal_text, plain_decimal
from bot.web.api.schemas.settings import (
    GroupSettings,
    MemberSet,
    RemindersShown,
    Repeat,
    WeeklyShown,
)
from bot.web.api.shown.people import Faces
from ledger.core.answers.group_cards import GroupCard
from ledger.core.answers.reminding import Reminding
from ledger.core.answers.settings_overview import SettingsOverview
from ledger.core.members import ONE_SHARE, Member
from ledger.core.recurrence import Unit, every_week
from ledger.core.schedule import is_on
from ledger.schedules.reminders import FRIDAY, each_week


def settings(
    card: GroupCard,
    overview: SettingsOverview,
    faces: Faces,
    former: Iterable[Member],
    *,
    may_change: bool,
) -> GroupSettings:
    """Return how a group is set, and its members' roles and default shares."""
    group, weekly = overview.group, overview.weekly
    rule = every_week() if weekly is None else weekly.rule
    return GroupSettings(
        id=card.public_id,
        name=group.title,
        description=card.description,
        currency=group.currency,
        timezone=group.timezone,
        language=group.language,
        simplify=group.simplify,
        weekly=WeeklyShown(
            on=weekly is None or is_on(weekly),
            weekdays=list(days_of(rule)),
            at=f"{rule.at:%H:%M}",
        ),
        reminders=_reminders(overview.reminding),
        in_chat=card.in_chat,
        may_change=may_change,
        members=[member_set(member, faces) for member in overview.roster if member.active],
        former=[member_set(member, faces) for member in former],
    )


def member_set(member: Member, faces: Faces) -> MemberSet:
    """Return a member with role and default share."""
    return MemberSet(
        user_id=faces[member.id].user_id,
        name=faces[member.id].name,
        kind=member.kind,
        role=member.role,
        weight=plain_decimal(Decimal(member.weight) / ONE_SHARE),
        active=member.active,
    )


def _reminders(reminding: Reminding) -> RemindersShown:
    found = reminding.schedule
    rule = each_week() if found is None else found.rule
    often = Repeat.DAILY if rule.unit is Unit.DAY else Repeat.WEEKLY
    return RemindersShown(
        every=often if is_on(found) else Repeat.OFF,
        above=decimal_text(reminding.limit),
        weekday=rule.weekdays[0] if rule.weekdays else FRIDAY,
        at=f"{rule.at:%H:%M}",
    )
