"""Names as sentences bend them: "с Бобом" is with Боб, "Ali'ye" to Ali."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from typing import Final

from handlers.grammar.vocabulary.endings import ENDINGS, LIKE_NAMES, STEMS

_SHORTEST: Final = 2
"""Letters that a name keeps before its ending."""
_LONGEST: Final = 3
"""Words of a name that is bent as a whole."""
_TURKISH: Final = re.compile(r"(.{2,})'(?:n?[iu]n|y?[aeiu]|[dt][ae]n?|y?l[ae])\Z")
"""Endings of Turkish names, which stand behind an apostrophe."""
_TO_ALI: Final = (re.compile(r"([^\W\d_]{3,})[ae]\Z"), re.compile(r"([^\W\d_]{2,})y[ae]\Z"))
_FROM_ALI: Final = re.compile(r"([^\W\d_]{3,})[dt][ae]n\Z")
"""Of these many leave the apostrophe out."""
_LATIN: Final = re.compile(r"([a-z0-9]{2,})['-]?([а-яєіґ]{1,3})\Z")


def nominatives(
    key: tuple[str, ...], languages: frozenset[str], *, oblique: bool
) -> Iterator[tuple[str, ...]]:
    """Return what a name of folded words may be called where it stands by itself.

    `oblique` is whether a word before it asks for an ending, as "with" does. Otherwise it is
    left alone where it may be another name as it stands: "Жана" by itself is nobody's ending.
    """
    if not key or len(key) > _LONGEST:
        return
    if "tr" in languages and (turkish := _TURKISH.match(key[-1])):
        yield (*key[:-1], turkish[1])
    if "tr" in languages:
        for ending in (*_TO_ALI, _FROM_ALI):
            if turkish := ending.match(key[-1]):
                yield (*key[:-1], turkish[1])
    bending = languages & ENDINGS.keys()
    for language in sorted(bending):
        choices = [(word, *_words(word, language, oblique)) for word in key]
        for found in product(*choices):
            if found != key:
                yield found


@lru_cache(maxsize=4096)
def _words(word: str, language: str, oblique: bool) -> tuple[str, ...]:
    found: dict[str, None] = {}
    endings, stems = ENDINGS[language], STEMS[language]
    if latin := _LATIN.match(word):
        return (latin[1],) if latin[2] in endings else ()  # "Bob'ом", "Bobу"
    for ending, instead in endings.items():
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < _SHORTEST or (ending in LIKE_NAMES and not oblique):
            continue
        if stem in stems:
            found[stems[stem]] = None
        found |= dict.fromkeys(stem + last for last in instead)
    return tuple(found)
