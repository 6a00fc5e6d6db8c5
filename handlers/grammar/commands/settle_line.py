"""/settle's line: `@alice`, `@alice 1900`, or `@bob @alice 1900 on friday // cash`.

It moves money, so nothing in it is read as anything but what it plainly is: what is left
over is asked back about, and words of one's own stand behind `//`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Line, Word, from_text
from handlers.grammar.literals.amounts import Figure, figure_at, write_money, written_at
from handlers.grammar.literals.dates import correct_date, date_at
from handlers.grammar.natural.crowds import is_endless, refuse_crowds
from handlers.grammar.natural.payments.payments import read_natural_payment
from handlers.grammar.printer import write_whom
from handlers.grammar.suggestions import correct_number
from ledger.core.entries import Contents
from ledger.core.errors import Code, LedgerError
from ledger.core.expense_line import PaymentLine
from ledger.core.members import Name, Sender, Whom
from ledger.core.money import Currency, Money, exponent

_FILLERS = frozenset(
    {"with", "up", "to", "paid", "pays", "pay", "gave", "gives", "and", "->", "→", ">", "=>"}
)
_WHOSE = frozenset({"my", "his", "her", "their", "the", "due", "dues", "share", "total"})
"""Words about what somebody owes that say no more than its amount: `bob cleared his 500`."""
_SENDER = frozenset({"me", "i"})
_ALL_OF_IT = frozenset({"all", "everything", "rest", "remainder"})
_UNTOLD = frozenset({"half", "nothing", "anything", "dont", "don't", "didn't", "didnt"})
"""What an amount can't be read from: `half of what i owe`."""


@dataclass(frozen=True, slots=True)
class Settlement:
    """What /settle's words say.

    Without `amount` it is all that the plan says, without `on` today; `note` is what follows
    `//`.
    """

    payer: Whom
    payee: Whom
    amount: Money | None
    note: str | None = None
    on: date | None = None


def asks_for_plan(line: Line) -> bool:
    """Tell whether /settle stands alone, or in words that name nobody: `/settle up`."""
    return all(
        word.everyone or word.low in {"up", *_ALL_OF_IT, "everyone", "everybody"}
        for word in line.words
    )


def read_settle(
    line: Line, home: Currency, today: date, circle: Circle | None = None
) -> Settlement:
    """Read /settle's words, where there are any; `home` is the group's currency.

    One name is the payee and the sender pays; of two, the first paid the second, whatever
    stands between (`to`, `paid`, an arrow). The amount may stand anywhere. In an answer to
    somebody's message, an amount alone is paid to that person. Names that begin the line,
    and a single one, may be written without their @; with `circle` all of them, and `from`
    and `paid` say the direction.

    Raises LedgerError, each with `examples: tuple[str, ...]`: the errors of
    `amounts.figure_at`; AMOUNT_NOT_POSITIVE(written, amount: Money);
    PAYMENT_UNCLEAR(written: str, the words or further numbers that are left over);
    NAME_MISSING(found: str) where nobody is named; TOO_MANY_NAMES(most: int);
    BAD_DATE(written, readings) as in `dates.date_at`; ONE_COMMAND(second: str);
    LINE_CROWDED as in `crowds`.
    """
    line.check_single()
    typed = written_at(line.words, 0, len(line.words))
    if circle is not None:
        refuse_crowds(line, circle)
    if circle is not None and not is_endless(line):
        line = read_natural_payment(line, home, today, circle)
    try:
        return _Reader(line, home, today, in_words=circle is not None).read()
    except LedgerError as error:
        if error.code is Code.PAYMENT_UNCLEAR and not error.details["examples"] and circle:
            error.details["written"] = typed
        raise


def write_payment(line: PaymentLine, contents: Contents, home: Currency) -> str:
    """Write a payment as /settle's words, without the command and the date."""
    names = [write_whom(whom) for whom in (line.payer, line.payee) if whom is not None]
    note = ["//", " ".join(contents.note.split())] if contents.note else []
    return " ".join([*names, write_money(contents.amount, home), *note])


