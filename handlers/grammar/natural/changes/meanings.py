"""What each kind of sentence below a receipt changes, in the words that changes have."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from handlers.grammar.category_guess import guessed_category
from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Word, word_of
from handlers.grammar.literals.amounts import Figure, write_number
from handlers.grammar.natural.changes.told_words import ToldWords
from handlers.grammar.natural.debts.bought_for import name_of
from handlers.grammar.vocabulary.category_words import CATEGORY_WORDS
from handlers.grammar.vocabulary.reply_words import ReplyKind
from ledger.core.members import MemberId, Whom
from ledger.core.money import Money, exponent

_NAME: Final = re.compile(r"<(\d+)>")


@dataclass(frozen=True, slots=True)
class Parties:
    """Who paid an entry and who shares it."""

    payers: tuple[Whom, ...]
    sharers: tuple[Whom, ...]


@dataclass(frozen=True)
class Sentence:
    """A sentence as it was found: who x and y are, the numbers, the percentage and the rest."""

    circle: Circle
    kept: Money
    parties: Parties
    x: tuple[Word, ...]
    y: tuple[Word, ...]
    figure: Figure | None
    further: Figure | None
    percent: str | None
    rest: str

    @property
    def payers(self) -> set[MemberId]:
        """Who paid the entry."""
        return self._of(self.parties.payers)

    @property
    def sharers(self) -> set[MemberId]:
        """Who shares the entry."""
        return self._of(self.parties.sharers)

    def members(self, words: Sequence[Word]) -> set[MemberId]:
        """Return the members whom some words name."""
        return self._of([word.whom for word in words if word.whom is not None])

    def _of(self, whom: Sequence[Whom]) -> set[MemberId]:
        found = (self.circle.member_of(one) for one in whom)
        return {one for one in found if one is not None}

    def names(self, members: set[MemberId]) -> tuple[Word, ...]:
        """Return the words that name some members."""
        return tuple(name_of(one, self.circle) for one in sorted(members))

    def counts(self, people: int) -> bool:
        """Tell whether the number, if there is one, is how many people there are."""
        figure = self.figure
        return figure is None or figure.minor == people * 10 ** exponent(figure.currency)


Meant = tuple[Word, ...] | None
"""The words of a change; None where it is unclear what a sentence changes."""


def sentence_of(
    said: Mapping[str, str], told: ToldWords, circle: Circle, kept: Money, parties: Parties
) -> Sentence:
    """Return a sentence with what stands for its letters in a reply."""

    def people(letter: str) -> tuple[Word, ...]:
        found = _NAME.findall(said.get(letter, ""))
        return tuple(dict.fromkeys(told.people[int(one)] for one in found))

    def figure(letter: str) -> Figure | None:
        number = said.get(letter)
        return told.numbers[int(number.strip("#"))] if number else None

    percent, rest = said.get("p"), said.get("rest", "").replace(" ,", "")
    return Sentence(
        *(circle, kept, parties, people("x"), people("y"), figure("n"), figure("m")),
        *(percent, rest),
    )


def meaning(kind: ReplyKind, it: Sentence) -> Meant:
    """Return what a sentence of a kind changes, in words that changes have."""
    return _MEANINGS[kind](it)


def _joins(it: Sentence) -> Meant:
    return (word_of("add"), *_listed(it.x))


def _leaves(it: Sentence) -> Meant:
    """Read who leaves, and who does not but shares it, too: `bob wasnt there but dee was`.

    Where a number tells how many are left, it has to be so many.
    """
    if not it.counts(len(it.sharers - it.members(it.x))):
        return None
    leaving = (word_of("remove"), *_listed(it.x))
    comes = it.names(it.members(it.y) - it.sharers)
    return (word_of("add"), *_listed(comes), *leaving) if comes else leaving


def _only(it: Sentence) -> Meant:
    return (word_of("only"), *_listed(it.x))


def _among(it: Sentence) -> Meant:
    if not it.counts(len(it.x)):
        return None
    return (word_of("between"), *_listed(it.x)) if len(it.x) > 1 else _only(it)


def _listed_alone(it: Sentence) -> Meant:
    """Read `me bob and chen`: without the writer the names may only call somebody."""
    says_who = len(it.x) > 1 and it.circle.sender in it.members(it.x)
    return _only(it) if says_who else None


def _company(it: Sentence) -> Meant:
    return (word_of("only"), *_listed(it.names(it.payers | it.members(it.x))))


def _narrowed(it: Sentence) -> Meant:
    """Read `with bob` where others share as well; else it may be that he shares, too."""
    return _company(it) if it.payers | it.members(it.x) < it.sharers else None


def _paid(it: Sentence) -> Meant:
    """Read who paid; of several each as much, the last one what is left."""
    each = it.kept.minor // len(it.x)
    much = word_of(write_number(Money(each, it.kept.currency)))
    parts = [word for one in it.x[:-1] for word in (one, much)]
    return (word_of("paid"), *parts, it.x[-1])


def _paid_part(it: Sentence) -> Meant:
    """Read who paid so much of it, or half; the rest is who else is named, or who paid before."""
    if len(it.x) != 1:
        return None
    kept = it.kept
    half = word_of(write_number(Money((kept.minor + 1) // 2, kept.currency)))
    part = (word_of("paid"), *it.x, *((half,) if it.figure is None else _written(it)))
    others = (it.members(it.y) or it.payers) - it.members(it.x)
    fits = it.figure is None or (
        it.figure.currency == kept.currency and it.figure.minor < kept.minor
    )
    return (*part, *it.names(others)) if fits and len(others) == 1 else part


def _instead(it: Sentence) -> Meant:
    """Read who shares, or who paid, in another's place; it is unclear where it may be either."""
    gone, come = it.members(it.x), it.members(it.y)
    if len(come) > 1:
        return (word_of("only"), *_listed(it.y))  # "me and chen, not bob"
    if gone <= it.sharers and not come & it.sharers and not gone & it.payers:
        return (word_of("add"), *it.y, word_of("remove"), *_listed(it.x))
    if gone == it.payers and (come <= it.sharers or not gone & it.sharers):
        return (word_of("paid"), *it.y)
    return None


