"""Counts before things in a line of a bill: `2 pasta 20` is 20, `2x 10 pasta` twice 10."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Final

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Line, Word
from handlers.grammar.literals.amounts import Figure
from handlers.grammar.natural.bills.numbers import amount_words, figure_in
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.natural.phrases.taking import GAP
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.sense_words import Sense
from ledger.core.money import Currency

_COUNT: Final = re.compile(r"(\d{1,2})(x?)\Z", re.IGNORECASE)


def priced(line: Line, home: Currency, today: date, circle: Circle) -> Line:
    """Return a line of a bill without the count of its things, or with their price so often.

    A bill says what all of some things come to, unless it says "each" or "at", or has the
    price right behind `2x`.
    """
    words = line.words
    count = _COUNT.match(words[0].plain) if words and words[0].whom is None else None
    if count is None or words[0].escaped or not int(count[1]):
        return line
    times = not count[2] and len(words) > 1 and words[1].low == "x"
    many = bool(count[2]) or times
    start = 1 + times
    if start >= len(words):
        return line
    if many and (price := figure_in(words, start, home)) is not None:
        return _product(line, count[1], price, words[price.stop :], home)
    numbers = [
        (at, found)
        for at in range(start, len(words))
        if words[at].plain[:1].isdigit() and (found := figure_in(words, at, home)) is not None
    ]
    phrases = Phrases(words, circle, home, today)
    joins = phrases.role(start, Role.AND, Role.PLUS, Role.MINUS) or phrases.is_a(start, Sense.OR)
    if len(numbers) != 1 or words[start].plain[:1].isdigit() or joins:
        return line
    at, price = numbers[0]
    first = figure_in(words[:1], 0, home)
    if not many and (first is None or price.minor <= first.minor):
        return line
    each = phrases.role(price.stop, Role.EACH)
    at_price = at > start and phrases.is_a(at - 1, Sense.AT_PRICE)
    things = tuple(replace(word, escaped=True) for word in words[:start])
    if each or at_price:
        beside = (*things, *words[start : at - at_price], *words[each or price.stop :])
        return _product(line, count[1], price, beside, home)
    return replace(line, words=(*things, *words[start:]))


def _product(
    line: Line, count: str, price: Figure, beside: tuple[Word, ...], home: Currency
) -> Line:
    number = amount_words(price, home, f"{count}*")
    return replace(line, words=(*number, GAP, *beside))
