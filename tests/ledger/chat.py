"""A chat for the tests: people say things to the book, each in a transaction of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import count
from typing import TypeVar

from ledger.book import lookup, membership
from ledger.book.open_book import Book, Defaults, open_book
from ledger.core.answers.entry_changes import Written
from ledger.core.clock import MovableClock
from ledger.core.entries import Source
from ledger.core.expense_line import ExpenseLine
from ledger.core.groups import Place
from ledger.core.members import Member, MemberId, Name, Person, UserId, Whom
from ledger.core.money import Currency, Money
from ledger.core.shares import EQUAL_PART, Part
from ledger.journal import corrections, recording, sharing
from ledger.reports import statements
from ledger.storage.database import Store, Transaction

DEFAULTS = Defaults(Currency("INR"), "Asia/Kolkata")
INR = Currency("INR")
T = TypeVar("T")
_sources = count(1)


def person(number: int, first_name: str, username: str | None = None) -> Person:
    return Person(UserId(number), first_name, None, username, "en")


ASHA = person(5_100_000_101, "Asha", "asha")
BOB = person(102, "Bob", "bob")
CHEN = person(103, "Chen", "chen")
DIA = person(104, "Dia", "dia")


def rupees(amount: int) -> Money:
    return Money(amount * 100, INR)


def new_source() -> Source:
    return Source(f"test:{next(_sources)}")


def expense(
    amount: int | Money,
    description: str = "dinner",
    *names: str | tuple[str, Part],
    everyone: bool = False,
    left_out: Sequence[Whom] = (),
    payers: Sequence[tuple[Whom, int | None]] = (),
    category: str | None = None,
) -> ExpenseLine:
    """A line as the grammar reads it: an amount in rupees, a description, names."""
    return ExpenseLine(
        amount=rupees(amount) if isinstance(amount, int) else amount,
        description=description,
        participants=tuple(
            (Name(name), EQUAL_PART) if isinstance(name, str) else (Name(name[0]), name[1])
            for name in names
        ),
        everyone=everyone,
        left_out=tuple(left_out),
        payers=tuple(payers),
        category=category,
    )


class Chat:
    """One group chat with the bot in it."""

    def __init__(
        self, store: Store, clock: MovableClock, chat_id: int = -1, title: str = "Goa"
    ) -> None:
        self.store = store
        self.clock = clock
        self.place = Place(chat_id, title)

    @contextmanager
    def open(self, who: Person | None = None, *, admin: bool = False) -> Iterator[Book]:
        with self.store.transaction() as tx:
            yield open_book(tx, self.place, who, chat_admin=admin, defaults=DEFAULTS)

    def in_book(
        self, who: Person, use_case: Callable[[Book], T], *, admin: bool = False
    ) -> Callable[[Transaction], T]:
        """A use case as somebody's in this chat, for whoever has a transaction to run it in."""
        return lambda tx: use_case(
            open_book(tx, self.place, who, chat_admin=admin, defaults=DEFAULTS)
        )

    def join(self, *people: Person) -> None:
        for who in people:
            with self.open(who):
                pass

    def split(self, who: Person, line: ExpenseLine, source: Source | None = None) -> Written:
        with self.open(who) as book:
            return recording.record_expense(book, line, source or new_source())

    def settle(self, who: Person, payer: str, payee: str, amount: Money | None = None) -> Written:
        with self.open(who) as book:
            return recording.record_payment(book, Name(payer), Name(payee), amount, new_source())

    def delete(self, who: Person, number: int, *, admin: bool = False) -> Written:
        with self.open(who, admin=admin) as book:
            return corrections.delete(book, number, new_source())

    def restore(self, who: Person, number: int) -> Written:
        with self.open(who) as book:
            return corrections.restore(book, number, new_source())

    def revise(self, who: Person, number: int, line: ExpenseLine) -> Written:
        with self.open(who) as book:
            return corrections.revise(book, number, line, new_source())

    def toggle(self, who: Person, number: int) -> Written:
        with self.open(who) as book:
            return sharing.toggle(book, number, new_source())

    def member(self, name: str) -> Member:
        with self.open() as book:
            return lookup.resolve(book, Name(name), make=False)

    def members(self) -> dict[str, Member]:
        """All members worth showing, by first name."""
        with self.open() as book:
            return {m.first_name: m for m in membership.members(book).roster}

    def nets(self, currency: Currency = INR) -> dict[str, int]:
        """What everybody is owed, in minor units, by first name."""
        with self.open() as book:
            sheet = statements.balance(book)
        found = {of.currency: of.nets for of in sheet.currencies}.get(currency, ())
        return {sheet.roster[member].first_name: net for member, net in found}

    def plan(self) -> list[tuple[str, str, int]]:
        """The suggested payments, in minor units, by first names."""
        with self.open() as book:
            sheet = statements.balance(book)
        return [
            (
                sheet.roster[payment.payer].first_name,
                sheet.roster[payment.payee].first_name,
                payment.minor,
            )
            for of_currency in sheet.currencies
            for payment in of_currency.plan
        ]

    def pairs(self) -> list[tuple[str, str, int, tuple[int, ...], int]]:
        """Who owes whom how much of which parts, in minor units, by first names."""
        with self.open() as book:
            sheet = statements.pairs(book)
        return [
            (
                sheet.roster[line.debtor].first_name,
                sheet.roster[line.creditor].first_name,
                line.net.minor,
                line.parts,
                line.earlier,
            )
            for line in sheet.lines
        ]


def owed(recorded: Written) -> dict[str, int]:
    """What each owes in an entry, in minor units, by first name."""
    return by_name(
        recorded, {share.member: share.owed_minor for share in recorded.entry.contents.owers}
    )


def by_name(recorded: Written, values: Mapping[MemberId, int]) -> dict[str, int]:
    return {recorded.roster[member].first_name: value for member, value in values.items()}