def _unclear(_: Sentence) -> Meant:
    return None


def _each_part(it: Sentence) -> Meant:
    return tuple(word for one in it.x for word in (one, *_written(it)))


def _each_paid(it: Sentence) -> Meant:
    return (word_of("paid"), *(_each_part(it) or ()))


def _pairs(it: Sentence) -> Meant:
    """Read `70 me 20 bob`."""
    if len(it.x) != 1 or len(it.y) != 1:
        return None
    other = replace(it, figure=it.further)
    return (*it.x, *_written(it), *it.y, *_written(other))


def _part(it: Sentence) -> Meant:
    return (*it.x, word_of("only"), *_written(it)) if len(it.x) == 1 else None


def _both_paid(it: Sentence) -> Meant:
    """Read `i paid 20 and bob 25` where that is all of it."""
    figures = [one for one in (it.figure, it.further) if one is not None]
    if len(it.x) != 1 or len(it.y) != 1 or it.members(it.x) == it.members(it.y):
        return None
    same = {one.currency for one in figures} == {it.kept.currency}
    if not same or sum(one.minor for one in figures) != it.kept.minor:
        return None
    other = replace(it, figure=it.further)
    return (word_of("paid"), *it.x, *_written(it), *it.y, *_written(other))


def _not_amount(it: Sentence) -> Meant:
    """Read `54 not 45` where it was 45, or is 54 already."""
    figures = [one for one in (it.figure, it.further) if one is not None]
    known = any(Money(one.minor, one.currency) == it.kept for one in figures)
    return _written(it) if known else None


def _own(it: Sentence) -> Meant:
    """Read what is one's own beside what all share: `5 of it is dees shampoo`."""
    if len(it.x) != 1 or it.figure is None or it.figure.currency != it.kept.currency:
        return None
    number = write_number(Money(it.figure.minor, it.figure.currency))
    return (*it.x, word_of(f"+{number}")) if it.figure.minor < it.kept.minor else None


def _part_and_amount(it: Sentence) -> Meant:
    """Read one part more that makes it more: `and me 100 so it was 900`."""
    if len(it.x) != 1:
        return None
    return (*_written(replace(it, figure=it.further)), word_of("add"), *it.x, *_written(it))


def _double(it: Sentence) -> Meant:
    return (*it.x, word_of("x2")) if len(it.x) == 1 else None


