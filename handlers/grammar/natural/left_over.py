"""What no rule has read though it speaks of people or of money: that is asked about.

The rules of this folder take from a line what they know. What is left is what it was for, and
"pizza" is; "except himself" in it says that somebody meant more than was read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from handlers.grammar.circle import Circle
from handlers.grammar.command_names import SPLIT_COMMANDS
from handlers.grammar.lexer import Line, word_of
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.sense_words import Sense
from ledger.core.errors import Code, LedgerError
from ledger.core.money import Money

AS_IT_STANDS: Final = 9
"""The reading of a line in which whatever is left over is what it was for."""

_ENGLISH: Final = frozenset({"en"})
_MOST_SAID: Final = 4
"""Words of the part that is asked about; the rest is left out."""
_LONGEST: Final = 2
_PERCENT: Final = re.compile(r"(?!100%)\d+(?:[.,]\d+)?%")
"""A share or a discount, which all of something is not: "100% juice"."""


def refuse_left_over(line: Line, description: str, amount: Money, circle: Circle) -> None:
    """Refuse a line of whose description some words hardly say what it was for.

    Words with a backslash are not looked at, nor what follows a "since" or a "that": stories
    are no part of the bill. Only lines that can be in no other language than English are looked
    at: what "i", "he" and "me" are elsewhere is too often something else.

    Raises WORDS_LEFT(written, amount, place: AS_IT_STANDS, examples, choices); a line that
    changes an entry has an example to copy instead of a choice.
    """
    if circle.spoken - _ENGLISH or not description:
        return
    words = description.split()
    doubtful = _doubtful([word_of(text).low for text in words], line, circle)
    if not doubtful:
        return
    said = words[min(doubtful) : max(doubtful) + 1][:_MOST_SAID]
    choices = line.command in SPLIT_COMMANDS
    raise LedgerError(
        Code.WORDS_LEFT,
        written=" ".join(said),
        amount=amount,
        place=AS_IT_STANDS,
        examples=() if choices else (_escaped(line, {words[at] for at in doubtful}),),
        choices=choices,
    )


def _doubtful(lows: Sequence[str], line: Line, circle: Circle) -> set[int]:
    """Return the places of the words that are hardly what something was for."""
    roles = circle.words.roles

    def means(at: int, role: Role) -> int:
        """Return the index behind the words there that mean so, or 0."""
        stops = range(min(at + _LONGEST, len(lows)), at, -1)
        return next((stop for stop in stops if role in roles.get(tuple(lows[at:stop]), ())), 0)

    told = next((at for at in range(len(lows)) if means(at, Role.STORY)), len(lows))
    found: set[int] = set()
    for at in range(told):
        found.update(range(at, min(means(at, Role.UNDESCRIBED), told)))
    if not any(means(at, Role.INCLUDED) for at in range(told)):
        found.update(at for at in range(told) if _PERCENT.match(lows[at]))
    if told == len(lows) and means(told - 1, Role.DANGLING):
        found.add(told - 1)
    if any(circle.is_called(low.removesuffix("'s")) for low in lows[:told]):
        found.update(at for at in range(told) if means(at, Role.DONE))
    alone = (Role.REMOVE, Role.HALF)
    if line.command not in SPLIT_COMMANDS and any(means(0, role) == len(lows) for role in alone):
        found.add(0)
    if line.command not in SPLIT_COMMANDS:
        found.update(_changes(lows, circle))
    escaped = {word.low for word in line.words if word.escaped}
    return {at for at in found if lows[at] not in escaped}


def _changes(lows: Sequence[str], circle: Circle) -> set[int]:
    """Return the places of words that name a change which was not read: `priya was there too`.

    One word as "joined" behind a name may be the name of something.
    """
    roles = circle.words.roles
    for at in range(1, len(lows) - 1):
        if Role.BEHIND_ADD in roles.get(tuple(lows[at:]), ()):
            return {*range(at, len(lows))}
    for at, low in enumerate(lows):
        if Role.PAID in roles.get((low,), ()):
            return {at}  # Nobody renames an entry "priya paid".
    first, behind = lows[0].rstrip(":"), "".join(lows[1:2])
    dated = first == "date" and behind[:1].isdigit()
    return {0} if dated or (first in circle.words.senses[Sense.NAMING] and behind) else set()


def _escaped(line: Line, words: set[str]) -> str:
    """Return the line to copy in which some words are description for certain."""
    return line.example(
        *(f"\\{word.text}" if word.text in words else word.text for word in line.words)
    )
