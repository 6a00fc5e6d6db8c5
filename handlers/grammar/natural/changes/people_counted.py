"""Replies that say how many people there were, or perhaps do: `plus 1`, `make it 5 ways`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Line
from handlers.grammar.natural.changes.below import cores_of
from handlers.grammar.natural.changes.told_words import ToldWords, bare
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.reply_words import said_in
from ledger.core.amendment import Amendment
from ledger.core.doubts import NO_DOUBTS
from ledger.core.members import Sender, Whom
from ledger.core.money import Money, exponent
from ledger.core.shares import PartKind

_BARE: Final = re.compile(r"[+\-−]?\d{1,2}")
_MOST_MORE: Final = 4
"""So many may come along; nobody says by such a word that more do."""
_FEW: Final = ((9, 4), (20, 20))
"""Up to so many may be people where the amount before is so many times as much, at least."""


@dataclass(frozen=True, slots=True)
class PeopleCounted:
    """How many people a reply speaks of: so many in all, or so many more (or fewer).

    With `by` those are their guests; none of them came where the count is 0.
    """

    count: int
    more: bool = False
    by: Whom | None = None


def perhaps_counted(
    line: Line, said: Amendment, kept: Money, today: date, circle: Circle
) -> PeopleCounted | None:
    """Return how many people a number is perhaps that a reply lets be money, if so.

    That is a small one without a currency or a word that money alone has: `plus 1` or `make it
    5` below an amount of 75, and `bob +1`.
    """
    count = _bare_number(line, kept, today, circle)
    if count is None:
        return None
    said, one = replace(said, doubts=NO_DOUBTS), 10 ** exponent(kept.currency)
    named = (*said.added, *said.participants)
    if len(named) == 1 and said in (Amendment(added=named), Amendment(participants=named)):
        whom, part = named[0]
        signed = any(word.low[:1] == "+" for word in line.words)
        plus = part.kind is PartKind.ADJUST or (part.kind is PartKind.EXACT and signed)
        comes = plus and part.value == count * one and count <= _MOST_MORE
        return PeopleCounted(count, more=True, by=whom) if comes else None
    amount = said.amount
    if amount is None or amount.currency != kept.currency or said != Amendment(amount=amount):
        return None
    if amount.minor != count * one:
        more = 1 if amount.minor > kept.minor else -1
        so_much = abs(amount.minor - kept.minor) == count * one
        by = Sender() if count == more else None
        return PeopleCounted(more * count, True, by) if so_much and count <= _MOST_MORE else None
    few = any(1 < count <= most and kept.minor >= times * amount.minor for most, times in _FEW)
    return PeopleCounted(count) if few else None


def _bare_number(line: Line, kept: Money, today: date, circle: Circle) -> int | None:
    """Return the one number of a reply, where no word beside it says that it is money."""
    numbers = [word.low for word in line.words if any(char.isdigit() for char in word.low)]
    if len(numbers) != 1 or not _BARE.fullmatch(numbers[0]):
        return None
    words = [bare(word) for word in line.words]
    phrases = Phrases(line.words, circle, kept.currency, today)
    priced = circle.words.replies.says("of_price", words)
    if priced or any(phrases.role(at, Role.EXTRA) for at in range(len(words))):
        return None
    return int(numbers[0].strip("+-−"))


def counted(line: Line, kept: Money, today: date, circle: Circle) -> PeopleCounted | None:
    """Return how many people a reply says that there were, and nothing else: `we were 5`."""
    replies = circle.words.replies
    for told, text in cores_of(line, kept, today, circle):
        if any(sentence.fullmatch(text) for sentence in replies.no_guest):
            return PeopleCounted(0, more=True, by=Sender())
        if any(sentence.fullmatch(text) for sentence in replies.one_fewer):
            return PeopleCounted(-1, more=True)
        if any(sentence.fullmatch(text) for sentence in replies.one_more):
            return PeopleCounted(1, more=True, by=Sender())
        for sentences, more in ((replies.more_people, True), (replies.so_many, False)):
            found = (sentence.fullmatch(text) for sentence in sentences)
            number = next((said_in(one).get("n") for one in found if one is not None), None)
            count = None if number is None else _whole(number, told, kept)
            if count is not None:
                more |= any(word.low.startswith("+") for word in line.words)
                return PeopleCounted(count, more, Sender() if more and count == 1 else None)
    return None


def _whole(number: str, told: ToldWords, kept: Money) -> int | None:
    figure, one = told.numbers[int(number.strip("#"))], 10 ** exponent(kept.currency)
    whole = figure.currency == kept.currency and not figure.minor % one
    return figure.minor // one if whole else None
