"""Which number of a line is its amount: the only one, the one that is chosen, or what they make."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from handlers.grammar.circle import Circle
from handlers.grammar.command_names import SPLIT_COMMANDS
from handlers.grammar.lexer import Line, Word, is_letters, word_of
from handlers.grammar.literals.amounts import Figure, figure_at, write_money
from handlers.grammar.natural.amounts.extras import PERCENT
from handlers.grammar.natural.amounts.labels import SUM_FROM, behind_all, is_labelled, labelled
from handlers.grammar.natural.amounts.paid_for import each_paid_for
from handlers.grammar.natural.amounts.places import (
    COUNT,
    EXTRA,
    MEASURE,
    Place,
    counts_things,
    is_extra,
    is_measured,
    places,
)
from handlers.grammar.natural.amounts.prices import (
    at_so_much,
    counted_each,
    is_clear_price,
    priced_in_turn,
)
from handlers.grammar.natural.amounts.readings import as_chosen, in_front, others_escaped, summed
from handlers.grammar.natural.amounts.tips import is_taken_off, with_tip_or_not
from handlers.grammar.natural.phrases.parts_behind import ratio_in
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.sense_words import Sense
from ledger.core.errors import Code, LedgerError
from ledger.core.money import Currency, Money

_DAY = re.compile(r"\d{1,2}/\d{1,2}\Z")
_COUNT = re.compile(r"[1-9]\d?\Z")
_SEVERAL = 2
_FEW_PEOPLE = 12
"""More than so many are hardly whom a line is for where it says no amount."""


def amount_first(
    line: Line, home: Currency, today: date, circle: Circle, choice: int | None
) -> Line:
    """Return the line with its amount in front; `choice` is the reading that was pressed.

    Raises AMOUNT_AMBIGUOUS(written, readings: tuple[Money, ...], examples, choices: bool)
    where several numbers may be it.
    """
    words = line.words
    if not words:
        return line
    phrases = Phrases(words, circle, home, today)
    try:
        begins_else = PERCENT.match(words[0].plain) or phrases.dated(0) or phrases.day(0)
        begins_else = begins_else or is_measured(words[0]) or _is_ratio(phrases)
        first = None if begins_else else figure_at(words, 0, home)
    except LedgerError:
        return line
    line, found = _measures_apart(line, places(phrases, home, today))
    words, phrases = line.words, Phrases(line.words, circle, home, today)
    first = None if words[0].escaped else first
    if first is not None and _DAY.match(words[0].plain) and phrases.is_date(0):
        free = [place for place in found if not place.owner and place.at]
        if len(free) == 1:
            return _dated_or_sum(line, first, free[0], phrases, choice)
    if first is not None:
        return _begun(line, first, found, phrases, home, choice)
    free = [place for place in found if not place.owner]
    if len(_amounts(free)) == 1:
        return in_front(line, free[0], phrases, home)
    if len(free) > 1:
        return _chosen(line, _with_extras(found), phrases, home, choice)
    found = [place for place in found if place.owner != COUNT] or [
        place for place in found if not phrases.role(place.figure.stop, Role.PEOPLE)
    ]
    if len(found) == 1:
        _refuse_headcount(line.words, found[0])
        return in_front(line, found[0], phrases, home)
    if found and (len({place.owner for place in found}) == 1 or _all_paid(phrases, found)):
        return _summed_up(line, found, phrases)
    return _of_somebodys(line, found, phrases, choice) if found else line


def _refuse_headcount(words: Sequence[Word], place: Place) -> None:
    """Raise AMOUNT_MISSING where the only number is for how many it was: `dinner for 4`."""
    few = _COUNT.match(words[place.at].plain.rstrip(",;.!?"))
    if place.owner != COUNT or few is None or place.figure.stop < len(words):
        return
    if int(few[0]) <= _FEW_PEOPLE:
        raise LedgerError(Code.AMOUNT_MISSING, found="", examples=())


def _of_somebodys(line: Line, found: list[Place], phrases: Phrases, choice: int | None) -> Line:
    """Return the line of the number that was chosen, where each would be somebody's."""
    if line.command not in SPLIT_COMMANDS:
        return line
    home = phrases.currency
    readings = [Money(place.figure.minor, place.figure.currency) for place in found]
    lines = [
        in_front(others_escaped(line, found, place), place, None, home, escape=True, for_=phrases)
        for place in found
    ]
    return as_chosen(line, readings, lines, choice)


