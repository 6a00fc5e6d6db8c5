"""Money that came back, where a whole clause says so: who got it, and whose it is.

`dee got back 1000 deposit from the landlord` and `deposit 500 came back` say that it did; of what
did, `came back to bob` says who has it, `goes to all of us` whose it is, and so does `me n bob
bought it`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Word, word_of
from handlers.grammar.literals.amounts import figure_at
from handlers.grammar.natural.debts.bought_for import name_of, possessor
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.sense_words import Sense
from ledger.core.errors import LedgerError
from ledger.core.members import Sender
from ledger.core.money import Currency

_SEVERAL = 2


def somebody_got_back(phrases: Phrases) -> tuple[Word, ...] | None:
    """Return the words of `dee got back 1000 deposit from the landlord`, paid by Dee.

    None where nobody here got money from somebody elsewhere: between two who are here it is a
    payment, and "dee got 1000 back" may be one.
    """
    words = phrases.words
    if not any(phrases.role(at, Role.GOT, Role.GETS, Role.REFUND) for at in range(len(words))):
        return None
    amounts = _amounts(phrases)
    if len(amounts) != 1:
        return None
    for at in range(amounts[0]):
        who = _somebody(phrases, at)
        rest = None if who is None else _got(phrases, who.stop)
        if rest is not None and who is not None:
            return (*words[:at], *rest, *_got_by(who.word))
    return None


def got_back(phrases: Phrases) -> tuple[Word, ...] | None:
    """Return the words of `got 500 deposit back, goes to all`, by whoever writes."""
    mine = phrases.role(0, Role.GOT) and len(_amounts(phrases)) == 1
    words = _got(phrases, 0) if mine else None
    if words is None:
        return None
    left = Phrases(words, phrases.circle, phrases.currency, phrases.today)
    told = any(_whose(left, at) for at in range(len(words)))
    return words if told else (*words, *_got_by(_me()))


def _me() -> Word:
    return Word("me", "me", "", Sender())


def _got_by(who: Word) -> tuple[Word, ...]:
    """Return who got it in the grammar's own words: whoever gets a refund has `paid` it."""
    return (word_of("paid"), word_of("by"), who)


@dataclass(frozen=True, slots=True)
class _Somebody:
    word: Word
    stop: int


def _somebody(phrases: Phrases, at: int) -> _Somebody | None:
    """Return who stands at an index, as one who does something or has something."""
    if phrases.role(at, Role.ME) == at + 1:
        return _Somebody(_me(), at + 1)
    one = phrases.person(at)
    if one is None or len(one.members) > 1:
        return None
    return _Somebody(Word(one.word.text, one.word.plain, one.word.low, one.word.whom), one.stop)


def _got(phrases: Phrases, at: int) -> tuple[Word, ...] | None:
    """Return the words behind `got` but for those that say that it came back; None elsewhere."""
    verb = phrases.role(at, Role.GOT, Role.GETS, Role.REFUND)
    if not verb:
        return None
    back = bool(phrases.role(at, Role.REFUND))
    refund, deposit = False, False
    source = 0
    words: list[Word] = []
    at = verb
    while at < len(phrases.words) and phrases.words[at].plain != "//":
        if stop := phrases.role(at, Role.FROM):
            if _somebody(phrases, stop) is not None:
                return None
            source += not phrases.is_date(stop)
        article = phrases.role(at, Role.ARTICLE) or at
        if stop := phrases.role(article, Role.REFUND):
            refund, at = True, stop + phrases.is_a(stop, Sense.OF)
            continue
        if stop := phrases.role(at, Role.BACK):
            back, at = True, stop
            continue
        deposit |= phrases.is_a(at, Sense.RETURNABLE)
        words.append(phrases.words[at])
        at += 1
    if not (refund or (back and (deposit or source))):
        return None
    return (*words, *phrases.words[at:])


def deposit_came_back(phrases: Phrases) -> tuple[Word, ...] | None:
    """Return the words of `deposit of 500 came back`, `1000 deposit came back to dee`."""
    words = phrases.words
    refund = phrases.role(0, Role.REFUND)  # "refund on the tickets 40 came back to me"
    if not refund and not any(phrases.is_a(at, Sense.RETURNABLE) for at in range(len(words))):
        return None
    if len(_amounts(phrases)) != 1:
        return None
    for at in range(1, len(words)):
        came = phrases.role(at, Role.REFUND)
        back = came or phrases.role(at, Role.BACK)
        thing = any(phrases.is_a(one, Sense.RETURNABLE) for one in range(at))
        again = came and at >= refund > 0 and phrases.role(came, Role.TO)
        if not back or not (thing or again):
            continue
        if any(
            phrases.role(one, Role.GAVE, Role.PAID, Role.GOT) or phrases.person(one)
            for one in range(at)
        ):
            return None
        if not came and not _is_behind_deposit(phrases, at):
            return None
        source = phrases.role(back, Role.FROM, Role.BY)
        if source and phrases.person(source) is not None:
            return None
        to = phrases.role(back, Role.TO)
        who = _somebody(phrases, to) if to and came else None
        if who is not None:
            was = phrases.is_a(who.stop, Sense.WAS) and phrases.role(who.stop + 1, Role.FOR)
            return (*words[:at], *words[who.stop + bool(was) :], *_got_by(who.word))
        if to:
            return None
        return (*_without_of(phrases, at), *words[back:])
    return None


