"""Splitting: from what was written to what each member owes, has paid, and owes whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from ledger.core.controlled_rounding import controlled_rounding
from ledger.core.errors import Code, LedgerError
from ledger.core.members import MemberId
from ledger.core.money import Currency, Money
from ledger.core.shares import Debt, Part, PartKind, Share

_WHOLE_PERCENT = 1_000_000
"""100 % in the ten-thousandths of a percent that `Part.value` counts."""
_ONE_SHARE = 10_000
"""x1 in the ten-thousandths of a share that `Part.value` counts."""


def divide(
    amount_minor: int, parts: Mapping[MemberId, Part], rotation: int, currency: Currency
) -> dict[MemberId, int]:
    """Divide an amount by the one rule: fixed parts first, what they leave by weight.

    Returns minor units for every member of `parts`, in its order; they sum to the amount.
    A share may be 0. Leftover units go one each to the largest fractions (Hamilton's
    method); among equal fractions the first to get one moves on with `rotation`, the
    entry's number, so that nobody always pays the extra cent. Parts that come to whole
    units are never rounded.

    Raises LedgerError:
    NOBODY_SHARES when there are no parts;
    PERCENT_ABOVE_100(percent: Decimal, their sum);
    PARTS_ABOVE_AMOUNT(amount, excess: Money) when the fixed parts exceed the amount;
    PARTS_BELOW_AMOUNT(amount, missing: Money, percent) when nothing has a weight and the
    fixed parts fall short, by fractions of a unit too: the Money is then rounded up, and
    `percent` is the parts' sum as a Decimal where all are percentages, None otherwise;
    NEGATIVE_SHARE(member: MemberId, share: Money).
    """
    assert amount_minor > 0, amount_minor
    if not parts:
        raise LedgerError(Code.NOBODY_SHARES)
    fixed = [_fixed_part(part, amount_minor) for part in parts.values()]
    weights = [_weight(part) for part in parts.values()]
    left = amount_minor * _WHOLE_PERCENT - sum(fixed)
    _check_fixed_parts(left, bool(sum(weights)), amount_minor, parts, currency)

    # Everything as whole numbers over one denominator, so no fraction is ever approximated.
    total_weight = sum(weights) or 1
    denominator = _WHOLE_PERCENT * total_weight
    floors, remainders = [], []
    for member, part, weight in zip(parts, fixed, weights, strict=True):
        floor, remainder = divmod(part * total_weight + left * weight, denominator)
        if floor < 0:
            raise LedgerError(Code.NEGATIVE_SHARE, member=member, share=Money(floor, currency))
        floors.append(floor)
        remainders.append(remainder)

    leftover, inexact = divmod(sum(remainders), denominator)
    assert not inexact
    for place in _first_served(remainders, leftover, rotation):
        floors[place] += 1
    assert sum(floors) == amount_minor, (floors, amount_minor)
    return dict(zip(parts, floors, strict=True))


def paid_by(
    amount_minor: int, payers: Mapping[MemberId, int | None], currency: Currency
) -> dict[MemberId, int]:
    """Return what each payer paid, in minor units; at most one None takes the rest.

    The result sums to the amount and keeps the order of `payers`; somebody may have paid 0.

    Raises LedgerError:
    PAID_NOT_AMOUNT(paid, amount, difference: Money), the difference being amount - paid:
    negative when too much was paid;
    NEGATIVE_SHARE(member: MemberId, share: Money) when somebody paid less than nothing.
    """
    for member, minor in payers.items():
        if minor is not None and minor < 0:
            raise LedgerError(Code.NEGATIVE_SHARE, member=member, share=Money(minor, currency))
    open_payers = [member for member, minor in payers.items() if minor is None]
    assert len(open_payers) <= 1, open_payers
    paid_minor = sum(minor for minor in payers.values() if minor is not None)
    rest = amount_minor - paid_minor
    if rest < 0 or (rest > 0 and not open_payers):
        raise LedgerError(
            Code.PAID_NOT_AMOUNT,
            paid=Money(paid_minor, currency),
            amount=Money(amount_minor, currency),
            difference=Money(rest, currency),
        )
    result = {member: rest if minor is None else minor for member, minor in payers.items()}
    assert sum(result.values()) == amount_minor
    return result


def debts(shares: Sequence[Share]) -> tuple[Debt, ...]:
    """Tell an entry pairwise: each who owes owes each who paid, in proportion to the payment.

    `shares` are one entry's, in any order; the answer is in the order of debtors' and
    creditors' ids and depends on nothing else. Every debt is its exact proportion rounded up or
    down so that what a member owes adds up to the share and what a member is owed to what
    they paid. A member's own share is no debt. Of a payment, the payee owes the payer.
    """
    owers = sorted((share.member, share.owed_minor) for share in shares if share.owed_minor)
    payers = sorted((share.member, share.paid_minor) for share in shares if share.paid_minor)
    if len(payers) == 1:
        table = [[owed] for _, owed in owers]
    else:
        table = controlled_rounding([owed for _, owed in owers], [paid for _, paid in payers])
    result = tuple(
        Debt(debtor, creditor, minor)
        for (debtor, _), row in zip(owers, table, strict=True)
        for (creditor, _), minor in zip(payers, row, strict=True)
        if minor and debtor != creditor
    )
    assert _nets(result) == {
        share.member: net for share in shares if (net := share.paid_minor - share.owed_minor)
    }
    return result


def _nets(found: tuple[Debt, ...]) -> dict[MemberId, int]:
    """Return what the debts come to for each member, zeros left out."""
    nets: dict[MemberId, int] = {}
    for debt in found:
        nets[debt.debtor] = nets.get(debt.debtor, 0) - debt.minor
        nets[debt.creditor] = nets.get(debt.creditor, 0) + debt.minor
    return {member: net for member, net in nets.items() if net}


def _fixed_part(part: Part, amount_minor: int) -> int:
    """Return the fixed part in millionths of a minor unit, which hold percentages exactly."""
    match part.kind:
        case PartKind.EXACT | PartKind.ADJUST:
            return part.value * _WHOLE_PERCENT
        case PartKind.PERCENT:
            return part.value * amount_minor
        case PartKind.EQUAL | PartKind.SHARES:
            return 0


def _weight(part: Part) -> int:
    """Return the weight in ten-thousandths of a share."""
    match part.kind:
        case PartKind.EQUAL | PartKind.ADJUST:
            return _ONE_SHARE
        case PartKind.SHARES:
            assert part.value >= 0, part
            return part.value
        case PartKind.EXACT | PartKind.PERCENT:
            return 0


def _check_fixed_parts(
    left: int,
    somebody_takes_the_rest: bool,
    amount_minor: int,
    parts: Mapping[MemberId, Part],
    currency: Currency,
) -> None:
    """Raise what `divide` says of fixed parts; `left` is in millionths of a minor unit."""
    percents = [part.value for part in parts.values() if part.kind is PartKind.PERCENT]
    percent = Decimal(sum(percents)) / _ONE_SHARE
    if percent > 100:
        raise LedgerError(Code.PERCENT_ABOVE_100, percent=percent)
    off_by = Money(-(-abs(left) // _WHOLE_PERCENT), currency)
    amount = Money(amount_minor, currency)
    if left < 0:
        raise LedgerError(Code.PARTS_ABOVE_AMOUNT, amount=amount, excess=off_by)
    if left > 0 and not somebody_takes_the_rest:
        only_percent = percent if len(percents) == len(parts) else None
        raise LedgerError(
            Code.PARTS_BELOW_AMOUNT, amount=amount, missing=off_by, percent=only_percent
        )


def _first_served(remainders: Sequence[int], leftover: int, rotation: int) -> list[int]:
    """Return the places that get one of the leftover units, largest remainders first."""
    if not leftover:
        return []
    threshold = sorted(remainders, reverse=True)[leftover - 1]
    above = [place for place, remainder in enumerate(remainders) if remainder > threshold]
    tied = [place for place, remainder in enumerate(remainders) if remainder == threshold]
    start = rotation % len(tied)
    return above + (tied[start:] + tied[:start])[: leftover - len(above)]
