"""Debts said in passing: `bob pays me back 9` beside an amount, `iou dee 460`."""

from __future__ import annotations

from typing import Final

from handlers.grammar.lexer import word_of
from handlers.grammar.natural.turns.said import Said, Turn
from handlers.grammar.vocabulary.turn_words import TurnRole

_FEWEST: Final = 2


def pays_me_back(said: Said, at: int) -> Turn | None:
    """Read `bob pays me back 9` beside the amount of all, which he owes then."""
    verb = at
    while said.means(verb, TurnRole.WILL):
        verb += 1
    back = said.means(verb, TurnRole.GIVES)
    stop = said.means(back, TurnRole.ME_BACK) if back else 0
    if said.numbers < _FEWEST or not stop or not said.is_named(at - 1):
        return None
    return Turn(stop, (word_of("owes"), word_of("me")))


def i_o_u(said: Said, at: int) -> Turn | None:
    """Read `iou dee 460`: I owe it."""
    stop = said.means(at, TurnRole.IOU)
    if not stop or not said.is_named(stop):
        return None
    return Turn(stop, (word_of("i"), word_of("owe")))
