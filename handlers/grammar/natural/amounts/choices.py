"""Which number of a line is its amount: the only one, the one that is chosen, or what they make."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import pairwise

from handlers.grammar.circle import Circle
from handlers.grammar.command_names import SPLIT_COMMANDS
from handlers.grammar.lexer import Line, Word, word_of
from handlers.grammar.literals.amounts import (
    Figure,
    figure_at,
    write_money,
    write_number,
    written_at,
)
from handlers.grammar.natural.amounts.extras import PERCENT, REDUCTIONS
from handlers.grammar.natural.amounts.places import (
    MEASURE,
    Place,
    counts_things,
    extra_behind,
    is_extra,
    is_measured,
    places,
)
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.natural.phrases.taking import GAP
from handlers.grammar.vocabulary import Role
from ledger.core.errors import Code, LedgerError
from ledger.core.folding import fold
from ledger.core.members import Name
from ledger.core.money import Currency, Money

_PRICE = re.compile(r"\d{1,6}(?:\.\d{1,2})?(?:rb|k|ribu)?\Z")
_DAY = re.compile(r"\d{1,2}/\d{1,2}\Z")
_FEW = re.compile(r"\d{1,2}\Z")
_NO_LABEL = (Role.ARTICLE, Role.FOR, Role.BEFORE_NAME, Role.ON_DAY)
_PER = frozenset({"per", "a", "the", "pro", "par", "por", "each"})
_PIECES = frozenset({"piece", "pc", "unit", "item", "head"})
_TOTAL = frozenset({"total", "altogether", "together", "insgesamt", "gesamt"})
_AT = frozenset({"a", "at", "@", "zu", "je"})
"""Before the price of one: `3 kebabs a 7 euro`."""
_SUM_FROM = 10
"""A further number of less than a tenth of the first counts things: "500 food, 4 beers"."""


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
        begins_else = begins_else or is_measured(words[0])
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
        return _moved(line, free[0], phrases, home)
    if len(free) > 1:
        return _chosen(line, free, phrases, home, choice)
    if len(found) == 1:
        return _moved(line, found[0], phrases, home)
    if found and (len({place.owner for place in found}) == 1 or _all_paid(phrases, found)):
        # Only parts, or only what was paid: together they are the amount.
        total = sum(place.figure.minor for place in found)
        written = write_money(Money(total, found[0].figure.currency), home)
        return replace(line, words=(*map(word_of, written.split()), *words))
    return line


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
        moved = _moved(dated, replace(other, at=other.at - 1, figure=replace(
            other.figure, stop=other.figure.stop - 1
        )), None, home, escape=True)  # fmt: skip
    else:
        moved = _moved(_escaped(line, [Place(0, first)], other), other, None, home, escape=True)
    readings = [Money(one.minor, one.currency) for one in (other.figure, first)]
    return _as_chosen(line, readings, [moved, _escaped(line, [other], Place(0, first))], choice)


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
        return _moved(line, free[0], phrases, home)  # "7 nights bob 4 nights chen 700"
    counts = counts_things(line.words, first) or _perhaps_summed(phrases, free)
    counts |= any(is_extra(phrases, place) for place in free)
    if any(_is_added_for_somebody(phrases, place) for place in free):
        return _chosen(line, free, phrases, home, choice)
    if first.minor <= 0 or not counts:
        return line
    added = any(phrases.role(place.at - 1, Role.PLUS) for place in free[1:])
    if len(_amounts(free)) < 2 or added:
        return line
    return _chosen(line, free, phrases, home, choice)


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
    least = free[0].figure.minor // _SUM_FROM
    return _joined(phrases, free) and all(place.figure.minor >= least for place in free[1:])


def _joined(phrases: Phrases, free: list[Place]) -> bool:
    """Tell whether each number but the first follows a comma or an "and", and says of what."""
    for place in free[1:]:
        before = phrases.words[place.at - 1]
        joiner = phrases.role(place.at - 1, Role.AND, Role.PLUS) == place.at
        behind = place.figure.stop
        if not (joiner or before.plain[-1:] in (",", ";", "+")) or behind >= len(phrases.words):
            return False
        counted = phrases.role(behind, Role.UNIT) and not phrases.role(behind, Role.THING)
        if counted or phrases.ends(behind):
            return False
    return len({place.figure.currency for place in free}) == 1


def _labelled(phrases: Phrases, free: list[Place]) -> bool:
    """Tell whether what it was for stands before each number: `cab 90, snacks 30`."""
    least = max(place.figure.minor for place in free) // _SUM_FROM
    return all(
        place.at
        and phrases.words[place.at - 1].low.isalpha()
        and not phrases.role(place.at - 1, *_NO_LABEL)
        and place.figure.minor >= least
        and place.figure.currency == free[0].figure.currency
        for place in free
    )


def _chosen(
    line: Line, free: list[Place], phrases: Phrases, home: Currency, choice: int | None
) -> Line:
    tips = [place for place in free if is_extra(phrases, place)]
    if len(free) == 2 and len(tips) == 1:  # "dinner 100 tip 10"
        return _with_tip_or_not(line, free, tips[0], home, choice)
    if (product := _counted_each(line, free, phrases, home)) is not None:
        return product
    readings = [Money(place.figure.minor, place.figure.currency) for place in free]
    lines = [_moved(_escaped(line, free, place), place, None, home, escape=True) for place in free]
    if (paid := _each_paid_for(line, free, phrases, home)) is not None:
        return paid
    if (whole := _in_total(free, phrases)) is not None:
        return lines[free.index(whole)]
    if (priced := _at_so_much(line, free, phrases, home)) is not None:
        return _as_chosen(line, [priced[0], *readings], [priced[1], *lines], choice)
    if _joined(phrases, free) or _labelled(phrases, free):
        readings.append(Money(sum(one.minor for one in readings), readings[0].currency))
        lines.append(_summed(line, free, home))
    return _as_chosen(line, readings, lines, choice)


def _with_tip_or_not(
    line: Line, free: list[Place], tip: Place, home: Currency, choice: int | None
) -> Line:
    """Return the line with its tip added to the amount, or as part of it, as was chosen."""
    [bill] = [place for place in free if place is not tip]
    alone = _moved(_escaped(line, free, bill), bill, None, home, escape=True)
    beside = (*line.words[tip.at - 1 : tip.at], *line.words[tip.figure.stop :][:2])
    reduces = any(fold(word.low) in REDUCTIONS for word in beside)
    both = _summed(line, [bill, tip], home, "-" if reduces else "+")
    changed = bill.figure.minor + (-tip.figure.minor if reduces else tip.figure.minor)
    if changed <= 0:
        return alone
    readings = [Money(minor, bill.figure.currency) for minor in (changed, bill.figure.minor)]
    return _as_chosen(line, readings, [both, alone], choice)


def percent_asked(
    line: Line, home: Currency, today: date, circle: Circle, choice: int | None
) -> Line:
    """Return a line of `1000 dinner tip 10%` with its percentage added, or in the amount.

    Raises AMOUNT_AMBIGUOUS as `amount_first` does, unless it was chosen.
    """
    words = line.words
    phrases = Phrases(words, circle, home, today)
    for at in range(1, len(words)):
        number = phrases.role(at, Role.EXTRA) or _percent_with(phrases, at)
        said = PERCENT.match(words[number].plain) if 0 < number < len(words) else None
        stop = number + 1 if number > at else extra_behind(phrases, number + 1)
        if said is None or words[number].escaped or _is_settled(phrases, at, stop):
            continue
        figure = figure_at(words, 0, home)
        if figure is None or figure.minor <= 0:
            return line
        start = at - (phrases.role(at - 1, Role.WITH) == at)
        labels = range(at, min(len(words), number + 3))
        reduces = any(phrases.folded(one) in REDUCTIONS for one in labels)
        changed = figure.minor * (100 + Fraction(said[1]) * (-1 if reduces else 1)) / 100
        readings = [Money(int(changed + Fraction(1, 2)), figure.currency)]
        readings.append(Money(figure.minor, figure.currency))
        sign = word_of("minus" if reduces else "plus")
        escaped = replace(words[number], escaped=True)
        lines = [
            replace(line, words=(*words[:start], sign, *words[at:])),
            replace(line, words=(*words[:number], escaped, *words[number + 1 :])),
        ]
        return _as_chosen(line, readings, lines, choice)
    return line


def _percent_with(phrases: Phrases, at: int) -> int:
    """Return the index itself where the percentage of `with 10% tip` stands there; or 0.

    `10% discount` is taken off.
    """
    said = PERCENT.match(phrases.words[at].plain)
    behind = extra_behind(phrases, at + 1) if said else 0
    reduces = any(phrases.folded(one) in REDUCTIONS for one in range(at + 1, behind))
    with_ = phrases.role(at - 1, Role.WITH) == at
    return at if behind and (with_ or not reduces) else 0


def _is_settled(phrases: Phrases, at: int, stop: int) -> bool:
    """Tell whether it is said already if a tip is added, or whose it is."""
    before = phrases.words[at - 1]
    said = phrases.role(at - 1, Role.PLUS, Role.AND, Role.MINUS, Role.INCLUDED) == at
    added = said or before.plain in ("+", "-") or before.plain[-1:] == "+"
    return added or bool(phrases.role(stop, Role.INCLUDED)) or phrases.is_named_before(at)


def _counted_each(line: Line, free: list[Place], phrases: Phrases, home: Currency) -> Line | None:
    """Return the line of `3 coffees 4 each` with `3*4` in front; None for other lines."""
    if len(free) != 2 or not _FEW.match(line.words[free[0].at].plain):
        return None
    each = phrases.role(free[1].figure.stop, Role.EACH)
    if not each or free[1].figure.currency != home or free[1].figure.arithmetic:
        return None
    price = write_number(Money(free[1].figure.minor, home))
    amount = word_of(f"{line.words[free[0].at].plain}*{price}")
    words = line.words
    things = replace(words[free[0].at], escaped=True)
    rest = (*words[: free[0].at], things, *words[free[0].at + 1 : free[1].at], *words[each:])
    return replace(line, words=(amount, *rest))


def _at_so_much(
    line: Line, free: list[Place], phrases: Phrases, home: Currency
) -> tuple[Money, Line] | None:
    """Return what `3 kebabs a 7 euro` and `800 per night for 2 nights` come to, and the line."""
    if len(free) != 2:
        return None
    for things, each in (free, reversed(free)):
        counted = _text(phrases, things.at + 1).removesuffix("s")
        price, unit = each.figure, each.figure.stop + 1
        per = _text(phrases, unit - 1) in _PER
        per &= _text(phrases, unit).removesuffix("s") in (counted, *_PIECES)
        at_price = things.at < each.at and _text(phrases, each.at - 1) in _AT
        if (
            not (per or at_price)
            or price.arithmetic
            or not _FEW.match(phrases.words[things.at].plain)
        ):
            continue
        count = int(phrases.words[things.at].plain)
        money = Money(price.minor, price.currency)
        amount = [word_of(f"{count}*{write_number(money)}")]
        amount += [] if price.currency == home else [word_of(price.currency)]
        said = range(each.at - at_price, unit + 1 if per else price.stop)
        rest = tuple(
            replace(word, escaped=word.escaped or at == things.at)
            for at, word in enumerate(line.words)
            if at not in said
        )
        total = replace(money, minor=count * money.minor)
        return total, replace(line, words=(*amount, *rest))
    return None


def _each_paid_for(line: Line, free: list[Place], phrases: Phrases, home: Currency) -> Line | None:
    """Return the line of `kayaks 80, dinner 60, bob paid the kayaks and i paid dinner`: their sum.

    None where it is not said of every number who paid it.
    """
    before = _labelled(phrases, free)
    if len(free) < 2 or any(place.figure.currency != home for place in free):
        return None
    places = {
        _text(phrases, place.at - 1 if before else place.figure.stop): place for place in free
    }
    paid: dict[str, Word] = {}
    dropped = {at for place in free for at in range(place.at, place.figure.stop)}
    for at in range(len(line.words)):
        one = phrases.person(at)
        mine = phrases.role(at, Role.I_PAID)
        verb = mine or (phrases.role(one.stop, Role.PAID) if one is not None else 0)
        thing = (phrases.role(verb, Role.FOR) or verb) if verb else 0
        thing += _text(phrases, thing) in ("the", "for")
        if not verb or (label := _text(phrases, thing)) not in places or label in paid:
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


def _in_total(free: list[Place], phrases: Phrases) -> Place | None:
    """Return the one number that is said to be of all: `2 tickets 80 total`."""
    found = [
        place
        for place in free
        if _text(phrases, place.figure.stop) in _TOTAL
        or (
            _text(phrases, place.figure.stop) == "in"
            and _text(phrases, place.figure.stop + 1) in _TOTAL
        )
        or _text(phrases, place.at - 1) in _TOTAL
    ]
    return found[0] if len(found) == 1 else None


def _text(phrases: Phrases, at: int) -> str:
    return phrases.folded(at) if 0 <= at < len(phrases.words) else ""


def _as_chosen(line: Line, readings: list[Money], lines: list[Line], choice: int | None) -> Line:
    """Return the line of the reading that was chosen; raise AMOUNT_AMBIGUOUS where none was."""
    if choice is not None and 0 <= choice < len(lines):
        return lines[choice]
    raise LedgerError(
        Code.AMOUNT_AMBIGUOUS,
        written=written_at(line.words, 0, len(line.words)),
        readings=tuple(readings),
        examples=tuple(one.example(*map(_typed, one.words)) for one in lines),
        choices=line.command in SPLIT_COMMANDS,
    )


def _escaped(line: Line, free: list[Place], amount: Place) -> Line:
    """Return the line with the numbers that are not the amount marked as words."""
    taken = range(amount.at, amount.figure.stop)
    others = {place.at for place in free if place.at not in taken}
    words = (
        replace(word, escaped=True) if at in others else word for at, word in enumerate(line.words)
    )
    return replace(line, words=tuple(words))


def _typed(word: Word) -> str:
    return f"\\{word.text}" if word.escaped else word.text


def _summed(line: Line, free: list[Place], home: Currency, sign: str = "+") -> Line:
    """Return the line with the sum of its numbers in front, or their difference."""
    numbers = [Money(place.figure.minor, place.figure.currency) for place in free]
    amount = [word_of(sign.join(write_number(one) for one in numbers))]
    if numbers[0].currency != home:
        amount.append(word_of(numbers[0].currency))
    taken = {at for place in free for at in range(place.at, place.figure.stop)}
    rest = (word for at, word in enumerate(line.words) if at not in taken)
    return replace(line, words=(*amount, *rest))


def at_a_price(line: Line, circle: Circle) -> Line:
    """Return the line with `3*5` where it says `3 beers @5`: nobody is called 5."""
    words = line.words
    prices = [at for at, word in enumerate(words) if _is_price(word, circle)]
    counts = [at for at, word in enumerate(words) if word.whom is None and word.plain[:1].isdigit()]
    if len(prices) != 1 or len(counts) != 1 or not _FEW.match(words[counts[0]].plain):
        return line
    price = words[prices[0]].text.lstrip("@")
    each = price.rstrip("rbkiu") + "k" * (not price[-1].isdigit())
    amount = word_of(f"{words[counts[0]].plain}*{each}")
    rest = (word for at, word in enumerate(words) if at not in (counts[0], prices[0]))
    return replace(line, words=(amount, *rest))


def _is_price(word: Word, circle: Circle) -> bool:
    whom = word.whom
    named = isinstance(whom, Name) and whom.person is None and not circle.members(whom.text)
    return named and not word.out and _PRICE.match(word.text.lstrip("@")) is not None


def _without_it_was(phrases: Phrases, before: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return the words before an amount without an "it was" that ends them: `dinner was 20`."""
    for at in range(max(0, len(before) - phrases.circle.words.longest), len(before)):
        if at and phrases.role(at, Role.IT_WAS) == len(before):
            return before[:at]
    return before


