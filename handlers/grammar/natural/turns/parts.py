"""Parts said in passing: `dee only pays 6`, `of which 6 beer only dee`, `my part 20`."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from handlers.grammar.lexer import Word, word_of
from handlers.grammar.natural.debts.bought_for import name_of, possessor
from handlers.grammar.natural.turns.said import EVERYBODY, ME, Said, Turn, alone
from handlers.grammar.vocabulary.sense_words import Sense
from handlers.grammar.vocabulary.turn_words import TurnRole

_NEAR: Final = 5
"""Words behind "of which" and a number, among which somebody's name makes it theirs."""
_LONGEST_STORY: Final = 9
_FEWEST: Final = 2
"""Numbers of a line of which one is the amount and another a part."""


def pays_only(said: Said, at: int) -> Turn | None:
    """Read `dee only pays 6`, `dee pays 6 of it`, `dee pays 6 more`, `had 6 more` beside an amount.

    What is left is everybody's, unless others are named.
    """
    if said.numbers < _FEWEST or said.means(at - 1, TurnRole.AND):
        return None
    mine = bool(said.means(at, TurnRole.I)) and said.is_number_before(at)
    if not (said.is_named(at) or mine):
        return None
    first, second = at + 1, at + 2
    only = said.means(first, TurnRole.ONLY) and said.means(second, TurnRole.PAYS)
    only = only or (said.means(first, TurnRole.PAYS) and said.means(second, TurnRole.ONLY))
    number = at + 3 if only else at + 2
    had = said.means(first, TurnRole.HAD) and said.means(number + 1, TurnRole.EXTRA, TurnRole.FEWER)
    if not said.is_number(number) or not (only or had or said.means(first, TurnRole.PAYS)):
        return None
    stop, part = number + 1, said.words[number]
    if said.means(stop, TurnRole.EXTRA, TurnRole.FEWER):
        sign = "+" if said.means(stop, TurnRole.EXTRA) else "-"
        stop, part = stop + 1, word_of(f"{sign}{part.plain.rstrip(',;')}")
        others = said.means(said.past(stop, TurnRole.THAN), TurnRole.OTHERS, TurnRole.ALL_OTHERS)
        stop = max(stop, others)
    elif mine:
        return None
    elif of_it := said.means(stop, TurnRole.OF_IT):
        stop = of_it
    elif not only:
        return None
    whom = ME if mine else alone(said.words[at])
    return Turn(stop, parts=(*said.everybody_but(at), whom, part))


def had_so_much(said: Said, at: int) -> Turn | None:
    """Read `i had 20 worth`, `bob ate 20 of it` beside the amount: that is theirs."""
    verb = said.means(at + 1, TurnRole.HAD) if said.is_somebody(at) else 0
    verb = said.past(verb, TurnRole.ONLY) if verb else 0
    if not verb or not said.is_number(verb) or not said.is_number_before(at):
        return None
    stop = said.means(verb + 1, TurnRole.OF_IT)
    if not stop or said.means(stop, TurnRole.OWES):
        return None
    others = any(said.means(one, TurnRole.OTHERS, TurnRole.REST) for one in range(stop, said.end))
    everybody = () if others else said.everybody_but(at)
    return Turn(stop, parts=(*everybody, said.somebody(at), alone(said.words[verb])))


def of_which(said: Said, at: int) -> Turn | None:
    """Read `46 dinner of which 6 beer only dee` beside an amount: so much more for her."""
    start = _number_apart(said, at)
    if said.numbers < _FEWEST or not start or not said.is_number(start):
        return None
    near = range(start + 1, min(said.end, start + 1 + _NEAR))
    name = next((one for one in near if _whose(said, one) is not None), 0)
    if not name or any(said.is_number(one) for one in range(start + 1, name)):
        return None
    if any(said.text(one) in said.circle.words.senses[Sense.REDUCTION] for one in near):
        return None  # "2000 minus 200 discount bob" is less for everybody.
    among = (said.means(one, TurnRole.AMONG) > said.means(one, TurnRole.FOR) for one in near)
    if not said.means(at, TurnRole.OF_WHICH) and any(among):
        return None  # "2000 minus 200 with bob"
    before = said.means(name - 1, TurnRole.WHOSE) or said.means(name - 1, TurnRole.ONLY)
    before = before or said.means(name, TurnRole.MINE)
    if not before and said.people(name)[1] < said.end:
        return None
    whose = _whose(said, name)
    assert whose is not None
    several, end = said.people(name)
    if len(several) > 1:  # "of which 300 drinks bob and me"
        names = [said.somebody(one) for one in range(name, end) if said.is_somebody(one)]
        minor = Fraction(said.words[start].plain.rstrip(",;")) / len(names)
        each = word_of(f"+{float(minor):.2f}".removesuffix(".00"))
        if minor * len(names) != Fraction(each.plain) * len(names):
            return None
        return Turn(end, parts=(EVERYBODY, *(word for one in names for word in (one, each))))
    more = word_of(f"+{said.words[start].plain.strip('(,;')}")
    stop = said.past(name + 1, TurnRole.ONLY)
    return Turn(stop, parts=(*said.everybody_but(name), whose, more))


