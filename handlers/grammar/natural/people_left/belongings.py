"""What is said to be somebody's, or a present for them: `bob's medical`, `gift for bob`."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from handlers.grammar.natural.debts.bought_for import possessor
from handlers.grammar.natural.people_left.left import Asked, Left, only_those
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.sense_words import Sense
from ledger.core.expense_line import ExpenseLine
from ledger.core.members import MemberId, Whom
from ledger.core.shares import EQUAL_PART

_NEAR: Final = 3
"""Words behind "bob's" among which a party makes it one that others share."""


def things(left: Left) -> Asked:
    """Find what was paid that is said to be somebody's: `i paid bob's medical`."""
    if left.found.participants or left.found.everyone or left.found.left_out:
        return
    for at, word in enumerate(left.words):
        whose = None if word.whom is not None else possessor(word.low, left.circle)
        thing = left.phrases.folded(at + 1)
        if whose is None or word.low not in left.lows or not thing.isalpha():
            continue
        before = at - (at > 0 and left.phrases.role(at - 1, Role.FOR) == at)
        if _is_others_thing(left, at, whose):
            both = replace(left.found, participants=((whose, EQUAL_PART),))
            ways = (only_those(left.found, [whose], left.circle), both, left.found)
            yield left.text(at, at + 2), ways
            continue
        if _is_of_others(left, at + 1) or _is_where(left, at):
            continue
        before -= before > 0 and left.words[before - 1].plain[:1].isdigit()
        verbs = range(max(0, before - 2), before)
        roles = (Role.PAID, Role.I_PAID, Role.BEHIND_BY)
        paid = any(left.phrases.role(one, *roles) == before for one in verbs)
        if left.found.payers and not paid:
            continue  # "bob's ticket, i paid": whose all of it is has a button.
        both = replace(left.found, participants=((whose, EQUAL_PART),))
        ways = (only_those(left.found, [whose], left.circle), both, left.found)
        yield left.text(before - 1 if paid else at, at + 2), ways


def _is_of_others(left: Left, at: int) -> bool:
    """Tell whether others share what is somebody's: `bob's birthday dinner`, `chen's place`."""
    near = range(max(0, at - 2), min(len(left.words), at + _NEAR))
    shared = (Sense.SHARED_THING, Sense.FEAST, Sense.GUEST)
    return any(left.phrases.is_a(one, *shared) for one in near)


def _is_where(left: Left, at: int) -> bool:
    """Tell whether a word before whose something is says where it was: `cab to bobs hotel`."""
    if not at:
        return False
    where = left.phrases.is_a(at - 1, Sense.PLACE) or left.phrases.is_word(at - 1, "near")
    return where or bool(left.phrases.role(at - 1, Role.TO, Role.FROM))


def things_of_several(left: Left) -> Asked:
    """Find what is said to be several people's: `i covered bob and chen's entry, 150 each`."""
    found = left.found
    if found.left_out:
        return
    sharing = {left.circle.member_of(whom) for whom, _ in found.participants}
    at = 0
    while at < len(left.words):
        owners, stop = _owners(left, at)
        shared = bool(sharing) and _is_of_others(left, stop)  # "with chen, bob's birthday"
        if len(owners) > 1 and sharing <= {*owners} and not shared:
            whom = [left.circle.whom(member) for member in owners]
            base = found
            if sharing:  # "bob, chen and dee's entry"
                said = left.without(at, stop)
                base = replace(found, participants=(), description=said)
            theirs = _each_of(only_those(base, whom, left.circle), len(owners))
            both = replace(base, participants=tuple((one, EQUAL_PART) for one in whom))
            yield left.text(at, stop + 1), (theirs, *([both] if sharing else []), base)
        at = max(stop, at + 1)


