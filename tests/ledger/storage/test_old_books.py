"""A book written by the version that kept no split terms: the same sums, and edits that fit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, create_engine, text

from ledger.book import entry_lookup
from ledger.book.open_book import Book
from ledger.core.amendment import Amendment
from ledger.core.clock import MovableClock
from ledger.core.entries import Contents
from ledger.core.members import Name
from ledger.core.money import Currency, Money
from ledger.core.shares import EQUAL_PART, Part, PartKind
from ledger.journal import amending, saying
from ledger.reports import statements
from ledger.storage import migrating
from ledger.storage.database import database_url, open_sqlite
from ledger.upkeep.audit import repair
from tests.ledger.chat import INR, Chat, new_source
from tests.ledger.conftest import MONDAY
from tests.stores import disposing, opened

A, B, C, D, G = range(1, 6)
"""Asha, Bob, Chen and Dia; and Grandma, who was merged into Asha."""

_AT = "2026-03-02 12:00:00"
_ENTRIES: tuple[tuple[int, str, str, int, str | None, list[tuple[Any, ...]]], ...] = (
    # number, kind, currency, amount, terms, shares as (member, paid, owed, part)
    (1, "expense", "INR", 10000, "10000INR;*;;m1", [(m, 0, 2500, "equal") for m in (B, C, D)]
     + [(A, 10000, 2500, "equal")]),
    (2, "expense", "JPY", 2, "2JPY;m2=equal0,m3=equal0,m4=equal0;;m1",
     [(A, 2, 0, None), (C, 0, 1, "equal"), (D, 0, 1, "equal")]),
    (3, "expense", "INR", 100000, "100000INR;*m4=percent400000;;m1=30000,m5=20000,m3",
     [(A, 30000, 15000, "equal"), (B, 0, 15000, "equal"), (C, 50000, 15000, "equal"),
      (D, 0, 40000, "percent", 400000), (G, 20000, 15000, "equal")]),
    (4, "expense", "INR", 120000, "120000INR;m2=exact50000,m3=equal0;;m1",
     [(A, 120000, 35000, "equal"), (B, 0, 50000, "exact", 50000), (C, 0, 35000, "equal")]),
    (5, "payment", "INR", 50000, None, [(B, 50000, 0, None), (A, 0, 50000, None)]),
    # Two have pressed "I'm out" since: the terms were written before.
    (6, "expense", "INR", 9000, "9000INR;*;;m1",
     [(A, 9000, 4500, "equal"), (B, 0, 4500, "equal")]),
    (7, "expense", "INR", 9000, None, [(A, 9000, 0, None), (B, 0, 9000, "exact", 9000)]),
)  # fmt: skip


@pytest.fixture(params=["sqlite", "postgresql"])
def chat(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Chat]:
    if request.param == "sqlite":
        engine = open_sqlite(database_url(f"sqlite:///{tmp_path}/empty.db"))
    else:
        engine = create_engine(request.getfixturevalue("own_schema"))
    with disposing(engine):
        _write_old_book(engine)
    url = engine.url.render_as_string(hide_password=False)
    with opened(url, MovableClock(MONDAY)) as store:
        assert repair(store) == ()  # The old version's derived rows, written by none here.
        yield Chat(store, MovableClock(MONDAY))
        assert repair(store) == ()


def _write_old_book(engine: Engine) -> None:
    with engine.connect() as connection:
        with connection.begin():
            migrating.upgrade(connection, "2026_11_22_weeks")
        with connection.begin():
            count = len(_ENTRIES)
            connection.execute(
                text(
                    "INSERT INTO groups (id, title, currency, timezone, simplify, entries, changes,"
                    f" made_at) VALUES (1, 'Goa', 'INR', 'UTC', true, {count}, {count}, '{_AT}')"
                )
            )
            connection.execute(text("INSERT INTO chats VALUES (-1, 1, false)"))
            for member, name in ((A, "Asha"), (B, "Bob"), (C, "Chen"), (D, "Dia"), (G, "Grandma")):
                merged = A if member == G else "NULL"
                connection.execute(
                    text(
                        "INSERT INTO members (id, group_id, name, role, active, merged_into,"
                        f" joined_at) VALUES ({member}, 1, '{name}', 'member', {member != G},"
                        f" {merged}, '{_AT}')"
                    )
                )
            for number, kind, currency, minor, terms, shares in _ENTRIES:
                connection.execute(
                    text(
                        "INSERT INTO entries (id, group_id, number, kind, source, author_id,"
                        f" recorded_at, revision) VALUES ({number}, 1, {number}, '{kind}',"
                        f" 's{number}', 1, '{_AT}', 1)"
                    )
                )
                connection.execute(
                    text(
                        "INSERT INTO revisions (entry_id, number, group_id, change, action,"
                        " author_id, at, source, amount_minor, currency, description, on_date,"
                        f" terms) VALUES ({number}, 1, 1, {number}, 'record', 1, '{_AT}',"
                        f" 'r{number}', {minor}, '{currency}', 'tea', '2026-03-02', :terms)"
                    ),
                    {"terms": terms},
                )
                for member, paid_minor, owed_minor, *part in shares:
                    kind_of, value = part[0], part[1] if part[1:] else 0 if part[0] else None
                    connection.execute(
                        text(
                            "INSERT INTO shares (entry_id, revision, member_id, paid_minor,"
                            " owed_minor, part_kind, part_value) VALUES"
                            f" ({number}, 1, {member}, {paid_minor}, {owed_minor}, :kind, :value)"
                        ),
                        {"kind": kind_of, "value": value},
                    )
        migrating.migrate(connection)


def contents(chat: Chat, number: int) -> Contents:
    with chat.open() as book:
        return entry_lookup.find(book, number).contents


def amend(chat: Chat, number: int, **said: object) -> Contents:
    with chat.open(admin=True) as book:
        amendment = Amendment(**said)  # type: ignore[arg-type]
        return amending.amend(book, number, amendment, new_source()).entry.contents


def owed(found: Contents) -> dict[int, int]:
    return {share.member: share.owed_minor for share in found.owers}


def paid(found: Contents) -> dict[int, int]:
    return {share.member: share.paid_minor for share in found.payers}


def line(book: Book, number: int) -> tuple[list[str], list[str], bool]:
    said = saying.expense_line(book, entry_lookup.find(book, number))
    named = [whom.text for whom, _ in said.participants if isinstance(whom, Name)]
    out = [whom.text for whom in said.left_out if isinstance(whom, Name)]
    return named, out, said.everyone


def test_the_balances_are_what_they_were(chat: Chat) -> None:
    with chat.open() as book:
        sheet = statements.balance(book)
    nets = {of.currency: dict(of.nets) for of in sheet.currencies}
    of = {
        A: (10000 - 2500) + (30000 + 20000 - 30000) + (120000 - 35000) - 50000 + 4500 + 9000,
        B: -2500 - 15000 - 50000 + 50000 - 4500 - 9000,
        C: -2500 + (50000 - 15000) - 35000,
        D: -2500 - 40000,
    }
    assert nets[INR] == of
    assert nets[Currency("JPY")] == {A: 2, C: -1, D: -1}


def test_there_and_back_is_nothing(chat: Chat) -> None:
    for number, _, currency, minor, *_ in _ENTRIES[:6]:
        before = contents(chat, number)
        amend(chat, number, amount=Money(minor * 2, Currency(currency)))
        after = amend(chat, number, amount=Money(minor, Currency(currency)))
        assert (owed(after), paid(after)) == (owed(before), paid(before))


def test_an_edit_of_the_words_moves_nothing(chat: Chat) -> None:
    for number in (1, 2, 3, 4, 6, 7):
        before = contents(chat, number)
        after = amend(chat, number, description="cake")
        assert after.description == "cake"
        assert (owed(after), paid(after)) == (owed(before), paid(before))


def test_the_parts_that_came_to_nothing_share_again(chat: Chat) -> None:
    assert owed(amend(chat, 2, amount=Money(2000, Currency("JPY")))) == dict.fromkeys(
        (A, B, C, D), 500
    )


def test_who_took_the_rest_takes_it_again(chat: Chat) -> None:
    changed = amend(chat, 3, amount=Money(200000, INR))
    assert paid(changed) == {A: 50000, C: 150000}
    assert owed(changed) == {A: 60000, B: 30000, C: 30000, D: 80000}


def test_exact_parts_stay_and_equals_share_the_rest(chat: Chat) -> None:
    assert owed(amend(chat, 4, amount=Money(150000, INR))) == {A: 50000, B: 50000, C: 50000}
    assert contents(chat, 4).split.parts == {
        A: EQUAL_PART,
        B: Part(PartKind.EXACT, 50000),
        C: EQUAL_PART,
    }


def test_who_pressed_out_stays_out(chat: Chat) -> None:
    assert owed(amend(chat, 6, amount=Money(10000, INR))) == {A: 5000, B: 5000}


def test_a_payment_keeps_its_two(chat: Chat) -> None:
    changed = amend(chat, 5, amount=Money(60000, INR))
    assert (paid(changed), owed(changed)) == ({B: 60000}, {A: 60000})


def test_the_lines_are_what_was_typed(chat: Chat) -> None:
    with chat.open() as book:
        assert line(book, 1) == ([], [], False)
        assert line(book, 2) == (["Bob", "Chen", "Dia"], [], False)
        assert line(book, 3) == (["Dia", "Asha"], [], True)  # Asha x2: Grandma shared, too.
        assert line(book, 4) == (["Bob", "Chen"], [], False)
        assert line(book, 7) == (["Bob"], ["Asha"], False)
