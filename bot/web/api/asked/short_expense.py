"""What the body of a short call says of an expense, as the line that says the same."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Final

from bot.web.api.asked.expense import (
    apart_from,
    currency_of,
    day_of,
    member_name,
    one_line,
    part_of,
)
from bot.web.api.errors import bad_request
from bot.web.api.money import minor_units
from bot.web.api.schemas.expenses import SplitType
from bot.web.api.schemas.short_expenses import AddExpense, ShortSplitType
from ledger.core.expense_line import ExpenseLine, Named, Paid
from ledger.core.members import MemberId
from ledger.core.money import Currency
from ledger.core.shares import EQUAL_PART

FindingNumber = Callable[[int, str], MemberId]
"""Tells which member an account's number means, and names the field where nobody is meant."""

_TYPES: Final = {
    ShortSplitType.EXACT: SplitType.EXACT,
    ShortSplitType.PERCENTAGE: SplitType.PERCENTAGE,
    ShortSplitType.SHARES: SplitType.SHARES,
}


def short_expense_line(
    body: AddExpense,
    home: Currency,
    find: FindingNumber,
    local_date: Callable[[datetime], date],
) -> ExpenseLine:
    """Return the line that a body says; `home` is the group's currency.

    It raises as `asked.expense.expense_line` does.
    """
    of = currency_of(body.currency, home)
    named = _named(body, of, find)
    payers: Paid = ((member_name(find(body.paid_by, "paid_by")), None),)
    return ExpenseLine(
        amount=minor_units(body.amount, of),
        description=one_line(body.bill_name),
        participants=named,
        left_out=apart_from(payers, named),
        payers=payers,
        on=day_of(body.date, local_date),
        note=one_line(body.notes or "") or None,
    )


def _named(body: AddExpense, of: Currency, find: FindingNumber) -> Named:
    if len({*body.users}) < len(body.users):
        raise bad_request("names somebody twice", "users")
    whom = {user: member_name(find(user, "users")) for user in body.users}
    if body.split_type is ShortSplitType.EQUAL:
        if body.shares:
            raise bad_request("is not said in an equal split", "shares")
        return tuple((name, EQUAL_PART) for name in whom.values())
    shares = body.shares or {}
    if shares.keys() != whom.keys():
        raise bad_request("must have a number for each of the users", "shares")
    split_type = _TYPES[body.split_type]
    return tuple((name, part_of(shares[user], split_type, of)) for user, name in whom.items())
