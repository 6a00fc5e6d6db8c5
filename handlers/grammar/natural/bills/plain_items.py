"""Lines of a bill that need no rules, as most are: `20 pasta bob`."""

from __future__ import annotations

import re
from typing import Final

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Word
from handlers.grammar.natural.bills.items import Item
from handlers.grammar.natural.bills.rows import Row
from handlers.grammar.natural.plain_lines import describes
from ledger.core.expense_line import Named
from ledger.core.members import MemberId
from ledger.core.money import Currency, Money, exponent
from ledger.core.shares import EQUAL_PART

_AMOUNT: Final = re.compile(r"[1-9]\d{0,5}\Z")
_NAME: Final = re.compile(r"[^\W\d_]{2,}\Z")
_MOST: Final = 6


def plain_item(row: Row, home: Currency, circle: Circle) -> Item | None:
    """Return the item of a line that is an amount, a member's name, and words that mean nothing.

    All rules together take twenty times as long and come to the same, which a test holds. None
    may be said of any line.
    """
    words = row.words
    if not 2 <= len(words) <= _MOST or circle.sets or circle.has_two_alphabets:
        return None
    at = next((place for place in (0, len(words) - 1) if _is_amount(words[place])), None)
    if at is None:
        return None
    beside = (*words[:at], *words[at + 1 :])
    named: dict[MemberId, None] = {}
    bare = True
    for word in beside:
        member = _member(word, circle)
        if member is not None:
            named[member] = None
        elif describes(word, circle):
            bare = False
        else:
            return None
    if len(named) != 1:
        return None  # Several may be one name of two words, or a list.
    people: Named = tuple((circle.whom(one), EQUAL_PART) for one in named)
    minor = int(words[at].plain) * 10 ** exponent(home)
    return Item(Money(minor, home), row.told, named=people, bare=bare, begins=not at, beside=beside)


def _is_amount(word: Word) -> bool:
    return word.whom is None and not word.escaped and bool(_AMOUNT.match(word.plain))


def _member(word: Word, circle: Circle) -> MemberId | None:
    """Return the one member whose name a word is as it stands, and nothing else."""
    if word.whom is not None or word.escaped or word.everyone or not _NAME.match(word.plain):
        return None
    if word.low in circle.words.known or not circle.is_called(word.plain):
        return None
    members = circle.members(word.plain, oblique=False)
    return members[0] if len(members) == 1 else None
