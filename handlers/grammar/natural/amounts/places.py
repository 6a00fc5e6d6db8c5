"""Where in a line the amount stands, when it does not begin it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Word, is_letters
from handlers.grammar.literals.amounts import Figure, figure_at
from handlers.grammar.literals.dates import date_at
from handlers.grammar.natural.phrases.headcounts import is_headcount
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.vocabulary import Role
from ledger.core.errors import Code, LedgerError
from ledger.core.folding import fold
from ledger.core.money import Currency

_RATIO = re.compile(r"\d{1,3}(?:[/:]\d{1,3})+\Z")
_ADDING = (Role.PLUS, Role.AND, Role.MINUS)
_OF = frozenset({"de", "di", "d'", "of"})
_SHORT = re.compile(r"\d{1,3}\.\d[,;]?\Z")
_SMALL = re.compile(r"\d{1,2}\Z")
_MEASURES = frozenset(
    fold(
        "g gr grs gm gms gram grams gramm gramme grammes gramos gramas kg kgs kilo kilos kilogram "
        "kilograms l ltr ltrs lt liter liters litre litres litro litros ml cl dl oz ounce ounces "
        "lb lbs pcs pc gal gallon gallons dozen pint pints adet г гр кг л мл шт ग्राम किलो लीटर "
        "كيلو غرام لتر"
    ).split()
)
"""Units of weight and volume, and pieces, as they are written behind a number."""
_MEASURED = re.compile(r"\d[\d.,]*([^\W\d_]{3,})[,;]?\Z")
"""Of fewer letters a unit is no currency's code."""
MEASURE = "measure"
COUNT = "count"
EXTRA = "extra"
PART = "part"
_NUMBER = re.compile(r"(\d{1,6})(?:[.,]\d{1,2})?\Z")
_FEW = 12
"""A bare number up to this one may count things: "3 pizzas 20"."""
_RUPEES = "₹"
_MANY = 30
"""Up to this one where a larger number follows: "20 beers 40"."""
_MOST_PLACES = 60


@dataclass(frozen=True, slots=True)
class Place:
    """A number that may be the amount: its figure and the index where it begins.

    `owner` says what it would be otherwise: of what somebody `paid`, somebody's `part`, an
    `extra` that is added, or the `count` of people whom it is for; or empty.
    """

    at: int
    figure: Figure
    owner: str = ""


def places(phrases: Phrases, home: Currency, today: date) -> list[Place]:
    """Return the numbers that may be the amount, in order."""
    words = phrases.words
    found: list[Place] = []
    at = 0
    while at < min(len(words), _MOST_PLACES):
        if at and (readings := _readings(phrases, at, home)):
            found += [Place(at, figure, _owner(phrases, at)) for figure in readings]
            at += 1
            continue
        figure = _figure(phrases, at, home, today)
        if figure is None or figure.minor <= 0:
            at += 1
            continue
        found.append(Place(at, figure, _owner(phrases, at)))
        at = figure.stop
    found = _prices_free(phrases, found)
    # "750 gr chicken 420", but what is measured alone may be the amount: "300 kg rice".
    measured = [place for place in found if _is_measure(phrases, place)]
    others = [place for place in found if not place.owner and place not in measured]
    if not (measured and others):
        return found
    return [replace(one, owner=MEASURE) if one in measured else one for one in found]


def _prices_free(phrases: Phrases, found: list[Place]) -> list[Place]:
    """Return the numbers, free where one behind "for" may be a price: `3 pizzas for 20`.

    Where things are counted before it, more than they are, it is hardly for so many people.
    """
    found = [
        replace(one, owner="") if before and _is_price_of_several(phrases, before, one) else one
        for before, one in zip([None, *found], found, strict=False)
    ]
    if not found or found[0].at or not counts_things(phrases.words, found[0].figure):
        return found
    most = found[0].figure.minor

    last = found[-1]
    at_the_end = last.owner == "part" and last.figure.stop == len(phrases.words)

    def may_be_price(place: Place) -> bool:
        if place is last and at_the_end and len(found) == 2 and place.figure.minor > most:
            return True  # "2 tickets for me and bob 700"
        people = phrases.role(place.figure.stop, Role.PEOPLE)
        return place.owner == COUNT and not people and place.figure.minor > most

    return [replace(one, owner="") if may_be_price(one) else one for one in found]


def _is_price_of_several(phrases: Phrases, before: Place, place: Place) -> bool:
    """Tell whether `3 for 20` stands there: so many things, and what they cost."""
    for_ = phrases.role(before.figure.stop, Role.FOR) == place.at
    fewer = not before.owner and before.figure.minor < place.figure.minor
    people = phrases.role(place.figure.stop, Role.PEOPLE)
    return place.owner == COUNT and for_ and fewer and not people


def is_measured(word: Word) -> bool:
    """Tell whether a word is a number with its unit of weight or the like: `500gms`."""
    found = None if word.whom is not None or word.escaped else _MEASURED.match(word.plain)
    return found is not None and fold(found[1]) in _MEASURES


