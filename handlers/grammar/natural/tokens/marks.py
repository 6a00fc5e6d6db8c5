"""Words that marks or pictures hold together: `bob,chen`, `dinner:100`, `300🍕`, `/ bob / chen`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Line, Word, word_of
from handlers.grammar.vocabulary import Role
from ledger.core.folding import fold

_PIECES = re.compile(r"(?<=[,;])(?!\Z)(?!(?<=\d[,;])\d)")
"""Behind a comma that does not stand within a number."""
_AMOUNT = re.compile(r"[^\w\s]?\d[\d.,]*[^\W\d_]{0,3}[,;]?\Z")
_LABELLED = re.compile(r"([^\W\d_]{2,})[:=](\d[\d.,]*k?)([,;]?)\Z")
_PICTURED = re.compile(
    r"(\d[\d.,]*)([\u2600-\u27bf\U0001f000-\U0001faff]+)\Z"
    r"|([\u2600-\u27bf\U0001f000-\U0001faff]+)(\d[\d.,]*)\Z"
)
_COUNTED = re.compile(r"(\d[\d.,]*)([^\W\d_]{4,})([,;.]?)\Z")
"""An amount and what it was for, glued: of three letters it may be a currency's code."""
_CENTS = re.compile(r"(\d{1,6})([€£₹₺₽])(\d\d)([,;]?)\Z")
"""An amount with its sign where the point would be: `12€50`."""
_EUROS = re.compile(r"(\d{1,4})[eE](\d\d)([,;]?)\Z")
_SAY_E = frozenset({"fr", "it", "es", "de"})
"""Languages in which an e may stand where the point would be: `12e50`."""
_TIMES = re.compile(r"(\d+)[хХ](\d[\d.,]*)\Z")
"""A Cyrillic letter that looks like the sign: `3х120`."""
_EACH = re.compile(r"(\S*\d\S*)/([^\W\d_]{2,})([,;]?)\Z")
_ONE = frozenset(
    {"persona", "pessoa", "personne", "person", "kopf", "nase", "orang", "чел", "head"}
)
_NUMBER = re.compile(r"\d{1,3}(?:[.,]\d{1,2})?\Z")
_PERCENT = frozenset({"percent", "percents", "pct", "prozent", "persen", "porcento", "प्रतिशत"})
_PERCENT |= {"процент", "процента", "процентов", "відсоток", "відсотка", "відсотків"}
_ABOUT = re.compile(r"[~≈](\d[\d.,]*k?)(?:-?ish)?([,;]?)\Z")
"""What is said to be about so much: `~600`."""
_ISH = re.compile(r"(\d[\d.,]*k?)-?ish([,;]?)\Z", re.IGNORECASE)
_BRACKETED = re.compile(r"\[(\d[\d.,]*)\]([,;]?)\Z")
_RANGE = re.compile(r"(\d{2,7})-(\d{2,7})([,;]?)\Z")
_MOST_OF_A_DAY = 31
_MARKS = frozenset({",", ";", "."})
_LISTING = frozenset({Role.WITH, Role.FOR, Role.AND, Role.BETWEEN, Role.ME, Role.BY})
_SEPARATES = frozenset({"/", "|"})


def marks_apart(line: Line, circle: Circle) -> Line:
    """Return the line with a word of its own for each piece of what marks hold together.

    Only where a piece is somebody's name, or an amount: `bread,milk` stays as it is.
    """
    line = replace(line, words=without_stops(line.words, circle))
    words: list[Word] = []
    dashes = _separating_dashes(line, circle)
    for at, word in enumerate(line.words):
        behind = line.words[at + 1] if at + 1 < len(line.words) else None
        if at in dashes:
            words.append(word_of(","))
            continue
        if len(words) > 1 and word.low in _PERCENT and _NUMBER.match(words[-1].plain):
            mark = word.plain[len(word.plain.rstrip(",;")) :]
            words[-1] = replace(word_of(f"{words[-1].plain}%{mark}"), breaks=word.breaks)
            continue
        pieces = [] if _is_claimed(word) else list(_pieces(word, behind, circle))
        if not at and (bounds := _bounds(line)):
            pieces = list(map(word_of, bounds))  # "20-25 taxi"
        if pieces:
            words += (*pieces[:-1], replace(pieces[-1], breaks=word.breaks))
        else:
            words.append(word)
    return replace(line, words=tuple(words))