def _number_apart(said: Said, at: int) -> int:
    """Return where a number stands that is perhaps one's own of the amount before it, or 0."""
    if start := said.means(at, TurnRole.OF_WHICH):
        return start
    if at and said.is_number(at) and said.means(at + 1, TurnRole.OF_IT):
        return at  # "20 of that is mine"
    return said.means(at, TurnRole.FEWER, TurnRole.MINUS) if said.is_number_before(at) else 0


def _whose(said: Said, at: int) -> Word | None:
    """Return whose something is: `dee`, `dee's` or `mine`."""
    if said.means(at, TurnRole.MINE) or said.means(at, TurnRole.MY):
        return ME
    if said.is_whose(at):
        return said.somebody(at)
    whose = said.possessor(at)
    member = None if whose is None else said.circle.member_of(whose)
    return None if member is None else name_of(member, said.circle)


def own_stuff(said: Said, at: int) -> Turn | None:
    """Read `bob's stuff 300` beside the amount of all: so much more for him."""
    whose = ME if said.means(at, TurnRole.MY) else None
    if whose is None and said.possessor(at) is not None:
        whose = _whose(said, at)
    stuff = said.means(at + 1, TurnRole.STUFF) if whose is not None else 0
    number = said.past(stuff, TurnRole.IS) if stuff else 0
    if whose is None or not number or said.numbers < _FEWEST or not said.is_number(number):
        return None
    stop = number + 1
    for role in (TurnRole.AND, TurnRole.THE, TurnRole.REST, TurnRole.IS, TurnRole.SHARE_IT):
        stop = said.past(stop, role)
    more = word_of(f"+{said.words[number].plain.rstrip(',;')}")
    return Turn(stop, parts=(*said.everybody_but(at), whose, more))


def plus_own(said: Said, at: int) -> Turn | None:
    """Read `40 dinner plus 6 for my own beer`: it is added, and mine alone."""
    number, for_ = at + 1, at + 2
    stop = said.means(for_ + 1, TurnRole.MY_OWN)
    if not said.means(at, TurnRole.PLUS) or not said.is_number(number):
        return None
    if not stop or not said.means(for_, TurnRole.FOR) or said.numbers < _FEWEST:
        return None
    more = word_of(f"+{said.words[number].plain.rstrip(',;')}")
    return Turn(stop, said.words[at : for_ + 1], (*said.everybody_but(for_ + 1), ME, more))


def share_of(said: Said, at: int) -> Turn | None:
    """Read `bobs share 300`, `my part 20` and `mine 20` beside other numbers: a part."""
    number = said.past(at + 1, TurnRole.SHARE)
    has_share = number > at + 1
    number = said.past(number, TurnRole.IS)
    if said.numbers < _FEWEST or not said.is_number(number):
        return None
    # Beside "bob paid" it would be what they paid; who begins "paid 600" says so of all.
    verbs = (one for one in range(1, said.end) if not said.means(one - 1, TurnRole.I))
    paid = any(map(said.pays, verbs)) or said.means(at - 1, TurnRole.FOR)
    if paid:
        return None
    named = has_share or number > at + 1
    if said.means(at, TurnRole.MINE) or (said.means(at, TurnRole.MY) and named):
        return Turn(number + 1, (ME, alone(said.words[number])))
    whom = possessor(said.text(at), said.circle) if named else None
    if whom is None or (member := said.circle.member_of(whom)) is None:
        return None
    return Turn(number + 1, (name_of(member, said.circle), alone(said.words[number])))


def i_paid_and_share(said: Said, at: int) -> Turn | None:
    """Read `i paid, bobs share is 1500`: right behind the verb it would be what he paid, too."""
    stop = at + 2
    if not said.means(at, TurnRole.I) or not said.paid(at + 1):
        return None
    whose = _whose(said, stop) if not said.is_whose(stop) else None
    share = said.means(stop + 1, TurnRole.SHARE)
    number = said.past(share, TurnRole.IS)
    if whose is None or not share or not said.is_number(number) or said.numbers < _FEWEST:
        return None
    others = any(said.pays(one) for one in range(said.end) if one != at + 1)
    return None if others else Turn(stop)  # Whoever writes has paid where nobody else has.


