"""Guests whom a member brought: `dee brought 2 friends`, `split 5 ways, bob pays 2`."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from handlers.grammar.lexer import Word, word_of
from handlers.grammar.natural.turns.said import EVERYBODY, Said, Turn
from handlers.grammar.vocabulary.sense_words import Sense
from handlers.grammar.vocabulary.turn_words import TurnRole

_MOST: Final = 9


def brought(said: Said, at: int) -> Turn | None:
    """Read the `brought 2 friends` of `dee brought 2 friends`: they are no amount."""
    found = _guests(said, at) if said.is_somebody(at) else None
    if found is None:
        return None
    _, stop = found
    who = said.words[at]
    if who.whom is not None:
        who = word_of(who.text.lstrip("@"))
    kept = (replace(word, escaped=True) for word in (who, *said.words[at + 1 : stop]))
    return Turn(stop, tuple(kept))


def ways_with_guests(said: Said, at: int) -> Turn | None:
    """Read `split 5 ways` of four where one of them brought somebody, or pays for two."""
    more = _more_ways(said, at)
    if not more or said.numbers > _MOST:
        return None  # What follows looks at all words.
    hosts: dict[str, tuple[Word, int]] = {}
    for one in range(said.end):
        found = _guests(said, one) or _pays_for_several(said, one)
        if found is not None:
            who = said.somebody(one)
            hosts[who.text] = (who, found[0])
    if sum(guests for _, guests in hosts.values()) != more:
        return None
    parts = (word for who, guests in hosts.values() for word in (who, word_of(f"x{1 + guests}")))
    return Turn(_behind_ways(said, at), (EVERYBODY,), tuple(parts))


def pays_for_guests(said: Said, at: int) -> Turn | None:
    """Skip `bob pays 2` where the line is split so many ways more than we are."""
    found = _pays_for_several(said, at)
    ways = (one for one in said.number_places if _more_ways(said, one))
    place = next(ways, None) if found is not None else None
    if found is None or place is None or ways_with_guests(said, place) is None:
        return None
    return Turn(found[1])


def _guests(said: Said, at: int) -> tuple[int, int] | None:
    """Return how many guests whoever stands at an index brought, and the index behind them."""
    verb = said.means(at + 1, TurnRole.BRINGS) if said.is_somebody(at) else 0
    if not verb:
        return None
    text = said.text(verb)
    count = int(text) if text.isdigit() else said.circle.words.numbers.values.get(text, 0)
    thing = verb + 1 if count else said.past(verb, TurnRole.HIS, TurnRole.MY, TurnRole.SOME)
    if said.text(thing) not in said.circle.words.senses[Sense.GUEST] or count > _MOST:
        return None
    return int(count) or 1, thing + 1


def _more_ways(said: Said, at: int) -> int:
    """Return how many more than we are it is split by: `split 5 ways`, `5 ways`; 0 elsewhere."""
    number = at + (said.text(at) in ("split", "shared", "divided"))
    if not said.is_number(number) or said.text(number + 1) != "ways":
        return 0
    text = said.text(number)
    more = int(text) - len(said.circle.roster.active) if text.isdigit() else 0
    return max(more, 0) if more < _MOST else 0


def _behind_ways(said: Said, at: int) -> int:
    return at + 2 + (not said.is_number(at))


def _pays_for_several(said: Said, at: int) -> tuple[int, int] | None:
    """Return for how many others `bob pays 2` or `bob counts twice` says, and its end."""
    if not said.is_somebody(at):
        return None
    counts = said.means(at + 1, TurnRole.COUNTS)
    if twice := (said.means(counts, TurnRole.TWICE) if counts else 0):
        return 1, twice
    number = said.means(at + 1, TurnRole.PAYS)
    text = said.words[number].plain.rstrip(",;") if number and said.is_number(number) else ""
    ends = number + 1 >= said.end or said.words[number].plain[-1:] in ",;"
    if not text.isdigit() or not 1 < int(text) <= _MOST or not (number and ends):
        return None
    return int(text) - 1, number + 1
