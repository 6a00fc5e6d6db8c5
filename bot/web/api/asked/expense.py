"""What a body says of an expense, as the line that says the same in the chat."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Final, NoReturn

from bot.web.api.errors import bad_request
from bot.web.api.money import minor_units, plain_decimal
from bot.web.api.schemas.expenses import NewExpense, PaidSaid, SplitSaid, SplitType
from ledger.core.errors import Code, LedgerError
from ledger.core.expense_line import ExpenseLine, Named, Paid
from ledger.core.members import MemberId, Name
from ledger.core.money import Currency, currency, is_currency
from ledger.core.shares import EQUAL_PART, Part, PartKind

Finding = Callable[[str, str], MemberId]
"""Tells which member has an id, and names the field that has it where nobody does."""

_SCALE: Final = 10_000
_MOST_SHARES: Final = 1_000_000
_FIRST_YEAR: Final = 1970
_LAST_YEAR: Final = 2199
_NUMBERS: Final = {
    SplitType.EXACT: "amount",
    SplitType.PERCENTAGE: "percentage",
    SplitType.SHARES: "shares",
    SplitType.ADJUSTMENT: "adjustment",
}


def expense_line(
    body: NewExpense,
    home: Currency,
    caller: MemberId | None,
    find: Finding,
    local_date: Callable[[datetime], date],
) -> ExpenseLine:
    """Return the line that a body says; `home` is the group's currency.

    `caller` paid where nobody is named. Whoever paid shares only where the splits say so.

    Raises ApiError 400 and what `find` raises; LedgerError UNKNOWN_CURRENCY(currency),
    TOO_MANY_DECIMALS, AMOUNT_TOO_LARGE, BAD_PART(written, reason), BAD_DATE(written, readings).
    """
    of = currency_of(body.currency, home)
    named = named_parts(body.splits or (), body.split_type, of, find)
    payers = payers_said(body.paid_by, body.payers, of, find)
    if not payers:
        if caller is None:
            raise bad_request("paidBy is missing", "paidBy")
        payers = ((member_name(caller), None),)
    return ExpenseLine(
        amount=minor_units(body.amount, of),
        description=one_line(body.description),
        participants=named,
        left_out=apart_from(payers, named),
        payers=payers,
        on=day_of(body.date, local_date),
        category=one_line(body.category or "") or None,
        note=one_line(body.notes or "") or None,
        refund=body.refund,
    )


def currency_of(code: str | None, home: Currency) -> Currency:
    """Return the currency that a body names; raise LedgerError UNKNOWN_CURRENCY(currency)."""
    if code is None:
        return home
    if not is_currency(code.upper()):
        raise LedgerError(Code.UNKNOWN_CURRENCY, currency=code)
    return currency(code.upper())


def named_parts(
    splits: Sequence[SplitSaid], split_type: SplitType, of: Currency, find: Finding
) -> Named:
    """Return those who share, each with their part, in the order said.

    Raises ApiError 400 where a part is not of the split type, and what reading it raises.
    """
    if not splits and split_type is not SplitType.EQUAL:
        raise bad_request(f"a split of type {split_type} needs splits", "splits")
    return tuple(
        (
            member_name(find(one.user_id, f"splits.{place}.userId")),
            _part(one, split_type, of, f"splits.{place}"),
        )
        for place, one in enumerate(splits)
    )


def payers_said(
    paid_by: str | None, payers: Sequence[PaidSaid] | None, of: Currency, find: Finding
) -> Paid:
    """Return who paid what; nobody where a body does not say. Raises ApiError 400."""
    if paid_by is not None and payers is not None:
        raise bad_request("say paidBy or payers, not both", "payers")
    if paid_by is not None:
        return ((member_name(find(paid_by, "paidBy")), None),)
    paid = tuple(
        (
            member_name(find(one.user_id, f"payers.{place}.userId")),
            None if one.amount is None else minor_units(one.amount, of).minor,
        )
        for place, one in enumerate(payers or ())
    )
    if sum(minor is None for _, minor in paid) > 1:
        raise bad_request("only one payer may pay the rest", "payers")
    return paid


def apart_from(payers: Paid, named: Named) -> tuple[Name, ...]:
    """Return the payers who do not share: a line of the chat would have them share."""
    sharing = {_id(whom) for whom, _ in named}
    return tuple(_as_name(whom) for whom, _ in payers if sharing and _id(whom) not in sharing)


def member_name(member: MemberId) -> Name:
    """Return how a line names a member whatever they are called."""
    return Name("", member=member)


def day_of(said: date | datetime | None, local_date: Callable[[datetime], date]) -> date | None:
    """Return the day that a body says; raise LedgerError BAD_DATE(written, readings)."""
    if said is None:
        return None
    day = local_date(said) if isinstance(said, datetime) else said
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise LedgerError(Code.BAD_DATE, written=day.isoformat(), readings=())
    return day


def one_line(text: str) -> str:
    """Return people's words without line breaks, as the chat's lines are."""
    return " ".join(text.split())


def _id(whom: object) -> MemberId | None:
    return whom.member if isinstance(whom, Name) else None


def _as_name(whom: object) -> Name:
    assert isinstance(whom, Name), whom
    return whom


def _part(one: SplitSaid, split_type: SplitType, of: Currency, place: str) -> Part:
    said = {
        kind: value
        for kind, field in _NUMBERS.items()
        if (value := getattr(one, field)) is not None
    }
    if split_type is SplitType.MIXED:
        if len(said) > 1:
            raise bad_request("a part is said in one way", place)
        split_type = next(iter(said), SplitType.EQUAL)
    for kind in said:
        if kind is not split_type:
            raise bad_request(f"is not said in a split of type {split_type}", _at(place, kind))
    if split_type is SplitType.EQUAL:
        return EQUAL_PART
    if split_type not in said:
        if split_type is SplitType.ADJUSTMENT:
            return EQUAL_PART
        raise bad_request("is missing", _at(place, split_type))
    return part_of(said[split_type], split_type, of)


def part_of(value: Decimal, split_type: SplitType, of: Currency) -> Part:
    """Return a part that is said with a number in the way of a split type.

    Raises LedgerError TOO_MANY_DECIMALS, AMOUNT_TOO_LARGE, BAD_PART(written, reason).
    """
    return _READERS[split_type](value, of)


def _at(place: str, kind: SplitType) -> str:
    return f"{place}.{_NUMBERS[kind]}"


def _exact(value: Decimal, of: Currency) -> Part:
    return Part(PartKind.EXACT, minor_units(value, of).minor)


def _adjustment(value: Decimal, of: Currency) -> Part:
    return Part(PartKind.ADJUST, minor_units(value, of).minor)


def _percentage(value: Decimal, _of: Currency) -> Part:
    if abs(value) > _SCALE:
        _refuse(value, "percent")
    return Part(PartKind.PERCENT, _scaled(value, "percent"))


def _shares(value: Decimal, _of: Currency) -> Part:
    if not 0 <= value <= _MOST_SHARES:
        _refuse(value, "shares")
    return Part(PartKind.SHARES, _scaled(value, "shares"))


_READERS: Final[dict[SplitType, Callable[[Decimal, Currency], Part]]] = {
    SplitType.EXACT: _exact,
    SplitType.PERCENTAGE: _percentage,
    SplitType.SHARES: _shares,
    SplitType.ADJUSTMENT: _adjustment,
}


def _scaled(value: Decimal, reason: str) -> int:
    scaled = value * _SCALE
    if scaled != int(scaled):
        _refuse(value, reason)
    return int(scaled)


def _refuse(value: Decimal, reason: str) -> NoReturn:
    raise LedgerError(Code.BAD_PART, written=plain_decimal(value), reason=reason)
