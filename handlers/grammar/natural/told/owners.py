"""Whose each number of a clause may be, and what else the clause says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from handlers.grammar.natural.told.pieces import Clause, Kind, Piece
from ledger.core.members import MemberId

_TWO: Final = 2
_OF_NUMBERS: Final = (Kind.NUMBER, Kind.PEOPLE)


@dataclass(frozen=True, slots=True)
class Thing:
    """A number with what it was for, and its people where it has some of its own.

    `only` is whether it is said to be all that they owe, `had` whether a verb says that it is
    theirs, and `pays` whether that could say as well that they paid it. It is `listed` where so
    many numbers stand before as many names; who paid things paid `only` all of them.
    `behind` are the words behind a number of nobody.
    """

    number: Piece
    label: tuple[str, ...] = ()
    people: Piece | None = None
    only: bool = False
    had: bool = False
    pays: bool = False
    listed: bool = False
    behind: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """What a clause says, or all of a line's: numbers and whose they are, who paid, and the rest.

    `payers` paid a number, or what the label says, or all; `rest` are whose is what is left;
    `within` is whether the numbers are in the amount that stands before; `denied` are people of
    whom it is said that they did not, `only` those who had nothing but what a label says, and
    `called` those of whom other words are said.
    """

    things: tuple[Thing, ...] = ()
    payers: tuple[Thing, ...] = ()
    rest: tuple[Piece, ...] = ()
    denied: tuple[Piece, ...] = ()
    only: tuple[Thing, ...] = ()
    called: tuple[Thing, ...] = ()
    covered: tuple[Thing, ...] = ()
    off: tuple[Thing, ...] = ()
    final: tuple[Thing, ...] = ()
    within: bool = False

    def __add__(self, other: Told) -> Told:
        return Told(
            (*self.things, *other.things),
            (*self.payers, *other.payers),
            (*self.rest, *other.rest),
            (*self.denied, *other.denied),
            (*self.only, *other.only),
            (*self.called, *other.called),
            (*self.covered, *other.covered),
            (*self.off, *other.off),
            (*self.final, *other.final),
            self.within or other.within,
        )


NOBODY: Final = Piece(Kind.NUMBER)
"""Stands where a payer's clause has no number."""


def tellings(clause: Clause, sender: MemberId | None) -> list[Told]:
    """Return what a clause may say; nothing where it can't be told."""
    kinds = {piece.kind for piece in clause}
    people = [piece for piece in clause if piece.kind is Kind.PEOPLE]
    numbers = [piece for piece in clause if piece.kind is Kind.NUMBER]
    if Kind.WITHIN in kinds:
        others = tuple(piece for piece in clause if piece.kind is not Kind.WITHIN)
        return [replace(one, within=True) for one in tellings(others, sender)] if others else []
    if clause[0].kind is Kind.MINUS:
        less = Told(off=(Thing(clause[1]),))
        return [less + one for one in tellings(clause[2:], sender)] if clause[2:] else [less]
    if (found := _taken_off(clause, people, numbers)) is not None:
        return [found]
    if {Kind.EMPLOYER, Kind.BACK} & kinds or (Kind.MINUS in kinds and people):
        return []  # "less 200 for bob and dee"
    if Kind.NOT in kinds:
        return [] if numbers or len(people) != 1 else [Told(denied=(people[0],))]
    several = any(len(one.members) > 1 for one in people) or any(one.each for one in numbers)
    if Kind.PAID in kinds or (Kind.BOUGHT in kinds and people and not several):
        return _paid(clause, people, numbers, sender)
    if Kind.REST in kinds:
        rest = people[0] if people else Piece(Kind.REST)
        return [] if numbers or len(people) > 1 else [Told(rest=(rest,))]
    if numbers and people:
        return _owned(clause)
    if numbers:
        return [Told(things=tuple(_free(clause, at) for at in _places(clause)))]
    return _of_people(clause, people)


def _of_people(clause: Clause, people: list[Piece]) -> list[Told]:
    """Return what a clause without a number says of somebody; one word may be a new name."""
    words = _words(clause)
    if not people:
        return [Told()] if len(words) != 1 else []
    if len(people) > 1:
        return []
    [one] = people
    if one.others:
        return [Told(rest=(one,))]
    if {Kind.HAD, Kind.ONLY} <= {piece.kind for piece in clause}:
        return [Told(only=(Thing(NOBODY, words, one),))]
    return [Told(called=(Thing(NOBODY, words, one),))] if words else []


def _taken_off(clause: Clause, people: list[Piece], numbers: list[Piece]) -> Told | None:
    """Return what takes off from an amount: `company pays 3000`, `got 50 back`, `only paid 20`."""
    kinds = {piece.kind for piece in clause}
    if len(numbers) != 1:
        return None
    pays = {Kind.PAYS, Kind.PAID} & kinds
    if Kind.EMPLOYER in kinds and pays and not people:
        return Told(off=(Thing(numbers[0]),))
    if Kind.BACK in kinds and {Kind.BOUGHT, Kind.HAD} & kinds and not people:
        return Told(off=(Thing(numbers[0], ("back",)),))
    if clause[0].kind is Kind.ONLY and Kind.PAID in kinds and not people:
        return Told(final=(Thing(numbers[0]),))
    whose = [one for one in people if one.whose]
    mine = any(piece.mine for piece in clause)
    if mine and len(people) == _TWO and len(whose) == 1 and people[1] is whose[0]:
        return Told(covered=(Thing(numbers[0], (), whose[0]),))
    return None


