"""What several come to at a price: `3 coffees 4 each`, `3 kebabs a 7 euro`, `3 beers @5`."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Line, Word, is_letters, word_of
from handlers.grammar.literals.amounts import figure_at, write_number
from handlers.grammar.natural.amounts.places import COUNT, MEASURE, PART, Place, places
from handlers.grammar.natural.amounts.readings import as_chosen
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.sense_words import Sense
from ledger.core.errors import LedgerError
from ledger.core.members import Name
from ledger.core.money import Currency, Money, exponent

_PRICE = re.compile(r"\d{1,6}(?:\.\d{1,2})?(?:rb|k|ribu)?\Z")
_CENTS = re.compile(r"\.\d{1,2}(?=[,;]?\Z)")
_FEW = re.compile(r"\d{1,2}\Z")
_TIMES = re.compile(r"([1-9]\d?)[xX]\Z")
_SIGNS = ("x", "X", "*", "×")
_PRODUCT = re.compile(r"([^xX*×+/()]+)[xX*×]([^xX*×+/()]+)\Z")
_BEHIND = re.compile(r"[xX×]([2-9]|1\d)[,;]?\Z")
_OFTEN = re.compile(r"(?:[xX]([2-9]|1\d)|([2-9]|1\d)[xX])[,;]?\Z")
_LAST_HOUR = 24
_MINUTES = ("", "00", "15", "30", "45")
_NO_PRICE = (COUNT, MEASURE, PART)


def counted_each(line: Line, free: list[Place], phrases: Phrases, home: Currency) -> Line | None:
    """Return the line of `3 coffees 4 each` with `3*4` in front; None for other lines."""
    if len(free) != 2 or not _FEW.match(line.words[free[0].at].plain):
        return None
    each = phrases.role(free[1].figure.stop, Role.EACH)
    if not each or free[1].figure.currency != home or free[1].figure.arithmetic:
        return None
    price = write_number(Money(free[1].figure.minor, home))
    words = line.words
    things = replace(words[free[0].at], escaped=True)
    if any(phrases.is_a(at, Sense.HEAD) for at in range(free[1].figure.stop, each)):
        # "2 games 7.50 pp" says how many people pay it, not for how many games.
        rest = (*words[: free[0].at], things, *words[free[0].at + 1 : free[1].at])
        said = words[free[1].figure.stop :]
        return replace(
            line,
            words=(word_of(price), word_of("each"), *rest, *said[each - free[1].figure.stop :]),
        )
    amount = word_of(f"{words[free[0].at].plain}*{price}")
    at_price = phrases.is_a(free[1].at - 1, Sense.EACH_AT)
    between = words[free[0].at + 1 : free[1].at - at_price]
    if not between:
        return None  # "taxi 30 10 each" counts nothing.
    rest = (*words[: free[0].at], things, *between, *words[each:])
    return replace(line, words=(amount, *rest))


def at_so_much(
    line: Line, free: list[Place], phrases: Phrases, home: Currency
) -> tuple[Money, Line] | None:
    """Return what `3 kebabs a 7 euro` and `800 per night for 2 nights` come to, and the line."""
    if len(free) != 2:
        return None
    pieces = phrases.circle.words.senses[Sense.PIECE]
    for things, each in (free, reversed(free)):
        counted = phrases.folded(things.at + 1).removesuffix("s")
        price, unit = each.figure, each.figure.stop + 1
        per = phrases.is_a(unit - 1, Sense.PER)
        per &= phrases.folded(unit).removesuffix("s") in (counted, *pieces)
        at_price = things.at < each.at and phrases.is_a(each.at - 1, Sense.AT_PRICE)
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


def at_a_price(line: Line, circle: Circle) -> Line:
    """Return the line with `3*5` where it says `3 beers @5`: nobody is called 5."""
    words = line.words
    prices = [at for at, word in enumerate(words) if _is_price(word, circle)]
    counts = [at for at, word in enumerate(words) if word.whom is None and word.plain[:1].isdigit()]
    if len(prices) != 1 or len(counts) != 1 or not _FEW.match(words[counts[0]].plain):
        return line
    price = words[prices[0]].text.lstrip("@")
    behind = prices[0] + 1
    cents = _CENTS.match(words[behind].plain) if behind < len(words) else None
    if cents is not None and price.isdigit():  # "@7.50" is cut at its dot.
        price = f"{price}{cents[0]}"
        words = (*words[:behind], *words[behind + 1 :])
    each = price.rstrip("rbkiu") + "k" * (not price[-1].isdigit())
    amount = word_of(f"{words[counts[0]].plain}*{each}")
    rest = (word for at, word in enumerate(words) if at not in (counts[0], prices[0]))
    return replace(line, words=(amount, *rest))


def multiplied(line: Line, home: Currency) -> Line:
    """Return the line with `4*2.80 GBP` where it says `£2.80 x 4` or `4x£2.80`."""
    words = line.words
    for at, word in enumerate(words):
        if word.whom is not None or word.escaped:
            continue
        factors, stop = word.plain.rstrip(",;"), at + 1
        if words[stop : stop + 1] and words[stop].plain in _SIGNS and words[stop + 1 :]:
            factors = f"{factors}x{words[stop + 1].plain.rstrip(',;')}"
            stop += 2
        found = _PRODUCT.match(factors)
        for count, price in (found.groups(), reversed(found.groups())) if found else ():
            if _FEW.match(count) and (money := _with_currency(price, home)) is not None:
                amount = (word_of(f"{count}*{write_number(money)}"), word_of(money.currency))
                return replace(line, words=(*words[:at], *amount, *words[stop:]))
    return line


def _with_currency(written: str, home: Currency) -> Money | None:
    """Return an amount that says its currency; None for other words."""
    if written.replace(".", "").replace(",", "").isdigit():
        return None
    try:
        figure = figure_at((word_of(written),), 0, home)
    except LedgerError:
        return None
    if figure is None or figure.arithmetic or figure.minor <= 0:
        return None
    return Money(figure.minor, figure.currency)


def _is_price(word: Word, circle: Circle) -> bool:
    whom = word.whom
    named = isinstance(whom, Name) and whom.person is None and not circle.members(whom.text)
    return named and not word.out and _PRICE.match(word.text.lstrip("@")) is not None


def times_each(line: Line, circle: Circle, home: Currency, today: date) -> Line:
    """Return the line with `3*250` in front where it says `3x pizza 250 each`, or `at 250`."""
    words = line.words
    times = _TIMES.match(words[0].plain) if len(words) > 2 and words[0].whom is None else None
    if times is None or words[0].escaped or not is_letters(words[1].low):
        return line
    phrases = Phrases(words, circle, home, today)
    found = [place for place in places(phrases, home, today) if place.owner not in _NO_PRICE]
    if len(found) != 1 or found[0].figure.arithmetic:
        return line
    at, price = found[0].at, found[0].figure
    each = phrases.role(price.stop, Role.EACH)
    at_price = phrases.is_a(at - 1, Sense.AT_PRICE)
    if not (each or at_price):
        return line
    amount = [word_of(f"{times[1]}*{write_number(Money(price.minor, price.currency))}")]
    amount += [] if price.currency == home else [word_of(price.currency)]
    things = replace(words[0], escaped=True)
    rest = (things, *words[1 : at - at_price], *words[each or price.stop :])
    return replace(line, words=(*amount, *rest))


def times_behind(line: Line, home: Currency, choice: int | None) -> Line:
    """Return the line of `tix 300 x3 bob chen me` with `3*300`, or 300 in all, as was chosen.

    `x2 @bob` is his part. Raises AMOUNT_AMBIGUOUS as `readings.as_chosen` does.
    """
    words = line.words
    for at, word in enumerate(words[:-1]):
        times = _BEHIND.match(words[at + 1].plain)
        if word.whom is not None or word.escaped or words[at + 1].escaped or times is None:
            continue
        if not _PRICE.match(word.plain) or not word.plain[-1].isdigit():
            continue
        apart = words[at + 1].plain[-1:] in (",", ";")
        if at + 2 < len(words) and words[at + 2].whom is not None and not apart:
            continue
        amount = word_of(f"{times[1]}*{word.plain}")
        product = replace(line, words=(*words[:at], amount, *words[at + 2 :]))
        once = Money(round(float(word.plain) * 10 ** exponent(home)), home)
        readings = [replace(once, minor=int(times[1]) * once.minor), once]
        counted = replace(words[at + 1], escaped=True)
        whole = replace(line, words=(*words[: at + 1], counted, *words[at + 2 :]))
        return as_chosen(line, readings, [product, whole], choice)
    return line


def times_of_things(
    line: Line, circle: Circle, home: Currency, today: date, choice: int | None
) -> Line:
    """Return the line of `museum 12 adults x3`, `2x pizza 20`: so often the amount, or once.

    Raises AMOUNT_AMBIGUOUS as `readings.as_chosen` does.
    """
    words = line.words
    phrases = Phrases(words, circle, home, today)
    end = next((at for at, word in enumerate(words) if word.plain == "//"), len(words))
    said = [(at, often) for at in range(end) if (often := _times_at(phrases, at))]
    if len(said) != 1 or any(word.breaks for word in words):
        return line
    [(at, times)] = said
    found = [place for place in places(phrases, home, today) if place.owner not in _NO_PRICE]
    if len(found) != 1 or found[0].figure.arithmetic or found[0].owner:
        return line
    start, price = found[0].at, found[0].figure
    if phrases.role(price.stop, Role.EACH):
        return line
    once = Money(price.minor, price.currency)
    amount = [word_of(f"{times}*{write_number(once)}")]
    amount += [] if price.currency == home else [word_of(price.currency)]
    as_words = [replace(word, escaped=word.escaped or one == at) for one, word in enumerate(words)]
    product = replace(line, words=(*as_words[:start], *amount, *as_words[price.stop :]))
    whole = replace(line, words=tuple(as_words))
    readings = [replace(once, minor=times * once.minor), once]
    return as_chosen(line, readings, [product, whole], choice)


def _times_at(phrases: Phrases, at: int) -> int:
    """Return how often something was, by `x3` behind it or `3x` before it: nobody's part; or 0."""
    word = phrases.words[at]
    found = _OFTEN.match(word.plain) if word.whom is None and not word.escaped else None
    if found is None:
        return 0
    thing = at - 1 if found[1] else at + 1
    people = phrases.people(at + 1)
    theirs = people is not None and (bool(found[2]) or len(people.people) == 1)
    me = at > 0 and phrases.role(at - 1, Role.ME, Role.EVERYONE)
    me = me or (at > 1 and phrases.role(at - 2, Role.WITH, Role.BETWEEN) == at - 1)  # "with sam x2"
    if (
        theirs
        or me
        or phrases.is_named_before(at)
        or not 0 <= thing < len(phrases.words)
        or phrases.words[thing].everyone
    ):
        return 0
    letters = is_letters(phrases.folded(thing).rstrip(",;"))
    return int(found[1] or found[2]) if letters else 0


