"""Numbers beside people that may be their parts, and whose the rest is beside such."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from handlers.grammar.literals.amounts import figure_at
from handlers.grammar.natural.people_left.left import ENDS, LEAST, Asked, Left
from handlers.grammar.vocabulary import Role
from ledger.core.errors import LedgerError
from ledger.core.members import Sender
from ledger.core.shares import EQUAL_PART, Part, PartKind

_TIMES: Final = frozenset({"x", "@", "each", "per"})
_FEW: Final = 12


def numbers(left: Left) -> Asked:
    """Find a number that is left where somebody is named whose part it may be."""
    people = [(at, one) for at in range(len(left.words)) if (one := left.person(at))]
    free = [one for one in people if one[1] not in left.apart]
    for at, word in enumerate(left.words):
        if word.escaped or word.whom is not None or word.low not in left.lows:
            continue
        try:
            figure = figure_at(left.words, at, left.found.amount.currency)
        except LedgerError:
            continue
        if figure is None or figure.currency != left.found.amount.currency or not people:
            continue
        amount = left.found.amount.minor
        if not amount <= figure.minor * LEAST < amount * LEAST or left.phrases.day(at):
            continue
        if not free or _counts(left, at):
            continue
        nearest = min(free, key=lambda one: abs(one[0] - at))[1]
        part = Part(PartKind.EXACT, figure.minor)
        others = tuple(
            named for named in left.found.participants if left.circle.member_of(named[0]) != nearest
        )
        theirs = replace(
            left.found,
            participants=(*others, (left.circle.whom(nearest), part)),
            everyone=left.found.everyone or not others,
        )
        close = min((one[0] for one in people), key=lambda one: abs(one - at))
        yield left.text(min(close, at), max(close, at) + 1), (left.found, theirs)


def _counts(left: Left, at: int) -> bool:
    """Tell whether a number counts things, or is the price of one: `4 x 300`, `3 coffees`."""
    beside = {left.phrases.folded(at - 1), left.phrases.folded(at + 1)}
    if beside & _TIMES:
        return True
    text = left.words[at].plain
    return text.isdigit() and int(text) <= _FEW and left.phrases.folded(at + 1).isalpha()


def rests(left: Left) -> Asked:
    """Find `bob 5, we split the rest`: among all others, or among him, too, or it is mine.

    Where others without a part are named, it is read who shares the rest.
    """
    named = left.found.participants
    if not named or left.found.everyone or left.found.payers:
        return
    mine = (left.circle.member_of(whom) == left.circle.sender for whom, _ in named)
    if any(mine) or any(part.kind is not PartKind.EXACT for _, part in named):
        return
    at = next((at for at in range(len(left.words)) if _tells_rest(left, at)), -1)
    if at < 0:
        return
    more = tuple((whom, Part(PartKind.ADJUST, part.value)) for whom, part in named)
    others = replace(left.found, everyone=True)
    too = replace(left.found, participants=more, everyone=True)
    both = replace(left.found, participants=(*more, (Sender(), EQUAL_PART)))
    yield left.text(at, len(left.words)), (others, too, both, left.found)


def _tells_rest(left: Left, at: int) -> bool:
    """Tell whether `rest`, of which more is said, or `split the rest` begins at a word."""
    if not any(left.person(before) is not None for before in range(at)):
        return False  # "rest house, bob 5"
    stop = left.phrases.role(at, Role.REST)
    if stop and left.is_left(stop - 1):
        return stop < len(left.words)
    behind = left.phrases.role(at + 1, Role.REST) if left.is_left(at) else 0
    last = left.words[at].plain[-1:] in ENDS
    return behind == len(left.words) and left.is_left(behind - 1) and not last