def _owners(left: Left, at: int) -> tuple[tuple[MemberId, ...], int]:
    """Return whose the thing is that is said to be of a list of people, and the thing's index."""
    owners: list[MemberId] = []
    while at < len(left.words):
        whose = possessor(left.words[at].low, left.circle)
        member = left.person(at) if whose is None else left.circle.member_of(whose)
        if member is None:
            break
        owners.append(member)
        if whose is not None:
            ends = at + 1 == len(left.words)  # "tickets 300 bob, chen and dee's"
            return (tuple(owners), at + 1) if ends or _is_thing(left, at + 1) else ((), at + 1)
        comma = left.words[at].joined or left.words[at].plain[-1:] == ","
        bare = left.person(at + 1) if at + 1 < len(left.words) else None
        at = at + 1 if comma or bare is not None else left.phrases.joiner_at(at + 1)
        if not at:
            break
    return (), at


def _is_thing(left: Left, at: int) -> bool:
    """Tell whether what is somebody's stands at an index, and is no friend of theirs."""
    word = left.is_left(at) and left.phrases.folded(at).isalpha()
    return word and not left.phrases.is_a(at, Sense.GUEST)


def _each_of(line: ExpenseLine, heads: int) -> ExpenseLine:
    """Return a line of so much for each with the amount for so many heads."""
    each, times, everybody = (line.arithmetic or "").rpartition("*")
    if not (times and everybody.isdecimal()) or line.amount.minor % int(everybody):
        return line
    amount = replace(line.amount, minor=line.amount.minor // int(everybody) * heads)
    return replace(line, amount=amount, arithmetic=f"{each}*{heads}")


def _is_others_thing(left: Left, at: int, whose: Whom) -> bool:
    """Tell whether it is a share of somebody, or what another one paid of theirs."""
    share = left.phrases.is_a(at + 1, Sense.SHARE)
    others = bool(left.payers - {left.circle.sender, left.circle.member_of(whose)})
    return share or (others and left.phrases.is_a(at + 1, Sense.OWN_THING))


def presents(left: Left) -> Asked:
    """Find a `gift for bob`, which is hardly shared by himself, beside nobody else."""
    found = left.found
    sharing = {left.circle.member_of(whom) for whom, _ in found.participants}
    everybody = replace(found, participants=(), everyone=True, left_out=())
    for at in range(1, len(left.words) - 1):
        listed = left.phrases.people(at + 1)
        one = () if listed is None else (person.members for person in listed.people)
        people = tuple(member for members in one for member in members)
        stop = 0 if listed is None else listed.stop
        before = at - 1 - left.words[at - 1].plain[:1].isdigit()  # "cake 300 for bob"
        given = left.phrases.is_a(before, Sense.PRESENT) and left.phrases.role(at, Role.FOR)
        if given != at + 1 or not people or {*people} != sharing or found.everyone:
            continue
        whom = tuple(left.circle.whom(one) for one in people)
        text = left.text(before, stop)
        said = (word.text for word in left.words[at:stop] if not word.plain[:1].isdigit())
        theirs = f"{found.description} {' '.join(said).rstrip(',;')}".strip()
        without = replace(everybody, left_out=whom, description=theirs)
        first = left.phrases.person(at + 1)
        givers: tuple[ExpenseLine, ...] = ()
        if first is not None and first.joined:  # "gift for bob, chen and dee"
            others = tuple(one for one in found.participants if one[0] != whom[0])
            givers = (replace(found, participants=others),)
        yield text, (*givers, without, found)


def presents_of(left: Left) -> Asked:
    """Find a `present dee` that everybody shares: it is for her, or she bought it."""
    found = left.found
    if found.participants or found.left_out or found.payers:
        return
    for at in range(1, len(left.words)):
        if not (left.is_left(at) and left.phrases.is_a(at - 1, Sense.GIFT)):
            continue
        one = left.phrases.person(at)
        if one is None or len(one.members) > 1 or one.members == (left.circle.sender,):
            continue
        if one.bent and left.is_left(one.stop):
            continue  # "hediye Ali'nin doğum günü"
        whom = tuple(map(left.circle.whom, one.members))
        without = replace(found, everyone=True, left_out=whom)
        paid = replace(found, payers=tuple((payer, None) for payer in whom))
        yield left.text(at - 1, one.stop), (without, paid, found)
