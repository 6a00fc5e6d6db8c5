"""Entries of all kinds as the Mini App shows them, with what they are to the caller."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from bot.web.api.money import Moment
from bot.web.api.schemas.envelope import Shown
from bot.web.api.schemas.expenses import CalendarDay, ListedSplit, SplitType
from bot.web.api.schemas.people import UserOfGroup
from bot.web.api.schemas.seldom import Seldom


class EntryKindShown(StrEnum):
    """What an entry is."""

    EXPENSE = "expense"
    REFUND = "refund"
    PAYMENT = "payment"


class AttachmentShown(StrEnum):
    """What an entry's message brought along."""

    PHOTO = "photo"
    DOCUMENT = "document"


class PayerShown(Shown):
    """What somebody paid; of a refund, got back."""

    user_id: str
    name: str
    amount: str


class EntryShown(Shown):
    """An entry of a group's book.

    Of a payment `splits` has whoever was paid, and `splitType` is null. `myShare` and `myPaid`
    are the caller's part, null for a trusted backend; `mayChange` whether the caller may. The
    `version` is what `If-Match` takes. `attachment` is what came with it, where anything did:
    `GET /api/entries/:id/picture` has it, if it is a picture.
    """

    id: str
    number: int
    kind: EntryKindShown
    description: str
    amount: str
    currency: str
    date: CalendarDay
    category: str | None
    note: str | None
    deleted: bool
    version: int
    payers: list[PayerShown]
    splits: list[ListedSplit]
    split_type: SplitType | None
    my_share: str | None
    my_paid: str | None
    created_at: Moment
    updated_at: Moment
    may_change: bool
    attachment: Seldom[AttachmentShown] = None


class EntryPage(Shown):
    """A piece of a list, the newest first; `nextCursor` asks for the next, null at the end."""

    entries: list[EntryShown]
    next_cursor: str | None


class PictureSent(Shown):
    """A picture that waits for its expense."""

    id: str


class EntryVersion(Shown):
    """One state of an entry: who made it so, when and how; `version` counts them from 1.

    `picture` is there where nothing but the entry's picture was changed.
    """

    version: int
    action: Literal["record", "edit", "delete", "restore"]
    at: Moment
    by: UserOfGroup | None
    entry: EntryShown
    picture: Seldom[bool] = None
