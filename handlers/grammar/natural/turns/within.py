"""What was somebody's own of all: `incl 9 for bobs wine and 4 for dees`, `(300 of it chens)`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from handlers.grammar.lexer import Word, word_of
from handlers.grammar.natural.turns.said import EVERYBODY, ME, Said, Turn
from handlers.grammar.vocabulary.turn_words import TurnRole

_NEAR: Final = 5
"""Words behind a number, among which somebody's name makes it theirs."""
_LONGEST_THING: Final = 4


@dataclass(frozen=True, slots=True)
class _Own:
    """So much that is somebody's own, and the index behind what is said of it."""

    whose: Word
    minor: str
    stop: int


def own_of_all(said: Said, at: int) -> Turn | None:
    """Read `incl 9 for bobs wine and 4 for dees bars` behind the amount: so much more for each.

    In brackets, or behind what says that it is of all, one is enough.
    """
    opens = said.words[at].plain[:1] == "(" and not said.words[at].escaped
    start = said.means(at, TurnRole.OF_WHICH) or (at if said.is_number(at) else 0)
    of_it = start == at and bool(said.means(at + 1, TurnRole.OF_IT))
    if not start or not (opens or of_it or start > at) or not said.is_number_before(at):
        return None
    found: list[_Own] = []
    stop = start
    while (own := _own(said, stop)) is not None:
        found.append(own)
        stop = own.stop
    if not found or said.numbers != len(found) + 1:
        return None
    last = said.words[stop - 1].plain
    if (opens and ")" not in last) or (len(found) == 1 and not (opens or of_it)):
        return None
    named = _named(said, at, stop)
    everybody = () if named - {own.whose.text for own in found} else (EVERYBODY,)
    parts: list[Word] = [*everybody]
    for own in found:
        shares = everybody or own.whose.text in {ME.text, *named}
        parts += [own.whose, word_of(f"+{own.minor}" if shares else own.minor)]
    return Turn(stop, parts=tuple(parts))


def _own(said: Said, at: int) -> _Own | None:
    """Read `9 for bobs wine`, `4 of it dees` at an index, and the "and" behind it."""
    if not said.is_number(at):
        return None
    behind = said.past(at + 1, TurnRole.OF_IT)
    for name in range(behind, min(said.end, behind + _NEAR)):
        if said.is_number(name) or said.words[name - 1].plain[-1:] in ",;":
            return None
        owner = said.owner(name)
        if owner is None and (said.means(name, TurnRole.MINE) or said.means(name, TurnRole.MY)):
            owner = ME
        whose = owner or (said.somebody(name) if said.is_whose(name) else None)
        if whose is None:
            continue
        stop = _thing(said, name + 1) if owner is not None else name + 1
        ended = stop >= said.end or _closes(said, stop) or said.is_number(stop)
        stop = said.past(stop, TurnRole.AND)
        if not (ended or said.is_number(stop)):
            return None
        return _Own(whose, said.words[at].plain.strip("(,;"), stop)
    return None


def _thing(said: Said, start: int) -> int:
    """Return the index behind the few words of what is somebody's."""
    stop = start
    while stop < min(said.end, start + _LONGEST_THING):
        if _closes(said, stop) or said.is_number(stop) or said.means(stop, TurnRole.AND):
            break
        if said.is_named(stop) or said.pays(stop):
            break
        stop += 1
    return stop


def _closes(said: Said, stop: int) -> bool:
    """Tell whether what is said ends before an index."""
    return said.words[stop - 1].plain[-1:] in ",;)."


def _named(said: Said, start: int, stop: int) -> set[str]:
    """Return who is named outside of two indexes and has not only paid."""
    return {
        said.somebody(at).text
        for at in range(said.end)
        if not start <= at < stop
        and said.is_whose(at)
        and not (said.paid(at + 1) or said.paid(at - 1) or said.means(at - 1, TurnRole.BY))
    }
