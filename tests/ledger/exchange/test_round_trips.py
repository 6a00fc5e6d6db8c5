"""What goes out comes back: all that people can see of a book."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from ledger.core.clock import MovableClock
from ledger.core.errors import LedgerError
from ledger.core.expense_line import ExpenseLine
from ledger.core.members import MemberId, Name
from ledger.core.money import Currency, Money
from ledger.core.shares import EQUAL_PART, Part, PartKind
from ledger.exchange.documents import write
from ledger.exchange.foreign_book import ForeignBook
from ledger.exchange.formats.defusing import armed, defused
from ledger.exchange.formats.recognition import read
from ledger.reports import history, statements
from ledger.storage.database import Store
from ledger.upkeep.audit import audit
from tests.ledger.chat import ASHA, BOB, INR, Chat, expense
from tests.ledger.conftest import MONDAY
from tests.ledger.exchange.crossing import exported, imported, undone
from tests.stores import opened

_KWD, _JPY = Currency("KWD"), Currency("JPY")
_NAMES = ["asha", "bob", "new_one", "Aunt"]
_chats = count(-10_000, -1)

texts = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12) | (
    st.sampled_from(["=1+1", "@sum", "'-x", "''=", "a;b;c;d;e;f,g", 'a "q"\r\nb', "\t", "+", "'"])
)
names = st.sampled_from(_NAMES)
money = st.builds(Money, st.integers(1, 5_000), st.sampled_from([INR, _KWD, _JPY]))
parts = st.one_of(
    st.just(EQUAL_PART),
    st.builds(Part, st.just(PartKind.SHARES), st.integers(1, 30_000)),
    st.builds(Part, st.just(PartKind.PERCENT), st.integers(0, 500_000)),
    st.builds(Part, st.just(PartKind.ADJUST), st.integers(-50, 50)),
)
named = st.dictionaries(names, parts, max_size=3).map(
    lambda found: tuple((Name(name), part) for name, part in found.items())
)
payers = st.sampled_from(
    [
        (),
        ((Name("bob"), None),),
        ((Name("asha"), 1), (Name("new_one"), None)),
        ((Name("bob"), 0), (Name("asha"), None)),
    ]
)
lines = st.builds(
    ExpenseLine,
    money,
    description=texts,
    participants=named,
    everyone=st.booleans(),
    left_out=st.sampled_from([(), (Name("bob"),)]),
    payers=payers,
    on=st.none() | st.dates(date(2020, 1, 1), date(2026, 1, 1)),
    category=st.none() | texts,
    note=st.none() | texts,
    refund=st.booleans(),
)
settled = st.tuples(names, names, money)
deleted = st.integers(1, 8)
said = st.lists(st.one_of(lines, lines, settled, deleted), min_size=1, max_size=8)


@pytest.fixture(scope="module")
def books(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("exchange") / "book.db"
    shutil.copy(migrated_file, path)
    with opened(f"sqlite:///{path}", MovableClock(MONDAY)) as store:
        yield store
        assert audit(store) == ()


def _chat(books: Store) -> Chat:
    return Chat(books, MovableClock(MONDAY), chat_id=next(_chats))


def _filled(books: Store, things: list[object]) -> Chat:
    chat = _chat(books)
    chat.join(ASHA, BOB)
    with chat.open(ASHA) as book:
        book.people.add_guest("Aunt")
    for thing in things:
        with suppress(LedgerError):
            if isinstance(thing, ExpenseLine):
                chat.split(ASHA, thing)
            elif isinstance(thing, tuple):
                chat.settle(ASHA, *thing)
            elif isinstance(thing, int):
                chat.delete(ASHA, thing)
    return chat


def _seen(chat: Chat, places: dict[MemberId, int]) -> tuple[object, ...]:
    """All that people see of a book, with members by their places."""
    with chat.open() as book:
        sheet = statements.balance(book)
        page = history.page(book, size=100)
    balances = [
        (of.currency, [(places[who], net) for who, net in of.nets]) for of in sheet.currencies
    ]
    shown = []
    for entry in page.entries:
        contents = entry.contents
        shares = [(places[s.member], s.paid_minor, s.owed_minor, s.part) for s in contents.shares]
        said = (contents.description, contents.category, contents.note, contents.on)
        kind = (contents.kind, contents.amount, contents.is_refund, entry.deleted)
        shown.append((entry.number, *said, *kind, shares))
    return balances, shown


@settings(
    max_examples=15,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(things=said, kind=st.sampled_from(["json", "csv"]))
def test_a_book_that_went_out_comes_back_as_it_was(
    books: Store, things: list[object], kind: str
) -> None:
    chat = _filled(books, things)
    book, outlined = exported(chat)
    if not book.entries:
        return
    back = read(write(kind, book, outlined.title, outlined.home), INR)
    assert back == book
    there = _chat(books)
    with there.open() as empty:
        empty.visit(ASHA)
    done = imported(there, ASHA, _without_match(back))
    with there.open() as opened:
        members = [member.id for member in opened.roster]
    # Asha herself sent it: whom the file calls so is a member beside her here.
    assert len(members) == len(outlined.members) + 1
    then = {member: place for place, member in enumerate(outlined.members)}
    now = {member: place for place, member in enumerate(members[1:])}
    assert _seen(there, now) == _seen(chat, then)
    undone(there, ASHA, done.import_id)
    assert there.nets() == {}


def _without_match(book: ForeignBook) -> ForeignBook:
    """Return the book with names that nobody has who is there."""
    people = tuple(replace(one, name=f"{one.name}!", username=None) for one in book.people)
    return replace(book, people=people)


@given(texts)
def test_a_defused_text_is_no_formula_and_comes_back(text: str) -> None:
    assert armed(defused(text)) == text
    assert not defused(text).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_a_spreadsheet_has_dates_numbers_and_no_formulas(books: Store) -> None:
    chat = _filled(
        books,
        [
            expense(Money(123_456, INR), "=HYPERLINK(1)", "bob"),
            expense(Money(1_234, _KWD), "tea", "Aunt", category="food"),
        ],
    )
    book, outlined = exported(chat)
    sheets = load_workbook(io.BytesIO(write("xlsx", book, outlined.title, outlined.home)))
    entries, balances = sheets["Entries"], sheets["Balances"]
    assert entries.freeze_panes == "A2"
    rows = list(entries.iter_rows(values_only=True))
    assert rows[0][:2] == ("Number", "Date")
    assert rows[0][9:13] == ("Asha paid", "Asha owed", "Bob paid", "Bob owed")
    assert rows[1][:4] == (1, datetime(2026, 3, 2), "expense", "'=HYPERLINK(1)")  # noqa: DTZ001
    assert rows[1][7] == 1234.56
    assert entries["H3"].number_format == "#,##0.000"
    assert entries["D2"].data_type == "s"
    assert [row[2] for row in balances.iter_rows(min_row=2, values_only=True)] == [
        *(617.28, -617.28),
        *(0.617, -0.617),
    ]