def times_per(line: Line, circle: Circle, home: Currency, today: date) -> Line:
    """Return the line with `3*30` where it says `30 a night x 3`."""
    words = line.words
    phrases = Phrases(words, circle, home, today)
    for at in range(len(words) - 3):
        if not phrases.is_a(at + 1, Sense.PER) or not phrases.role(at + 2, Role.UNIT):
            continue
        behind = words[at + 3].plain
        split = behind in _SIGNS and at + 4 < len(words)
        count = words[at + 4].plain if split else behind[1:]
        number = words[at].plain
        if not (split or behind[:1] in _SIGNS) or not _FEW.match(count):
            continue
        if words[at].whom is None and _PRICE.match(number) and number[-1].isdigit():
            amount = word_of(f"{count}*{number}")
            return replace(line, words=(*words[:at], amount, *words[at + 4 + split :]))
    return line


def times_unit(line: Line, circle: Circle, home: Currency, today: date) -> Line:
    """Return the line with `3*120` where it says `120 per night for 3 nights bob chen`.

    Where nobody stands behind the nights, whose they could be, it is asked about elsewhere.
    """
    words = line.words
    phrases = Phrases(words, circle, home, today)
    for at in range(len(words) - 2):
        unit = phrases.folded(at + 2).removesuffix("s")
        price = _PRICE.match(words[at].plain) if words[at].whom is None else None
        if (
            price is None
            or not phrases.is_a(at + 1, Sense.PER)
            or not phrases.role(at + 2, Role.UNIT)
        ):
            continue
        for count in range(len(words) - 1):
            few = _FEW.match(words[count].plain) if words[count].whom is None else None
            same = phrases.folded(count + 1).removesuffix("s") == unit
            if few is None or not same or count in range(at, at + 3):
                continue
            if phrases.people(count + 2) is None:
                return line
            amount = word_of(f"{few[0]}*{words[at].plain}")
            kept = [
                replace(word, escaped=word.escaped or one == count)
                for one, word in enumerate(words)
            ]
            return replace(line, words=(*kept[:at], amount, *kept[at + 3 :]))
    return line


