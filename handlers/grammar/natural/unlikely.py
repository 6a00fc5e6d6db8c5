"""What was read by the rules and can hardly be meant: each other way is offered.

Rules read one word after the other. That somebody who is named would pay nothing, or that a
comma makes somebody a payer, is seen only in what they come to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from handlers.grammar.circle import Circle
from handlers.grammar.command_names import SPLIT_COMMANDS
from handlers.grammar.lexer import Line
from handlers.grammar.literals.amounts import write_money
from handlers.grammar.natural.parts.fractions import fraction_at
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.sense_words import Sense
from ledger.core.errors import Code, LedgerError
from ledger.core.expense_line import ExpenseLine
from ledger.core.members import MemberId, Sender, Whom
from ledger.core.money import Currency, Money, exponent
from ledger.core.shares import EQUAL_PART, Part, PartKind

_ENGLISH = frozenset({"en"})
_FEWEST = 2
_OF_A_PART = 50
"""Of how many times a number it is hardly a part, where a thing is named behind it."""
_BEFORE_WHOM = (Role.ONLY, Role.FOR, Role.WITH, Role.BETWEEN, Role.AND, Role.EACH, Role.REST)
_ONE_PERCENT = 10_000
_ALL_OF_IT = Part(PartKind.PERCENT, 100 * _ONE_PERCENT)
_HALF_OF_ALL = Part(PartKind.PERCENT, 50 * _ONE_PERCENT)
_HALF_A_SHARE = Part(PartKind.SHARES, 5_000)


def refuse_unlikely(line: Line, found: ExpenseLine, phrases: Phrases, circle: Circle) -> None:
    """Refuse a line of which what was read is hardly meant.

    Raises WORDS_LEFT(written, meant: tuple[ExpenseLine, ...], examples): the ways in which the
    line may be meant.
    """
    if line.command not in SPLIT_COMMANDS:
        return
    for written, ways in (
        *_numbers_before(found, phrases),
        *_payers_by_comma(found, phrases, circle),
        *_parts_by_comma(found, phrases),
        *_things_counted(found, phrases, circle),
        *_half_of_a_share(found, phrases, circle),
        *_each_paid_a_share(found, phrases, circle),
        *_fraction_of_two(found, phrases, circle),
        *_me_alone(found, phrases, circle),
        *_percents_without_sign(found, phrases, circle),
        *_for_those(found, phrases, circle),
        *_away_for_a_while(found, phrases, circle),
    ):
        raise LedgerError(Code.WORDS_LEFT, written=written, meant=ways, examples=())


def _numbers_before(
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
    if not _has_bare_name(phrases):
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


def _payers_by_comma(
    found: ExpenseLine, phrases: Phrases, circle: Circle
) -> Iterator[tuple[str, tuple[ExpenseLine, ...]]]:
    """Find that only a comma makes somebody a payer: `paid by dee, chen`."""
    if len(found.payers) < _FEWEST or not _is_even([minor for _, minor in found.payers]):
        return
    paid = {circle.member_of(whom) for whom, _ in found.payers}
    places = list(_places(phrases, paid))
    if len(places) != len(paid):
        return
    between = range(places[0][1], places[-1][0])
    if any(phrases.role(at, Role.AND, Role.PAID, Role.I_PAID) for at in between):
        return
    if not any(phrases.role(at, Role.BY) == places[0][0] for at in range(places[0][0])):
        return
    (first, _), *others = found.payers
    one = replace(found, payers=((first, None),))
    shared: Sequence[Whom] = [whom for whom, _ in (*found.participants, *others)]
    with_them = replace(
        one, participants=tuple((whom, EQUAL_PART) for whom in dict.fromkeys(shared))
    )
    text = " ".join(word.text for word in phrases.words[places[0][0] : places[-1][1]])
    yield text, (one if found.participants or found.everyone else with_them, found)


def _things_counted(
    found: ExpenseLine, phrases: Phrases, circle: Circle
) -> Iterator[tuple[str, tuple[ExpenseLine, ...]]]:
    """Find that a part is rather a number of things: `hotel 5600 bob chen 1 room, dee another`."""
    hardly = found.amount.minor // _OF_A_PART
    small = {
        circle.member_of(whom)
        for whom, part in found.participants
        if part.kind is PartKind.EXACT and part.value <= hardly
    }
    for at, _ in _places(phrases, small) if small else ():
        one = phrases.person(at)
        counts = one and phrases.with_part(one)
        if not counts:
            continue
        if not _is_thing(phrases, counts.stop):
            continue
        if len(counts.part) != 1 or not counts.part[0].plain.isdecimal():
            continue
        even = tuple(
            (whom, EQUAL_PART if circle.member_of(whom) in counts.members else part)
            for whom, part in found.participants
        )
        text = " ".join(word.text for word in phrases.words[at : counts.stop + 1])
        yield text, (replace(found, participants=even), found)


def _is_thing(phrases: Phrases, at: int) -> bool:
    """Tell whether a word that is only what it was for stands at an index."""
    if phrases.ends(at) or phrases.any_role(at) or phrases.person(at):
        return False
    return phrases.words[at].plain.isalpha()


def _has_bare_name(phrases: Phrases) -> bool:
    """Tell whether somebody is named without @; the grammar's own form may say anything."""
    return any(word.whom is None and phrases.person(at) for at, word in enumerate(phrases.words))


