"""Items written in one line, each with its own people: `pizza 800 (bob, chen), bread 200 (all)`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Line, Word, word_of
from handlers.grammar.literals.amounts import figure_at
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.natural.phrases.taking import SPLIT
from handlers.grammar.natural.turns.said import EVERYBODY
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.sense_words import Sense
from ledger.core.errors import LedgerError
from ledger.core.money import Currency

_FEWEST: Final = 2
_APART: Final = (",", ";")
_BRACKETS: Final = str.maketrans("", "", "()[]")
_TELLS_OTHERWISE: Final = (
    Role.PAID, Role.I_PAID, Role.BY, Role.OWES, Role.BETWEEN, Role.EACH, Role.REST,
    Role.HALF, Role.WITHOUT, Role.GAVE, Role.GOT, Role.PLUS, Role.LESS, Role.MORE, Role.ONLY,
)  # fmt: skip


def in_lines(line: Line, home: Currency, today: date, circle: Circle) -> Line:
    """Return such a line as a bill with a line for each item; any other as it is.

    Every item says what it was, one number and whose it is at its end, so that nothing is left
    to ask; whoever paid may be said behind the last.
    """
    words = line.words
    end = next((at for at, word in enumerate(words) if word.plain == "//"), len(words))
    if sum(any(char.isdigit() for char in word.plain) for word in words[:end]) < _FEWEST:
        return line
    if any(word.breaks for word in words):
        return line
    rows = [
        _whose_said(_in_short(row, home, today, circle), home, today, circle)
        for row in _rows(words[:end], home, today, circle)
    ]
    last = (
        rows.pop() if len(rows) > _FEWEST and _says_who_paid(rows[-1], home, today, circle) else ()
    )
    if len(rows) < _FEWEST or not all(_is_item(row, home, today, circle) for row in rows):
        return line
    said = [_ended(row) for row in (*rows, *([last] if last else []))]
    return replace(line, words=(*(word for row in said for word in row), *words[end:]))


def _rows(
    words: tuple[Word, ...], home: Currency, today: date, circle: Circle
) -> list[tuple[Word, ...]]:
    """Cut a line at its commas and where "and" begins an item, but not in a list of people."""
    phrases = Phrases(words, circle, home, today)
    rows: list[tuple[Word, ...]] = []
    row: list[Word] = []
    for at, word in enumerate(words):
        and_ = phrases.role(at, Role.AND)
        joins = bool(row or rows) and and_ == at + 1 and phrases.person(and_) is None
        if not joins:
            row.append(_bare(word))
        if at + 1 < len(words) and not (joins or word.joined or word.plain[-1:] in _APART):
            continue
        if rows and _are_people(tuple(row), home, today, circle):
            rows[-1] += tuple(row)
        elif row:
            rows.append(tuple(row))
        row = []
    return rows


def _whose_said(
    row: tuple[Word, ...], home: Currency, today: date, circle: Circle
) -> tuple[Word, ...]:
    """Return a row with "me" for "with", as whoever writes was there, and "all" for "shared"."""
    phrases = Phrases(row, circle, home, today)
    for at in range(1, len(row)):
        stop = phrases.role(at, Role.WITH)
        if stop and phrases.people(stop) is not None:
            return (*row[:at], word_of("me"), *row[stop:])
    for at, word in enumerate(row):
        if word.low in SPLIT and not any(phrases.person(one) for one in range(len(row))):
            return (*row[:at], *row[at + 1 :], EVERYBODY)
    return row


def _in_short(
    row: tuple[Word, ...], home: Currency, today: date, circle: Circle
) -> tuple[Word, ...]:
    """Return `room 2 180 for bob and dee` for `room 2 was 180 that's bob and dee`.

    What a number is called by, "room 2", is a word of what it was then.
    """
    phrases = Phrases(row, circle, home, today)
    words: list[Word] = []
    at = 0
    while at < len(row):
        was = phrases.role(at + 1, Role.IT_WAS)
        named = at > 0 and row[at].plain.isdigit() and 0 < was < len(row)
        theirs = at > 0 and phrases.is_a(at, Sense.WAS) and phrases.people(at + 1) is not None
        if named and row[was].plain[:1].isdigit():
            words.append(replace(row[at], escaped=True))
            at = was
        elif theirs and any(word.plain[:1].isdigit() for word in row[:at]):
            words.append(word_of("for"))
            at += 1
        else:
            words.append(row[at])
            at += 1
    return tuple(words)


def _bare(word: Word) -> Word:
    """Return a word without brackets, as people stand in them: `(bob, chen)`."""
    text = word.text.translate(_BRACKETS)
    if word.whom is not None or word.escaped or not text or text == word.text:
        return word
    return word_of(text)


def _are_people(row: tuple[Word, ...], home: Currency, today: date, circle: Circle) -> bool:
    phrases = Phrases(row, circle, home, today)
    start = phrases.role(0, Role.AND)
    people = phrases.people(start)
    return people is not None and people.stop == len(row)


def _says_who_paid(row: tuple[Word, ...], home: Currency, today: date, circle: Circle) -> bool:
    if any(char.isdigit() for word in row for char in word.plain):
        return False
    phrases = Phrases(row, circle, home, today)
    return any(phrases.role(at, Role.PAID, Role.BY, Role.I_PAID) for at in range(len(row)))


def _is_item(row: tuple[Word, ...], home: Currency, today: date, circle: Circle) -> bool:
    """Tell whether a row has one number, says what it was, and whose it is at its end only."""
    phrases = Phrases(row, circle, home, today)
    number = _only_number(row, home)
    if not number or phrases.person(0) is not None:
        return False
    if any(word.out or (word.escaped and not word.plain.isdigit()) for word in row):
        return False
    if any(phrases.role(at, *_TELLS_OTHERWISE) for at in range(len(row))):
        return False
    whose = next((at for at in range(1, len(row)) if _whose_from(phrases, at)), 0)
    return whose > 1 and any(
        word.plain.isalpha() for at, word in enumerate(row[:whose]) if at not in number
    )


def _only_number(row: tuple[Word, ...], home: Currency) -> range:
    """Return the words of a row's only number; none where it has none, or several."""
    found = range(0)
    at = 0
    while at < len(row):
        try:
            figure = figure_at(row, at, home)
        except LedgerError:
            return range(0)
        if found and (figure is not None or any(char.isdigit() for char in row[at].plain)):
            return range(0)
        if figure is not None:
            found = range(at, figure.stop)
        at = figure.stop if figure is not None else at + 1
    return found


def _whose_from(phrases: Phrases, at: int) -> bool:
    """Tell whether from an index to the end of a row only those are named whose it is."""
    start = phrases.role(at, Role.FOR) or at
    if phrases.words[at].everyone:
        return at + 1 == len(phrases.words)
    everybody = phrases.role(start, Role.EVERYONE) or (start + 1) * phrases.is_word(start, "all")
    if everybody == len(phrases.words):
        return True
    people = phrases.people(start)
    ended = people is not None and people.stop == len(phrases.words)
    return bool(ended and people and not any(one.part for one in people.people))


def _ended(row: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return a row as a line of its own, without the mark behind it."""
    last = row[-1]
    text = last.text.rstrip(",;")
    ended = replace(last, text=text, plain=last.plain.rstrip(",;"), joined=False, breaks=True)
    return (*row[:-1], ended)
