"""What a body changes of an expense, as the whole line that the expense then is."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, datetime

from bot.web.api.asked.expense import (
    Finding,
    apart_from,
    currency_of,
    day_of,
    member_name,
    named_parts,
    one_line,
    payers_said,
)
from bot.web.api.money import minor_units
from bot.web.api.schemas.expenses import ChangedExpense, SplitType
from bot.web.api.split_types import split_type_of
from ledger.core.expense_line import ExpenseLine, Named, Paid
from ledger.core.members import MemberId, Sender
from ledger.core.money import Currency, Money
from ledger.core.shares import EQUAL_PART
from ledger.core.split_terms import SplitTerms, in_currency


@dataclass(frozen=True, slots=True)
class Before:
    """What an expense says before it is changed, recorded or kept to be recorded."""

    amount: Money
    terms: SplitTerms
    description: str
    category: str | None
    note: str | None


def changed_line(
    body: ChangedExpense,
    before: Before,
    everyone: Collection[MemberId],
    find: Finding,
    local_date: Callable[[datetime], date],
) -> ExpenseLine:
    """Return the line that an expense is with what a body changes.

    `everyone` is whom `all` means in the expense. What is not changed stays as it was said: with
    another payer the same people share. Raises what `expense_line` raises, and BAD_PART(amount,
    reason="currency") where the amount has more decimals than another currency.
    """
    of = currency_of(body.currency, before.amount.currency)
    terms = before.terms
    if of != before.amount.currency:
        terms = terms.in_currency(before.amount.currency, of)
    payers = payers_said(body.paid_by, body.payers, of, find) or _paid(terms)
    terms = terms.paid_by(_ids(payers)).spoken(everyone)
    named = _shared_anew(body, before, terms, of, find)
    said = body.model_fields_set
    return ExpenseLine(
        amount=(
            in_currency(before.amount, of) if body.amount is None else minor_units(body.amount, of)
        ),
        description=(
            before.description if body.description is None else one_line(body.description)
        ),
        participants=_named(terms) if named is None else named,
        everyone=named is None and terms.everyone,
        left_out=(
            tuple(map(member_name, terms.left_out)) if named is None else apart_from(payers, named)
        ),
        payers=payers,
        on=day_of(body.date, local_date),
        category=_words(body.category) if "category" in said else before.category,
        note=_words(body.notes) if "notes" in said else before.note,
        refund=before.terms.refund if body.refund is None else body.refund,
    )


def _shared_anew(
    body: ChangedExpense, before: Before, terms: SplitTerms, of: Currency, find: Finding
) -> Named | None:
    """Return who shares, each with their part, where a body says so; None where it does not."""
    if body.splits is not None:
        split_type = body.split_type or split_type_of(before.terms)
        return named_parts(body.splits, split_type, of, find)
    if body.split_type is None or body.split_type is split_type_of(before.terms):
        return None
    if body.split_type is SplitType.EQUAL:
        return tuple((member_name(member), EQUAL_PART) for member in terms.sharers)
    return named_parts((), body.split_type, of, find)


def _named(terms: SplitTerms) -> Named:
    return tuple((member_name(member), part) for member, part in terms.named)


def _paid(terms: SplitTerms) -> Paid:
    return tuple((member_name(member), minor) for member, minor in terms.payers)


def _ids(payers: Paid) -> tuple[tuple[MemberId, int | None], ...]:
    return tuple(
        (whom.member, minor)
        for whom, minor in payers
        if not isinstance(whom, Sender) and whom.member is not None
    )


def _words(said: str | None) -> str | None:
    return one_line(said or "") or None
