"""Settlements: payments from one person to another."""

from __future__ import annotations

from pydantic import Field

from bot.web.api.money import Amount, Moment
from bot.web.api.schemas.envelope import Body, Flag, Id, Shown
from bot.web.api.schemas.expenses import CalendarDay, Code, Day, Words
from bot.web.api.schemas.people import UserOfGroup
from bot.web.api.schemas.seldom import Seldom


class NewSettlement(Body):
    """A payment to be recorded.

    With `suggested` it is one of the plan's, which one of its two says was made: recorded only
    while the plan has exactly it, so that it is not recorded twice where both say so.
    """

    group_id: Id
    from_user: Id
    to_user: Id
    amount: Amount
    currency: Code | None = None
    date: Day | None = None
    notes: Words | None = None
    suggested: Flag = False


class ChangedSettlement(Body):
    """What is to be changed of a payment; what is left out stays. Notes of null are taken away."""

    from_user: Id | None = None
    to_user: Id | None = None
    amount: Amount | None = None
    currency: Code | None = None
    date: Day | None = None
    notes: Words | None = None


class SettlementShown(Shown):
    """A payment; `date` is there where it is not the day of `createdAt`."""

    id: str
    group_id: str
    from_user: str
    to_user: str
    amount: str
    currency: str
    date: Seldom[CalendarDay] = None
    notes: Seldom[str] = None
    deleted: Seldom[bool] = None
    created_at: Moment
    from_: UserOfGroup = Field(alias="from")
    to: UserOfGroup
