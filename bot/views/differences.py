"""What an edit changed of an entry, in a few words each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from markupsafe import Markup

from bot.language.catalogues import Language
from bot.views.names import shown
from ledger.core.entries import Contents, EntryKind
from ledger.core.members import MemberId

_MAX_DESCRIPTION: Final = 60


def differences(say: Language, before: Contents, after: Contents) -> Iterator[Markup]:
    """Return all that an edit changed, each in a few words: what it was and what it is now.

    One that says the same is of another picture.
    """
    if after.is_exactly(before):
        yield say("the picture")
        return
    pairs = (
        (say.money(before.amount), say.money(after.amount)),
        (before.description, after.description),
        (say.date(before.on), say.date(after.on)),
        (_hashed(before.category), _hashed(after.category)),
        (before.note or "", after.note or ""),
    )
    for was, is_now in pairs:
        if was != is_now:
            yield say(
                "{before} → {after}",
                before=shown(was, _MAX_DESCRIPTION) or "—",
                after=shown(is_now, _MAX_DESCRIPTION) or "—",
            )
    if _paid(before) != _paid(after):
        yield say("who paid")
    if {s.member for s in before.owers} != {s.member for s in after.owers}:
        is_payment = after.kind is EntryKind.PAYMENT
        yield say("who was paid") if is_payment else say("who shares")
    elif {s.member: s.part for s in before.owers} != {s.member: s.part for s in after.owers} or (
        before.amount == after.amount and _owed(before) != _owed(after)
    ):
        yield say("the shares")
    if before.is_refund != after.is_refund:
        yield say("money that came back") if after.is_refund else say("money that was spent")


def _paid(contents: Contents) -> dict[MemberId, int | None]:
    """Return what each paid: of a single payer it is the amount, which is shown by itself."""
    if len(contents.payers) == 1:
        return {contents.payers[0].member: None}
    return {share.member: share.paid_minor for share in contents.payers}


def _owed(contents: Contents) -> dict[MemberId, int]:
    """Return what each owes; of a refund, what each is owed."""
    return {share.member: share.owed_minor for share in contents.owers}


def _hashed(category: str | None) -> str:
    return f"#{category}" if category else ""
