"""What is said that people did or are to do: `dee doesn't drink`, `bob took it`, `i'll eat it`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from handlers.grammar.natural.debts.bought_for import possessor
from handlers.grammar.natural.people_left.left import ENDS, Asked, Left, only_those
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.sense_words import Sense
from ledger.core.members import MemberId, Sender
from ledger.core.shares import EQUAL_PART

_NEAR: Final = 6


@dataclass(frozen=True, slots=True)
class _Saying:
    """What is said of some people: from `at` to `stop` of the line, with a verb at `verb`."""

    people: tuple[MemberId, ...]
    at: int
    verb: int
    stop: int


def sayings(left: Left) -> Asked:
    """Find verbs behind people: `dee doesn't drink`, `bob took it from the kitty`."""
    for said in _said(left):
        whom = [left.circle.whom(member) for member in said.people]
        if left.apart & {*said.people} or {*said.people} <= left.payers:
            continue
        if _is_told_already(left, said):
            continue
        if any(left.phrases.role(one, Role.ONLY) == said.at for one in range(said.at)):
            continue  # "only bob and chen ate"
        base = left.found
        told = replace(base, description=left.without(said.at, said.stop))
        everybody = replace(told, participants=(), everyone=True, left_out=())
        only = only_those(told, whom, left.circle)
        without = replace(everybody, left_out=tuple(whom))
        paid = [replace(told, payers=((whom[0], None),))] if len(whom) == 1 else []
        if said.at == said.verb:
            ways = [*([] if base.payers else paid), only, everybody]
        elif left.phrases.is_a(said.verb, Sense.REFUSING) and _is_without_money(left, said):
            ways = [only, base, everybody]
        elif left.phrases.is_a(said.verb, Sense.REFUSING):
            theirs = {left.circle.member_of(one) for one, _ in base.participants} == {*said.people}
            several = [only] if len(whom) > 1 or theirs else []  # "bob and chen went bowling"
            ways = [without, everybody, *several, *([base] if base.participants else [])]
        elif left.phrases.is_a(said.verb, Sense.HANDLING) and not base.payers:
            ways = [*paid, only, everybody, base]
        else:
            both = replace(told, participants=tuple((one, EQUAL_PART) for one in whom))
            sold = left.phrases.is_a(said.verb, Sense.SELLING)
            cooked = [] if sold or base.payers or base.participants else paid  # "bob cooked"
            more = [] if base.participants else [both]
            ways = [base, *cooked, *more, only, everybody]
        yield left.text(said.at, said.stop), tuple(ways)


def _is_without_money(left: Left, said: _Saying) -> bool:
    """Tell whether somebody has nothing to pay with: `bob forgot his wallet`."""
    return any(left.phrases.is_a(at, Sense.CARD) for at in range(said.verb, said.stop))


def _is_told_already(left: Left, said: _Saying) -> bool:
    """Tell whether it was said to be a story.

    Where those who share are named, others who don't need not say so.
    """
    named = {left.circle.member_of(whom) for whom, _ in left.found.participants}
    refused = left.phrases.is_a(said.verb, Sense.REFUSING) and named and not named & {*said.people}
    return bool(refused) or any(word.escaped for word in left.words[said.at : said.stop])


def writers(left: Left) -> Asked:
    """Find what the writer says of themselves: `toll 12, i'll eat it`."""
    for at in range(len(left.words)):
        if left.is_left(at) and left.phrases.is_a(at, Sense.I_WILL):
            only = only_those(left.found, [Sender()], left.circle)
            yield left.text(at, len(left.words)), (only, left.found)
        my = left.phrases.is_a(at, Sense.MY) and left.is_left(at) and left.payers
        card = my and left.phrases.is_a(at + 1, Sense.CARD)
        if my and not card and _begins(left, at):  # "my shoes 50 paid by chen"
            only = only_those(left.found, [Sender()], left.circle)
            yield left.text(at, at + 2), (only, left.found)
        if card:
            mine = replace(left.found, payers=())
            yield left.text(at - 1, at + 2), (mine, left.found)


def orphans(left: Left) -> Asked:
    """Find that somebody did not, whoever it was: `the birthday girl doesn't pay (asha)`."""
    whom = [named for named in left.found.participants if named[0] != Sender()]
    for at in range(1, len(left.words)):
        if not whom or not left.is_left(at):
            continue
        out = left.phrases.role(at, Role.BEHIND_REMOVE)  # "non drinkers out (chen)"
        out = out if out < len(left.words) and left.words[out].plain[:1] == "(" else 0
        if not (out or left.phrases.is_a(at, Sense.DENYING)):
            continue
        if left.person(at - 1) is not None:
            continue  # What is said of somebody is looked at by itself.
        everybody = replace(left.found, participants=(), everyone=True, left_out=())
        without = replace(everybody, left_out=tuple(one for one, _ in whom))
        yield left.text(at - 1, at + 2), (without, everybody, left.found)


def _said(left: Left) -> Iterator[_Saying]:
    phrases = left.phrases
    at = 0
    while at < len(left.words):
        people, stop = _people(left, at)
        if not people:
            at += 1
            continue
        if left.is_left(at - 1) and (
            (phrases.role(at - 1, Role.FROM) == at and _goes_to_somebody(left, at))
            or (phrases.is_a(at - 1, Sense.WAS) and phrases.ends(stop))
        ):
            yield _Saying(people, at - 1, at - 1, stop)  # "advance from chen"
            at = stop
            continue
        verb = stop
        while phrases.is_a(verb, Sense.BESIDE_VERB):
            verb += 1
        if left.is_left(verb) and left.is_verb(verb):
            behind = range(verb, len(left.words))
            ends = (one + 1 for one in behind if left.words[one].plain[-1:] in ENDS)
            yield _Saying(people, at, verb, next(ends, len(left.words)))
        at = stop


def _goes_to_somebody(left: Left, end: int) -> bool:
    """Tell whether "to" stands before an index: `advance 5000 to landlord`."""
    return any(left.is_left(at) and left.phrases.role(at, Role.TO) for at in range(end))


def _people(left: Left, at: int) -> tuple[tuple[MemberId, ...], int]:
    """Return the others who are named in a list that begins at an index, and what follows."""
    found: list[MemberId] = []
    while at < len(left.words):
        member = left.person(at)
        named = left.circle.find(left.words, at)
        whose = named is None and left.words[at].whom is None
        if member is None or (whose and not left.phrases.is_a(at + 1, Sense.PAYING_NOW)):
            break
        found.append(member)
        stop = named.stop if named else at + 1
        joiner = left.phrases.joiner_at(stop)
        if not joiner or joiner >= len(left.words) or left.person(joiner) is None:
            return tuple(found), stop
        at = joiner
    return tuple(found), at


def _is_whose(left: Left, at: int) -> bool:
    return possessor(left.phrases.folded(at), left.circle) is not None


def _begins(left: Left, at: int) -> bool:
    """Tell whether nothing but the amount stands before a word."""
    return all(word.plain[:1].isdigit() for word in left.words[:at])


def kitties(left: Left) -> Asked:
    """Find `i took 2000 from the kitty`, of which no entry of ours is right: no way is offered."""
    for at in range(1, len(left.words)):
        if not left.phrases.is_a(at, Sense.KITTY) or not left.is_left(at):
            continue
        before = range(max(0, at - _NEAR), at)
        taken = (one for one in before if left.phrases.is_a(one, Sense.BORROWING))
        taken_at = next((one for one in taken if left.person(one - 1) is None), -1)
        if taken_at >= 0 and any(_is_from(left, one) for one in before):
            yield left.text(max(0, taken_at - 1), at + 1), ()


def _is_from(left: Left, at: int) -> bool:
    return bool(left.phrases.role(at, Role.FROM)) or left.phrases.is_word(at, "of")
