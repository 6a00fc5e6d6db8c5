"""Numbers that are hardly what they were read as: rooms, or what came from each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from handlers.grammar.circle import Circle
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.natural.unlikely.places import places_of
from ledger.core.expense_line import ExpenseLine
from ledger.core.shares import EQUAL_PART, PartKind

_OF_A_PART = 50
"""Of how many times a number it is hardly a part, where a thing is named behind it."""


def things_counted(
    found: ExpenseLine, phrases: Phrases, circle: Circle
) -> Iterator[tuple[str, tuple[ExpenseLine, ...]]]:
    """Find that a part is rather a number of things: `hotel 5600 bob chen 1 room, dee another`."""
    hardly = found.amount.minor // _OF_A_PART
    small = {
        circle.member_of(whom)
        for whom, part in found.participants
        if part.kind is PartKind.EXACT and part.value <= hardly
    }
    for at, _ in places_of(phrases, small) if small else ():
        one = phrases.person(at)
        counts = one and phrases.with_part(one)
        if not counts:
            continue
        if not _is_thing(phrases, counts.stop):
            continue
        if len(counts.part) != 1 or not counts.part[0].plain.isdecimal():
            continue
        even = tuple(
            (whom, EQUAL_PART if circle.member_of(whom) in counts.members else part)
            for whom, part in found.participants
        )
        text = " ".join(word.text for word in phrases.words[at : counts.stop + 1])
        yield text, (replace(found, participants=even), found)


def _is_thing(phrases: Phrases, at: int) -> bool:
    """Tell whether a word that is only what it was for stands at an index."""
    if phrases.ends(at) or phrases.any_role(at) or phrases.person(at):
        return False
    return phrases.words[at].plain.isalpha()
