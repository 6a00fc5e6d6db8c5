"""Expenses and debts in the short calls."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Final

from pydantic import BaseModel, BeforeValidator, Field, WithJsonSchema

from bot.web.api.money import Amount
from bot.web.api.schemas.envelope import ShortBody
from bot.web.api.schemas.expenses import Code, Day, Words

_MOST_DIGITS: Final = 15
_LARGEST: Final = 10**_MOST_DIGITS - 1


def _number(value: object) -> object:
    """Read an id that is a number, or the digits of one."""
    if isinstance(value, str) and value.isascii() and value.isdigit():
        value = int(value) if len(value) <= _MOST_DIGITS else None
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= _LARGEST:
        raise ValueError('must be an id such as 2 or "2"')
    return value


ShortId = Annotated[
    int,
    BeforeValidator(_number),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "integer", "minimum": 0, "maximum": _LARGEST},
                {"type": "string", "pattern": "^[0-9]{1,15}$"},
            ]
        }
    ),
]
"""An id of the short calls, as a number or as a string."""


class ShortSplitType(StrEnum):
    """How an expense is divided."""

    EQUAL = "equal"
    EXACT = "exact"
    PERCENTAGE = "percentage"
    SHARES = "shares"


class AddExpense(ShortBody):
    """An expense of a group, shared by `users`.

    Unless it is equal, `shares` says the part of each by id: an amount, a percentage, or a number
    of shares.
    """

    users: Annotated[list[ShortId], Field(min_length=1)]
    amount: Amount
    paid_by: ShortId
    group_id: ShortId
    bill_name: Words
    date: Day | None = None
    split_type: ShortSplitType = ShortSplitType.EQUAL
    shares: dict[ShortId, Amount] | None = None
    notes: Words | None = None
    currency: Code | None = None


class Added(BaseModel):
    """The number of what was recorded."""

    id: int


class ExpenseAdded(BaseModel):
    """The answer to `/addExpense`."""

    message: str = "Expense Created successfully"
    data: Added


class GroupDetails(BaseModel):
    """Who owes whom, a sentence for each two."""

    message: Annotated[list[str], Field(examples=[["Shivani owes Rupali 500 (250 + 250)"]])]