def _moved(
    line: Line, place: Place, phrases: Phrases | None, home: Currency, *, escape: bool = False
) -> Line:
    """Return the line with its amount in front; other numbers of it stay words."""
    words, figure = line.words, place.figure
    start = place.at
    before = words[:start]
    if phrases is not None and start and phrases.role(start - 1, Role.FOR) == start:
        before = words[: start - 1]
    elif phrases is not None and start > 1 and phrases.is_word(start - 1, "of"):
        before = words[: start - 1]  # "30% bob 70% me of 200"
    if phrases is not None:
        before = _without_it_was(phrases, before)
    amount: list[Word] = list(words[start : figure.stop])
    if figure.arithmetic is None:
        amount = [word_of(write_number(Money(figure.minor, figure.currency)))]
        if figure.currency != home:
            amount.append(word_of(str(figure.currency)))
    if phrases is not None and start and phrases.role(start - 1, Role.EACH_BEFORE) == start:
        before = words[: start - 1]
        amount.append(word_of("each"))
    if phrases is not None and not escape and start and phrases.role(0, Role.PAID) == start:
        before = ()  # "paid 20 for pizza": I did.
    new = phrases is not None and bool(before) and phrases.name_alone(figure.stop) is not None
    gap = (GAP,) if place.owner == "paid" or new else ()
    rest = (*before, *gap, *words[figure.stop :])
    if phrases is not None and (each := phrases.role(figure.stop, Role.EACH)):
        # "bob chen 30 each sushi": each is said of the number, and the names end the line.
        named = any(phrases.person(at) for at in range(start))
        verb_last = any(phrases.role(at, Role.PAID) == len(words) for at in range(each, len(words)))
        behind = (*words[each:], GAP) if verb_last else words[each:]
        rest = (*behind, *before) if named else (*before, *words[each:])
        rest = (*words[figure.stop : each], *rest)
    return replace(line, words=(*amount, *rest))
