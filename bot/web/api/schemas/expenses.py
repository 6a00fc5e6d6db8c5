"""Expenses: what is said of one, and how one is shown."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Final, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from bot.web.api.money import Amount, Moment
from bot.web.api.schemas.envelope import Body, Flag, Id, Shown
from bot.web.api.schemas.people import UserNamed, UserOfGroup
from bot.web.api.schemas.seldom import Seldom

_LONGEST: Final = 4000
"""Characters of a description or a note: as many as a chat message has room for."""


CalendarDay = date  # as fields are called `date` themselves


class SplitType(StrEnum):
    """How an expense is divided."""

    EQUAL = "EQUAL"
    EXACT = "EXACT"
    PERCENTAGE = "PERCENTAGE"
    SHARES = "SHARES"
    ADJUSTMENT = "ADJUSTMENT"
    MIXED = "MIXED"
    """Some in one of these ways and some in another, as a line of the chat may say it."""


def _day(value: object) -> object:
    """Read a day, or a moment that has one; a number is neither."""
    if not isinstance(value, str):
        raise ValueError('must be a day such as "2024-02-16"')
    try:
        return date.fromisoformat(value)
    except ValueError:
        pass
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        raise ValueError('must be a day such as "2024-02-16"') from None
    if moment.tzinfo is None:
        return moment.date()
    return moment


Day = Annotated[
    datetime | date,
    BeforeValidator(_day),
    WithJsonSchema({"type": "string", "format": "date", "examples": ["2024-02-16"]}),
]
"""A day in a body: of a moment with a zone, the day that it has on the group's clock."""
Words = Annotated[str, Field(max_length=_LONGEST)]
"""A description or a note."""
Code = Annotated[str, Field(pattern="^[A-Za-z]{3}$", examples=["INR"])]
"""A currency of ISO 4217."""


class SplitSaid(Body):
    """Whose part it is, and what it is; which of the numbers, the split type says."""

    user_id: Id
    amount: Amount | None = None
    percentage: Amount | None = None
    shares: Amount | None = None
    adjustment: Amount | None = None


class PaidSaid(Body):
    """Who paid, and how much; one may leave the amount out and pays the rest."""

    user_id: Id
    amount: Amount | None = None


Splits = Annotated[list[SplitSaid], Field(min_length=1)]
Paid = Annotated[list[PaidSaid], Field(min_length=1)]


class NewExpense(Body):
    """An expense to be recorded; without `splits` everybody in the group shares equally.

    `paidBy` paid all of it, or `payers` together; without either it is whoever calls. In
    `refund` the money came back: the payers got it, and it is owed to those who share. `picture`
    is the id of one that was sent to the group before.
    """

    group_id: Id
    amount: Amount
    description: Words
    paid_by: Id | None = None
    payers: Paid | None = None
    split_type: SplitType = SplitType.EQUAL
    splits: Splits | None = None
    date: Day | None = None
    category: Annotated[str, Field(max_length=60)] | None = None
    notes: Words | None = None
    currency: Code | None = None
    refund: Flag = False
    picture: Id | None = None


class ChangedExpense(Body):
    """What is to be changed of an expense; what is left out stays as it is.

    A `category`, `notes` or `picture` of null is taken away. Another `splitType` comes with its
    `splits`.
    """

    amount: Amount | None = None
    description: Words | None = None
    paid_by: Id | None = None
    payers: Paid | None = None
    split_type: SplitType | None = None
    splits: Splits | None = None
    date: Day | None = None
    category: Annotated[str, Field(max_length=60)] | None = None
    notes: Words | None = None
    currency: Code | None = None
    refund: Flag | None = None
    picture: Id | None = None


class _SplitShown(Shown):
    """What one owes of an expense.

    `percentage` is null where it was not said; `shares` and `adjustment` are there where they
    were, and `part` names the way of each in a mixed split.
    """

    id: str
    expense_id: str
    user_id: str
    amount: str
    percentage: str | None
    shares: Seldom[str] = None
    adjustment: Seldom[str] = None
    part: Seldom[SplitType] = None
    created_at: Moment


class SplitShown(_SplitShown):
    """What one owes of an expense."""

    user: UserOfGroup


class ListedSplit(_SplitShown):
    """What one owes of an expense in a list."""

    user: UserNamed


class PaidShown(Shown):
    """What one of several paid."""

    user_id: str
    amount: str
    user: UserOfGroup


class _ExpenseShown(Shown):
    """An expense; `splits` stand in the order in which they were said.

    `payers` are there where several paid (`paidBy` is the first), `date` where it is not the day
    of `createdAt`; `category`, `notes`, `refund` and `deleted` where there is something to say.
    """

    id: str
    group_id: str
    paid_by: str
    amount: str
    currency: str
    description: str
    split_type: SplitType
    date: Seldom[CalendarDay] = None
    category: Seldom[str] = None
    notes: Seldom[str] = None
    refund: Seldom[bool] = None
    deleted: Seldom[bool] = None
    created_at: Moment
    updated_at: Moment
    payer: UserOfGroup
    payers: Seldom[list[PaidShown]] = None


class ExpenseShown(_ExpenseShown):
    """An expense."""

    splits: list[SplitShown]


class ListedExpense(_ExpenseShown):
    """An expense in a list."""

    splits: list[ListedSplit]


class ExpenseVersion(Shown):
    """One state of an expense: who made it so, when and how; `version` counts them from 1."""

    version: int
    action: Literal["record", "edit", "delete", "restore"]
    at: Moment
    by: UserOfGroup | None
    expense: ExpenseShown