def so_much_each(said: Said, at: int) -> Turn | None:
    """Read `me 800 bob 600, chen and dee 300 each`: so much is each one's of several."""
    people, stop = said.people(at)
    if len(people) < _FEWEST or not said.is_number(stop) or not said.is_number_before(at):
        return None
    each = said.means(stop + 1, TurnRole.EACH)
    named = [said.somebody(one) for one in range(at, stop) if said.is_somebody(one)]
    typed = any(said.words[one].whom is not None for one in range(at, stop))
    if not each or typed or said.means(at - 1, TurnRole.CLAIMED) or said.is_somebody(at - 1):
        return None
    part = alone(said.words[stop])
    return Turn(each, tuple(word for name in named for word in (name, part)))


def so_many_each(said: Said, at: int) -> Turn | None:
    """Read `bob and chen 2 nights each`: so many are each one's of several."""
    people, stop = said.people(at)
    unit = said.means(stop + 1, TurnRole.PORTIONS) if said.is_number(stop) else 0
    each = said.means(unit, TurnRole.EACH) if unit and len(people) >= _FEWEST else 0
    if not each or said.means(at - 1, TurnRole.CLAIMED):
        return None
    named = [said.somebody(one) for one in range(at, stop) if said.is_somebody(one)]
    return Turn(each, tuple(word for one in named for word in (one, *said.words[stop:unit])))


def so_much_for(said: Said, at: int) -> Turn | None:
    """Read `dee left early so 400 for dee`, `asha had the cheap one so asha only owes 14`."""
    if said.numbers < _FEWEST or not said.is_named(at) or said.means(at - 1, TurnRole.AND):
        return None
    name = said.somebody(at)
    for so in range(at + 1, min(said.end, at + _LONGEST_STORY)):
        if said.is_number(so) or (said.is_named(so) and said.somebody(so).text != name.text):
            return None
        if said.means(so, TurnRole.SO):
            break
    else:
        return None
    stop = so + 1
    if said.is_number(stop) and said.means(stop + 1, TurnRole.EXTRA, TurnRole.FEWER):
        return _so_much_less(said, at, stop)
    if said.is_number(stop):
        behind = said.means(stop + 1, TurnRole.FOR, TurnRole.FROM)
        if not behind or not said.is_named(behind) or said.somebody(behind).text != name.text:
            return None
        number, stop = stop, behind + 1
    elif said.is_named(stop) and said.somebody(stop).text == name.text:
        verb = said.past(stop + 1, TurnRole.ONLY)
        verb = said.past(verb, TurnRole.WILL)
        number = said.means(verb, TurnRole.PAYS, TurnRole.GETS, TurnRole.OWES)
        number = said.past(number, TurnRole.ONLY)
        if not number or not said.is_number(number):
            return None
        stop = number + 1
    else:
        return None
    part = word_of(said.words[number].plain.rstrip(",;"))
    return Turn(stop, parts=(*said.everybody_but(at), name, part))


def _so_much_less(said: Said, at: int, number: int) -> Turn:
    """Read `bob didn't drink so 500 less for him`: his part is so much less than another's."""
    sign = "+" if said.means(number + 1, TurnRole.EXTRA) else "-"
    part = word_of(f"{sign}{said.words[number].plain.rstrip(',;')}")
    stop = said.means(number + 1, TurnRole.EXTRA, TurnRole.FEWER)
    whose = said.means(stop, TurnRole.FOR)
    theirs = bool(whose) and said.is_named(whose)
    stop = whose + 1 if theirs and said.somebody(whose).text == said.somebody(at).text else stop
    return Turn(stop, parts=(*said.everybody_but(at), said.somebody(at), part))


def rest_is_whose(said: Said, at: int) -> Turn | None:
    """Read `me 1200, bob 1450, rest is dee's`: all of what is left is hers."""
    rest = said.means(said.past(at, TurnRole.THE), TurnRole.REST)
    is_ = said.means(rest, TurnRole.IS) if rest else 0
    whose = said.owner(is_) if is_ else None
    if whose is None and is_ and said.means(is_, TurnRole.MINE):
        whose = ME
    ends = is_ + 1 >= said.end or (bool(is_) and said.words[is_].plain[-1:] in ",;.")
    return Turn(is_ + 1, (word_of("rest"), whose)) if whose is not None and ends else None


