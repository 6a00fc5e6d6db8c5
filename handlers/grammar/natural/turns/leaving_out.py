"""Who is left out with a verb: `leave chen out`, `keep bob and chen out of it`."""

from __future__ import annotations

from dataclasses import replace

from handlers.grammar.lexer import word_of
from handlers.grammar.natural.turns.said import Said, Turn
from handlers.grammar.vocabulary.turn_words import TurnRole


def leave_out(said: Said, at: int) -> Turn | None:
    """Read `leave chen out`, `keep bob and chen out of it`: all but them."""
    if said.means(at - 1, TurnRole.NEVER) or not said.means(at, TurnRole.LEAVE):
        return None
    people, stop = said.people(at + 1)
    out = said.means(stop, TurnRole.OUT) if people else 0
    if not out:
        return None
    names = [replace(one, joined=place > 0) for place, one in enumerate(people)]
    return Turn(said.past(out, TurnRole.OF_THAT), (word_of("except"), *names))