def without_stops(words: tuple[Word, ...], circle: Circle) -> tuple[Word, ...]:
    """Return words with commas behind names that end a sentence: `me bob chen. dee paid`.

    So are names that are dictated apart: `Bob. Dee. Me.`.
    """
    stopped = [
        word.plain.endswith(".") and word.whom is None and _is_somebody(word, circle)
        for word in words
    ]
    return tuple(
        replace(word_of(f"{word.plain[:-1]},"), breaks=word.breaks)
        if stopped[at]
        and (
            any(stopped[max(0, at - 1) : at])
            or any(stopped[at + 1 : at + 2])
            or _is_in_list(words, at, circle)
        )
        else word
        for at, word in enumerate(words)
    )


def _is_in_list(words: tuple[Word, ...], at: int, circle: Circle) -> bool:
    """Tell whether a word before a name, that is not the last, makes it one of a list."""
    if not 0 < at < len(words) - 1:
        return False
    before = words[at - 1]
    roles = circle.words.roles.get((fold(before.low),), ())
    return not _LISTING.isdisjoint(roles) or _is_somebody(before, circle)


def _separating_dashes(line: Line, circle: Circle) -> set[int]:
    """Return where lone dashes only keep apart: `pizza - 20 - bob, chen`; one may leave out."""
    words = line.words
    dashes = {at for at, word in enumerate(words) if word.plain == "-" and not word.escaped}
    parts = any(
        0 < at < len(words) - 1
        and _is_somebody(words[at - 1], circle)
        and words[at + 1].plain[:1].isdigit()
        for at in dashes
    )
    return dashes if len(dashes) > 1 and not parts else set()


def _is_claimed(word: Word) -> bool:
    return word.whom is not None or word.everyone or word.escaped or word.out


def _pieces(word: Word, behind: Word | None, circle: Circle) -> Iterator[Word]:
    plain = word.plain
    if plain in _SEPARATES and behind is not None and _is_somebody(behind, circle):
        yield word_of(",")
        return
    if number := _number(plain, circle):
        yield from map(word_of, number)
        return
    for form in (_PICTURED, _LABELLED, _COUNTED):
        if (found := form.match(plain)) and not circle.members(found[1] or ""):
            yield from map(word_of, _filled(found))
            return
    if "," in plain[:-1] or ";" in plain[:-1]:
        pieces = [word_of(piece) for piece in _PIECES.split(plain)]
        known = (_is_somebody(piece, circle) or _AMOUNT.match(piece.plain) for piece in pieces)
        if len(pieces) > 1 and any(known):
            yield from pieces


def _is_each(text: str, circle: Circle) -> bool:
    """Tell whether what stands behind a slash is a person: `15/person`."""
    people = Role.PEOPLE in circle.words.roles.get((fold(text),), ())
    return people or fold(text) in _ONE


def _number(plain: str, circle: Circle) -> tuple[str, ...]:
    """Return the words of a number that marks hold together with more: `12€50`, `~600`."""
    if found := _CENTS.match(plain):
        return (f"{found[1]}.{found[3]}{found[2]}{found[4]}",)
    if (found := _EUROS.match(plain)) and circle.spoken & _SAY_E:
        return (f"{found[1]}.{found[2]}{found[3]}",)
    if found := _TIMES.match(plain):
        return (f"{found[1]}x{found[2]}",)
    if (found := _EACH.match(plain)) and _is_each(found[2], circle):
        return (found[1], f"each{found[3]}")
    for form in (_ABOUT, _ISH, _BRACKETED):
        if found := form.match(plain):
            return (found[1] + found[2],)
    if (found := _RANGE.match(plain)) and _is_range(int(found[1]), int(found[2])):
        return (found[1], "or", found[2] + found[3])
    return ()


def _bounds(line: Line) -> tuple[str, ...]:
    """Return the words of a range that begins a line without any other number: no days."""
    first, *others = line.words
    found = None if _is_claimed(first) else _RANGE.match(first.plain)
    if found is None or any(char.isdigit() for word in others for char in word.plain):
        return ()
    least, most = int(found[1]), int(found[2])
    sums = least + most
    return (found[1], "or", found[2] + found[3]) if least < most and sums != 100 else ()


def _is_range(least: int, most: int) -> bool:
    """Tell whether `500-600` is one of amounts, and no days, ratio or years."""
    return _MOST_OF_A_DAY < least < most < 10 * least and least + most not in (100,)


def _filled(found: re.Match[str]) -> list[str]:
    """Return the pieces that were found, a mark behind the last one still there."""
    *pieces, last = [piece for piece in found.groups() if piece]
    return [*pieces[:-1], pieces[-1] + last] if last in _MARKS else [*pieces, last]


def _is_somebody(word: Word, circle: Circle) -> bool:
    text = word.low.rstrip(",;.")
    if word.whom is not None or circle.members(text):
        return True
    return Role.ME in circle.words.roles.get((fold(text),), ())
