"""Parts that are hardly somebody's, or hardly of that kind: `bob 40% chen 40% dee 20`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from handlers.grammar.circle import Circle
from handlers.grammar.natural.parts.fractions import fraction_at
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.natural.unlikely.places import all_places, has_bare_name, places_of
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.sense_words import Sense
from ledger.core.expense_line import ExpenseLine
from ledger.core.members import Sender
from ledger.core.money import Money, exponent
from ledger.core.shares import EQUAL_PART, Part, PartKind

_ENGLISH = frozenset({"en"})
_ONE_PERCENT = 10_000
_ALL_OF_IT = Part(PartKind.PERCENT, 100 * _ONE_PERCENT)
_HALF_OF_ALL = Part(PartKind.PERCENT, 50 * _ONE_PERCENT)
_HALF_A_SHARE = Part(PartKind.SHARES, 5_000)


def numbers_before(
    found: ExpenseLine, phrases: Phrases
) -> Iterator[tuple[str, tuple[ExpenseLine, ...]]]:
    """Find that the last who is named would pay nothing: `gym 40 me 40 bob` is 80 in all."""
    *parted, last = found.participants or ((Sender(), EQUAL_PART),)
    whole = sum(part.value for _, part in parted if part.kind is PartKind.EXACT)
    exact = parted and all(part.kind is PartKind.EXACT for _, part in parted)
    if not exact or last[1] != EQUAL_PART or whole != found.amount.minor or found.everyone:
        return
    if any(phrases.role(at, Role.REST) for at in range(len(phrases.words))):
        return
    if not has_bare_name(phrases):
        return  # Who pays nothing may be named there: `@bob 60 @chen 40 @dee`.
    sums = (found.amount.minor, *(part.value for _, part in parted))
    people = [whom for whom, _ in found.participants]
    parts = tuple(
        (whom, Part(PartKind.EXACT, minor)) for whom, minor in zip(people, sums, strict=True)
    )
    told = replace(
        found,
        amount=Money(sum(sums), found.amount.currency),
        participants=parts,
        arithmetic=None,
    )
    yield " ".join(word.text for word in phrases.words), (told, found)


def half_of_a_share(
    found: ExpenseLine, phrases: Phrases, circle: Circle
) -> Iterator[tuple[str, tuple[ExpenseLine, ...]]]:
    """Find a half beside who is out: `dee didn't eat, bob half` is hardly half of all for Bob."""
    if not found.left_out or found.everyone or len(found.participants) != 1:
        return  # As most lines.
    ((whom, part),) = found.participants
    halves = [at for at in range(len(phrases.words)) if phrases.role(at, Role.HALF)]
    if not halves or part not in (_HALF_OF_ALL, EQUAL_PART):
        return
    paid = {circle.member_of(payer) for payer, _ in found.payers} or {circle.sender}
    out = {circle.member_of(one) for one in found.left_out}
    active = {one.id for one in circle.roster.active}
    if not out - paid or not active - out - paid - {circle.member_of(whom)}:
        return
    everybody = replace(found, everyone=True)
    ways = (
        replace(everybody, participants=((whom, _HALF_A_SHARE),)),
        replace(everybody, participants=((whom, _HALF_OF_ALL),)),
        found,
    )
    near = next(iter(places_of(phrases, {circle.member_of(whom)})), (halves[0], halves[0] + 1))
    texts = [word.text for word in phrases.words]
    yield " ".join(texts[min(near[0], halves[0]) : max(near[1], halves[0] + 1)]).rstrip(",;"), ways


def fraction_of_two(
    found: ExpenseLine, phrases: Phrases, circle: Circle
) -> Iterator[tuple[str, tuple[ExpenseLine, ...]]]:
    """Find that somebody's half or third leaves the rest to whoever paid: `snacks 460 bob half`."""
    if len(found.participants) != 1 or found.everyone or found.left_out:
        return  # As most lines.
    if circle.spoken - _ENGLISH:
        return
    ((whom, part),) = found.participants
    member = circle.member_of(whom)
    paid = {circle.member_of(payer) for payer, _ in found.payers} or {circle.sender}
    active = {one.id for one in circle.roster.active}
    if part.kind not in (PartKind.PERCENT, PartKind.EXACT) or not active - paid - {member}:
        return
    for at, stop in places_of(phrases, {member}):
        end = _fraction_behind(phrases, stop)
        of = phrases.is_a(end, Sense.OF) and phrases.words[end + 1 : end + 2]
        if not end or phrases.words[at].whom is not None or (of and of[0].plain[:1].isdigit()):
            continue  # "500 dinner, bob half of 200"
        half = part == _HALF_OF_ALL
        everybody = replace(found, everyone=True)
        less = replace(everybody, participants=((whom, _HALF_A_SHARE),))
        text = " ".join(word.text for word in phrases.words[at:end]).rstrip(",;")
        yield text, (everybody, found, *([less] if half else []))
        return


def _fraction_behind(phrases: Phrases, at: int) -> int:
    """Return the index behind "half" or another fraction in words that stands there, or 0."""
    said = fraction_at(phrases, at)
    return phrases.half(at) or (said[1] if said is not None else 0)


def percents_without_sign(
    found: ExpenseLine, phrases: Phrases, circle: Circle
) -> Iterator[tuple[str, tuple[ExpenseLine, ...]]]:
    """Find that percentages and other numbers make a hundred: `bob 40% chen 40% dee 20`."""
    kinds = {part.kind for _, part in found.participants}
    if kinds != {PartKind.PERCENT, PartKind.EXACT}:
        return  # As most lines.
    unit = 10 ** exponent(found.amount.currency)
    as_percents = tuple(
        (whom, part if part.kind is PartKind.PERCENT else _percent(part.value, unit))
        for whom, part in found.participants
    )
    if sum(part.value for _, part in as_percents) == _ALL_OF_IT.value:
        text = " ".join(word.text for word in phrases.words)
        yield text, (replace(found, participants=as_percents), found)


def _percent(minor: int, unit: int) -> Part:
    return Part(PartKind.PERCENT, minor * _ONE_PERCENT // unit)


def parts_by_comma(
    found: ExpenseLine, phrases: Phrases
) -> Iterator[tuple[str, tuple[ExpenseLine, ...]]]:
    """Find that only a comma tells who paid from a share: `500 dinner i paid, bob 200`."""
    paid = tuple((whom, minor) for whom, minor in found.payers if minor is not None)
    rest = tuple((whom, minor) for whom, minor in found.payers if minor is None)
    if len(rest) != 1 or not paid or found.participants or found.everyone or found.left_out:
        return
    stop = next(filter(None, (_paid_before_comma(phrases, at) for at in all_places(phrases))), 0)
    people = phrases.people(stop) if stop else None
    if people is None or not all(one.part for one in people.people):
        return
    if any(phrases.role(at, Role.PAID, Role.I_PAID, Role.BY) for at in all_places(phrases)[stop:]):
        return
    parts = tuple((whom, Part(PartKind.EXACT, minor)) for whom, minor in paid)
    text = " ".join(word.text for word in phrases.words[stop : people.stop])
    yield text, (replace(found, payers=rest, participants=parts), found)


def _paid_before_comma(phrases: Phrases, at: int) -> int:
    """Return the index behind `i paid,`, `bob paid,` or `paid by bob,`; or 0."""
    by = phrases.role(at, Role.BY)
    one = phrases.person(by or at)
    stop = phrases.role(at, Role.I_PAID)
    if one is not None and not stop:
        stop = one.stop if by else phrases.role(one.stop, Role.PAID)
    return stop if stop and phrases.words[stop - 1].plain[-1:] in (",", ";") else 0
