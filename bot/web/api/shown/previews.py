"""What an expense that is being written would come to, as it is shown."""

from __future__ import annotations

from decimal import ROUND_DOWN, Decimal

from bot.web.api.asked.draft import Open, open_of, rough_shares
from bot.web.api.errors import ApiError, refusal
from bot.web.api.money import decimal_text, plain_decimal
from bot.web.api.schemas.previews import ExpenseDraft, Left, Preview, ShareShown
from bot.web.api.shown.people import Faces
from bot.web.api.split_types import said_parts
from ledger.core.entries import Contents
from ledger.core.money import Currency, Money, exponent


def complete(contents: Contents, left: Open, faces: Faces) -> Preview:
    """Return what an expense would say that could be recorded."""
    owed = {share.member: share.owed_minor for share in contents.told}
    return Preview(
        shares=[
            ShareShown(
                user_id=faces[member].user_id,
                amount=decimal_text(Money(owed[member], contents.currency)),
            )
            for member in said_parts(contents.split)
        ],
        left=_left(left),
        ok=True,
        error=None,
    )


def incomplete(body: ExpenseDraft, of: Currency, refused: ApiError) -> Preview:
    """Return as much as is known of an expense that can't be recorded, and why it can't."""
    unit = Decimal(1).scaleb(-exponent(of))
    return Preview(
        shares=[
            ShareShown(
                user_id=user_id, amount=plain_decimal(amount.quantize(unit, rounding=ROUND_DOWN))
            )
            for user_id, amount in rough_shares(body)
        ],
        left=_left(open_of(body)),
        ok=False,
        error=refusal(refused),
    )


def _left(left: Open) -> Left:
    return Left(
        amount=None if left.amount is None else plain_decimal(left.amount),
        percentage=None if left.percentage is None else plain_decimal(left.percentage),
        paid=None if left.paid is None else plain_decimal(left.paid),
    )
