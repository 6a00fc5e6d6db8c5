"""What is known of an expense that is being written, and what it leaves open."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from bot.web.api.asked.expense import (
    Finding,
    apart_from,
    currency_of,
    member_name,
    named_parts,
    payers_said,
)
from bot.web.api.money import minor_units
from bot.web.api.schemas.expenses import SplitSaid, SplitType
from bot.web.api.schemas.previews import ExpenseDraft
from ledger.core.expense_line import ExpenseLine
from ledger.core.members import MemberId
from ledger.core.money import Currency

_NUMBERS: Final = {
    SplitType.EXACT: "amount",
    SplitType.PERCENTAGE: "percentage",
    SplitType.SHARES: "shares",
}
_HUNDRED: Final = Decimal(100)


@dataclass(frozen=True, slots=True)
class Open:
    """What is left of an amount, of 100 % and of what was paid; None where that is not asked."""

    amount: Decimal | None
    percentage: Decimal | None
    paid: Decimal | None


def draft_line(body: ExpenseDraft, home: Currency, payer: MemberId, find: Finding) -> ExpenseLine:
    """Return the line that a draft is so far; `payer` paid where nobody is named.

    It raises as `asked.expense.expense_line` does.
    """
    of = currency_of(body.currency, home)
    splits = [_filled(one, body.split_type) for one in body.splits or ()]
    split_type = body.split_type if splits else SplitType.EQUAL
    named = named_parts(splits, split_type, of, find)
    payers = payers_said(body.paid_by, body.payers or None, of, find)
    payers = payers or ((member_name(payer), None),)
    return ExpenseLine(
        amount=minor_units(body.amount or Decimal(0), of),
        participants=named,
        left_out=apart_from(payers, named),
        payers=payers,
        refund=body.refund,
    )


def open_of(body: ExpenseDraft) -> Open:
    """Return what a draft leaves open, below zero where it says too much."""
    amount = body.amount or Decimal(0)
    splits = body.splits or ()
    paid = [one.amount for one in body.payers or ()]
    return Open(
        amount - sum(one.amount or 0 for one in splits)
        if splits and body.split_type is SplitType.EXACT
        else None,
        _HUNDRED - sum(one.percentage or 0 for one in splits)
        if splits and body.split_type is SplitType.PERCENTAGE
        else None,
        amount - sum(one or 0 for one in paid) if paid and None not in paid else None,
    )


def rough_shares(body: ExpenseDraft) -> list[tuple[str, Decimal]]:
    """Return what the parts of a draft come to by themselves where they do not add up."""
    amount = body.amount or Decimal(0)
    if body.split_type is SplitType.EXACT:
        return [(one.user_id, one.amount or Decimal(0)) for one in body.splits or ()]
    if body.split_type is SplitType.PERCENTAGE:
        return [
            (one.user_id, amount * (one.percentage or 0) / _HUNDRED) for one in body.splits or ()
        ]
    return []


def _filled(one: SplitSaid, split_type: SplitType) -> SplitSaid:
    field = _NUMBERS.get(split_type)
    if field is None or getattr(one, field) is not None:
        return one
    return one.model_copy(update={field: Decimal(0)})
