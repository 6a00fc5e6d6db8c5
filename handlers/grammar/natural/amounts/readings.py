"""The readings of a line of several numbers: one of them in front, or their sum."""

from __future__ import annotations

from dataclasses import replace

from handlers.grammar.command_names import SPLIT_COMMANDS
from handlers.grammar.lexer import Line, Word, word_of
from handlers.grammar.literals.amounts import write_number, written_at
from handlers.grammar.natural.amounts.places import Place
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.natural.phrases.taking import GAP
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.sense_words import Sense
from ledger.core.errors import Code, LedgerError
from ledger.core.money import Currency, Money


def _without_it_was(phrases: Phrases, before: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return the words before an amount without an "it was" that ends them: `dinner was 20`."""
    for at in range(max(0, len(before) - phrases.circle.words.longest), len(before)):
        if at and phrases.role(at, Role.IT_WAS) == len(before):
            return before[:at]
    return before


def _is_before_price(phrases: Phrases, at: int) -> bool:
    """Tell whether the word before a number only says that it is one: `for 20`, `por 20`."""
    by = phrases.role(at - 1, Role.BY) == at and not phrases.role(at - 1, Role.PAID)
    said = by or phrases.role(at - 1, Role.FOR) == at
    return said or phrases.is_a(at - 1, Sense.EACH_AT)


def in_front(
    line: Line,
    place: Place,
    phrases: Phrases | None,
    home: Currency,
    *,
    escape: bool = False,
    for_: Phrases | None = None,
) -> Line:
    """Return the line with its amount in front; other numbers of it stay words.

    A "for" before it goes where `for_` or `phrases` are given, as does what else says only
    that it is one where these are.
    """
    words, figure = line.words, place.figure
    start = place.at
    before = words[:start]
    is_for = phrases is not None and start > 0 and phrases.role(start - 1, Role.FOR) == start
    if is_for or (for_ is not None and start and _is_before_price(for_, start)):
        before = words[: start - 1]
    elif phrases is not None and start > 1 and phrases.is_word(start - 1, "of"):
        before = words[: start - 1]  # "30% bob 70% me of 200"
    if phrases is not None:
        before = _without_it_was(phrases, before)
    amount: list[Word] = list(words[start : figure.stop])
    if figure.arithmetic is None:
        amount = [word_of(write_number(Money(figure.minor, figure.currency)))]
        if figure.currency != home:
            amount.append(word_of(str(figure.currency)))
    if phrases is not None and start and phrases.role(start - 1, Role.EACH_BEFORE) == start:
        before = words[: start - 1]
        amount.append(word_of("each"))
    if phrases is not None and not escape and start and phrases.role(0, Role.PAID) == start:
        before = ()  # "paid 20 for pizza": I did.
    new = phrases is not None and bool(before) and phrases.name_alone(figure.stop) is not None
    new = new and phrases is not None and not phrases.is_named_before(start)  # "bob 300 haircut"
    gap = (GAP,) if place.owner == "paid" or new else ()
    rest = (*before, *gap, *words[figure.stop :])
    if phrases is not None and (each := phrases.role(figure.stop, Role.EACH)):
        # "bob chen 30 each sushi": each is said of the number, and the names end the line.
        people = (phrases.person(at) for at in range(start))
        named = any(one is not None and one.stop == start for one in people)
        verb_last = any(phrases.role(at, Role.PAID) == len(words) for at in range(each, len(words)))
        behind = (*words[each:], GAP) if verb_last else words[each:]
        rest = (*behind, *before) if named else (*before, *words[each:])
        rest = (*words[figure.stop : each], *rest)
    return replace(line, words=(*amount, *rest))


def others_escaped(line: Line, free: list[Place], amount: Place) -> Line:
    """Return the line with the numbers that are not the amount marked as words."""
    taken = range(amount.at, amount.figure.stop)
    others = {place.at for place in free if place.at not in taken}
    words = (
        replace(word, escaped=True) if at in others else word for at, word in enumerate(line.words)
    )
    return replace(line, words=tuple(words))


def _typed(word: Word) -> str:
    return f"\\{word.text}" if word.escaped else word.text


def summed(
    line: Line, free: list[Place], home: Currency, sign: str = "+", *, listed: bool = False
) -> Line:
    """Return the line with the sum of its numbers in front, or their difference.

    What stands between them goes, too, where they are a list: `18, 21 and 20`.
    """
    numbers = [Money(place.figure.minor, place.figure.currency) for place in free]
    amount = [word_of(sign.join(write_number(one) for one in numbers))]
    if numbers[0].currency != home:
        amount.append(word_of(numbers[0].currency))
    taken = {at for place in free for at in range(place.at, place.figure.stop)}
    if listed:
        taken |= {*range(free[0].at, free[-1].at)}
    rest = (word for at, word in enumerate(line.words) if at not in taken)
    return replace(line, words=(*amount, *rest))


def as_chosen(line: Line, readings: list[Money], lines: list[Line], choice: int | None) -> Line:
    """Return the line of the reading that was chosen; raise AMOUNT_AMBIGUOUS where none was."""
    once = dict(reversed([*zip(readings, lines, strict=True)]))
    readings = [*dict.fromkeys(readings)]  # "50 + 50": either is the same.
    lines = [once[amount] for amount in readings]
    if choice is not None and 0 <= choice < len(lines):
        return lines[choice]
    raise LedgerError(
        Code.AMOUNT_AMBIGUOUS,
        written=written_at(line.words, 0, len(line.words)),
        readings=tuple(readings),
        examples=tuple(one.example(*map(_typed, one.words)) for one in lines),
        choices=line.command in SPLIT_COMMANDS,
    )
