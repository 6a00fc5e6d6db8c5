"""One line of a bill, read as a small line of its own: how much it is, and whose."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from handlers.grammar.circle import Circle
from handlers.grammar.clauses.reading import read_clauses
from handlers.grammar.clauses.value import Clauses
from handlers.grammar.lexer import Line, Word, word_of
from handlers.grammar.literals.amounts import Figure
from handlers.grammar.natural.amounts.extras import PERCENT
from handlers.grammar.natural.amounts.places import COUNT, MEASURE, Place, places
from handlers.grammar.natural.amounts.prices import at_a_price
from handlers.grammar.natural.bills.counts import priced
from handlers.grammar.natural.bills.new_names import strangers_in
from handlers.grammar.natural.bills.numbers import amount_words, figure_in, is_unclear
from handlers.grammar.natural.bills.rows import Row
from handlers.grammar.natural.bills.whose import named_in
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.natural.phrases.taking import GAP
from handlers.grammar.natural.reading import prepared, read_natural, read_natural_change
from handlers.grammar.natural.turns.line import in_known_words
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.sense_words import Sense
from ledger.core.errors import LedgerError
from ledger.core.expense_line import Named, Paid
from ledger.core.money import Currency, Money


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a bill with an amount; `money` is below zero where it takes something off.

    `named` are those whose it is, each with their part of it; nobody where it is shared in
    proportion to the others. `percent` is so much of the others, whose sum is not known yet:
    `money` is 0 then. `said` is whether its currency is. `payers` paid it, or all, as the
    line says; `bare` is whether only names stand beside the amount, and `strangers` what may be
    names that we don't know. `is_total` is of one that says what all of it comes to, `is_extra`
    of a tip or the like; with `company` it was with those named. The amount `begins` the line
    or ends it, and `beside` are the other words. `on` and `category` are of all of the bill.
    What is said of who paid is of the item alone where it `pays_itself`: `cab home 22 chen paid`.
    It may be said to be `only` of those named.
    """

    money: Money
    written: str
    said: bool = False
    named: Named = ()
    payers: Paid = ()
    percent: Fraction = Fraction(0)
    bare: bool = False
    strangers: tuple[str, ...] = ()
    is_total: bool = False
    is_extra: bool = False
    company: bool = False
    begins: bool = False
    on: date | None = None
    category: str | None = None
    beside: tuple[Word, ...] = ()
    pays_itself: bool = False
    only: bool = False


