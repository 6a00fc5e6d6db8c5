"""Lines that nobody writes in earnest, told before their words are looked at one by one.

What a word means is asked of those around it, so that a message full of names, or an endless
one, would hold up everybody else.
"""

from __future__ import annotations

from typing import Final

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Line, Word
from handlers.grammar.vocabulary import Role
from ledger.core.bounds import check_names

_MOST_IN_A_ROW: Final = 200
"""Words of one line of a message, without the note."""
_MOST: Final = 400
"""Words of all its lines."""


def is_endless(line: Line) -> bool:
    """Tell whether a line has so many words that it is read by the grammar's own form alone."""
    longest = row = 0
    words = 0
    for word in line.words:
        if word.plain == "//":
            break
        words, row = words + 1, row + 1
        longest = max(longest, row)
        row *= not word.breaks
    return longest > _MOST_IN_A_ROW or words > _MOST


def refuse_crowds(line: Line, circle: Circle) -> None:
    """Raise LedgerError LINE_CROWDED(most: int, payers: bool) where one line has too many names.

    A message may have several lines, each with its own.
    """
    named: list[Word] = []
    for word in line.words:
        writer = Role.ME in circle.words.roles.get((word.low,), ())
        if word.whom is not None or writer or circle.members(word.low):
            named.append(word)
        if word.breaks:
            check_names(named)
            named = []
    check_names(named)
