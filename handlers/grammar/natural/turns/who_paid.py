"""Who paid, by what else they did: `bobs paying`, `chen put it on his card`, `i got snacks`."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from handlers.grammar.lexer import Word, word_of
from handlers.grammar.natural.turns.said import EVERYBODY, Said, Turn, alone
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.sense_words import Sense
from handlers.grammar.vocabulary.turn_words import TurnRole

_MOST_DONE: Final = 3
"""Words of what somebody did before they paid: "booked the table and paid"."""
_MOST_BOUGHT: Final = 3
_SEVERAL: Final = 2


def is_paying(said: Said, at: int) -> Turn | None:
    """Read `bob paying`, `bobs paying`, `bob is paying` at the end: he paid."""
    name = alone(said.words[at]) if said.is_named(at) else said.owner(at)
    if name is None or _ends_clause(said, at):
        return None
    verb = said.past(at + 1, TurnRole.IS) if said.is_named(at) else at + 1
    stop = said.means(verb, TurnRole.PAYING)
    begins = not at and said.numbers == 1 and said.is_number(stop)  # "bob's paying 999 netflix"
    if not stop or not (_ends(said, stop) or begins):
        return None
    return Turn(stop, _paid_by(said, at, name))


def on_own_card(said: Said, at: int) -> Turn | None:
    """Read `chen put it on his card`, `bob used his card`: who paid."""
    if not said.is_somebody(at) or _ends_clause(said, at):
        return None
    verb = said.past(at + 1, TurnRole.IS)
    things: tuple[Word, ...] = ()
    stop = said.means(verb, TurnRole.PUT, TurnRole.USING)
    if not stop and (said.pays(verb) or said.is_done(verb)):  # "booked the hotel on his card"
        end = min(said.end, verb + 1 + _MOST_BOUGHT)
        on = range(verb + 1, end + 1)
        stop = next((one for one in on if said.means(one, TurnRole.ON, TurnRole.USING)), 0)
        things = () if not stop else said.words[verb + 1 : stop]
        if any(said.is_number(one) or said.is_somebody(one) for one in range(verb + 1, stop)):
            return None
    if not stop:
        return None
    stop = said.past(stop, TurnRole.IT, TurnRole.WHOLE)
    stop = said.past(stop, TurnRole.ON, TurnRole.USING, TurnRole.TO)
    whose = said.owner(stop)
    same = whose is not None and said.is_named(at) and whose.text == said.somebody(at).text
    own = said.means(stop, TurnRole.HIS, TurnRole.MY, TurnRole.THE) or (stop + 1 if same else 0)
    bare = said.means(stop - 1, TurnRole.ON) == stop  # "chen put it on card"
    card = said.means(own or stop, TurnRole.CARD) if own or bare else 0
    if not card or not (_ends(said, card) or said.is_number(card)):
        return None
    what = () if things and said.means(verb + 1, TurnRole.IT) else things
    return Turn(card, (*what, *_paid_by(said, at, said.somebody(at))))


def did_and_paid(said: Said, at: int) -> Turn | None:
    """Read `chen drove n paid`, `bob booked it and paid for it`: he paid."""
    if not said.is_somebody(at) or not said.is_done(at + 1) or _ends_clause(said, at):
        return None
    for and_ in range(at + 2, at + 2 + _MOST_DONE):
        if said.is_somebody(and_) or said.is_number(and_):
            return None
        verb = said.means(and_, TurnRole.AND) or (and_ + 1) * said.is_word(and_, "but")
        who = at
        if verb and said.is_somebody(verb):  # "chen drove and i paid"
            who, verb = verb, verb + 1
        if verb and said.paid(verb):
            stop = verb + 1
            for_it = said.means(stop, TurnRole.FOR)
            stop = said.past(for_it or stop, TurnRole.IT)
            if not (_ends(said, stop) or said.is_number(stop)):
                return None
            return Turn(stop, _ended(said, stop, _paid_by(said, at, said.somebody(who))))
    return None


def got_things(said: Said, at: int) -> Turn | None:
    """Read `bob got groceries`, `i got snacks` at the beginning: that is bought."""
    begins = at and all(said.is_number(one) for one in range(at - 1))
    shopping = said.text(at) == "did" and said.means(at + 1, TurnRole.SHOPPING)
    if not begins or said.numbers != 1 or not (said.text(at) == "got" or shopping):
        return None
    if not said.is_somebody(at - 1) or said.words[at - 1].plain[-1:] in ",;":
        return None
    if shopping:
        return Turn(at + 1, (word_of("bought"),))
    thing = said.past(at + 1, TurnRole.SOME)
    text = said.text(thing)
    if not text.isalpha() or said.is_somebody(thing) or said.possessor(thing) is not None:
        return None
    roles = said.circle.words.roles.get((text,), ())
    if {Role.BACK, Role.REFUND, Role.US, Role.PAID, Role.TO, Role.ARTICLE}.intersection(roles):
        return None
    senses = said.circle.words.senses
    not_bought = (Sense.NOT_BOUGHT, Sense.RETURNABLE, Sense.REDUCTION, Sense.REFUSING)
    if any(text in senses[one] for one in not_bought):
        return None
    return Turn(at + 1, (word_of("bought"),))


def everybody_with_me(said: Said, at: int) -> Turn | None:
    """Read `everybody incl me`, `all of us including bob`: everybody."""
    everyone = said.means(at, TurnRole.EVERYONE)
    including = said.means(everyone, TurnRole.INCLUDING) if everyone else 0
    people, stop = said.people(including) if including else ([], 0)
    return Turn(stop, (EVERYBODY,)) if people else None


def paid_parts_of_it(said: Said, at: int) -> Turn | None:
    """Read `chen paid 100 deposit and i paid 210`: that is what each paid of it."""
    paid: list[tuple[Word, Word]] = []
    things: list[Word] = []
    stop = at
    while said.is_somebody(stop) and said.paid(stop + 1) and said.is_number(stop + 2):
        paid.append((said.words[stop + 2], _who(said, stop)))
        stop += 3
        end = stop
        while end < said.end and end - stop < _MOST_BOUGHT and said.text(end).isalpha():
            if said.is_somebody(end) or said.means(end, TurnRole.AND):
                break
            end += 1
        behind = said.past(end, TurnRole.AND)
        if not (said.is_somebody(behind) and said.paid(behind + 1) and said.is_number(behind + 2)):
            break
        start = said.past(stop, TurnRole.FOR)
        things += [alone(word) for word in said.words[start:end]]
        stop = behind
    before = said.numbers - len(paid)
    if (
        len(paid) < _SEVERAL
        or not things
        or before > 1
        or (before and not said.is_number_before(at))
    ):
        return None
    words = list(things)
    for number, name in paid:
        words += [name, word_of("paid"), alone(number), word_of("and")]
    return Turn(stop, tuple(words[:-1]))


def booked_it(said: Said, at: int) -> Turn | None:
    """Read `me bob dee, bob booked`: whoever is named again, behind a comma, has paid."""
    if not said.is_named(at) or not at or said.words[at - 1].plain[-1:] not in ",;.":
        return None
    verb = at + 1
    roles = said.circle.words.roles.get((said.text(verb),), ())
    stop = said.past(verb + 1, TurnRole.IT)
    if Role.BEHIND_BY not in roles or not _ends(said, stop):
        return None
    name = said.somebody(at)
    before = (one for one in range(at) if said.is_named(one))
    if not any(said.somebody(one).text == name.text for one in before):
        return None
    return Turn(stop, _ended(said, stop, _paid_by(said, at, name)))


def _ended(said: Said, stop: int, words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return words with the comma that stands before an index, if one does."""
    if said.words[stop - 1].plain[-1:] not in ",;":
        return words
    last = words[-1]
    ended = replace(last, joined=True) if last.whom is not None else word_of(f"{last.plain},")
    return (*words[:-1], ended)


def _paid_by(said: Said, at: int, name: Word) -> tuple[Word, ...]:
    """Return who paid, in the place of what they are said to do at an index."""
    if said.means(at - 1, TurnRole.BY):
        return (name,)  # "paid by chen with his card"
    kept = (said.words[at],) if said.means(at - 1, TurnRole.AMONG) else ()  # "with bob paying"
    return (*kept, word_of("paid"), word_of("by"), name)


def _ends_clause(said: Said, at: int) -> bool:
    return said.words[at].plain[-1:] in ",;"


def _who(said: Said, at: int) -> Word:
    """Return whoever stands at a word, as one who does something."""
    return alone(said.words[at]) if said.is_named(at) else word_of("i")


def _ends(said: Said, stop: int) -> bool:
    return stop >= said.end or said.words[stop - 1].plain[-1:] in ",;.)!"
