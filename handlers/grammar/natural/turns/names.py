"""Names that look like sums of money: the shop `7 eleven`, a game of `5 a side`."""

from __future__ import annotations

from dataclasses import replace

from handlers.grammar.lexer import Word
from handlers.grammar.natural.turns.said import Said, Turn
from handlers.grammar.vocabulary.turn_words import TurnRole


def my_friend(said: Said, at: int) -> Turn | None:
    """Read `dee and my mate tom`: he is called Tom, whoever's mate he is."""
    listed = said.is_somebody(at - 1) or said.means(at - 1, TurnRole.AND, TurnRole.AMONG)
    called = at + 2
    if not listed or not said.means(at, TurnRole.MY) or not said.means(at + 1, TurnRole.FRIEND):
        return None
    ends = called + 1 >= said.end or said.words[called].plain[-1:] in ",;"
    return Turn(called) if ends and said.text(called).isalpha() else None


def name_of_a_number(said: Said, at: int) -> Turn | None:
    """Read the shop `7 eleven` as no sum of money."""
    stop = said.means(at, TurnRole.NAME_OF_A_NUMBER)
    if not stop:
        return None
    name = "-".join(said.text(one) for one in range(at, stop))
    return Turn(stop, (Word(name, name, "", escaped=True),))


def of_a_side(said: Said, at: int) -> Turn | None:
    """Read the game `5 a side` as no sum of money."""
    stop = said.means(at + 1, TurnRole.A_SIDE) if said.text(at).isdigit() else 0
    if not stop or said.numbers == 1:
        return None
    return Turn(stop, tuple(replace(word, escaped=True) for word in said.words[at:stop]))
