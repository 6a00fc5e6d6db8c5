"""Money handed over, as people tell it besides: what it was for, and that all is square now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from handlers.grammar.lexer import Line, Word, is_letters, word_of
from handlers.grammar.literals.amounts import figure_at
from handlers.grammar.natural.debts.bought_for import name_of
from handlers.grammar.natural.payments.transfers import Transfer
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.sense_words import Sense
from ledger.core.errors import LedgerError
from ledger.core.members import MemberId

_GAVE: Final = (Role.GAVE, Role.I_GAVE, Role.PAID, Role.I_PAID)
_SAYS_MORE: Final = (
    Role.EVERYONE, Role.US, Role.EACH, Role.HALF, Role.EQUALLY, Role.WITHOUT, Role.BETWEEN,
    Role.ONLY, Role.REST, Role.OWES, Role.PAID, Role.I_PAID, Role.BY, Role.WITH, Role.PLUS,
    Role.PRONOUN, Role.REFUND, Role.ME, Role.GAVE, Role.BACK, Role.GOT, Role.UNIT, Role.FROM,
    Role.TO,
)  # fmt: skip
"""What is no note of a payment."""
_MOST_SAID: Final = 4


def told_once(line: Line, phrases: Phrases) -> Line:
    """Return `gave chen 850` for `settled up w chen, gave him 850`: the first says no more."""
    square = [
        at
        for at in range(len(line.words))
        if phrases.is_a(at, Sense.SETTLED, Sense.SQUARE) and line.words[at].whom is None
    ]
    if not square:
        return line
    for at in range(square[0] + 1, len(line.words)):
        if (again := _handed_again(line.words, phrases, at)) is not None:
            return replace(line, words=again)
    return line


def _handed_again(words: tuple[Word, ...], phrases: Phrases, at: int) -> tuple[Word, ...] | None:
    """Return what is said from an index on of money between the writer and the only one named."""
    one = phrases.person(at)
    stop = one.stop if one is not None and not one.joined else 0
    stop = stop or (at + 1) * phrases.is_a(at, Sense.HE)
    gave = phrases.role(stop, Role.GAVE, Role.PAID, Role.GAVE_ME) if stop else 0
    if gave and not phrases.role(gave, Role.PRONOUN):  # "bob gave me", "he gave me"
        return _of_one(words, phrases, at, (at, stop))
    verb = phrases.role(at, *_GAVE)
    whom = phrases.role(verb, Role.PRONOUN) if verb else 0
    again = phrases.person(verb) if verb else None
    if not whom and again is None:
        return None
    said = _of_one(words, phrases, at, (verb, whom or (again.stop if again is not None else 0)))
    mine = phrases.role(at, Role.ME) or said is None
    return said if mine or said is None else (word_of("i"), *said)


def _of_one(
    words: tuple[Word, ...], phrases: Phrases, start: int, named: tuple[int, int]
) -> tuple[Word, ...] | None:
    """Return the words from a start with the name of the only one before it at some places."""
    people = (phrases.person(at) for at in (*range(start), *range(*named)))
    found = {member for one in people if one is not None for member in one.members}
    found.discard(phrases.circle.sender or MemberId(0))
    if len(found) != 1:
        return None
    name = name_of(found.pop(), phrases.circle)
    return (*words[start : named[0]], name, *words[named[1] :])


def square_apart(line: Line, phrases: Phrases) -> tuple[Line, tuple[Word, ...]]:
    """Return a payment's line without `, we're square now` at its end, and those words."""
    stop = len(line.words)
    at = stop
    while at and _is_being(phrases, at - 1):
        at -= 1  # "now"
    if not at or not phrases.is_a(at - 1, Sense.SQUARE, Sense.WELL):
        return line, ()
    at -= 1
    end = at
    while at and _is_being(phrases, at - 1):
        at -= 1
        if at and line.words[at - 1].plain[-1:] in ",;.":
            break
    if at == end or not at:
        return line, ()
    return replace(line, words=line.words[:at]), line.words[at:]


def _is_being(phrases: Phrases, at: int) -> bool:
    return phrases.is_a(at, Sense.BEING) and phrases.words[at].whom is None


def with_note(found: Transfer, line: Line, phrases: Phrases) -> Transfer:
    """Return a payment with what it was for as its note: `gave chen 500 advance for trek`.

    Things are given, too, "gave chen flowers 50": before the amount a word for money says that it
    was handed over.
    """
    if not (found.payees or found.unsaid) or found.shared or found.for_whom:
        return found
    cut = _cut(found.others, phrases)
    if cut is None:
        return found
    before, amount, behind = cut
    said = [*before, *behind]
    if not 0 < len(said) <= _MOST_SAID or not all(is_letters(word.low) for word in said):
        return found
    left = Phrases(said, phrases.circle, phrases.currency, phrases.today)
    if any(left.role(at, *_SAYS_MORE) or left.person(at) for at in range(len(said))):
        return found
    at_words = range(len(phrases.words))
    # Which words say "money" was read apart.
    money = any(phrases.is_a(at, Sense.HANDED_MONEY) for at in at_words)
    given = any(phrases.role(at, Role.GAVE, Role.I_GAVE, Role.GAVE_ME) for at in at_words)
    if not (given and not before) and not (money and (given or found.directed)):
        return found
    return replace(found, others=list(amount), note=(*said, *_for_what(found.note, line)))


def _for_what(note: tuple[Word, ...], line: Line) -> tuple[Word, ...]:
    """Return what it was for with the word before it, "for"."""
    at = next((at for at, word in enumerate(line.words) if note and word == note[0]), 0)
    return (*line.words[at - 1 : at], *note) if at else note


def _cut(
    words: Sequence[Word], phrases: Phrases
) -> tuple[Sequence[Word], Sequence[Word], Sequence[Word]] | None:
    """Return what stands before an amount, it with the day behind it, and what is behind these."""
    for at in range(len(words)):
        try:
            figure = figure_at(words, at, phrases.currency)
        except LedgerError:
            return None
        if figure is not None:
            stop = figure.stop
            dated = stop + 2 <= len(words) and words[stop].low == "on"
            stop += 2 * dated
            return words[:at], words[at:stop], words[stop:]
    return None
