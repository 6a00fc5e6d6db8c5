"""What people say around a line and that says nothing: `hey, please add 600 pizza, thanks!`."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Line, Word
from handlers.grammar.vocabulary import Role
from ledger.core.folding import fold

_FEWEST: Final = 2
"""Words that a line keeps: in "500 thanks" it is what it was for."""
_PEOPLE: Final = frozenset({Role.ME, Role.PAID, Role.EVERYONE, Role.US})
_AROUND: Final = ",;:.!?"


def without_talk(line: Line, circle: Circle) -> Line:
    """Return a line without greetings and thanks at its ends, nor "add" before its amount."""
    words = line.words
    note = next((at for at, word in enumerate(words) if word.plain == "//"), len(words))
    said, behind = list(words[:note]), words[note:]
    while count := _begins(said, circle):
        said = said[count:]
    while count := _ends(said, circle):
        last = said[-1]
        said = said[:-count]
        said[-1] = replace(said[-1], breaks=said[-1].breaks and last.breaks)
    return line if len(said) == note else replace(line, words=(*said, *behind))


def _begins(words: list[Word], circle: Circle) -> int:
    """Return how many words at the beginning say nothing."""
    for count in range(min(len(words) - _FEWEST, circle.words.longest), 0, -1):
        roles = _roles(words[:count], circle)
        if Role.GREETING in roles:
            return count
        if Role.RECORD in roles and _is_amount(words[count]):
            return count
    return 0


def _ends(words: list[Word], circle: Circle) -> int:
    """Return how many words at the end say nothing; a joke does so only behind people."""
    for count in range(min(len(words) - _FEWEST, circle.words.longest), 0, -1):
        roles = _roles(words[-count:], circle)
        if Role.POLITE in roles:
            return count
        before = words[-count - 1]
        told = {*_roles([before], circle)} & _PEOPLE or before.whom or circle.members(before.low)
        if Role.JOKING in roles and told:
            return count
    return 0


def _roles(words: list[Word], circle: Circle) -> tuple[Role, ...]:
    if any(word.whom is not None or word.escaped or word.everyone for word in words):
        return ()
    run = tuple(fold(word.plain.strip(_AROUND)) for word in words)
    return circle.words.roles.get(run, ())


def _is_amount(word: Word) -> bool:
    """Tell whether a word begins as an amount does, with a digit or a currency's sign."""
    digits = word.plain if word.plain[:1].isalnum() else word.plain[1:]
    return word.whom is None and digits[:1].isdigit()