def _summed_up(line: Line, found: list[Place], phrases: Phrases) -> Line:
    """Return a line of only parts, or only what was paid, with what they make in front.

    Such numbers are money and count nothing: `bob 20 chen 20 dee 10 tickets`. Where each counts
    nights or the like there is no amount.
    """
    units = [place.figure.stop for place in found if phrases.role(place.figure.stop, Role.UNIT)]
    if len(units) == len(found):
        return line
    words = (replace(word, escaped=at in units) for at, word in enumerate(line.words))
    total = sum(place.figure.minor for place in found)
    written = write_money(Money(total, found[0].figure.currency), phrases.currency)
    return replace(line, words=(*map(word_of, written.split()), *words))


def _is_ratio(phrases: Phrases) -> bool:
    """Tell whether a line begins with how it is shared, and says the amount later.

    So does `50/50 with bob 300`.
    """
    said = phrases.role(0, Role.HALF) or bool(ratio_in(phrases.words[0]))
    people = phrases.role(said, Role.WITH, Role.BETWEEN) or said
    number = any(word.plain[:1].isdigit() for word in phrases.words[1:] if not word.escaped)
    return bool(said) and phrases.people(people) is not None and number


def _measures_apart(line: Line, found: list[Place]) -> tuple[Line, list[Place]]:
    """Return the line with what is measured as words, and the numbers that are left."""
    measured = {place.at for place in found if place.owner == MEASURE}
    if not measured:
        return line, found
    words = (
        replace(word, escaped=True) if at in measured else word
        for at, word in enumerate(line.words)
    )
    left = [place for place in found if place.at not in measured]
    return replace(line, words=tuple(words)), left


def _all_paid(phrases: Phrases, found: list[Place]) -> bool:
    """Tell whether each number is what somebody paid, the verb said once: `bob paid 20 i 40`."""
    if found[0].owner != "paid" or any(place.owner not in ("paid", "part") for place in found):
        return False
    for before, place in pairwise(found):
        start = phrases.joiner_at(before.figure.stop) or before.figure.stop
        one = phrases.person(start) or phrases.person(phrases.role(start, Role.AND) or start)
        stop = one.stop if one is not None else phrases.role(start, Role.ME)
        verbs = (phrases.role(stop, Role.PAID) if stop else 0, phrases.role(start, Role.I_PAID))
        if place.at not in (stop, *verbs):
            return False
    return True


def _dated_or_sum(
    line: Line, first: Figure, other: Place, phrases: Phrases, choice: int | None
) -> Line:
    """Return the line of `14/2 dinner 1400`: the day it was, or a sum, as was chosen.

    What may be two days, or none, is a word: `1/2 kg chicken 240`.
    """
    home, words = phrases.currency, line.words
    if phrases.is_clear_date(0):
        dated = replace(line, words=(*words[1:], word_of("on"), words[0]))
        moved = in_front(dated, replace(other, at=other.at - 1, figure=replace(
            other.figure, stop=other.figure.stop - 1
        )), None, home, escape=True)  # fmt: skip
    else:
        moved = in_front(
            others_escaped(line, [Place(0, first)], other), other, None, home, escape=True
        )
    readings = [Money(one.minor, one.currency) for one in (other.figure, first)]
    return as_chosen(
        line, readings, [moved, others_escaped(line, [other], Place(0, first))], choice
    )


def _begun(
    line: Line,
    first: Figure,
    found: list[Place],
    phrases: Phrases,
    home: Currency,
    choice: int | None,
) -> Line:
    """Return a line that begins with a number, which is its amount unless it counts something."""
    free = [place for place in found if not place.owner]
    if found and not found[0].at and found[0].owner and len(free) == 1:
        return in_front(line, free[0], phrases, home)  # "7 nights bob 4 nights chen 700"
    counts = counts_things(line.words, first) or _perhaps_summed(phrases, free)
    counts |= any(is_extra(phrases, place) or is_taken_off(phrases, place) for place in free)
    counts |= at_so_much(line, free, phrases, home) is not None  # "800 per night for 2 nights"
    if any(_is_added_for_somebody(phrases, place) for place in free):
        return _chosen(line, free, phrases, home, choice)
    if first.minor <= 0 or not counts:
        return line
    added = any(
        phrases.role(place.at - 1, Role.PLUS) and phrases.role(place.figure.stop, Role.FOR)
        for place in free[1:]
    )
    if len(_amounts(free)) < 2 or added:
        return line
    return _chosen(line, _with_extras(found), phrases, home, choice)