@dataclass(slots=True)
class _Payment:
    """One amount and the names before it, as an example shows them."""

    names: list[Whom] = field(default_factory=list)
    amount: Money | None = None


class _Reader:
    """Reads one line from left to right."""

    def __init__(self, line: Line, home: Currency, today: date, *, in_words: bool) -> None:
        self._line = line
        self._in_words = in_words
        self._home = home
        self._today = today
        self._names: list[Whom] = []
        self._payments = [_Payment()]
        self._left_over: list[str] = []
        self._on: date | None = None

    def read(self) -> Settlement:
        """Read the line."""
        words = self._line.words
        at, leading = 0, True
        while at < len(words):
            word = words[at]
            if word.plain == "//" and at + 1 < len(words):
                break
            whom = _whom(word)
            if whom is None and leading and _is_bare_name(word):
                whom = Name(word.text.rstrip(",;:"))
            elif whom is not None:
                leading = False
            if whom is not None:
                self._name(whom)
                at += 1
            else:
                leading = leading and word.low in _FILLERS
                at = self._other(at)
        if not self._names and self._left_over and not self._line.replied:
            self._name(Name(self._left_over.pop(0)))
        return self._settlement()

    def _name(self, whom: Whom) -> None:
        self._names.append(whom)
        if self._payments[-1].amount is not None:
            self._payments.append(_Payment())
        self._payments[-1].names.append(whom)

    def _other(self, at: int) -> int:
        """Take what is no name; return the index behind it."""
        word = self._line.words[at]
        if _is_all(word) or word.low in _FILLERS | _WHOSE:
            return at + 1  # "All" is all that is owed: as without an amount.
        if word.low == "on" and self._on is None and (dated := self._dated(at + 1)):
            self._on, stop = dated
            return stop
        figure = _figure(self._line, at, self._home)
        if figure is None:
            self._left_over.append(word.text)
            return at + 1
        if self._payments[-1].amount is not None:
            self._payments.append(_Payment(list(self._payments[-1].names)))
        self._payments[-1].amount = Money(figure.minor, figure.currency)
        return figure.stop

    def _dated(self, at: int) -> tuple[date, int] | None:
        try:
            return date_at(self._line.words, at, self._today)
        except LedgerError as error:
            correct_date(self._line, error, at, self._today)
            raise

    def _settlement(self) -> Settlement:
        amounts = [one.amount for one in self._payments if one.amount is not None]
        if len(amounts) > 1 or self._left_over:
            raise self._unclear(amounts)
        names = self._names or ([self._line.replied] if self._line.replied else [])
        if len(names) > 2:
            examples = self._made_up(self._line.example("@bob", "@alice", "1900"))
            if self._in_words and isinstance(names[-1], Sender) and not self._is_edit:
                # "bob and chen paid me": a line for each of them.
                examples = tuple(
                    self._example(_Payment([one, names[-1]]), "") for one in names[:-1]
                )
            raise LedgerError(Code.TOO_MANY_NAMES, most=2, examples=examples)
        if not names:
            words = self._line.words
            everybody = [word.text for word in words if _is_all(word)]
            others = (word.text for word in words if not _is_all(word))
            examples = self._made_up(self._line.example("@alice", *others))
            found = everybody[0] if everybody else written_at(words, 0, len(words))
            raise LedgerError(Code.NAME_MISSING, found=found, examples=examples)
        payer, payee = (Sender(), names[0]) if len(names) == 1 else (names[0], names[1])
        amount = amounts[0] if amounts else None
        return Settlement(payer, payee, amount, self._line.note or None, self._on)

    def _unclear(self, amounts: list[Money]) -> LedgerError:
        """Return PAYMENT_UNCLEAR, with a line for each of several amounts."""
        self._keep_each_once()
        untold = _UNTOLD & {word.casefold() for word in self._left_over}
        if self._in_words and (untold or self._names_nobody_to_pay()):
            # "half of what i owe" is no amount that a line could say.
            left = " ".join(self._left_over)
            return LedgerError(Code.PAYMENT_UNCLEAR, written=left, examples=())
        written = " ".join(self._left_over) or write_money(amounts[-1], self._home)
        note = f"// {' '.join(self._left_over)}" if self._left_over else ""
        examples = [self._example(one, note) for one in self._payments if one.amount]
        if self._on is None and (meant := self._date_meant()) and len(amounts) == 1:
            self._on = meant
            examples.insert(0, self._example(self._payments[0], ""))
        if not (self._names or self._line.replied):
            examples = [*self._made_up(*examples)]
        if not examples and not self._is_edit:
            asked = Money(500 * 10 ** exponent(self._home), self._home)
            examples = [
                self._example(_Payment(self._names, asked), ""),
                self._example(_Payment(self._names), note),
            ]
        return LedgerError(Code.PAYMENT_UNCLEAR, written=written, examples=tuple(examples))

    def _keep_each_once(self) -> None:
        self._names = list(dict.fromkeys(self._names))
        for one in self._payments:
            one.names = list(dict.fromkeys(one.names))

    def _names_nobody_to_pay(self) -> bool:
        """Tell whether nobody is named but whoever writes."""
        return (
            bool(self._names)
            and not self._line.replied
            and all(isinstance(name, Sender) for name in self._names)
        )

    @property
    def _is_edit(self) -> bool:
        return self._line.command == "edit"

    def _made_up(self, *examples: str) -> tuple[str, ...]:
        """Return examples with names of nobody here; of an entry's line nothing is made up."""
        return () if self._is_edit else examples

    def _date_meant(self) -> date | None:
        """Return the date that all left-over words are, written without `on`."""
        words = from_text(" ".join(self._left_over)).words
        try:
            found = date_at(words, 0, self._today)
        except LedgerError:
            return None
        return found[0] if found and found[1] == len(words) else None

    def _example(self, payment: _Payment, note: str) -> str:
        names = payment.names or ([] if self._line.replied else [Name("alice")])
        amount = write_money(payment.amount, self._home) if payment.amount else ""
        on = f"on {self._on.isoformat()}" if self._on else ""
        return self._line.example(*map(write_whom, names[:2]), amount, on, note)


