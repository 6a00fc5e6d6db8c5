"""What several have together, where that makes all of it: `bob and chen 2000, me and dee 3000`."""

from __future__ import annotations

from dataclasses import replace

from handlers.grammar.lexer import Word, word_of
from handlers.grammar.literals.amounts import figure_at, write_number
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.natural.phrases.somebody import Somebody
from handlers.grammar.vocabulary import Role
from ledger.core.errors import Code, LedgerError
from ledger.core.members import Sender
from ledger.core.money import Money

_Run = tuple[int, list[Somebody], int]


def together_read(phrases: Phrases, amount: Money) -> tuple[Word, ...]:
    """Return the words with the number behind several names shared among them.

    Only where the numbers behind names make the amount: nothing would be left for the others.
    Raises PAID_UNCLEAR(words: those of each reading) for half that is said of two.
    """
    words = phrases.words
    _refuse_half_of_several(phrases)
    runs = _runs(phrases)
    several = any(len(people) > 1 for _, people, _ in runs)
    if not several or sum(minor for *_, minor in runs) != amount.minor:
        return tuple(words)
    turned: list[Word] = []
    at = 0
    for start, people, minor in runs:
        turned += words[at:start]
        each, left = divmod(minor, len(people))
        for place, one in enumerate(people):
            part = write_number(Money(each + (place < left), amount.currency))
            turned += [replace(one.word, joined=False), word_of(part)]
        at = people[-1].stop
    return (*turned, *words[at:])


def _runs(phrases: Phrases) -> list[_Run]:
    """Return the names that stand beside each other before a number, and that number.

    None where a name has another kind of part, or none behind it: that says something else.
    """
    found: list[_Run] = []
    at = 0
    while at < len(phrases.words):
        start, people = at, list[Somebody]()
        while (one := phrases.person(at)) is not None and len(one.members) < 2:
            one = phrases.with_part(one)
            people.append(one)
            at = one.stop
            if one.part or one.rest:
                break
            at = phrases.joiner_at(at) or at
        if not people:
            at += 1
            continue
        minor = _number(people[-1], phrases)
        paid = _says_paid(phrases, start, people[-1].stop)
        if paid and not people[-1].part:
            continue  # "paid by dee"
        between = any(phrases.role(one, Role.BETWEEN) == start for one in range(start))
        if not minor or paid or between or phrases.role(people[-1].stop, Role.EACH):
            return []
        found.append((start, people, minor))
    return found


def _refuse_half_of_several(phrases: Phrases) -> None:
    """Raise PAID_UNCLEAR for `bob and dee half`: half together, or half each."""
    texts = [word.text for word in phrases.words]
    for at in range(len(phrases.words)):
        first = phrases.person(at)
        behind = phrases.joiner_at(first.stop) or first.stop if first else 0
        second = phrases.person(behind) if behind else None
        if first is None or second is None or phrases.with_part(first).part:
            continue
        if any(isinstance(one.word.whom, Sender) for one in (first, second)):
            continue  # "me and bob half": half each.
        verb = phrases.role(second.stop, Role.OWES) or second.stop
        stop = phrases.half(verb)
        clear = (
            len(first.members) < 2 and len(second.members) < 2 and not phrases.is_named_before(at)
        )
        if (
            not stop
            or not clear
            or not (verb > second.stop or phrases.ends(stop))
            or _says_paid(phrases, at, stop)
        ):
            continue
        names = (first.word.text, second.word.text)
        quarters = tuple(text for name in names for text in (name, "25%"))
        before, rest = texts[:at], texts[stop:]
        raise LedgerError(
            Code.PAID_UNCLEAR,
            words=((*before, *quarters, *rest), (*before, "only", *names, *rest)),
        )


def _number(one: Somebody, phrases: Phrases) -> int:
    """Return the money that is somebody's part; 0 where it is none."""
    if len(one.part) != 1 or not one.part[0].plain[:1].isdigit() or one.weighed:
        return 0
    try:
        figure = figure_at(one.part, 0, phrases.currency)
    except LedgerError:
        return 0
    return figure.minor if figure is not None and not figure.arithmetic else 0


def _says_paid(phrases: Phrases, start: int, stop: int) -> bool:
    """Tell whether a verb beside some names says that they paid, or a word that they are out."""
    before = range(max(0, start - 3), start)
    said = any(phrases.role(one, Role.PAID, Role.BY, Role.WITHOUT) == start for one in before)
    return said or bool(phrases.role(stop, Role.PAID) and not phrases.role(stop, Role.BY))