def _words(pieces: Sequence[Piece]) -> tuple[str, ...]:
    return tuple(piece.text for piece in pieces if piece.kind in (Kind.WORD, Kind.FOR))


def _places(clause: Clause) -> list[int]:
    return [at for at, piece in enumerate(clause) if piece.kind is Kind.NUMBER]


def _free(clause: Clause, at: int) -> Thing:
    behind = range(at + 1, len(clause))
    stop = next((one for one in behind if clause[one].kind in _OF_NUMBERS), len(clause))
    return Thing(clause[at], _label(clause, at), behind=_words(clause[at + 1 : stop]))


def _label(clause: Clause, at: int) -> tuple[str, ...]:
    """Return the words before a number, or those behind it where it has none."""
    start = max((one for one in range(at) if clause[one].kind in _OF_NUMBERS), default=-1) + 1
    before = _words(clause[start:at])
    if before:
        return before
    behind = range(at + 1, len(clause))
    stop = next((one for one in behind if clause[one].kind in _OF_NUMBERS), len(clause))
    return _words(clause[at + 1 : stop])


def _paid(
    clause: Clause, people: list[Piece], numbers: list[Piece], sender: MemberId | None
) -> list[Told]:
    """Return what a clause says of who paid: all of it, or a number of their own."""
    verb = next(at for at, piece in enumerate(clause) if piece.kind in (Kind.PAID, Kind.BOUGHT))
    if not people or (verb == 0 and clause[0].kind is Kind.PAID and numbers and sender is not None
                      and clause[0].text.lower() not in ("by",)
                      and not (len(clause) > 1 and clause[1].kind is Kind.PEOPLE)):  # fmt: skip
        if verb or sender is None or not numbers:
            return []
        me = Thing(NOBODY, (), Piece(Kind.PEOPLE, members=(sender,)))
        return [replace(one, payers=(*one.payers, me)) for one in tellings(clause[1:], sender)]
    before = [one for one in clause[:verb] if one.kind is Kind.PEOPLE]
    who = before[-1] if before else people[0]
    if len(people) > 1 or len(who.members) != 1 or who.others or len(numbers) > 1:
        return []
    label = _words(clause)
    number = numbers[0] if numbers and not numbers[0].all else NOBODY
    whole = any(piece.kind is Kind.WHOLE for piece in clause)
    if numbers and numbers[0].all:
        return [Told(payers=(Thing(numbers[0], ("all",), who),))]
    return [Told(payers=(Thing(number, label, who, only=whole),))]


def _owned(clause: Clause) -> list[Told]:
    """Return whose each number of a clause may be: of whoever is before them, or behind."""
    only = any(piece.kind is Kind.ONLY for piece in clause)
    had = any(piece.kind in (Kind.HAD, Kind.PAYS) for piece in clause)
    pays = any(piece.kind is Kind.PAYS and piece.mine for piece in clause)
    order = [at for at, piece in enumerate(clause) if piece.kind in _OF_NUMBERS]
    found: list[Told] = []
    for behind in (False, True):
        owners = _matched(clause, order, behind)
        if owners is None:
            continue
        things = [
            Thing(clause[at], _label(clause, at), owners.get(at), only and at in owners, had, pays)
            for at in _places(clause)
        ]
        found.append(Told(things=tuple(things)))
    numbers = _places(clause)
    people = [at for at in order if clause[at].kind is Kind.PEOPLE]
    if len(people) == 1 and len(numbers) > 1:
        said = clause[people[0] - 1].kind is Kind.FOR
        found += _all_of_one(clause, numbers, clause[people[0]], for_=said)
    return list(dict.fromkeys(found))


def _all_of_one(clause: Clause, numbers: list[int], people: Piece, *, for_: bool) -> list[Told]:
    """Return the numbers as all of the same people; or one each, where they are as many."""
    for places in (numbers, numbers[1:]):
        if len(places) == len(people.members) > 1:
            each = [replace(people, members=(member,)) for member in people.members]
            owners = dict(zip(places, each, strict=True))
            things = (
                Thing(clause[at], _label(clause, at), owners.get(at), listed=at in owners)
                for at in numbers
            )
            return [Told(things=tuple(things))]
    same = tuple(Thing(clause[at], _label(clause, at), people) for at in numbers)
    return [Told(things=same)] if for_ else []


def _matched(clause: Clause, order: list[int], behind: bool) -> dict[int, Piece] | None:
    """Return who has each number, each of the people one; None where somebody has none."""
    owners: dict[int, Piece] = {}
    for place, at in enumerate(order):
        if clause[at].kind is not Kind.PEOPLE:
            continue
        near = place - 1 if behind else place + 1
        if not 0 <= near < len(order):
            return None
        number = order[near]
        if clause[number].kind is not Kind.NUMBER:
            same = clause[number].members == clause[at].members and not behind
            if same:
                continue  # "dropped bob first so bob only 60"
            return None
        if number in owners:
            return None
        owners[number] = clause[at]
    return owners