def is_unit_of_measure(phrases: Phrases, at: int) -> bool:
    """Tell whether a word is a unit of weight or volume: `500 gms`."""
    return phrases.folded(at) in _MEASURES


def _is_measure(phrases: Phrases, place: Place) -> bool:
    """Tell whether a number says how much of something there was, by weight or volume."""
    behind = place.figure.stop
    return not place.owner and behind == place.at + 1 and is_unit_of_measure(phrases, behind)


def counts_things(words: Sequence[Word], figure: Figure) -> bool:
    """Tell whether the number that begins a line perhaps counts things: "3 pizzas"."""
    first = words[0].plain
    many = first.isdigit() and (int(first) > _FEW or int(first) == 1)
    if many and (int(first) > _MANY or not any(_is_more(word, int(first)) for word in words[1:])):
        return False
    behind = words[1] if len(words) > 1 else None
    return (
        figure.stop == 1 and first.isdigit() and int(first) > 0
        and behind is not None and behind.whom is None and is_letters(behind.low)
        and not behind.escaped
    )  # fmt: skip


def _is_more(word: Word, than: int) -> bool:
    number = _NUMBER.match(word.plain)
    return word.whom is None and number is not None and than < int(number[1]) < 1000 * than


def _readings(phrases: Phrases, at: int, home: Currency) -> list[Figure]:
    """Return what a number may be that can be read in two ways: `1 200`, `1.200`."""
    word = phrases.words[at]
    number = word.plain.lstrip(_RUPEES)
    if word.whom is not None or word.escaped or not number[:1].isdigit():
        return []
    try:
        figure_at(phrases.words, at, home)
    except LedgerError as error:
        readings, written = error.details.get("readings"), error.details.get("written")
        if error.code is Code.AMOUNT_AMBIGUOUS and isinstance(readings, tuple):
            longest = at + len(str(written).split())
            stops = [longest, *(at + 1 for _ in readings[1:])]
            return [
                Figure(money.minor, money.currency, None, stop)
                for money, stop in zip(readings, stops, strict=True)
            ]
    return []


def _figure(phrases: Phrases, at: int, home: Currency, today: date) -> Figure | None:
    words = phrases.words
    word = words[at]
    if word.whom is not None or word.escaped or word.everyone or "%" in word.plain:
        return None
    if word.plain[0] in "#+" or _RATIO.match(word.plain.rstrip(",;")):
        return None
    if at + 1 < len(words) and words[at + 1].plain.rstrip(",;") == "%":
        return None
    if _is_dated(phrases, at):
        return None
    if _says_how(phrases, at) or _is_of_a_day(words, at, today):
        return None
    try:
        figure = figure_at(words, at, home)
    except LedgerError:
        return None
    if figure is not None and not any(char.isdigit() for char in word.plain):
        return figure if figure.stop > at + 1 else None
    try:
        dated = date_at(words, at, today)
    except LedgerError:
        return figure  # "36 january 5th" is no 36th.
    if dated is not None and (dated[1] > at + 1 or "." in word.plain[:-1] or "-" in word.plain):
        decimal = _is_decimal(word.plain) or _is_number(phrases, at)
        return figure if figure is not None and decimal and at else None
    return figure


def _is_number(phrases: Phrases, at: int) -> bool:
    """Tell whether `3.5` is no day: behind it stands no dot, and before it no "on" or "am"."""
    said = any(phrases.role(start, Role.ON_DAY) == at for start in range(max(0, at - 2), at))
    return bool(_SHORT.match(phrases.words[at].plain)) and not said


def _is_dated(phrases: Phrases, at: int) -> bool:
    """Tell whether a number is of a day: "3 days ago", "am 3. märz", "feb 14", "the 14th"."""
    if phrases.day(at) > at + 1 or (phrases.has_months and phrases.dated(at)):
        return True
    before = range(max(0, at - 3), at)
    if any(phrases.day(start) > at for start in before):
        return True
    month = phrases.dated(at - 1) if at else None
    return month is not None and month[1] == at + 1


def _says_how(phrases: Phrases, at: int) -> bool:
    """Tell whether a number is of `x 2`, `on 16`, `3 ways` or `2 to 1 with bob`."""
    before = phrases.words[at - 1].low if at else ""
    day = at and "/" in phrases.words[at].plain and phrases.role(at - 1, Role.ON_DAY) == at
    return (
        bool(day)
        or before in ("x", "on")
        or phrases.is_word(at + 1, "ways")
        or _is_of_a_ratio(phrases, at)
    )


def _is_of_a_ratio(phrases: Phrases, at: int) -> bool:
    """Tell whether a number is one of `2 to 1` with people behind it."""
    start = at - 2 if at > 1 and phrases.is_word(at - 1, "to") else at
    if not phrases.is_word(start + 1, "to") or start + 2 >= len(phrases.words):
        return False
    pair = (phrases.words[start].plain, phrases.words[start + 2].plain)
    behind = phrases.role(start + 3, Role.WITH, Role.BETWEEN) or start + 3
    return all(map(_SMALL.match, pair)) and phrases.people(behind) is not None


