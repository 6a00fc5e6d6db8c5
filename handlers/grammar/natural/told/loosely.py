"""What a line of several amounts may be meant to say where no rule can tell: ways to press.

Nothing here is booked without a press: each way says who pays, and whose the smaller amounts are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Line, is_letters, word_of
from handlers.grammar.natural.amounts.places import COUNT, MEASURE, Place, places
from handlers.grammar.natural.debts.bought_for import possessor
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.natural.reading import prepared
from handlers.grammar.natural.told.loose_pieces import (
    ENDS,
    Loosely,
    LooseNumber,
    bare_word,
    of_amount,
)
from handlers.grammar.natural.turns.line import in_known_words
from handlers.grammar.proposals import is_bookable
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.sense_words import Sense
from ledger.core.doubts import NO_DOUBTS
from ledger.core.errors import LedgerError
from ledger.core.expense_line import ExpenseLine, Paid
from ledger.core.members import MemberId, Sender, Whom
from ledger.core.money import Currency, Money
from ledger.core.shares import Part, PartKind

_MOST_NUMBERS: Final = 4
_MOST_WORDS: Final = 40
_LEAST: Final = 20
"""What is less than a twentieth of the largest number counts something."""
_TWO: Final = 2
_PAYING: Final = (Role.PAID, Role.GAVE, Role.BEHIND_GAVE, Role.I_GAVE, Role.BEHIND_BY)
_LESS: Final = (Role.MINUS, Role.BACK)

_SMALL: Final = (
    *(Role.PAID, Role.I_PAID, Role.ARTICLE, Role.AND, Role.FOR, Role.BY, Role.ME, Role.US),
    *(Role.PLUS, Role.FROM, Role.REST, Role.IT_WAS, Role.UNDESCRIBED),
)
"""Words that hardly say what something was for."""

Read = Callable[[Line], ExpenseLine]


def told_loosely(line: Line, home: Currency, today: date, circle: Circle, read: Read) -> Loosely:
    """Return how a line of several amounts may be meant; no way where it has none to tell."""
    if len(line.words) > _MOST_WORDS or any(word.breaks for word in line.words):
        return Loosely()
    try:
        ready = prepared(_in_known_words(line, circle), home, today, circle)
    except LedgerError:
        return Loosely()
    teller = _Teller(ready, Phrases(ready.words, circle, home, today), home, today, circle, read)
    return teller.ways()


def _in_known_words(line: Line, circle: Circle) -> Line:
    try:
        return in_known_words(line, circle)
    except LedgerError:
        return line


class _Teller:
    """Tells the ways of one line."""

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

    def ways(self) -> Loosely:
        numbers = self._numbers
        if not _TWO <= len(numbers) <= _MOST_NUMBERS or self._may_name_new():
            return Loosely()
        if len({one.money.currency for one in numbers}) > 1:
            return Loosely()
        summed = self._summed()
        if summed is not None and summed[1]:
            return Loosely((summed[0],), sure=True)
        whole = max(numbers, key=lambda one: one.money.minor)
        base = self._base(whole)
        others = [one for one in numbers if one is not whole]
        parts = len(others) > 1 and not any(one.less for one in others)
        if parts and sum(one.money.minor for one in others) == whole.money.minor:
            return Loosely()  # They are its parts, and rules would have read whose.
        found = [*([summed[0]] if summed else []), *self._less(base, others)]
        if len(others) == 1:
            found += self._of_somebody(base, whole, others[0])
        found.append(base)
        whose = any(one.whose for one in others)
        if not (whose or any(one.less for one in others)):
            found.append(of_amount(base, sum(one.money.minor for one in numbers)))
        more = bool(summed) or any(one.people or one.less for one in others)
        income = any(one.less and self._came_in(one.clause) for one in others)
        once = {(one.amount, one.payers, one.participants): one for one in reversed(found)}
        lines = tuple(one for one in found if one in once.values())
        return Loosely(tuple(dict.fromkeys(lines)), whose or income, more)

    def _may_name_new(self) -> bool:
        """Tell whether a word may be somebody new as others are named: `bob 16, zoe 14`."""
        phrases, words = self._phrases, self._words
        people = {at for at in range(len(words)) if phrases.person(at) is not None}
        near = {
            at + 1 for at in range(1, len(words)) if phrases.role(at, Role.AND) and at - 1 in people
        }
        starts = {one.start for one in self._clauses}
        if any(one.at - 1 in people for one in self._numbers):
            near |= {one.at - 1 for one in self._numbers if one.at - 1 in starts - {0}}
        if any(one.stop in people for one in self._numbers):
            ends = {one.stop - 1 for one in self._clauses}
            near |= {one.stop for one in self._numbers if one.stop in ends}
        return any(at not in people and phrases.name_alone(at) is not None for at in near)

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

    def _base(self, whole: LooseNumber) -> ExpenseLine:
        """Return the line of the largest amount alone: as its clause reads, or everybody's."""
        alone = self._alone(whole)
        if alone is not None:
            return replace(alone, description=alone.description or self._called(whole))
        return ExpenseLine(
            whole.money, description=self._called(whole), everyone=True, payers=self._payer()
        )

    def _alone(self, number: LooseNumber) -> ExpenseLine | None:
        """Return what the clause of a number says where that has no other number."""
        found = self._read_alone(number)
        if found is None:
            return None
        if not (found.participants or found.everyone or found.left_out):
            found = replace(found, everyone=True)
        return found if found.payers else replace(found, payers=self._payer())

    def _read_alone(self, number: LooseNumber) -> ExpenseLine | None:
        """Return what the clause of a number is read as by itself."""
        if sum(one.clause == number.clause for one in self._numbers) > 1:
            return None
        if len(self._clauses) == 1:
            return None
        words = [self._words[at] for at in number.clause]
        words[-1] = bare_word(words[-1])
        try:
            found = self._read(replace(self._line, words=tuple(words)))
        except LedgerError:
            return None
        if found.amount != number.money or found.refund or not is_bookable(found, self._circle):
            return None
        return replace(found, doubts=NO_DOUBTS, description=self._tidied(found.description))

    def _payer(self) -> Paid:
        """Return who is said to have paid, of whom no number is told."""
        phrases = self._phrases
        for at in range(len(self._words)):
            one = phrases.person(phrases.role(at, Role.BY) or at)
            if one is None or len(one.members) != 1:
                continue
            verb = phrases.role(one.stop, Role.PAID)
            said = verb if one.word is self._words[at] or verb else 0
            if phrases.role(at, Role.BY) and one.stop <= len(self._words):
                said = one.stop
            if said and (said >= len(self._words) or not self._words[said].plain[:1].isdigit()):
                member = one.members[0]
                return () if member == self._circle.sender else ((self._circle.whom(member), None),)
        return ()

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

    def _summed(self) -> tuple[ExpenseLine, bool] | None:
        """Return the line of clauses that are each of an expense, and whether each tells who paid.

        In `bob paid 36, dee 40` the verb is said of her, too.
        """
        told: list[ExpenseLine] = []
        paid: Counter[MemberId] = Counter()
        sure, verb = True, False
        for number in self._numbers:
            one = self._read_alone(number)
            if one is None:
                return None
            payer = self._paid_clause(number, one)
            verb |= payer is not None
            sure &= payer is not None
            if payer is None and number.whose:
                return None
            if payer is None:
                first = number.people[0] if len(number.people) == 1 else Sender()
                payer = self._circle.member_of(first)
                one = ExpenseLine(one.amount, description=self._own_words(number))
            if payer is None or one.participants or one.left_out or not one.description:
                return None
            paid[payer] += one.amount.minor
            told.append(one)
        if not verb or len(paid) == 1:
            return None
        return (
            replace(
                told[0],
                amount=Money(sum(paid.values()), told[0].amount.currency),
                description=", ".join(dict.fromkeys(one.description for one in told)),
                everyone=True,
                payers=tuple((self._circle.whom(one), minor) for one, minor in paid.items()),
                arithmetic=None,
            ),
            sure,
        )

    def _paid_clause(self, number: LooseNumber, one: ExpenseLine) -> MemberId | None:
        """Return who is said to have paid in the clause of a number; None where nobody is."""
        if len(one.payers) == 1 and one.payers[0][1] is None:
            return self._circle.member_of(one.payers[0][0])
        mine = any(self._phrases.role(at, Role.I_PAID) for at in number.clause)
        return self._circle.sender if mine and not one.payers else None

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

    def _less(self, base: ExpenseLine, others: Sequence[LooseNumber]) -> Iterator[ExpenseLine]:
        """Return the line of what is left where something was taken off or came back."""
        off = [one for one in others if one.less]
        left = base.amount.minor - sum(one.money.minor for one in off)
        if not off or left <= 0:
            return
        paid = (one.people for one in others if one.paying and one.money.minor == left)
        if whom := next((people[0] for people in paid if people), None):
            mine = self._circle.member_of(whom) == self._circle.sender
            base = replace(base, payers=() if mine else ((whom, None),))
        yield of_amount(base, left)

    def _of_somebody(
        self, base: ExpenseLine, whole: LooseNumber, number: LooseNumber
    ) -> Iterator[ExpenseLine]:
        """Return the lines in which a smaller number is somebody's part, or what they paid."""
        people, minor = number.people, number.money.minor
        each = minor if number.each else minor // len(people) if people else 0
        left = base.amount.minor - each * len(people)
        if not people or left <= 0 or (each * len(people) != minor and not number.each):
            return
        if number.paying and not number.whose and len(people) == 1:
            yield from self._paid_by(base, people[0], minor, self._is_rest(whole))
        if any(self._same(one, whom) for one in base.left_out for whom in people):
            return
        named = tuple(
            one for one in base.participants if not any(self._same(one[0], who) for who in people)
        )
        shared = replace(base, everyone=base.everyone or not named)
        exact, more = Part(PartKind.EXACT, each), Part(PartKind.ADJUST, each)
        if number.whose:
            yield replace(shared, participants=(*named, *((whom, more) for whom in people)))
        yield replace(shared, participants=(*named, *((whom, exact) for whom in people)))

    def _is_rest(self, number: LooseNumber) -> bool:
        """Tell whether a number is said to be the rest: `i paid rest 350`."""
        return any(self._phrases.role(at, Role.REST) == number.at for at in number.clause)

    def _paid_by(
        self, base: ExpenseLine, whom: Whom, minor: int, rest: bool
    ) -> Iterator[ExpenseLine]:
        if len(base.payers) > 1:
            return
        [payer] = [one for one, _ in base.payers] or [Sender()]
        if self._same(payer, whom):
            return
        if not rest:
            yield replace(base, payers=((whom, minor), (payer, base.amount.minor - minor)))
        both = of_amount(base, base.amount.minor + minor)
        yield replace(both, payers=((payer, base.amount.minor), (whom, minor)))

    def _same(self, one: Whom, other: Whom) -> bool:
        return self._circle.member_of(one) == self._circle.member_of(other)
