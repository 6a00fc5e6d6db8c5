"""From the body of a request to what may be an update: nothing else comes into the inbox."""

from __future__ import annotations

import json
from typing import Any, Final, NoReturn

_LARGEST_NUMBER: Final = 2**63 - 1
"""No id or time of Telegram's needs more than 64 bits, and no database column has more."""
_MOST_DIGITS: Final = 20
_DEEPEST: Final = 100
"""How deep values may be nested; Telegram's are less than 20 deep."""


def read_update(body: bytes) -> dict[str, Any]:
    """Return the update that a body holds; raise ValueError where it can't be one.

    What we refuse here Telegram is told, once: what we could take in and never handle it would
    deliver again and again.
    """
    try:
        raw = json.loads(body, parse_int=_number, parse_constant=_no_number)
    except RecursionError:
        raise ValueError("nested too deep") from None
    if not isinstance(raw, dict):
        raise ValueError("no object")
    update_id = raw.get("update_id")
    if not isinstance(update_id, int) or isinstance(update_id, bool) or update_id < 0:
        raise ValueError("no update_id")
    if body.count(b"{") + body.count(b"[") > _DEEPEST:
        check_depth(raw, _DEEPEST)
    return raw


def _number(digits: str) -> int:
    number = int(digits) if len(digits) <= _MOST_DIGITS else _LARGEST_NUMBER + 1
    if abs(number) > _LARGEST_NUMBER:
        raise ValueError("a number above 64 bits")
    return number


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")


def check_depth(raw: Any, deepest: int) -> None:  # JSON
    """Raise ValueError where values are nested deeper than `deepest`."""
    level: list[Any] = [raw] if isinstance(raw, (dict, list)) else []
    for _ in range(deepest):
        level = [
            inner
            for value in level
            for inner in (value.values() if isinstance(value, dict) else value)
            if isinstance(inner, (dict, list))
        ]
        if not level:
            return
    raise ValueError("values nested too deep")
