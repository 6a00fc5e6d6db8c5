"""Names that look like sums of money: the shop `7 eleven`."""

from __future__ import annotations

from handlers.grammar.lexer import Word
from handlers.grammar.natural.turns.said import Said, Turn
from handlers.grammar.vocabulary.turn_words import TurnRole


def name_of_a_number(said: Said, at: int) -> Turn | None:
    """Read the shop `7 eleven` as no sum of money."""
    stop = said.means(at, TurnRole.NAME_OF_A_NUMBER)
    if not stop:
        return None
    name = "-".join(said.text(one) for one in range(at, stop))
    return Turn(stop, (Word(name, name, "", escaped=True),))