def _is_of_a_day(words: Sequence[Word], at: int, today: date) -> bool:
    """Tell whether a number is of the day that is said: `on feb 20`; that there is none, too."""
    if at < 2 or words[at - 2].low != "on":
        return False
    try:
        dated = date_at(words, at - 1, today)
    except LedgerError:
        return True
    return dated is not None and dated[1] > at


def _is_decimal(plain: str) -> bool:
    return re.match(r"\d+[.,]\d{2}\Z", plain) is not None and plain.count(".") == 1


def _owner(phrases: Phrases, at: int) -> str:
    """Return whose number stands at an index: a payer's, a sharer's, or nobody's."""
    if at and (stop := _phrase_before(phrases, at, Role.PAID)) is not None:
        each = _phrase_before(phrases, stop, Role.EACH)
        return "" if _person_before(phrases, each or stop) is None else "paid"
    if _phrase_before(phrases, at, Role.I_PAID) is not None:
        return "paid"
    has = _phrase_before(phrases, at, Role.BEHIND_GAVE)
    if has is not None and _person_before(phrases, has) is not None:
        return "paid"  # "priya ne 300 maine 200 diye"
    adjusts = at > 0 and (
        phrases.role(at - 1, Role.PLUS, Role.MINUS) == at or phrases.words[at - 1].plain in "+-"
    )
    owes = _phrase_before(phrases, at, Role.OWES)
    person = _person_before(phrases, at - 1 if adjusts else at if owes is None else owes)
    has_weight = person is not None and any(
        phrases.counted(start)[1] == person
        and not (start == 0 and is_sum_of_things(phrases))
        and not _is_weighed_behind(phrases)
        for start in range(max(0, person - 3), person)
    )
    if (person is not None and not has_weight) or _is_weight(phrases, at):
        return PART
    if _is_added(phrases, at):
        return EXTRA
    return COUNT if is_headcount(phrases, at) else ""


def _is_weighed_behind(phrases: Phrases) -> bool:
    """Tell whether the nights stand behind the names: `chen 2 nights bob 3 nights`."""
    counted = (at for at in range(len(phrases.words)) if phrases.counted(at)[1])
    first = next(counted, None)
    return first is not None and phrases.is_named_before(first)


def extra_behind(phrases: Phrases, at: int) -> int:
    """Return the index behind a tip or the like at an index, also behind "of"; or 0."""
    of = at + 1 if at < len(phrases.words) and phrases.folded(at) in _OF else at
    return phrases.role(of, Role.EXTRA)


def is_extra(phrases: Phrases, place: Place) -> bool:
    """Tell whether a number is said to be a tip or the like: `tip 10`, `with 10 tip`, `10 off`."""
    if _phrase_before(phrases, place.at, Role.EXTRA) is not None:
        return True
    said = _phrase_before(phrases, place.at, Role.WITH) is not None
    stop = place.figure.stop
    behind = extra_behind(phrases, stop) or (stop + 1) * phrases.is_word(stop, "off")
    return bool(behind) and (said or phrases.ends(behind))


def _is_added(phrases: Phrases, at: int) -> bool:
    """Tell whether a number is clearly added to the amount: `plus 10 tip`, `+ tip 10`."""
    extra = _phrase_before(phrases, at, Role.EXTRA)
    start = at if extra is None else extra
    behind = extra is not None or bool(extra_behind(phrases, at + 1))
    return bool(start) and behind and phrases.role(start - 1, *_ADDING) == start


def _is_weight(phrases: Phrases, at: int) -> bool:
    """Tell whether a number counts somebody's nights or the like: `7 nights bob`."""
    _, unit = phrases.counted(at)
    named = bool(unit) and phrases.person(phrases.role(unit, Role.FOR) or unit) is not None
    return named and not (at == 0 and is_sum_of_things(phrases))


def is_sum_of_things(phrases: Phrases) -> bool:
    """Tell whether a line begins with a sum and things, though they could weigh.

    In `60 beers bob 20` somebody has a part of it, which is no more than all, and nobody else
    is weighed.
    """
    _, unit = phrases.counted(0)
    one = phrases.person(unit) if unit else None
    if one is None or any(phrases.counted(at)[1] for at in range(unit, len(phrases.words))):
        return False
    number = phrases.role(one.stop, Role.OWES) or one.stop
    whole, part = _number(phrases, 0), _number(phrases, number)
    return 0 < part <= whole


def _number(phrases: Phrases, at: int) -> float:
    found = _NUMBER.match(phrases.words[at].plain.rstrip(",;")) if at < len(phrases.words) else None
    return float(found[0].replace(",", ".")) if found else 0


def _phrase_before(phrases: Phrases, at: int, role: Role) -> int | None:
    """Return where a phrase begins that ends right before an index."""
    for start in range(max(0, at - phrases.circle.words.longest), at):
        if phrases.role(start, role) == at:
            return start
    return None


def _person_before(phrases: Phrases, at: int) -> int | None:
    """Return where a person is named that ends right before an index; None where nobody is."""
    for start in range(max(0, at - 4), at):
        one = phrases.person(start)
        if one is not None and one.stop == at and not one.joined:
            return start
    return None


__all__ = ["Circle", "Place", "counts_things", "places"]
