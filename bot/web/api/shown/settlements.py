"""Payments as they are shown."""

from __future__ import annotations

from bot.web.api.money import decimal_text
from bot.web.api.schemas.settlements import SettlementShown
from bot.web.api.shown.people import Faces, person
from ledger.core.entries import Entry


def settlement(entry: Entry, faces: Faces) -> SettlementShown:
    """Return a payment."""
    contents = entry.contents
    giver, taker = faces[contents.payers[0].member], faces[contents.owers[0].member]
    return SettlementShown(
        id=faces.id_of(entry),
        group_id=faces.group_id,
        from_user=giver.user_id,
        to_user=taker.user_id,
        amount=decimal_text(contents.amount),
        currency=contents.currency,
        date=faces.other_day(entry),
        notes=contents.note,
        deleted=entry.deleted,
        created_at=entry.recorded_at,
        from_=person(giver),  # type: ignore[call-arg]  # a field may go by its own name
        to=person(taker),
    )
