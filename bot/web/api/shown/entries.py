"""Entries of all kinds as they are shown, with what they are to the caller."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from bot.delivery.attachments import Attachment
from bot.web.api.money import decimal_text
from bot.web.api.schemas.entries import (
    AttachmentShown,
    EntryKindShown,
    EntryShown,
    EntryVersion,
    PayerShown,
)
from bot.web.api.shown.expenses import listed_splits, paying
from bot.web.api.shown.people import Faces, person
from bot.web.api.shown.versions import says_the_same, states
from bot.web.api.split_types import split_type_of
from ledger.core.answers.entry_lists import EntryStory
from ledger.core.entries import Contents, Entry, EntryKind
from ledger.core.members import MemberId
from ledger.core.money import Money
from ledger.core.pictures import kept_picture


def entry(shown: Entry, faces: Faces, me: MemberId | None, *, may_change: bool) -> EntryShown:
    """Return an entry; `me` is the caller's member, None of a trusted backend."""
    contents = shown.contents
    is_payment = contents.kind is EntryKind.PAYMENT
    return EntryShown(
        id=faces.id_of(shown),
        number=shown.number,
        kind=_kind(contents),
        description=contents.description,
        amount=decimal_text(contents.amount),
        currency=contents.currency,
        date=contents.on,
        category=contents.category,
        note=contents.note,
        deleted=shown.deleted,
        version=shown.revision.number,
        payers=[
            PayerShown(
                user_id=faces[share.member].user_id,
                name=faces[share.member].name,
                amount=decimal_text(Money(share.paid_minor, contents.currency)),
            )
            for share in paying(shown)
        ],
        splits=listed_splits(shown, faces),
        split_type=None if is_payment else split_type_of(contents.split),
        my_share=_mine(contents, me, "owed_minor"),
        my_paid=_mine(contents, me, "paid_minor"),
        created_at=shown.recorded_at,
        updated_at=shown.revision.at,
        may_change=may_change,
        attachment=_attachment(shown),
    )


def versions(
    story: EntryStory, faces: Faces, me: MemberId | None, *, may_change: bool
) -> list[EntryVersion]:
    """Return the states of an entry, the first one first."""
    return [
        EntryVersion(
            version=revision.number,
            action=revision.action.value,
            at=revision.at,
            by=None if revision.author is None else person(faces[revision.author]),
            entry=entry(replace(story.entry, revision=revision), faces, me, may_change=may_change),
            picture=says_the_same(before, revision),
        )
        for before, revision in pairwise((None, *states(story)))
        if revision is not None
    ]


def _attachment(shown: Entry) -> AttachmentShown | None:
    if shown.attachment is None:
        return None
    if kept_picture(shown.attachment) is not None:
        return AttachmentShown.PHOTO
    return AttachmentShown(Attachment.read(shown.attachment).kind.value)


def _kind(contents: Contents) -> EntryKindShown:
    if contents.kind is EntryKind.PAYMENT:
        return EntryKindShown.PAYMENT
    return EntryKindShown.REFUND if contents.is_refund else EntryKindShown.EXPENSE


def _mine(contents: Contents, me: MemberId | None, part: str) -> str | None:
    if me is None:
        return None
    minor = sum(getattr(share, part) for share in contents.told if share.member == me)
    return decimal_text(Money(minor, contents.currency))
