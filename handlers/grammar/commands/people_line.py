"""/set and /weight: a name for several people, and how much is somebody's by default."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from handlers.grammar.circle import Circle
from handlers.grammar.keywords import CONNECTORS
from handlers.grammar.lexer import Line, Word, word_of
from handlers.grammar.natural.phrases.phrases import Phrases
from ledger.core.errors import Code, LedgerError
from ledger.core.member_sets import is_set_name
from ledger.core.members import ONE_SHARE, Name, Whom
from ledger.core.money import Currency

_WEIGHT = re.compile(r"[xX×]?(\d{1,3}(?:[.,]\d{1,4})?)[xX×]?\Z")
_IN_WORDS = {"half": "0.5", "double": "2", "twice": "2", "once": "1", "off": "1", "single": "1"}
_OFF = frozenset({"off", "delete", "remove", "none"})
_MOST_WEIGHT = 100
_SOME = Currency("XXX")
_SOME_DAY = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class SetLine:
    """A set's name, and who it is; nobody where the line only names it, `off` to end it."""

    name: str
    people: tuple[Whom, ...]
    off: bool = False


def read_set(line: Line, circle: Circle) -> SetLine | None:
    """Read `flat2 @bob @cat`, `flat2 off`; None where nothing is said: list them.

    Raises NAME_MISSING(found: str, examples).
    """
    if not line.words:
        return None
    first = line.words[0]
    typed = first.whom.text if isinstance(first.whom, Name) else first.text.rstrip(",;:")
    people = _people(line.words[1:], circle)
    off = len(line.words) == 2 and line.words[1].low in _OFF
    if not is_set_name(typed) or first.everyone or not (people or off):
        rest = [word.text for word in line.words[1:]] or ["@bob", "@chen"]
        found = first.text if people or not line.words[1:] else rest[0]
        examples = (line.example("flat2", *rest),) if people else ()
        raise LedgerError(Code.NAME_MISSING, found=found, examples=examples)
    return SetLine(typed, people, off)


def read_weight(line: Line, circle: Circle) -> tuple[Whom, int] | None:
    """Read `@bob 2` as somebody and a share in ten-thousandths; None for nothing: list them.

    The share may stand first, or be a word: `half`, `double`, `off`.

    Raises NAME_MISSING(found: str, examples), BAD_WEIGHT(written: str, examples), and
    TOO_MANY_NAMES(most, examples) for the shares of several.
    """
    if not line.words:
        return None
    words = tuple(_weighed(word) for word in line.words)
    weights = [at for at, word in enumerate(words) if word.whom is None and _WEIGHT.match(word.low)]
    if weights == [0] and len(words) > 1:
        words = (*words[1:], words[0])
    elif len(weights) > 1:
        _refuse_several(line, weights, circle)
    *before, last = words
    found = _WEIGHT.match(last.plain) if last.whom is None else None
    people = _people(tuple(before if found else words), circle)
    people = people or _people(tuple(before), circle)
    if len(people) != 1:
        raise LedgerError(Code.NAME_MISSING, found=line.words[0].text, examples=())
    name = " ".join(word.text for word in (before or words))
    weight = Fraction(found[1].replace(",", ".")) * ONE_SHARE if found else Fraction(0)
    if not 0 < weight <= _MOST_WEIGHT * ONE_SHARE or weight.denominator > 1:
        written = last.text if before else ""
        raise LedgerError(Code.BAD_WEIGHT, written=written, examples=(line.example(name, "2"),))
    return people[0], int(weight)


def _weighed(word: Word) -> Word:
    """Return a word that says how much as the number that it means."""
    number = _IN_WORDS.get(word.low) if word.whom is None else None
    return word if number is None else word_of(number)


def _refuse_several(line: Line, weights: list[int], circle: Circle) -> None:
    """Refuse `bob 2 chen 3` with a line for each."""
    texts = [word.text for word in line.words]
    starts = [0, *(at + 1 for at in weights)]
    pairs = list(zip(starts, weights, strict=False))
    if all(len(_people(line.words[start:at], circle)) == 1 for start, at in pairs):
        examples = tuple(line.example(*texts[start : at + 1]) for start, at in pairs)
        raise LedgerError(Code.TOO_MANY_NAMES, most=1, examples=examples)


def _people(words: tuple[Word, ...], circle: Circle) -> tuple[Whom, ...]:
    """Return those whom the words name; nobody where any word is no name of one person."""
    phrases = Phrases(words, circle, _SOME, _SOME_DAY)
    found: list[Whom] = []
    at = 0
    while at < len(words):
        one = phrases.person(at)
        if one is not None and len(one.members) < 2 and one.word.whom is not None:
            found.append(one.word.whom)
            at = one.stop
        elif words[at].low in CONNECTORS or not words[at].plain.strip(",;:."):
            at += 1
        else:
            return ()
    return tuple(found)
