"""Who paid for each of several: `kayaks 80, dinner 60, bob paid the kayaks and i paid dinner`."""

from __future__ import annotations

from dataclasses import replace

from handlers.grammar.lexer import Line, Word, word_of
from handlers.grammar.literals.amounts import write_number
from handlers.grammar.natural.amounts.labels import labelled
from handlers.grammar.natural.amounts.places import Place
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.vocabulary import Role
from ledger.core.money import Currency, Money


def each_paid_for(line: Line, free: list[Place], phrases: Phrases, home: Currency) -> Line | None:
    """Return the line of `kayaks 80, dinner 60, bob paid the kayaks and i paid dinner`: their sum.

    None where it is not said of every number who paid it.
    """
    before = labelled(phrases, free)
    if len(free) < 2 or any(place.figure.currency != home for place in free):
        return None
    places = {
        phrases.folded(place.at - 1 if before else place.figure.stop): place for place in free
    }
    paid: dict[str, Word] = {}
    dropped = {at for place in free for at in range(place.at, place.figure.stop)}
    for at in range(len(line.words)):
        one = phrases.person(at)
        mine = phrases.role(at, Role.I_PAID)
        verb = mine or (phrases.role(one.stop, Role.PAID) if one is not None else 0)
        thing = (phrases.role(verb, Role.FOR) or verb) if verb else 0
        thing += phrases.folded(thing) in ("the", "for")
        if not verb or (label := phrases.folded(thing)) not in places or label in paid:
            continue
        if not mine and (one is None or len(one.members) > 1):
            continue
        paid[label] = word_of("me") if mine or one is None else replace(one.word, joined=False)
        joiner = phrases.role(at - 1, Role.AND) == at if at else False
        dropped |= set(range(at - joiner, thing + 1))
    if len(paid) < len(free) or len({word.text for word in paid.values()}) < 2:
        return None
    numbers = {label: word_of(_number(place, home)) for label, place in places.items()}
    amount = word_of("+".join(number.plain for number in numbers.values()))
    rest = (word for at, word in enumerate(line.words) if at not in dropped)
    payers = (word for label, who in paid.items() for word in (who, numbers[label]))
    return replace(line, words=(amount, *rest, word_of("paid"), *payers))


def _number(place: Place, home: Currency) -> str:
    return write_number(Money(place.figure.minor, home))
