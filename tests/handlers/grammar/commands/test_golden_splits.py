"""The lines with known shares, read by the grammar and recorded in a real book."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import from_text
from handlers.grammar.repair import correct_expense
from ledger.book.open_book import Book, Defaults, open_book
from ledger.core.entries import Entry, Source
from ledger.core.errors import LedgerError
from ledger.core.groups import Place
from ledger.core.members import Person, UserId
from ledger.core.money import currency
from ledger.journal.recording import record_expense
from ledger.storage.database import Store
from tests.stores import opened

GOLDEN = json.loads((Path(__file__).parents[3] / "golden" / "splits.json").read_text("utf-8"))
PEOPLE = {
    name: Person(UserId(number), name.title(), username=name)
    for number, name in enumerate(GOLDEN["members"], 1)
}


@pytest.fixture(scope="module")
def store(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("golden") / "book.db"
    shutil.copy(migrated_file, path)
    with opened(f"sqlite:///{path}") as store:
        yield store


class UndoneError(Exception):
    """Takes a case's book away again."""


def record(store: Store, case: Mapping[str, Any]) -> tuple[Entry, dict[int, str]]:
    """Record a case's line in a book of its own, without the file keeping anything."""
    home = currency(case.get("group_currency", GOLDEN["currency"]))
    recorded: list[tuple[Entry, dict[int, str]]] = []

    def use_case(book: Book) -> None:
        line = from_text(case["text"])
        read = read_split(line, home, book.today)
        try:
            entry = record_expense(book, read, Source("golden")).entry
        except LedgerError as error:
            correct_expense(error, read, home, line.prefix)
            raise
        names = {member.id: member.username or member.first_name for member in book.roster}
        recorded.append((entry, {int(id_): name for id_, name in names.items()}))

    with pytest.raises(UndoneError), store.transaction() as tx:  # noqa: PT012
        for person in PEOPLE.values():
            open_book(tx, Place(-1, "Goa"), person, defaults=Defaults(home, "Asia/Kolkata"))
        sender = PEOPLE[GOLDEN["sender"]]
        use_case(open_book(tx, Place(-1, "Goa"), sender, defaults=Defaults(home, "Asia/Kolkata")))
        raise UndoneError
    return recorded[0]


@pytest.mark.parametrize(
    "case", [case for case in GOLDEN["cases"] if "shares" in case], ids=lambda case: case["text"]
)
def test_shares(store: Store, case: Mapping[str, Any]) -> None:
    entry, names = record(store, case)
    contents = entry.contents
    owed = {names[share.member]: share.owed_minor for share in contents.owers}
    assert sum(owed.values()) == sum(case["paid"].values())
    for name in {*owed, *case["shares"]}:
        assert abs(owed.get(name, 0) - case["shares"].get(name, 0)) <= case.get("within", 0)
    assert {names[share.member]: share.paid_minor for share in contents.payers} == case["paid"]
    home = case.get("group_currency", GOLDEN["currency"])
    assert contents.currency == case.get("currency", home)
    if "description" in case:
        assert contents.description == case["description"]
    assert contents.category == case.get("category")
    assert contents.note == case.get("note")
    if "date" in case:
        assert contents.on == date.fromisoformat(case["date"])


@pytest.mark.parametrize(
    "case", [case for case in GOLDEN["cases"] if "code" in case], ids=lambda case: case["text"]
)
def test_refusals_offer_lines_that_work(store: Store, case: Mapping[str, Any]) -> None:
    with pytest.raises(LedgerError) as caught:
        record(store, case)
    assert caught.value.code == case["code"]
    examples = caught.value.details["examples"]
    assert isinstance(examples, tuple)
    # Of money that came back no line makes an expense.
    assert bool(examples) != case["text"].startswith("/split -")
    for example in examples:
        record(store, {**case, "text": example})
