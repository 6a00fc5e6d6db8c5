"""Cuts the pieces of a line where something else is said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from handlers.grammar.natural.told.pieces import Clause, Kind, Piece

_VERBS: Final = (Kind.PAID, Kind.BOUGHT, Kind.HAD, Kind.PAYS, Kind.NOT, Kind.ONLY)


def clauses_of(pieces: Sequence[Piece]) -> list[Clause]:
    """Return the clauses of a line: also people with a verb, and the rest, begin one."""
    found: list[Clause] = []
    clause: list[Piece] = []
    for at, piece in enumerate(pieces):
        if piece.kind is Kind.BREAK or (clause and _begins(pieces, at, clause)):
            if clause:
                found.append(tuple(clause))
            clause = []
        if piece.kind is not Kind.BREAK:
            clause.append(piece)
    if clause:
        found.append(tuple(clause))
    return found


def _begins(pieces: Sequence[Piece], at: int, clause: Sequence[Piece]) -> bool:
    piece = pieces[at]
    behind = pieces[at + 1].kind if at + 1 < len(pieces) else None
    if piece.kind is Kind.ONLY and behind is Kind.PAID:
        return True  # "had 50% off so only paid 20"
    if piece.kind is Kind.BOUGHT and clause[-1].kind is Kind.PAID:
        return True  # "bob paid got 50 back"
    if piece.kind is Kind.REST or (piece.kind is Kind.PEOPLE and piece.others):
        # "2800 dee n chen, 3200 the rest": the number is theirs.
        return [one.kind for one in clause] != [Kind.NUMBER] or at == 1
    if not any(one.kind in (Kind.NUMBER, *_VERBS) for one in clause):
        return False
    if clause[-1].kind in (Kind.FOR, Kind.PAID):
        return False
    acts = at + 1 < len(pieces) and pieces[at + 1].kind in _VERBS
    return piece.kind is Kind.PEOPLE and acts and not piece.whose
