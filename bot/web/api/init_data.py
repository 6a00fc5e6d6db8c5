"""What Telegram hands a Mini App about who opened it, and whether Telegram really said so.

The rules are Telegram's: core.telegram.org/bots/webapps#validating-data-received-via-the-mini-app.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from urllib.parse import parse_qsl, unquote_to_bytes

from bot.intake.storable import storable
from ledger.core.members import Person, UserId

LONGEST: Final = 8192
"""Characters; Telegram's are below 2,000."""
OLDEST: Final = timedelta(hours=1)
SKEW: Final = timedelta(seconds=60)
"""How far our clock may be behind Telegram's."""
_MOST_ID: Final = 2**52
"""No id of Telegram's has more bits (core.telegram.org/bots/api#user)."""


class InitDataError(Exception):
    """It is not Telegram's, or too old; the message says which, for programs."""


@dataclass(frozen=True, slots=True)
class InitData:
    """Who opened the Mini App, and by which `startapp` (None where there was none)."""

    person: Person
    start_param: str | None


def read_init_data(init_data: str, token: str, now: datetime) -> InitData:
    """Return what initData says; raise InitDataError where it must not be believed."""
    fields = _fields(init_data)
    signed = fields.pop("hash", "")
    if not hmac.compare_digest(_signature(fields, token).encode(), signed.encode()):
        raise InitDataError("forged")
    written = fields.get("auth_date", "")
    if not (written.isascii() and written.isdigit() and len(written) <= 12):
        raise InitDataError("unreadable")
    at = datetime.fromtimestamp(int(written), UTC)
    if not now - OLDEST <= at <= now + SKEW:
        raise InitDataError("stale")
    return InitData(_person(fields.get("user", "")), fields.get("start_param") or None)


def signed_init_data(fields: Mapping[str, str], token: str) -> dict[str, str]:
    """Return the fields with the hash that Telegram adds, as the playground must."""
    return {**fields, "hash": _signature(fields, token)}


def _fields(init_data: str) -> dict[str, str]:
    """Read the fields; a field twice could say one thing to the signature, another to us."""
    if len(init_data) > LONGEST:
        raise InitDataError("unreadable")
    try:
        unquote_to_bytes(init_data).decode("utf-8")
        pairs = parse_qsl(init_data, keep_blank_values=True, strict_parsing=True, max_num_fields=32)
    except (ValueError, UnicodeError):
        raise InitDataError("unreadable") from None
    fields = dict(pairs)
    if len(fields) < len(pairs):
        raise InitDataError("unreadable")
    return fields


def _signature(fields: Mapping[str, str], token: str) -> str:
    lines = "\n".join(f"{name}={fields[name]}" for name in sorted(fields))
    key = hmac.digest(b"WebAppData", token.encode(), hashlib.sha256)
    return hmac.new(key, lines.encode(), hashlib.sha256).hexdigest()


def _person(written: str) -> Person:
    try:
        user: Any = json.loads(written)
        number = user["id"]
        first_name = user["first_name"]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise InitDataError("unreadable") from None
    if type(number) is not int or not 0 < number < _MOST_ID or user.get("is_bot"):
        raise InitDataError("unreadable")
    texts = {name: user.get(name) or None for name in ("last_name", "username", "language_code")}
    if not all(isinstance(text, str | None) for text in (first_name, *texts.values())):
        raise InitDataError("unreadable")
    return Person(
        UserId(number),
        storable(first_name or ""),
        None if texts["last_name"] is None else storable(texts["last_name"]),
        texts["username"],
        texts["language_code"],
    )
