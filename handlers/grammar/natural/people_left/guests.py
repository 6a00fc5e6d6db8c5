"""Those who came along with members: `chen and his wife`, `bob +1`, `chen +2`."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from handlers.grammar.natural.debts.bought_for import possessor
from handlers.grammar.natural.people_left.left import ENDS, LEAST, Asked, Left
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.sense_words import Sense
from ledger.core.expense_line import ExpenseLine
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
        host, stop = _host(left, at)
        count, start = 1, at
        guest = _guest(left, stop) if host else 0
        if not guest and host and (several := _guests_with(left, stop)):
            count, guest = several
        if not guest and (several_of := _guests_of(left, at)) is not None:
            host, count, start, guest = several_of
        mine = left.phrases.is_a(guest - 2, Sense.MY)
        if guest and mine and left.phrases.is_a(guest - 1, Sense.GUEST):
            if not (left.phrases.ends(guest) or left.words[guest - 1].plain[-1:] in ENDS):
                continue  # "and my mate tom": he is named.
            host = left.circle.sender
        escaped = any(word.escaped for word in left.words[start:guest])
        if guest and host and host not in left.weighed and not escaped:
            yield left.text(start, guest), _with_guests(left, host, count)


def _with_guests(left: Left, host: MemberId, count: int) -> tuple[ExpenseLine, ...]:
    """Return the line with so many guests of somebody's, and without."""
    others = tuple(one for one in left.found.participants if not left.names(one[0], host))
    part = Part(PartKind.SHARES, (1 + count) * _ONE_SHARE)
    plain = left.found
    if plain.everyone or not others:
        plain = replace(plain, participants=others, everyone=True)
    theirs = (*others, (left.circle.whom(host), part))
    return replace(plain, participants=theirs), plain


def _host(left: Left, at: int) -> tuple[MemberId | None, int]:
    """Return the one who is named at an index, or writes, and the index behind them."""
    one = left.phrases.person(at)
    if one is not None and not isinstance(one.word.whom, Sender) and len(one.members) == 1:
        return one.members[0], one.stop
    named = left.circle.find(left.words, at) if one is None else None
    if named is not None:
        return (named.members[0] if len(named.members) == 1 else None), named.stop
    if left.words[at].whom is not None and (member := left.person(at)):
        return member, at + 1  # "bob paid, @bob brought a friend"
    if one is not None and isinstance(one.word.whom, Sender):
        return left.circle.sender, one.stop
    if left.phrases.role(at, Role.ME) or _has_my_guest(left, at):
        return left.circle.sender, at + 1
    return None, at + 1


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
        his = his and not (left.weighed and left.phrases.is_a(at - 1, Sense.BRINGING))
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
        # "@bob +1" is 1 more for him, as of old.
        return at + 1 if left.words[at - 1].whom is None else 0
    phrases = left.phrases
    if phrases.is_a(at, Sense.BRINGING):
        whose = at + 1 + phrases.is_a(at + 1, Sense.WHOSE)
        return whose + 1 if phrases.is_a(whose, Sense.GUEST) else 0
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


def _has_my_guest(left: Left, at: int) -> bool:
    """Tell whether `my +1`, `my plus one` stands there."""
    behind = at + 1 < len(left.words) and left.phrases.is_a(at, Sense.MY)
    one = behind and left.words[at + 1].plain.rstrip(",;") == "+1"
    return bool(one or (behind and left.phrases.role(at + 1, Role.PLUS)))


def _guests_with(left: Left, at: int) -> tuple[int, int] | None:
    """Read `+ 2 friends` behind a name: how many, and the index behind them."""
    joiner = left.phrases.role(at, Role.AND, Role.WITH, Role.PLUS)
    joiner = joiner or at + left.phrases.is_a(at, Sense.BRINGING)
    if joiner == at or not left.phrases.is_a(joiner + 1, Sense.GUEST):
        return None
    text = left.phrases.folded(joiner)
    count = int(text) if _COUNT.match(text) else left.circle.words.numbers.values.get(text, 0)
    return (int(count), joiner + 2) if count else None


def _guests_of(left: Left, at: int) -> tuple[MemberId, int, int, int] | None:
    """Read `2 of them bob's guests`: who, how many, and from where to where it is said."""
    whose = possessor(left.phrases.folded(at), left.circle)
    member = None if whose is None else left.circle.member_of(whose)
    if member is None or not left.phrases.is_a(at + 1, Sense.GUEST):
        return None
    if left.is_left(at + 2) and left.is_verb(at + 2):
        return member, 1, at, at + 2  # "dee's boyfriend stayed"
    before = range(max(0, at - _BEFORE), at)
    count = next((one for one in before if _COUNT.match(left.words[one].plain)), None)
    if count is None:
        return None
    return member, int(left.words[count].plain), count, at + 2
