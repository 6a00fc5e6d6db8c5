"""Who put in what: `bob put in 15`, `i paid 200 and bob the rest`, `bob and i paid 650 each`."""

from __future__ import annotations

from typing import Final

from handlers.grammar.keywords import PAID
from handlers.grammar.lexer import Word, word_of
from handlers.grammar.natural.debts.bought_for import name_of
from handlers.grammar.natural.turns.said import ME, Said, Turn, alone
from handlers.grammar.vocabulary.sense_words import Sense
from handlers.grammar.vocabulary.turn_words import TurnRole

_FEWEST: Final = 2
_GAVE: Final = ("gave", "handed", "tipped")
_NEAR: Final = 4
"""Words behind "put down" among which so much is what was."""


def put(said: Said, at: int) -> Turn | None:
    """Read `i put 20`, `bob put in 15`: that is paid."""
    somebody = said.means(at - 1, TurnRole.I) or said.is_named(at - 1)
    if not said.means(at, TurnRole.PUT) or not somebody:
        return None
    stop = said.past(at + 1, TurnRole.IN)
    on_card = said.means(stop + 1, TurnRole.ON)  # "bob put 20 on my card"
    return Turn(stop, (word_of("paid"),)) if said.is_number(stop) and not on_card else None


def paid_between(said: Said, at: int) -> Turn | None:
    """Read `bob paid 50, dee 30, i paid 40`: between those who paid she did, too."""
    before = at - 1 - bool(said.means(at - 1, TurnRole.AND))
    behind = said.past(at + 2, TurnRole.AND)
    paid = said.is_number(before) and _paid_or_put(said, before - 1)
    pays = said.is_whose(behind) or said.means(behind, TurnRole.I)
    if not (paid and pays and said.is_named(at) and said.is_number(at + 1)):
        return None
    if not said.paid(behind + 1):
        return None
    return Turn(at + 2, (alone(said.words[at]), word_of("paid"), said.words[at + 1]))


def remaining(said: Said, at: int) -> Turn | None:
    """Read `paid the remaining 40`: that much."""
    stop = said.means(said.past(at, TurnRole.THE), TurnRole.REMAINING)
    if not stop or not said.is_number(stop) or not _paid_or_put(said, at - 1):
        return None
    return Turn(stop + 1, (said.words[stop],))


def paid_the_rest(said: Said, at: int) -> Turn | None:
    """Read `i paid 200 and bob the rest`: he paid that, too."""
    at = said.past(at, TurnRole.AND)
    stop = said.means(said.past(at + 1, TurnRole.THE), TurnRole.REST)
    if not stop or not any(said.paid(one) for one in range(at)):
        return None
    ends = stop >= said.end or said.words[stop - 1].plain[-1:] in ",;"
    if not (ends and said.is_somebody(at)):
        return None
    name = said.words[at] if said.is_named(at) else ME
    return Turn(stop, (word_of("rest"), word_of("by"), alone(name)))


def each_paid(said: Said, at: int) -> Turn | None:
    """Read `bob and i paid 650 each`, also where another number says how much it was in all."""
    people, stop = said.people(at)
    each = bool(said.means(stop, TurnRole.BOTH))
    verb = said.means(stop + 1, TurnRole.GAVE) if each else 0
    number = verb if verb and said.is_number(verb) else stop + 1 + each
    stop = number + 1 + (not each)
    puts = each and said.ends(number, TurnRole.GAVE)
    if len(people) < _FEWEST or not (said.paid(number - 1) or puts):
        return None
    counts = sum(
        bool(said.means(one - 1, TurnRole.ALL)) for one in range(1, said.end) if said.is_number(one)
    )
    if said.numbers - counts > _FEWEST:
        return None
    if not said.is_number(number) or not (each or said.means(number + 1, TurnRole.EACH)):
        return None
    words: list[Word] = []
    for one in people:
        who = word_of("i") if one.low == "me" else one
        words += [who, word_of("paid"), said.words[number], word_of("and")]
    return Turn(stop, tuple(words[:-1]))


