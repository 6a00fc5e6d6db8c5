"""Who perhaps paid, or has no part of what they bought: `dee: cleaner 60`, `bob paid for me`."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Final

from handlers.grammar.lexer import Word, word_of
from handlers.grammar.literals.amounts import write_number
from handlers.grammar.natural.people_left.left import Asked, Left, only_those
from handlers.grammar.natural.phrases.somebody import Somebody
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.sense_words import Sense
from ledger.core.expense_line import ExpenseLine
from ledger.core.members import MemberId, Sender, Whom
from ledger.core.money import Money
from ledger.core.shares import EQUAL_PART

_APART: Final = ("-", ":")
_FEWEST: Final = 2
_MOST_BESIDE: Final = 4
"""Words beside the amount where one of them is the name that touches it."""


def named_first(left: Left) -> Asked:
    """Find `dee: cleaner 60`: she paid, or all of it is hers."""
    one = _somebody(left, 0)
    if one is None or not left.is_left(0) or left.found.payers:
        return
    apart = left.words[one.stop - 1].plain[-1:] == ":"
    apart |= one.stop < len(left.words) and left.words[one.stop].plain in _APART
    if apart:
        whom = left.circle.whom(one.members[0])
        stop = one.stop + (left.words[one.stop - 1].plain[-1:] != ":")
        told = _without(left, 0, stop)
        paid = replace(told, payers=((whom, None),))
        only = [] if _says_who(left.found) else [only_those(told, [whom], left.circle)]
        yield left.text(0, stop), (paid, *only, left.found)


def beside_amount(left: Left) -> Asked:
    """Find a bare name beside the amount: `bob 300 petrol`, `toll 120 dee`: they paid, or share.

    Behind a thing it may be of it, `chen noodles 300`.
    """
    found = left.found
    if _says_who(found) or found.refund or found.arithmetic:
        return
    numbers = [at for at, word in enumerate(left.words) if _is_number(word)]
    words = [at for at in range(len(left.words)) if left.is_left(at)]
    if len(numbers) != 1 or not words or not _are_things(left, words):
        return
    [number] = numbers
    for at in words:
        one = _somebody(left, at)
        last = max(words[-1], number) + 1
        if one is None or not _is_beside(at, one.stop, number, last) or _is_where(left, at):
            continue
        whom = left.circle.whom(one.members[0])
        told = _without(left, at, one.stop)
        paid = replace(told, payers=((whom, None),))
        both = replace(told, participants=((whom, EQUAL_PART),))
        yield left.text(at, one.stop), (paid, both, only_those(told, [whom], left.circle), found)


def _is_beside(start: int, stop: int, number: int, last: int) -> bool:
    """Tell whether a name that ends or begins the line, or ends a thing, touches the amount."""
    behind = start == number + 1 and stop == last
    return behind or (stop == number and (start == 0 or number + 1 == last))


def _is_where(left: Left, at: int) -> bool:
    """Tell whether a word before a name says where it was: `dinner at bob 300`."""
    before = at - 1
    where = left.phrases.is_a(before, Sense.PLACE) or left.phrases.role(before, Role.TO, Role.FROM)
    return before >= 0 and bool(where)


def _is_number(word: Word) -> bool:
    return word.whom is None and not word.escaped and any(map(str.isdigit, word.plain))


def _are_things(left: Left, words: Sequence[int]) -> bool:
    """Tell whether nothing but one name and a few words of a thing are left beside the amount."""
    texts = [left.words[at].plain for at in words]
    return len(texts) <= _MOST_BESIDE and not any(text[-1:] in ":)-" for text in texts)


def through(left: Left) -> Asked:
    """Find `dinner 80 via chen`: they paid, or it was with them."""
    if _says_who(left.found):
        return
    for at in range(1, len(left.words)):
        if not left.is_left(at) or not left.phrases.is_a(at, Sense.THROUGH):
            continue
        one = _somebody(left, at + 1)
        if one is None or not left.phrases.ends(one.stop):
            continue
        whom = left.circle.whom(one.members[0])
        told = _without(left, at, one.stop)
        both = replace(told, participants=((whom, EQUAL_PART),))
        yield left.text(at, one.stop), (replace(told, payers=((whom, None),)), both, left.found)


def mine_alone(left: Left) -> Asked:
    """Find that what I paid is all mine beside who perhaps did: `sim card 15 chen for me`."""
    found = left.found
    if found.payers or found.everyone or [whom for whom, _ in found.participants] != [Sender()]:
        return
    for at in range(len(left.words)):
        one = _somebody(left, at) if left.is_left(at) else None
        for_ = left.phrases.role(one.stop, Role.FOR) if one is not None else 0
        if one is None or not for_ or not left.phrases.role(for_, Role.ME):
            continue
        whom = left.circle.whom(one.members[0])
        told = replace(_without(left, at, one.stop), payers=((whom, None),))
        alone = only_those(told, [Sender()], left.circle)
        yield left.text(at, for_ + 1), (alone, replace(told, left_out=()))


def bought_for_others(left: Left) -> Asked:
    """Find that whoever bought it is not among those it is for: `medicine for bob i bought`."""
    found = left.found
    paid = {left.circle.member_of(whom) for whom, _ in found.payers} or {left.circle.sender}
    named = [left.circle.member_of(whom) for whom, _ in found.participants]
    equal = all(part == EQUAL_PART for _, part in found.participants)
    if not named or paid & {*named} or found.everyone or found.left_out or not equal:
        return
    bought = _is_bought(left)
    for at in range(1, len(left.words)):
        stop = left.phrases.role(at, Role.FOR)
        people = left.phrases.people(stop) if stop else None
        if people is None or not _are_first(left, people.people, named, paid):
            continue
        if not bought and (len(named) < _FEWEST or not _is_paid_for(left, at)):
            continue
        whom: Sequence[Whom] = [whom for whom, _ in found.participants]
        last = people.people[len(named) - 1].stop
        yield left.text(at, last), (only_those(found, whom, left.circle), found)


def each_of_others(left: Left) -> Asked:
    """Find that whoever paid is not among those of whom each has so much: `60 each me bob`."""
    found = left.found
    paid = {left.circle.member_of(whom) for whom, _ in found.payers}
    named = [left.circle.member_of(whom) for whom, _ in found.participants]
    once, _, count = (found.arithmetic or "").rpartition("*")
    if len(named) < _FEWEST or paid & {*named} or found.everyone or not paid:
        return
    if left.circle.sender not in named:
        return
    at = next((at for at in range(len(left.words)) if left.phrases.role(at, Role.EACH)), -1)
    start = left.phrases.role(at + 1, Role.FOR) or at + 1
    people = left.phrases.people(start) if at >= 0 else None
    if people is None or not _are_first(left, people.people, named, paid):
        return
    last = people.people[len(named) - 1].stop
    theirs = only_those(found, [whom for whom, _ in found.participants], left.circle)
    if count != str(len(named) + len(paid)):
        yield left.text(start, last), (theirs, found)
        return
    minor = found.amount.minor // int(count)
    amount = Money(minor * len(named), found.amount.currency)
    said = once or write_number(Money(minor, amount.currency))
    told = replace(theirs, amount=amount, arithmetic=f"{said}*{len(named)}")
    yield left.text(start, last), (told, found)


def _is_bought(left: Left) -> bool:
    """Tell whether a verb says who bought it, as it does of things that are theirs who get them."""
    words = range(1, len(left.words))
    return any(left.phrases.is_a(at, Sense.BUYING, Sense.BOOKING) for at in words)


def _is_paid_for(left: Left, at: int) -> bool:
    """Tell whether "paid" stands right before "for": `bob paid for me and dee`."""
    return left.phrases.role(at - 1, Role.PAID, Role.I_PAID) == at


def _are_first(
    left: Left,
    people: Sequence[Somebody],
    named: Sequence[MemberId | None],
    paid: Collection[MemberId | None],
) -> bool:
    """Tell whether a list is of those who share, and whoever paid at most behind them."""
    members = [
        None if one.word.whom is None else left.circle.member_of(one.word.whom) for one in people
    ]
    return members[: len(named)] == [*named] and {*members[len(named) :]} <= {*paid}


def _somebody(left: Left, at: int) -> Somebody | None:
    """Return the one other person who is named without a mark at an index."""
    one = left.phrases.person(at)
    if one is None and at < len(left.words):
        found = left.circle.find(left.words, at)
        if found is not None and len(found.members) == 1:
            name = left.phrases.named(found.members[0])
            one = Somebody(name, found.stop, typed=False, members=found.members)
    if one is None or one.typed or len(one.members) != 1:
        return None
    return None if one.members == (left.circle.sender,) else one


def _says_who(found: ExpenseLine) -> bool:
    return bool(found.payers or found.participants or found.everyone or found.left_out)


def _without(left: Left, start: int, stop: int) -> ExpenseLine:
    """Return the line whose description has not what stands between two indexes."""
    gone = [word.low for word in left.words[start:stop]]
    kept: list[str] = []
    for text in left.found.description.split():
        if word_of(text).low in gone:
            gone.remove(word_of(text).low)
        else:
            kept.append(text)
    said = " ".join(kept).rstrip(",;")
    return replace(left.found, description=said or left.found.description)