@dataclass(frozen=True, slots=True)
class ItemReader:
    """Reads the lines of one bill among these people; `home` is the group's currency."""

    home: Currency
    today: date
    circle: Circle

    def read(self, row: Row, choice: int | None = None) -> list[Item]:
        """Return the items of a line, mostly one; none where it has no amount.

        Raises what `read_natural` raises, with examples of that line alone.
        """
        line = Line("split", None, row.words)
        line = prepared(in_known_words(line, self.circle), self.home, self.today, self.circle)
        line, payers = self._payer_apart(line)
        pieces = self._pieces(line)
        read = (self._item(piece, row, choice) for piece in pieces)
        items = [
            replace(
                item,
                payers=payers or item.payers,
                pays_itself=bool(item.payers and not (payers or item.named)),
            )
            for item in read
            if item is not None
        ]
        if len(items) < 2:
            return items
        named = next((item.named for item in items if item.named), ())
        texts = (" ".join(word.text for word in piece.words).rstrip(",;") for piece in pieces)
        return [
            replace(item, named=item.named or named, written=text)
            for item, text in zip(items, texts, strict=True)
        ]

    def weighs(self, row: Row) -> bool:
        """Tell whether a line counts things or nights beside a name: `2 beers bob`."""
        phrases = self.phrases(row.words)
        return any(_is_weight(phrases, place) for place in places(phrases, self.home, self.today))

    def phrases(self, words: tuple[Word, ...]) -> Phrases:
        """Return words to be asked who and what is named in them."""
        return Phrases(words, self.circle, self.home, self.today)

    def _payer_apart(self, line: Line) -> tuple[Line, Paid]:
        """Return a line without who paid behind its last comma: `15 pizza chen, bob paid`."""
        ends = [at for at, word in enumerate(line.words, 1) if _ends_list(word)]
        if not ends or ends[-1] == len(line.words):
            return line, ()
        clauses = self.clauses(line.words[ends[-1] :])
        if not clauses.payers or clauses.description or clauses.participants:
            return line, ()
        return replace(line, words=line.words[: ends[-1]]), clauses.payers

    def clauses(self, words: tuple[Word, ...]) -> Clauses:
        """Return what words say without an amount; only a description where that is refused."""
        line = Line("split", None, words)
        kept = Money(1, self.home)
        try:
            natural = read_natural_change(line, kept, self.today, self.circle)
            return read_clauses(natural.line, self.home, self.today, kept)
        except LedgerError:
            return Clauses(description=" ".join(word.text for word in words))

    def _numbers(self, words: tuple[Word, ...]) -> list[Place]:
        """Return the numbers that may be an amount, whoever's name stands beside them."""
        phrases = self.phrases(words)
        found = [
            place
            for place in places(phrases, self.home, self.today)
            if place.owner not in (COUNT, MEASURE) and not _is_weight(phrases, place)
        ]
        if not found and words and "." in words[0].plain:  # "1.01 pasta" is no day.
            figure = figure_in(words, 0, self.home)
            found = [] if figure is None else [Place(0, figure)]
        return found

    def _pieces(self, line: Line) -> list[Line]:
        """Return the items of `Bob 20 pasta, 5 water`: each has one number, and what it is for."""
        pieces: list[list[Word]] = [[]]
        for word in line.words:
            pieces[-1].append(word)
            if _ends_list(word):
                pieces.append([])
        lines = [replace(line, words=tuple(words)) for words in pieces if words]
        for piece in lines:
            phrases = self.phrases(piece.words)
            known = [at for at in range(len(piece.words)) if phrases.person(at) is not None]
            if len(self._numbers(piece.words)) != 1 or len(known) + 1 >= len(piece.words):
                return [line]
        return lines

    def _item(self, line: Line, row: Row, choice: int | None) -> Item | None:
        phrases = self.phrases(line.words)
        if (percent := _percentage(phrases)) is not None:
            return Item(Money(0, self.home), row.told, percent=percent, is_extra=True)
        sign = -1 if _reduces(phrases) else 1
        if (taken := self._below_zero(line)) is not None:
            line, sign = taken, -1
        line = priced(at_a_price(line, self.circle), self.home, self.today, self.circle)
        apart = self._amount_apart(line)
        if apart is None:
            return None
        number, beside = apart
        line = replace(line, words=(*number, GAP, *beside)) if number else line
        natural = read_natural(line, self.home, self.today, self.circle, choice)
        clauses = read_clauses(natural.line, self.home, self.today)
        assert clauses.amount is not None
        named = named_in(clauses, natural.rewritten, self.circle)
        times = len(named) or 1 if natural.rewritten.each else 1
        label = self.phrases(tuple(map(word_of, (clauses.description or "").split())))
        extra = sign < 0 or any(label.role(at, Role.EXTRA) for at in range(len(label.words)))
        return Item(
            Money(sign * times * clauses.amount.minor, clauses.amount.currency),
            row.told,
            said=clauses.currency is not None,
            named=named,
            payers=clauses.payers,
            bare=all(label.person(at) is not None for at in range(len(label.words))),
            strangers=() if extra else strangers_in(self.phrases(beside), bool(named)),
            is_total=not named and _is_total(label),
            is_extra=extra,
            company=natural.rewritten.company,
            begins=row.words[0].plain.lstrip("-+")[:1].isdigit(),
            on=clauses.on,
            category=clauses.category,
            beside=beside,
            only=natural.rewritten.only,
        )

    def _below_zero(self, line: Line) -> Line | None:
        """Return a line with `-5` at one of its ends without the minus, before the rest."""
        for at in {0, len(line.words) - 1}:
            figure = figure_in(line.words, at, self.home)
            if line.words[at].plain[0] == "-" and figure is not None and figure.minor < 0:
                rest = (*line.words[:at], *line.words[figure.stop :])
                amount = amount_words(replace(figure, minor=-figure.minor), self.home)
                return replace(line, words=(*amount, GAP, *rest))
        return None

    def _amount_apart(self, line: Line) -> tuple[tuple[Word, ...], tuple[Word, ...]] | None:
        """Return the words of a line's only number, and the others; None where it has none.

        That is the amount, whoever's name stands before it. Of several the first is empty.
        """
        phrases = self.phrases(line.words)
        found = self._numbers(line.words)
        if not found and is_unclear(line.words, 0, self.home):
            return (), line.words[1:]
        if not found:
            return None
        at, figure = found[0].at, found[0].figure
        if len(found) > 1 or figure.arithmetic:
            return (), (*line.words[:at], *line.words[figure.stop :])
        each = phrases.role(figure.stop, Role.EACH) or figure.stop
        before = line.words[: at - (at > 0 and phrases.role(at - 1, Role.FOR) == at)]
        number = amount_words(figure, None if _says(line, figure, at) else self.home)
        return (*number, *line.words[figure.stop : each]), (*before, *line.words[each:])


def _ends_list(word: Word) -> bool:
    return word.joined or word.plain[-1:] in (",", ";")


def _says(line: Line, figure: Figure, at: int) -> bool:
    """Tell whether a number's currency is written with it."""
    written = "".join(word.plain for word in line.words[at : figure.stop]).lower().rstrip("kx")
    return any(char.isalpha() or not char.isascii() for char in written)


def _is_weight(phrases: Phrases, place: Place) -> bool:
    """Tell whether a number counts nights or the like beside a name, and is no amount."""
    _, unit = phrases.counted(place.at)
    named = phrases.is_named_before(place.at) or phrases.person(unit) is not None
    return bool(unit) and named


def _percentage(phrases: Phrases) -> Fraction | None:
    """Return what a row adds, or takes off below zero, in percent: `tip 10%`, `10% discount`."""
    words = phrases.words
    found = [said for word in words if (said := PERCENT.match(word.plain.lstrip("+-")))]
    label = any(phrases.role(at, Role.EXTRA) for at in range(len(words)))
    reduces = _reduces(phrases)
    if len(found) != 1 or not (label or reduces):
        return None
    return Fraction(found[0][1]) * (-1 if reduces else 1)


def _reduces(phrases: Phrases) -> bool:
    return any(phrases.is_a(at, Sense.REDUCTION) for at in range(len(phrases.words)))


def _is_total(label: Phrases) -> bool:
    """Tell whether words say that an amount is of all, and nothing else."""
    words = label.words
    totals = [at for at in range(len(words)) if label.is_a(at, Sense.TOTAL)]
    return bool(totals) and all(
        at in totals or label.role(at, Role.IT_WAS, Role.ARTICLE) or not word.low
        for at, word in enumerate(words)
    )