def _is_behind_deposit(phrases: Phrases, at: int) -> bool:
    """Tell whether nothing but an amount stands between `deposit` and a "back" that ends it."""
    before = at - 1
    while before > 0 and not phrases.is_a(before, Sense.RETURNABLE):
        if not phrases.words[before].plain[:1].isdigit():
            return False
        before -= 1
    ends = phrases.ends(at + 1) or phrases.words[at].plain[-1:] in (",", ";", ".")
    return ends and before < at - 1


def _without_of(phrases: Phrases, stop: int) -> tuple[Word, ...]:
    """Return the words before an index without the "of" before an amount: `deposit of 500`."""
    return tuple(
        word
        for at, word in enumerate(phrases.words[:stop])
        if not (phrases.is_a(at, Sense.OF) and phrases.words[at + 1].plain[:1].isdigit())
    )


def whose_it_is(words: Sequence[Word], home: Currency, today: date, circle: Circle) -> list[Word]:
    """Return the words of what came back with who got it, and who shares it, as the rules know.

    `came back to bob`, `went to my card`, `i have it` say who got it; `goes to all of us` and
    `me n bob bought it` who shares it.
    """
    phrases = Phrases(words, circle, home, today)
    found: list[Word] = []
    at = 0
    while at < len(words):
        if words[at].plain == "//":
            found += words[at:]
            break
        told = _goes_to(phrases, at) or _whose(phrases, at)
        if told is None:
            found.append(words[at])
            at += 1
            continue
        said, at = told
        found += said
    return found


_Told = tuple[list[Word], int]
"""The words instead, and the index behind those that were read."""


def _whose(phrases: Phrases, at: int) -> _Told | None:
    """Read who got it, by any of the ways to say so."""
    return _went_to(phrases, at) or _bought(phrases, at) or _has_it(phrases, at)


def _goes_to(phrases: Phrases, at: int) -> _Told | None:
    """Read `goes to all of us`, `belongs to bob and me`, of those who share it."""
    verb = at + 1 if phrases.is_a(at, Sense.GOING) else 0
    to = phrases.role(verb, Role.TO, Role.FOR) if verb else 0
    if not to:
        return None
    stop = phrases.role(to, Role.EVERYONE, Role.US) or (to + 1) * phrases.is_word(to, "all")
    if stop:
        return [Word("all", "all", "", everyone=True)], stop
    people = phrases.people(to)
    if people is None or len(people.people) < _SEVERAL:
        return None
    return [word_of("for"), *phrases.words[to : people.stop]], people.stop


def _went_to(phrases: Phrases, at: int) -> _Told | None:
    """Read `came back to bob`, `went to my card`, `to me`: who got it."""
    came = phrases.role(at, Role.REFUND, Role.BACK)
    went = came or (at + 1 if phrases.is_a(at, Sense.CAME) else at)
    went = phrases.role(went, Role.BACK) or went
    to = phrases.role(went, Role.TO, Role.ON_DAY)
    if not to:
        return None
    stop = 0
    low = phrases.folded(to)
    card = phrases.is_a(to + 1, Sense.CARD)
    if phrases.is_a(to, Sense.MY) and card:
        who, stop = _me(), to + 2
    elif card and low and (whose := possessor(low, phrases.circle)) is not None:
        member = phrases.circle.member_of(whose)
        if member is None:
            return None
        who, stop = name_of(member, phrases.circle), to + 2
    elif (one := _somebody(phrases, to)) is not None:
        who, stop = one.word, one.stop
        # Without a verb it may be a payment: "300 deposit to bob".
        shared = phrases.role(stop, Role.FOR, Role.BETWEEN)
        if went == at and not isinstance(who.whom, Sender) and not shared:
            return None
    if not stop or not (phrases.ends(stop) or phrases.role(stop, Role.FOR)):
        return None
    return [*_got_by(who)], stop


