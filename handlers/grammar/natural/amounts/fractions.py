"""Fractions of a sum: `half of 500 pizza`, `2/3 of the 90`, `half of it for bob`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Final

from handlers.grammar.circle import Circle
from handlers.grammar.command_names import SPLIT_COMMANDS
from handlers.grammar.lexer import Line, Word, word_of
from handlers.grammar.literals.amounts import Figure, figure_at, write_number, written_at
from handlers.grammar.natural.amounts.extras import PERCENT
from handlers.grammar.natural.parts.fractions import fraction_at
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.sense_words import Sense
from ledger.core.errors import Code, LedgerError
from ledger.core.money import Currency, Money

_HALF: Final = Fraction(1, 2)
_THING: Final = 3
"""Words at most between a sum and whose the part is: `half of 500 train tickets is bob's`."""
_COMPUTED, _WHOLE_SUM = 0, 1
"""The readings of a sum of which a fraction is said."""


@dataclass(frozen=True, slots=True)
class _Said:
    """A fraction and the sum that it is of: the words from `start` to `figure.stop`.

    The fraction ends before `behind`, the sum begins at `at`.
    """

    start: int
    behind: int
    at: int
    fraction: Fraction
    figure: Figure


def of_amount(line: Line, home: Currency, today: date, circle: Circle, choice: int | None) -> Line:
    """Return a line with the part of a sum that it says for both: `250` for `half of 500`.

    Of somebody's part, `bob owes half of 500`, the sum is the amount. "Of it" says no more than
    the fraction before it.

    Raises AMOUNT_AMBIGUOUS(written, readings: the part and the sum, examples, choices) unless
    one was chosen; where it is what somebody owes it is the part.
    """
    if any(word.breaks for word in line.words):
        return line
    line = _without_of_it(line, Phrases(line.words, circle, home, today))
    phrases = Phrases(line.words, circle, home, today)
    for at in range(len(line.words)):
        said = _said(phrases, at, home)
        if said is None or (at and phrases.role(at - 1, Role.PAID, Role.I_PAID) == at):
            continue
        if (theirs := _of_whom(line, said, phrases)) is not None:
            return theirs
        own = _owner_before(phrases, at)
        begun = at > 0 and line.words[0].plain[:1].isdigit()
        if _is_owed(phrases, at) or (own and begun):
            return _computed(line, said, home)
        if own:
            return _of_somebody(line, said)
        if begun:
            continue  # "1000 dinner, 10% of 1000 tip"
        if choice == _COMPUTED:
            return _computed(line, said, home)
        if choice == _WHOLE_SUM:
            return _escaped(line, said)
        raise _unclear(line, said, home)
    return line


def _without_of_it(line: Line, phrases: Phrases) -> Line:
    """Return a line without "of it", "of the bill" behind a fraction, where no number follows."""
    words = line.words
    for at in range(len(words)):
        found = _fraction(phrases, at)
        if found is None or found[1] >= len(words) or not phrases.is_a(found[1], Sense.OF):
            continue
        of = found[1] + 1
        the = of + phrases.is_a(of, Sense.ITS)
        if phrases.is_a(of, Sense.WHOLE) and the == of:
            stop = of + 1
        elif phrases.is_a(the, Sense.BILL):
            stop = the + 1
        elif phrases.is_a(of, Sense.WHOLE):
            stop = of + 1
        else:
            continue
        if stop < len(words) and words[stop].plain[:1].isdigit():
            continue
        return replace(line, words=(*words[: found[1]], *words[stop:]))
    return line


def _said(phrases: Phrases, at: int, home: Currency) -> _Said | None:
    """Read `half of 500`, `a third of the 90`, `half the bill 500`, `half 500`."""
    found = _fraction(phrases, at)
    if found is None or found[1] >= len(phrases.words):
        return None
    fraction, stop = found
    of = stop + phrases.is_a(stop, Sense.OF)
    start = of + phrases.is_a(of, Sense.ITS)
    start += phrases.is_a(start, Sense.BILL)
    if start == stop and (phrases.folded(stop - 1) != "half" or _is_joined(phrases, at)):
        return None  # "1/2 500" may be a day.
    if start >= len(phrases.words):
        return None
    try:
        figure = figure_at(phrases.words, start, home)
    except LedgerError:
        return None
    if (
        figure is None
        or figure.minor <= 0
        or (of == stop and PERCENT.match(phrases.words[at].plain))
    ):
        return None
    if phrases.role(figure.stop, Role.UNIT):
        return None  # "half of 3 rooms"
    return _Said(at, stop, start, fraction, figure)


def _fraction(phrases: Phrases, at: int) -> tuple[Fraction, int] | None:
    """Return the fraction that stands at an index, also `half` and `50%`, and what is behind."""
    if at >= len(phrases.words) or phrases.words[at].escaped:
        return None
    if (said := fraction_at(phrases, at)) is not None:
        return said
    bare = phrases.circle.words.fractions.get(("a", phrases.folded(at)))
    if bare is not None and phrases.is_a(at + 1, Sense.OF):
        return bare, at + 1  # "quarter of 1000"
    article = at + (phrases.folded(at) in ("a", "one"))
    if half := phrases.half(article):
        return _HALF, half
    if percent := PERCENT.match(phrases.words[at].plain):
        value = Fraction(percent[1]) / 100
        return (value, at + 1) if 0 < value < 1 else None
    return None


def _is_joined(phrases: Phrases, at: int) -> bool:
    """Tell whether an "and" stands before a word: "half and half 90"."""
    return at > 0 and phrases.role(at - 1, Role.AND) == at


def _is_owed(phrases: Phrases, at: int) -> bool:
    """Tell whether the part is what somebody owes: `bob owes me half of 500`, `i owe bob …`."""
    owes = [start for start in range(at) if phrases.role(start, Role.OWES)]
    return any(
        phrases.role(phrases.role(start, Role.OWES), Role.ME) == at
        or (start > 0 and phrases.role(start - 1, Role.ME) == start and _owner_before(phrases, at))
        for start in owes
    )


def _owner_before(phrases: Phrases, at: int) -> bool:
    """Tell whether somebody stands before the fraction whose part it is: `bob`, `bob owes`."""
    before = range(max(0, at - 3), at)
    owes = next((start for start in before if phrases.role(start, Role.OWES) == at), at)
    return phrases.is_named_before(owes)


def _of_whom(line: Line, said: _Said, phrases: Phrases) -> Line | None:
    """Return the line of `half of 500 is bob's` with the sum in front, then whose the part is."""
    words, behind = line.words, said.figure.stop
    stop = next((at for at in range(behind, behind + _THING) if phrases.is_a(at, Sense.IS)), None)
    if stop is None:
        return None
    at = phrases.role(stop + 1, Role.FOR) or stop + 1
    if at >= len(words) or not (phrases.ends(at + 1) or phrases.role(at + 1, Role.REST)):
        return None
    circle = phrases.circle
    bare = words[at].plain.rstrip(",;").removesuffix("s").rstrip("'’")
    members = circle.members(words[at].plain) or circle.members(bare, oblique=False)
    if phrases.role(at, Role.ME) or phrases.is_a(at, Sense.MY):
        owner = word_of("me")
    elif len(members) == 1:
        owner = phrases.named(members[0])
    else:
        return None
    part = words[said.start : said.behind]
    kept = (*words[: said.start], *words[said.figure.stop : stop], *words[at + 1 :])
    return replace(line, words=(*words[said.at : said.figure.stop], *kept, owner, *part))


def _times(said: _Said, home: Currency) -> list[Word]:
    """Return the words of a sum's part: `500*1/2`."""
    whole = Money(said.figure.minor, said.figure.currency)
    once = said.figure.arithmetic or write_number(whole)
    once = f"({once})" if said.figure.arithmetic else once
    part = f"{once}*{said.fraction.numerator}/{said.fraction.denominator}"
    return [word_of(part), *([] if whole.currency == home else [word_of(whole.currency)])]


