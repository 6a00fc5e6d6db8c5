"""Which field of a call a refusal of the book is about, so that it can be told beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ledger.core.errors import Code

FIELDS: Final[Mapping[Code, str]] = {
    **dict.fromkeys(
        (
            *(Code.AMOUNT_MISSING, Code.AMOUNT_NOT_POSITIVE, Code.AMOUNT_AMBIGUOUS),
            *(Code.AMOUNT_TOO_LARGE, Code.TOO_MANY_DECIMALS, Code.BAD_ARITHMETIC),
            *(Code.NOTHING_OWED, Code.REFUND_UNCLEAR, Code.REST_UNCLEAR),
        ),
        "amount",
    ),
    **dict.fromkeys(
        (
            *(Code.PARTS_BELOW_AMOUNT, Code.PARTS_ABOVE_AMOUNT, Code.PERCENT_ABOVE_100),
            *(Code.NEGATIVE_SHARE, Code.NOBODY_SHARES, Code.PERSON_TWICE, Code.BAD_PART),
            *(Code.TOO_MANY_NAMES, Code.LINE_CROWDED, Code.TOO_MANY_ITEMS),
        ),
        "splits",
    ),
    **dict.fromkeys((Code.PAID_NOT_AMOUNT, Code.PAID_UNCLEAR), "payers"),
    **dict.fromkeys((Code.NAME_MISSING, Code.IS_A_BOT), "name"),
    Code.SAME_PERSON: "toUser",
    **dict.fromkeys((Code.UNKNOWN_CURRENCY, Code.BILL_CURRENCIES), "currency"),
    Code.BAD_DATE: "date",
    Code.UNKNOWN_TIMEZONE: "timezone",
    Code.UNKNOWN_LANGUAGE: "language",
    Code.BAD_WEIGHT: "weight",
    Code.BAD_RATE: "value",
    Code.BALANCE_OPEN: "userId",
    Code.BAD_PAY_DETAIL: "value",
    Code.EMAIL_TAKEN: "email",
    Code.NAME_FROM_TELEGRAM: "name",
    Code.ALREADY_A_MEMBER: "userId",
    Code.LAST_ADMIN: "userId",
    Code.BAD_CODE: "code",
    Code.NO_SUCH_PICTURE: "picture",
    Code.TOO_MANY_PICTURES: "file",
}

SHORT_FIELDS: Final[Mapping[str, str]] = {
    "splits": "shares",
    "payers": "paid_by",
    "userId": "user_id",
}
"""What the short calls call the same."""