def parts_of_groups(said: Said, at: int) -> Turn | None:
    """Read `4500 hotel, chen and dee shared a room 2500, me and bob 2000`: each half of theirs.

    Only where what is said of all groups makes the amount before them.
    """
    groups: list[tuple[list[Word], int]] = []
    stop = at
    while (found := _group(said, stop)) is not None:
        names, minor, stop = found
        groups.append((names, minor))
    if len(groups) < _FEWEST:
        return None
    several = sum(len(names) > 1 for names, _ in groups)
    before = [said.words[one].plain.rstrip(",;") for one in range(at) if said.is_number(one)]
    if all(
        said.is_somebody(one) or said.is_number(one) or said.means(one, TurnRole.AND)
        for one in range(at, stop)
    ):
        return None  # `parts.together` reads names with nothing between, in any language.
    if not several or len(before) != 1 or not before[0].isdigit():
        return None
    if sum(minor for _, minor in groups) != int(before[0]) or said.means(at - 1, TurnRole.CLAIMED):
        return None
    parts: list[Word] = []
    for names, number in groups:
        for place, name in enumerate(names):
            cents = number * 100 // len(names) + (place < number * 100 % len(names))
            whole = str(cents // 100) if cents % 100 == 0 else f"{cents // 100}.{cents % 100:02}"
            parts += [name, word_of(whole)]
    return Turn(stop, parts=(word_of("only"), *parts))


def _group(said: Said, at: int) -> tuple[list[Word], int, int] | None:
    """Return people, the whole number that is said to be theirs together, and what follows."""
    people, stop = said.people(at)
    if not people:
        return None
    names = [said.somebody(one) for one in range(at, stop) if said.is_somebody(one)]
    for number in range(stop, min(said.end, stop + _NEAR)):
        if said.is_somebody(number) or said.pays(number) or said.means(number, TurnRole.OWES):
            return None
        if said.is_number(number):
            text = said.words[number].plain.rstrip(",;")
            each = said.means(number + 1, TurnRole.EACH)
            behind = said.past(number + 1, TurnRole.AND)
            return None if each or not text.isdigit() else (names, int(text), behind)
    return None


def of_all_is(said: Said, at: int) -> Turn | None:
    """Read `20% of 4500 is mine`: of that amount so much."""
    number = said.means(at + 1, TurnRole.OF)
    percent = said.words[at].plain
    if not number or not said.is_number(number) or not percent.endswith("%"):
        return None
    who = said.means(number + 1, TurnRole.IS, TurnRole.FOR)
    name = None if not who else _whose(said, who)
    if name is None or said.numbers > 1:
        return None
    return Turn(who + 1, (said.words[number], name, word_of(percent)))


def stayed(said: Said, at: int) -> Turn | None:
    """Read `chen stayed 2 nights`: those are theirs."""
    somebody = said.is_whose(at) or said.means(at, TurnRole.I)
    number = said.means(at + 1, TurnRole.STAYS) if somebody else 0
    if not number or not said.is_number(number) or not said.means(number + 1, TurnRole.PORTIONS):
        return None
    return Turn(number, (alone(said.somebody(at)),))


def share_paid(said: Said, at: int) -> Turn | None:
    """Read `my share of dinner 400 bob paid`: that much is mine, and nobody else's."""
    share = said.means(at + 1, TurnRole.SHARE)
    whose = _whose(said, at) if share and not said.is_whose(at) else None
    number = next((one for one in range(share, said.end) if said.is_number(one)), 0)
    if whose is None or not number or number > share + _NEAR or said.numbers > 1:
        return None
    behind = range(number + 1, said.end)
    paid = any(
        said.paid(one) and said.is_somebody(one - 1) and said.somebody(one - 1).text != whose.text
        for one in behind
    )
    thing = said.means(share, TurnRole.OF)
    thing = said.past(thing, TurnRole.THE) if thing else share
    if not paid or any(said.is_somebody(one) for one in range(share, number)):
        return None
    return Turn(number + 1, said.words[thing : number + 1], (word_of("only"), whose))


def so_many_for(said: Said, at: int) -> Turn | None:
    """Read `one for me, one for bob and two for asha`: so many parts are each one's."""
    counts = said.circle.words.numbers.values
    parts: list[Word] = []
    stop = at
    while 0 < (count := counts.get(said.text(stop), 0)) <= _NEAR:
        who = said.means(stop + 1, TurnRole.FOR)
        if not who or not said.is_whose(who) or count != int(count):
            break
        parts += [said.somebody(who), word_of(f"x{int(count)}")]
        stop = said.past(who + 1, TurnRole.AND)
    return Turn(stop, parts=(word_of("only"), *parts)) if len(parts) > _FEWEST else None
