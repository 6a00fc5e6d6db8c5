"""Items that are perhaps somebody's whom we don't know yet: that is asked about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import IntEnum
from typing import Final

from handlers.grammar.circle import Circle
from handlers.grammar.natural.bills.items import Item
from ledger.core.errors import Code, LedgerError
from ledger.core.members import Name, Whom
from ledger.core.money import Money
from ledger.core.shares import EQUAL_PART

_FIRST: Final = 20
"""The readings of a word that may be a name begin there; see `checks`."""


class Stranger(IntEnum):
    """What a word that may be a name is."""

    OURS = _FIRST
    NEW = _FIRST + 1
    NOBODY = _FIRST + 2


def with_new_names(items: Sequence[Item], circle: Circle, choice: int | None) -> list[Item]:
    """Return the items, those that may be somebody's as was chosen.

    Where other items are somebody's, what stands in the place of their names is perhaps a name.

    Raises UNKNOWN_NAME(name, near, amount, place, choices) where nothing was chosen.
    """
    named = any(item.named for item in items)
    unclear = [item for item in items if item.strangers] if named else []
    if not unclear or choice == Stranger.NOBODY:
        return list(items)
    near = circle.nearly(unclear[0].strangers[0])

    def whom(text: str) -> Whom:
        meant = circle.nearly(text) if choice == Stranger.OURS else None
        return Name(text) if meant is None else circle.whom(meant.id)

    if choice in (Stranger.OURS, Stranger.NEW):
        return [
            replace(
                item, named=(*item.named, *((whom(text), EQUAL_PART) for text in item.strangers))
            )
            for item in items
        ]
    names = dict.fromkeys(text for item in unclear for text in item.strangers)
    raise LedgerError(
        Code.UNKNOWN_NAME,
        name=Name(", ".join(names)),
        near=near,
        amount=Money(sum(item.money.minor for item in items), items[0].money.currency),
        place=Stranger.NEW if near is None else Stranger.OURS,
        examples=(),
        choices=True,
    )
