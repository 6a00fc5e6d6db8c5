"""Parts and shares: how somebody's part of an expense was written, and what it came to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ledger.core.members import MemberId


class PartKind(StrEnum):
    """How somebody's part of an expense was written."""

    EQUAL = "equal"
    EXACT = "exact"
    PERCENT = "percent"
    SHARES = "shares"
    ADJUST = "adjust"


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody's part of an expense as written.

    `value` is 0 for EQUAL, minor units for EXACT and ADJUST (which may be negative),
    ten-thousandths of a percent for PERCENT (40 % is 400000) and ten-thousandths of a
    share for SHARES (x2 is 20000).
    """

    kind: PartKind
    value: int = 0


EQUAL_PART = Part(PartKind.EQUAL)
FOR_TWO = Part(PartKind.SHARES, 20_000)


@dataclass(frozen=True, slots=True)
class Share:
    """What one member paid and owes in an entry, in minor units.

    `part` is how the member's part was written; None for a payer who takes no part, and
    in payments. In a payment the payer paid the amount and the payee owes it. Whoever takes
    part or pays has a share, even when both come to 0.
    """

    member: MemberId
    paid_minor: int
    owed_minor: int
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class Debt:
    """One pair of an entry: the debtor owes the creditor this many minor units (> 0)."""

    debtor: MemberId
    creditor: MemberId
    minor: int
