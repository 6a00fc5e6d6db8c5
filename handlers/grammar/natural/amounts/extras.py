"""What is added to an amount: `plus 10 tip`, `+ 10%`, `plus 50 for parking`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Line, Word, is_letters, word_of
from handlers.grammar.literals.amounts import Figure, figure_at, write_number
from handlers.grammar.natural.amounts.places import extra_behind
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.sense_words import Sense
from ledger.core.errors import LedgerError
from ledger.core.money import Currency, Money

PERCENT = re.compile(r"(\d{1,3}(?:\.\d{1,2})?)%[,;]?\Z")
_BEFORE_SIGN = re.compile(r"\d[\d.,]*[,;]\Z")
_ADDED = re.compile(r"\+(?:[2-9]|\d{2,7})\Z")
"""What is added to an amount; one more is a guest: `flight +1`."""
_ADDED_TO_NUMBER = re.compile(r"\+\d{2,7}\Z")
"""What is added right behind a number, at the end; fewer digits may be guests."""
_NUMBER = re.compile(r"\d{1,9}(?:\.\d{1,3})?\Z")


def percent_added(line: Line, circle: Circle) -> Line:
    """Return the line with "plus" for the `+` of `1200 + 10% tip`: a percentage is no number.

    The sign of `900, +150 drinks` stands apart: that may be added as well, and is asked about.
    So it does at the end of `toll 135 +90`.
    """
    words: list[Word] = []
    for at, word in enumerate(line.words):
        behind = line.words[at + 1] if at + 1 < len(line.words) else None
        text = word.plain if word.whom is None and not word.escaped else ""
        if behind is not None and behind.plain[:1] in "+-" and _BEFORE_SIGN.match(text):
            words.append(word_of(text[:-1]))
        elif not at or not text.startswith("+") or _is_named(line.words[at - 1], circle):
            words.append(word)
        elif text == "+" and behind is not None and PERCENT.match(behind.plain):
            words.append(word_of("plus"))
        elif PERCENT.match(text[1:]):
            words += [word_of("plus"), replace(word_of(text[1:]), breaks=word.breaks)]
        elif _ADDED.match(text) and behind is not None and _is_thing(behind, circle):
            words += [word_of("+"), word_of(text[1:])]
        elif _ADDED_TO_NUMBER.match(text) and behind is None and _is_number(line.words[at - 1]):
            words += [word_of("+"), replace(word_of(text[1:]), breaks=word.breaks)]
        else:
            words.append(word)
    return replace(line, words=tuple(words))


def _is_number(word: Word) -> bool:
    return word.whom is None and not word.escaped and bool(_NUMBER.match(word.plain))


def _is_thing(word: Word, circle: Circle) -> bool:
    return is_letters(word.low) and not word.escaped and not _is_named(word, circle)


def _is_named(word: Word, circle: Circle) -> bool:
    return word.whom is not None or word.low == "me" or bool(circle.members(word.low))


@dataclass(frozen=True, slots=True)
class _Extra:
    """What is added, or taken off where `sign` is a minus: a number or a percentage.

    The words from `start` to `stop` say nothing else.
    """

    sign: str
    number: str
    percent: bool
    start: int
    stop: int


def with_extras(
    line: Line, figure: Figure, home: Currency, circle: Circle, today: date
) -> tuple[Line, Figure]:
    """Add what `plus 10 tip` says to the amount, take `10% off`; a percentage is of the amount."""
    words = line.words
    phrases = Phrases(words, circle, figure.currency, today)
    for at in range(figure.stop, len(words)):
        found = _extra_at(phrases, at)
        if found is None:
            continue
        once = figure.arithmetic or write_number(Money(figure.minor, figure.currency))
        once = f"({once})" if figure.arithmetic else once
        added = f"{once}{found.sign}{found.number}"
        if found.percent:
            added = f"{once}*(100{found.sign}{found.number})/100"
        code = [] if figure.currency == home else [word_of(figure.currency)]
        rest = (*words[figure.stop : found.start], *words[found.stop :])
        changed = replace(line, words=(word_of(added), *code, *rest))
        read = figure_at(changed.words, 0, home)
        if read is not None and read.minor > 0:
            # "2000 + 5% service + 200 tip": the next comes on top of that.
            return with_extras(changed, read, home, circle, today)
    return line, figure


def _extra_at(phrases: Phrases, at: int) -> _Extra | None:
    """Read `plus 10 tip`, `+ 10%`, `and tip 10`, `minus 10 discount`, `10% off`."""
    words = phrases.words
    joiner = phrases.role(at, Role.PLUS, Role.AND, Role.MINUS)
    label = phrases.role(joiner, Role.EXTRA) if joiner else 0
    number = label or joiner or at
    if number >= len(words) or words[number].whom is not None or words[number].escaped:
        return None
    plain = words[number].plain.rstrip(",;")
    percent = PERCENT.match(plain)
    end = number + 1
    if not (percent or _NUMBER.match(plain)):
        money = _in_money(phrases, number)
        if money is None or not joiner:
            return None
        plain, end = money
    if at and phrases.role(at - 1, Role.INCLUDED) == at:
        return None  # "1000 after 10% off"
    off = end + 1 if phrases.is_word(end, "off") else 0
    behind = extra_behind(phrases, end) or off
    if not (label or behind or percent) and (stop := _for_what(phrases, at, end)):
        return _Extra("+", plain, percent=False, start=at + 1, stop=stop)
    said = (*range(joiner, label), *range(end, behind))
    reduced = any(phrases.is_a(one, Sense.REDUCTION) for one in said)
    reduces = bool(reduced or off or phrases.role(at, Role.MINUS))
    plus = bool(phrases.role(at, Role.PLUS, Role.MINUS)) and words[at].plain not in ("+", "-")
    clear = bool(joiner) and bool(label or behind)
    if not clear and not (percent and (plus or (behind and reduces))):
        return None
    sign = "-" if reduces else "+"
    written = percent[1] if percent else plain
    return _Extra(sign, written, percent is not None, at, behind or end)


def _in_money(phrases: Phrases, at: int) -> tuple[str, int] | None:
    """Return a number that says the currency of the amount, as `$12`, and what follows it."""
    try:
        figure = figure_at(phrases.words, at, phrases.currency)
    except LedgerError:
        return None
    if figure is None or figure.arithmetic or figure.minor <= 0:
        return None
    if figure.currency != phrases.currency:
        return None
    return write_number(Money(figure.minor, figure.currency)), figure.stop


def _for_what(phrases: Phrases, plus: int, at: int) -> int:
    """Return the index behind the "for" of `plus 50 for parking`, which is nobody's part; or 0."""
    number = phrases.role(plus, Role.PLUS)
    stop = phrases.role(at, Role.FOR) if number and number < at else 0
    if not stop or stop >= len(phrases.words) or phrases.is_named_before(plus):
        return 0
    return 0 if phrases.people(stop) is not None or phrases.ends(stop) else stop
