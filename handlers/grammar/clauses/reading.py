"""Reading a line's clauses, which come in any order; unclaimed words are the description.

A keyword without what it needs is description; so is a second `#category` or `on DATE`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from handlers.grammar.clauses.payers import Payers
from handlers.grammar.clauses.sentence import EACH, Sentence, is_minus_me, joins
from handlers.grammar.clauses.value import Clauses
from handlers.grammar.keywords import PAID, category_of
from handlers.grammar.lexer import Line
from handlers.grammar.literals import currencies
from handlers.grammar.literals.amounts import figure_at, written_at
from handlers.grammar.literals.dates import correct_date, date_at
from handlers.grammar.suggestions import correct_amount
from ledger.core.errors import Code, LedgerError
from ledger.core.members import Sender, Whom
from ledger.core.money import Currency, Money
from ledger.core.shares import EQUAL_PART, Part

_PUNCTUATION = "-–—:,;|="
_LONE = frozenset({",", ";"})
"""Marks that say nothing by themselves, wherever they were left."""


def read_clauses(line: Line, home: Currency, today: date, kept: Money | None = None) -> Clauses:
    """Read an expense's words; `home` is the currency where none is written.

    Without `kept` the amount must begin the line. `kept` is the amount of the entry that the
    line changes: then an amount, or a currency alone, may begin it, and the parts and payers
    of a line without an amount are read as of `kept`.

    Raises what `split_line.read_split` raises.
    """
    line.check_single()
    return _Reader(line, home, today, kept).read()


class _Reader:
    """Reads one line from left to right; what each clause claims goes into its own list."""

    def __init__(self, line: Line, home: Currency, today: date, kept: Money | None) -> None:
        self._line = line
        self._words = line.words
        self._today = today
        self._participants: list[tuple[Whom, Part]] = []
        self._left_out: list[Whom] = []
        self._everyone = False
        self._on: date | None = None
        self._category: str | None = None
        self._note: str | None = None
        self._description: list[str] = []
        self._begun, start = _beginning(line, home, kept)
        amount = self._begun.amount or kept
        assert amount is not None  # Where nothing is kept an amount is required.
        currency = self._begun.currency or amount.currency
        self._sentence = Sentence(line, start, currency, today)
        self._payers = Payers(self._sentence, Money(amount.minor, currency))

    def read(self) -> Clauses:
        """Read the line."""
        sentence = self._sentence
        at, behind_name = sentence.start, False
        while at < len(self._words):
            word = self._words[at]
            if sentence.names(at):
                at, behind_name = self._name(at), True
            elif sentence.perhaps_out(at):
                sentence.refuse_out(at)
            elif behind_name and joins(word) and sentence.names(at + 1):
                at += 1
            elif claimed := self._clause(at):
                at, behind_name = claimed
            else:
                self._description.append(word.text)
                at, behind_name = at + 1, False
        return replace(
            self._begun,
            description=_tidy(self._description) or None,
            participants=tuple(self._participants),
            everyone=self._everyone,
            left_out=tuple(self._left_out),
            payers=tuple(self._payers.found),
            on=self._on,
            category=self._category,
            note=self._note,
        )

    def _name(self, at: int) -> int:
        """Take a name and the part behind it; return the index of the next word."""
        sentence, word = self._sentence, self._words[at]
        if word.out or is_minus_me(word):
            self._left_out.append(word.whom or Sender())
            return at + 1
        if word.everyone or (word.whom is None and word.low == "all"):
            self._everyone = True
            if part_of_all := sentence.part(at + 1):
                sentence.refuse_part(at + 1, part_of_all[1], "everyone")
            return at + 1
        part, stop = sentence.part(at + 1) or (EQUAL_PART, at + 1)
        if part != EQUAL_PART and stop < len(self._words) and self._words[stop].low in EACH:
            sentence.refuse_each(at, stop)
        self._participants.append((word.whom or Sender(), part))
        return stop

    def _clause(self, at: int) -> tuple[int, bool] | None:
        """Take a clause; return the next index and whether a name stands before it, or None."""
        word = self._words[at]
        if word.escaped:
            return None
        if word.low in PAID:
            stop = self._payers.take(at) or self._payers.take_behind(at, self._participants)
            return None if stop is None else (stop, True)
        if word.low == "on" and self._on is None:
            stop = self._date(at)
            return None if stop is None else (stop, False)
        if (category := category_of(word)) and self._category in (None, category):
            self._category = category  # The same once more says nothing new.
            return at + 1, False
        if self._sentence.is_note(at):
            self._note = self._line.note or None
            return len(self._words), False
        return None

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


def _beginning(line: Line, home: Currency, kept: Money | None) -> tuple[Clauses, int]:
    """Read the amount, or the currency alone, that begins a line; and the index behind it."""
    if kept is None or _has_amount(line, home):
        amount, arithmetic, stop = read_amount(line, home)
        written = amount.currency if amount.currency != home else _said(line, stop, home)
        return Clauses(amount, written, arithmetic), stop
    first = line.words[0] if line.words else None
    if first is None or first.whom is not None or first.escaped or first.everyone:
        return Clauses(), 0
    currency = currencies.apart(first.plain.rstrip(",;:."), home)
    return Clauses(currency=currency), int(currency is not None)


def _has_amount(line: Line, home: Currency) -> bool:
    try:
        return figure_at(line.words, 0, home) is not None
    except LedgerError:
        return True


def _said(line: Line, stop: int, home: Currency) -> Currency | None:
    """Return the home currency where the words of an amount say it: `80 INR`."""
    written = "".join(word.plain for word in line.words[:stop])
    return home if any(char.isalpha() or not char.isascii() for char in written) else None


def read_amount(line: Line, home: Currency) -> tuple[Money, str | None, int]:
    """Read the amount that begins a line, its sum as typed if it is one, and what follows.

    Raises the errors of `read_split` that concern the amount.
    """
    try:
        figure = figure_at(line.words, 0, home)
        if figure is None:
            raise LedgerError(Code.AMOUNT_MISSING, found=_no_amount(line))
        if figure.minor <= 0:
            amount = Money(figure.minor, figure.currency)
            written = written_at(line.words, 0, figure.stop)
            raise LedgerError(Code.AMOUNT_NOT_POSITIVE, written=written, amount=amount)
    except LedgerError as error:
        correct_amount(line, error, home)
        raise
    return Money(figure.minor, figure.currency), figure.arithmetic, figure.stop


def _no_amount(line: Line) -> str:
    """Return the word that is no amount: the first with more than digits, or the first of all."""
    words = [word for word in line.words if word.whom is None and not word.escaped]
    numbers = (
        word.text
        for word in words
        if any(map(str.isdigit, word.plain)) and not word.plain.rstrip(",;.").isdigit()
    )
    first = line.words[0].text if line.words else ""
    return next(numbers, first).rstrip(",;")


def _tidy(words: list[str]) -> str:
    """Join the description's words, without marks left over at its ends: `1200 - dinner, @bob`."""
    while words and not words[0].strip(_PUNCTUATION):
        words.pop(0)
    while words and not words[-1].rstrip(_PUNCTUATION):
        words.pop()
    return " ".join(word for word in words if word not in _LONE).rstrip(",:;،؛")
