"""Example lines with the people and the entries of the very group, not with made-up ones."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

from bot.views.names import handle
from ledger.core.errors import Code, LedgerError
from ledger.core.members import Roster, UserId

_MADE_UP: Final = re.compile(r"@(alice|bob|chen)\b")
_TOLD: Final = ("examples", "choices")
"""What of a refusal may name somebody."""
_ENTRY: Final = re.compile(r"(?<=/)(show|edit|delete|copy|log) 12\b")


def is_made_up(error: LedgerError, typed: str) -> bool:
    """Tell whether the examples of a refusal name somebody, or an entry, that nobody wrote of.

    What stands in an entry as it is (`of_entry`) was written once.
    """
    return not error.details.get("of_entry") and any(
        found[0].lower() not in typed.lower()
        for told in _TOLD
        for line in _lines(error, told)
        for found in (*_MADE_UP.finditer(line), *_ENTRY.finditer(line))
    )


def with_own(
    error: LedgerError, typed: str, roster: Roster, asker: UserId | None, newest: int
) -> None:
    """Let the examples of a refusal name people of this group, and its newest entry.

    Those who stand in what was typed stay, and so do those of this group but for the asker.
    An example for which there are too few people goes. So do the choices that were named.
    """
    others = [handle(one).striptags() for one in roster.active if one.user_id != asker]
    of_newest = error.details.get("latest") or "12" not in typed
    number = newest if error.code is Code.NUMBER_MISSING and of_newest else 0
    for told in _TOLD:
        if lines := _lines(error, told):
            mended = (_with_own(line, typed, others, number) for line in lines)
            error.details[told] = tuple(line for line in mended if line is not None)


def _with_own(line: str, typed: str, others: Sequence[str], newest: int) -> str | None:
    """Return a line that names some of the others, and the newest entry; None for too few."""
    made_up = list(dict.fromkeys(found[0] for found in _MADE_UP.finditer(line)))
    said = {name for name in made_up if name in typed or name in others}
    spare = [name for name in others if name not in said]
    instead: dict[str, str] = {name: name for name in said}
    for name in (name for name in made_up if name not in instead):
        if not spare:
            return None
        instead[name] = spare.pop(0)
    # All at once: two that take each other's place would become one.
    mended = _MADE_UP.sub(partial(_own_name, instead), line)
    return _ENTRY.sub(rf"\1 {newest}", mended) if newest else mended


def _own_name(instead: Mapping[str, str], found: re.Match[str]) -> str:
    return instead[found[0]]


def _lines(error: LedgerError, told: str) -> tuple[str, ...]:
    found = error.details.get(told)
    lines = found if isinstance(found, (tuple, list)) else ()
    return tuple(line for line in lines if isinstance(line, str))
