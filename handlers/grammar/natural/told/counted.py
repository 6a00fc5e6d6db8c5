"""Numbers that count things: what those come to at a price, and what they may come to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from handlers.grammar.lexer import is_letters
from handlers.grammar.natural.told.pieces import Kind, Piece
from ledger.core.money import Currency, exponent

_MOST_COUNTED: Final = 20
_MOST_UNPRICED: Final = 12
_COUNT: Final = re.compile(r"(?:[2-9]|[1-9]\d)\Z")
_AT: Final = ("at", "@", "a")
_LONGEST_THING: Final = 3
_LEAST: Final = 20
"""What is less than a twentieth of the largest number counts something."""
_HUNDRED: Final = 100


def with_prices(pieces: Sequence[Piece], home: Currency) -> tuple[list[Piece], list[Piece]]:
    """Return pieces with what several things come to: `2 pizzas at 11.50`, `2 cokes 90 each`.

    Where it is not said that so many cost so much each, `3 kebabs 27`, they come with the price
    of all, and once more with that of each; the second is empty where there are none such.
    """
    loose: list[bool] = []
    once = _priced(pieces, home, loose, each=False)
    return once, (_priced(pieces, home, [], each=True) if loose else [])


def _priced(
    pieces: Sequence[Piece], home: Currency, loose: list[bool], *, each: bool
) -> list[Piece]:
    found: list[Piece] = []
    at = 0
    while at < len(pieces):
        count = pieces[at]
        stop = next((one for one in range(at + 1, len(pieces))
                     if pieces[one].kind is not Kind.WORD), len(pieces))  # fmt: skip
        things = pieces[at + 1 : stop]
        price = pieces[stop] if stop < len(pieces) and pieces[stop].kind is Kind.NUMBER else None
        if not _is_count(count, home) or not 0 < len(things) <= _LONGEST_THING:
            found.append(count)
        elif price is None:
            repeated = _is_repeated(pieces[:at], things[0])
            found.append(_as_word(count) if repeated else count)
        elif (said := _is_priced(things, price)) or _may_be_priced(
            pieces[:at], pieces[stop + 1 :], things, count, price, again=bool(loose)
        ):
            found += [_as_word(count), *things]
            found.append(_times(count, price, home) if said or each else price)
            if not said:
                loose.append(True)
                found[-1] = replace(found[-1], things=True)
            at = stop
        else:
            found.append(count)
        at += 1
    return found


def _as_word(count: Piece) -> Piece:
    return replace(count, kind=Kind.WORD, text=count.typed)


def _is_priced(things: Sequence[Piece], price: Piece) -> bool:
    """Tell whether it is said that a price is of one: `2 pizzas at 11`, `2 cokes 90 each`."""
    at_price = things[-1].text in _AT
    named = things[:-1] if at_price else things
    rate = bool(price.per) and price.per in [one.text.lower().removesuffix("s") for one in things]
    return ((price.each and not price.head) or at_price or rate) and _are_things(named)


def _may_be_priced(
    before: Sequence[Piece],
    after: Sequence[Piece],
    things: Sequence[Piece],
    count: Piece,
    price: Piece,
    *,
    again: bool,
) -> bool:
    """Tell whether so many things are named before their price: `3 kebabs 27`, `4 plates 70`.

    Behind another word they are no things unless they can be nothing else: "toll 6 parking 14".
    What is counted once may be so `again`, whatever it is.
    """
    more = price.minor > count.minor and not price.head and not set("*+") & set(price.typed)
    if after[:1] and after[0].kind is Kind.WORD and _COUNT.match(price.typed):
        return False  # "2 beers 3 wines"
    behind = before[-1:] and before[-1].kind is Kind.WORD
    first = things[0]
    return (
        more
        and int(count.typed) <= _MOST_UNPRICED
        and _are_things(things)
        and (first.piece if behind else again or not first.new or first.text.endswith("s"))
    )


def _are_things(things: Sequence[Piece]) -> bool:
    return bool(things) and all(is_letters(one.text) for one in things)


def _times(count: Piece, price: Piece, home: Currency) -> Piece:
    whole = int(count.typed) * price.minor
    typed = f"{count.typed}*{price.typed}"
    return replace(price, minor=whole, each=False, things=True, typed=typed)


def _is_repeated(before: Sequence[Piece], thing: Piece) -> bool:
    """Tell whether what is counted is named before, too: `40 for the ubers, 2 ubers`."""
    return thing.text.lower() in {one.text.lower() for one in before if one.kind is Kind.WORD}


def are_counted(pieces: Sequence[Piece], home: Currency) -> bool:
    """Tell whether a number rather counts something than that it is money, or is a rate."""
    numbers = [one for one in pieces if one.kind is Kind.NUMBER]
    if any(one.per and not one.things for one in numbers):
        return True
    if any(one.each for one in numbers):
        return False
    most = max((one.minor for one in numbers), default=0)
    unit = 10 ** exponent(home)
    few = [
        one
        for one in numbers
        if (_is_count(one, home) or one.minor == unit) and one.minor * _LEAST < most
    ]
    hundred = _HUNDRED * unit
    return bool(few) and sum(one.minor for one in numbers if one.minor < most) != hundred


def _is_count(piece: Piece, home: Currency) -> bool:
    number = piece.kind is Kind.NUMBER and _COUNT.match(piece.typed)
    return bool(number) and piece.currency == home and int(piece.typed) <= _MOST_COUNTED
