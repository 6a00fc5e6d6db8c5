"""/split's line: `AMOUNT [CURRENCY] DESCRIPTION [PARTICIPANTS] [paid PAYERS] [on DATE] …`.

The clauses come in any order and unclaimed words are the description, wherever they stand.
A keyword without what it needs is description; so is a second `#category` or `on DATE`.
"""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from math import lcm
from typing import NoReturn

from handlers.grammar.lexer import Line, Word
from handlers.grammar.literals.amounts import figure_at, write_number, written_at
from handlers.grammar.literals.dates import date_at
from handlers.grammar.literals.parts import is_part, part_at
from handlers.grammar.suggestions import correct_amount, correct_date, correct_number
from ledger.core.entries import EQUAL_PART, Part, PartKind
from ledger.core.errors import Code, LedgerError
from ledger.core.expense_line import ExpenseLine
from ledger.core.members import Sender, Whom
from ledger.core.money import Currency, Money

MAX_CATEGORY = 64
"""The longest category, in characters; a longer word behind `#` is description."""

CONNECTORS = frozenset({"and", "&", "+", ",", ";", "plus", "und", "et", "y", "और", "aur"})
"""Words that only join two names."""

_CATEGORY = re.compile(r"#(?=\d*[^\W\d])(\w[^\s#@,;!?()\[\]{}\"']*)")
PAID = frozenset({"paid", "paidby", "paid-by", "payer"})
"""Words before a name that say who paid."""

_BARE = frozenset({"me", "all"})
_EACH = frozenset({"each", "apiece"})
_WITHOUT = frozenset({"-", "without", "except", "excluding", "minus", "not"})
_WITHOUT |= {"w/o", "exclude", "excl", "skip", "but", "no"}
"""Words before a name that perhaps leave it out, as only a `-` that touches it does."""
_FRACTION = re.compile(r"[1-9]\d{0,2}/[1-9]\d{0,2}\Z")
_BARE_OUT = re.compile(r"-(?!me\Z|all\Z)[^\W\d_]+\Z")
_PUNCTUATION = "-–—:,;|"
_WHOLE = 100 * 10_000
"""All of an amount, in ten-thousandths of a percent."""


def read_split(line: Line, home: Currency, today: date) -> ExpenseLine:
    """Read /split's words; `home` is the group's currency, `today` the day in its time zone.

    Raises LedgerError, each with `examples: tuple[str, ...]`, corrected lines to copy:
    AMOUNT_MISSING(found: str, the word that stands where the amount should, or "");
    AMOUNT_NOT_POSITIVE(written: str, amount: Money);
    the errors of `amounts.figure_at`, for the amount, and with `name: Whom` for parts;
    BAD_PART(written: str, reason: str, name: Whom | None) as in `parts.part_at`, also with the
    reason `everyone` for a part behind `all` (no name), `payer` for a payer's `40%`, `each` for
    `@bob @chen 100 each`, or `out`
    for `- @bob`, `except @bob` and `-bob` (no name);
    PAID_UNCLEAR(first, second: Whom) for two payers joined by "and", neither with a number;
    BAD_DATE(written: str, readings: tuple[date, ...]) as in `dates.date_at`;
    ONE_COMMAND(second: str).
    """
    line.check_single()
    return _Reader(line, home, today).read()


