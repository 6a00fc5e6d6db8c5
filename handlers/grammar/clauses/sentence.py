"""Names, joining words and parts of a line: what stands where, and what is refused there."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from math import lcm
from typing import NoReturn

from handlers.grammar.keywords import CONNECTORS, PAID, category_of, is_bare_out, seems_without
from handlers.grammar.lexer import Line, Word
from handlers.grammar.literals.amounts import written_at
from handlers.grammar.literals.dates import date_at
from handlers.grammar.literals.parts import is_part, part_at
from handlers.grammar.suggestions import correct_number
from ledger.core.errors import Code, LedgerError
from ledger.core.members import Sender
from ledger.core.money import Currency
from ledger.core.shares import Part

_BARE = frozenset({"me", "all"})
EACH = frozenset({"each", "apiece"})
_FRACTION = re.compile(r"[1-9]\d{0,2}/[1-9]\d{0,2}\Z")


class Sentence:
    """The words of one line, and which of them name somebody.

    `currency` is the one that parts are written in; `start` the index of the first word
    behind the amount.
    """

    def __init__(self, line: Line, start: int, currency: Currency, today: date) -> None:
        self.line = line
        self.words = line.words
        self.start = start
        self.currency = currency
        self.today = today
        self._bare: set[int] = set()
        self._find_bare()

    def names(self, at: int) -> bool:
        """Tell whether a word names somebody, everybody, or leaves somebody out."""
        if not 0 <= at < len(self.words):
            return False
        word = self.words[at]
        return word.whom is not None or word.everyone or at in self._bare or is_minus_me(word)

    def _find_bare(self) -> None:
        """Find which bare `me` and `all` stand before a name, a part, a clause or the end.

        From the last word to the first, so that each looks one word ahead only.
        """
        if all(word.low not in _BARE for word in self.words[self.start :]):
            return
        claims = True
        for at in range(len(self.words) - 1, self.start - 1, -1):
            word = self.words[at]
            if word.low in _BARE and not word.escaped:
                claims = claims or is_part(self.words, at + 1, self.currency)
                if claims:
                    self._bare.add(at)
            elif word.whom is None and joins(word):
                claims = self.names(at + 1)
            else:
                claims = self.names(at) or self.begins_clause(at)

    def begins_clause(self, at: int) -> bool:
        """Tell whether a clause that names nobody by itself begins at a word."""
        word = self.words[at]
        if word.escaped:
            return False
        if word.low in PAID:
            return self.is_payer(self.behind_paid(at))
        if word.low == "on":
            try:
                return date_at(self.words, at + 1, self.today) is not None
            except LedgerError:
                return True
        return category_of(word) is not None or self.is_note(at)

    def is_payer(self, at: int) -> bool:
        """Tell whether a word names one person who is not left out."""
        if not self.names(at):
            return False
        word = self.words[at]
        return not (word.out or word.everyone or is_minus_me(word) or word.low == "all")

    def behind_paid(self, at: int) -> int:
        """Return the index behind `paid` or `paid by`."""
        by = at + 1 < len(self.words) and self.words[at + 1].low == "by"
        return at + 1 + by

    def is_note(self, at: int) -> bool:
        """Tell whether the note begins at a word."""
        return self.words[at].plain == "//" and at + 1 < len(self.words)

    def part(self, at: int) -> tuple[Part, int] | None:
        """Read the part that begins at a word, behind a name; None where there is none."""
        try:
            return part_at(self.words, at, self.currency)
        except LedgerError as error:
            error.details.setdefault("name", self.words[at - 1].whom or Sender())
            correct_number(self.line, error, at, self.currency)
            if error.details.get("reason") == "fraction":
                self._correct_fractions(error)
            raise

    def refuse_each(self, at: int, stop: int) -> None:
        """Raise BAD_PART for `@bob @chen 100 each`, where only the last one has the part."""
        texts = [word.text for word in self.words]
        part = texts[at + 1 : stop]
        texts[stop : stop + 1] = []
        before, count = at - 1, 0
        while before >= 0 and (self.names(before) or joins(self.words[before])):
            if self.is_payer(before) and self._has_no_part(before + 1):
                texts[before + 1 : before + 1] = part
                count += 1
            before -= 1
        if count:
            raise LedgerError(
                Code.BAD_PART,
                written=written_at(self.words, at + 1, stop + 1),
                reason="each",
                name=self.words[at].whom or Sender(),
                examples=(self.line.example(*texts),),
            )

    def _has_no_part(self, at: int) -> bool:
        """Tell whether a name has no part of its own: another name or "and" follows it."""
        return self.names(at) or joins(self.words[at])

    def _correct_fractions(self, error: LedgerError) -> None:
        """Offer shares where the fractions of a line make a whole: `1/2`, `1/3` and `1/6`."""
        texts = [word.text for word in self.words]
        found = {
            at: Fraction(self.words[at].plain)
            for at in range(1, len(texts))
            if self.names(at - 1) and _FRACTION.match(self.words[at].plain)
        }
        if len(found) > 1 and sum(found.values()) == 1:
            whole = lcm(*(fraction.denominator for fraction in found.values()))
            for at, fraction in found.items():
                texts[at] = f"x{fraction * whole}"
            error.details["examples"] = (self.line.example(*texts),)

    def refuse_part(self, at: int, stop: int, reason: str) -> NoReturn:
        """Raise BAD_PART for a part where none may stand."""
        raise LedgerError(
            Code.BAD_PART,
            written=written_at(self.words, at, stop),
            reason=reason,
            name=None if reason == "everyone" else self.words[at - 1].whom or Sender(),
            examples=(self.line.replaced(at, stop),),
        )

    def perhaps_out(self, at: int) -> bool:
        """Tell whether a word seems to leave somebody out: `- @bob`, `except @bob`, `-bob`."""
        word = self.words[at]
        if seems_without(word):
            return self.is_payer(at + 1)
        return at > self.start and is_bare_out(word)

    def refuse_out(self, at: int) -> NoReturn:
        """Raise BAD_PART with the reason `out`: whether somebody takes part is not guessed."""
        word = self.words[at]
        if seems_without(word):
            named = self.words[at + 1]
            stop, instead = at + 2, [f"-{named.text}"]
            if word.low == "-":
                instead.append(named.text)
        else:
            stop, instead = at + 1, [f"-@{word.text[1:]}", f"\\{word.text}"]
        raise LedgerError(
            Code.BAD_PART,
            written=written_at(self.words, at, stop),
            reason="out",
            name=None,
            examples=tuple(self.line.replaced(at, stop, one) for one in instead),
        )


def is_minus_me(word: Word) -> bool:
    """Tell whether a word is `-me`."""
    return word.low == "-me" and not word.escaped


def joins(word: Word) -> bool:
    """Tell whether a word only joins the names around it: `and`, or a mark such as a comma."""
    return not word.escaped and (not word.low or word.low in CONNECTORS)