def _computed(line: Line, said: _Said, home: Currency) -> Line:
    words = line.words
    return replace(
        line, words=(*words[: said.start], *_times(said, home), *words[said.figure.stop :])
    )


def _escaped(line: Line, said: _Said) -> Line:
    words = line.words
    fraction = (replace(word, escaped=True) for word in words[said.start : said.at])
    return replace(line, words=(*words[: said.start], *fraction, *words[said.at :]))


def _of_somebody(line: Line, said: _Said) -> Line:
    """Return the line with the sum in front: the fraction stands behind whose part it is."""
    words, stop = line.words, said.figure.stop
    return replace(line, words=(*words[said.at : stop], *words[: said.behind], *words[stop:]))


def _unclear(line: Line, said: _Said, home: Currency) -> LedgerError:
    figure = said.figure
    part = Fraction(figure.minor) * said.fraction
    readings = (
        Money(int(part + Fraction(1, 2)), figure.currency),
        Money(figure.minor, figure.currency),
    )
    lines = (_computed(line, said, home), _escaped(line, said))
    return LedgerError(
        Code.AMOUNT_AMBIGUOUS,
        written=written_at(line.words, said.start, figure.stop),
        readings=readings,
        examples=tuple(one.example(*map(_typed, one.words)) for one in lines),
        choices=line.command in SPLIT_COMMANDS,
    )


def _typed(word: Word) -> str:
    return f"\\{word.text}" if word.escaped else word.text
