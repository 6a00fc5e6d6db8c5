"""Who has two parts: `bob counts twice`, `chen's share is on me`."""

from __future__ import annotations

from handlers.grammar.lexer import Word, word_of
from handlers.grammar.natural.debts.bought_for import name_of
from handlers.grammar.natural.turns.said import ME, Said, Turn
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.sense_words import Sense
from handlers.grammar.vocabulary.turn_words import TurnRole
from ledger.core.members import Sender, Whom


def counts_twice(said: Said, at: int) -> Turn | None:
    """Read `bob counts twice` and `bob pays double`: two parts are his, one everybody else's."""
    if not said.is_whose(at) and not said.means(at, TurnRole.I):
        return None
    verb = said.means(at + 1, TurnRole.COUNTS)
    stop = said.means(verb, TurnRole.TWICE) if verb else 0
    if not stop and (double := said.means(at + 1, TurnRole.DOUBLE)):
        stop = said.means(double, TurnRole.SHARE)  # "bob double share"
    if not stop and (pays := said.means(at + 1, TurnRole.PAYS)):
        roles = said.circle.words.roles.get((said.text(pays),), ())
        stop = (pays + 1) * (Role.DOUBLE in roles)  # "Bob pays two" is money.
    if not stop:
        return None
    return Turn(stop, parts=(*said.everybody_but(at), said.somebody(at), word_of("x2")))


def carries_share(said: Said, at: int) -> Turn | None:
    """Read `chen's share is on me`, `i'll cover chen's share`: two parts are mine, none his."""
    found = _share_is_on(said, at) or _takes_share(said, at)
    if found is None:
        return None
    whose, who, stop = found
    theirs = said.circle.member_of(whose)
    if theirs is None or theirs == said.circle.member_of(who.whom or Sender()):
        return None
    gone = name_of(theirs, said.circle)
    text = f"-{gone.text}"
    out = Word(text, text, "", gone.whom, out=True) if gone.text != "me" else word_of(text)
    return Turn(stop, parts=(*said.everybody_but(at), who, word_of("x2"), out))


_Carried = tuple[Whom, Word, int]
"""Whose share it is, who has it besides their own, and the index behind."""


def _share_is_on(said: Said, at: int) -> _Carried | None:
    whose = said.possessor(at)
    share = said.means(at + 1, TurnRole.SHARE) if whose is not None else 0
    if whose is not None and said.text(at + 1) in said.circle.words.senses[Sense.OWN_THING]:
        share = at + 2  # "asha's ticket is on me"
    on = said.means(said.past(share, TurnRole.IS), TurnRole.ON) if share else 0
    if whose is None or not on or not said.is_whose(on):
        return None
    return whose, said.somebody(on), on + 1


def _takes_share(said: Said, at: int) -> _Carried | None:
    start, who = said.means(at, TurnRole.I_WILL), ME
    if not start and said.is_named(at):
        start, who = said.means(at + 1, TurnRole.WILL), said.somebody(at)
    verb = said.means(start, TurnRole.PAY, TurnRole.PAYS) if start else 0
    verb = said.past(verb, TurnRole.FOR) if verb else 0
    whose = said.possessor(verb) if verb else None
    share = said.means(verb + 1, TurnRole.SHARE) if whose is not None else 0
    if whose is None or not share or said.is_number(share):
        return None
    return whose, who, share