def we_each_paid(said: Said, at: int) -> Turn | None:
    """Read `400 airbnb we paid 100 each` where so much of each makes what it was in all."""
    stop = said.means(at, TurnRole.WE_ALL, TurnRole.EVERYONE) or said.means(at, TurnRole.WE)
    verb = said.past(stop, TurnRole.BOTH) if stop else 0
    if not verb or not said.paid(verb) or not said.is_number(verb + 1):
        return None
    number, here = said.words[verb + 1], said.circle.roster.active
    sums = [said.words[one].plain.rstrip(",;") for one in said.number_places]
    if len(sums) != _FEWEST or not all(map(str.isdigit, sums)):
        return None
    if min(map(int, sums)) * len(here) != max(map(int, sums)):
        return None
    each = (word for one in here for word in (name_of(one.id, said.circle), alone(number)))
    return Turn(said.past(verb + 2, TurnRole.EACH), (word_of("paid"), *each))


def we_paid_half(said: Said, at: int) -> Turn | None:
    """Read `we paid half each me n bob`: those two did."""
    half = said.means(at + 2, TurnRole.HALF) if said.means(at, TurnRole.WE) else 0
    each = said.means(half, TurnRole.EACH) if half and said.paid(at + 1) else 0
    people, stop = said.people(said.past(each, TurnRole.AMONG)) if each else ([], 0)
    if len(people) != _FEWEST:
        return None
    who = [word_of("i") if one.low == "me" else one for one in people]
    return Turn(stop, (who[0], word_of("and"), who[1], *said.words[at + 1 : each]))


def only_these_each(said: Said, at: int) -> Turn | None:
    """Read `bob and dee 12 each, chen paid`: whoever paid is not among them."""
    people, stop = said.people(at)
    if len(people) < _FEWEST or not said.is_number(stop) or said.numbers > 1:
        return None
    behind = range(stop + 2, said.end)
    paid = any(
        said.paid(one) and (said.is_named(one - 1) or said.is_named(one + 1)) for one in behind
    )
    if not paid or not said.means(stop + 1, TurnRole.EACH):
        return None
    return Turn(stop, (word_of("only"), *said.words[at:stop]))


def _paid_or_put(said: Said, at: int) -> bool:
    return said.paid(at) or bool(said.means(at, TurnRole.PUT, TurnRole.IN))


def so_much_by(said: Said, at: int) -> Turn | None:
    """Read `3k by bob and 1k by me`: that is what each paid."""
    paid: list[tuple[Word, Word]] = []
    stop = at
    while said.is_number(stop) and (name := said.means(stop + 1, TurnRole.BY)):
        if not said.is_whose(name):
            return None
        paid.append((said.words[stop], _who(said, name)))
        stop = said.past(name + 1, TurnRole.AND)
    if len(paid) < _FEWEST or len(paid) != said.numbers:
        return None
    return Turn(stop, tuple(_each_paid(paid)))


def so_much_already(said: Said, at: int) -> Turn | None:
    """Read `5000 caterer, 1000 already paid by bob, rest me`: of all of it so much is his."""
    verb = said.past(at + 1, TurnRole.ALREADY)
    name = said.means(verb + 1, TurnRole.BY) if said.is_number(at) and said.paid(verb) else 0
    before = said.numbers == _FEWEST and said.is_number_before(at)
    if not (name and before and said.is_named(name)) or said.is_whose(at - 1):
        return None  # "2000 dinner bob 300 paid by dee" is of his share.
    stop = name + 1
    rest = said.means(said.past(said.past(stop, TurnRole.AND), TurnRole.THE), TurnRole.REST)
    mine = said.past(rest, TurnRole.BY) if rest else 0
    stop = said.means(mine, TurnRole.ME) if mine else stop
    if not stop:
        return None
    return Turn(stop, (word_of("paid"), _who(said, name), alone(said.words[at]), ME))


