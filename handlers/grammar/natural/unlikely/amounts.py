"""Numbers that are hardly what they were read as: rooms, or what came from each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from handlers.grammar.circle import Circle
from handlers.grammar.literals.amounts import write_number
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.natural.unlikely.places import places_of
from handlers.grammar.vocabulary import Role
from ledger.core.expense_line import ExpenseLine
from ledger.core.shares import EQUAL_PART, PartKind

_ENGLISH = frozenset({"en"})
_MOST_DIGITS = 2
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


def from_everybody(
    found: ExpenseLine, phrases: Phrases, circle: Circle
) -> Iterator[tuple[str, tuple[ExpenseLine, ...]]]:
    """Find that so much comes from each: `5 bucks from everybody`, `collected 5 from everyone`."""
    if not found.everyone or found.participants or found.arithmetic or circle.spoken - _ENGLISH:
        return  # As most lines.
    heads = len(circle.roster.active)
    for at in range(len(phrases.words)):
        all_of_us = phrases.role(at, Role.FROM)
        if all_of_us and phrases.words[all_of_us : all_of_us + 1]:
            word = phrases.words[all_of_us]
            if word.everyone or phrases.role(all_of_us, Role.EVERYONE, Role.EACH):
                text = " ".join(one.text for one in phrases.words[at : all_of_us + 1])
                yield text, (_times(found, heads), found)
                return


def nights_too(
    found: ExpenseLine, phrases: Phrases
) -> Iterator[tuple[str, tuple[ExpenseLine, ...]]]:
    """Find that a price of each is one of a night as well: `hostel 3 nights 24 pp a night`."""
    if "*" not in (found.arithmetic or ""):
        return  # As most lines.
    said = [phrases.folded(at) for at in range(len(phrases.words))]
    for at, (before, unit) in enumerate(pairwise(said)):
        priced = unit.endswith(("night", "day")) and before in ("a", "per", "each")
        counts = (
            int(number)
            for number, one in pairwise(said)
            if one == f"{unit}s" and number.isdecimal() and len(number) <= _MOST_DIGITS
        )
        times = next(counts, 1)
        told = re.split(r"\D+", found.arithmetic or "")
        if priced and times > 1 and str(times) not in told:
            yield (
                " ".join(word.text for word in phrases.words[at : at + 2]),
                (
                    _times(found, times),
                    found,
                ),
            )
            return


def _times(found: ExpenseLine, times: int) -> ExpenseLine:
    """Return a line of so many times as much."""
    money = replace(found.amount, minor=found.amount.minor * times)
    once = found.arithmetic or write_number(found.amount)
    return replace(found, amount=money, arithmetic=f"{once}*{times}")
