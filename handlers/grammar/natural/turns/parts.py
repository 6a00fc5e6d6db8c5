"""Parts said in passing: `dee only pays 6`, `of which 6 beer only dee`, `my part 20`."""

from __future__ import annotations

from typing import Final

from handlers.grammar.lexer import word_of
from handlers.grammar.natural.debts.bought_for import name_of, possessor
from handlers.grammar.natural.turns.said import ME, Said, Turn, alone
from handlers.grammar.vocabulary.turn_words import TurnRole

_NEAR: Final = 5
"""Words behind "of which" and a number, among which somebody's name makes it theirs."""
_FEWEST: Final = 2
"""Numbers of a line of which one is the amount and another a part."""


def pays_only(said: Said, at: int) -> Turn | None:
    """Read `dee only pays 6`, `dee pays 6 of it` and `dee pays 6 more` beside an amount.

    What is left is everybody's, unless others are named.
    """
    if said.numbers < _FEWEST or not said.is_named(at) or said.means(at - 1, TurnRole.AND):
        return None
    first, second = at + 1, at + 2
    only = said.means(first, TurnRole.ONLY) and said.means(second, TurnRole.PAYS)
    only = only or (said.means(first, TurnRole.PAYS) and said.means(second, TurnRole.ONLY))
    number = at + 3 if only else at + 2
    if not said.is_number(number) or not (only or said.means(first, TurnRole.PAYS)):
        return None
    stop, part = number + 1, said.words[number]
    if said.means(stop, TurnRole.EXTRA, TurnRole.FEWER):
        sign = "+" if said.means(stop, TurnRole.EXTRA) else "-"
        stop, part = stop + 1, word_of(f"{sign}{part.plain.rstrip(',;')}")
    elif of_it := said.means(stop, TurnRole.OF_IT):
        stop = of_it
    elif not only:
        return None
    return Turn(stop, parts=(*said.everybody_but(at), alone(said.words[at]), part))


def of_which(said: Said, at: int) -> Turn | None:
    """Read `46 dinner of which 6 beer only dee` beside an amount: so much more for her."""
    start = said.means(at, TurnRole.OF_WHICH)
    if said.numbers < _FEWEST or not start or not said.is_number(start):
        return None
    name = next((one for one in range(start + 1, said.end) if said.is_whose(one)), 0)
    if not name or name > start + _NEAR or not said.means(name - 1, TurnRole.WHOSE):
        return None
    more = word_of(f"+{said.words[start].plain.rstrip(',;')}")
    return Turn(name + 1, parts=(*said.everybody_but(name), alone(said.words[name]), more))


def plus_own(said: Said, at: int) -> Turn | None:
    """Read `40 dinner plus 6 for my own beer`: it is added, and mine alone."""
    number, for_ = at + 1, at + 2
    stop = said.means(for_ + 1, TurnRole.MY_OWN)
    if not said.means(at, TurnRole.PLUS) or not said.is_number(number):
        return None
    if not stop or not said.means(for_, TurnRole.FOR) or said.numbers < _FEWEST:
        return None
    more = word_of(f"+{said.words[number].plain.rstrip(',;')}")
    return Turn(stop, said.words[at : for_ + 1], (*said.everybody_but(for_ + 1), ME, more))


def share_of(said: Said, at: int) -> Turn | None:
    """Read `bobs share 300`, `my part 20` and `mine 20` beside other numbers: a part."""
    number = said.past(at + 1, TurnRole.SHARE)
    has_share = number > at + 1
    number = said.past(number, TurnRole.IS)
    # Beside "bob paid" it would be what they paid.
    paid = any(said.pays(one) for one in range(said.end)) or said.means(at - 1, TurnRole.FOR)
    if said.numbers < _FEWEST or not said.is_number(number) or paid:
        return None
    named = has_share or number > at + 1
    if said.means(at, TurnRole.MINE) or (said.means(at, TurnRole.MY) and named):
        return Turn(number + 1, (ME, alone(said.words[number])))
    whom = possessor(said.text(at), said.circle) if named else None
    if whom is None or (member := said.circle.member_of(whom)) is None:
        return None
    return Turn(number + 1, (name_of(member, said.circle), alone(said.words[number])))


def half_each(said: Said, at: int) -> Turn | None:
    """Read `bob and chen pay half each`: nothing is left for anybody else."""
    people, stop = said.people(at)
    start = stop
    while said.means(stop, TurnRole.SPLIT):
        stop += 1
    half = said.means(stop, TurnRole.HALF)
    end = said.means(half, TurnRole.EACH) if half else 0
    if not end or len(people) != _FEWEST:
        return None
    if said.means(at - 1, TurnRole.CLAIMED):
        return None
    comma = [word_of(",")] if said.words[end - 1].plain.endswith(",") else []
    return Turn(end, (word_of("only"), *said.words[at:start], *comma))
