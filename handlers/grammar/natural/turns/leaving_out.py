"""Who is left out in other words: `leave chen out`, `all bar chen`, `the rest of us`."""

from __future__ import annotations

from dataclasses import replace

from handlers.grammar.lexer import word_of
from handlers.grammar.natural.debts.bought_for import name_of
from handlers.grammar.natural.turns.said import EVERYBODY, ME, Said, Turn
from handlers.grammar.vocabulary.turn_words import TurnRole
from ledger.core.members import MemberId


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


def paid_their_own(said: Said, at: int) -> Turn | None:
    """Read `chen paid his own`, `chen has his own`: what was paid is not his."""
    if not said.is_named(at) or said.means(at - 1, TurnRole.AND, TurnRole.AMONG):
        return None
    verb = said.past(at + 1, TurnRole.WILL)
    has = said.pays(verb) or said.means(verb, TurnRole.HAD, TurnRole.BRINGS)
    thing = verb + 1 if has else verb if said.means(at + 1, TurnRole.HAD) else 0
    own = said.means(thing, TurnRole.OWN_BILLS, TurnRole.OWN) if thing else 0
    if not own or not (own >= said.end or said.words[own - 1].plain[-1:] in ",;"):
        return None
    return Turn(own, (word_of("except"), said.somebody(at)))


def goes_free(said: Said, at: int) -> Turn | None:
    """Read `dont charge bob`, `no charge for bob`: all but him."""
    stop = said.means(at, TurnRole.FREE)
    return Turn(stop, (word_of("except"),)) if stop and said.is_whose(stop) else None


def for_the_others(said: Said, at: int) -> Turn | None:
    """Read `i paid 700 pizza for the others`: all but whoever paid, where only they are named."""
    start = said.means(at, TurnRole.AMONG)
    stop = said.means(start, TurnRole.ALL_OTHERS) if start else 0
    if not stop or not (stop >= said.end or said.words[stop - 1].plain[-1:] in ",;"):
        return None
    payers = [one for one in range(said.end) if said.is_named(one) and _pays(said, one)]
    named = [one for one in range(said.end) if said.is_named(one) and one not in payers]
    whose = any(said.possessor(one) is not None for one in range(said.end))
    if named or whose or len(payers) > 1:
        return None
    payer = said.somebody(payers[0]) if payers else ME
    return Turn(stop, (EVERYBODY, word_of("except"), payer))


def _pays(said: Said, at: int) -> bool:
    return said.pays(at + 1) or bool(said.means(at - 1, TurnRole.BY))


def all_bar(said: Said, at: int) -> Turn | None:
    """Read `everyone bar chen`: "bar" leaves out behind everybody, and elsewhere is a place."""
    stop = said.means(at, TurnRole.BAR)
    people, end = said.people(stop) if stop else ([], 0)
    everybody = at and (said.words[at - 1].everyone or said.ends(at, TurnRole.EVERYONE))
    if not people or not everybody:
        return None
    names = [replace(one, joined=place > 0) for place, one in enumerate(people)]
    return Turn(end, (word_of("except"), *names))


def the_rest_of_us(said: Said, at: int) -> Turn | None:
    """Read `chen's cake split between the rest of us`: all but whose it is, or whom it is for."""
    others = said.past(at, TurnRole.AMONG)
    stop = said.means(others, TurnRole.REST_OF_US)
    stop = stop or (said.means(others, TurnRole.OTHERS) if others > at else 0)
    if not stop or (others == at and said.means(at - 1, TurnRole.AMONG)):
        return None
    out = _for_whom(said, at)
    if out is None or said.means(stop, TurnRole.SHARE_IT, TurnRole.TAKE, TurnRole.IS):
        return None
    called = said.circle.roster[out].first_name
    alone = said.circle.members(called, oblique=False) == (out,) and called.isalpha()
    name = word_of(called) if alone else name_of(out, said.circle)
    return Turn(stop, (EVERYBODY, word_of("except"), name))


def _for_whom(said: Said, end: int) -> MemberId | None:
    """Return the one person of whom something is, or for whom, before an index."""
    found = set()
    for at in range(end):
        whose = said.possessor(at)
        behind = said.is_named(at) and said.means(at - 1, TurnRole.FOR)
        if behind and not said.has_part(at):
            whose = said.somebody(at).whom
        if whose is not None:
            found.add(said.circle.member_of(whose))
    return found.pop() if len(found) == 1 else None
