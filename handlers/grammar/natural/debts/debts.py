"""Debts that are all that a line says: `ich muss bob 30 geben`, `मुझे bob को 30 देने हैं`.

What sentences say by their words becomes the grammar's own form (`debt_sentences`). Hindi has
endings behind both names: who has to give stands first, but may be moved: then it is asked, and
the line becomes English, which says it by order.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from handlers.grammar.circle import Circle
from handlers.grammar.command_names import SPLIT_COMMANDS
from handlers.grammar.lexer import Line, Word, word_of
from handlers.grammar.literals.amounts import figure_at, write_number
from handlers.grammar.natural.debts.sentences import Debt, debt_in
from handlers.grammar.natural.phrases.persons import is_to_me
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.natural.phrases.somebody import Somebody
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.debt_words import DebtKind
from ledger.core.errors import Code, LedgerError
from ledger.core.members import Name, Sender
from ledger.core.money import Currency, Money

_ENDINGS = (Role.BEHIND_TO, Role.BEHIND_FROM, Role.BEHIND_GAVE)
_OWES_ME, _I_OWE = 0, 1
"""The readings of a line that does not say who owes whom."""


def debt_said(line: Line, home: Currency, today: date, circle: Circle, choice: int | None) -> Line:
    """Return a line that is a sentence about a debt in the grammar's own form: `30 @bob -me`.

    Raises DEBT_UNCLEAR as `debts_read` does; NAME_AMBIGUOUS(name, members, examples) where the
    other may be several, or is called almost so; and UNKNOWN_NAME(name, near, examples).
    """
    found = debt_in(line, home, today, circle)
    if found is None:
        return line
    for one in (found.other, found.creditor, *found.also):
        if one is not None and len(one.members) > 1:
            members = tuple(circle.roster[member] for member in one.members)
            called = members[0].first_name
            raise LedgerError(Code.NAME_AMBIGUOUS, name=called, members=members, examples=())
    for stranger in found.strangers:
        if (near := circle.nearly(stranger)) is not None:
            raise LedgerError(Code.NAME_AMBIGUOUS, name=stranger, members=(near,), examples=())
    owes = {DebtKind.I_OWE: _I_OWE, DebtKind.PAID_MINE: _I_OWE, DebtKind.UNCLEAR: choice}.get(
        found.kind, _OWES_ME
    )
    if owes not in (_OWES_ME, _I_OWE):
        ways = [_booked(line, found, way, home) for way in (_OWES_ME, _I_OWE)]
        figure = figure_at(found.amount, 0, home)
        raise LedgerError(
            Code.DEBT_UNCLEAR,
            whom=found.other.word.whom,
            amount=None if figure is None else Money(figure.minor, figure.currency),
            examples=tuple(way.example(*(word.text for word in way.words)) for way in ways),
            choices=line.command in SPLIT_COMMANDS,
        )
    booked = _booked(line, found, owes, home)
    if found.strangers:
        lines = (booked.example(*(word.text for word in booked.words)),)
        name = Name(found.strangers[0])
        raise LedgerError(Code.UNKNOWN_NAME, name=name, near=None, examples=lines)
    return booked


def _booked(line: Line, found: Debt, owes: int, home: Currency) -> Line:
    """Return the line of a debt, the amount and what it was for before who owes whom."""
    me = Word("me", "me", "", Sender())
    other = replace(found.other.word, joined=False)
    also = [replace(one.word, joined=False) for one in found.also]
    each = (word_of("each"),) if found.each else ()
    if found.each and owes == _I_OWE and found.creditor is None:
        return replace(line, words=_owed_each(found, home))
    if also and owes == _I_OWE and found.creditor is None:  # How much to whom is asked.
        several = [one for name in also for one in (word_of("and"), name)]
        owing = (word_of("i"), word_of("owe"), other, *several)
        return replace(line, words=(*found.amount, *found.rest, *owing))
    if found.kind is DebtKind.WE_OWE:
        said = [Word("all", "all", "", everyone=True), _without(other), word_of("paid"), other]
    elif found.creditor is not None:
        creditor = replace(found.creditor.word, joined=False)
        said = [other, *also, _without(creditor), word_of("paid"), creditor]
    elif owes == _OWES_ME:
        said = [other, *also, _without(me)]
    else:
        said = [me, _without(other), word_of("paid"), other]
    return replace(line, words=(*found.amount, *each, *found.rest, *said))


def _owed_each(found: Debt, home: Currency) -> tuple[Word, ...]:
    """Return the words of a debt of the writer to several, as much to each of them."""
    figure = figure_at(found.amount, 0, home)
    assert figure is not None
    several = [replace(one.word, joined=False) for one in (found.other, *found.also)]
    each = word_of(write_number(Money(figure.minor, figure.currency)))
    total = write_number(Money(figure.minor * len(several), figure.currency))
    amount = total if figure.currency == home else f"{total}{figure.currency}"
    paid = (word for one in several for word in (one, each))
    me = Word("me", "me", "", Sender())
    out = (_without(one) for one in several)
    return (word_of(amount), *found.rest, me, *out, word_of("paid"), *paid)


def _without(word: Word) -> Word:
    if isinstance(word.whom, Sender):
        return word_of("-me")
    text = f"-{word.text}"
    return Word(text, text, "", word.whom, out=True)


def debts_read(line: Line, home: Currency, today: date, circle: Circle, choice: int | None) -> Line:
    """Return a line that says who has to give what to whom as `bob owes me` or `i owe bob`.

    Raises DEBT_UNCLEAR(whom, amount, examples, choices) where it may be either, unless one was
    chosen.
    """
    phrases = Phrases(line.words, circle, home, today)
    verbs = [
        at
        for at in range(len(line.words))
        if phrases.role(at, Role.MUST_GIVE, Role.MUST_GET, Role.FROM_ME)
    ]
    if not verbs:
        return line
    found = _Debt(line, phrases)
    if found.other is None or found.reading is None:
        return line
    reading = found.reading
    if reading not in (_OWES_ME, _I_OWE):
        if choice not in (_OWES_ME, _I_OWE):
            raise _unclear(found, home)
        reading = choice
    return found.written(reading)


class _Debt:
    """One line's people by their endings, and what is left of its words."""

    def __init__(self, line: Line, phrases: Phrases) -> None:
        self._line = line
        self._rest: list[Word] = []
        self.other: Somebody | None = None
        self.reading: int | None = None
        said = self._people(phrases)
        if said is None:
            self.reading = None
        elif self.reading is None:
            self.reading = _reading(*said)

    def _people(self, phrases: Phrases) -> tuple[list[str], bool, bool] | None:
        """Return who has an ending of the dative, in order; whether money is got, and from me."""
        datives: list[str] = []
        gets = from_me = False
        at = 0
        while at < len(self._line.words):
            one = phrases.person(at)
            ending = 0 if one is None else phrases.role(one.stop, *_ENDINGS)
            if one is not None and ending and len(one.members) < 2:
                if self.other is not None:
                    return None
                datives += self._take_other(one, phrases)
                at = ending
            elif not phrases.person(at) and phrases.role(at, Role.I_GAVE) == at + 1:
                self.reading = _I_OWE
                at += 1
            elif is_to_me(phrases, at):
                datives.append("me")
                at += 1
            elif stop := phrases.role(at, Role.FROM_ME):
                from_me, at = True, stop
            elif stop := phrases.role(at, Role.MUST_GET):
                gets, at = True, stop
            elif stop := phrases.role(at, Role.MUST_GIVE):
                at = stop
            else:
                self._rest.append(self._line.words[at])
                at += 1
        return datives, gets, from_me

    def _take_other(self, one: Somebody, phrases: Phrases) -> list[str]:
        """Take the other of the two; return them where they have the ending of the dative."""
        self.other = one
        if phrases.role(one.stop, Role.BEHIND_GAVE):
            self.reading = _OWES_ME  # "bob ne mujhe 250 dene hain"
        return ["other"] if phrases.role(one.stop, Role.BEHIND_TO) else []

    def written(self, reading: int) -> Line:
        """Return the line in the order that English has."""
        assert self.other is not None
        name = replace(self.other.word, joined=False)
        said = (
            (name, word_of("owes"), word_of("me"))
            if reading == _OWES_ME
            else (word_of("i"), word_of("owe"), name)
        )
        return replace(self._line, words=(*said, *self._rest))

    def amount(self, home: Currency) -> Money | None:
        """Return the amount among the words that are left."""
        for at in range(len(self._rest)):
            try:
                figure = figure_at(self._rest, at, home)
            except LedgerError:
                continue
            if figure is not None and figure.minor > 0:
                return Money(figure.minor, figure.currency)
        return None


def _reading(datives: list[str], gets: bool, from_me: bool) -> int:
    """Return who owes whom; -1 where the order leaves it open."""
    if gets:
        return _I_OWE if from_me else _OWES_ME
    return _I_OWE if datives == ["me", "other"] else -1


def _unclear(found: _Debt, home: Currency) -> LedgerError:
    assert found.other is not None
    lines = [found.written(reading) for reading in (_OWES_ME, _I_OWE)]
    amount = found.amount(home)
    return LedgerError(
        Code.DEBT_UNCLEAR,
        whom=found.other.word.whom,
        amount=amount,
        examples=tuple(line.example(*(word.text for word in line.words)) for line in lines),
        choices=lines[0].command in SPLIT_COMMANDS and amount is not None,
    )
