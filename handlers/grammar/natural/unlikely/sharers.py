"""Who hardly shares, or hardly shares nothing: `petrol 800 me`, `bob was away half the month`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from handlers.grammar.circle import Circle
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.natural.unlikely.places import places_of
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.sense_words import Sense
from ledger.core.expense_line import ExpenseLine
from ledger.core.members import Sender
from ledger.core.shares import EQUAL_PART, Part, PartKind

_ENGLISH = frozenset({"en"})
_FEWEST = 2
_BEFORE_WHOM = (Role.ONLY, Role.FOR, Role.WITH, Role.BETWEEN, Role.AND, Role.EACH, Role.REST)
_HALF_A_SHARE = Part(PartKind.SHARES, 5_000)


def me_alone(
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


def for_those(
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


def away_for_a_while(
    found: ExpenseLine, phrases: Phrases, circle: Circle
) -> Iterator[tuple[str, tuple[ExpenseLine, ...]]]:
    """Find that who is left out was so for a part of it: `rent, bob was away half the month`."""
    if len(found.left_out) != 1 or found.participants:
        return  # As most lines.
    [whom] = found.left_out
    for at, stop in places_of(phrases, {circle.member_of(whom)}):
        behind = phrases.role(stop, Role.BEHIND_WITHOUT, Role.NOT_BEHIND)
        if not behind or not phrases.is_a(behind, Sense.SPELL):
            continue
        everybody = replace(found, everyone=True, left_out=())
        half = replace(everybody, participants=((whom, _HALF_A_SHARE),))
        ends = next(one for one in range(behind, len(phrases.words) + 1) if phrases.ends(one))
        text = " ".join(word.text for word in phrases.words[at:ends])
        yield text, (half, found, everybody)
        return
