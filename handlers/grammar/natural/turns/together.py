"""Who was there: `bob and chen came along`, `bob and i split the bill`."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from handlers.grammar.lexer import Word, word_of
from handlers.grammar.natural.turns.said import EVERYBODY, ME, Said, Turn
from handlers.grammar.vocabulary.turn_words import TurnRole
from ledger.core.errors import Code, LedgerError

_FEWEST: Final = 2


def came_along(said: Said, at: int) -> Turn | None:
    """Read `bob and chen came along` where nobody else is named: it was with them."""
    people, stop = said.people(at)
    if people and said.means(stop - 1, TurnRole.AND) and said.text(stop).isalpha():
        end = said.means(stop + 1, TurnRole.CAME)  # "bob and priya came": who is she?
        ends = end and (end >= said.end or said.words[end - 1].plain[-1:] in ",;")
        if ends and not said.means(at - 1, TurnRole.CLAIMED):
            new = word_of(said.words[stop].plain.rstrip(",;") + ",")
            return Turn(end, (word_of("with"), *said.words[at:stop], new))
    end = said.means(stop, TurnRole.CAME) if len(people) >= _FEWEST else 0
    ends = end >= said.end or said.words[end - 1].plain[-1:] in ",;"
    claimed = said.means(at - 1, TurnRole.CLAIMED) and said.words[at - 1].plain[-1:] not in ",;."
    if not end or not ends or claimed:
        return None
    names = _names(said, at, stop)
    if said.is_word(end - 1, "too"):  # "bob drove, chen and dee came too"
        names = [*(said.somebody(one) for one in range(at) if said.is_named(one)), *names]
    return Turn(end, (word_of("with"), *names))


def only_these_came(said: Said, at: int) -> Turn | None:
    """Read `only bob and chen ate`: the verb says no more than that it was theirs."""
    people, stop = said.people(at + 1) if said.means(at, TurnRole.ONLY) else ([], 0)
    end = said.means(stop, TurnRole.CAME) if people else 0
    if not end or not (end >= said.end or said.words[end - 1].plain[-1:] in ",;"):
        return None
    return Turn(end, (said.words[at], *_names(said, at + 1, stop)))


def apart_only(said: Said, at: int) -> Turn | None:
    """Read `groceries 84 - bob n chen only`: the dash only keeps apart whose it is."""
    if not said.is_word(at, "-"):
        return None
    people, stop = said.people(at + 1)
    only = said.means(stop, TurnRole.ONLY) if people else 0
    if not only or not (only >= said.end or said.words[only - 1].plain[-1:] in ",;"):
        return None
    return Turn(only, (word_of("only"), *_names(said, at + 1, stop)))


def they_split(said: Said, at: int) -> Turn | None:
    """Read `bob and i split the ac repair`: it was those two."""
    people, stop = said.people(at)
    end = said.means(stop, TurnRole.SPLITTING) if len(people) >= _FEWEST else 0
    if not end or said.means(at - 1, TurnRole.CLAIMED) or said.means(end, TurnRole.SHARE_IT):
        return None
    within = said.is_somebody(at - 1) and said.words[at - 1].plain[-1:] not in ",;"
    if said.ends(at, TurnRole.FOR) or within:
        return None  # "gift for bob, dee and chen chip in": of the list behind the comma.
    return Turn(end, (word_of("between"), *_names(said, at, stop)))


def _names(said: Said, at: int, stop: int) -> list[Word]:
    names = [said.somebody(one) for one in range(at, stop) if said.is_somebody(one)]
    return [*(replace(name, joined=True) for name in names[:-1]), names[-1]]


def on_behalf_of(said: Said, at: int) -> Turn | None:
    """Read `deposit on behalf of dee`: all of it is hers."""
    start = said.means(at, TurnRole.ON_BEHALF)
    people, stop = said.people(start) if start else ([], 0)
    return Turn(stop, (word_of("only"), *_names(said, start, stop))) if people else None


def all_for(said: Said, at: int) -> Turn | None:
    """Read `its all for chen`, `everything for bob and me`: theirs alone; `it's for chen`."""
    whole = said.past(at, TurnRole.IT_IS)
    stop = said.past(whole, TurnRole.WHOLE)
    start = said.means(stop, TurnRole.FOR) if stop > at else 0
    people, end = said.people(start) if start else ([], 0)
    if not people or not (end >= said.end or said.words[end - 1].plain[-1:] in ",;"):
        return None
    if said.ends(at, TurnRole.AMONG):
        return None
    if stop == whole:
        return Turn(whole)  # "It's" says no more than the "for".
    return Turn(end, (word_of("only"), *_names(said, start, end)))


def us_two(said: Said, at: int) -> Turn | None:
    """Read `bob paid, just us two`: who writes and the one who is named.

    Beside those who are named as sharing it says no more. Raises NAME_MISSING(found) where nobody
    is named, or several have paid.
    """
    stop = said.means(at, TurnRole.US_TWO)
    if not stop or (said.is_number(stop) and not said.is_number(stop - 1)):
        return None  # "just us 3"
    named = {said.somebody(one).text: one for one in range(said.end) if said.is_named(one)}
    several_paid = len(named) > 1 and any(map(said.pays, range(said.end)))
    drops = said.names_others(at) and not several_paid
    if drops or len(said.circle.roster.active) == _FEWEST:
        return Turn(stop)
    if len(named) != 1:
        found = " ".join(word.text for word in said.words[at:stop])
        raise LedgerError(Code.NAME_MISSING, found=found, examples=())
    (name,) = (said.somebody(one) for one in named.values())
    return Turn(stop, (word_of("only"), replace(name, joined=True), ME))


def from_everybody(said: Said, at: int) -> Turn | None:
    """Read `gift from all 1000`, `cake 800 from all of us`: everybody shares it.

    Raises BAD_PART(reason="near") for `from all of us to dee`, who may not.
    """
    everyone = said.means(at, TurnRole.FROM)
    stop = said.means(everyone, TurnRole.EVERYONE, TurnRole.WE_ALL) if everyone else 0
    if everyone and said.words[everyone].everyone:
        stop = everyone + 1
    if not stop or said.is_somebody(stop):
        return None
    to = said.means(stop, TurnRole.TO, TurnRole.FOR)
    if not to or not said.is_named(to):
        return Turn(stop, (EVERYBODY,))
    texts = [word.text for word in said.words]
    rest = (*texts[:at], *texts[to + 1 :])
    raise LedgerError(
        Code.BAD_PART,
        written=" ".join(texts[at : to + 1]).rstrip(",;"),
        reason="near",
        name=None,
        examples=(
            said.line.example(*rest, "all", f"-{said.somebody(to).text}"),
            said.line.example(*rest, "all"),
        ),
    )


def and_self(said: Said, at: int) -> Turn | None:
    """Read `bob paid for me and himself`: whoever paid is the other."""
    stop = said.means(at, TurnRole.SELF)
    and_ = stop and said.means(at - 1, TurnRole.AND) == at and said.is_whose(at - 2)
    if not and_:
        return None
    payers = {
        said.somebody(one).text: one
        for one in range(at)
        if said.is_named(one) and said.pays(one + 1)
    }
    if len(payers) != 1:
        return None
    return Turn(stop, (said.somebody(next(iter(payers.values()))),))
