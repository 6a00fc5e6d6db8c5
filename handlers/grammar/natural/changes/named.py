"""What a change of an entry names before it says it: `date yesterday`, `payer bob`, `in euros`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Line, word_of
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.sense_words import Sense
from ledger.core.folding import fold
from ledger.core.money import Money


def without_name_of_change(line: Line, kept: Money, today: date, circle: Circle) -> Line:
    """Return a line without the words at its beginning that only name what it changes.

    They are that only where nothing but an amount, a currency or a day follows; the same line
    where it begins with no such words.
    """
    phrases = Phrases(line.words, circle, kept.currency, today)
    at = 0
    while stop := _named_at(phrases, at):
        at = stop
    return replace(line, words=line.words[at:])


def without_description(line: Line, description: str) -> Line:
    """Return a line without the entry's own description before an amount: `hotel 2200`."""
    words = line.words
    said = [fold(text) for text in description.split()]
    behind = words[len(said) : len(said) + 1]
    begins = said and [fold(word.low) for word in words[: len(said)]] == said
    amount = begins and any(char.isdigit() for word in behind for char in word.plain[:2])
    return replace(line, words=words[len(said) :]) if amount else line


def is_named_otherwise(line: Line) -> bool:
    """Tell whether a line names what is no amount: `date 20`."""
    return any(word.low.rstrip(":") in ("date", "day", "currency") for word in line.words)


def _named_at(phrases: Phrases, at: int) -> int:
    if at >= len(phrases.words) - 1 or not (said := phrases.folded(at)):
        return 0
    return phrases.role(at, Role.IT_WAS) or (at + 1) * (
        said.rstrip(":") in phrases.circle.words.senses[Sense.ABOUT_CHANGE]
    )


def payer_read(line: Line, kept: Money, today: date, circle: Circle) -> Line:
    """Return a line of nothing but who paid in the grammar's words: `it was bob who paid`.

    `bob paid not me` says no more than that either: who shares is as before.
    """
    phrases = Phrases(line.words, circle, kept.currency, today)
    words, at = line.words, 0
    about = circle.words.senses[Sense.ABOUT_PAYER]
    while phrases.folded(at).rstrip(":") in about:
        at += 1
    said = any(phrases.folded(one).rstrip(":") == "payer" for one in range(at))
    one = phrases.person(at)
    if one is None or len(one.members) > 1:
        return line
    stop = one.stop
    if phrases.is_a(stop, Sense.WHO):
        stop += 1
    verb = phrases.role(stop, Role.PAID)
    behind = [phrases.folded(index) for index in range(stop, len(words))]
    if not at and behind[-1:] == ["payer"] and {*behind} <= about:
        return replace(line, words=(word_of("paid"), replace(one.word, joined=False)))
    if at and (verb == len(words) or (said and one.stop == len(words))):
        return replace(line, words=(word_of("paid"), replace(one.word, joined=False)))
    if not at and verb and phrases.is_a(verb, Sense.NOT):
        other = phrases.person(verb + 1)
        if other is not None and other.stop == len(words):
            return replace(line, words=(word_of("paid"), replace(one.word, joined=False)))
    return line
