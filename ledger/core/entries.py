"""Entries: the numbered lines of the book, their revisions and their shares."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Final, NewType

from ledger.core.doubts import NO_DOUBTS, Doubts
from ledger.core.members import MemberId
from ledger.core.money import MAX_MINOR, Currency, Money
from ledger.core.shares import EQUAL_PART, Share
from ledger.core.split_terms import SplitTerms, inferred, turned_round
from ledger.core.writing_context import WritingContext

Source = NewType("Source", str)
"""Where a write came from, such as a chat and message id; unique in the book.

A second write with the same source finds what the first one recorded.
"""


OUTSIDE: Final = "http:"
"""How the sources of writes over HTTP begin: what is written so is nobody's message in a chat."""


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


@dataclass(frozen=True, slots=True)
class Contents:
    """What an entry says at one revision.

    Paid and owed each sum to the amount and nothing is negative; both are asserted when
    the value is built, so again whenever it is loaded. Shares stand in the members' order;
    `terms` are what they were computed from, None where only the shares are known.
    """

    kind: EntryKind
    amount_minor: int
    currency: Currency
    description: str
    category: str | None
    on: date
    note: str | None
    shares: tuple[Share, ...]
    terms: SplitTerms | None = field(default=None, compare=False)

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
    def split(self) -> SplitTerms:
        """The terms, or the best that the shares tell of them."""
        return inferred(self.shares) if self.terms is None else self.terms

    def is_exactly(self, other: Contents) -> bool:
        """Tell whether another says the same, with the same terms, as far as these are known.

        Of an edit that says what was said before, only the picture is another.
        """
        return self.terms is not None and self == other and self.terms == other.terms

    @property
    def is_refund(self) -> bool:
        """Whether money came back: who got it owes each who shares in it."""
        return self.terms is not None and self.terms.refund

    @property
    def told(self) -> tuple[Share, ...]:
        """The shares as people say them: of a refund, who got it and whose parts it is."""
        return turned_round(self.shares) if self.is_refund else self.shares

    @property
    def payers(self) -> tuple[Share, ...]:
        """The shares of those who paid something; of a refund, of those who got it."""
        return tuple(share for share in self.told if share.paid_minor)

    @property
    def owers(self) -> tuple[Share, ...]:
        """The shares of those who owe something: the participants, or a payment's payee.

        Of a refund they are those who share in it, each with what they are owed.
        """
        return tuple(share for share in self.told if share.owed_minor)

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

    `author` recorded it; `attachment` refers to the picture or document it came with;
    `written` is the context that its line was written in, None where it is not known;
    `doubts` are what the line perhaps meant besides, until that is answered.
    """

    id: int
    number: int
    source: Source
    author: MemberId | None
    recorded_at: datetime
    revision: Revision
    attachment: str | None = None
    written: WritingContext | None = None
    doubts: Doubts = NO_DOUBTS

    @property
    def contents(self) -> Contents:
        """What the entry says now, or said when it was deleted."""
        return self.revision.contents

    @property
    def from_outside(self) -> bool:
        """Whether the entry was recorded over HTTP, where its chat sees nobody do it."""
        return self.source.startswith(OUTSIDE)

    @property
    def deleted(self) -> bool:
        """Whether the entry is deleted now."""
        return self.revision.deleted
