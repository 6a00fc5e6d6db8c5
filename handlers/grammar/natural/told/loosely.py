"""What a line of several amounts may be meant to say where no rule can tell: ways to press.

Nothing here is booked without a press: each way says who pays, and whose the smaller amounts are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Line
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.natural.reading import prepared
from handlers.grammar.natural.told.loose_pieces import (
    Loosely,
    LooseNumber,
    bare_word,
    of_amount,
)
from handlers.grammar.natural.told.loose_reader import LooseReader, Read
from handlers.grammar.natural.turns.line import in_known_words
from handlers.grammar.proposals import is_bookable
from handlers.grammar.vocabulary import Role
from ledger.core.doubts import NO_DOUBTS
from ledger.core.errors import LedgerError
from ledger.core.expense_line import ExpenseLine, Paid
from ledger.core.members import MemberId, Sender, Whom
from ledger.core.money import Currency, Money
from ledger.core.shares import Part, PartKind

_MOST_NUMBERS: Final = 4
_MOST_WORDS: Final = 40
_TWO: Final = 2
_ONE_SHARE: Final = 10_000


def told_loosely(line: Line, home: Currency, today: date, circle: Circle, read: Read) -> Loosely:
    """Return how a line of several amounts may be meant; no way where it has none to tell."""
    if len(line.words) > _MOST_WORDS or any(word.breaks for word in line.words):
        return Loosely()
    try:
        ready = prepared(_in_known_words(line, circle), home, today, circle)
    except LedgerError:
        return Loosely()
    if not all(word.plain for word in ready.words):
        return Loosely()
    teller = _Teller(ready, Phrases(ready.words, circle, home, today), home, today, circle, read)
    found = teller.ways()
    return found if teller.keeps_people(found.lines) else Loosely()


def _in_known_words(line: Line, circle: Circle) -> Line:
    try:
        return in_known_words(line, circle)
    except LedgerError:
        return line


class _Teller(LooseReader):
    """Tells the ways of one line."""

    def ways(self) -> Loosely:
        numbers = self._numbers
        if len(numbers) == 1:
            return self._of_one(numbers[0])
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
        if (left := self._left_over(whole, others)) is not None:
            return Loosely((left, base), owned=True, says_more=True)
        parts = len(others) > 1 and not any(one.less for one in others)
        if parts and sum(one.money.minor for one in others) == whole.money.minor:
            # They are its parts: rules would have read whose, but for some of them.
            typed = set("+-").isdisjoint(word.plain for word in self._words)
            if self._circle.spoken - {"en"} or not typed:
                return Loosely()
            owned = [way for one in others for way in self._of_somebody(base, whole, one)]
            return Loosely((*owned, base), says_more=bool(owned)) if owned else Loosely()
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

    def keeps_people(self, lines: Sequence[ExpenseLine]) -> bool:
        """Tell whether in any of the ways all who are named pay, share or are left out.

        A press on `₹1,120` would have lost who had what of it.
        """
        people = (self._phrases.person(at) for at in range(len(self._words)))
        named = {member for one in people if one is not None for member in one.members}
        member_of = self._circle.member_of
        told = (
            {
                *(member_of(whom) for whom, _ in one.payers),
                *(member_of(whom) for whom, _ in one.participants),
                *(member_of(whom) for whom in one.left_out),
            }
            for one in lines
        )
        return any(named - {self._circle.sender} <= one for one in told)

    def _of_one(self, number: LooseNumber) -> Loosely:
        """Return the ways of an amount beside which all else counts, and somebody is spoken of.

        Of `4350, chen left after the first` or `612, bob only 1 of the 3 nights`.
        """
        base = self._base(number)
        outside = [
            clause
            for clause in self._clauses
            if clause != number.clause
            and not any(self._phrases.role(at, Role.I_PAID) for at in clause)
        ]
        named = [people for clause in outside for people in self._named_in(clause)]
        apart = {self._circle.member_of(whom) for whom in named}
        apart -= {self._circle.member_of(whom) for whom, _ in base.payers}
        if len(apart) != 1 or base.participants or base.left_out or self._may_name_new():
            return Loosely()
        whom = next(one for one in named if self._circle.member_of(one) in apart)
        lines = [replace(base, left_out=(whom,)), base]
        counts = [count for clause in outside for count in self._counted_in(clause)]
        counts += [count for count in self._counted_in(number.clause) if count not in counts]
        if len(counts) == _TWO and counts[0] < counts[1]:
            here = (self._circle.whom(one.id) for one in self._circle.roster.active)
            weights = tuple(
                (one, Part(PartKind.SHARES, _ONE_SHARE * counts[not self._same(one, whom)]))
                for one in here
            )
            lines.insert(0, replace(base, participants=weights, everyone=False))
        return Loosely(tuple(lines), says_more=True)

    def _named_in(self, clause: range) -> Iterator[Whom]:
        for at in clause:
            yield from self._people(at)[0]

    def _counted_in(self, clause: range) -> Iterator[int]:
        for at in clause:
            text = self._words[at].plain.rstrip(",;.")
            if text.isdecimal() and len(text) == 1:
                yield int(text)

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

    def _base(self, whole: LooseNumber) -> ExpenseLine:
        """Return the line of the largest amount alone: as its clause reads, or everybody's."""
        alone = self._alone(whole)
        if alone is not None:
            return replace(alone, description=alone.description or self._called(whole))
        return self._everybodys(whole)

    def _everybodys(self, number: LooseNumber) -> ExpenseLine:
        called, paid = self._called(number), self._payer()
        return ExpenseLine(number.money, description=called, everyone=True, payers=paid)

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
        words = [word for word in (*words[:-1], bare_word(words[-1])) if word.plain]
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

    def _summed(self) -> tuple[ExpenseLine, bool] | None:
        """Return the line of clauses that are each of an expense, and whether each tells who paid.

        In `bob paid 36, dee 40` the verb is said of her, too.
        """
        told: list[ExpenseLine] = []
        paid: Counter[MemberId] = Counter()
        sure, verb = True, False
        for number in self._numbers:
            one = self._read_alone(number)
            alone = sum(each.clause == number.clause for each in self._numbers) == 1
            bare = alone and len(number.people) == 1 and not number.paying
            if one is None and not bare:
                return None
            payer = None if one is None else self._paid_clause(number, one)
            verb |= payer is not None
            sure &= payer is not None
            if payer is None and number.whose:
                return None
            if one is None or payer is None:
                first = number.people[0] if len(number.people) == 1 else Sender()
                payer = self._circle.member_of(first)
                one = ExpenseLine(number.money, description=self._own_words(number))
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

    def _left_over(self, whole: LooseNumber, others: Sequence[LooseNumber]) -> ExpenseLine | None:
        """Return the line of what was paid in the end: `86, had 20 off so i only paid 66`."""
        last = others[-1]
        if len(others) != _TWO or not any(one.less for one in (whole, *others)):
            return None
        if sum(one.money.minor for one in others) != whole.money.minor:
            return None
        before = range(max(0, last.at - _TWO), last.at)
        paid = any(self._phrases.role(at, Role.PAID, Role.I_PAID) == last.at for at in before)
        left = of_amount(self._everybodys(whole), last.money.minor)
        if len(last.people) == 1 and not self._same(last.people[0], Sender()):
            left = replace(left, payers=((last.people[0], None),))
        return left if paid else None

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
