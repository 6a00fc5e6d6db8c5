"""Who paid half, or as much as somebody else: `half paid by bob`, `bob and chen each paid half`."""

from __future__ import annotations

from dataclasses import replace

from handlers.grammar.lexer import word_of
from handlers.grammar.literals.amounts import write_number
from handlers.grammar.natural.payers.amounts_paid import AmountsPaidReader
from handlers.grammar.natural.phrases.somebody import People, Somebody
from handlers.grammar.vocabulary import Role
from ledger.core.money import Money


class HalvesPaidReader(AmountsPaidReader):
    """Takes those of whom it is said that they paid alike."""

    def _half_paid(self, at: int) -> int:
        """Read `half paid by bob`; who paid the other half is asked, as nothing says it."""
        phrases = self._phrases
        half = phrases.half(at)
        verb = phrases.role(half, Role.BY, Role.PAID) if half else 0
        one = phrases.person(verb) if verb else None
        if one is None or len(one.members) > 1:
            return 0
        paid = Money(self._amount.minor // 2, self._amount.currency)
        self._emit_payers([replace(one, part=(word_of(write_number(paid)),))], split=False)
        return one.stop

    def _rest_paid(self, at: int) -> int:
        """Read `rest by me` behind what somebody else paid; return the index behind it, or 0."""
        phrases = self._phrases
        stop = phrases.role(at, Role.REST) if self._payers else 0
        by = phrases.role(stop, Role.BY) if stop else 0
        one = phrases.person(by) if by else None
        if one is None or len(one.members) > 1:
            return 0
        self._emit_payers([one], split=False)
        return one.stop

    def _each_paid(self, people: People) -> int:
        """Read `bob and chen each paid half`, `both paid 30`; return the index behind it, or 0."""
        phrases = self._phrases
        stop = people.stop
        said = phrases.role(stop, Role.EACH) or (stop + 1 if phrases.is_word(stop, "both") else 0)
        verb = phrases.role(said, Role.PAID) if said else 0
        if not verb or any(one.part or len(one.members) > 1 for one in people.people):
            return 0
        number = self._number(verb)
        each = tuple(self._words[verb:number])
        self._emit_payers([replace(one, part=each) for one in people.people], split=not number)
        behind = number or phrases.role(verb, Role.HALF, Role.EQUALLY) or verb
        return phrases.role(behind, Role.EACH) or behind

    def _paid_in_halves(self, at: int) -> int:
        """Read `paid half by me half by bob`, `paid 50/50 by bob and me`; return what is behind."""
        phrases = self._phrases
        several: list[Somebody] = []
        stop = phrases.role(at, Role.PAID)
        equal = phrases.role(stop, Role.HALF, Role.EQUALLY) if stop else 0
        people = phrases.people(by) if equal and (by := phrases.role(equal, Role.BY)) else None
        if people is not None and len(people.people) > 1 and not any(
            one.part or len(one.members) > 1 for one in people.people
        ):  # fmt: skip
            self._emit_payers(list(people.people), split=True)
            return people.stop
        while half := phrases.role(stop, Role.HALF) if stop else 0:
            one = phrases.person(phrases.role(half, Role.BY) or half)
            if one is None or len(one.members) > 1:
                return 0
            several.append(one)
            stop = phrases.joiner_at(one.stop) or one.stop
        if len(several) != 2:
            return 0
        self._emit_payers(several, split=True)
        return several[-1].stop