def so_much_was_theirs(said: Said, at: int) -> Turn | None:
    """Read `driver 6000, 2000 of it was bobs cash`: of all of it so much he paid."""
    behind = said.means(at + 1, TurnRole.OF_IT) if said.is_number(at) else 0
    whose = said.past(behind, TurnRole.IS) if behind else at + 1
    name = said.owner(whose) if said.is_number(at) and whose > at + 1 else None
    money = said.text(whose + 1) in said.circle.words.senses[Sense.HANDED_MONEY]
    money = money or bool(said.means(whose + 1, TurnRole.CARD))
    alone_so = said.numbers == _FEWEST and said.is_number_before(at)
    others = any(said.pays(one) for one in range(1, said.end))
    if name is None or not money or not alone_so or others:
        return None
    return Turn(whose + 2, (word_of("paid"), name, alone(said.words[at]), ME))


def so_much_and_rest(said: Said, at: int) -> Turn | None:
    """Read `4500 guide, bob gave 2000 rest me`: of all of it so much is his."""
    number = at + 2
    if not (said.is_somebody(at) and said.is_number(number) and said.is_number_before(at)):
        return None
    if not (said.means(at + 1, TurnRole.GAVE) or said.paid(at + 1)):
        return None
    rest = said.means(said.past(said.past(number + 1, TurnRole.AND), TurnRole.THE), TurnRole.REST)
    who = said.past(said.past(rest, TurnRole.IS), TurnRole.BY) if rest else 0
    stop = who + 1
    ends = stop >= said.end or said.words[who].plain[-1:] in ",;"
    if not who or not ends or not (said.is_whose(who) or said.means(who, TurnRole.MINE)):
        return None
    paid = (word_of("paid"), said.somebody(at), alone(said.words[number]))
    return Turn(stop, (*paid, said.somebody(who)))


def part_and_rest(said: Said, at: int) -> Turn | None:
    """Read `tom put down the deposit 40 i paid the rest` behind how much it was in all."""
    verb = said.past(at + 1, TurnRole.PUT, TurnRole.GAVE) if said.is_somebody(at) else at + 1
    verb += verb == at + 1 and said.paid(verb)
    near = range(verb + 1, min(said.end, verb + _NEAR))
    number = next((one for one in near if said.is_number(one)), 0)
    if verb == at + 1 or not number or said.numbers != _FEWEST or not said.is_number_before(at):
        return None
    if any(said.is_somebody(one) or said.pays(one) for one in range(verb, number)):
        return None
    who = said.past(number + 1, TurnRole.AND)
    rest = _rest(said, who + 2) if said.is_somebody(who) and _paid_or_put(said, who + 1) else 0
    stop = rest or 0
    if not rest and (rest := _rest(said, who)):
        who = said.past(said.past(rest, TurnRole.IS), TurnRole.BY)
        stop = who + 1 if said.is_whose(who) else 0
    if not stop or not (stop >= said.end or said.words[stop - 1].plain[-1:] in ",;"):
        return None
    paid = (word_of("paid"), said.somebody(at), alone(said.words[number]), said.somebody(who))
    end = number - bool(said.means(number - 1, TurnRole.OF))  # "the deposit of 40"
    thing = said.words[said.past(verb, TurnRole.THE) : end]
    return Turn(stop, (*thing, *paid))


def _rest(said: Said, at: int) -> int:
    """Return the index behind "the rest" that begins there, or 0."""
    return said.means(said.past(at, TurnRole.THE), TurnRole.REST)


def from_me(said: Said, at: int) -> Turn | None:
    """Read `tip to driver 200 from me` at the end, where nobody else is named: I paid it."""
    me = said.means(at, TurnRole.FROM)
    stop = said.means(me, TurnRole.ME) if me else 0
    if not at or stop < said.end or any(map(said.is_named, range(said.end))):
        return None
    return Turn(stop, (word_of("paid"), word_of("by"), word_of("me")))


