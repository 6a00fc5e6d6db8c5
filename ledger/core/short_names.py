"""Names cut short, as friends call each other: Sofi is Sofía, and Gio Giovanni."""

from __future__ import annotations

from typing import Final

from ledger.core.folding import fold
from ledger.core.members import Member, Roster

_SHORTEST: Final = 3
"""Letters that a name has at least when it is cut short."""


def called_in_short(roster: Roster, text: str) -> Member | None:
    """Return the only active member whose first name begins with a text and goes on."""
    short = fold(text)
    if len(short) < _SHORTEST:
        return None
    found = [
        member
        for member in roster.active
        if (name := fold(member.first_name)).startswith(short)
        and name[len(short) : len(short) + 1].isalpha()
    ]
    return found[0] if len(found) == 1 else None
