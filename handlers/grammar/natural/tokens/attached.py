"""Words that are written as one with a name: `Ali'yle` is `Ali ile`, `وعلي` is `و علي`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Line, Word, from_text, word_of
from handlers.grammar.vocabulary import Role
from ledger.core.folding import fold
from ledger.core.members import Name

_WITH_ALI: Final = re.compile(r"(.+?)'?y?l[ae]([,;.]?)\Z", re.IGNORECASE)
_WITHOUT_ALI: Final = re.compile(r"(.+?)'?s[iıuü]z([,;.]?)\Z", re.IGNORECASE)
_FROM_ALI: Final = re.compile(r"(.+?)'?[dt][ae]n([,;.]?)\Z", re.IGNORECASE)
_PERCENT: Final = re.compile(r"%(\d+(?:[.,]\d+)?)([,;.]?)\Z")
_AND: Final = "و"
_FOR: Final = "ل"
_STRETCH: Final = "\N{ARABIC TATWEEL}"
_SHORTEST: Final = 3
"""Letters of a name behind a single letter: لبن is milk, and hardly for somebody called بن."""
_WITHOUT_ME: Final = {
    "بدوني": ("بدون", "أنا"),
    "عداي": ("عدا", "أنا"),
    "غيري": ("بدون", "أنا"),
    "ليلتين": ("2", "ليالي"),
    "يومين": ("2", "أيام"),
    "bensiz": ("ben", "hariç"),
}

Pieces = tuple[Word, ...]
_Reader = Callable[[Word, Word | None, Circle], Pieces]


def detached(line: Line, circle: Circle, *, payment: bool = False) -> Line:
    """Set apart the words that a language writes as one with a name, where it is a member's.

    `payment` is whether the line says who paid whom: there "Ali'den" is from Ali.
    """
    readers = [read for code, read in _READERS.items() if code in circle.spoken]
    if not readers:
        return line
    words: list[Word] = []
    for word in line.words:
        found: Pieces = ()
        if not (word.escaped or word.everyone or word.out):
            found = _piecewise(word, words[-1] if words else None, readers, circle)
            if not found and payment and "tr" in circle.spoken:
                found = _from_somebody(word, circle)
        pieces = found or (word,)
        words += (*pieces[:-1], replace(pieces[-1], breaks=word.breaks))
    return replace(line, words=tuple(words))


def _piecewise(
    word: Word, before: Word | None, readers: Sequence[_Reader], circle: Circle
) -> Pieces:
    said = _WITHOUT_ME.get(word.low) if word.whom is None else None
    if said is not None:
        return tuple(map(word_of, said))
    return next((found for read in readers if (found := read(word, before, circle))), ())


def _turkish(word: Word, before: Word | None, circle: Circle) -> Pieces:
    del before
    if word.whom is None and (percent := _PERCENT.match(word.plain)):
        return (word_of(f"{percent[1]}%{percent[2]}"),)  # As "%40" is written there.
    for ending, said in ((_WITH_ALI, "ile"), (_WITHOUT_ALI, "hariç")):
        if (name := _bare(word, ending, circle)) is not None:
            return name, word_of(said + word.plain[len(word.plain.rstrip(",;.")) :])
    return ()


def _from_somebody(word: Word, circle: Circle) -> Pieces:
    name = _bare(word, _FROM_ALI, circle)
    return () if name is None else (word_of("from"), name)


def _bare(word: Word, ending: re.Pattern[str], circle: Circle) -> Word | None:
    """Return the name that a word is without an ending; None where that is no member's."""
    whom = word.whom
    if isinstance(whom, Name) and whom.person is None:
        found = ending.match(whom.text)
        if found and "'" in whom.text and circle.is_called(found[1]):
            return replace(word, whom=Name(found[1]), text=f"@{found[1]}", plain=f"@{found[1]}")
        return None
    found = ending.match(word.plain) if whom is None else None
    if found is None or circle.is_called(word.low) or not circle.is_called(found[1]):
        return None
    return word_of(found[1])


def _arabic(word: Word, before: Word | None, circle: Circle) -> Pieces:
    if word.whom is not None:
        return ()
    plain = word.plain
    rest = plain[1:].lstrip(_STRETCH)
    if plain[:1] not in (_AND, _FOR) or not rest or circle.is_called(word.low):
        return ()
    if rest[0] == "@":
        return word_of(plain[0]), *from_text(rest).words
    bare = rest.rstrip(",;.")
    if plain[0] == _AND:
        lists = before is not None and _is_of_a_list(before, circle)
        said = circle.words.roles.get((fold(bare),), ())
        known = Role.ME in said or Role.REST in said or circle.is_called(bare)
        return (word_of(_AND), word_of(rest)) if lists and known else ()
    stretched = plain[1] == _STRETCH
    if circle.is_called(bare) and (stretched or len(bare) >= _SHORTEST):
        return word_of(_FOR), word_of(rest)
    return ()


def _is_of_a_list(word: Word, circle: Circle) -> bool:
    """Tell whether a word may be the last of one who is named: a name, "me" or a part."""
    if word.whom is not None or word.plain[:1].isdigit() or circle.is_called(word.low):
        return True
    return Role.ME in circle.words.roles.get((fold(word.low),), ())


_READERS: Final[Mapping[str, _Reader]] = {
    "tr": _turkish,
    "ar": _arabic,
}
