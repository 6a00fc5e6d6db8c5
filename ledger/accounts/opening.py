"""Opening a book over HTTP: by its number, with somebody of it as the actor."""

from __future__ import annotations

from dataclasses import dataclass

from ledger.book.open_book import Book
from ledger.core.errors import Code, LedgerError
from ledger.core.members import GroupId, Member, UserId
from ledger.storage import card_rows, running_balances
from ledger.storage.database import Transaction
from ledger.storage.types import AnyRow


@dataclass(frozen=True, slots=True)
class Call:
    """Somebody at a book over HTTP, as `ledger.book.session.Visit` is in a chat.

    `trusted` tells that a service calls that may act for everybody: it is an admin, and
    `user_id` whom it acts for, None for nobody. `chat_admin` tells whether Telegram says that
    the person runs the group's chat.
    """

    group_id: GroupId
    user_id: UserId | None
    trusted: bool = False
    chat_admin: bool = False

    def open(self, tx: Transaction) -> Book:
        """Open the book in a transaction, locked until it ends unless that only reads.

        Who is not active there and has nothing open is told the same as of a group that is
        not there: LedgerError NO_SUCH_GROUP. Nobody becomes a member by asking. Raises
        UNKNOWN_NAME(name: None) where a service acts for somebody who is not of the group.
        """
        row = row_of(tx, self.group_id)
        book = Book(tx, row, chat_admin=self.trusted or self.chat_admin)
        if self.user_id is None:
            if not self.trusted:
                raise LedgerError(Code.NO_SUCH_GROUP)
            return book
        member = book.people.of_user(self.user_id)
        if member is None and self.trusted:
            raise LedgerError(Code.UNKNOWN_NAME, name=None)
        if member is None or not (member.active or self.trusted or _has_open(book, member)):
            raise LedgerError(Code.NO_SUCH_GROUP)
        book.actor = member
        return book


def row_of(tx: Transaction, group_id: GroupId) -> AnyRow:
    """Return a book's row, locked unless the transaction only reads; raise NO_SUCH_GROUP."""
    find = card_rows.book if tx.reading else card_rows.lock_book
    row = find(tx.connection, group_id)
    if row is None:
        raise LedgerError(Code.NO_SUCH_GROUP)
    return row


def _has_open(book: Book, member: Member) -> bool:
    nets = running_balances.all_nets(book.tx.connection, book.group.id)
    return any(member.id in of_currency for of_currency in nets.values())