def _bought(phrases: Phrases, at: int) -> _Told | None:
    """Read `me n bob bought it`: what came back is theirs; of one alone, that they got it."""
    people = phrases.people(at)
    if people is None or any(one.part or len(one.members) > 1 for one in people.people):
        return None
    had = people.stop + phrases.is_a(people.stop, Sense.HAD)
    verb = phrases.role(had, Role.PAID, Role.BEHIND_BY)
    it = verb + phrases.is_a(verb, Sense.WHOLE) if verb else 0
    if not verb or not phrases.ends(it):
        return None
    several = [one.word for one in people.people]
    if len(several) > 1:
        return [word_of("for"), *phrases.words[at : people.stop]], it
    return ([*_got_by(several[0])], it) if it > verb else None


def _has_it(phrases: Phrases, at: int) -> _Told | None:
    """Read `i have it`, `bob got it` at the end: who got it."""
    who = _somebody(phrases, at)
    has = who.stop if who is not None else 0
    it = has + 1
    if who is None or not has or not phrases.is_a(it, Sense.WHOLE) or not phrases.ends(it + 1):
        return None
    if not (phrases.is_a(has, Sense.HAD) or phrases.role(has, Role.GOT, Role.GETS)):
        return None
    return [*_got_by(who.word)], it + 1


def _amounts(phrases: Phrases) -> list[int]:
    """Return where amounts stand."""
    found: list[int] = []
    at = 0
    while at < len(phrases.words) and phrases.words[at].plain != "//":
        try:
            figure = figure_at(phrases.words, at, phrases.currency)
        except LedgerError:
            figure = None
        if figure is not None and not phrases.day(at):
            found.append(at)
        at = figure.stop if figure is not None else at + 1
    return found


def _returned(phrases: Phrases, at: int) -> Given | None:
    """Return where it is said that things were taken back: `i returned the shoes 30`."""
    if not phrases.is_a(at, Sense.RETURNED) or at > bool(phrases.role(0, Role.ME)):
        return None
    thing = phrases.role(at + 1, Role.ARTICLE) or at + 1
    people = any(phrases.person(one) for one in range(at, len(phrases.words)))
    return None if people or not phrases.folded(thing).isalpha() else Given(0, at + 1)


def _sold(phrases: Phrases, at: int) -> Given | None:
    """Return where it is said that somebody sold or won something: `bob sold the tent for 60`."""
    if not phrases.is_a(at, Sense.SELLING):
        return None
    who = next((one for one in range(at) if _somebody(phrases, one) is not None), None)
    one = None if who is None else _somebody(phrases, who)
    before = range(at if who is None else who)
    if one is not None and (one.stop != at or not set(before) <= set(_amounts(phrases))):
        return None  # "96 gig dee sold her ticket"
    we = at > 0 and phrases.role(at - 1, Role.US) == at
    if at and one is None and not we:
        return None
    other = one is not None and not isinstance(one.word.whom, Sender)
    return Given(at - we, at + 1, (one.word,) if one is not None and other else ())


@dataclass(frozen=True, slots=True)
class Given:
    """Where a line says that somebody elsewhere gave money: `bob's mom gave us 100`.

    `start` and `stop` are where it says so, `whose` are those who may have it beside the writer.
    """

    start: int
    stop: int
    whose: tuple[Word, ...] = ()


def given_to_us(phrases: Phrases) -> Given | None:
    """Return where a line says that somebody who is not here gave the writer money, or all."""
    if len(_amounts(phrases)) != 1:
        return None
    for at in range(len(phrases.words)):
        if (sold := _sold(phrases, at) or _returned(phrases, at)) is not None:
            return sold
        paid_us = phrases.role(at, Role.PAID) and phrases.role(at + 1, Role.US)
        verb = (at + 1 if paid_us else phrases.role(at, Role.GAVE)) if at else 0
        if not verb or phrases.is_named_before(at) or phrases.role(at - 1, Role.ME) == at:
            continue
        us = phrases.role(verb, Role.US) or (verb + 1) * phrases.is_word(verb, "us")
        guest = phrases.is_a(at - 1, Sense.GUEST)
        if guest or phrases.role(at, Role.REFUND) or phrases.is_a(at, Sense.RETURNED):
            us = us or phrases.role(verb, Role.ME)  # "mike gave me 300" is whoever Mike is.
            one = None if us else _somebody(phrases, verb)
            if one is not None and one.stop in _amounts(phrases):
                return Given(at, one.stop, (one.word,))  # "the airline refunded chen 120"
        number = us or verb
        if not (us or guest) or number not in _amounts(phrases):
            continue
        whose = possessor(phrases.folded(at - 2), phrases.circle) if guest and at > 1 else None
        member = None if whose is None else phrases.circle.member_of(whose)
        return Given(at, number, () if member is None else (name_of(member, phrases.circle),))
    return None