def _with_extras(found: list[Place]) -> list[Place]:
    """Return the free numbers and the tips beside them: `pizza 14 + drinks 9 + tip 3`."""
    return [place for place in found if place.owner in ("", EXTRA)]


def _is_added_for_somebody(phrases: Phrases, place: Place) -> bool:
    """Tell whether `plus 500 for bob` stands there: added to the amount, or to his part."""
    if not place.at or phrases.role(place.at - 1, Role.PLUS) != place.at:
        return False
    behind = phrases.role(place.figure.stop, Role.FOR)
    return bool(behind) and phrases.people(behind) is not None


def _amounts(found: list[Place]) -> set[tuple[int, Currency]]:
    """Return the amounts that there are: two of the same are nothing to ask about."""
    return {(place.figure.minor, place.figure.currency) for place in found}


def _perhaps_summed(phrases: Phrases, free: list[Place]) -> bool:
    """Tell whether the first number is one of several that are added: `20 pizza, 10 drinks`."""
    if len(free) < 2 or free[0].at or len(phrases.words) <= free[0].figure.stop:
        return False
    least = free[0].figure.minor // SUM_FROM
    return _joined(phrases, free) and all(place.figure.minor >= least for place in free[1:])


def _joined(phrases: Phrases, free: list[Place]) -> bool:
    """Tell whether each number but the first follows a comma or an "and", and says of what.

    So it does where what it was for stands between: `900 dinner, drinks 150`.
    """
    for place in free[1:]:
        if not free[0].at and _is_thing_joined(phrases, place):
            continue
        behind = place.figure.stop
        if not _follows(phrases, place.at) or behind >= len(phrases.words):
            return False
        counted = phrases.role(behind, Role.UNIT) and not phrases.role(behind, Role.THING)
        counted = counted and not place.figure.arithmetic  # "20 pizza, 4x65 tickets"
        if counted or phrases.ends(behind):
            return False
    return len({place.figure.currency for place in free}) == 1


def _is_thing_joined(phrases: Phrases, place: Place) -> bool:
    """Tell whether a thing with its number behind is joined to another: `dinner and drinks 150`.

    Behind somebody, or their number, it could be a name: `bob 600 and mike 300`.
    """
    label = place.at - 1
    if not is_labelled(phrases, place) or not _follows(phrases, label):
        return False
    comma = phrases.words[label - 1].plain[-1:] in (",", ";")
    before = label if comma else label - 1
    return is_letters(phrases.words[before - 1].low.rstrip(",;")) and not (
        phrases.is_named_before(before) or phrases.role(before - 1, Role.ME)
    )


def _follows(phrases: Phrases, at: int) -> bool:
    """Tell whether a comma, an "and" or a plus stands right before a word."""
    joiner = phrases.role(at - 1, Role.AND, Role.PLUS) == at
    return joiner or phrases.words[at - 1].plain[-1:] in (",", ";", "+")


def _chosen(
    line: Line, free: list[Place], phrases: Phrases, home: Currency, choice: int | None
) -> Line:
    within = [place for place in free if _is_within(phrases, place)]
    if within and len(free) > len(within):
        line = others_escaped(line, within, next(place for place in free if place not in within))
        free = [place for place in free if place not in within]
        if len(free) == 1:
            return in_front(line, free[0], phrases, home)
    tips = [place for place in free if is_extra(phrases, place) or is_taken_off(phrases, place)]
    if len(free) == 2 and len(tips) == 1 and _is_less(tips[0], free):  # "dinner 100 tip 10"
        return with_tip_or_not(line, free, tips[0], phrases, choice)
    if (product := counted_each(line, free, phrases, home)) is not None:
        return product
    return _one_or_all(line, free, phrases, home, choice)