def gave_so_much(said: Said, at: int) -> Turn | None:
    """Read `bob gave 500 for petrol and i gave 700`: that is what each paid of it."""
    paid: list[tuple[Word, Word]] = []
    thing: tuple[Word, ...] = ()
    stop = at
    while said.is_somebody(stop) and (number := said.means(stop + 1, TurnRole.GAVE)):
        if not said.is_number(number):
            return None
        paid.append((said.words[number], _who(said, stop)))
        stop = number + 1
        if what := said.means(stop, TurnRole.FOR, TurnRole.TOWARDS):
            end = next(
                (one for one in range(what, said.end) if said.means(one, TurnRole.AND)), what
            )
            thing, stop = (*thing, *said.words[what:end]), end
        stop = said.past(stop, TurnRole.AND)
    if len(paid) < _FEWEST or len(paid) != said.numbers or at > stop:
        return None
    return Turn(stop, (*thing, *_each_paid(paid)))


def _who(said: Said, at: int) -> Word:
    """Return whoever stands at a word, as one who does something."""
    return alone(said.words[at]) if said.is_named(at) else word_of("i")


def _each_paid(paid: list[tuple[Word, Word]]) -> list[Word]:
    words: list[Word] = []
    for number, name in paid:
        words += [name, word_of("paid"), alone(number), word_of("and")]
    return words[:-1]


def with_card_of(said: Said, at: int) -> Turn | None:
    """Read `used bob's card`, `on bobs card`: he paid, where nobody else is said to have."""
    start = said.past(at, TurnRole.USING)
    apart = at and (said.words[at - 1].plain[-1:] in ",;" or said.is_number(at - 1))
    if start == at and not apart:
        return None  # "top up bobs card"
    whose = said.possessor(start)
    stop = said.means(start + 1, TurnRole.CARD) if whose is not None else 0
    name = said.owner(start)
    if not stop or name is None:
        return None
    if start == at and said.is_number(at - 1) and not _ends(said, stop):
        return None  # "900 bobs card game"
    if any(_has_done(said, one) and said.somebody(one).text == name.text for one in range(at)):
        return Turn(stop)  # "chen booked the hotel on his card"
    others = (one for one in range(1, said.end) if not at <= one < start)  # "paid 900 for …"
    if any(said.pays(one) or said.means(one, TurnRole.BY) for one in others):
        return None
    return Turn(stop, (word_of("paid"), word_of("by"), name))


def _has_done(said: Said, at: int) -> bool:
    """Tell whether somebody stands at a word who is said to have paid, booked or bought."""
    done = said.pays(at + 1) or said.is_done(at + 1) or said.means(at - 1, TurnRole.BY)
    return said.is_named(at) and bool(done) and said.words[at].plain[-1:] not in ",;"


def _ends(said: Said, stop: int) -> bool:
    return stop >= said.end or said.words[stop - 1].plain[-1:] in ",;"


def i_only_paid(said: Said, at: int) -> Turn | None:
    """Read `(i only paid)`: whoever writes has none of it."""
    bare = said.words[at].low.lstrip("(")
    mine = TurnRole.I in said.circle.words.turns.get((bare,), ())
    stop = at + 3
    if not mine or not said.means(at + 1, TurnRole.ONLY) or stop > said.end:
        return None
    last = said.words[stop - 1].low
    ends = stop == said.end or last[-1:] in "),;."
    return Turn(stop, (word_of("-me"),)) if ends and last.rstrip("),;.") in PAID else None


def gave_for_work(said: Said, at: int) -> Turn | None:
    """Read `i gave the cook 2000`: it was spent on what is no member's name."""
    start = said.means(at, TurnRole.I)
    the = start + 1 if start and said.text(start) in _GAVE else 0
    thing = said.means(the, TurnRole.THE, TurnRole.MY) if the else 0
    if not thing or said.numbers != 1 or said.is_somebody(thing):
        return None
    known = said.text(thing).isalpha() and said.possessor(thing) is None
    return Turn(thing) if known and said.is_number(thing + 1) else None
