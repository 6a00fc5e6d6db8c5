"""Reads the numbers of a line of several amounts loosely: who and what is told near each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Line, is_letters, word_of
from handlers.grammar.natural.amounts.places import COUNT, MEASURE, Place, places
from handlers.grammar.natural.debts.bought_for import possessor
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.natural.told.loose_pieces import ENDS, LooseNumber
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.sense_words import Sense
from ledger.core.expense_line import ExpenseLine
from ledger.core.members import Sender, Whom
from ledger.core.money import Currency, Money

_LEAST: Final = 20
"""What is less than a twentieth of the largest number counts something."""
_PAYING: Final = (Role.PAID, Role.GAVE, Role.BEHIND_GAVE, Role.I_GAVE, Role.BEHIND_BY)
_LESS: Final = (Role.MINUS, Role.BACK)
_SMALL: Final = (
    *(Role.PAID, Role.I_PAID, Role.ARTICLE, Role.AND, Role.FOR, Role.BY, Role.ME, Role.US),
    *(Role.PLUS, Role.FROM, Role.REST, Role.IT_WAS, Role.UNDESCRIBED),
)
"""Words that hardly say what something was for."""

Read = Callable[[Line], ExpenseLine]


class LooseReader:
    """Finds the numbers of one line, and what each was for."""

    def __init__(
        self,
        line: Line,
        phrases: Phrases,
        home: Currency,
        today: date,
        circle: Circle,
        read: Read,
    ) -> None:
        self._line, self._phrases, self._circle, self._read = line, phrases, circle, read
        self._home, self._today = home, today
        self._words = line.words
        self._clauses = list(self._cut())
        found = [one for one in places(phrases, home, today) if one.owner not in (COUNT, MEASURE)]
        most = max((one.figure.minor for one in found), default=0)
        self._numbers = [self._said(one) for one in found if not self._counts(one, most)]

    def _cut(self) -> Iterator[range]:
        start = 0
        for at, word in enumerate(self._words):
            if word.plain[-1:] in ENDS or at + 1 == len(self._words):
                yield range(start, at + 1)
                start = at + 1

    def _counts(self, place: Place, most: int) -> bool:
        """Tell whether a number counts something beside a much larger one."""
        behind = place.figure.stop
        text = self._words[place.at].plain.rstrip(",;")
        few = text.isdecimal() and place.figure.minor * _LEAST <= most
        unit = self._phrases.role(behind, Role.UNIT, Role.PEOPLE) and text.isdecimal()
        return few or (bool(unit) and place.figure.minor < most)

    def _said(self, place: Place) -> LooseNumber:
        phrases = self._phrases
        stop = place.figure.stop
        clause = next(one for one in self._clauses if place.at in one)
        people, whose = self._nearest(place.at, clause)
        whose &= not (place.at and phrases.role(place.at - 1, Role.PLUS) == place.at)
        paying = any(
            phrases.role(at, *_PAYING) or phrases.is_a(at, Sense.BUYING, Sense.HANDLING)
            for at in clause
        ) and not any(phrases.role(at, Role.GETS) for at in clause)
        paying |= phrases.role(stop, Role.FROM) == stop + 1
        less = any(
            phrases.role(at, *_LESS) or phrases.is_a(at, Sense.REDUCTION) for at in clause
        ) or (not people and self._came_in(clause))
        money = Money(place.figure.minor, place.figure.currency)
        each = bool(phrases.role(stop, Role.EACH))
        return LooseNumber(place.at, stop, money, clause, people, paying, whose, less, each)

    def _came_in(self, clause: range) -> bool:
        """Tell whether money came in: `landlord gave us 50`, `sold 120 so far`."""
        phrases = self._phrases
        gave = (phrases.role(at, Role.GAVE, Role.BEHIND_GAVE) for at in clause)
        given = any(stop and phrases.role(stop, Role.ME, Role.US) for stop in gave)
        return given or any(phrases.is_a(at, Sense.SELLING) for at in clause)

    def _nearest(self, number: int, clause: range) -> tuple[tuple[Whom, ...], bool]:
        """Return who is named nearest to a number in its clause, and whether it is theirs."""
        found: list[tuple[int, tuple[Whom, ...], bool]] = []
        at = clause.start
        while at < clause.stop:
            people, stop, whose = self._people(at)
            if people:
                far = number - stop if stop <= number else at - number
                found.append((far, people, whose))
            at = max(stop, at + 1)
        _, people, whose = min(found, key=lambda one: one[0], default=(0, (), False))
        return people, whose

    def _people(self, at: int) -> tuple[tuple[Whom, ...], int, bool]:
        """Return the people who are named at a word, the index behind, and if as whose it is."""
        word, phrases = self._words[at], self._phrases
        whose = None if word.whom is not None else possessor(word.low, self._circle)
        if whose is not None:
            return (whose,), at + 1, True
        if stop := phrases.role(at, Role.I_PAID):
            return (Sender(),), stop, False
        if (some := phrases.people(at)) is not None:
            if at and phrases.role(at - 1, Role.WITH, Role.FOR, Role.BETWEEN) == at:
                return (), some.stop, False  # They share all of it.
            members = dict.fromkeys(member for one in some.people for member in one.members)
            return tuple(self._circle.whom(one) for one in members), some.stop, False
        me = phrases.role(at, Role.ME)
        return ((Sender(),), me, False) if me else ((), at + 1, False)

    def _called(self, number: LooseNumber) -> str:
        """Return what an amount was for: the words that begin the line, or those around it."""
        first = min(one.at for one in self._numbers)
        clause = [*number.clause]
        before = [at for at in clause if at < number.at]
        behind = [at for at in clause if at >= number.stop]
        for places_ in (range(first), before, behind):
            words = [
                self._words[at].plain.strip("(),;.:!?")
                for at in places_
                if is_letters(self._words[at].plain.strip("(),;.:!?"))
                and not self._phrases.role(at, *_SMALL)
                and self._phrases.person(at) is None
            ]
            if words:
                return " ".join(words)
        return ""

    def _tidied(self, description: str) -> str:
        """Return what it was for without what only says that it was paid: "paid the guide"."""
        texts = description.split()
        said = Phrases([word_of(text) for text in texts], self._circle, self._home, self._today)
        start = said.role(0, Role.PAID, Role.I_PAID) if texts else 0
        start = (said.role(start, Role.ARTICLE) or start) if start else 0
        return " ".join(texts[start:]) or description

    def _own_words(self, number: LooseNumber) -> str:
        """Return what the clause of a number says besides who and how much."""
        words = (
            self._words[at].plain.strip("(),;.:!?")
            for at in number.clause
            if not number.at <= at < number.stop
            and self._phrases.person(at) is None
            and not self._phrases.role(at, *_SMALL)
        )
        return " ".join(word for word in words if is_letters(word))
