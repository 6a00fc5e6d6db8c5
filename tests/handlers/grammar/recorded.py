"""Lines recorded in a real book of the golden file's people, which is taken away again."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from handlers.grammar.circle import Circle
from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import from_text
from ledger.book.open_book import Book, Defaults, open_book
from ledger.core.entries import Entry, Source
from ledger.core.expense_line import ExpenseLine
from ledger.core.groups import Place
from ledger.core.members import Person, UserId
from ledger.core.money import currency
from ledger.journal.recording import record_expense
from ledger.storage.database import Store, Transaction
from tests.stores import opened

GOLDEN = json.loads((Path(__file__).parents[2] / "golden" / "natural.json").read_text("utf-8"))
INR = currency("INR")


@pytest.fixture(scope="module")
def store(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("natural") / "book.db"
    shutil.copy(migrated_file, path)
    with opened(f"sqlite:///{path}") as store:
        yield store


class UndoneError(Exception):
    """Takes a case's book away again."""


class Read:
    """What a line became: the entry and the doubts, by the names of the golden file."""

    def __init__(self, book: Book, entry: Entry, line: ExpenseLine) -> None:
        named = {
            member.id: (member.username or member.first_name).lower().removesuffix("_m")
            for member in book.roster
        }
        self.line = line
        self.contents = entry.contents
        self.days_ago = (book.today - entry.contents.on).days
        self.shares = {named[one.member]: one.owed_minor for one in entry.contents.owers}
        self.paid = {named[one.member]: one.paid_minor for one in entry.contents.payers}
        self.seen = [named[one] for one in (*line.doubts.seen, *line.doubts.which)]
        self.too = [named[one] for one in line.doubts.too]
        self.unknown = [word.lower() for word in line.doubts.unknown]


def read(store: Store, text: str, language: str | None = None, choice: int | None = None) -> Read:
    """Record a line in a book of its own, without the file keeping anything."""
    found: list[Read] = []
    with pytest.raises(UndoneError), store.transaction() as tx:  # noqa: PT012
        book = people_of(tx)
        circle = Circle(book.roster, book.require_actor().id, frozenset({language or "en"}))
        line = read_split(from_text(text), INR, book.today, circle, choice)
        entry = record_expense(book, line, Source("natural")).entry
        found.append(Read(book, entry, line))
        raise UndoneError
    return found[0]


def people_of(tx: Transaction) -> Book:
    """Return a book with the golden file's people, opened by its sender."""
    sender, *_ = people = [
        Person(UserId(number), one["first"], one.get("last"), one.get("username"))
        for number, one in enumerate(GOLDEN["members"].values(), 1)
        if "first" in one
    ]
    for person in people:
        book = open_book(tx, Place(-1, "Goa"), person, defaults=Defaults(INR, "Asia/Kolkata"))
    book = open_book(tx, Place(-1, "Goa"), sender, defaults=Defaults(INR, "Asia/Kolkata"))
    for one in GOLDEN["members"].values():
        if "guest" in one:
            book.people.add_guest(one["guest"])
    return book
