"""An expense that is being written: what everybody's share would be."""

from __future__ import annotations

from bot.web.api.money import Amount
from bot.web.api.schemas.envelope import Body, Flag, Id, Refusal, Shown
from bot.web.api.schemas.expenses import Code, Day, PaidSaid, SplitSaid, SplitType, Words


class ExpenseDraft(Body):
    """An expense that is not complete yet: what is not said counts as 0.

    With `expenseId` it is an expense that is being changed. What no share depends on may be said
    as well, so that a body to be recorded can be sent as it is.
    """

    expense_id: Id | None = None
    group_id: Id | None = None
    description: Words | None = None
    date: Day | None = None
    category: Words | None = None
    notes: Words | None = None
    amount: Amount | None = None
    paid_by: Id | None = None
    payers: list[PaidSaid] | None = None
    split_type: SplitType = SplitType.EQUAL
    splits: list[SplitSaid] | None = None
    currency: Code | None = None
    refund: Flag = False


class ShareShown(Shown):
    """What somebody would owe."""

    user_id: str
    amount: str


class Left(Shown):
    """What the parts leave of the amount; below zero they are too much.

    `percentage` is there where parts are percentages, `paid` where several pay.
    """

    amount: str | None
    percentage: str | None
    paid: str | None


class Preview(Shown):
    """What everybody's share would be, in the order of the splits; `ok` if it could be recorded.

    Where it could not, shares are as far as they are known, and `error` says why, as a refusal
    of the call that records would.
    """

    shares: list[ShareShown]
    left: Left
    ok: bool
    error: Refusal | None
