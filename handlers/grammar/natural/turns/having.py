"""What people had of it: `me n dee drank them`, `dee only had a salad (14)`."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from handlers.grammar.lexer import word_of
from handlers.grammar.natural.turns.said import Said, Turn, alone
from handlers.grammar.vocabulary.turn_words import TurnRole

_FEWEST: Final = 2
_LONGEST: Final = 4
"""Words of what somebody had, before its price."""
_PRICE: Final = re.compile(r"\(?[^\w\s(]?(\d{1,6}(?:\.\d{1,2})?)\)?[,;.]?\Z")


def they_had_it(said: Said, at: int) -> Turn | None:
    """Read `me n dee drank them`: it was those two."""
    people, stop = said.people(at)
    them = said.means(stop, TurnRole.HAD, TurnRole.USED) if len(people) >= _FEWEST else 0
    end = said.means(them, TurnRole.THEM) if them else 0
    if not end or not (end >= said.end or said.words[end - 1].plain[-1:] in ",;."):
        return None
    if said.means(at - 1, TurnRole.CLAIMED):
        return None
    names = [said.somebody(one) for one in range(at, stop) if said.is_somebody(one)]
    return Turn(
        end, (word_of("between"), *(replace(one, joined=True) for one in names[:-1]), names[-1])
    )


def had_only(said: Said, at: int) -> Turn | None:
    """Read `dinner 150. dee only had a salad (14), rest equal`: that much is hers."""
    if not said.is_named(at) or not said.is_number_before(at) or said.means(at - 1, TurnRole.AND):
        return None
    verb = said.past(at + 1, TurnRole.ONLY)
    had = said.means(verb, TurnRole.HAD)
    thing = said.past(had, TurnRole.ONLY) if had else 0
    only = verb > at + 1 or thing > had
    places = range(thing, min(said.end, thing + 1 + _LONGEST)) if had and only else ()
    number = next((one for one in places if _PRICE.match(said.words[one].plain)), 0)
    price = _PRICE.match(said.words[number].plain) if number > thing else None
    others = any(said.is_named(one) or said.means(one, TurnRole.AND) for one in places)
    if price is None or others or not all(said.text(one) for one in range(thing, number + 1)):
        return None
    if any(said.is_number(one) for one in range(number + 1, said.end)):
        return None
    stop = number + 1
    for role in (TurnRole.AND, TurnRole.THE, TurnRole.REST, TurnRole.IS, TurnRole.SHARE_IT):
        stop = said.past(stop, role)
    stop = said.past(stop, TurnRole.WHAT_IS_LEFT) if stop > number + 1 else stop
    return Turn(stop, parts=(*said.everybody_but(at), alone(said.somebody(at)), word_of(price[1])))
