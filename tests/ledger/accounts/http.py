"""People who reach their groups over HTTP, for the tests; each call in a transaction of its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from ledger.accounts import founding, joining, registering
from ledger.accounts.opening import Call
from ledger.book.open_book import Book
from ledger.core.accounts import Account
from ledger.core.answers.entry_changes import Written
from ledger.core.clock import MovableClock
from ledger.core.expense_line import ExpenseLine
from ledger.core.members import GroupId, MemberId, Role
from ledger.core.money import Currency
from ledger.journal import recording
from ledger.reports import statements
from ledger.storage.database import Store
from tests.ledger.chat import DEFAULTS, INR, new_source


class Http:
    """A book that is reached by accounts and numbers of groups."""

    def __init__(self, store: Store, clock: MovableClock) -> None:
        self.store = store
        self.clock = clock

    def register(self, name: str, email: str | None = None) -> Account:
        with self.store.transaction() as tx:
            given = email or f"{name.split()[0].lower()}@example.com"
            return registering.register(tx, name, email=given)

    def found(self, title: str, *members: Account) -> GroupId:
        with self.store.transaction() as tx:
            users = [member.user_id for member in members]
            return founding.found_group(tx, title, None, users, DEFAULTS).group.id

    @contextmanager
    def open(self, group: GroupId, who: Account | None, *, trusted: bool = False) -> Iterator[Book]:
        with self.store.transaction() as tx:
            user_id = None if who is None else who.user_id
            yield Call(group, user_id, trusted or who is None).open(tx)

    def add(
        self, group: GroupId, by: Account | None, who: Account, role: Role = Role.MEMBER
    ) -> MemberId:
        with self.open(group, by) as book:
            return joining.add(book, who.user_id, role).id

    def split(self, group: GroupId, who: Account, line: ExpenseLine) -> Written:
        with self.open(group, who) as book:
            return recording.record_expense(book, line, new_source())

    def names(self, group: GroupId) -> list[str]:
        with self.open(group, None) as book:
            return [member.first_name for member in book.roster.active]

    def nets(self, group: GroupId, currency: Currency = INR) -> dict[str, int]:
        """Return open nets by first name, in whole units."""
        with self.open(group, None) as book:
            sheet = statements.balance(book)
            return {
                book.roster[member].first_name: minor // 100
                for block in sheet.currencies
                if block.currency == currency
                for member, minor in block.nets
                if minor
            }
