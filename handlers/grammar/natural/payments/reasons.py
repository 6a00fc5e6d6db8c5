"""Which money is handed over: `the 500 i lent him`, `her 40`; the payment is the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from enum import IntEnum
from typing import Final

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Line, Word
from handlers.grammar.literals.amounts import figure_at
from handlers.grammar.natural.debts.bought_for import name_of, possessor
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.sense_words import Sense
from ledger.core.errors import LedgerError
from ledger.core.members import Sender
from ledger.core.money import Currency

_VERBS: Final = (
    Role.GAVE, Role.I_GAVE, Role.GAVE_ME, Role.PAID, Role.I_PAID, Role.GOT, Role.GETS,
)  # fmt: skip

_SAID: Final = (Sense.WHICH_MONEY, Sense.OWING, Sense.LENT, Sense.BORROWING, Sense.MONEY)


class Reason(IntEnum):
    """What a payment's line says of which money it is."""

    NONE = 0
    KNOWN = 1
    """It is spoken of: `the 40`."""
    OWED = 2
    """It is said to have been owed."""


def without_reason(line: Line, home: Currency, today: date, circle: Circle) -> tuple[Line, Reason]:
    """Return a payment's line without what says which money it is, and what that was.

    "Bob's 40" is handed to Bob.
    """
    if not _may_say_it(line, circle):
        return line, Reason.NONE
    phrases = Phrases(line.words, circle, home, today)
    named = _named(phrases, 0, len(line.words))
    words: list[Word] = []
    at, found = 0, Reason.NONE
    while at < len(line.words) and line.words[at].plain != "//":
        money = _money(phrases, at)
        stop = money or _figure(line.words, at, home)
        if stop:
            behind = _behind_owed(phrases, stop)
            words += () if money else line.words[at:stop]
            if money:
                found = max(found, Reason.KNOWN)
            if behind > stop:
                found = Reason.OWED
                # "i returned the 500 bob lent me": to him.
                words += named if _named(phrases, stop, behind) == named else ()
                words[-1] = replace(words[-1], breaks=line.words[behind - 1].breaks)
            elif behind := _behind_day(phrases, stop):
                found = max(found, Reason.KNOWN)
            at = behind or stop
            continue
        whose = _whose(phrases, at) if _figure(line.words, at + 1, home) else None
        if whose is not None:
            words += whose
            his = phrases.is_a(at, Sense.HIS)
            found = max(found, Reason.OWED if his else Reason.KNOWN)
        else:
            words.append(line.words[at])
        at += 1
    return replace(line, words=(*words, *line.words[at:])), found


def _may_say_it(line: Line, circle: Circle) -> bool:
    """Tell whether any word could be of it, as those of few lines are."""
    senses, roles = circle.words.senses, circle.words.roles
    words = [word for word in line.words if word.whom is None]
    if sum(word.plain[:1].isdigit() for word in words) > 1:
        return False  # "bob owes 20 chen owes 10"
    return any(
        any(word.low in senses[one] for one in _SAID)
        or any(role in _VERBS for role in roles.get((word.low,), ()))
        for word in words
    )


def _named(phrases: Phrases, start: int, stop: int) -> list[Word]:
    """Return the others who are named between two indexes."""
    found = (phrases.person(at) for at in range(start, stop))
    return [one.word for one in found if one is not None and not isinstance(one.word.whom, Sender)]


def _whose(phrases: Phrases, at: int) -> tuple[Word, ...] | None:
    """Return whom `bob's` names before an amount, nobody for `the`; None where neither stands."""
    if phrases.is_a(at, Sense.WHICH_MONEY):
        return ()
    low, circle = phrases.folded(at), phrases.circle
    whom = possessor(low, circle) if low else None
    member = None if whom is None else circle.member_of(whom)
    return None if member is None else (name_of(member, circle),)


def _money(phrases: Phrases, at: int) -> int:
    """Return the index behind `my money`, where an amount or what is said of it follows; or 0."""
    if at and phrases.is_word(at, "what") and _behind_owed(phrases, at) > at + 1:
        return at  # "paid off what i owed dee"
    stop = at + phrases.is_a(at, Sense.WHICH_MONEY)
    stop += phrases.is_a(stop, Sense.MONEY)
    if not at or stop == at or not phrases.is_a(stop - 1, Sense.MONEY):
        return 0
    ends = _figure(tuple(phrases.words), stop, phrases.currency) or phrases.ends(stop)
    return stop if ends or _behind_owed(phrases, stop) > stop else 0


def _behind_day(phrases: Phrases, at: int) -> int:
    """Return the index behind `from yesterday`, or 0."""
    day = phrases.role(at, Role.FROM)
    return phrases.day(day) if day else 0


def _behind_owed(phrases: Phrases, at: int) -> int:
    """Return the index behind `i lent him`, `that bob owes me`; the index where none is told."""
    start = at + phrases.is_a(at, Sense.THAT)
    one = phrases.person(start)
    who = phrases.role(start, Role.ME, Role.PRONOUN) or (one.stop if one is not None else 0)
    if who and phrases.is_a(who, Sense.OWING, Sense.LENT, Sense.BORROWING):
        return _behind_whom(phrases, who + 1) or who + 1
    paid = phrases.role(start, Role.I_GAVE, Role.I_PAID)
    paid = paid or (phrases.role(who, Role.GAVE, Role.PAID) if who else 0)
    if not paid:
        return at
    if not any(phrases.role(one, *_VERBS) for one in range(at)):
        return at  # "300 mike gave me" says itself that it is a payment.
    # "bob 60 i paid" is said of an expense.
    return _behind_whom(phrases, paid) or (paid if start > at else at)


def _behind_whom(phrases: Phrases, at: int) -> int:
    """Return the index behind `him`, `from bob`, or 0."""
    whom = phrases.role(at, Role.TO, Role.FROM, Role.FOR) or at
    one = phrases.person(whom)
    return phrases.role(whom, Role.ME, Role.PRONOUN) or (one.stop if one is not None else 0)


def _figure(words: tuple[Word, ...], at: int, home: Currency) -> int:
    """Return the index behind an amount that stands at a word, or 0."""
    try:
        figure = figure_at(words, at, home) if at < len(words) else None
    except LedgerError:
        return 0
    return 0 if figure is None else figure.stop
