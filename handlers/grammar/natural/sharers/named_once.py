"""Somebody named twice among those who share: `me and bob, bob 200`, `bob chen dee minus chen`."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Line
from ledger.core.expense_line import ExpenseLine
from ledger.core.members import Whom
from ledger.core.shares import EQUAL_PART, Part


def named_once(found: ExpenseLine, line: Line, circle: Circle) -> ExpenseLine:
    """Return what was read with each of them once, where only one says which part or that not.

    The grammar's own form stays as it is, to be refused: `@bob @bob 200` is a slip of the hand,
    while who talks of people names them first, and then says more of one.
    """
    shown = Counter(circle.member_of(word.whom) for word in line.words if word.whom is not None)
    shown[circle.sender] += sum(word.low == "me" for word in line.words if word.whom is None)
    times = Counter(circle.member_of(whom) for whom, _ in found.participants)
    out = {circle.member_of(whom) for whom in found.left_out}
    parted = {circle.member_of(whom) for whom, part in found.participants if part != EQUAL_PART}
    kept: list[tuple[Whom, Part]] = []
    for whom, part in found.participants:
        member = circle.member_of(whom)
        again = {*parted, *out, *(circle.member_of(one) for one, _ in kept)}
        slip = member is None or shown[member] >= times[member] + (member in out)
        if slip or part != EQUAL_PART or member not in again:
            kept.append((whom, part))
    return replace(found, participants=tuple(kept))