def _half_of_a_share(
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
    near = next(iter(_places(phrases, {circle.member_of(whom)})), (halves[0], halves[0] + 1))
    texts = [word.text for word in phrases.words]
    yield " ".join(texts[min(near[0], halves[0]) : max(near[1], halves[0] + 1)]).rstrip(",;"), ways


def _fraction_of_two(
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
    for at, stop in _places(phrases, {member}):
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


def _me_alone(
    found: ExpenseLine, phrases: Phrases, circle: Circle
) -> Iterator[tuple[str, tuple[ExpenseLine, ...]]]:
    """Find that whoever writes shares with nobody: `petrol 800 me` rather says who paid."""
    if found.participants != ((Sender(), EQUAL_PART),) or found.everyone or found.left_out:
        return  # As most lines.
    if found.payers not in ((), ((Sender(), None),)) or found.refund or circle.spoken - _ENGLISH:
        return  # "me compré pan"
    places = [at for at in range(len(phrases.words)) if phrases.role(at, Role.ME) == at + 1]
    if len(places) != 1 or phrases.role(places[0] - 1, *_BEFORE_WHOM):
        return
    [at] = places
    numbers = [one for one, word in enumerate(phrases.words) if word.plain[:1].isdigit()]
    if len(numbers) > 1 and at - 1 in numbers:
        return  # "100 pizza 50 me"
    ends = phrases.ends(at + 1) or at + 1 in numbers
    if ends and phrases.words[at].plain.isalpha():
        text = " ".join(word.text for word in phrases.words)
        yield text, (replace(found, participants=(), everyone=True), found)


def _percents_without_sign(
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


def _away_for_a_while(
    found: ExpenseLine, phrases: Phrases, circle: Circle
) -> Iterator[tuple[str, tuple[ExpenseLine, ...]]]:
    """Find that who is left out was so for a part of it: `rent, bob was away half the month`."""
    if len(found.left_out) != 1 or found.participants:
        return  # As most lines.
    [whom] = found.left_out
    for at, stop in _places(phrases, {circle.member_of(whom)}):
        behind = phrases.role(stop, Role.BEHIND_WITHOUT, Role.NOT_BEHIND)
        if not behind or not phrases.is_a(behind, Sense.SPELL):
            continue
        everybody = replace(found, everyone=True, left_out=())
        half = replace(everybody, participants=((whom, _HALF_A_SHARE),))
        ends = next(one for one in range(behind, len(phrases.words) + 1) if phrases.ends(one))
        text = " ".join(word.text for word in phrases.words[at:ends])
        yield text, (half, found, everybody)
        return


def _for_those(
    found: ExpenseLine, phrases: Phrases, circle: Circle
) -> Iterator[tuple[str, tuple[ExpenseLine, ...]]]:
    """Find a word for whom it was before their names: `whisky just for the boys bob n chen`."""
    if not found.participants or found.everyone or found.left_out or circle.spoken - _ENGLISH:
        return
    sharing = {circle.member_of(whom) for whom, _ in found.participants}
    paid = {circle.member_of(payer) for payer, _ in found.payers} or {circle.sender}
    if sharing & paid or any(part != EQUAL_PART for _, part in found.participants):
        return
    for at in range(len(phrases.words)):
        article = phrases.role(phrases.role(at, Role.FOR), Role.ARTICLE)
        if not article or phrases.any_role(article) or phrases.person(article):
            continue
        if (people := phrases.people(article + 1)) is None or len(people.people) < _FEWEST:
            continue
        text = " ".join(word.text for word in phrases.words[at : people.stop])
        payers = [whom for whom, _ in found.payers] or [Sender()]
        yield text, (replace(found, left_out=tuple(payers)), found)
        return


def _fraction_behind(phrases: Phrases, at: int) -> int:
    """Return the index behind "half" or another fraction in words that stands there, or 0."""
    said = fraction_at(phrases, at)
    return phrases.half(at) or (said[1] if said is not None else 0)


def _each_paid_a_share(
    found: ExpenseLine, phrases: Phrases, circle: Circle
) -> Iterator[tuple[str, tuple[ExpenseLine, ...]]]:
    """Find that what each paid of it is perhaps their share: `room 90 bob and me paid 45 each`."""
    sums = {minor for _, minor in found.payers}
    if len(sums) != 1 or None in sums or found.participants or found.everyone or found.left_out:
        return
    if len(found.payers) < _FEWEST or len(found.payers) == len(circle.roster.active):
        return
    if not any(phrases.role(at, Role.EACH) for at in _all(phrases)) or not _says_total(phrases):
        return
    paid = {circle.member_of(whom) for whom, _ in found.payers}
    places = list(_places(phrases, paid))
    start = places[0][0] if places else 0
    theirs = tuple((whom, EQUAL_PART) for whom, _ in found.payers)
    text = " ".join(word.text for word in phrases.words[start:])
    yield text, (replace(found, participants=theirs), found)


def _says_total(phrases: Phrases) -> bool:
    """Tell whether a line has two numbers: what it was in all, and of each."""
    return sum(word.whom is None and word.plain[:1].isdigit() for word in phrases.words) > 1


def _parts_by_comma(
    found: ExpenseLine, phrases: Phrases
) -> Iterator[tuple[str, tuple[ExpenseLine, ...]]]:
    """Find that only a comma tells who paid from a share: `500 dinner i paid, bob 200`."""
    paid = tuple((whom, minor) for whom, minor in found.payers if minor is not None)
    rest = tuple((whom, minor) for whom, minor in found.payers if minor is None)
    if len(rest) != 1 or not paid or found.participants or found.everyone or found.left_out:
        return
    stop = next(filter(None, (_paid_before_comma(phrases, at) for at in _all(phrases))), 0)
    people = phrases.people(stop) if stop else None
    if people is None or not all(one.part for one in people.people):
        return
    if any(phrases.role(at, Role.PAID, Role.I_PAID, Role.BY) for at in _all(phrases)[stop:]):
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


def _all(phrases: Phrases) -> range:
    return range(len(phrases.words))


def refuse_paid_to(
    line: Line, found: ExpenseLine, home: Currency, today: date, circle: Circle
) -> None:
    """Raise IS_A_PAYMENT(lines, amount, meant, examples, choices) for `paid bob for petrol 25`.

    English says so of whoever got it; `meant` is that they paid it, as it was read.
    """
    numbers = sum(any(map(str.isdigit, word.plain)) for word in line.words)
    if line.command not in SPLIT_COMMANDS or circle.spoken - {"en"} or len(found.payers) != 1:
        return
    if numbers != 1:  # Nothing else was asked before.
        return
    phrases = Phrases(line.words, circle, home, today)
    one = phrases.person(1) if phrases.role(0, Role.PAID) == 1 else None
    if one is None or one.typed or len(one.members) != 1 or found.participants or found.everyone:
        return
    if {circle.member_of(whom) for whom, _ in found.payers} != {*one.members}:
        return
    if found.left_out or found.arithmetic:  # "paid bob 30 each"
        return
    day = f" on {found.on.isoformat()}" if found.on else ""
    note = f" // {found.description}" if found.description else ""
    settling = f"/settle {one.word.text} {write_money(found.amount, home)}{day}{note}"
    raise LedgerError(
        Code.IS_A_PAYMENT,
        lines=(settling,),
        amount=found.amount,
        meant=(found,),
        examples=(),
        choices=True,
    )


def _is_even(sums: list[int | None]) -> bool:
    """Tell whether no payer is said to have paid more than another."""
    known = [minor or 0 for minor in sums]
    return max(known) - min(known) <= 1


def _places(phrases: Phrases, members: set[MemberId | None]) -> Iterator[tuple[int, int]]:
    """Yield from where to where one of some members is named."""
    at = 0
    while at < len(phrases.words):
        one = phrases.person(at)
        if one is not None and any(member in members for member in one.members):
            yield at, one.stop
        at = one.stop if one is not None else at + 1
