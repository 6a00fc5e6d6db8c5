"""The clause that says who paid: `paid @bob 700 @chen`, `paid by @bob`, `@bob paid`."""

from __future__ import annotations

from typing import NoReturn

from handlers.grammar.clauses.sentence import Sentence, joins
from handlers.grammar.literals.amounts import write_number, written_at
from ledger.core.errors import Code, LedgerError
from ledger.core.members import Sender, Whom
from ledger.core.money import Money
from ledger.core.shares import EQUAL_PART, Part, PartKind

_WHOLE = 100 * 10_000
"""All of an amount, in ten-thousandths of a percent."""


class Payers:
    """Reads who paid; `amount` is what they paid together."""

    def __init__(self, sentence: Sentence, amount: Money) -> None:
        self._sentence = sentence
        self._words = sentence.words
        self._amount = amount
        self._rest_at = 0
        self.found: list[tuple[Whom, int | None]] = []

    def take(self, at: int) -> int | None:
        """Take the payers behind `paid` (or `paid by`); None when there are none."""
        next_at, stop = self._sentence.behind_paid(at), None
        while self._sentence.is_payer(next_at):
            whom = self._words[next_at].whom or Sender()
            paid = self._paid_minor(next_at + 1)
            if paid is None:
                if self._all_is_paid():
                    self._refuse_second(next_at, whom)
                    break
                self._rest_at = next_at + 1
            self.found.append((whom, paid[0] if paid else None))
            next_at = stop = paid[1] if paid else next_at + 1
            if (
                stop < len(self._words)
                and not self._sentence.names(stop)
                and joins(self._words[stop])
            ):
                next_at = stop + 1
        return stop

    def take_behind(self, at: int, participants: list[tuple[Whom, Part]]) -> int | None:
        """Take `@bob paid` and `@bob paid 1200`, where no description follows; else None."""
        named = at - 1
        if self.found or self._sentence.names(at - 2) or not self._sentence.is_payer(named):
            return None
        if not participants or participants[-1][1] != EQUAL_PART:
            return None
        if at >= 2 and joins(self._words[at - 2]):
            return None
        whom, minor, stop = participants[-1][0], None, at + 1
        if paid := self._sentence.part(stop):
            minor, stop = paid[0].value, paid[1]
            if paid[0].kind is not PartKind.EXACT:
                return None
        if stop < len(self._words) and not (
            self._sentence.names(stop) or self._sentence.begins_clause(stop)
        ):
            return None
        participants.pop()
        self.found.append((whom, minor))
        return stop

    def _all_is_paid(self) -> bool:
        """Tell whether the payers so far account for the whole amount."""
        amounts = [minor for _, minor in self.found]
        return None in amounts or sum(minor or 0 for minor in amounts) == self._amount.minor

    def _refuse_second(self, second: int, whom: Whom) -> None:
        """Raise PAID_UNCLEAR where "and" joins a second payer without a number.

        Without a joining word the second name simply ends the clause and takes part.
        """
        before = self._words[second - 1]
        joined = before.joined or (before.whom is None and joins(before))
        first = next((who for who, minor in self.found if minor is None), None)
        if not joined or first is None:
            return
        half = Money(max(1, self._amount.minor // 2), self._amount.currency)
        examples = (self._sentence.line.replaced(self._rest_at, self._rest_at, write_number(half)),)
        raise LedgerError(Code.PAID_UNCLEAR, first=first, second=whom, examples=examples)

    def _paid_minor(self, at: int) -> tuple[int, int] | None:
        found = self._sentence.part(at)
        if found is None:
            return None
        part, stop = found
        if part.kind is PartKind.PERCENT:
            self._refuse_percent_paid(at, stop)
        if part.kind is not PartKind.EXACT:
            self._sentence.refuse_part(at, stop, "payer")
        return part.value, stop

    def _refuse_percent_paid(self, at: int, stop: int) -> NoReturn:
        """Raise BAD_PART with the reason `payer`, and what the percentages come to."""
        written = written_at(self._words, at, stop)
        texts = [word.text for word in self._words]
        percents: list[tuple[int, int, int]] = []
        start = at
        while (found := self._percent_at(start)) is not None:
            percents.append((start, found[1], found[0]))
            start = found[1] + 1
            if found[1] < len(self._words) and self._words[found[1]].whom is None:
                start += joins(self._words[found[1]])
        paid = [self._amount.minor * value // _WHOLE for _, _, value in percents]
        if sum(value for _, _, value in percents) == _WHOLE:
            paid[-1] = self._amount.minor - sum(paid[:-1])
        for (begin, end, _), minor in reversed(list(zip(percents, paid, strict=True))):
            texts[begin:end] = [write_number(Money(minor, self._amount.currency))]
        raise LedgerError(
            Code.BAD_PART,
            written=written,
            reason="payer",
            name=self._words[at - 1].whom or Sender(),
            examples=(self._sentence.line.example(*texts),),
        )

    def _percent_at(self, at: int) -> tuple[int, int] | None:
        """Return the percentage behind a name, in ten-thousandths, and the index behind it."""
        if at >= len(self._words) or not self._sentence.is_payer(at - 1):
            return None
        part, stop = self._sentence.part(at) or (EQUAL_PART, at)
        return (part.value, stop) if part.kind is PartKind.PERCENT else None
