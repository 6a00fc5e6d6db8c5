"""So much less for somebody: `200 off bobs`, `bob gets 200 off`, `less 200 for bob`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from handlers.grammar.lexer import Word, word_of
from handlers.grammar.natural.turns.said import EVERYBODY, Said, Turn
from handlers.grammar.vocabulary.turn_words import TurnRole
from ledger.core.errors import Code, LedgerError

_FEWEST: Final = 2
"""Numbers of a line of which one is the amount and another what is taken off."""


def check_less(said: Said) -> None:
    """Raise BAD_PART(reason="near") for `dinner 2000 less 200 bob`, `200 off for bob and dee`.

    Behind "less" so much may as well be theirs alone; of several it is each one's, or all of
    them have it. `bob 200 less` is of two, or of everybody.
    """
    if said.numbers != _FEWEST:
        return
    number = said.number_places[1]
    off = said.means(number + 1, TurnRole.FEWER)
    if off and _is_bare_name(said, number - 1) and _ends(said, off):
        _ask_of_how_many(said, number, off)
        return
    before = next((at for at in (number - 1, number - 2) if _takes_off(said, at) == number), -1)
    for_ = said.past(off or number + 1, TurnRole.FOR)
    whose, stop = _people(said, for_)
    if not whose or not _ends(said, stop) or (before < 0 and (not off or len(whose) == 1)):
        return
    sum_ = said.words[number].plain.rstrip(",;")
    ways = [(sign, sum_) for sign in "-+"]
    if len(whose) > 1 and sum_.isdigit():
        each, left = divmod(int(sum_) * 100, 100 * len(whose))
        shared = f"{int(sum_) / len(whose):.2f}" if left else str(each)
        ways = [("-", sum_), ("-", shared), *([("+", shared)] if before >= 0 else [])]
    everybody = () if _names_more(said, for_, stop) else ("all",)
    parts = [(*everybody, *_each(whose, f"{sign}{part}")) for sign, part in ways]
    _ask(said, number if before < 0 else before, stop, parts)


def gets_so_much_off(said: Said, at: int) -> Turn | None:
    """Read `bob gets 200 off`, `200 off bobs`, `200 less for bob` beside the amount.

    What is left is everybody's, unless somebody is named besides.
    """
    if said.numbers != _FEWEST or not said.is_number_before(at):
        return None
    somebody = at if said.is_whose(at) and said.words[at].plain[-1:] not in ",;" else -1
    number = said.past(at + 1, TurnRole.GETS, TurnRole.PAYS) if somebody >= 0 else at
    off = said.means(number + 1, TurnRole.FEWER) if said.is_number(number) else 0
    if not off or (somebody >= 0 and said.words[somebody].whom is not None):
        return None
    if somebody >= 0:
        return Turn(off, parts=_less(said, somebody, off, said.somebody(somebody), number))
    for_ = said.past(off, TurnRole.FOR)
    owner = said.owner(for_)
    whose = owner or (said.somebody(for_) if said.is_whose(for_) else None)
    stop = said.past(for_ + 1, TurnRole.SHARE) if owner else for_ + 1
    if whose is None or not _ends(said, stop):
        return None
    return Turn(stop, parts=_less(said, for_, stop, whose, number))


def _ask_of_how_many(said: Said, number: int, stop: int) -> None:
    """Ask of whom `bob 200 less` is where nobody else is named: of him and who paid, or of all."""
    if _names_more(said, number - 1, stop):
        return
    name = said.somebody(number - 1).text
    part = f"-{said.words[number].plain.rstrip(',;')}"
    _ask(said, number - 1, stop, [("all", name, part), (name, part)])


def _ask(said: Said, start: int, stop: int, parts: Sequence[Sequence[str]]) -> None:
    texts = [word.text for word in said.words]
    paid = any(said.pays(at) or said.means(at, TurnRole.BY) for at in range(said.end))
    # Behind "paid by dee" they would have paid.
    amount = min(said.number_places[0] + 1, start) if paid else start
    parts = [(*one[:-1], f"{one[-1]},") if paid else one for one in parts]
    rest = (texts[:amount], (*texts[amount:start], *texts[stop:]))
    raise LedgerError(
        Code.BAD_PART,
        written=" ".join(texts[start:stop]).rstrip(",;"),
        reason="near",
        name=None,
        examples=tuple(said.line.example(*rest[0], *one, *rest[1]) for one in parts),
    )


def _less(said: Said, start: int, stop: int, whose: Word, number: int) -> tuple[Word, ...]:
    part = word_of(f"-{said.words[number].plain.rstrip(',;')}")
    everybody = () if _names_more(said, start, stop) else (EVERYBODY,)
    return (*everybody, whose, part)


def _names_more(said: Said, start: int, stop: int) -> bool:
    """Tell whether somebody is named outside of two indexes who has not only paid."""
    others = (at for at in range(said.end) if not start <= at < stop and said.is_whose(at))
    return any(
        not (said.paid(at + 1) or said.paid(at - 1) or said.means(at - 1, TurnRole.BY))
        for at in others
    )


def _is_bare_name(said: Said, at: int) -> bool:
    named = said.is_named(at) and said.words[at].whom is None
    return named and said.words[at].plain[-1:] not in ",;"


def _takes_off(said: Said, at: int) -> int:
    """Return the index behind a word that takes something off, or 0."""
    return said.means(at, TurnRole.FEWER, TurnRole.MINUS) if at >= 0 else 0


def _people(said: Said, at: int) -> tuple[list[str], int]:
    """Return the names of whoever is named at an index, or whose it is, and what follows."""
    if (owner := said.owner(at)) is not None:
        return [owner.text], said.past(at + 1, TurnRole.SHARE)
    _, stop = said.people(at)
    return [said.somebody(one).text for one in range(at, stop) if said.is_somebody(one)], stop


def _each(names: Sequence[str], part: str) -> tuple[str, ...]:
    return tuple(text for name in names for text in (name, part))


def _ends(said: Said, stop: int) -> bool:
    return stop >= said.end or said.words[stop - 1].plain[-1:] in ",;"
