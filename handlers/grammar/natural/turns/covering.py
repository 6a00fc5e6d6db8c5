"""Who covered whom: `chen covered me`, `dinner 90 covered bob and chen`; who shares it is asked."""

from __future__ import annotations

from typing import Final

from handlers.grammar.natural.turns.said import Said
from handlers.grammar.vocabulary.sense_words import Sense
from handlers.grammar.vocabulary.turn_words import TurnRole
from ledger.core.errors import Code, LedgerError

_ME: Final = "me"


def check_covered(said: Said) -> None:
    """Raise PAID_UNCLEAR for `chen covered me`, `covered bob and chen`: all of it is theirs.

    Or it is theirs and whoever's who covered them, or they are some of all of us.
    """
    if said.numbers != 1:
        return
    covering = said.circle.words.senses[Sense.COVERING]
    for at in range(said.end):
        if said.text(at) in covering and said.means(at, TurnRole.PAY) == at + 1:
            _check_covered(said, at)


def _check_covered(said: Said, verb: int) -> None:
    payer, start = _payer(said, verb)
    _, stop = said.people(verb + 1)
    places = [at for at in range(verb + 1, stop) if said.is_somebody(at)]
    names = [said.somebody(at).text for at in places]
    if payer is None or not names or payer in names or said.paid(stop):
        return
    if any(said.is_somebody(at) for at in (*range(start), *range(stop, said.end))):
        return
    if stop < said.end and said.words[stop - 1].plain[-1:] not in ",;" and _says_more(said, stop):
        return
    texts = [word.text for word in said.words]
    rest = (*texts[:start], *texts[stop:])
    paid = () if payer == _ME else ("paid", payer)
    both = () if names == [_ME] else ((*names, payer),)
    raise LedgerError(
        Code.PAID_UNCLEAR,
        examples=tuple(
            said.line.example(*rest, *who, *paid)
            for who in (("only", *names), *both, *([("all",)] if paid or both else []))
        ),
    )


def _payer(said: Said, verb: int) -> tuple[str | None, int]:
    """Return who covered somebody, and where that is said: whoever writes where nobody is named."""
    before = verb - 1
    if verb and said.means(before, TurnRole.I) == verb:
        return _ME, before
    if said.is_named(before):
        return said.somebody(before).text, before
    begins = not verb or said.is_number(before) or said.words[before].plain[-1:] in ",;"
    return (_ME if begins and said.means(verb, TurnRole.COVERED) else None), verb


def _says_more(said: Said, at: int) -> bool:
    """Tell whether it is said behind somebody what of theirs was covered, or how much."""
    return not (said.is_number(at) or said.means(at, TurnRole.FOR, TurnRole.ON, TurnRole.IN))
