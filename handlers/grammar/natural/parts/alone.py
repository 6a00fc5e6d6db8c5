"""Nothing but parts: `12 bob 13 charlie`, where no number is the amount of all."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from handlers.grammar.category_guess import guessed_category
from handlers.grammar.circle import Circle
from handlers.grammar.command_names import SPLIT_COMMANDS
from handlers.grammar.lexer import Line, Word, word_of
from handlers.grammar.literals.amounts import Figure, figure_at, write_number, written_at
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.vocabulary import Role
from ledger.core.errors import Code, LedgerError
from ledger.core.folding import fold
from ledger.core.members import Name, Whom
from ledger.core.money import Currency, Money

_A_NAME = re.compile(r"[^\W\d_][\w'-]{1,31}\Z")
_PLAIN = re.compile(r"\d[\d.,]*\Z")
_FEWEST = 2
_COMPARABLE = 10


@dataclass(frozen=True, slots=True)
class _Pair:
    """A number, and the name behind it; `known` is whether that is somebody's here."""

    figure: Figure
    word: Word
    stop: int
    known: bool
    typed: bool


@dataclass(frozen=True, slots=True)
class Alone:
    """A line of nothing but parts: with their sum in front, and as it is said to be meant.

    `likely` is whether it may hardly be something else than parts: the first is somebody's who
    is here.
    """

    meant: Line
    total: Money
    parts: tuple[tuple[Whom, Money], ...]
    first: Money
    likely: bool

    @property
    def fits(self) -> bool:
        """Whether the first number may be the amount of the others."""
        return self.total.minor <= 2 * self.first.minor

    @property
    def comparable(self) -> bool:
        """Whether all numbers are of one size: in "1200 room 12 hilton" 12 counts something."""
        return all(part.minor * _COMPARABLE >= self.first.minor for _, part in self.parts)


def parts_alone(line: Line, home: Currency, today: date, circle: Circle) -> Alone | None:
    """Read a line that perhaps is nothing but parts; None where it is of another kind."""
    phrases = Phrases(line.words, circle, home, today)
    start, pairs = _run(phrases, home)
    if len(pairs) < _FEWEST:
        return None
    likely = pairs[0].known
    if not all(pair.known or _may_be_named(phrases, pair) for pair in pairs):
        return None  # "2 beers 3 wines"
    total = Money(sum(pair.figure.minor for pair in pairs), home)
    found = Alone(
        _with_sum(line, start, pairs, home),
        total,
        tuple((_whom(pair), Money(pair.figure.minor, home)) for pair in pairs),
        Money(pairs[0].figure.minor, home),
        likely,
    )
    if found.fits and any(pair.typed or pair.known != likely for pair in pairs):
        return None  # "30 @bob 10 @chen" is the grammar's own form, "30 bob 10 saree" as good.
    return found


def ask_parts(line: Line, alone: Alone, otherwise: LedgerError | None) -> LedgerError:
    """Return AMOUNT_AMBIGUOUS(written, readings, parts, examples, choices) for nothing but parts.

    `otherwise` is what is asked where they are none, with readings and examples of its own.
    """
    readings, examples = [alone.total], [_typed(alone.meant)]
    if otherwise is not None:
        asked, lines = otherwise.details["readings"], otherwise.details["examples"]
        assert isinstance(asked, tuple)
        assert isinstance(lines, tuple)
        # The sum is that of the parts already.
        kept = [place for place, reading in enumerate(asked) if reading != alone.total]
        readings += [asked[place] for place in kept]
        examples += [str(lines[place]) for place in kept]
    elif alone.fits:
        first = next(at for at, word in enumerate(line.words) if word.plain[:1].isdigit())
        texts = [word.text for word in line.words]
        readings.append(alone.first)
        examples.append(line.example(texts[first], *texts[:first], *texts[first + 1 :]))
    return LedgerError(
        Code.AMOUNT_AMBIGUOUS,
        written=written_at(line.words, 0, len(line.words)),
        readings=tuple(readings),
        parts=alone.parts,
        examples=tuple(examples),
        choices=line.command in SPLIT_COMMANDS,
    )


def _typed(line: Line) -> str:
    return line.example(*(word.text for word in line.words))


def _may_be_named(phrases: Phrases, pair: _Pair) -> bool:
    """Tell whether a word that is nobody's may be somebody's name, and no thing that was bought."""
    word = phrases.words[pair.stop - 1]
    text = fold(word.low)
    many = text.endswith("s") and not word.plain[:1].isupper()
    return not many and guessed_category(text) is None


def _run(phrases: Phrases, home: Currency) -> tuple[int, list[_Pair]]:
    """Return the run of numbers and names, where no other number or name is; else none."""
    pairs: list[_Pair] = []
    start = at = 0
    while at < len(phrases.words):
        pair = _pair(phrases, at, home)
        if pair is None:
            if pairs or phrases.person(at) is not None or _number(phrases, at, home) is not None:
                break
            at += 1
            continue
        start = at if not pairs else start
        pairs.append(pair)
        at = phrases.joiner_at(pair.stop) or pair.stop
    rest = range(at, len(phrases.words))
    lone = any(phrases.person(one) or _number(phrases, one, home) for one in rest)
    return start, [] if lone else pairs


def _number(phrases: Phrases, at: int, home: Currency) -> Figure | None:
    word = phrases.words[at]
    if word.whom is not None or word.escaped or not _PLAIN.match(word.plain):
        return None
    if phrases.dated(at) or phrases.day(at):
        return None  # "16 feb", "3 days ago"
    try:
        return figure_at(phrases.words, at, home, joins=False)
    except LedgerError:
        return None


def _pair(phrases: Phrases, at: int, home: Currency) -> _Pair | None:
    figure = _number(phrases, at, home)
    if figure is None or figure.minor <= 0 or figure.currency != home:
        return None
    place = phrases.role(figure.stop, Role.FOR) or figure.stop
    one = phrases.person(place)
    if one is not None:
        known = len(one.members) < 2
        return _Pair(figure, one.word, one.stop, True, one.typed) if known else None
    if place >= len(phrases.words) or phrases.any_role(place):
        return None
    word = phrases.words[place]
    bare = word.plain.rstrip(",;.")
    if word.whom is not None or word.everyone or word.escaped or not _A_NAME.match(bare):
        return None
    stranger = Word(f"@{bare}", f"@{bare}", "", Name(bare))
    return _Pair(figure, stranger, place + 1, False, False)


def _with_sum(line: Line, start: int, pairs: list[_Pair], home: Currency) -> Line:
    words: list[Word] = []
    for pair in pairs:
        number = write_number(Money(pair.figure.minor, home))
        words += [replace(pair.word, joined=False), word_of(number)]
    total = Money(sum(pair.figure.minor for pair in pairs), home)
    before, behind = line.words[:start], line.words[pairs[-1].stop :]
    return replace(line, words=(word_of(write_number(total)), *before, *words, *behind))


def _whom(pair: _Pair) -> Whom:
    assert pair.word.whom is not None
    return pair.word.whom
