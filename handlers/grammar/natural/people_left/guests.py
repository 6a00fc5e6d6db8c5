"""Those who came along with members: `chen and his wife`, `bob +1`, `chen +2`."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from handlers.grammar.natural.debts.bought_for import possessor
from handlers.grammar.natural.people_left.left import LEAST, Asked, Left
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.sense_words import Sense
from ledger.core.members import MemberId, Sender
from ledger.core.money import exponent
from ledger.core.shares import Part, PartKind

_ONE_SHARE: Final = 10_000
_COUNT: Final = re.compile(r"[1-9]\Z")
_GUESTS: Final = re.compile(r"\+([2-9])[,;.]?\Z")
_BEFORE: Final = 4
"""How many words before `bob's guests` their number may stand."""


def guests(left: Left) -> Asked:
    """Find those whom somebody brought along: `chen and his wife`, `bob +1`."""
    for at in range(len(left.words)):
        one = left.phrases.person(at)
        name = left.circle.find(left.words, at) if one is None else None
        members = one.members if one is not None else name.members if name else ()
        stop = one.stop if one is not None else name.stop if name else 0
        if one is not None and isinstance(one.word.whom, Sender):
            members = () if left.circle.sender is None else (left.circle.sender,)
        guest = _guest(left, stop) if len(members) == 1 else 0
        count, start = 1, at
        if not guest and len(members) == 1 and (several := _guests_with(left, stop)):
            count, guest = several
        if not guest and (several_of := _guests_of(left, at)) is not None:
            members, count, start, guest = several_of
        if not guest:
            continue
        if any(word.escaped for word in left.words[start:guest]):
            continue
        text = left.text(start, guest)
        plain = replace(left.found, participants=(), everyone=True)
        if left.phrases.is_a(guest - 2, Sense.MY):
            if not left.phrases.ends(guest):
                continue  # "and my mate tom": he is named.
            members = () if left.circle.sender is None else (left.circle.sender,)
            plain = left.found
        whom = left.circle.whom(members[0])
        part = Part(PartKind.SHARES, (1 + count) * _ONE_SHARE)
        yield text, (replace(plain, participants=((whom, part),)), plain)


def more_guests(left: Left) -> Asked:
    """Find `chen +2` where so much more is next to nothing of the amount: two guests."""
    unit = int(10 ** exponent(left.found.amount.currency))
    for at in range(len(left.words)):
        found = _alone(left, at)
        if found is None or found[1] >= len(left.words):
            continue
        member, stop = found
        more = _GUESTS.match(left.words[stop].plain)
        if more is None or int(more[1]) * unit * LEAST >= left.found.amount.minor:
            continue
        part = Part(PartKind.SHARES, (1 + int(more[1])) * _ONE_SHARE)
        others = any(not left.names(who, member) for who, _ in left.found.participants)
        named = tuple(
            (who, part if left.names(who, member) else other)
            for who, other in left.found.participants
        )
        told = replace(left.found, participants=named)
        if not others:  # "dinner chen +2" is everybody's.
            named = ((left.circle.whom(member), part),)
            told = replace(left.found, participants=named, everyone=True)
        yield left.text(at, stop + 1), (told, left.found)


def companions(left: Left) -> Asked:
    """Find somebody's people that are not named: `chen couldn't go so his brother did`."""
    everybody = replace(left.found, participants=(), everyone=True, left_out=())
    for at in range(1, len(left.words)):
        his = left.phrases.is_a(at, Sense.HIS) and left.phrases.is_a(at + 1, Sense.GUEST)
        if his and left.is_left(at):
            yield left.text(at, at + 4), (left.found, everybody)


def _alone(left: Left, at: int) -> tuple[MemberId, int] | None:
    """Return the one person who is named without a mark, or writes, and what follows."""
    me = left.phrases.role(at, Role.ME) if left.words[at].whom is None else 0
    if me and left.circle.sender is not None:
        return left.circle.sender, me
    one = left.phrases.person(at)
    if one is None or one.typed or len(one.members) != 1:
        return None
    return one.members[0], one.stop


def _guest(left: Left, at: int) -> int:
    """Return the index behind one guest of whoever is named before an index, or 0."""
    if at >= len(left.words):
        return 0
    if left.words[at].plain.rstrip(",;") == "+1":
        return at + 1
    phrases = left.phrases
    if phrases.is_a(at, Sense.GUEST):  # "asha bf also stays"
        verb = at + 1
        while phrases.is_a(verb, Sense.BESIDE_VERB, Sense.DOING) and not left.is_verb(verb):
            verb += 1
        return at + 1 if left.is_left(verb) and left.is_verb(verb) else 0
    joiner = phrases.role(at, Role.AND, Role.WITH, Role.PLUS)
    if joiner and phrases.folded(joiner) in ("1", "one") and phrases.ends(joiner + 1):
        return joiner + 1
    whose = joiner + phrases.is_a(joiner, Sense.WHOSE) if joiner else 0
    return whose + 1 if whose and phrases.is_a(whose, Sense.GUEST) else 0


def _guests_with(left: Left, at: int) -> tuple[int, int] | None:
    """Read `+ 2 friends` behind a name: how many, and the index behind them."""
    joiner = left.phrases.role(at, Role.AND, Role.WITH, Role.PLUS)
    counts = joiner and joiner < len(left.words) and _COUNT.match(left.words[joiner].plain)
    if not counts or not left.phrases.is_a(joiner + 1, Sense.GUEST):
        return None
    return int(left.words[joiner].plain), joiner + 2


def _guests_of(left: Left, at: int) -> tuple[tuple[MemberId, ...], int, int, int] | None:
    """Read `2 of them bob's guests`: who, how many, and from where to where it is said."""
    whose = possessor(left.phrases.folded(at), left.circle)
    member = None if whose is None else left.circle.member_of(whose)
    if member is None or not left.phrases.is_a(at + 1, Sense.GUEST):
        return None
    if left.is_left(at + 2) and left.is_verb(at + 2):
        return (member,), 1, at, at + 2  # "dee's boyfriend stayed"
    before = range(max(0, at - _BEFORE), at)
    count = next((one for one in before if _COUNT.match(left.words[one].plain)), None)
    if count is None:
        return None
    return (member,), int(left.words[count].plain), count, at + 2