def _half(it: Sentence) -> Meant:
    percent = (it.percent or "50%").lstrip("%")
    return (*it.x, word_of(percent)) if len(it.x) == 1 else None


def _written(it: Sentence) -> tuple[Word, ...]:
    """Return an amount as the grammar has it, with its currency where that is another."""
    assert it.figure is not None
    number = word_of(write_number(Money(it.figure.minor, it.figure.currency)))
    home = it.figure.currency == it.kept.currency
    return (number,) if home else (number, word_of(str(it.figure.currency)))


def _added(it: Sentence) -> Meant:
    return _by(it, 1)


def _added_each(it: Sentence) -> Meant:
    """Read what comes to it for each who shares."""
    if it.figure is None:
        return None
    return _by(replace(it, figure=replace(it.figure, minor=it.figure.minor * len(it.sharers))), 1)


def _reduced(it: Sentence) -> Meant:
    return _by(it, -1)


def _by(it: Sentence, sign: int) -> Meant:
    """Return the amount with what comes to it, or without what goes off it."""
    kept = it.kept
    if it.percent is not None:
        share = Decimal(it.percent.strip("%")) / 100
        more = int((kept.minor * share).to_integral_value(ROUND_HALF_UP))
    elif it.figure is not None and it.figure.currency == kept.currency:
        more = it.figure.minor
    else:
        return None
    meant = Money(kept.minor + sign * more, kept.currency)
    return (word_of(write_number(meant)),) if meant.minor > 0 else None


def _everybody(it: Sentence) -> Meant:
    here = sum(member.active for member in it.circle.roster)
    return (word_of("for"), word_of("everyone")) if it.counts(here) else None


def _equally(it: Sentence) -> Meant:
    return (word_of("only"), *_listed(it.names(it.sharers)))


def _when(it: Sentence) -> Meant:
    return tuple(map(word_of, it.rest.split()))


def _category(it: Sentence) -> Meant:
    category = it.rest if it.rest in CATEGORY_WORDS else guessed_category(it.rest)
    return None if category is None else (word_of(f"#{category}"),)


def _listed(people: Sequence[Word]) -> tuple[Word, ...]:
    """Return people as a list has them."""
    return tuple(
        word
        for place, one in enumerate(people)
        for word in ((word_of("and"), one) if place else (one,))
    )


_MEANINGS: Final[Mapping[ReplyKind, Callable[[Sentence], Meant]]] = {
    ReplyKind.INSTEAD: _instead,
    ReplyKind.NOT_AMOUNT: _not_amount,
    ReplyKind.BOTH_PAID: _both_paid,
    ReplyKind.BALANCE: _unclear,
    ReplyKind.EXTRA: _unclear,
    ReplyKind.MORE: _unclear,
    ReplyKind.PARTLY: _unclear,
    ReplyKind.CAME_APART: _unclear,
    ReplyKind.MEANT: _unclear,
    ReplyKind.SWAPPED: _unclear,
    ReplyKind.ITEM: _unclear,
    ReplyKind.UNCLEAR: _unclear,
    ReplyKind.EACH_PART: _each_part,
    ReplyKind.EACH_PAID: _each_paid,
    ReplyKind.PAIRS: _pairs,
    ReplyKind.PAID_PART: _paid_part,
    ReplyKind.PAID: _paid,
    ReplyKind.EVERYBODY: _everybody,
    ReplyKind.EQUALLY: _equally,
    ReplyKind.PART_AND_AMOUNT: _part_and_amount,
    ReplyKind.PART: _part,
    ReplyKind.OWN: _own,
    ReplyKind.HALF: _half,
    ReplyKind.DOUBLE: _double,
    ReplyKind.ADDED_EACH: _added_each,
    ReplyKind.ADDED: _added,
    ReplyKind.REDUCED: _reduced,
    ReplyKind.AMOUNT: _written,
    ReplyKind.LISTED: _listed_alone,
    ReplyKind.JOINS: _joins,
    ReplyKind.LEAVES: _leaves,
    ReplyKind.ONLY: _only,
    ReplyKind.COMPANY: _company,
    ReplyKind.NARROWED: _narrowed,
    ReplyKind.AMONG: _among,
    ReplyKind.CATEGORY: _category,
    ReplyKind.WHEN: _when,
}