def with_amount(line: Line, amount: str) -> str:
    """Return a line to copy with an amount where it says none, or `all`."""
    words = [word.text for word in line.words if not _is_all(word)]
    at = words.index("//") if "//" in words else len(words)
    return line.example(*words[:at], amount, *words[at:])


def _is_all(word: Word) -> bool:
    return word.everyone or word.low in _ALL_OF_IT


def _whom(word: Word) -> Whom | None:
    return Sender() if word.whom is None and word.low in _SENDER else word.whom


def _is_bare_name(word: Word) -> bool:
    """Tell whether a word that begins a line may be a name without its @."""
    plain = word.low.replace("_", "").replace("-", "").replace("'", "")
    return (
        not word.everyone and not word.escaped and word.low not in {*_FILLERS, *_ALL_OF_IT, "on"}
        and bool(plain) and not plain[0].isdigit() and plain.isalnum()
    )  # fmt: skip


def _figure(line: Line, at: int, home: Currency) -> Figure | None:
    try:
        figure = figure_at(line.words, at, home)
        if figure is not None and figure.minor <= 0:
            written = written_at(line.words, at, figure.stop)
            amount = Money(figure.minor, figure.currency)
            raise LedgerError(Code.AMOUNT_NOT_POSITIVE, written=written, amount=amount)
    except LedgerError as error:
        correct_number(line, error, at, home)
        raise
    return figure
