"""Sums and products typed with spaces: `18 + 21 + 19.5`, `4 x 65`, `2x 15`, `4 @ 7.50`.

Of two numbers with a plus the second may be something else, which is asked about elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from handlers.grammar.lexer import Line, Word, is_letters, word_of
from handlers.grammar.natural.amounts.places import extra_behind, is_measured, is_unit_of_measure
from handlers.grammar.natural.amounts.prices import may_be_hour
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.vocabulary import Role

_TERM: Final = re.compile(r"([$€£₹]?)(\d{1,7}(?:[.,]\d{1,2})?)([,;]?)\Z")
_FEW: Final = re.compile(r"\d{1,2}\Z")
_PRICE: Final = re.compile(r"\d{1,6}(?:\.\d{1,2})?[,;]?\Z")
_TIMES: Final = re.compile(r"([1-9]\d?)[xX]\Z")
_GLUED: Final = re.compile(r"(\d{1,2})@(\d{1,6}(?:\.\d{1,2})?)([,;]?)\Z")
_OFTEN: Final = re.compile(r"(?:[2-9]|1\d)[,;]?\Z")
_LONGEST_THING: Final = 3
_FEWEST_MONEY: Final = 12
"""A larger number behind an "x" is rather a price than how often."""
_SIGNS: Final = ("x", "X", "*")
_CLEAR: Final = 3
"""Terms of what can only be a sum."""


def spread_joined(line: Line, phrases: Phrases) -> Line:
    """Return the line with one word for each sum or product that is typed with spaces.

    "Plus" stands before the tip that ends a sum, `124 + 20 tip`, which is no longer one then.
    """
    words: list[Word] = []
    at = 0
    while at < len(line.words):
        found = (
            _sum_at(phrases, at)
            or _explained(phrases, at)
            or _product_at(phrases, at)
            or _things_times(phrases, at)
            or _glued_price(phrases, at)
            or _often_at(phrases, at)
        )
        if found is None:
            words.append(line.words[at])
            at += 1
            continue
        instead, stop = found
        words += [*instead[:-1], replace(instead[-1], breaks=line.words[stop - 1].breaks)]
        at = stop
    return replace(line, words=tuple(words))


def _is_free(word: Word) -> bool:
    return word.whom is None and not word.escaped and not word.everyone


def _sum_at(phrases: Phrases, start: int) -> tuple[list[Word], int] | None:
    """Return the words of `18 + 21 + 19.5` and of `124 + 20 tip`, and the index behind them."""
    words = phrases.words
    if start and (_ends_in_sign(words[start - 1]) or phrases.is_named_before(start)):
        return None
    terms: list[tuple[str, str]] = []
    stop, sign = start, ""
    while stop < len(words) and _is_free(words[stop]):
        term = _TERM.match(words[stop].plain)
        if term is None or (terms and term[1] not in ("", _currency(words[start]))):
            break
        terms.append((sign, term[2]))
        stop += 1
        more = stop + 1 < len(words) and words[stop].plain in ("+", "-") and not term[3]
        if not more or words[stop - 1].breaks or not _TERM.match(words[stop + 1].plain):
            break
        sign, stop = words[stop].plain, stop + 1
    if len(terms) > 1 and words[stop - 1].plain in ("+", "-"):
        stop -= 1
    ended = words[stop - 1].plain[-1:] in ",;"
    tip = len(terms) > 1 and terms[-1][0] == "+" and not ended and bool(extra_behind(phrases, stop))
    if not (tip or len(terms) >= _CLEAR):
        return None
    mark = _currency(words[start])
    kept = terms[:-1] if tip else terms
    text = "".join(f"{sign}{number}" for sign, number in kept)
    if not tip:
        return [word_of(f"{mark}{text}{words[stop - 1].plain[-1] * ended}")], stop
    return [word_of(f"{mark}{text}"), word_of("plus"), words[stop - 1]], stop


def _currency(word: Word) -> str:
    term = _TERM.match(word.plain)
    return term[1] if term else ""


def _ends_in_sign(word: Word) -> bool:
    return word.plain in ("+", "-", "/", *_SIGNS)


def _product_at(phrases: Phrases, start: int) -> tuple[list[Word], int] | None:
    """Return the word for `4 x 65`, `2x 15` and `4 @ 7.50`, and the index behind it."""
    words = phrases.words
    if not _is_free(words[start]) or words[start].breaks:
        return None
    first = words[start].plain
    times = _TIMES.match(first)
    sign = words[start + 1].plain if start + 1 < len(words) else ""
    price = start + 1 if times else start + 2
    if price >= len(words) or not _is_free(words[price]) or not _PRICE.match(words[price].plain):
        return None
    if not times and not (_PRICE.match(first) and (sign in _SIGNS or sign == "@")):
        return None
    if sign == "@" and not times and not _is_price_of_one(phrases, start, words[price].plain):
        return None
    if _is_more(words, price + 1) or (start and _ends_in_sign(words[start - 1])):
        return None
    count, each = times[1] if times else first, words[price].plain
    if not (_FEW.match(count) or _FEW.match(each.rstrip(",;"))) or _is_size(phrases, price):
        return None
    if start and phrases.is_named_before(start):
        return None
    if _is_told_apart(words, start, price, float(count) * float(each.rstrip(",;"))):
        typed = words[start : price + 1]
        return [replace(one, escaped=one.plain[:1].isdigit()) for one in typed], price + 1
    if start and _begins_with_more(words[0], float(each.rstrip(",;"))):
        return None  # "1200 dinner 2 x 300 wine"
    return [word_of(f"{count}*{each}")], price + 1


def _explained(phrases: Phrases, start: int) -> tuple[list[Word], int] | None:
    """Return the words of `(5 x 12)` beside 60, which only explains it, and what is behind."""
    words = phrases.words
    if start + 2 >= len(words) or not words[start].plain.startswith("("):
        return None
    count, price = words[start].plain[1:], words[start + 2].plain.rstrip(",;.)")
    if words[start + 1].plain not in _SIGNS or not (_FEW.match(count) and _PRICE.match(price)):
        return None
    if not _is_told_apart(words, start, start + 2, float(count) * float(price)):
        return None
    return [replace(one, escaped=True) for one in words[start : start + 3]], start + 3


def _is_told_apart(words: Sequence[Word], start: int, price: int, product: float) -> bool:
    """Tell whether another number is what so many come to: `1200 tickets 4 x 300`."""
    others = (*words[:start], *words[price + 1 :])
    return any(
        (term := _TERM.match(one.plain)) is not None and float(term[2].replace(",", ".")) == product
        for one in others
        if _is_free(one)
    )


def _begins_with_more(word: Word, price: float) -> bool:
    term = _TERM.match(word.plain) if _is_free(word) else None
    return term is not None and float(term[2].replace(",", ".")) >= price


def _things_times(phrases: Phrases, start: int) -> tuple[list[Word], int] | None:
    """Return the words of `4 tix x 65`, few things at a price, and the index behind them."""
    words = phrases.words
    if not _is_free(words[start]) or not _FEW.match(words[start].plain):
        return None
    count = int(words[start].plain)
    for sign in range(start + 2, min(len(words) - 1, start + 2 + _LONGEST_THING)):
        things, price = words[start + 1 : sign], words[sign + 1]
        if not all(_is_free(one) and is_letters(one.plain) for one in things):
            return None
        if words[sign].plain not in _SIGNS or not _is_free(price) or not _PRICE.match(price.plain):
            continue
        number = price.plain.rstrip(",;")
        money = "." in number or float(number) > _FEWEST_MONEY
        if not (0 < count <= _FEWEST_MONEY and money) or _is_size(phrases, sign + 1):
            return None
        if phrases.people(start + 1) is not None or _is_more(words, sign + 2):
            return None
        counted = replace(words[start], escaped=True)
        return [word_of(f"{count}*{price.plain}"), counted, *things], sign + 2
    return None


def _glued_price(phrases: Phrases, at: int) -> tuple[list[Word], int] | None:
    """Return the word for `4@7.50`, and the index behind it."""
    word = phrases.words[at]
    found = _GLUED.match(word.plain) if _is_free(word) else None
    return None if found is None else ([word_of(f"{found[1]}*{found[2]}{found[3]}")], at + 1)


def _often_at(phrases: Phrases, at: int) -> tuple[list[Word], int] | None:
    """Return the word for `x 3` behind a thing, and the index behind it."""
    words = phrases.words
    if not at or words[at].plain not in ("x", "X") or at + 1 >= len(words):
        return None
    thing, number = words[at - 1], words[at + 1]
    if not (_is_free(thing) and is_letters(thing.plain) and _is_free(number)):
        return None
    if phrases.is_named_before(at) or phrases.role(at - 1, Role.ME, Role.EVERYONE):
        return None
    often = _OFTEN.match(number.plain)
    return None if often is None else ([word_of(f"x{number.plain}")], at + 2)


def _is_more(words: Sequence[Word], at: int) -> bool:
    """Tell whether a sum goes on at an index, so that the whole of it is asked about."""
    return at < len(words) and words[at].plain in ("+", "-", "/", *_SIGNS)


def _is_size(phrases: Phrases, price: int) -> bool:
    """Tell whether how much of it there was follows: `2x 500 ml`, `2 x 1.5 l`."""
    behind = price + 1
    if phrases.words[price].plain[-1:] in ",;" or behind >= len(phrases.words):
        return False
    return is_unit_of_measure(phrases, behind) or is_measured(phrases.words[behind])


def _is_price_of_one(phrases: Phrases, start: int, price: str) -> bool:
    """Tell whether `4 @ 7.50` is of so many at a price: "dinner for 4 @ 7" may be a time."""
    hour = may_be_hour(price.rstrip(",;"))
    people = start and phrases.role(start - 1, Role.FOR) == start
    return bool(_FEW.match(phrases.words[start].plain)) and not hour and not people