class _Reader:
    """Reads one line from left to right; what each clause claims goes into its own list."""

    def __init__(self, line: Line, home: Currency, today: date) -> None:
        self._line = line
        self._words = line.words
        self._home = home
        self._today = today
        self._participants: list[tuple[Whom, Part]] = []
        self._left_out: list[Whom] = []
        self._payers: list[tuple[Whom, int | None]] = []
        self._everyone = False
        self._bare: set[int] = set()
        self._rest_at = 0
        self._on: date | None = None
        self._category: str | None = None
        self._note: str | None = None
        self._description: list[str] = []

    def read(self) -> ExpenseLine:
        """Read the line."""
        amount, arithmetic, start = read_amount(self._line, self._home)
        self._amount = amount
        self._find_bare(start)
        at, behind_name = start, False
        while at < len(self._words):
            word = self._words[at]
            if self._names(at):
                at, behind_name = self._name(at), True
            elif self._perhaps_out(at, start):
                self._refuse_out(at)
            elif behind_name and _joins(word) and self._names(at + 1):
                at += 1
            elif claimed := self._clause(at):
                at, behind_name = claimed
            else:
                self._description.append(word.text)
                at, behind_name = at + 1, False
        return ExpenseLine(
            amount=amount,
            description=_tidy(self._description),
            participants=tuple(self._participants),
            everyone=self._everyone,
            left_out=tuple(self._left_out),
            payers=tuple(self._payers),
            on=self._on,
            category=self._category,
            note=self._note,
            arithmetic=arithmetic,
        )

    # Names

    def _names(self, at: int) -> bool:
        """Tell whether a word names somebody, everybody, or leaves somebody out."""
        if at >= len(self._words):
            return False
        word = self._words[at]
        return word.whom is not None or word.everyone or at in self._bare or _is_minus_me(word)

    def _find_bare(self, start: int) -> None:
        """Find which bare `me` and `all` stand before a name, a part, a clause or the end.

        From the last word to the first, so that each looks one word ahead only.
        """
        if all(word.low not in _BARE for word in self._words[start:]):
            return
        claims = True
        for at in range(len(self._words) - 1, start - 1, -1):
            word = self._words[at]
            if word.low in _BARE and not word.escaped:
                claims = claims or is_part(self._words, at + 1, self._amount.currency)
                if claims:
                    self._bare.add(at)
            elif word.whom is None and _joins(word):
                claims = self._names(at + 1)
            else:
                claims = self._names(at) or self._begins_clause(at)

    def _begins_clause(self, at: int) -> bool:
        word = self._words[at]
        if word.escaped:
            return False
        if word.low in PAID:
            return self._is_payer(self._behind_paid(at))
        if word.low == "on":
            try:
                return date_at(self._words, at + 1, self._today) is not None
            except LedgerError:
                return True
        return category_of(word) is not None or self._is_note(at)

    def _name(self, at: int) -> int:
        """Take a name and the part behind it; return the index of the next word."""
        word = self._words[at]
        if word.out or _is_minus_me(word):
            self._left_out.append(word.whom or Sender())
            return at + 1
        if word.everyone or (word.whom is None and word.low == "all"):
            self._everyone = True
            self._refuse_part_of_all(at + 1)
            return at + 1
        part, stop = self._part(at + 1) or (EQUAL_PART, at + 1)
        if part != EQUAL_PART and stop < len(self._words) and self._words[stop].low in _EACH:
            self._refuse_each(at, stop)
        self._participants.append((word.whom or Sender(), part))
        return stop

    def _part(self, at: int) -> tuple[Part, int] | None:
        try:
            return part_at(self._words, at, self._amount.currency)
        except LedgerError as error:
            error.details.setdefault("name", self._words[at - 1].whom or Sender())
            correct_number(self._line, error, at, self._amount.currency)
            if error.details.get("reason") == "fraction":
                self._correct_fractions(error)
            raise

    def _refuse_each(self, at: int, stop: int) -> None:
        """Raise BAD_PART for `@bob @chen 100 each`, where only the last one has the part."""
        texts = [word.text for word in self._words]
        part = texts[at + 1 : stop]
        texts[stop : stop + 1] = []
        before, count = at - 1, 0
        while before >= 0 and (self._names(before) or _joins(self._words[before])):
            if self._is_payer(before) and self._has_no_part(before + 1):
                texts[before + 1 : before + 1] = part
                count += 1
            before -= 1
        if count:
            raise LedgerError(
                Code.BAD_PART,
                written=written_at(self._words, at + 1, stop + 1),
                reason="each",
                name=self._words[at].whom or Sender(),
                examples=(self._line.example(*texts),),
            )

    def _has_no_part(self, at: int) -> bool:
        """Tell whether a name has no part of its own: another name or "and" follows it."""
        return self._names(at) or _joins(self._words[at])

    def _correct_fractions(self, error: LedgerError) -> None:
        """Offer shares where the fractions of a line make a whole: `1/2`, `1/3` and `1/6`."""
        texts = [word.text for word in self._words]
        found = {
            at: Fraction(self._words[at].plain)
            for at in range(1, len(texts))
            if self._names(at - 1) and _FRACTION.match(self._words[at].plain)
        }
        if len(found) > 1 and sum(found.values()) == 1:
            whole = lcm(*(fraction.denominator for fraction in found.values()))
            for at, fraction in found.items():
                texts[at] = f"x{fraction * whole}"
            error.details["examples"] = (self._line.example(*texts),)

    def _refuse_part_of_all(self, at: int) -> None:
        part = self._part(at)
        if part is not None:
            self._refuse_part(at, part[1], "everyone")

    def _refuse_part(self, at: int, stop: int, reason: str) -> NoReturn:
        raise LedgerError(
            Code.BAD_PART,
            written=written_at(self._words, at, stop),
            reason=reason,
            name=None if reason == "everyone" else self._words[at - 1].whom or Sender(),
            examples=(self._line.replaced(at, stop),),
        )

    def _perhaps_out(self, at: int, start: int) -> bool:
        """Tell whether a word seems to leave somebody out: `- @bob`, `except @bob`, `-bob`."""
        word = self._words[at]
        if seems_without(word):
            return self._is_payer(at + 1)
        return at > start and is_bare_out(word)

    def _refuse_out(self, at: int) -> NoReturn:
        """Raise BAD_PART with the reason `out`: whether somebody takes part is not guessed."""
        word = self._words[at]
        if word.low in _WITHOUT:
            named = self._words[at + 1]
            stop, instead = at + 2, [f"-{named.text}"]
            if word.low == "-":
                instead.append(named.text)
        else:
            stop, instead = at + 1, [f"-@{word.text[1:]}", f"\\{word.text}"]
        raise LedgerError(
            Code.BAD_PART,
            written=written_at(self._words, at, stop),
            reason="out",
            name=None,
            examples=tuple(self._line.replaced(at, stop, one) for one in instead),
        )

    # Clauses

    def _clause(self, at: int) -> tuple[int, bool] | None:
        """Take a clause; return the next index and whether a name stands before it, or None."""
        word = self._words[at]
        if word.escaped:
            return None
        if word.low in PAID:
            stop = self._paid(at) or self._paid_behind(at)
            return None if stop is None else (stop, True)
        if word.low == "on" and self._on is None:
            stop = self._date(at)
            return None if stop is None else (stop, False)
        if (category := category_of(word)) and self._category in (None, category):
            self._category = category  # The same once more says nothing new.
            return at + 1, False
        if self._is_note(at):
            self._note = self._line.note or None
            return len(self._words), False
        return None

    def _is_note(self, at: int) -> bool:
        return self._words[at].plain == "//" and at + 1 < len(self._words)

    def _date(self, at: int) -> int | None:
        try:
            found = date_at(self._words, at + 1, self._today)
        except LedgerError as error:
            correct_date(self._line, error, at + 1, self._today)
            raise
        if found is None:
            return None
        self._on, stop = found
        return stop

    def _paid(self, at: int) -> int | None:
        """Take the payers behind `paid` (or `paid by`); None when there are none."""
        next_at, stop = self._behind_paid(at), None
        while self._is_payer(next_at):
            whom = self._words[next_at].whom or Sender()
            paid = self._paid_minor(next_at + 1)
            if paid is None:
                if self._all_is_paid():
                    self._refuse_second(next_at, whom)
                    break
                self._rest_at = next_at + 1
            self._payers.append((whom, paid[0] if paid else None))
            next_at = stop = paid[1] if paid else next_at + 1
            if stop < len(self._words) and not self._names(stop) and _joins(self._words[stop]):
                next_at = stop + 1
        return stop

    def _paid_behind(self, at: int) -> int | None:
        """Take `@bob paid` and `@bob paid 1200`, where no description follows; else None."""
        named = at - 1
        if self._payers or self._names(at - 2) or not self._is_payer(named):
            return None
        if not self._participants or self._participants[-1][1] != EQUAL_PART:
            return None
        if at >= 2 and _joins(self._words[at - 2]):
            return None
        whom, minor, stop = self._participants[-1][0], None, at + 1
        if paid := self._part(stop):
            minor, stop = paid[0].value, paid[1]
            if paid[0].kind is not PartKind.EXACT:
                return None
        if stop < len(self._words) and not (self._names(stop) or self._begins_clause(stop)):
            return None
        self._participants.pop()
        self._payers.append((whom, minor))
        return stop

    def _behind_paid(self, at: int) -> int:
        by = at + 1 < len(self._words) and self._words[at + 1].low == "by"
        return at + 1 + by

    def _is_payer(self, at: int) -> bool:
        if not self._names(at):
            return False
        word = self._words[at]
        return not (word.out or word.everyone or _is_minus_me(word) or word.low == "all")

    def _all_is_paid(self) -> bool:
        """Tell whether the payers so far account for the whole amount."""
        amounts = [minor for _, minor in self._payers]
        return None in amounts or sum(minor or 0 for minor in amounts) == self._amount.minor

    def _refuse_second(self, second: int, whom: Whom) -> None:
        """Raise PAID_UNCLEAR where "and" joins a second payer without a number.

        Without a joining word the second name simply ends the clause and takes part.
        """
        before = self._words[second - 1]
        joined = before.joined or (before.whom is None and _joins(before))
        first = next((who for who, minor in self._payers if minor is None), None)
        if not joined or first is None:
            return
        half = Money(max(1, self._amount.minor // 2), self._amount.currency)
        examples = (self._line.replaced(self._rest_at, self._rest_at, write_number(half)),)
        raise LedgerError(Code.PAID_UNCLEAR, first=first, second=whom, examples=examples)

    def _paid_minor(self, at: int) -> tuple[int, int] | None:
        found = self._part(at)
        if found is None:
            return None
        part, stop = found
        if part.kind is PartKind.PERCENT:
            self._refuse_percent_paid(at, stop)
        if part.kind is not PartKind.EXACT:
            self._refuse_part(at, stop, "payer")
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
                start += _joins(self._words[found[1]])
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
            examples=(self._line.example(*texts),),
        )

    def _percent_at(self, at: int) -> tuple[int, int] | None:
        """Return the percentage behind a name, in ten-thousandths, and the index behind it."""
        if at >= len(self._words) or not self._is_payer(at - 1):
            return None
        part, stop = self._part(at) or (EQUAL_PART, at)
        return (part.value, stop) if part.kind is PartKind.PERCENT else None


def read_amount(line: Line, home: Currency) -> tuple[Money, str | None, int]:
    """Read the amount that begins a line, its sum as typed if it is one, and what follows.

    Raises the errors of `read_split` that concern the amount.
    """
    try:
        figure = figure_at(line.words, 0, home)
        if figure is None:
            raise LedgerError(Code.AMOUNT_MISSING, found=line.words[0].text if line.words else "")
        if figure.minor <= 0:
            amount = Money(figure.minor, figure.currency)
            written = written_at(line.words, 0, figure.stop)
            raise LedgerError(Code.AMOUNT_NOT_POSITIVE, written=written, amount=amount)
    except LedgerError as error:
        correct_amount(line, error, home)
        raise
    return Money(figure.minor, figure.currency), figure.arithmetic, figure.stop


def _is_minus_me(word: Word) -> bool:
    return word.low == "-me" and not word.escaped


def is_bare_out(word: Word) -> bool:
    """Tell whether a word is `-bob`, which perhaps leaves somebody out."""
    return not word.escaped and _BARE_OUT.match(word.low) is not None


def seems_without(word: Word) -> bool:
    """Tell whether a word before a name perhaps leaves it out: `-`, `except`."""
    return not word.escaped and word.low in _WITHOUT


def _joins(word: Word) -> bool:
    """Tell whether a word only joins the names around it: `and`, or a mark such as a comma."""
    return not word.escaped and (not word.low or word.low in CONNECTORS)


def category_of(word: Word) -> str | None:
    """Return the category that a `#word` says, in lower case, or None; `#12` says none."""
    found = _CATEGORY.match(word.plain) if word.plain[0] == "#" and not word.escaped else None
    if found is None or len(found[1]) > MAX_CATEGORY:
        return None
    return found[1].rstrip(".:").lower()


def _tidy(words: list[str]) -> str:
    """Join the description's words, without marks left over at its ends: `1200 - dinner, @bob`."""
    while words and not words[0].strip(_PUNCTUATION):
        words.pop(0)
    while words and not words[-1].rstrip(_PUNCTUATION):
        words.pop()
    return " ".join(words).rstrip(",:;")
