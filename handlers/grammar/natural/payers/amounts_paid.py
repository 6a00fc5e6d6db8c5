"""Who paid, taken down with what they paid."""

from __future__ import annotations

from dataclasses import replace

from handlers.grammar.lexer import Word, word_of
from handlers.grammar.literals.amounts import write_number
from handlers.grammar.natural.phrases.somebody import People, Somebody
from handlers.grammar.natural.phrases.taking import Reader
from handlers.grammar.vocabulary import Role
from ledger.core.members import Sender
from ledger.core.money import Money


class AmountsPaidReader(Reader):
    """Takes those who paid, and so much as they did."""

    def _emit_payers(self, several: list[Somebody], *, split: bool) -> None:
        each, left = divmod(self._amount.minor, len(several))
        self._done.words.append(word_of("paid"))
        for number, one in enumerate(several):
            part = one.part
            if split:
                minor = each + (number < left)
                part = (word_of(write_number(Money(minor, self._amount.currency))),)
            self._done.words += [replace(one.word, joined=False), *part]
        self._payers += len(several)

    def _names_paid(self, people: People, stop: int) -> int:
        """Take `bob paid`, `bob paid 60`, `bob and chen paid`."""
        if any(len(one.members) > 1 for one in people.people):
            return 0
        several = list(people.people)
        if len(several) == 1:
            self._done.words += [word_of("paid"), replace(several[0].word, joined=False)]
            self._payers += 1
            number = self._paid_amount(stop)
            return self._past_joiner(number or self._phrases.role(stop, Role.REST) or stop)
        self._emit_payers(several, split=not any(one.part for one in several))
        return stop

    def _payer_with_amount(self, whom: Sender, stop: int) -> int:
        self._done.words += [word_of("paid"), Word("me", "me", "", whom)]
        self._payers += 1
        number = self._paid_amount(stop)
        return self._past_joiner(number or self._phrases.role(stop, Role.REST) or stop)

    def _paid_amount(self, at: int) -> int:
        """Take what somebody paid, a number or half of it; return the index behind it, or 0."""
        number = self._number(at)
        if number:
            self._done.words += self._words[at:number]
            return number
        half = self._phrases.half(at)
        if half:
            money = Money(self._amount.minor // 2, self._amount.currency)
            self._done.words.append(word_of(write_number(money)))
        return half

    def _past_joiner(self, at: int) -> int:
        """Skip the "and" between two who paid."""
        joiner = self._phrases.joiner_at(at)
        if not joiner:
            return at
        people = self._phrases.people(joiner)
        paid = people is not None and (
            self._phrases.role(people.stop, Role.PAID) or all(one.part for one in people.people)
        )
        return joiner if paid or self._phrases.role(joiner, Role.I_PAID) else at

    @staticmethod
    def _is_number(one: Somebody) -> bool:
        return any(char.isdigit() for char in one.part[0].plain)
