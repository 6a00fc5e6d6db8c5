"""Whatever is typed is read or refused, soon, and says what it said when written back."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from handlers.grammar.commands.history_line import read_filter
from handlers.grammar.commands.member_line import read_members, read_merge, read_role, read_whom
from handlers.grammar.commands.setting_line import read_currency_choice, read_switch
from handlers.grammar.commands.settle_line import read_settle
from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import Line, from_text
from handlers.grammar.literals.entry_numbers import read_number
from handlers.grammar.printer import write_split
from ledger.core.errors import Code, LedgerError
from ledger.core.expense_line import ExpenseLine
from ledger.core.members import Name, Person, Sender, UserId
from ledger.core.money import MAX_MINOR, Currency, Money, currency
from ledger.core.shares import Part, PartKind
from tests.handlers.grammar.reading import INR, TODAY
from tests.handlers.grammar.typed import TEXTS

CURRENCIES = st.sampled_from([currency(code) for code in ("INR", "JPY", "KWD", "USD", "SEK")])
MARK = Person(UserId(7), "Meera", username="meera")


@given(TEXTS, CURRENCIES)
@example("(" * 99, INR)
@example("1'", INR)
@example("1\ud800", INR)
@example('1200 @"Aunt @all "', INR)
def test_a_line_is_read_or_refused(text: str, home: Currency) -> None:
    read = outcome(lambda line: read_split(line, home, TODAY), f"/split {text}")
    if isinstance(read, LedgerError):
        assert all(shown.startswith("/split") for shown in examples_of(read))
    else:
        assert isinstance(read, ExpenseLine)
        assert 0 < read.amount.minor <= MAX_MINOR
        assert sum(minor is None for _, minor in read.payers) <= 1
        again = read_split(from_text(f"/split {write_split(read, home)}"), home, TODAY)
        assert plainly_spaced(again) == plainly_spaced(read)


def outcome(read: Callable[[Line], object], text: str) -> object:
    try:
        return read(from_text(text))
    except LedgerError as error:
        return error


def examples_of(error: LedgerError) -> tuple[str, ...]:
    examples = error.details["examples"]
    assert isinstance(examples, tuple)
    amount = error.details.get("amount")
    came_back = error.code is Code.AMOUNT_NOT_POSITIVE and getattr(amount, "minor", 0) < 0
    assert examples or came_back
    return examples


def plainly_spaced(line: ExpenseLine) -> ExpenseLine:
    """Return the line with `_` for the spaces of names, which mean the same."""

    def plain(whom: Name | Sender) -> Name | Sender:
        return Name("_".join(whom.text.split())) if isinstance(whom, Name) else whom

    return replace(
        line,
        participants=tuple((plain(whom), part) for whom, part in line.participants),
        left_out=tuple(map(plain, line.left_out)),
        payers=tuple((plain(whom), minor) for whom, minor in line.payers),
    )


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 45), st.integers(1, 9)), max_size=4))
def test_marks_anywhere_are_survived(text: str, marks: list[tuple[int, int]]) -> None:
    line = from_text(text, [(offset, length, MARK) for offset, length in marks])
    assert all("\U000f0000" not in word.text for word in line.words)
    assert sum(isinstance(word.whom, Name) and word.whom.person == MARK for word in line.words) <= 4


@given(TEXTS)
def test_other_commands_read_or_refuse(text: str) -> None:
    readers: list[Callable[[Line], object]] = [
        lambda line: read_settle(line, INR, TODAY),
        lambda line: read_filter(line, TODAY, INR),
        *(read_members, read_merge, read_role, read_whom, read_number),
        *(read_switch, read_currency_choice),
    ]
    for read in readers:
        read_or_refused = outcome(read, f"/command {text}")
        if isinstance(read_or_refused, LedgerError):
            examples_of(read_or_refused)


MINOR = st.integers(1, 10**9)
PARTS = st.one_of(
    st.just(Part(PartKind.EQUAL)),
    st.integers(0, 10**9).map(lambda minor: Part(PartKind.EXACT, minor)),
    st.integers(0, 10**7).map(lambda value: Part(PartKind.PERCENT, value)),
    st.integers(0, 10**7).map(lambda value: Part(PartKind.SHARES, value)),
    st.integers(-(10**9), 10**9).map(lambda minor: Part(PartKind.ADJUST, minor)),
)
WHOM = st.one_of(
    st.just(Sender()), st.sampled_from(["bob", "chen", "O'Brien", "me", "दीदी", "a.b"]).map(Name)
)
DESCRIBED = (
    "dinner on paid me all by @home #x #12 // - -me and fish EUR 5 x2 16 feb 2024-02-16 yesterday"
    " \\ \\on it's last mon 1/3"
)
SEVERAL_PAY = st.builds(
    lambda fixed, rest, at: (*fixed[:at], *((who, None) for who in rest), *fixed[at:]),
    st.lists(st.tuples(WHOM, st.integers(0, 10**6)), min_size=1, max_size=3).map(tuple),
    st.lists(WHOM, max_size=1).map(tuple),
    st.integers(0, 3),
)
"""Several who paid, one of them perhaps the rest."""
WORDS = st.sampled_from(DESCRIBED.split(" "))
EXPENSES = st.builds(
    ExpenseLine,
    amount=st.builds(Money, MINOR, CURRENCIES),
    description=st.lists(WORDS, max_size=6).map(lambda words: " ".join([*words, "tea"])),
    participants=st.lists(st.tuples(WHOM, PARTS), max_size=3).map(tuple),
    everyone=st.booleans(),
    left_out=st.lists(WHOM, max_size=2).map(tuple),
    payers=st.just(()) | st.tuples(st.tuples(WHOM, st.none() | MINOR)) | SEVERAL_PAY,
    on=st.none() | st.dates(TODAY.replace(year=1970), TODAY.replace(year=2190)),
    category=st.none() | st.sampled_from(["food", "खाना"]),
    note=st.none() | st.sampled_from(["x // y", "@bob paid"]),
)


@given(EXPENSES, CURRENCIES)
def test_an_expense_written_is_read_as_itself(line: ExpenseLine, home: Currency) -> None:
    trimmed = replace(line, description=line.description.lstrip("- "))
    written = write_split(trimmed, home)
    read = read_split(from_text(f"/split {written}"), home, TODAY)
    assert replace(read, payers=()) == replace(trimmed, payers=())
    assert sorted(read.payers, key=repr) == sorted(trimmed.payers, key=repr)


@contextmanager
def stopped_when_it_hangs() -> Iterator[None]:
    """Fail what takes more than a second of the processor, however busy the machine is.

    All of it takes milliseconds; what backtracks or grows with the square takes for ever.
    """

    def hangs(*_: object) -> None:
        raise AssertionError("it hangs")

    before = signal.signal(signal.SIGVTALRM, hangs)
    signal.setitimer(signal.ITIMER_VIRTUAL, 1.0)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


@pytest.mark.parametrize(
    "text",
    [
        *("me " * 1400, "all " * 1000 + "x", "@a" * 2000, "@a," * 1400, "\n" * 4096, "\n " * 2000),
        *("(" * 4096, "1+" * 2048, "9" * 4096, "1," * 2048, "1." * 2048 + "x", "'" * 4096),
        *("paid @b and " * 300, "on 16 " * 600, "#a" * 2000, "-" * 4096, '@"' * 2000, "@" * 4096),
        *("( 1 " * 1000, "x " * 2000, "\\" * 4096, "and " * 1000, "// " * 1300, "@a'" * 1300),
        *("१" * 4096, "\u200d" * 4096, "@\u200da" * 1300, "₹" * 4096, "@a-" * 1300 + "1"),
    ],
    ids=lambda text: repr(text[:8]),
)
def test_nothing_hangs(text: str) -> None:
    for typed in (text, f"5 {text}", f"5 {text}\n/x"):
        with stopped_when_it_hangs(), suppress(LedgerError):
            line = read_split(from_text(f"/split {typed[:4096]}"), INR, TODAY)
            write_split(line, INR)
