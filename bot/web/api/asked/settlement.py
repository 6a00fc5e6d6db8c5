"""What a body says of a payment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from bot.web.api.asked.expense import Finding, currency_of, day_of, one_line
from bot.web.api.errors import bad_request
from bot.web.api.money import minor_units
from bot.web.api.schemas.settlements import ChangedSettlement, NewSettlement
from ledger.core.entries import Entry
from ledger.core.members import MemberId
from ledger.core.money import Currency, Money
from ledger.core.split_terms import in_currency


@dataclass(frozen=True, slots=True)
class Handed:
    """A payment as a body says it; `on` is None where the day is not said."""

    payer: MemberId
    payee: MemberId
    amount: Money
    on: date | None
    note: str | None


def handed(
    body: NewSettlement, home: Currency, find: Finding, local_date: Callable[[datetime], date]
) -> Handed:
    """Return the payment that a body says; `home` is the group's currency.

    Raises what `find` raises, LedgerError as `expense_line` does, and ApiError 400 where one of
    the plan is said with a day or words of its own.
    """
    for field in ("date", "notes"):
        if body.suggested and getattr(body, field) is not None:
            raise bad_request("is not said of a payment of the plan", field)
    return Handed(
        find(body.from_user, "fromUser"),
        find(body.to_user, "toUser"),
        minor_units(body.amount, currency_of(body.currency, home)),
        day_of(body.date, local_date),
        one_line(body.notes or "") or None,
    )


def changed(
    body: ChangedSettlement,
    entry: Entry,
    find: Finding,
    local_date: Callable[[datetime], date],
) -> Handed:
    """Return the payment that an entry is with what a body changes; it raises as `handed` does."""
    contents = entry.contents
    of = currency_of(body.currency, contents.currency)
    payer, payee = contents.payers[0].member, contents.owers[0].member
    return Handed(
        payer if body.from_user is None else find(body.from_user, "fromUser"),
        payee if body.to_user is None else find(body.to_user, "toUser"),
        in_currency(contents.amount, of) if body.amount is None else minor_units(body.amount, of),
        day_of(body.date, local_date),
        one_line(body.notes or "") or None if "notes" in body.model_fields_set else contents.note,
    )
