"""Ratios behind the names of whom they are: `bob and me 60 40`, `bob and i 2:1`."""

from __future__ import annotations

from typing import Final

from handlers.grammar.lexer import Word, word_of
from handlers.grammar.natural.phrases.parts_behind import ratio_in
from handlers.grammar.natural.turns.said import Said, Turn
from handlers.grammar.vocabulary.turn_words import TurnRole

_FEWEST: Final = 2
_WHOLES: Final = (10, 100)


def in_ratio(said: Said, at: int) -> Turn | None:
    """Read `bob and me 60 40` beside an amount: so many parts are each one's, in order."""
    people, stop = said.people(at)
    if len(people) < _FEWEST or said.means(at - 1, TurnRole.CLAIMED):
        return None
    names = [said.somebody(one) for one in range(at, stop) if said.is_somebody(one)]
    parts = ratio_in(said.words[stop]) if stop < said.end and said.text(stop) else []
    end = stop + 1
    if not parts:
        numbers = range(stop, stop + len(names))
        texts = [said.words[one].plain.rstrip(",;") for one in numbers if said.is_number(one)]
        whole = all(text.isdigit() for text in texts) and sum(map(int, texts)) in _WHOLES
        parts, end = (texts, stop + len(names)) if whole else ([], 0)
        if len(parts) > said.numbers - 1:
            return None
    if len(parts) != len(names):
        return None
    weighed: list[Word] = []
    for name, part in zip(names, parts, strict=True):
        weighed += [name, word_of(f"x{part}")]
    return Turn(end, parts=(word_of("only"), *weighed))
