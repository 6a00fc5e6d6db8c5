"""Who hardly paid: by a comma only, or no more than their share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from handlers.grammar.circle import Circle
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.natural.unlikely.places import all_places, places_of
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.turn_words import TurnRole
from ledger.core.expense_line import ExpenseLine
from ledger.core.members import Whom
from ledger.core.shares import EQUAL_PART, Part, PartKind

_FEWEST = 2


def payers_by_comma(
    found: ExpenseLine, phrases: Phrases, circle: Circle
) -> Iterator[tuple[str, tuple[ExpenseLine, ...]]]:
    """Find that only a comma makes somebody a payer: `paid by dee, chen`."""
    if len(found.payers) < _FEWEST or not _is_even([minor for _, minor in found.payers]):
        return
    paid = {circle.member_of(whom) for whom, _ in found.payers}
    places = list(places_of(phrases, paid))
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


def each_paid_a_share(
    found: ExpenseLine, phrases: Phrases, circle: Circle
) -> Iterator[tuple[str, tuple[ExpenseLine, ...]]]:
    """Find that what each paid of it is perhaps their share: `room 90 bob and me paid 45 each`."""
    sums = {minor for _, minor in found.payers}
    if len(sums) != 1 or None in sums or found.participants or found.everyone or found.left_out:
        return
    if len(found.payers) < _FEWEST or len(found.payers) == len(circle.roster.active):
        return
    each = any(phrases.role(at, Role.EACH) for at in all_places(phrases))
    if not each or not _says_total(phrases):
        return
    paid = {circle.member_of(whom) for whom, _ in found.payers}
    places = list(places_of(phrases, paid))
    start = places[0][0] if places else 0
    theirs = tuple((whom, EQUAL_PART) for whom, _ in found.payers)
    text = " ".join(word.text for word in phrases.words[start:])
    yield text, (replace(found, participants=theirs), found)


def _says_total(phrases: Phrases) -> bool:
    """Tell whether a line has two numbers: what it was in all, and of each."""
    return sum(word.whom is None and word.plain[:1].isdigit() for word in phrases.words) > 1


def _is_even(sums: list[int | None]) -> bool:
    """Tell whether no payer is said to have paid more than another."""
    known = [minor or 0 for minor in sums]
    return max(known) - min(known) <= 1


def paid_what_they_had(
    found: ExpenseLine, phrases: Phrases, circle: Circle
) -> Iterator[tuple[str, tuple[ExpenseLine, ...]]]:
    """Find that one of two payers only has a part: `rent 40000 bob paid, chen pays 12000`."""
    if len(found.payers) != _FEWEST or found.participants or found.left_out:
        return  # As most lines.
    rest = [whom for whom, minor in found.payers if minor is None]
    parts = [(whom, minor) for whom, minor in found.payers if minor is not None]
    if len(rest) != 1:
        return
    [(whom, minor)] = parts
    for at, stop in places_of(phrases, {circle.member_of(whom)}):
        said = circle.words.turns.get((phrases.folded(stop),), ())
        if TurnRole.PAYS not in said and TurnRole.HAD not in said:
            continue
        part = (whom, Part(PartKind.EXACT, minor))
        has = replace(found, payers=((rest[0], None),), participants=(part,), everyone=True)
        ends = next(one for one in range(stop, len(phrases.words) + 1) if phrases.ends(one))
        yield " ".join(word.text for word in phrases.words[at:ends]), (has, found)
        return
