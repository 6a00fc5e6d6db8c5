"""Debts to several at once: `i owe dee 10 and chen 15`, `bob owes dee and chen 10 each`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Line, Word, word_of
from handlers.grammar.literals.amounts import figure_at, write_number
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.natural.phrases.somebody import Somebody
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.sense_words import Sense
from ledger.core.errors import Code, LedgerError
from ledger.core.members import Sender
from ledger.core.money import MAX_MINOR, Currency, Money

_MORE_THAN_A_DEBT: Final = (
    Role.PAID, Role.I_PAID, Role.OWES, Role.WITH, Role.BETWEEN, Role.WITHOUT, Role.EVERYONE,
    Role.EACH, Role.HALF, Role.PLUS, Role.MINUS, Role.REFUND, Role.BACK,
)  # fmt: skip
_ME: Final = Word("me", "me", "", Sender())


def owed_to_several(line: Line, home: Currency, today: date, circle: Circle) -> Line:
    """Return a line that is one's debts to several in the grammar's own form.

    They have paid, each what they are owed, and none of it is theirs: `25 me -@dee -@chen paid
    @dee 10 @chen 15`. "owe dee 10" says as much as "i owe dee 10".

    Raises DEBT_UNCLEAR(whom, amount: None, examples, choices) where it may be other people's debts
    as well: `bob owes me 10 and dee 20`.
    """
    if line.words and line.words[0].low == "owe" and line.words[0].whom is None:
        line = replace(line, words=(word_of("i"), *line.words))
    end = next((at for at, word in enumerate(line.words) if word.plain == "//"), len(line.words))
    words, note = line.words[:end], line.words[end:]
    phrases = Phrases(words, circle, home, today)
    for at in range(end):
        if (found := _debts_at(phrases, at)) is None:
            continue
        debtor, owed, stop = found
        rest = (*words[:at], *words[phrases.role(stop, Role.FOR) or stop :])
        total = sum(minor for _, minor in owed)
        if total > MAX_MINOR or not _are_no_more(Phrases(rest, circle, home, today)):
            raise _unclear(owed[0][0], ())
        out = [_without(one.word) for one, _ in owed]
        paid = [
            word
            for one, minor in owed
            for word in (replace(one.word, joined=False), _number(minor, home))
        ]
        said = (replace(debtor, joined=False), *out, word_of("paid"), *paid)
        meant = replace(line, words=(_number(total, home), *rest, *said, *note))
        if _is_me(owed[0][0].word) and not _is_me(debtor) and owed[0][0].part:
            others = [word for one, minor in owed[1:] for word in (one.word, _number(minor, home))]
            first = (replace(debtor, joined=False), _number(owed[0][1], home))
            to_me = (_number(total, home), *rest, *first, *others, word_of("-me"), *note)
            lines = (replace(line, words=to_me), meant)
            raise _unclear(owed[0][0], tuple(_typed(one) for one in lines))
        return meant
    return line


def _is_me(word: Word) -> bool:
    return isinstance(word.whom, Sender)


def _typed(line: Line) -> str:
    return line.example(*(word.text for word in line.words))


def _unclear(one: Somebody, examples: tuple[str, ...]) -> LedgerError:
    whom = one.word.whom
    return LedgerError(Code.DEBT_UNCLEAR, whom=whom, amount=None, examples=examples, choices=False)


def _debts_at(phrases: Phrases, at: int) -> tuple[Word, list[tuple[Somebody, int]], int] | None:
    """Return who owes, to whom how much, and the index behind it, for debts to several."""
    one = phrases.person(at)
    stop = one.stop if one is not None else phrases.role(at, Role.ME)
    debtor = one.word if one is not None else _ME
    if not stop or (one is not None and len(one.members) > 1) or phrases.is_named_before(at):
        return None
    while stop < len(phrases.words) and phrases.folded(stop) in phrases.circle.words.debts.still:
        stop += 1
    if not phrases.is_a(stop, Sense.OWING):
        return None
    people = phrases.people(phrases.role(stop + 1, Role.TO) or stop + 1)
    if people is None or len(people.people) < 2 or people.unknown:
        return None
    owed, behind = _each_owed(phrases, people.people, people.stop)
    everybody = (debtor, *(one.word for one in people.people))
    named = {phrases.circle.member_of(word.whom) if word.whom else None for word in everybody}
    several = any(len(one.members) > 1 for one in people.people)
    verb = phrases.role(people.stop, Role.OWES, Role.PAID, Role.GAVE, Role.HAS)
    joined = at and phrases.role(at - 1, Role.AND) == at
    # "bob and i owe dee 10 and chen 5": each of the two, or together.
    last = people.people[-1:] if joined else ()  # "i owe bob and chen 300" is asked elsewhere.
    parts = any(one.part for one in (*people.people[:-1], *last))
    if (joined or not owed) and parts and not (verb or several):
        raise _unclear(people.people[0], ())
    if joined or not owed or several or len(named) < len(everybody):
        return None
    return debtor, owed, behind


def _each_owed(
    phrases: Phrases, people: Sequence[Somebody], stop: int
) -> tuple[list[tuple[Somebody, int]], int]:
    """Return what each of some people is owed: their own number, or one said of each; or none."""
    parts = [_minor(one.part, phrases.currency) for one in people]
    each = phrases.role(stop, Role.EACH)
    if all(parts) and not each:
        return list(zip(people, parts, strict=True)), stop
    if any(parts[:-1]):
        return [], stop
    if each and parts[-1]:
        return [(one, parts[-1]) for one in people], each
    if each and (behind := _number_at(phrases, each)):
        minor = _minor(phrases.words[each:behind], phrases.currency)
        return [(one, minor) for one in people], behind
    return [], stop


def _number_at(phrases: Phrases, at: int) -> int:
    try:
        figure = figure_at(phrases.words, at, phrases.currency)
    except LedgerError:
        return 0
    return 0 if figure is None else figure.stop


def _minor(part: Sequence[Word], home: Currency) -> int:
    """Return the amount of the group's currency that some words are, 0 where they are none."""
    if not part or part[0].plain[:1] in "+-x" or part[-1].plain.rstrip(",;").endswith("%"):
        return 0
    try:
        figure = figure_at(part, 0, home)
    except LedgerError:
        return 0
    whole = figure is not None and figure.stop == len(part) and figure.currency == home
    return figure.minor if figure is not None and whole and figure.minor > 0 else 0


def _are_no_more(phrases: Phrases) -> bool:
    """Tell whether words only say what it was for, and when."""
    return not any(
        word.whom is not None
        or word.everyone
        or phrases.person(at) is not None
        or phrases.role(at, *_MORE_THAN_A_DEBT)
        or (word.plain[:1].isdigit() and not (phrases.day(at) or phrases.dated(at)))
        for at, word in enumerate(phrases.words)
    )


def _without(word: Word) -> Word:
    if isinstance(word.whom, Sender):
        return word_of("-me")
    text = f"-{word.text}"
    return Word(text, text, "", word.whom, out=True)


def _number(minor: int, home: Currency) -> Word:
    return word_of(write_number(Money(minor, home)))
