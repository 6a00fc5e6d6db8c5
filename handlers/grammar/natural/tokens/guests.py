"""Guests glued to whoever brings them: `me+1`, `bob+2`."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Line, Word, word_of
from handlers.grammar.vocabulary import Role
from ledger.core.folding import fold

_GUESTS: Final = re.compile(r"([^\W\d_]+)(\+[1-9][,;.]?)\Z")


def guests_apart(line: Line, circle: Circle) -> Line:
    """Return the line with the guests of whoever is named a word of their own."""
    words: list[Word] = []
    for word in line.words:
        found = None
        if "+" in word.plain and word.whom is None and not word.escaped:  # As hardly any word.
            found = _GUESTS.match(word.plain)
        if found is None or not _is_somebody(found[1], circle):
            words.append(word)
        else:
            words += [word_of(found[1]), replace(word_of(found[2]), breaks=word.breaks)]
    return replace(line, words=tuple(words)) if len(words) > len(line.words) else line


def _is_somebody(text: str, circle: Circle) -> bool:
    me = Role.ME in circle.words.roles.get((fold(text),), ())
    return me or len(circle.members(text, oblique=False)) == 1
