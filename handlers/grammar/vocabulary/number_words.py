"""What a language's file says of numbers in words, as far as amounts are said with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from ledger.core.folding import fold_once

Run = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NumberWords:
    """One language's numbers in words, alternatives separated by `|`; runs keep their spaces.

    `numbers` has each in digits before how people say it (`500:quinientos,quinientas`); they
    count with a thousand or a hundred beside them, or from a hundred on. `half` behind a number
    adds a half to it; `cents` stand behind those, and `point` before them ("40 con 50"). `notes`
    are sums by themselves, `10:tenner,tenners`, also counted; `stacks` only where they are counted
    ("a grand").
    """

    numbers: str = ""
    half: str = ""
    cents: str = ""
    point: str = ""
    notes: str = ""
    stacks: str = ""


@dataclass(frozen=True)
class Numbers:
    """The numbers in words of several languages, folded."""

    values: Mapping[str, Fraction]
    half: frozenset[Run]
    cents: frozenset[str]
    point: frozenset[str]
    notes: Mapping[str, int]
    stacks: Mapping[str, int]


def numbers_of(spoken: Iterable[NumberWords]) -> Numbers:
    """Return the numbers in words of some languages."""
    several = list(spoken)
    values: dict[str, Fraction] = {}
    for words in several:
        for said in filter(None, words.numbers.split("|")):
            value, _, texts = said.partition(":")
            values |= {fold_once(text): Fraction(value) for text in texts.split(",")}
    return Numbers(
        values,
        frozenset(tuple(fold_once(text).split()) for one in several for text in _texts(one.half)),
        frozenset(fold_once(text) for one in several for text in _texts(one.cents)),
        frozenset(fold_once(text) for one in several for text in _texts(one.point)),
        dict(sum_ for one in several for sum_ in _sums(one.notes)),
        dict(sum_ for one in several for sum_ in _sums(one.stacks)),
    )


def _sums(written: str) -> Iterator[tuple[str, int]]:
    for said in _texts(written):
        value, _, texts = said.partition(":")
        yield from ((fold_once(text), int(value)) for text in texts.split(","))


def _texts(written: str) -> Iterator[str]:
    return filter(None, written.split("|"))
