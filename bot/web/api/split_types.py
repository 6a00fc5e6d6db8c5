"""How the terms of an entry are told: as one of the split types, and each part's number."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from bot.web.api.money import decimal_text, plain_decimal
from bot.web.api.schemas.expenses import SplitType
from ledger.core.members import MemberId
from ledger.core.money import Currency, Money
from ledger.core.shares import EQUAL_PART, Part, PartKind
from ledger.core.split_terms import SplitTerms

_TYPES: Final = {
    PartKind.EQUAL: SplitType.EQUAL,
    PartKind.EXACT: SplitType.EXACT,
    PartKind.PERCENT: SplitType.PERCENTAGE,
    PartKind.SHARES: SplitType.SHARES,
    PartKind.ADJUST: SplitType.ADJUSTMENT,
}
_ONE: Final = Decimal(10_000)


def said_parts(terms: SplitTerms) -> dict[MemberId, Part]:
    """Return the part of everybody who shares as it was said, those named first, in their order."""
    named = dict(terms.named)
    sharing = {member: named[member] for member in named if member in terms.sharers}
    return sharing | {member: EQUAL_PART for member in terms.sharers if member not in sharing}


def split_type_of(terms: SplitTerms) -> SplitType:
    """Return the one way in which everybody's part was said, or that they were said in several.

    An equal part beside adjustments is one of nothing.
    """
    kinds = {part.kind for part in said_parts(terms).values()}
    if kinds == {PartKind.EQUAL, PartKind.ADJUST}:
        return SplitType.ADJUSTMENT
    return _TYPES[kinds.pop()] if len(kinds) == 1 else SplitType.MIXED


def type_of_part(part: Part) -> SplitType:
    """Return the way in which one part was said."""
    return _TYPES[part.kind]


def part_number(part: Part, kind: PartKind, of: Currency) -> str | None:
    """Return the number of a part where it was said in that way: "40", "1.5"."""
    if part.kind is not kind:
        return None
    if kind in {PartKind.EXACT, PartKind.ADJUST}:
        return decimal_text(Money(part.value, of))
    return plain_decimal(part.value / _ONE)
