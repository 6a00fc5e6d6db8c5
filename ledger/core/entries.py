"""Entries: the numbered lines of the book, their revisions and their shares."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

from ledger.core.members import MemberId
from ledger.core.money import MAX_MINOR, Currency, Money

Source = NewType("Source", str)
"""Where a write came from, such as a chat and message id; unique in the book.

A second write with the same source finds what the first one recorded.
"""


class EntryKind(StrEnum):
    """What a line of the book says."""

    EXPENSE = "expense"
    PAYMENT = "payment"


class Action(StrEnum):
    """What a revision did to its entry."""

    RECORD = "record"
    EDIT = "edit"
    DELETE = "delete"
    RESTORE = "restore"


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


@dataclass(frozen=True, slots=True)
class Share:
    """What one member paid and owes in an entry, in minor units.

    `part` is how the member's part was written; None for a payer who takes no part, and
    in payments. In a payment the payer paid the amount and the payee owes it.
    """

    member: MemberId
    paid_minor: int
    owed_minor: int
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class Contents:
    """What an entry says at one revision.

    Paid and owed each sum to the amount and nothing is negative; both are asserted when
    the value is built, so again whenever it is loaded. Shares stand in the members' order.
    """

    kind: EntryKind
    amount_minor: int
    currency: Currency
    description: str
    category: str | None
    on: date
    note: str | None
    shares: tuple[Share, ...]

    def __post_init__(self) -> None:
        assert 0 < self.amount_minor <= MAX_MINOR, self.amount_minor
        assert all(share.paid_minor >= 0 and share.owed_minor >= 0 for share in self.shares)
        assert sum(share.paid_minor for share in self.shares) == self.amount_minor
        assert sum(share.owed_minor for share in self.shares) == self.amount_minor
        assert len({share.member for share in self.shares}) == len(self.shares)

    @property
    def amount(self) -> Money:
        """The amount with its currency."""
        return Money(self.amount_minor, self.currency)

    @property
    def payers(self) -> tuple[Share, ...]:
        """The shares of those who paid something."""
        return tuple(share for share in self.shares if share.paid_minor)

    @property
    def owers(self) -> tuple[Share, ...]:
        """The shares of those who owe something: the participants, or a payment's payee."""
        return tuple(share for share in self.shares if share.owed_minor)

    @property
    def is_equal(self) -> bool:
        """Whether everyone who takes part was written without a number of their own."""
        return self.kind is EntryKind.EXPENSE and all(
            share.part == EQUAL_PART for share in self.shares if share.part is not None
        )


@dataclass(frozen=True, slots=True)
class Revision:
    """One state of an entry: who made it so, when, and what it says since.

    `number` counts an entry's revisions from 1; `change` counts all revisions of a group
    from 1, so it orders them. A deletion keeps the contents that it took out of the
    balances. `author` is None where no member did it (a schedule).
    """

    number: int
    change: int
    action: Action
    author: MemberId | None
    at: datetime
    contents: Contents

    @property
    def deleted(self) -> bool:
        """Whether the entry counts for nothing since this revision."""
        return self.action is Action.DELETE

    @property
    def counted(self) -> Contents | None:
        """What balances count since this revision: its contents, or None once deleted."""
        return None if self.deleted else self.contents


@dataclass(frozen=True, slots=True)
class Entry:
    """A numbered line of the book at its newest revision.

    `author` recorded it; `attachment` refers to the picture or document it came with.
    """

    id: int
    number: int
    source: Source
    author: MemberId | None
    recorded_at: datetime
    revision: Revision
    attachment: str | None = None

    @property
    def contents(self) -> Contents:
        """What the entry says now, or said when it was deleted."""
        return self.revision.contents

    @property
    def deleted(self) -> bool:
        """Whether the entry is deleted now."""
        return self.revision.deleted


@dataclass(frozen=True, slots=True)
class Debt:
    """An entry told pairwise: the debtor owes the creditor this many minor units (> 0)."""

    debtor: MemberId
    creditor: MemberId
    minor: int