def is_clear_price(place: Place, things: Place, phrases: Phrases) -> bool:
    """Tell whether `5 coffees at 120` is of so many things at a price, which is no time of day."""
    said = phrases.is_a(place.at - 1, Sense.EACH_AT)
    number = phrases.words[place.at].plain.rstrip(",;")
    return said and not may_be_hour(number) and things.at < place.at - 2


def may_be_hour(number: str) -> bool:
    """Tell whether a number may be a time of day: `8`, `7.30`; nobody meets at 7.50."""
    hour, _, minutes = number.partition(".")
    return hour.isdigit() and int(hour) <= _LAST_HOUR and minutes in _MINUTES


def priced_in_turn(
    line: Line, free: list[Place], phrases: Phrases, home: Currency
) -> tuple[Money, Line] | None:
    """Return what `2 beers for 12 and 3 wines for 20` comes to, and the line; else None."""
    counts, prices = free[::2], free[1::2]
    if len(prices) < 2 or len(counts) != len(prices):
        return None
    currency = prices[0].figure.currency
    whole, said, sums, said_how = 0, set[int](), list[str](), 0
    for things, price in zip(counts, prices, strict=True):
        at_price = phrases.is_a(price.at - 1, Sense.EACH_AT)
        behind = phrases.role(price.figure.stop, Role.EACH)
        each = bool(at_price or behind)
        before = at_price or phrases.role(price.at - 1, Role.FOR) == price.at
        few = _FEW.match(phrases.words[things.at].plain)
        if few is None or price.figure.currency != currency:
            return None
        said_how += bool(before or behind)
        number = write_number(Money(price.figure.minor, currency))
        sums.append(f"{few[0]}*{number}" if each else number)
        whole += price.figure.minor * (int(few[0]) if each else 1)
        said.update(range(price.at - bool(before), behind or price.figure.stop))
    if not said_how:
        return None
    amount = [word_of("+".join(sums)), *([] if currency == home else [word_of(currency)])]
    counted = {things.at for things in counts}
    rest = (
        replace(word, escaped=word.escaped or at in counted)
        for at, word in enumerate(line.words)
        if at not in said
    )
    return Money(whole, currency), replace(line, words=(*amount, *rest))
