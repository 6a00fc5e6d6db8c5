"""Who paid how much where the verb stands behind it: `ich hab 40 gezahlt und bob 20`."""

from __future__ import annotations

from dataclasses import replace

from handlers.grammar.lexer import Word
from handlers.grammar.natural.payers.amounts_paid import AmountsPaidReader
from handlers.grammar.natural.phrases.somebody import Somebody
from handlers.grammar.vocabulary import Role
from ledger.core.members import Sender


class PartedPayerReader(AmountsPaidReader):
    """Takes several who paid, each with their part of it."""

    def _so_much_paid(self, at: int) -> int:
        """Read `ich hab 40 gezahlt und bob 20`, verbs last; return the index behind it, or 0."""
        several: list[Somebody] = []
        stop, verbs = at, 0
        while one := self._somebody(stop):
            number = self._number(self._has(one.stop))
            if not number:
                break
            part = tuple(self._words[self._has(one.stop) : number])
            several.append(replace(one, part=part))
            by = self._phrases.role(number, Role.BY)
            if by and self._phrases.person(by) is not None:
                return 0  # "bob 300 paid by dee": his number is a share.
            verb = self._phrases.role(number, Role.PAID, Role.I_PAID, Role.GAVE)
            if verb and self._phrases.role(number, Role.ME):
                return 0  # "bob 40 chen 20 i paid": their numbers are shares.
            said = bool(self._phrases.role(one.stop, Role.BEHIND_GAVE))  # "priya ne 300"
            verbs += bool(verb) or said
            stop = verb or number
            if not verbs or part[-1].plain.endswith(("%", ".")):
                return 0
            joiner = self._phrases.joiner_at(stop)
            behind = self._somebody(joiner or stop)
            if behind is None or not self._number(self._has(behind.stop)):
                break
            stop = joiner or stop
        if not verbs or self._phrases.role(stop, Role.FOR, Role.ME):
            return 0
        self._emit_payers(several, split=False)
        return stop

    def _somebody(self, at: int) -> Somebody | None:
        """Return the one person that is named at an index, or who writes."""
        if (stop := self._phrases.role(at, Role.ME)) and not self._is_name(at):
            return Somebody(Word("me", "me", "", Sender()), stop, typed=True)
        one = self._phrases.person(at)
        return None if one is None or len(one.members) > 1 or one.bent else one

    def _is_name(self, at: int) -> bool:
        return self._circle.find(self._words, at) is not None

    def _has(self, at: int) -> int:
        """Return the index behind a verb that another one goes on, or behind a "ne"."""
        return self._phrases.role(at, Role.HAS, Role.BEHIND_GAVE) or at
