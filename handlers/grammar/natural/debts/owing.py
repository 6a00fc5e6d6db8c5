"""Who owes whom: `bob owes me 30`, `i owe bob`, `Боб мне должен`, `Ali'ye borcum var`."""

from __future__ import annotations

import re
from dataclasses import replace

from handlers.grammar.lexer import Word
from handlers.grammar.literals.amounts import write_number
from handlers.grammar.natural.payers.payers import PayerReader
from handlers.grammar.natural.phrases.persons import is_to_me
from handlers.grammar.natural.phrases.runs import BEHIND
from handlers.grammar.natural.phrases.somebody import People, Somebody
from handlers.grammar.natural.phrases.taking import GAP
from handlers.grammar.vocabulary import Role
from ledger.core.errors import Code, LedgerError
from ledger.core.members import Sender
from ledger.core.money import Money

_OF_SOMEBODY = re.compile(r"'n?[iıuü]n\Z")
_NOMINATIVES = frozenset({"я", "ben", "i"})
"""The writer as who does something: "я Bob должна" may be either way round."""


class OwingReader(PayerReader):
    """Takes the words that say who owes whom: whoever is owed has paid."""

    def _owed(self, at: int) -> int:
        """Read `bob owes me 30` and `i owe bob 30`, with the amount taken out already."""
        phrases = self._phrases
        if stop := self._everyone_owes(at) or self._i_owe(at) or self._owed_behind(at):
            return stop
        if stop := phrases.role(at, Role.ME):
            return self._i_owe_somebody(at, stop)
        people = phrases.people(at)
        verb = phrases.role(people.stop, Role.OWES) if people is not None else 0
        if people is not None and phrases.role(people.stop, Role.PAID) > verb:
            return 0  # "bob has paid"
        stop = phrases.role(verb, Role.ME) if verb else 0
        if people is None or any(one.part for one in people.people):
            return 0
        if not stop:
            return self._owes_another(people, verb, at) if verb else 0
        if number := self._number(stop):
            # "50 lunch, chen owes me 20": the rest is whoever's it was.
            part = tuple(self._words[stop:number])
            self._take_or_keep(replace(people, people=tuple(
                replace(one, part=part) for one in people.people
            )), at)  # fmt: skip
            return number
        self._done.only = True
        self._take_or_keep(people, at)
        return stop

    def _i_owe_somebody(self, at: int, stop: int) -> int:
        """Read `i owe bob`, also with a number behind; return the index behind it, or 0."""
        phrases = self._phrases
        verb = phrases.role(stop, Role.OWES)
        people = phrases.people(phrases.role(verb, Role.TO) or verb) if verb else None
        if people is None:
            return 0
        if len(people.people) > 1:
            self._check_whom(people, verb)
            return 0
        if people.people[0].part:
            return self._i_owe_so_much(people.people[0], at)
        if is_to_me(phrases, at) and not people.bent:
            self._done.only = True
            self._take_or_keep(people, at)
            return people.stop
        self._emit_payers(list(people.people), split=False)
        self._done.words.append(Word("me", "me", "", Sender()))
        self._done.only = True
        return people.stop

    def _check_whom(self, people: People, verb: int) -> None:
        """Raise PAID_UNCLEAR(first, second: Whom) for `i owe bob and chen 300`.

        It may be 300 to each of them, or to both together.
        """
        several = people.people
        if verb and not any(one.part or len(one.members) > 1 for one in several):
            first, second = several[0].word.whom, several[1].word.whom
            raise LedgerError(
                Code.PAID_UNCLEAR, first=first, second=second, words=self._each_way(people)
            )

    def _each_way(self, people: People) -> tuple[tuple[str, ...], ...]:
        """Return the words of what is owed to several: halves of the amount, each his own."""
        count = len(people.people)
        each, left = divmod(self._amount.minor, count)
        paid = ["paid"]
        for place, one in enumerate(people.people):
            minor = each + (place < left)
            paid += [one.word.text, write_number(Money(minor, self._amount.currency))]
        rest = [word.text for word in self._words[people.stop :]]
        return (("only", "me", *paid, *rest),)

    def _owes_another(self, people: People, verb: int, at: int) -> int:
        """Read `bob and i owe chen`, and `bob owes`, which is to the writer.

        Of that the number has been taken out before what it was for.
        """
        phrases = self._phrases
        owed = phrases.people(phrases.role(verb, Role.TO) or verb)
        if owed is not None and len(owed.people) == 1 and not owed.people[0].part:
            if len(owed.people[0].members) > 1:
                return 0
            self._emit_payers([replace(owed.people[0], part=())], split=False)
            self._done.words.append(GAP)
            self._done.only = True
            self._take_or_keep(people, at)
            return owed.stop
        if at or phrases.role(people.stop, *BEHIND) > verb:
            return 0  # "priya ke bina" is without her.
        if not (phrases.ends(verb) or phrases.role(verb, Role.FOR)):
            return 0
        self._done.only = True
        self._take_or_keep(people, at)
        return verb

    def _everyone_owes(self, at: int) -> int:
        """Read `everyone owes me 36`, each of the others, and `we owe bob 36`, together."""
        phrases = self._phrases
        everyone = phrases.role(at, Role.EVERYONE) or (at + 1) * phrases.is_word(at, "all")
        together = phrases.role(at, Role.US)
        everyone = everyone or together
        verb = phrases.role(everyone, Role.OWES) if everyone else 0
        stop = phrases.role(verb, Role.ME) if verb else 0
        one = phrases.person(verb) if verb and not stop else None
        if not stop and (one is None or one.part or len(one.members) > 1):
            return 0
        if together and one is None:
            return 0
        self._done.words.append(Word("all", "all", "", everyone=True))
        self._done.each = not together
        if one is None:
            self._leave_out(Word("me", "me", "", Sender()))
            return stop
        self._emit_payers([one], split=False)
        self._done.words.append(GAP)
        self._leave_out(one.word)
        return one.stop

    def _i_owe_so_much(self, one: Somebody, at: int) -> int:
        """Read `1500 shopping, i owe bob 500`: he paid, and what is left is his own."""
        if is_to_me(self._phrases, at) or not self._is_number(one) or len(one.members) > 1:
            return 0
        self._done.words += [Word("me", "me", "", Sender()), *one.part]
        self._emit_payers([replace(one, part=())], split=False)
        return one.stop

    def _i_owe(self, at: int) -> int:
        """Read `debo a bob`, `je dois à bob`: a verb that has the writer in it, before a name."""
        phrases = self._phrases
        verb = phrases.role(at, Role.I_OWE)
        people = phrases.people(phrases.role(verb, Role.TO) or verb) if verb else None
        if people is None or len(people.people) > 1 or people.people[0].part:
            return 0
        return self._is_owed(people.people[0], people.stop)

    def _owed_behind(self, at: int) -> int:
        """Read what has its verb behind: `Боб мне должен`, `Ali bana borçlu`, `Ali'ye borcum var`.

        Whose name has an ending is owed, but for what somebody has in Turkish: "Ali'nin borcu".
        """
        phrases = self._phrases
        if to := self._to_whom_i_owe(at):
            return to
        before = phrases.role(at, Role.ME)
        one = phrases.person(before or at)
        if one is None or len(one.members) > 1:
            return 0
        if (stop := phrases.role(one.stop, Role.I_OWE)) and one.bent:
            return self._is_owed(one, stop)
        me = before or phrases.role(one.stop, Role.ME)
        stop = phrases.role(one.stop if before else me, Role.OWES) if me else 0
        if not stop or not (phrases.ends(stop) or (not before and is_to_me(phrases, one.stop))):
            return 0
        has = one.bent and _OF_SOMEBODY.search(self._words[one.stop - 1].low) is not None
        if one.bent and not has:
            return self._is_owed(one, stop) if before else 0
        if before and phrases.folded(at) in _NOMINATIVES:
            return 0
        self._done.only = True
        self._take_one(one)
        return stop

    def _to_whom_i_owe(self, at: int) -> int:
        """Read `a luis le debo`, with the amount taken out; return the index behind it, or 0."""
        phrases = self._phrases
        name = phrases.role(at, Role.TO)
        one = phrases.person(name) if name else None
        stop = phrases.role(one.stop, Role.I_OWE) if one is not None else 0
        return self._is_owed(one, stop) if one and stop and len(one.members) < 2 else 0

    def _is_owed(self, one: Somebody, stop: int) -> int:
        self._emit_payers([one], split=False)
        self._done.words.append(Word("me", "me", "", Sender()))
        self._done.only = True
        return stop
