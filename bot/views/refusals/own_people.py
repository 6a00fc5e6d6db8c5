"""Example lines with the people and the entries of the very group, not with made-up ones."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from typing import Final

from bot.views.names import handle
from ledger.core.errors import Code, LedgerError
from ledger.core.members import Roster, UserId

_MADE_UP: Final = re.compile(r"@(alice|bob|chen)\b")
_ENTRY: Final = re.compile(r"(?<=/)(show|edit|delete|copy|log) 12\b")


def is_made_up(error: LedgerError, typed: str) -> bool:
    """Tell whether the examples of a refusal name somebody, or an entry, that nobody wrote of.

    What stands in an entry as it is (`of_entry`) was written once.
    """
    return not error.details.get("of_entry") and any(
        (found[0].lower() not in typed.lower())
        for example in _examples(error)
        for found in (*_MADE_UP.finditer(example), *_ENTRY.finditer(example))
    )


def with_own(
    error: LedgerError, typed: str, roster: Roster, asker: UserId | None, newest: int
) -> None:
    """Let the examples of a refusal name people of this group, and its newest entry.

    Those who stand in what was typed stay, and so do those of this group but for the asker.
    An example for which there are too few people goes.
    """
    others = [handle(one).striptags() for one in roster.active if one.user_id != asker]
    kept: list[str] = []
    for example in _examples(error):
        said = {
            found[0]
            for found in _MADE_UP.finditer(example)
            if found[0] in typed or found[0] in others
        }
        spare = [name for name in others if name not in example or name not in said]
        instead: dict[str, str] = {name: name for name in said}
        names = list(dict.fromkeys(found[0] for found in _MADE_UP.finditer(example)))
        for name in (name for name in names if name not in instead):
            if spare:
                instead[name] = spare.pop(0)
        if all(name in instead for name in names):
            # All at once: two that take each other's place would become one.
            mended = _MADE_UP.sub(partial(_own_name, instead), example)
            of_newest = error.details.get("latest") or "12" not in typed
            if newest and error.code is Code.NUMBER_MISSING and of_newest:
                mended = _ENTRY.sub(rf"\1 {newest}", mended)
            kept.append(mended)
    error.details["examples"] = tuple(kept)


def _own_name(instead: Mapping[str, str], found: re.Match[str]) -> str:
    return instead[found[0]]


def _examples(error: LedgerError) -> tuple[str, ...]:
    found = error.details.get("examples")
    return tuple(map(str, found)) if isinstance(found, (tuple, list)) else ()