def _is_within(phrases: Phrases, place: Place) -> bool:
    """Tell whether a number is said to be of the amount already: `900 incl 120 wine`."""
    before = phrases.role(place.at - 1, Role.INCLUDED) == place.at if place.at else False
    return before and not is_extra(phrases, place)


def _one_or_all(
    line: Line, free: list[Place], phrases: Phrases, home: Currency, choice: int | None
) -> Line:
    """Return the line of the one number, or of all of them, that is said or chosen."""
    readings = [Money(place.figure.minor, place.figure.currency) for place in free]
    if is_list := _is_list(free, phrases):
        line = replace(line, words=_joiners_apart(line.words, free))
    lines = [
        in_front(others_escaped(line, free, place), place, None, home, escape=True, for_=phrases)
        for place in free
    ]
    if (paid := each_paid_for(line, free, phrases, home)) is not None:
        return paid
    if (whole := _in_total(free, phrases)) is not None:
        return lines[free.index(whole)]
    if (turns := priced_in_turn(line, free, phrases, home)) is not None:
        return as_chosen(line, [turns[0], *readings], [turns[1], *lines], choice)
    if (priced := at_so_much(line, free, phrases, home)) is not None:
        if choice is None and is_clear_price(free[1], free[0], phrases):
            return priced[1]
        return as_chosen(line, [priced[0], *readings], [priced[1], *lines], choice)
    if (typed := _typed_sum(free, phrases)) is not None:
        return lines[free.index(typed)]
    named = labelled(phrases, free)
    if named and (shared := behind_all(phrases)):
        return summed(replace(line, words=line.words[:shared]), free, home)
    several = len({place.at for place in free}) > 1  # "1.250,5" is one number.
    if several and (named or is_list or _joined(phrases, free)):
        # Three things with a price each are hardly anything but a sum.
        first = 0 if (named or is_list) and len(free) > _SEVERAL else len(free)
        readings.insert(first, Money(sum(one.minor for one in readings), readings[0].currency))
        lines.insert(first, summed(line, free, home, listed=is_list))
    return as_chosen(line, readings, lines, choice)


def _is_list(free: list[Place], phrases: Phrases) -> bool:
    """Tell whether nothing but commas and "and" stands between the numbers: `18, 21 and 19.5`."""
    several = len(free) > _SEVERAL  # "breakfast 12.50 12.50 13"
    return len({place.figure.currency for place in free}) == 1 and all(
        (several or _follows(phrases, place.at))
        and place.at >= before.figure.stop
        and place.at - before.figure.stop <= (phrases.role(place.at - 1, Role.AND) == place.at)
        for before, place in pairwise(free)
    )


def _joiners_apart(words: tuple[Word, ...], free: list[Place]) -> tuple[Word, ...]:
    """Return a line's words, what stands between its numbers marked as description."""
    between = range(free[0].at + 1, free[-1].at)
    numbers = {at for place in free for at in range(place.at, place.figure.stop)}
    return tuple(
        replace(word, escaped=True) if at in between and at not in numbers else word
        for at, word in enumerate(words)
    )


def _typed_sum(free: list[Place], phrases: Phrases) -> Place | None:
    """Return the sum that is typed where the other numbers count: `3 rounds, 18+21+19.5`."""
    sums = [place for place in free if place.figure.arithmetic]
    if len(sums) != 1:
        return None
    counts = (place for place in free if place is not sums[0])
    counted = all(
        _COUNT.match(phrases.words[place.at].plain)
        and is_letters(phrases.folded(place.at + 1))
        and place.figure.minor < sums[0].figure.minor
        for place in counts
    )
    return sums[0] if counted else None


def _is_less(tip: Place, free: list[Place]) -> bool:
    """Tell whether a tip is the smaller number: "iphone 15 cover 500" is no cover charge."""
    return all(tip is place or tip.figure.minor < place.figure.minor for place in free)


def _in_total(free: list[Place], phrases: Phrases) -> Place | None:
    """Return the one number that is said to be of all: `2 tickets 80 total`."""
    found = [
        place
        for place in free
        if phrases.is_a(place.figure.stop, Sense.TOTAL)
        or (
            phrases.folded(place.figure.stop) == "in"
            and phrases.is_a(place.figure.stop + 1, Sense.TOTAL)
        )
        or phrases.is_a(place.at - 1, Sense.TOTAL)
    ]
    return found[0] if len(found) == 1 else None
